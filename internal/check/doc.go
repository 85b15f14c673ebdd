// Package check is every rule between what is written and what is meant.
//
// Resolve takes a source.Tree, in which every value is a text with a place, and gives a campaign.Ledger, in which every value is valid
// and every reference a pointer. Whatever breaks a rule is a problem with a place, a text that says what is wrong and a hint that says
// what to write instead. All of them are reported in one run: a bad value is left zero and the rest goes on, so the ledger is complete
// only if the list holds no error; with errors it is for nothing but looking at.
//
// Rules are by file: literals (literal.go, number.go, date.go, address.go), references (index.go), then one file for each noun of the
// data, and figure.go for numbers that are possible and yet smell. Each kind of problem is a diag.Rule with a stable id and an example of wrong and right, all of them in Rules.
//
// The package never renders, never stops at the first problem, and knows no YAML: the clock and the texts come in from outside.
package check

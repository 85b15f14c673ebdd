// Package diag is about what is wrong with the input: a place in a file, a problem there, all of them sorted and printed.
//
// A Problem is the user's to mend and is told in Vietnamese, with a hint; an error of Go is our fault or the machine's and never comes here.
// Every problem is an instance of a Rule, whose id is stable and whose severity and explanation live in one place.
//
// A list is printed in four formats: for people (Print.Text, with the line and a caret); JSON, whose keys are stable and whose schema is what
// "bangvang schema check" prints; workflow commands of GitHub (GitHub); and SARIF 2.1.0 (SARIF), as code hosts and editors read it. Lines and
// columns count from 1, columns in characters; a place in a spreadsheet has a cell in place of both.
//
// The package never knows YAML, a word of the domain or how to end the program.
package diag

import "fmt"

// Place is where something stands in the input. Line and Col count from 1, Col in characters (runes); 0 is unknown.
// Cell names a place in a spreadsheet ("Cá nhân!C7") in place of line and column.
type Place struct {
	File      string
	Line, Col int32
	Cell      string
}

// Untold tells package digest that no output has places in it.
func (Place) Untold() {}

// Known tells whether the place names a file at all.
func (p Place) Known() bool { return p.File != "" }

// String writes the place as tools expect it: file:line:col, or file!sheet!cell.
func (p Place) String() string {
	switch {
	case p.Cell != "":
		return p.File + "!" + p.Cell
	case p.Line == 0:
		return p.File
	case p.Col == 0:
		return fmt.Sprintf("%s:%d", p.File, p.Line)
	}
	return fmt.Sprintf("%s:%d:%d", p.File, p.Line, p.Col)
}

// Short is the place without its column, as hints name it.
func (p Place) Short() string {
	p.Col = 0
	return p.String()
}

// Compare orders places by file, line, column and cell.
func (p Place) Compare(q Place) int {
	for _, c := range [...]int{cmp(p.File, q.File), cmp(p.Line, q.Line), cmp(p.Col, q.Col), cmp(p.Cell, q.Cell)} {
		if c != 0 {
			return c
		}
	}
	return 0
}

func cmp[T int32 | string](a, b T) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

package export

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	signs    = "=+-@＝＋－＠" // begin a formula
	breaks   = "\t\r\n"
	partings = breaks + ";" // begin a cell, in some spreadsheet on some desk
)

// harmless returns a text that no spreadsheet takes for a formula (OWASP, "CSV Injection"): an apostrophe stands before its first visible
// character if that is = + - @ or the full-width form of one, and before a first tab or line break. The same holds right after a tab,
// a line break or a semicolon further on, where a spreadsheet that parts by these begins a cell: "a;=b" becomes "a;'=b".
func harmless(s string) string { return defused(s, partings) }

// harmlessWhole is harmless for a text that is a cell by itself, of several lines perhaps, which no spreadsheet parts.
func harmlessWhole(s string) string { return defused(s, "") }

// defused puts apostrophes before what would begin a formula at the start of s and after each of the partings.
func defused(s, partings string) string {
	if first, _ := utf8.DecodeRuneInString(s); (unicode.IsLetter(first) || unicode.IsDigit(first)) && !contains(s, partings) {
		return s // most texts: nothing begins but what is visible and no sign
	}
	return guarded(s, partings)
}

func guarded(s, partings string) string {
	var b strings.Builder
	begins, blank := true, true
	for i, r := range s {
		if begins && strings.ContainsRune(signs, r) || i == 0 && strings.ContainsRune(breaks, r) {
			b.WriteByte('\'')
		}
		blank = blank && (unicode.IsSpace(r) || !unicode.IsGraphic(r))
		begins = blank || strings.ContainsRune(partings, r)
		b.WriteRune(r)
	}
	return b.String()
}

// contains tells whether a text has one of some ASCII characters.
func contains(s, any string) bool {
	for i := range len(any) {
		if strings.IndexByte(s, any[i]) >= 0 {
			return true
		}
	}
	return false
}

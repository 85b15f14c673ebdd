package export

import (
	"strings"
	"unicode"
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
	if !strings.ContainsAny(s, signs+breaks) {
		return s
	}
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

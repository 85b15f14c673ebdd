package viet

import "strings"

// OneLine joins the words of a text by single spaces: of what spreadsheets and word processors put between words, readers see no difference, but a
// table does.
func OneLine(s string) string {
	if !spacedOtherwise(s) {
		return s
	}
	return strings.Join(strings.Fields(s), " ")
}

// spacedOtherwise tells whether there may be another space in a text than single ones between words.
func spacedOtherwise(s string) bool {
	space := true // before the first word
	for i := range len(s) {
		switch c := s[i]; {
		case c == ' ' && space, c < ' ', c == 0xC2, c == 0xE1 && strings.HasPrefix(s[i:], "\u1680"), c == 0xE2, c == 0xE3:
			return true
		default:
			space = c == ' '
		}
	}
	return space
}

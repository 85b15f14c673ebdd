package private

import (
	"strings"
	"unicode/utf8"

	"bangvang/internal/viet"
)

// unusual tells whether a text begins with what the scanner does not read as it stands: a mark apart from its letter, a digit or sign of full width, a
// character that nobody sees.
func unusual(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return r >= 0x300 && r <= 0x36F || r >= 0xFF01 && r <= 0xFF5E || unseen(r)
}

// unseen tells whether nobody sees a character: soft hyphen, zero width, joiners, marks of direction.
func unseen(r rune) bool {
	return r == 0xAD || r >= 0x200B && r <= 0x200F || r >= 0x202A && r <= 0x202E || r >= 0x2060 && r <= 0x2064 || r == 0xFEFF
}

// simplify composes letters, makes full width half, and drops what nobody sees. places[i] is where byte i of plain comes from; it has one place more, for
// the end.
func simplify(text string) (plain string, places []int) {
	var b strings.Builder
	emit := func(s string, from int) {
		for range len(s) {
			places = append(places, from)
		}
		b.WriteString(s)
	}
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		end := i + n
		for end < len(text) { // the marks that belong to it
			m, size := utf8.DecodeRuneInString(text[end:])
			if m < 0x300 || m > 0x36F {
				break
			}
			end += size
		}
		switch {
		case unseen(r):
		case r >= 0xFF01 && r <= 0xFF5E:
			emit(string(r-0xFEE0), i)
		case end > i+n:
			emit(viet.NFC(text[i:end]), i)
		default:
			emit(text[i:end], i)
		}
		i = end
	}
	return b.String(), append(places, len(text))
}

package viet

import (
	"strings"
	"unicode"
)

// AllCapitals reports whether a text is written in capitals only, with a word of two of them or more: “NGUYỄN VĂN A”, but not “Y A”.
func AllCapitals(s string) bool {
	run, word := 0, false
	for _, c := range NFC(s) {
		switch {
		case unicode.IsLower(c):
			return false
		case unicode.IsUpper(c):
			run++
			word = word || run > 1
		case !unicode.IsMark(c):
			run = 0
		}
	}
	return word
}

// Capitalized writes each word with one capital, at its beginning: “NGUYỄN VĂN A” → “Nguyễn Văn A”, “H'HEN NIÊ” → “H'Hen Niê”.
func Capitalized(s string) string {
	inside := false
	return strings.Map(func(c rune) rune {
		first := !inside
		inside = unicode.IsLetter(c) || inside && unicode.IsMark(c)
		if first {
			return unicode.ToUpper(c)
		}
		return unicode.ToLower(c)
	}, NFC(s))
}

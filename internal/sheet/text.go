package sheet

import (
	"strings"
	"unicode/utf8"
)

// clean returns s with "\n" as the only line break and without what XML cannot write. What a workbook would read as a coded character
// ("_x0041_") is spelled so that it stays what it is.
func clean(s string) string {
	if plain(s) {
		return s
	}
	s = strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n")
	s = strings.Map(func(r rune) rune {
		if r < ' ' && r != '\t' && r != '\n' || r == 0xfffe || r == 0xffff || r == utf8.RuneError {
			return -1
		}
		return r
	}, s)
	for from := 0; ; {
		at := strings.Index(s[from:], "_x")
		if at < 0 {
			return s
		}
		at += from
		if from = at + 2; coded(s[at:]) {
			s = s[:at] + "_x005F" + s[at:]
			from = at + len("_x005F_x")
		}
	}
}

// plain tells whether there is nothing to clean.
func plain(s string) bool {
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c < ' ' && c != '\t' && c != '\n', c == 0xef, c == '_':
			return false // 0xef begins U+FFFD, U+FFFE, U+FFFF, and much that is harmless
		case c >= utf8.RuneSelf:
			r, size := utf8.DecodeRuneInString(s[i:])
			if r == utf8.RuneError {
				return false
			}
			i += size - 1
		}
	}
	return true
}

// coded tells whether s begins with a coded character: _xHHHH_.
func coded(s string) bool {
	if len(s) < 7 || s[6] != '_' {
		return false
	}
	for _, c := range []byte(s[2:6]) {
		if !strings.ContainsRune("0123456789abcdefABCDEF", rune(c)) {
			return false
		}
	}
	return true
}

// escape appends s as the text of an element or the value of an attribute.
func escape(b []byte, s string) []byte {
	from := 0
	for i := 0; i < len(s); i++ {
		var to string
		switch s[i] {
		case '&':
			to = "&amp;"
		case '<':
			to = "&lt;"
		case '>':
			to = "&gt;"
		case '"':
			to = "&quot;"
		default:
			continue
		}
		b = append(append(b, s[from:i]...), to...)
		from = i + 1
	}
	return append(b, s[from:]...)
}

// escaped is what escape writes.
func escaped(s string) string { return string(escape(nil, clean(s))) }

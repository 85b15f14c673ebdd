package site

import (
	"html/template"
	"strings"
	"unicode"
)

// token finds from a place on what a line should not end in, if it is a number with a hyphen, such as a decision's: "MẪU-01", "1234/QĐ-UBND". From the end
// of the text on there is none.
func token(s string, at int) (from, to int) {
	from = indexFrom(s, at, func(c rune) bool { return unicode.IsLetter(c) || unicode.IsNumber(c) })
	end := indexFrom(s, from, func(c rune) bool {
		return !unicode.IsLetter(c) && !unicode.IsNumber(c) && c != '-' && c != '/' && c != '.' && !unicode.IsMark(c)
	})
	return from, from + len(strings.TrimRight(s[from:end], "./-"))
}

// indexFrom is where a character is of a kind, from a place on; the end of the text if none is.
func indexFrom(s string, at int, kind func(rune) bool) int {
	if i := strings.IndexFunc(s[at:], kind); i >= 0 {
		return at + i
	}
	return len(s)
}

func numbered(s string) bool { return mayNumber(s) && len(s) <= longestNumber }

// mayNumber tells whether there can be a number with a hyphen anywhere in a text.
func mayNumber(s string) bool {
	return strings.Contains(s, "-") && strings.ContainsAny(s, "0123456789")
}

// longestNumber is how many bytes of a number are held on one line: a longer one would not fit a phone's.
const longestNumber = 32

// unbroken is what the function of that name appends.
func (k *worker) unbroken(b []byte, s string) ([]byte, error) { return unbroken(b, s), nil }

// unbroken appends a text in which no line ends within a number. The characters stay as they are, so that what is copied is what was signed.
func unbroken(b []byte, s string) []byte {
	if !mayNumber(s) { // most texts: nothing need be looked for
		return append(b, template.HTMLEscapeString(s)...)
	}
	last := 0
	for from, to := token(s, 0); from < len(s); from, to = token(s, to) {
		if !numbered(s[from:to]) {
			continue
		}
		b = append(b, template.HTMLEscapeString(s[last:from])...)
		b = append(b, `<span class="nb">`...)
		b = append(b, template.HTMLEscapeString(s[from:to])...)
		b = append(b, `</span>`...)
		last = to
	}
	return append(b, template.HTMLEscapeString(s[last:])...)
}

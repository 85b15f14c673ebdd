package viet

import "strings"

// Slug returns s as part of an address: the letters and digits of Fold, words
// joined by '-'. It is "" if s holds no letter or digit that ASCII can show.
func Slug(s string) string {
	folded := Fold(s)
	b := make([]byte, 0, len(folded))
	for i := range len(folded) {
		c := folded[i]
		switch {
		case isSlugByte(c):
			b = append(b, c)
		case len(b) > 0 && b[len(b)-1] != '-':
			b = append(b, '-')
		}
	}
	return strings.TrimSuffix(string(b), "-")
}

// IsSlug reports whether s is one or more runs of a–z and 0–9, joined by single
// hyphens.
func IsSlug(s string) bool {
	last := byte('-')
	for i := range len(s) {
		if c := s[i]; !isSlugByte(c) && (c != '-' || last == '-') {
			return false
		}
		last = s[i]
	}
	return last != '-'
}

func isSlugByte(c byte) bool { return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' }

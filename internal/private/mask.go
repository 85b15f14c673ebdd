package private

import (
	"strings"
	"unicode"
)

// Mask writes a text as it may be shown: each letter and digit of a finding is a dot, so that what is not personal stays where it stands.
func Mask(text string) string { return mask(text, Scan(text)) }

// Mask is Mask, but for what is public on purpose.
func (a *Allowed) Mask(text string) string { return mask(text, a.Left(Scan(text))) }

// Masked is the text of a finding as it may be shown.
func (f Finding) Masked(text string) string { return dots(text[f.From:f.To]) }

func mask(text string, found []Finding) string {
	if len(found) == 0 {
		return text
	}
	var b strings.Builder
	at := 0
	for _, f := range found {
		b.WriteString(text[at:f.From])
		b.WriteString(dots(text[f.From:f.To]))
		at = f.To
	}
	b.WriteString(text[at:])
	return b.String()
}

func dots(s string) string {
	return strings.Map(func(c rune) rune {
		if unicode.In(c, unicode.L, unicode.N, unicode.M) {
			return '•'
		}
		return c
	}, s)
}

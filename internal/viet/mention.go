package viet

import (
	"strings"
	"unicode"
)

// Mentions gives where in a text a name stands, as ranges of bytes that do not overlap: the same words in the same order, whatever their
// capitals, spacing, normal form and the place of their tones (see SpellingKey). "Nguyễn Văn An" does not stand in "Nguyễn Văn Anh".
func Mentions(text, name string) [][2]int {
	key, n := SpellingKey(name), len(tokens(name))
	if key == "" {
		return nil
	}
	var out [][2]int
	words := tokens(text)
	for i := 0; i+n <= len(words); i++ {
		from, to := words[i][0], words[i+n-1][1]
		if SpellingKey(text[from:to]) == key {
			out = append(out, [2]int{from, to})
			i += n - 1
		}
	}
	return out
}

// ReplaceMentions puts other words in the place of a name, wherever it stands in a text.
func ReplaceMentions(text, name, with string) string {
	var b strings.Builder
	end := 0
	for _, m := range Mentions(text, name) {
		b.WriteString(text[end:m[0]] + with)
		end = m[1]
	}
	return b.String() + text[end:]
}

// tokens are the runs of letters, marks and digits of a text, as ranges of bytes.
func tokens(text string) [][2]int {
	var out [][2]int
	within := false
	for i, r := range text {
		is := unicode.In(r, unicode.L, unicode.M, unicode.Nd)
		if is && !within {
			out = append(out, [2]int{i, len(text)})
		} else if !is && within {
			out[len(out)-1][1] = i
		}
		within = is
	}
	return out
}

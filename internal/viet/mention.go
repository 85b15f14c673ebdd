package viet

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Mentions gives where in a text a name stands, as ranges of bytes that do not overlap: the same words in the same order, whatever their
// capitals, spacing, normal form and the place of their tones (see SpellingKey). "Nguyễn Văn An" does not stand in "Nguyễn Văn Anh".
func Mentions(text, name string) [][2]int {
	key, n := SpellingKey(name), len(tokens(name))
	if key == "" {
		return nil
	}
	var out [][2]int
	words, first := tokens(text), spell(name)[0].fold[0]
	for i := 0; i+n <= len(words); i++ {
		from, to := words[i][0], words[i+n-1][1]
		if !beginsElse(text[from:], first) && SpellingKey(text[from:to]) == key {
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

// beginsElse tells of a token that it begins with another letter than first, seen at once: most do, and are not spelled. What is not ASCII, or is
// followed by what may be its mark, is left to spelling.
func beginsElse(token string, first byte) bool {
	c := token[0] | 0x20
	plain := len(token) < 2 || token[1] < utf8.RuneSelf
	if !plain || c < 'a' || c > 'z' || c == 'i' || c == 'y' { // a lone y is an i
		return false
	}
	return c != first
}

// tokens are the runs of letters, marks and digits of a text, as ranges of bytes.
func tokens(text string) [][2]int {
	var out [][2]int
	within := false
	for i, r := range text {
		is := r|0x20 >= 'a' && r|0x20 <= 'z' || r >= '0' && r <= '9' || r >= utf8.RuneSelf && unicode.In(r, unicode.L, unicode.M, unicode.Nd)
		if is && !within {
			out = append(out, [2]int{i, len(text)})
		} else if !is && within {
			out[len(out)-1][1] = i
		}
		within = is
	}
	return out
}

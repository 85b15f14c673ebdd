package viet

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Latin writes letters that only look Latin as the Latin ones that were meant: Cyrillic and Greek letters in a word that has Latin letters too,
// Ð and Ɖ for Đ, letters of full width and of mathematics. A word all in another script stays.
func Latin(s string) string {
	if isASCII(s) {
		return s
	}
	var b strings.Builder
	from := 0
	flush := func(to int) {
		b.WriteString(latinWord(s[from:to]))
		from = to
	}
	for i, r := range s {
		if unicode.IsSpace(r) {
			flush(i)
		}
	}
	flush(len(s))
	return b.String()
}

// Strange gives the letters of s that Vietnamese does not write, each once: those of other scripts, and those with a mark that it has not, as
// are left when a text in an old font is read as it stands. F, j, w and z are in foreign names and not strange.
func Strange(s string) []rune {
	var out []rune
	for _, r := range NFC(s) {
		if r < utf8.RuneSelf || !unicode.IsLetter(r) || slices.Contains(out, r) {
			continue
		}
		if l, ok := known(r); !ok || l.shape == foreign || len(l.fold) != 1 {
			out = append(out, r)
		}
	}
	return out
}

func latinWord(w string) string {
	latin, other := false, false
	for _, r := range w {
		switch {
		case lookalikes[r] != 0 && r > 0x36F:
			other = true
		case unicode.Is(unicode.Latin, r):
			latin = true
		}
	}
	return strings.Map(func(r rune) rune {
		switch {
		case r == 'Ð' || r == 'Ɖ':
			return 'Đ'
		case r == 'ð':
			return 'đ'
		case r >= 0xFF01 && r <= 0xFF5E:
			return r - 0xFEE0
		case latin && other && lookalikes[r] != 0:
			return lookalikes[r]
		}
		return r
	}, w)
}

// lookalikes are Cyrillic and Greek letters that no reader tells from Latin ones.
var lookalikes = pairRunes("АВЕЅІЈКМНОРСТУХаеѕіјорсухԁһΑΒΕΖΗΙΚΜΝΟΡΤΥΧοαν", "ABESIJKMHOPCTYXaesijopcyxdhABEZHIKMNOPTYXoav")

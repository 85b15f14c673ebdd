package viet

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// NFC returns s in Unicode normal form C, the form of everything we print.
func NFC(s string) string { return norm.NFC.String(s) }

// IsNFC reports whether s is in normal form C.
func IsNFC(s string) bool { return norm.NFC.IsNormalString(s) }

// Fold returns the form of s that is searched in: lower-case letters without
// tone and marks, đ as d, words parted by one space, nothing else. The result
// is ASCII unless s holds letters of another script.
func Fold(s string) string {
	if isFolded(s) {
		return s
	}
	b := make([]byte, 0, len(s))
	for _, r := range s {
		l, ok := known(r)
		if !ok {
			return foldAny(s)
		}
		b = appendFold(b, l.fold)
	}
	return string(trimSpace(b))
}

// isFolded reports whether s is ASCII that Fold would return as it is.
func isFolded(s string) bool {
	last := byte(' ')
	for i := range len(s) {
		c := s[i]
		switch {
		case c >= 'a' && c <= 'z', c >= '0' && c <= '9':
		case c == ' ' && last != ' ':
		default:
			return false
		}
		last = c
	}
	return s == "" || last != ' '
}

func appendFold(b []byte, fold string) []byte {
	if fold == " " && (len(b) == 0 || b[len(b)-1] == ' ') {
		return b
	}
	if len(fold) == 1 {
		return append(b, fold[0])
	}
	for i := range len(fold) { // "1 2" of ½ may begin or end with a space
		if fold[i] != ' ' || len(b) > 0 && b[len(b)-1] != ' ' {
			b = append(b, fold[i])
		}
	}
	return b
}

func trimSpace(b []byte) []byte {
	if n := len(b); n > 0 && b[n-1] == ' ' {
		return b[:n-1]
	}
	return b
}

// foldAny is Fold for text with runes outside the table.
func foldAny(s string) string {
	var b []byte
	for _, l := range letters(s) {
		b = appendFold(b, l.fold)
	}
	return string(trimSpace(b))
}

// letters cuts s into letters, each with the marks that follow it.
func letters(s string) []letter {
	out := make([]letter, 0, len(s))
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		l, ok := known(r)
		if !ok {
			return lettersAny(s)
		}
		if l.fold != "" {
			out = append(out, l)
		}
		i += size
	}
	return out
}

// lettersAny is letters for text with runes outside the table. Format characters
// go first, as they keep others from composing. Letters of other scripts keep
// their marks, which are no accents of ours.
func lettersAny(s string) []letter {
	var out []letter
	visible := strings.Map(func(r rune) rune {
		if isFormat(r) {
			return -1
		}
		return r
	}, s)
	for _, r := range norm.NFKC.String(visible) {
		if shape, tone, ok := mark(r); ok {
			attach(out, r, shape, tone)
			continue
		}
		l, ok := known(r)
		if !ok {
			l = letter{fold: keep(r)}
			if u, ok := undecomposed[r]; ok {
				l = u
			}
		}
		out = append(out, l)
	}
	return out
}

// attach adds a loose mark to the last letter.
func attach(letters []letter, r rune, shape byte, tone string) {
	if len(letters) == 0 {
		return
	}
	l := &letters[len(letters)-1]
	if l.fold[len(l.fold)-1] >= utf8.RuneSelf {
		l.fold += string(r)
		return
	}
	l.shape = max(l.shape, shape)
	l.tones += tone
}

// SearchKey is Fold with y as i and numbers without the zeros before them: two
// words find each other if their keys are equal or one begins the other.
func SearchKey(s string) string {
	words := Words(s)
	for i, w := range words {
		words[i] = key(w)
	}
	return strings.Join(words, " ")
}

// key is SearchKey for a folded word.
func key(word string) string {
	for len(word) > 1 && word[0] == '0' && word[1] >= '0' && word[1] <= '9' {
		word = word[1:]
	}
	return oneI(word)
}

// Words returns the words of Fold(s).
func Words(s string) []string { return strings.Fields(Fold(s)) }

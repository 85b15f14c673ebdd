package viet

import (
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"bangvang/internal/memo"
)

// SpellingKey is equal for two spellings of the same words: capitals, spacing,
// punctuation, NFC or NFD, the place of the tone (hoà, hòa; thuỷ, thủy) and a
// lone y or i (kỷ, kỉ; quý, quí; but not thúy, thúi) do not count, accents do.
// It is a key for finding duplicates, not a text to show.
func SpellingKey(s string) string {
	var b strings.Builder
	for rest := s; rest != ""; {
		var part string
		part, rest, _ = strings.Cut(rest, " ")
		key := ofPart(&spellings, part, keyOf)
		if b.Len() > 0 && key != "" {
			b.WriteByte(' ')
		}
		b.WriteString(key)
	}
	return b.String()
}

// spellings remembers keys of what stands between two spaces: Vietnamese has some thousands of syllables, and names are asked for again and again.
var spellings = memo.Memo[string, string]{Most: 20_000, Own: strings.Clone}

// ofPart makes something of what stands between two spaces, or remembers it; what is long is hardly met twice.
func ofPart[V any](known *memo.Memo[string, V], part string, make func(string) V) V {
	if len(part) > shortPart {
		return make(part)
	}
	return known.Of(part, make)
}

// keyOf is SpellingKey without remembering.
func keyOf(s string) string {
	words := spell(s)
	parts := make([]string, len(words))
	for i, w := range words {
		parts[i] = w.loneI().marked("")
	}
	return strings.Join(parts, " ")
}

// SearchWord is a word of a text as Match sees it: Key is its SearchKey, and any
// word with the same Spelling is the same to Match.
type SearchWord struct{ Key, Spelling string }

// SearchWords returns the words of a text, for an index to search in.
func SearchWords(text string) []SearchWord {
	var out []SearchWord
	for part := range strings.SplitSeq(text, " ") {
		out = append(out, ofPart(&searched, part, wordsOf)...)
	}
	return out
}

// searched remembers the words of what stands between two spaces, as spellings does its key.
var searched = memo.Memo[string, []SearchWord]{Most: 20_000, Own: strings.Clone}

// wordsOf is SearchWords without remembering.
func wordsOf(text string) []SearchWord {
	words := spoken(text)
	out := make([]SearchWord, len(words))
	for i, w := range words {
		out[i] = SearchWord{key(w.fold), w.marked("\u0307")}
	}
	return out
}

// word is a word of Fold with the accents that Fold took away.
type word struct {
	fold  string
	shape []byte // of each byte of fold
	tones string // as combining marks, in the order of the letters
}

// spell cuts s into words.
func spell(s string) []word {
	var words []word
	var fold, shape []byte
	var tones string
	flush := func() {
		if len(fold) > 0 {
			words = append(words, word{string(fold), shape, tones})
		}
		fold, shape, tones = nil, nil, ""
	}
	for _, l := range letters(s) {
		for i := range len(l.fold) {
			if l.fold[i] == ' ' {
				flush()
				continue
			}
			fold = append(fold, l.fold[i])
			shape = append(shape, plain)
		}
		if l.shape != plain && len(shape) > 0 {
			shape[len(shape)-1] = l.shape
		}
		if len(fold) > 0 {
			tones += l.tones
		}
	}
	flush()
	return words
}

// spoken cuts s into the words that one says: TP is thành phố.
func spoken(s string) []word {
	words := spell(s)
	for i := 0; i < len(words); i++ {
		if words[i].fold == "tp" && words[i].marks() == 0 {
			words = slices.Replace(words, i, i+1, city...)
		}
	}
	return words
}

var city = spell("thành phố")

// loneI writes i for a y that is the only vowel of its syllable.
func (w word) loneI() word {
	rest, ok := strings.CutSuffix(w.fold, "y")
	if ok && (rest == "qu" || !strings.ContainsAny(rest, "aeiouy")) {
		w.fold = rest + "i"
	}
	return w
}

// marked writes the word with its marks, the tones after its last ASCII letter:
// letters of other scripts would keep them. A foreign mark becomes the given one.
func (w word) marked(foreignMark string) string {
	last := len(w.fold) - 1
	for last > 0 && w.fold[last] >= utf8.RuneSelf {
		last--
	}
	var b strings.Builder
	for i := range len(w.fold) {
		switch w.shape[i] {
		case stroke:
			b.WriteString("đ")
		case foreign:
			b.WriteByte(w.fold[i])
			b.WriteString(foreignMark)
		default:
			b.WriteByte(w.fold[i])
			b.WriteString(shapeMarks[w.shape[i]])
		}
		if i == last {
			b.WriteString(w.tones)
		}
	}
	return norm.NFC.String(b.String())
}

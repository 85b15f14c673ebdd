package viet

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// letter is what one rune becomes in Fold, and what Fold takes from it.
type letter struct {
	fold  string // lower case, no marks; " " parts words; "" vanishes
	shape byte   // mark that makes another letter of the alphabet
	tones string // combining marks, in Vietnamese at most one
	even  rune   // the rune in lower case without its tone
}

// Shapes of letters: the marks that are no tone.
const (
	plain byte = iota
	breve
	circumflex
	horn
	stroke
	foreign // any mark that Vietnamese does not have
)

// The table covers every rune of ordinary Vietnamese text, so that folding
// needs no normalisation there.
const (
	lowEnd     = 0x0250 // ASCII, Latin-1, Latin Extended-A and -B
	addBegin   = 0x1E00 // Latin Extended Additional
	addEnd     = 0x1F00
	punctBegin = 0x2000 // General Punctuation
	punctEnd   = 0x2070
)

var (
	low   = tabulate(0, lowEnd)
	add   = tabulate(addBegin, addEnd)
	punct = tabulate(punctBegin, punctEnd)
)

func tabulate(begin, end rune) []letter {
	table := make([]letter, 0, end-begin)
	for r := begin; r < end; r++ {
		table = append(table, decompose(r))
	}
	return table
}

// known looks r up in the table.
func known(r rune) (letter, bool) {
	switch {
	case r < lowEnd:
		return low[r], true
	case r >= addBegin && r < addEnd:
		return add[r-addBegin], true
	case r >= punctBegin && r < punctEnd:
		return punct[r-punctBegin], true
	}
	return letter{}, false
}

// undecomposed are Latin letters that Unicode does not take apart.
var undecomposed = map[rune]letter{
	'đ': {fold: "d", shape: stroke}, 'ð': {fold: "d", shape: stroke}, 'ɖ': {fold: "d", shape: stroke},
	'ø': {fold: "o", shape: foreign}, 'ł': {fold: "l", shape: foreign}, 'ħ': {fold: "h", shape: foreign},
	'ŧ': {fold: "t", shape: foreign}, 'ı': {fold: "i"}, 'ß': {fold: "ss"}, 'æ': {fold: "ae"},
	'œ': {fold: "oe"}, 'þ': {fold: "th"},
}

// decompose works out the letter that r is. It is slow: see known.
func decompose(r rune) letter {
	if isFormat(r) {
		return letter{}
	}
	l := letter{even: even(unicode.ToLower(r))}
	for _, d := range norm.NFKD.String(string(unicode.ToLower(r))) {
		d = unicode.ToLower(d)
		if u, ok := undecomposed[d]; ok {
			l.fold += u.fold
			l.shape = max(l.shape, u.shape)
			continue
		}
		if shape, tone, ok := mark(d); ok {
			l.shape = max(l.shape, shape)
			l.tones += tone
			continue
		}
		l.fold += keep(d)
	}
	if l.fold == "" {
		l.fold = " "
	}
	return l
}

// even takes the tones off a lower-case rune; ð is a đ gone astray.
func even(r rune) rune {
	if r == 'ð' {
		return 'đ'
	}
	toneless := strings.Map(func(d rune) rune {
		if _, tone, _ := mark(d); tone != "" {
			return -1
		}
		return d
	}, norm.NFD.String(string(r)))
	bare := []rune(norm.NFC.String(toneless))
	if len(bare) != 1 {
		return r
	}
	return bare[0]
}

// keep returns a rune that is no mark as Fold has it.
func keep(r rune) string {
	switch {
	case isFormat(r):
		return ""
	case r >= 0x02B0 && r <= 0x02FF: // modifier letters: apostrophes, loose accents
		return " "
	case unicode.In(r, unicode.L, unicode.N, unicode.M):
		return string(unicode.ToLower(r))
	}
	return " "
}

// mark tells whether r is a combining mark of Latin letters: of a shape or, in
// its usual spelling, a tone.
func mark(r rune) (shape byte, tone string, ok bool) {
	switch r {
	case 0x0306:
		return breve, "", true
	case 0x0302:
		return circumflex, "", true
	case 0x031B:
		return horn, "", true
	case 0x0300, 0x0340: // huyền
		return plain, "\u0300", true
	case 0x0309: // hỏi
		return plain, "\u0309", true
	case 0x0303: // ngã
		return plain, "\u0303", true
	case 0x0301, 0x0341: // sắc
		return plain, "\u0301", true
	case 0x0323: // nặng
		return plain, "\u0323", true
	}
	return foreign, "", r >= 0x0300 && r <= 0x036F || r >= 0x1AB0 && r <= 0x1AFF ||
		r >= 0x1DC0 && r <= 0x1DFF || r >= 0x20D0 && r <= 0x20FF
}

// shapeMarks are the combining marks of shapes; a stroke has none, a foreign mark none of its own.
var shapeMarks = [...]string{breve: "\u0306", circumflex: "\u0302", horn: "\u031B"}

// isFormat reports whether r only steers how its neighbours are shown. The
// combining grapheme joiner is one: norm puts it between too many marks.
func isFormat(r rune) bool {
	return r == 0x034F || unicode.In(r, unicode.Cf, unicode.Variation_Selector)
}

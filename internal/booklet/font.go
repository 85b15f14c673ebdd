package booklet

import (
	"fmt"
	"strings"
	"sync"

	"github.com/signintech/gopdf"
)

// Face is one of the booklet's typefaces.
type Face uint8

const (
	Regular    Face = iota // text
	Bold                   // names, table heads
	Italic                 // emphasis, what is secondary
	BoldItalic             // emphasis within what is bold
	Display                // titles; kerned
	Sans                   // charts
	SansBold               // charts
	faceCount
)

// Fonts holds the TrueType files of the faces, unmodified. A face left nil is replaced by Regular.
type Fonts [faceCount][]byte

// faceNames are the PostScript names that the file shows.
var faceNames = [faceCount]string{"Tinos", "Tinos-Bold", "Tinos-Italic", "Tinos-BoldItalic", "EBGaramond-Bold", "BeVietnamPro-Regular", "BeVietnamPro-SemiBold"}

// typeface is a parsed font: what is needed to measure and to judge it. It does not change after parsing but for its kerning cache.
type typeface struct {
	data    []byte
	upem    int
	ascent  float64 // em
	descent float64 // em, positive downwards
	cap     float64 // em, height of capitals
	sub     gopdf.SubsetFontObj
	blocks  [0x23]*block // by character / 256; nil: not looked up beforehand
	space   code         // which gopdf draws for a character that the face lacks
	kern    *kerner      // nil: not kerned
}

// letter is a character in a face: its advance in 1/1000 em, cut as gopdf cuts it, or -1 if it is missing, and its glyph.
type letter struct {
	advance int16
	code    code
}

// block is the letters of 256 characters.
type block [256]letter

// blocks are those that Vietnamese text is made of: Basic Latin and Latin-1, Latin Extended, Latin Extended Additional (the Vietnamese letters),
// punctuation and currency, letterlike signs, arrows and mathematics.
var blocks = [...]rune{0x00, 0x01, 0x1E, 0x20, 0x21, 0x22}

// typefaces are the faces of one booklet, by Face.
type typefaces [faceCount]*typeface

// Faces are fonts that are read once, for all books that are set in them.
type Faces struct{ read func() (*typefaces, error) }

// Faces gives fonts that are still to be read.
func (f Fonts) Faces() *Faces {
	return &Faces{sync.OnceValues(func() (*typefaces, error) { return loadFonts(f) })}
}

// Read reads the fonts, while there is time. What is wrong with them is told by who sets a book in them.
func (f *Faces) Read() { f.read() }

// loadFonts parses and judges the fonts. Its errors are ours: a font that cannot be read, or that gopdf would draw wrongly.
func loadFonts(fonts Fonts) (*typefaces, error) {
	var out typefaces
	for f := range faceCount {
		if fonts[f] == nil {
			if f == Regular {
				return nil, fmt.Errorf("booklet: no text font")
			}
			out[f] = out[Regular]
			continue
		}
		t, err := parseFont(fonts[f])
		if err != nil {
			return nil, fmt.Errorf("booklet: font %s: %w", faceNames[f], err)
		}
		if f == Display {
			if t.kern, err = newKerner(fonts[f]); err != nil {
				return nil, fmt.Errorf("booklet: font %s: %w", faceNames[f], err)
			}
		}
		out[f] = t
	}
	return &out, nil
}

func parseFont(data []byte) (*typeface, error) {
	t := &typeface{data: data}
	if err := t.sub.SetTTFData(data); err != nil {
		return nil, err
	}
	p := t.sub.GetTTFParser()
	for _, e := range p.GetTables() { // a check: its order does not matter
		if e.Offset+e.Length > uint(len(data)) {
			return nil, fmt.Errorf("a table reaches beyond the end of the file")
		}
	}
	t.upem = int(p.UnitsPerEm())
	em := float64(t.upem)
	t.ascent, t.descent, t.cap = float64(p.Ascender())/em, -float64(p.Descender())/em, float64(p.CapHeight())/em
	t.space = t.lookUp(' ').code
	for _, b := range blocks {
		t.blocks[b] = new(block)
		for r := range rune(256) {
			t.blocks[b][r] = t.lookUp(b<<8 + r)
		}
	}
	if missing, nested := t.lint(alphabet()); len(missing)+len(nested) > 0 {
		return nil, fmt.Errorf("lacks %q; glyphs nested too deeply for gopdf: %q", string(missing), string(nested))
	}
	return t, nil
}

// letter gives a character in the face.
func (t *typeface) letter(r rune) letter {
	if b := uint32(r) >> 8; b < uint32(len(t.blocks)) && t.blocks[b] != nil {
		return t.blocks[b][r&0xFF]
	}
	return t.lookUp(r)
}

func (t *typeface) lookUp(r rune) letter {
	g, err := t.sub.CharCodeToGlyphIndex(r)
	if err != nil {
		return letter{-1, t.space}
	}
	if g == 0 || r < 0x20 {
		return letter{-1, codeOf(g)}
	}
	return letter{int16(t.sub.GlyphIndexToPdfWidth(g)), codeOf(g)}
}

// advance gives the advance of a character in 1/1000 em; a missing glyph is as wide as a space, as gopdf draws it.
func (t *typeface) advance(r rune) (w int, ok bool) {
	if r == nbsp {
		r = ' '
	}
	if a := t.letter(r).advance; a >= 0 {
		return int(a), true
	}
	return int(t.letter(' ').advance), false
}

// width gives the width of a text of one line in points. Tracking is added after every character, the last one too.
func (t *typeface) width(s string, size, tracking float64) float64 {
	w, _ := t.measure(s, size, tracking)
	return w
}

// measure gives the width of a text, and whether the face has all of its characters.
func (t *typeface) measure(s string, size, tracking float64) (w float64, whole bool) {
	sum, n := 0, 0
	whole = true
	var before rune
	for _, r := range s {
		a, ok := t.advance(r)
		whole = whole && ok
		sum += a
		if t.kern != nil {
			if n > 0 {
				sum += t.kern.thousandths(before, r, t.upem)
			}
			before = r
		}
		n++
	}
	return float64(sum)*size/1000 + float64(n)*tracking, whole
}

// missing gives the first character of a text that the face has no glyph for.
func (t *typeface) missing(s string) (rune, bool) {
	for _, r := range s {
		if _, ok := t.advance(r); !ok {
			return r, true
		}
	}
	return 0, false
}

const nbsp = '\u00a0'

// shown is the text as it is drawn: a held space is drawn, searched for and copied as a space.
func shown(s string) string {
	if !strings.ContainsRune(s, nbsp) {
		return s
	}
	return strings.ReplaceAll(s, string(nbsp), " ")
}

// spaces counts the spaces of a text that justification may widen.
func spaces(s string) int {
	return strings.Count(s, " ") + strings.Count(s, string(nbsp))
}

// fits gives the length of the longest head of s that is at most w points wide, at least one character.
func (t *typeface) fits(s string, size, tracking, w float64) int {
	x := 0.0
	for i, r := range s {
		a, _ := t.advance(r)
		x += float64(a)*size/1000 + tracking
		if i > 0 && x > w {
			return i
		}
	}
	return len(s)
}

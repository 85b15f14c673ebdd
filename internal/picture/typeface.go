package picture

import (
	"fmt"
	"sync"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// Face is one of the faces that pictures are set in.
type Face uint8

// The faces. Plain and PlainBold are asked for by nobody: they lend the characters that a face of the design lacks.
const (
	Display Face = iota // names and titles
	Text
	TextBold
	Plain
	PlainBold
	faceCount
)

// Fonts are the faces' TrueType files.
type Fonts [faceCount][]byte

// lenders are the faces that lend characters to a face, in this order.
var lenders = [faceCount][]Face{Display: {PlainBold, TextBold, Plain}, Text: {Plain, TextBold}, TextBold: {PlainBold, Text, Plain}, Plain: {}, PlainBold: {}}

// point is a place in em or pixels, y growing downwards.
type point struct{ x, y float32 }

// segment is a step of an outline: its last point used is its end.
type segment struct {
	op sfnt.SegmentOp
	p  [3]point
}

// glyph is a letter in em, its origin on the baseline.
type glyph struct {
	face     *typeface
	index    sfnt.GlyphIndex
	advance  float64
	outline  []segment
	from, to point // its box
}

// typeface reads glyphs and measures them. It is safe for use by several goroutines.
type typeface struct {
	font   *sfnt.Font
	em     fixed.Int26_6
	mu     sync.Mutex
	buf    sfnt.Buffer
	glyphs map[rune]*glyph // nil: it has none
	kerns  map[[2]sfnt.GlyphIndex]float64
}

func newTypeface(ttf []byte) (*typeface, error) {
	f, err := sfnt.Parse(ttf)
	if err != nil {
		return nil, fmt.Errorf("phông chữ của ảnh: %w", err)
	}
	return &typeface{font: f, em: fixed.I(int(f.UnitsPerEm())), glyphs: map[rune]*glyph{}, kerns: map[[2]sfnt.GlyphIndex]float64{}}, nil
}

// glyph answers with a character's glyph, nil where the face has none.
func (t *typeface) glyph(r rune) (*glyph, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	g, known := t.glyphs[r]
	if known {
		return g, nil
	}
	g, err := t.load(r)
	if err != nil {
		return nil, fmt.Errorf("phông chữ của ảnh: %q: %w", r, err)
	}
	t.glyphs[r] = g
	return g, nil
}

func (t *typeface) load(r rune) (*glyph, error) {
	i, err := t.font.GlyphIndex(&t.buf, r)
	if err != nil || i == 0 {
		return nil, err
	}
	advance, err := t.font.GlyphAdvance(&t.buf, i, t.em, font.HintingNone)
	if err != nil {
		return nil, err
	}
	segments, err := t.font.LoadGlyph(&t.buf, i, t.em, nil)
	if err != nil {
		return nil, err
	}
	g := &glyph{face: t, index: i, advance: float64(advance) / float64(t.em), outline: make([]segment, 0, len(segments))}
	for k, s := range segments {
		out := segment{op: s.Op}
		for j := range points(s.Op) {
			p := point{float32(s.Args[j].X) / float32(t.em), float32(s.Args[j].Y) / float32(t.em)}
			if k == 0 && j == 0 {
				g.from, g.to = p, p
			}
			g.from, g.to = point{min(g.from.x, p.x), min(g.from.y, p.y)}, point{max(g.to.x, p.x), max(g.to.y, p.y)}
			out.p[j] = p
		}
		g.outline = append(g.outline, out)
	}
	return g, nil
}

// points is how many points a step has.
func points(op sfnt.SegmentOp) int {
	switch op {
	case sfnt.SegmentOpQuadTo:
		return 2
	case sfnt.SegmentOpCubeTo:
		return 3
	}
	return 1
}

// kern is by how much the second of two glyphs of this face is moved, in em.
func (t *typeface) kern(left, right sfnt.GlyphIndex) float64 {
	t.mu.Lock()
	defer t.mu.Unlock()
	key := [2]sfnt.GlyphIndex{left, right}
	k, known := t.kerns[key]
	if !known {
		if v, err := t.font.Kern(&t.buf, left, right, t.em, font.HintingNone); err == nil {
			k = float64(v) / float64(t.em)
		}
		t.kerns[key] = k
	}
	return k
}

// faces are the faces by Face.
type faces [faceCount]*typeface

func newFaces(fonts Fonts) (*faces, error) {
	var out faces
	for i, ttf := range fonts {
		t, err := newTypeface(ttf)
		if err != nil {
			return nil, err
		}
		out[i] = t
	}
	return &out, nil
}

// placed is a glyph in a line, at x em from its start.
type placed struct {
	*glyph
	x float64
}

// line is text that stands on one line.
type line struct {
	glyphs []placed
	width  float64 // em
}

// set sets a line with kerning and spacing, in em, after each character. A character that no face has is an error: better no picture than one
// that misspells a name.
func (f *faces) set(face Face, s string, spacing float64, kerned bool) (line, error) {
	out := line{glyphs: make([]placed, 0, len(s))}
	var last *glyph
	for _, r := range s {
		if r == '\u00a0' || r == '\u202f' {
			r = ' '
		}
		g, err := f.find(face, r)
		if err != nil {
			return out, fmt.Errorf("%q: %w", s, err)
		}
		if kerned && last != nil && last.face == g.face {
			out.width += g.face.kern(last.index, g.index)
		}
		out.glyphs = append(out.glyphs, placed{g, out.width})
		out.width += g.advance + spacing
		last = g
	}
	if len(out.glyphs) > 0 {
		out.width -= spacing
	}
	return out, nil
}

func (f *faces) find(face Face, r rune) (*glyph, error) {
	g, err := f[face].glyph(r)
	if err != nil || g != nil {
		return g, err
	}
	for _, lender := range lenders[face] {
		if g, err = f[lender].glyph(r); err != nil || g != nil {
			return g, err
		}
	}
	return nil, fmt.Errorf("không phông chữ nào có ký tự %q (U+%04X)", r, r)
}

package booklet

import (
	"encoding/binary"
	"slices"
	"sync"

	"golang.org/x/text/unicode/norm"
)

// Alphabet gives the characters that every face must have: printable ASCII, the Vietnamese letters with their tones in both cases,
// the currency sign and the punctuation of our typesetting.
func Alphabet() []rune { return slices.Clone(alphabet()) }

var alphabet = sync.OnceValue(func() []rune {
	var out []rune
	for r := rune(0x20); r < 0x7f; r++ {
		out = append(out, r)
	}
	for _, base := range "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY" {
		for _, tone := range []string{"", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"} {
			out = append(out, []rune(norm.NFC.String(string(base)+tone))...)
		}
	}
	return append(out, []rune("đĐ₫–—“”‘’…•·")...)
})

// lint tells which of the characters the font lacks, and which gopdf would draw without their marks: gopdf embeds the parts of
// a composite glyph but not the parts of its parts, silently, and the extracted text stays right.
func (t *typeface) lint(need []rune) (missing, nested []rune) {
	for _, r := range need {
		g, err := t.sub.CharCodeToGlyphIndex(r)
		if err != nil || g == 0 {
			missing = append(missing, r)
			continue
		}
		for _, part := range t.parts(g) {
			if t.parts(part) != nil {
				nested = append(nested, r)
				break
			}
		}
	}
	return missing, nested
}

// Flags of a component in a composite glyph (OpenType, table glyf).
const (
	argsAreWords  = 0x0001
	haveScale     = 0x0008
	moreParts     = 0x0020
	haveXYScale   = 0x0040
	haveTwoByTwo  = 0x0080
	partHeader    = 4  // flags, glyph index
	outlineHeader = 10 // contours, bounding box
)

// parts gives the glyphs that a composite glyph is made of; nil for a simple or empty one.
func (t *typeface) parts(glyph uint) []uint {
	p := t.sub.GetTTFParser()
	if glyph+1 >= uint(len(p.LocaTable)) {
		return nil
	}
	base := p.GetTables()["glyf"].Offset
	from, to := base+p.LocaTable[glyph], base+p.LocaTable[glyph+1]
	if from == to || int16(binary.BigEndian.Uint16(t.data[from:])) >= 0 {
		return nil
	}
	var out []uint
	for at := from + outlineHeader; at+partHeader <= to; {
		flags := binary.BigEndian.Uint16(t.data[at:])
		out = append(out, uint(binary.BigEndian.Uint16(t.data[at+2:])))
		at += partHeader + 2
		if flags&argsAreWords != 0 {
			at += 2
		}
		switch {
		case flags&haveScale != 0:
			at += 2
		case flags&haveXYScale != 0:
			at += 4
		case flags&haveTwoByTwo != 0:
			at += 8
		}
		if flags&moreParts == 0 {
			break
		}
	}
	return out
}

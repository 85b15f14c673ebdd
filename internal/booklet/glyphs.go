package booklet

import (
	"bytes"
	"strconv"
)

// code is a glyph's number as content streams have it.
type code [4]byte

func codeOf(glyph uint) (c code) {
	const digits = "0123456789ABCDEF"
	for i := range c {
		c[i] = digits[glyph>>(12-4*i)&15]
	}
	return c
}

var (
	blankFace = []byte("/F1 ")
	showEmpty = []byte("[<>] TJ\n")
)

// show copies lines that gopdf wrote of an empty text and puts in a face and glyphs: pairs kerned, spaces of a justified line widened, which
// gopdf cannot, and a space at the end if more follows. gopdf looks each character up in four maps and formats each number by itself, which
// would take longer than all else that is done for a page.
func (s *studio) show(out, lines []byte, o *Op, more bool) ([]byte, error) {
	before, rest, named := bytes.Cut(lines, blankFace)
	between, after, shows := bytes.Cut(rest, showEmpty)
	if !named || !shows {
		return nil, errShape
	}
	face := s.faces[o.Face]
	out = append(append(append(out, before...), s.names[o.Face]...), between...)
	out = face.appendGlyphs(append(out, showEmpty[:2]...), o.Text, -o.Spread*1000/o.Size)
	if more {
		out = append(out, face.space[:]...)
	}
	return append(append(out, showEmpty[2:]...), after...), nil
}

// appendGlyphs writes the glyphs of a text with an adjustment after each space. Adjustments are in 1/1000 em, to the left.
func (t *typeface) appendGlyphs(out []byte, text string, by float64) []byte {
	var before rune
	for i, r := range text {
		if t.kern != nil {
			if i > 0 {
				if k := t.kern.thousandths(before, r, t.upem); k != 0 {
					out = append(strconv.AppendInt(append(out, '>'), int64(-k), 10), '<')
				}
			}
			before = r
		}
		c := t.letter(r).code
		out = append(out, c[:]...)
		if by != 0 && c == t.space {
			out = append(strconv.AppendFloat(append(out, '>'), by, 'f', 1, 64), '<')
		}
	}
	return out
}

package booklet

// Millimetre in points.
const mm = 72 / 25.4

// The trimmed page is A5. The inner margin is generous, for a saddle stitch.
const (
	trimWidth    = 148 * mm
	trimHeight   = 210 * mm
	innerMargin  = 21 * mm
	outerMargin  = 16 * mm
	topMargin    = 22 * mm
	bottomMargin = 21 * mm
	typeWidth    = trimWidth - innerMargin - outerMargin
	typeHeight   = trimHeight - topMargin - bottomMargin

	headLine  = 14.5 * mm            // baseline of the running head
	footLine  = trimHeight - 11.5*mm // baseline of the folio
	chapterAt = 16 * mm              // how far a chapter's title stands below the top of the type area
	columnGap = 6 * mm
)

// typeArea is where on the pages of a stretch text stands.
type typeArea struct {
	inner, outer, top, height float64
}

// left is the left edge of the area on a page counted from 0.
func (a typeArea) left(page int) float64 {
	if recto(page) {
		return a.inner
	}
	return a.outer
}

// bookArea is the type area of the book.
var bookArea = typeArea{innerMargin, outerMargin, topMargin, typeHeight}

// typeLeft is the left edge of the type area of a page counted from 0; even ones are right-hand pages.
func typeLeft(page int) float64 {
	return bookArea.left(page)
}

func recto(page int) bool { return page%2 == 0 }

// Sizes and leadings of text, in points.
const (
	textSize, textLeading   = 10, 13.8
	smallSize, smallLeading = 8.5, 11.4
	tinySize                = 7.2
)

// palette is the booklet's few colours.
type palette struct {
	Paper, Ink, Soft, Red, Gold, Hair Colour
}

// basePalette is ivory, near-black, one deep red and one antique gold used sparingly; Soft is for what is secondary,
// at least 4.5:1 on the paper, Hair for the thinnest rules.
var basePalette = palette{
	Paper: Colour{0xFD, 0xFA, 0xF2},
	Ink:   Colour{0x1F, 0x1A, 0x17},
	Soft:  Colour{0x5F, 0x57, 0x4E},
	Red:   Colour{0x8C, 0x1C, 0x1C},
	Gold:  Colour{0xA6, 0x7C, 0x2D},
	Hair:  Colour{0xD9, 0xCB, 0xAA},
}

// parseColour reads #rrggbb.
func parseColour(s string, otherwise Colour) Colour {
	if len(s) != 7 || s[0] != '#' {
		return otherwise
	}
	var v [3]uint8
	for i := range v {
		high, low := hexDigit(s[1+2*i]), hexDigit(s[2+2*i])
		if high < 0 || low < 0 {
			return otherwise
		}
		v[i] = uint8(high<<4 | low)
	}
	return Colour{v[0], v[1], v[2]}
}

func hexDigit(c byte) int {
	switch {
	case c >= '0' && c <= '9':
		return int(c - '0')
	case c >= 'a' && c <= 'f':
		return int(c-'a') + 10
	case c >= 'A' && c <= 'F':
		return int(c-'A') + 10
	}
	return -1
}

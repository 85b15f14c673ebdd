package booklet

import "encoding/binary"

// blankName is what gopdf is told that the font is called.
const blankName = "blank"

// blankFont is a TrueType font of one glyph, which is empty, and of no characters: gopdf needs a font to draw a text in. With the booklet's
// own faces it would make and compress, for each of its documents, subsets that are thrown away.
func blankFont() []byte {
	head := make([]byte, 54)
	binary.BigEndian.PutUint32(head[12:], 0x5F0F3CF5) // magic number
	binary.BigEndian.PutUint16(head[18:], 1000)       // units of an em
	hhea := make([]byte, 36)
	hhea[35] = 1 // advance
	maxp := make([]byte, 6)
	maxp[5] = 1 // glyph
	return assembled([]table{
		{tag: "head", data: head}, {tag: "hhea", data: hhea}, {tag: "maxp", data: maxp}, {tag: "hmtx", data: make([]byte, 4)},
		{tag: "loca", data: make([]byte, 4)}, {tag: "glyf"}, {tag: "cmap", data: charMap(nil, nil)}, nameless, {tag: "OS/2", data: make([]byte, 78)},
		{tag: "post", data: make([]byte, 32)},
	})
}

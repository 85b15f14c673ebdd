package booklet

import "encoding/binary"

// blankName is what gopdf is told that the font is called.
const blankName = "blank"

// blankFont is a TrueType font of one glyph, which is empty, and of no characters: gopdf needs a font to draw a text in. With the booklet's
// own faces it would make and compress, for each of its documents, subsets that are thrown away.
func blankFont() []byte {
	const short, long = 2, 4
	table := func(length int, values ...[3]int) []byte { // where, how long, what
		t := make([]byte, length)
		for _, v := range values {
			if v[1] == short {
				binary.BigEndian.PutUint16(t[v[0]:], uint16(v[2]))
			} else {
				binary.BigEndian.PutUint32(t[v[0]:], uint32(v[2]))
			}
		}
		return t
	}
	tables := []struct {
		tag  string
		data []byte
	}{
		{"head", table(54, [3]int{12, long, 0x5F0F3CF5}, [3]int{18, short, 1000})}, // magic number, units of an em
		{"hhea", table(36, [3]int{34, short, 1})},                                  // advances
		{"maxp", table(6, [3]int{4, short, 1})},                                    // glyphs
		{"hmtx", table(4)},
		{"loca", table(4)},
		{"glyf", nil},
		{"cmap", table(36, // one table, for Unicode, with nothing but the end of its list
			[3]int{2, short, 1}, [3]int{4, short, 3}, [3]int{6, short, 1}, [3]int{8, long, 12},
			[3]int{12, short, 4}, [3]int{14, short, 24}, [3]int{18, short, 2}, [3]int{26, short, 0xFFFF}, [3]int{30, short, 0xFFFF}, [3]int{32, short, 1})},
		{"name", append(table(18, [3]int{2, short, 1}, [3]int{4, short, 18}, [3]int{12, short, 6}, [3]int{14, short, 1}), 'X')},
		{"OS/2", table(78)},
		{"post", table(32)},
	}
	const header, entry = 12, 16
	at := header + entry*len(tables)
	file := binary.BigEndian.AppendUint32(nil, 0x00010000)
	file = binary.BigEndian.AppendUint16(file, uint16(len(tables)))
	file = append(file, make([]byte, header-len(file))...)
	var bodies []byte
	for _, t := range tables {
		file = append(file, t.tag...)
		for _, v := range []int{0, at + len(bodies), len(t.data)} { // gopdf reads no checksum
			file = binary.BigEndian.AppendUint32(file, uint32(v))
		}
		bodies = append(bodies, t.data...)
	}
	return append(file, bodies...)
}

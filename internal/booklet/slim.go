package booklet

import (
	"bytes"
	"encoding/binary"

	"github.com/signintech/gopdf"
)

// table is one of the tables of a TrueType font; sum is its checksum.
type table struct {
	tag  string
	sum  uint
	data []byte
}

// assembled is a font of tables.
func assembled(tables []table) []byte {
	const header, entry, grain = 12, 16, 4
	at := header + entry*len(tables)
	size := at
	for _, t := range tables {
		size += len(t.data) + grain
	}
	file := make([]byte, 0, size)
	file = binary.BigEndian.AppendUint32(file, 0x00010000)
	file = binary.BigEndian.AppendUint16(file, uint16(len(tables)))
	file = append(file, 0, 0, 0, 0, 0, 0) // what helps to search, which gopdf does not read
	for _, t := range tables {
		file = append(file, t.tag...)
		for _, v := range []int{int(t.sum), at, len(t.data)} {
			file = binary.BigEndian.AppendUint32(file, uint32(v))
		}
		at += (len(t.data) + grain - 1) / grain * grain
	}
	for _, t := range tables {
		file = append(file, t.data...)
		for len(file)%grain > 0 {
			file = append(file, 0)
		}
	}
	return file
}

// nameless is a table of names that names the font with one letter, as gopdf wants it to have a name and does not use it.
var nameless = table{tag: "name", data: append([]byte{
	0, 0, 0, 1, 0, 18, // one name; where names begin
	0, 0, 0, 0, 0, 0, 0, 6, 0, 1, 0, 0, // of PostScript, one byte long
}, 'X')}

// charMap is a table (cmap, format 4) of characters and their glyphs.
func charMap(chars []rune, glyphs []uint) []byte {
	n := uint16(len(chars) + 1) // the last one ends the list
	var ends, starts, deltas []byte
	for i, r := range chars {
		ends = binary.BigEndian.AppendUint16(ends, uint16(r))
		deltas = binary.BigEndian.AppendUint16(deltas, uint16(glyphs[i])-uint16(r))
	}
	ends, deltas = append(ends, 0xFF, 0xFF), append(deltas, 0, 1)
	starts = ends // each stands by itself
	var out []byte
	for _, v := range []uint16{0, 1, 3, 1, 0, 12, 4, 16 + 8*n, 0, 2 * n, 0, 0, 0} { // one table, for Unicode, at 12; nothing helps to search
		out = binary.BigEndian.AppendUint16(out, v)
	}
	out = append(append(out, ends...), 0, 0)
	return append(append(append(out, starts...), deltas...), make([]byte, 2*n)...)
}

// slim gives the face as gopdf needs it for a subset of some characters: it reads every character and every advance of a font, and puts the
// advances of all of its glyphs into the subset, where they take a third of the room. Those of other glyphs are nothing here.
func (t *typeface) slim(chars []rune) []byte {
	var known []rune
	var glyphs []uint
	wide := false
	for _, r := range chars {
		if g, err := t.sub.CharCodeToGlyphIndex(r); err == nil {
			known, glyphs = append(known, r), append(glyphs, g)
			wide = wide || r > 0xFFFF
		}
	}
	all := []table{{tag: "hmtx", data: t.advances(glyphs)}, nameless}
	all[0].sum = gopdf.CheckSum(append(bytes.Clone(all[0].data), make([]byte, -len(all[0].data)&3)...))
	if wide { // which is beyond format 4
		all = append(all, t.table("cmap"))
	} else {
		all = append(all, table{tag: "cmap", data: charMap(known, glyphs)})
	}
	for _, tag := range []string{"head", "hhea", "maxp", "loca", "glyf", "OS/2", "post", "cvt ", "fpgm", "prep"} {
		all = append(all, t.table(tag))
	}
	return assembled(all)
}

// table gives one of the face's own tables, empty if it has none of that name.
func (t *typeface) table(tag string) table {
	e := t.sub.GetTTFParser().GetTables()[tag]
	return table{tag, e.CheckSum, t.data[e.Offset:][:e.Length]}
}

// advances is the table of advances (hmtx) with those of some glyphs and their parts alone.
func (t *typeface) advances(glyphs []uint) []byte {
	whole, metrics := t.table("hmtx").data, t.sub.GetTTFParser().NumberOfHMetrics()
	out := make([]byte, len(whole))
	keep := func(glyph uint) {
		const long, short = 4, 2 // advance and bearing; bearing, of a glyph as wide as the last of those
		from, to := long*glyph, long*(glyph+1)
		if glyph >= metrics {
			from = long*metrics + short*(glyph-metrics)
			to = from + short
		}
		if to <= uint(len(whole)) {
			copy(out[from:to], whole[from:to])
		}
	}
	keep(0)
	keep(metrics - 1)
	for _, g := range glyphs {
		keep(g)
		for _, part := range t.parts(g) {
			keep(part)
		}
	}
	return out
}

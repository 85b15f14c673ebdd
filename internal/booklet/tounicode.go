package booklet

import (
	"bytes"
	"fmt"
	"slices"
	"strconv"
	"unicode/utf16"
)

// blockLimit is how many entries a block of a CMap may hold (PDF 32000-1, 9.10.3).
const blockLimit = 100

// unicodeMap gives gopdf's map from glyphs to characters again: the full code space, blocks within the limit, characters beyond the
// basic plane as surrogates, no glyph twice.
func unicodeMap(object []byte) []byte {
	type entry struct{ glyph, char uint64 }
	var entries []entry
	for line := range bytes.Lines(object) {
		if len(line) < 18 || line[0] != '<' || line[5] != '>' {
			continue
		}
		glyph, err1 := strconv.ParseUint(string(line[1:5]), 16, 32)
		last := bytes.Trim(line[12:], "<>\n")
		char, err2 := strconv.ParseUint(string(last), 16, 32)
		if err1 != nil || err2 != nil || glyph == 0 || char == 0 {
			continue
		}
		entries = append(entries, entry{glyph, char})
	}
	slices.SortStableFunc(entries, func(a, b entry) int { return int(a.glyph) - int(b.glyph) })
	entries = slices.CompactFunc(entries, func(a, b entry) bool { return a.glyph == b.glyph })
	var w bytes.Buffer
	w.WriteString("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n" +
		"/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n" +
		"1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n")
	for block := range slices.Chunk(entries, blockLimit) {
		fmt.Fprintf(&w, "%d beginbfchar\n", len(block))
		for _, e := range block {
			fmt.Fprintf(&w, "<%04X> <", e.glyph)
			for _, u := range utf16.AppendRune(nil, rune(e.char)) {
				fmt.Fprintf(&w, "%04X", u)
			}
			w.WriteString(">\n")
		}
		w.WriteString("endbfchar\n")
	}
	w.WriteString("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
	return w.Bytes()
}

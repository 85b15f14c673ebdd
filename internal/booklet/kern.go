package booklet

import (
	"bytes"
	"slices"
	"sync"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/font/opentype/tables"
)

// kerner gives the pair kerning of a font's GPOS table, which gopdf does not read. Pairs are looked up once and remembered.
//
// It reads the table itself: the shaper of the same library finds no kerning for some pairs that HarfBuzz kerns (ỮA in EB Garamond), and in
// Vietnamese it takes other glyphs than gopdf draws.
type kerner struct {
	mu      sync.Mutex
	face    *font.Face
	lookups [][]tables.PairPos
	pairs   map[[2]rune]int16 // font units
}

func newKerner(data []byte) (*kerner, error) {
	face, err := font.ParseTTF(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	k := &kerner{face: face, pairs: map[[2]rune]int16{}}
	for _, i := range kernLookups(&face.GPOS.Layout) {
		if int(i) >= len(face.GPOS.Lookups) {
			continue
		}
		var pairs []tables.PairPos
		for _, s := range face.GPOS.Lookups[i].Subtables {
			if p, ok := s.(tables.PairPos); ok {
				pairs = append(pairs, p)
			}
		}
		k.lookups = append(k.lookups, pairs)
	}
	return k, nil
}

// kernLookups gives the lookups of the feature kern for Latin script, in the order in which they apply.
func kernLookups(l *font.Layout) []uint16 {
	at := l.FindScript(opentype.MustNewTag("latn"))
	if at < 0 {
		at = l.FindScript(opentype.MustNewTag("DFLT"))
	}
	if at < 0 || l.Scripts[at].DefaultLangSys == nil {
		return nil
	}
	var out []uint16
	for _, i := range l.Scripts[at].DefaultLangSys.FeatureIndices {
		if int(i) < len(l.Features) && l.Features[i].Tag == opentype.MustNewTag("kern") {
			out = append(out, l.Features[i].LookupListIndices...)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// pair gives the kerning between two characters in font units; negative brings them together. Safe for concurrent use.
func (k *kerner) pair(left, right rune) int16 {
	if left == nbsp {
		left = ' '
	}
	if right == nbsp {
		right = ' '
	}
	k.mu.Lock()
	defer k.mu.Unlock()
	key := [2]rune{left, right}
	if v, ok := k.pairs[key]; ok {
		return v
	}
	v := int16(0)
	a, hasA := k.face.NominalGlyph(left)
	b, hasB := k.face.NominalGlyph(right)
	if hasA && hasB {
		for _, subtables := range k.lookups {
			v += firstThatApplies(subtables, tables.GlyphID(a), tables.GlyphID(b))
		}
	}
	k.pairs[key] = v
	return v
}

// firstThatApplies gives what the first subtable that knows two glyphs adds to the advance of the left one.
func firstThatApplies(subtables []tables.PairPos, left, right tables.GlyphID) int16 {
	for _, s := range subtables {
		at, covered := s.Cov().Index(left)
		if !covered {
			continue
		}
		switch d := s.Data.(type) {
		case tables.PairPosData1:
			if at < len(d.PairSets) {
				if r, ok := d.PairSets[at].FindGlyph(right); ok {
					return r.ValueRecord1.XAdvance
				}
			}
		case tables.PairPosData2:
			if second, _ := d.ClassDef2.Class(right); second != 0 {
				first, _ := d.ClassDef1.Class(left)
				return d.Record(first, second).ValueRecord1.XAdvance
			}
		}
	}
	return 0
}

// thousandths gives the kerning of a pair in 1/1000 em, cut as gopdf cuts it.
func (k *kerner) thousandths(left, right rune, upem int) int {
	return int(k.pair(left, right)) * 1000 / upem
}

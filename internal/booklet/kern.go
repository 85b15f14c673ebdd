package booklet

import (
	"bytes"
	"sync"

	"github.com/go-text/typesetting/di"
	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/language"
	"github.com/go-text/typesetting/shaping"
	"golang.org/x/image/math/fixed"
)

// kerner gives the pair kerning of a font's GPOS table, which gopdf does not read. Pairs are shaped once and remembered.
type kerner struct {
	mu     sync.Mutex
	face   *font.Face
	shaper shaping.HarfbuzzShaper
	pairs  map[[2]rune]int16 // font units
	single map[rune]fixed.Int26_6
}

func newKerner(data []byte) (*kerner, error) {
	face, err := font.ParseTTF(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	return &kerner{face: face, pairs: map[[2]rune]int16{}, single: map[rune]fixed.Int26_6{}}, nil
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
	if both, glyphs := k.shape(left, right); glyphs == 2 {
		v = int16((both - k.alone(left) - k.alone(right)).Round())
	}
	k.pairs[key] = v
	return v
}

func (k *kerner) alone(r rune) fixed.Int26_6 {
	v, ok := k.single[r]
	if !ok {
		v, _ = k.shape(r)
		k.single[r] = v
	}
	return v
}

// shape gives the advance of a text and its number of glyphs; a pair that became a ligature is not kerned.
func (k *kerner) shape(text ...rune) (fixed.Int26_6, int) {
	out := k.shaper.Shape(shaping.Input{
		Text: text, RunEnd: len(text), Direction: di.DirectionLTR, Face: k.face,
		Size: fixed.I(int(k.face.Upem())), Script: language.Latin, Language: "vi",
	})
	return out.Advance, len(out.Glyphs)
}

// thousandths gives the kerning of a pair in 1/1000 em, cut as gopdf cuts it.
func (k *kerner) thousandths(left, right rune, upem int) int {
	return int(k.pair(left, right)) * 1000 / upem
}

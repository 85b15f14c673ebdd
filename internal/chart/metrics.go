package chart

import (
	"fmt"
	"strconv"
	"strings"
	"sync"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// face measures text in em, by the advances that browser and booklet use as well. It is safe for use by several goroutines.
type face struct {
	font    *sfnt.Font
	central float64 // from the baseline up to the middle between ascent and descent
	mu      sync.Mutex
	buf     sfnt.Buffer
	advance map[rune]float64
}

func newFace(ttf []byte) (*face, error) {
	f, err := sfnt.Parse(ttf)
	if err != nil {
		return nil, fmt.Errorf("chart font: %w", err)
	}
	c := &face{font: f, advance: map[rune]float64{}}
	em := fixed.I(int(f.UnitsPerEm()))
	m, err := f.Metrics(&c.buf, em, font.HintingNone)
	if err != nil {
		return nil, fmt.Errorf("chart font: %w", err)
	}
	c.central = float64(m.Ascent-m.Descent) / 2 / float64(em)
	return c, nil
}

// width answers with the width of a line in em. A character without a glyph counts as a whole em: ECharts takes the width
// of 国 as the height of a line, and a face's sign for missing glyphs is narrower.
func (f *face) width(s string) float64 {
	f.mu.Lock()
	defer f.mu.Unlock()
	var w float64
	for _, r := range s {
		a, ok := f.advance[r]
		if !ok {
			a = f.measure(r)
			f.advance[r] = a
		}
		w += a
	}
	return w
}

func (f *face) measure(r rune) float64 {
	g, err := f.font.GlyphIndex(&f.buf, r)
	if err != nil || g == 0 {
		return 1
	}
	em := fixed.I(int(f.font.UnitsPerEm()))
	a, err := f.font.GlyphAdvance(&f.buf, g, em, font.HintingNone)
	if err != nil {
		return 1
	}
	return float64(a) / float64(em)
}

// faces are the two weights that charts are set in.
type faces struct{ regular, semibold *face }

// width answers with the width in pixels of a text set in a CSS font such as "600 12px Be Vietnam Pro".
func (f faces) width(text, css string) float64 {
	size, chosen := float64(fontSize), f.regular
	for _, word := range strings.Fields(css) {
		if number, ok := strings.CutSuffix(word, "px"); ok {
			if v, err := strconv.ParseFloat(number, 64); err == nil {
				size = v
			}
			break // the family follows
		}
		if isBold(word) {
			chosen = f.semibold
		}
	}
	return chosen.width(text) * size
}

func isBold(weight string) bool {
	if weight == "bold" {
		return true
	}
	n, err := strconv.Atoi(weight)
	return err == nil && n >= 600
}

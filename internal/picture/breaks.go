package picture

import (
	"math"
	"strings"
)

// A block is a text broken into lines of one size.
type block struct {
	lines         []line
	size, leading float64 // pixels
}

func (b *block) height() float64 { return float64(len(b.lines)) * b.leading }

func (b *block) width() (most float64) {
	for _, l := range b.lines {
		most = max(most, l.width*b.size)
	}
	return most
}

// style is how a block is set.
type style struct {
	face        Face
	size, least float64 // of an em: as wished, and the smallest before lines give way
	leading     float64 // of the size
	spacing     float64 // em, after each character
	most        int     // lines
}

// fit sets a text as large as its style and room allow: first in as many lines as the style has, then smaller, then in more lines, and at last
// smaller than the style's least. Nothing is ever left out.
func (p *pen) fit(s string, st style, width, height float64) block {
	size := st.size
	for {
		b := p.broken(s, st, size, width)
		fits := b.height() <= height+0.5 && b.width() <= width+0.5
		if fits && (len(b.lines) <= st.most || size <= st.least) || size <= smallest || p.err != nil {
			return b
		}
		size -= max(1, math.Floor(size/32))
	}
}

// smallest is the size below which nothing is set, whatever the room.
const smallest = 11

// broken breaks a text at its spaces, no-break ones left alone, into as few lines as the width allows, those as even as can be.
func (p *pen) broken(s string, st style, size, width float64) block {
	out := block{size: size, leading: math.Round(size * st.leading)}
	words := strings.Fields(strings.ReplaceAll(s, "\u00a0", held))
	for i, w := range words {
		words[i] = strings.ReplaceAll(w, held, "\u00a0")
	}
	words = p.apart(words, st, width/size)
	if len(words) == 0 {
		return out
	}
	widths := p.spans(words, st)
	for _, text := range evenly(words, widths, width/size) {
		out.lines = append(out.lines, p.set(st, text))
	}
	return out
}

// held stands for a no-break space while a text is parted at the others.
const held = "\ue000"

func (p *pen) set(st style, s string) line {
	l, err := p.faces.set(st.face, s, st.spacing, true)
	if err != nil && p.err == nil {
		p.err = err
	}
	return l
}

// apart breaks words that are wider than a line: at no-break spaces, then between letters.
func (p *pen) apart(words []string, st style, width float64) []string {
	var out []string
	for _, w := range words {
		if p.set(st, w).width <= width {
			out = append(out, w)
			continue
		}
		for _, part := range strings.Split(w, "\u00a0") {
			if p.set(st, part).width <= width {
				out = append(out, part)
				continue
			}
			from, r := 0, []rune(part)
			for i := range r {
				if i > from && p.set(st, string(r[from:i+1])).width > width {
					out, from = append(out, string(r[from:i])), i
				}
			}
			out = append(out, string(r[from:]))
		}
	}
	return out
}

// spans measures words and the space between two.
func (p *pen) spans(words []string, st style) []float64 {
	out := make([]float64, len(words)+1)
	for i, w := range words {
		out[i] = p.set(st, w).width
	}
	out[len(words)] = p.set(st, "x x").width - 2*p.set(st, "x").width
	return out
}

// evenly puts words in lines: as few as can be, of these the ones whose widest is least wide, then those whose raggedness is least.
func evenly(words []string, widths []float64, width float64) []string {
	n, space := len(words), widths[len(words)]
	type choice struct {
		lines, from int
		cost        float64
	}
	best := make([]choice, n+1) // of the first i words
	for i := 1; i <= n; i++ {
		best[i] = choice{lines: math.MaxInt}
		w := -space
		for from := i - 1; from >= 0; from-- {
			w += widths[from] + space
			if w > width+1e-9 && from < i-1 {
				break
			}
			slack := max(0, width-w)
			c := choice{best[from].lines + 1, from, best[from].cost + slack*slack}
			if c.lines < best[i].lines || c.lines == best[i].lines && c.cost < best[i].cost {
				best[i] = c
			}
		}
	}
	var out []string
	for i := n; i > 0; i = best[i].from {
		out = append(out, strings.Join(words[best[i].from:i], " "))
	}
	for i, j := 0, len(out)-1; i < j; i, j = i+1, j-1 {
		out[i], out[j] = out[j], out[i]
	}
	return out
}

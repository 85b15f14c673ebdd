package picture

import (
	"bytes"
	"math"
	"strconv"
	"strings"

	"golang.org/x/image/font/sfnt"

	"bangvang/internal/chart"
)

// vectors writes a picture as SVG, its texts as outlines, so that it looks the same wherever it is opened: a program that has not the fonts
// would set other ones, and an <img> may load none.
type vectors struct {
	bytes.Buffer
}

// begin opens the picture. Title and description are what it says, for those who cannot see it.
func (v *vectors) begin(width, height int, ground chart.RGB, lang, title, description string) {
	w, h := strconv.Itoa(width), strconv.Itoa(height)
	v.WriteString(`<svg xmlns="http://www.w3.org/2000/svg" width="` + w + `" height="` + h + `" viewBox="0 0 ` + w + " " + h + `" role="img" aria-labelledby="t d" xml:lang="` +
		escape(lang) + `"><title id="t">` + escape(title) + `</title><desc id="d">` + escape(description) + `</desc><path fill="` + code(ground) + `" d="M0 0h` + w + "v" + h + `H0z"/>`)
}

func (v *vectors) end() { v.WriteString("</svg>\n") }

var escaper = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&#34;")

func escape(s string) string { return escaper.Replace(s) }

func code(c chart.RGB) string {
	const digits = "0123456789abcdef"
	return string([]byte{'#', digits[c.R>>4], digits[c.R&15], digits[c.G>>4], digits[c.G&15], digits[c.B>>4], digits[c.B&15]})
}

func (v *vectors) fill(polygon []chart.Point, c chart.RGB, alpha float64) {
	if len(polygon) < 3 {
		return
	}
	v.WriteString(`<path fill="` + code(c) + `"`)
	v.opacity("fill-opacity", alpha)
	v.line(polygon)
	v.WriteString(`z"/>`)
}

func (v *vectors) stroke(line []chart.Point, closed bool, width float64, c chart.RGB, alpha float64) {
	if len(line) < 2 {
		return
	}
	v.WriteString(`<path fill="none" stroke="` + code(c) + `" stroke-width="` + decimal(width) + `"`)
	v.opacity("stroke-opacity", alpha)
	if len(line) > 2 {
		v.WriteString(` stroke-linejoin="round"`)
	}
	v.line(line)
	if closed {
		v.WriteByte('z')
	}
	v.WriteString(`"/>`)
}

func (v *vectors) opacity(name string, alpha float64) {
	if alpha < 1 {
		v.WriteString(" " + name + `="` + decimal(alpha) + `"`)
	}
}

// line opens the attribute of a path along points.
func (v *vectors) line(all []chart.Point) {
	v.WriteString(` d="`)
	d := trail{v: v}
	for i, p := range all {
		if i == 0 {
			d.move(p.X, p.Y)
		} else {
			d.command('l', point{float32(p.X), float32(p.Y)})
		}
	}
}

func (v *vectors) text(l line, at placing, c chart.RGB) {
	begun := false
	d := trail{v: v}
	for _, g := range l.glyphs {
		for i, s := range g.outline {
			if !begun {
				v.WriteString(`<path fill="` + code(c) + `" d="`)
				begun = true
			}
			var p [3]point
			for j := range points(s.op) {
				p[j] = at.place(g.x, s.p[j])
			}
			switch s.op {
			case sfnt.SegmentOpMoveTo:
				if i > 0 {
					d.close()
				}
				d.move(float64(p[0].x), float64(p[0].y))
			case sfnt.SegmentOpLineTo:
				d.command('l', p[0])
			case sfnt.SegmentOpQuadTo:
				d.command('q', p[0], p[1])
			case sfnt.SegmentOpCubeTo:
				d.command('c', p[0], p[1], p[2])
			}
		}
		if len(g.outline) > 0 {
			d.close()
		}
	}
	if begun {
		v.WriteString(`"/>`)
	}
}

// trail writes the steps of a path as short as they can be: relative, in tenths of a pixel, counted from where rounding has led.
type trail struct {
	v      *vectors
	x, y   int // tenths
	x0, y0 int // where the contour began
	last   byte
}

func tenths(v float64) int { return int(math.Round(v * 10)) }

func (t *trail) move(x, y float64) {
	t.x, t.y = tenths(x), tenths(y)
	t.x0, t.y0, t.last = t.x, t.y, 'M'
	t.v.WriteByte('M')
	t.number(t.x, true)
	t.number(t.y, false)
}

func (t *trail) command(op byte, to ...point) {
	first := op != t.last
	if first {
		t.v.WriteByte(op)
	}
	t.last = op
	x, y := t.x, t.y
	for _, p := range to {
		x, y = tenths(float64(p.x)), tenths(float64(p.y))
		t.number(x-t.x, first)
		t.number(y-t.y, false)
		first = false
	}
	t.x, t.y = x, y
}

func (t *trail) close() {
	t.v.WriteByte('z')
	t.x, t.y, t.last = t.x0, t.y0, 'z'
}

// number writes tenths, parted from the number before only where they would run together.
func (t *trail) number(n int, first bool) {
	if n >= 0 && !first {
		t.v.WriteByte(' ')
	}
	if n < 0 {
		t.v.WriteByte('-')
		n = -n
	}
	whole, rest := n/10, n%10
	if whole > 0 || rest == 0 {
		t.v.WriteString(strconv.Itoa(whole))
	}
	if rest > 0 {
		t.v.WriteByte('.')
		t.v.WriteByte(byte('0' + rest))
	}
}

func decimal(v float64) string { return strconv.FormatFloat(math.Round(v*100)/100, 'f', -1, 64) }

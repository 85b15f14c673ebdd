package picture

import (
	"math"

	"bangvang/internal/chart"
)

// pen draws on a surface. The first text that cannot be set is remembered in err and ends the picture.
type pen struct {
	surface
	faces *faces
	tone  *tone
	err   error
}

// align is where a line stands on a place.
type align uint8

const (
	left align = iota
	centre
	right
)

// block sets the lines of a block from y down and answers with the y below it.
func (p *pen) block(b block, x, y float64, a align, c chart.RGB) float64 {
	for _, l := range b.lines {
		p.line(l, x, y+b.leading/2+b.size*middle, b.size, a, c)
		y += b.leading
	}
	return y
}

// middle is how far below the middle of its line a text's baseline lies, in em: half of what capitals are high.
const middle = 0.34

func (p *pen) line(l line, x, baseline, size float64, a align, c chart.RGB) {
	switch a {
	case centre:
		x -= l.width * size / 2
	case right:
		x -= l.width * size
	}
	p.text(l, upright(x, baseline, size), c)
}

// rect fills an upright rectangle.
func (p *pen) rect(x, y, w, h float64, c chart.RGB) {
	p.fill([]chart.Point{{X: x, Y: y}, {X: x + w, Y: y}, {X: x + w, Y: y + h}, {X: x, Y: y + h}}, c, 1)
}

// frame draws the outline of an upright rectangle inside its edges.
func (p *pen) frame(x, y, w, h, thick float64, c chart.RGB) {
	p.rect(x, y, w, thick, c)
	p.rect(x, y+h-thick, w, thick, c)
	p.rect(x, y+thick, thick, h-2*thick, c)
	p.rect(x+w-thick, y+thick, thick, h-2*thick, c)
}

// ring draws a circle's line, its outer edge at the radius.
func (p *pen) ring(x, y, radius, thick float64, c chart.RGB) {
	r := radius - thick/2
	p.stroke(disc(chart.Point{X: x, Y: y}, r, int(16+2*math.Sqrt(r)*3)), true, thick, c, 1)
}

func (p *pen) disc(x, y, radius float64, c chart.RGB) {
	p.fill(disc(chart.Point{X: x, Y: y}, radius, int(16+2*math.Sqrt(radius)*3)), c, 1)
}

// star draws a five-pointed star.
func (p *pen) star(x, y, radius float64, c chart.RGB) {
	const inner = 0.382 // the points' sides go on through the star
	all := make([]chart.Point, 10)
	for i := range all {
		r := radius
		if i%2 == 1 {
			r *= inner
		}
		sin, cos := math.Sincos(float64(i)*math.Pi/5 - math.Pi/2)
		all[i] = chart.Point{X: x + r*cos, Y: y + r*sin}
	}
	p.fill(all, c, 1)
}

// easel lets a chart be drawn with a pen: it is the chart's Canvas.
type easel struct{ *pen }

func (e easel) Fill(polygon []chart.Point, c chart.RGB, alpha float64) {
	e.fill(polygon, e.tone.of(c), alpha)
}

func (e easel) Stroke(line []chart.Point, closed bool, width float64, c chart.RGB, alpha float64) {
	e.stroke(line, closed, width, e.tone.of(c), alpha)
}

// Text sets a label without kerning, as the chart has measured it.
func (e easel) Text(s string, x, baseline, size, degrees float64, bold bool, c chart.RGB) error {
	l, err := e.faces.set(weight(bold), s, 0, false)
	if err != nil {
		return err
	}
	e.text(l, turned(x, baseline, size, degrees), e.tone.of(c))
	return nil
}

func (e easel) Width(s string, size float64, bold bool) float64 {
	l, err := e.faces.set(weight(bold), s, 0, false)
	if err != nil && e.err == nil {
		e.err = err
	}
	return l.width * size
}

func weight(bold bool) Face {
	if bold {
		return TextBold
	}
	return Text
}

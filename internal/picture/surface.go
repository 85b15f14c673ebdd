package picture

import (
	"math"

	"bangvang/internal/chart"
)

// surface is what a picture is drawn on: pixels, or SVG. Places are pixels, y growing downwards; alpha is 0 for invisible to 1.
type surface interface {
	fill(polygon []chart.Point, c chart.RGB, alpha float64)
	stroke(line []chart.Point, closed bool, width float64, c chart.RGB, alpha float64)
	text(l line, at placing, c chart.RGB)
}

// placing is where a line of text stands: its start on the baseline, the size of its em, and how it is turned about that start.
type placing struct {
	x, y, size float64
	sin, cos   float64
}

func upright(x, y, size float64) placing { return placing{x, y, size, 0, 1} }

func turned(x, y, size, degrees float64) placing {
	sin, cos := math.Sincos(degrees * math.Pi / 180)
	return placing{x, y, size, sin, cos}
}

// place answers with where a point of a glyph lies that begins at x em.
func (at placing) place(x float64, p point) point {
	u, v := (x+float64(p.x))*at.size, float64(p.y)*at.size
	return point{float32(at.x + u*at.cos - v*at.sin), float32(at.y + u*at.sin + v*at.cos)}
}

// box is the box of a glyph in its place.
func (at placing) box(g placed) (from, to point) {
	for i, corner := range [4]point{g.from, {g.to.x, g.from.y}, g.to, {g.from.x, g.to.y}} {
		p := at.place(g.x, corner)
		if i == 0 {
			from, to = p, p
		}
		from, to = point{min(from.x, p.x), min(from.y, p.y)}, point{max(to.x, p.x), max(to.y, p.y)}
	}
	return from, to
}

package picture

import (
	"math"

	"bangvang/internal/chart"
	"bangvang/internal/edition"
)

// seal draws the sign of the design: a star in two rings.
func (p *pen) seal(x, y, radius float64, c chart.RGB) {
	p.ring(x, y, radius, max(1.5, radius/15), c)
	p.ring(x, y, radius*0.84, max(1, radius/26), c)
	p.star(x, y+radius*0.03, radius*0.6, c)
}

// rule draws the line that parts a name from what is said of it: thin, with a lozenge in the middle.
func (p *pen) rule(x, y, half float64, c chart.RGB) {
	p.rect(x-half, y-0.75, half-14, 1.5, c)
	p.rect(x+14, y-0.75, half-14, 1.5, c)
	p.fill([]chart.Point{{X: x, Y: y - 6}, {X: x + 6, Y: y}, {X: x, Y: y + 6}, {X: x - 6, Y: y}}, c, 1)
}

// laurels draws a branch on either side of the middle, bending towards each other.
func (p *pen) laurels(x, y, apart, height float64, c chart.RGB) {
	for _, side := range []float64{-1, 1} {
		p.branch(x, y, apart, height, side, c)
	}
}

// branch is a stem along an arc with leaves in pairs, larger towards the middle.
func (p *pen) branch(x, y, apart, height, side float64, c chart.RGB) {
	const leaves = 11
	at := func(t float64) chart.Point { // t from 0 at the foot to 1 at the tip
		a := (t - 0.5) * 2.1
		return chart.Point{X: x + side*(apart-height*0.28+height*0.28*math.Cos(a)*1.9-height*0.2), Y: y - height/2*math.Sin(a)/math.Sin(1.05)}
	}
	var stem []chart.Point
	for i := range 33 {
		stem = append(stem, at(float64(i)/32*0.97))
	}
	p.stroke(stem, false, height/150, c, 1)
	for i := range leaves {
		t := 0.04 + 0.9*float64(i)/(leaves-1)
		q, next := at(t), at(t+0.02)
		along := math.Atan2(next.Y-q.Y, next.X-q.X)
		long := height * (0.105 + 0.05*math.Sin(math.Pi*t))
		for _, turn := range []float64{-0.62, 0.62} {
			p.leaf(q, along+turn, long, c)
		}
	}
	tip := at(0.97)
	before := at(0.94)
	p.leaf(tip, math.Atan2(tip.Y-before.Y, tip.X-before.X), height*0.1, c)
}

// leaf is a lens from a point along a direction.
func (p *pen) leaf(from chart.Point, direction, long float64, c chart.RGB) {
	sin, cos := math.Sincos(direction)
	var all []chart.Point
	add := func(u, v float64) {
		all = append(all, chart.Point{X: from.X + u*cos - v*sin, Y: from.Y + u*sin + v*cos})
	}
	const steps = 8
	for i := range steps + 1 {
		t := float64(i) / steps
		add(long*(0.06+0.94*t), long*0.17*math.Sin(math.Pi*math.Pow(t, 0.85)))
	}
	for i := steps - 1; i > 0; i-- {
		t := float64(i) / steps
		add(long*(0.06+0.94*t), -long*0.17*math.Sin(math.Pi*math.Pow(t, 0.85)))
	}
	p.fill(all, c, 1)
}

// sign draws the shape that goes with a verdict, as pages have it: filled for met, hollow for missed, half for open, broken for unknown.
func (p *pen) sign(s edition.Standing, x, y, radius float64) {
	c, cut, thick := p.tone.verdict(s), p.tone.ground, radius*0.22
	at := func(u, v float64) chart.Point { return chart.Point{X: x + u*radius, Y: y + v*radius} }
	switch s {
	case edition.Exceeded:
		p.disc(x, y, radius, c)
		p.stroke([]chart.Point{at(-0.42, 0.04), at(0, -0.4), at(0.42, 0.04)}, false, thick, cut, 1)
		p.stroke([]chart.Point{at(0, -0.36), at(0, 0.5)}, false, thick, cut, 1)
	case edition.Met:
		p.disc(x, y, radius, c)
		p.stroke([]chart.Point{at(-0.44, 0.04), at(-0.12, 0.36), at(0.44, -0.32)}, false, thick, cut, 1)
	case edition.Missed:
		p.ring(x, y, radius, thick, c)
		p.stroke([]chart.Point{at(-0.4, 0), at(0.4, 0)}, false, thick, c, 1)
	case edition.Undecided:
		p.ring(x, y, radius, thick, c)
		half := []chart.Point{}
		for i := range 17 {
			sin, cos := math.Sincos(float64(i)/16*math.Pi - math.Pi/2)
			half = append(half, at(0.85*cos, 0.85*sin))
		}
		p.fill(half, c, 1)
	default:
		const dashes = 8
		for i := range dashes {
			var arc []chart.Point
			for k := range 6 {
				sin, cos := math.Sincos((float64(i) + float64(k)/5*0.55) * 2 * math.Pi / dashes)
				arc = append(arc, at(0.89*cos, 0.89*sin))
			}
			p.stroke(arc, false, thick, c, 1)
		}
	}
}

// band draws what a sample must not be seen without: a band with words, across the picture.
func (p *pen) band(words string, y, width, height, size, room float64) {
	p.rect(0, y, width, height, p.tone.mark)
	b := p.fit(words, style{face: TextBold, size: size, least: size * 0.7, leading: 1.2, spacing: 0.06, most: 1}, room, height)
	p.block(b, width/2, y+(height-b.height())/2, centre, p.tone.onMark)
}

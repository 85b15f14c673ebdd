package chart

import "math"

// box is an upright rectangle.
type box struct{ x0, y0, x1, y1 float64 }

const slack = 1e-6

// rectangle answers with the box that outlines are, if they are one.
func rectangle(outlines []outline) (box, bool) {
	b := box{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}
	if len(outlines) != 1 {
		return b, false
	}
	points := outlines[0].points
	for _, p := range points {
		b = box{math.Min(b.x0, p.X), math.Min(b.y0, p.Y), math.Max(b.x1, p.X), math.Max(b.y1, p.Y)}
	}
	for _, p := range points {
		upright := near(p.X, b.x0) || near(p.X, b.x1)
		level := near(p.Y, b.y0) || near(p.Y, b.y1)
		if !upright || !level {
			return b, false
		}
	}
	return b, len(points) >= 4
}

func near(a, b float64) bool { return math.Abs(a-b) < slack }

// within is what two boxes have in common; one without inside where they have nothing.
func (b box) within(o box) box {
	return box{math.Max(b.x0, o.x0), math.Max(b.y0, o.y0), math.Min(b.x1, o.x1), math.Min(b.y1, o.y1)}
}

func (b box) holds(points []Point) bool {
	for _, p := range points {
		if p.X < b.x0-slack || p.X > b.x1+slack || p.Y < b.y0-slack || p.Y > b.y1+slack {
			return false
		}
	}
	return true
}

// polygon cuts a polygon to the box, side by side (Sutherland and Hodgman).
func (b box) polygon(p []Point) []Point {
	side := func(p []Point, inside func(Point) bool, cut func(a, b Point) Point) []Point {
		var out []Point
		for i := range p {
			from, to := p[(i+len(p)-1)%len(p)], p[i]
			if inside(from) != inside(to) {
				out = append(out, cut(from, to))
			}
			if inside(to) {
				out = append(out, to)
			}
		}
		return out
	}
	upright := func(x float64) func(a, b Point) Point {
		return func(a, b Point) Point { return Point{x, a.Y + (b.Y-a.Y)*(x-a.X)/(b.X-a.X)} }
	}
	level := func(y float64) func(a, b Point) Point {
		return func(a, b Point) Point { return Point{a.X + (b.X-a.X)*(y-a.Y)/(b.Y-a.Y), y} }
	}
	p = side(p, func(q Point) bool { return q.X >= b.x0 }, upright(b.x0))
	p = side(p, func(q Point) bool { return q.X <= b.x1 }, upright(b.x1))
	p = side(p, func(q Point) bool { return q.Y >= b.y0 }, level(b.y0))
	return side(p, func(q Point) bool { return q.Y <= b.y1 }, level(b.y1))
}

// line cuts a line to the box, into as many pieces as lie in it.
func (b box) line(points []Point) [][]Point {
	var out [][]Point
	var cur []Point
	flush := func() {
		if len(cur) > 1 {
			out = append(out, cur)
		}
		cur = nil
	}
	for i := 1; i < len(points); i++ {
		from, to, ok := b.segment(points[i-1], points[i])
		if !ok {
			flush()
			continue
		}
		if len(cur) == 0 || cur[len(cur)-1] != from {
			flush()
			cur = []Point{from}
		}
		cur = append(cur, to)
	}
	flush()
	return out
}

// segment cuts one segment (Liang and Barsky).
func (b box) segment(p, q Point) (Point, Point, bool) {
	t0, t1 := 0.0, 1.0
	dx, dy := q.X-p.X, q.Y-p.Y
	for _, e := range [4][2]float64{{-dx, p.X - b.x0}, {dx, b.x1 - p.X}, {-dy, p.Y - b.y0}, {dy, b.y1 - p.Y}} {
		switch {
		case e[0] == 0 && e[1] < 0:
			return p, q, false
		case e[0] < 0:
			t0 = math.Max(t0, e[1]/e[0])
		case e[0] > 0:
			t1 = math.Min(t1, e[1]/e[0])
		}
	}
	if t0 > t1 {
		return p, q, false
	}
	from, to := p, q
	if t0 > 0 {
		from = Point{p.X + dx*t0, p.Y + dy*t0}
	}
	if t1 < 1 {
		to = Point{p.X + dx*t1, p.Y + dy*t1}
	}
	return from, to, true
}

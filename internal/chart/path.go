package chart

import (
	"fmt"
	"math"
	"strings"
)

// step is one command of a path with its numbers: M L l (one point), C (three), Q (two), A (seven numbers), Z (none).
type step struct {
	command byte
	v       []float64
}

var operands = map[byte]int{'M': 2, 'L': 2, 'l': 2, 'C': 6, 'Q': 4, 'A': 7, 'Z': 0}

// parsePath reads a path as ECharts writes it: absolute M L C Q A Z and the relative l of rectangles, one command a letter.
func parsePath(d string) ([]step, error) {
	var out []step
	for i := 0; i < len(d); {
		if d[i] == ' ' {
			i++
			continue
		}
		n, ok := operands[d[i]]
		if !ok {
			return nil, fmt.Errorf("path %q: command %q", d, d[i])
		}
		end := i + 1
		for end < len(d) && strings.IndexByte("0123456789+-.eE, ", d[end]) >= 0 {
			end++
		}
		v, ok := parseNumbers(d[i+1 : end])
		if !ok || len(v) != n {
			return nil, fmt.Errorf("path %q: numbers after %q", d, d[i])
		}
		if len(out) == 0 && d[i] != 'M' {
			return nil, fmt.Errorf("path %q does not begin with M", d)
		}
		out = append(out, step{d[i], v})
		i = end
	}
	return out, nil
}

// outline is a line of points, closed or not.
type outline struct {
	points []Point
	closed bool
}

// flatten turns a path into outlines, curves into short lines.
func flatten(path []step, m matrix) []outline {
	var out []outline
	var cur outline
	var at, start Point
	flush := func() {
		if len(cur.points) > 1 {
			out = append(out, cur)
		}
		cur = outline{}
	}
	line := func(p Point) {
		if len(cur.points) == 0 { // drawing goes on after Z
			cur.points = append(cur.points, m.apply(at))
		}
		cur.points = append(cur.points, m.apply(p))
	}
	for _, s := range path {
		switch v := s.v; s.command {
		case 'M':
			flush()
			at = Point{v[0], v[1]}
			start = at
			cur.points = []Point{m.apply(at)}
		case 'L':
			to := Point{v[0], v[1]}
			line(to)
			at = to
		case 'l':
			to := Point{at.X + v[0], at.Y + v[1]}
			line(to)
			at = to
		case 'C', 'Q', 'A':
			curve := curved(s, at)
			for _, p := range curve {
				line(p)
			}
			at = Point{v[len(v)-2], v[len(v)-1]}
		case 'Z':
			cur.closed = true
			flush()
			at = start
		}
	}
	flush()
	return out
}

// curved answers with points along a curve from a point, the last one its end.
func curved(s step, at Point) []Point {
	v := s.v
	var out []Point
	switch s.command {
	case 'C':
		for k := 1; k <= 16; k++ {
			t := float64(k) / 16
			u := 1 - t
			out = append(out, Point{u*u*u*at.X + 3*u*u*t*v[0] + 3*u*t*t*v[2] + t*t*t*v[4], u*u*u*at.Y + 3*u*u*t*v[1] + 3*u*t*t*v[3] + t*t*t*v[5]})
		}
	case 'Q':
		for k := 1; k <= 12; k++ {
			t := float64(k) / 12
			u := 1 - t
			out = append(out, Point{u*u*at.X + 2*u*t*v[0] + t*t*v[2], u*u*at.Y + 2*u*t*v[1] + t*t*v[3]})
		}
	case 'A':
		out = arc(at, v)
	}
	return out
}

// arc is the elliptic arc of SVG 1.1, appendix F.6.5 (centre) and F.6.6 (radii too small or none).
func arc(from Point, v []float64) []Point {
	rx, ry, to := math.Abs(v[0]), math.Abs(v[1]), Point{v[5], v[6]}
	if rx == 0 || ry == 0 || from == to {
		return []Point{to}
	}
	large, sweep := v[3] != 0, v[4] != 0
	sin, cos := math.Sincos(v[2] * math.Pi / 180)
	dx, dy := (from.X-to.X)/2, (from.Y-to.Y)/2
	x, y := cos*dx+sin*dy, -sin*dx+cos*dy
	if l := x*x/(rx*rx) + y*y/(ry*ry); l > 1 {
		rx, ry = rx*math.Sqrt(l), ry*math.Sqrt(l)
	}
	q := rx*rx*y*y + ry*ry*x*x
	k := math.Sqrt(math.Max(0, rx*rx*ry*ry-q) / q)
	if large == sweep {
		k = -k
	}
	cx, cy := k*rx*y/ry, -k*ry*x/rx
	begin := math.Atan2((y-cy)/ry, (x-cx)/rx)
	turn := math.Atan2((-y-cy)/ry, (-x-cx)/rx) - begin
	if sweep && turn < 0 {
		turn += 2 * math.Pi
	} else if !sweep && turn > 0 {
		turn -= 2 * math.Pi
	}
	centre := Point{cos*cx - sin*cy + (from.X+to.X)/2, sin*cx + cos*cy + (from.Y+to.Y)/2}
	n := int(math.Ceil(math.Abs(turn) / (math.Pi / 20)))
	out := make([]Point, 0, n+1)
	for i := 1; i < n; i++ {
		s, c := math.Sincos(begin + turn*float64(i)/float64(n))
		out = append(out, Point{centre.X + rx*c*cos - ry*s*sin, centre.Y + rx*c*sin + ry*s*cos})
	}
	return append(out, to)
}

package chart

import (
	"math"
	"strconv"
	"strings"
)

// Point is a place on a canvas, y growing downwards.
type Point struct{ X, Y float64 }

// matrix is an affine map: x' = a·x + c·y + e, y' = b·x + d·y + f.
type matrix [6]float64

var identity = matrix{1, 0, 0, 1, 0, 0}

func (m matrix) apply(p Point) Point {
	return Point{m[0]*p.X + m[2]*p.Y + m[4], m[1]*p.X + m[3]*p.Y + m[5]}
}

// times answers with the map that does n first, then m.
func (m matrix) times(n matrix) matrix {
	return matrix{m[0]*n[0] + m[2]*n[1], m[1]*n[0] + m[3]*n[1], m[0]*n[2] + m[2]*n[3], m[1]*n[2] + m[3]*n[3],
		m[0]*n[4] + m[2]*n[5] + m[4], m[1]*n[4] + m[3]*n[5] + m[5]}
}

// scale is by how much m makes lengths grow, on the mean of both directions.
func (m matrix) scale() float64 { return math.Sqrt(math.Abs(m[0]*m[3] - m[1]*m[2])) }

// angle is by how many degrees m turns, clockwise as y grows downwards.
func (m matrix) angle() float64 { return math.Atan2(m[1], m[0]) * 180 / math.Pi }

// parseTransform reads translate(x y) and matrix(a,b,c,d,e,f), all that ECharts writes.
func parseTransform(s string) (matrix, bool) {
	if s == "" {
		return identity, true
	}
	name, rest, ok := strings.Cut(s, "(")
	rest, ok2 := strings.CutSuffix(rest, ")")
	if !ok || !ok2 {
		return identity, false
	}
	v, ok := parseNumbers(rest)
	switch {
	case ok && name == "translate" && len(v) == 2:
		return matrix{1, 0, 0, 1, v[0], v[1]}, true
	case ok && name == "matrix" && len(v) == 6:
		return matrix(v), true
	}
	return identity, false
}

// parseNumbers reads numbers apart by blanks or commas.
func parseNumbers(s string) ([]float64, bool) {
	var out []float64
	for w := range strings.FieldsFuncSeq(s, func(r rune) bool { return r == ' ' || r == ',' }) {
		if !isNumber(w) {
			return nil, false
		}
		v, _ := strconv.ParseFloat(w, 64)
		out = append(out, v)
	}
	return out, true
}

func parsePoints(s string) ([]Point, bool) {
	v, ok := parseNumbers(s)
	if !ok || len(v) < 4 || len(v)%2 != 0 {
		return nil, false
	}
	out := make([]Point, 0, len(v)/2)
	for i := 0; i < len(v); i += 2 {
		out = append(out, Point{v[i], v[i+1]})
	}
	return out, true
}

// parseDashes reads lengths of strokes and gaps; none at all for "none" and "".
func parseDashes(s string) ([]float64, bool) {
	if s == "" || s == "none" {
		return nil, true
	}
	v, ok := parseNumbers(s)
	if !ok {
		return nil, false
	}
	sum := 0.0
	for _, x := range v {
		if x < 0 {
			return nil, false
		}
		sum += x
	}
	return v, sum > 0
}

// parseColour reads #rgb, #rrggbb and rgb(r,g,b).
func parseColour(s string) (RGB, bool) {
	if inner, ok := strings.CutPrefix(s, "rgb("); ok {
		inner, ok := strings.CutSuffix(inner, ")")
		v, ok2 := parseNumbers(inner)
		if !ok || !ok2 || len(v) != 3 {
			return RGB{}, false
		}
		for _, x := range v {
			if x < 0 || x > 255 || x != math.Trunc(x) {
				return RGB{}, false
			}
		}
		return RGB{uint8(v[0]), uint8(v[1]), uint8(v[2])}, true
	}
	hex, ok := strings.CutPrefix(s, "#")
	if ok && len(hex) == 3 {
		hex = string([]byte{hex[0], hex[0], hex[1], hex[1], hex[2], hex[2]})
	}
	if !ok || len(hex) != 6 {
		return RGB{}, false
	}
	v, err := strconv.ParseUint(hex, 16, 32)
	return RGB{uint8(v >> 16), uint8(v >> 8), uint8(v)}, err == nil
}

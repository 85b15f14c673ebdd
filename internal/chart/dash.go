package chart

import (
	"math"
	"slices"
)

// dashed cuts a line into the strokes of a pattern of strokes and gaps that has begun offset earlier; without a pattern it
// is one stroke. As in SVG an odd pattern is used twice.
func dashed(line []Point, pattern []float64, offset float64) [][]Point {
	if len(pattern) == 0 {
		return [][]Point{line}
	}
	if len(pattern)%2 == 1 {
		pattern = append(slices.Clone(pattern), pattern...)
	}
	i, left := begin(pattern, offset)
	var out [][]Point
	cur := []Point{line[0]}
	for k := 1; k < len(line); k++ {
		a, b := line[k-1], line[k]
		for {
			length := math.Hypot(b.X-a.X, b.Y-a.Y)
			if length <= left {
				left -= length
				if i%2 == 0 {
					cur = append(cur, b)
				}
				break
			}
			a = Point{a.X + (b.X-a.X)*left/length, a.Y + (b.Y-a.Y)*left/length}
			if i%2 == 0 {
				out = append(out, append(cur, a))
			}
			cur = []Point{a}
			i = (i + 1) % len(pattern)
			left = pattern[i]
		}
	}
	if i%2 == 0 && len(cur) > 1 {
		out = append(out, cur)
	}
	return out
}

// begin answers with the part of the pattern in which a line begins, and how much of it is left.
func begin(pattern []float64, offset float64) (part int, left float64) {
	sum := 0.0
	for _, v := range pattern {
		sum += v
	}
	offset = math.Mod(math.Mod(offset, sum)+sum, sum)
	for i, v := range pattern {
		if offset < v {
			return i, v - offset
		}
		offset -= v
	}
	return 0, pattern[0]
}

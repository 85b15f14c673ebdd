package booklet

import (
	"bytes"
	"slices"

	"github.com/signintech/gopdf"
)

// nowhere is the outline that gopdf draws all polygons with. Their own points are put into its lines, see trace: it would make a handful of small things for
// each of the hundreds of points of a chart.
var nowhere = []gopdf.Point{{}}

// outlined tells of a fill or a stroke that gopdf draws it as a polygon; a line between two points it is told as such.
func (o *Op) outlined() bool {
	return o.Kind == OpFill || o.Kind == OpStroke && len(o.Shape.Points) != 2
}

var (
	pathBegins = []byte("q\n")
	pathMoves  = []byte(" m ")
)

// trace copies lines that gopdf wrote of a polygon and puts in its points.
func (s *studio) trace(out, lines []byte, o *Op) ([]byte, error) {
	at := bytes.LastIndex(lines, pathBegins)
	if at < 0 {
		return nil, errShape
	}
	before := lines[:at+len(pathBegins)]
	_, after, moves := bytes.Cut(lines[len(before):], pathMoves)
	if !moves {
		return nil, errShape
	}
	out = append(out, before...)
	points := o.Shape.Points
	for i, q := range points {
		out = s.appendCorner(out, o, q, i == 0)
	}
	if n := len(points); n > 2 && o.Kind == OpStroke && !o.Shape.Closed { // gopdf closes every path: one that walks back over itself strokes the same line
		for _, q := range slices.Backward(points[1 : n-1]) {
			out = s.appendCorner(out, o, q, false)
		}
	}
	return append(out, after...), nil
}

func (s *studio) appendCorner(out []byte, o *Op, q Point, first bool) []byte {
	out = appendPoints(out, o.X+q.X, s.height-(o.Y+q.Y))
	if first {
		return append(out, pathMoves...)
	}
	return append(out, " l "...)
}

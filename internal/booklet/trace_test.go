package booklet

import (
	"bytes"
	"math"
	"slices"
	"testing"

	"github.com/signintech/gopdf"
)

// TestTraceIsGopdfs: polygons and lines have the points that gopdf would write.
func TestTraceIsGopdfs(t *testing.T) {
	l := layout(t, 5)
	points := []Point{{0, 0}, {10.005, -3}, {-0.001, 1.0 / 3}, {math.Pi, 700}, {12345.678, 0.995}}
	for n := range len(points) + 1 {
		shape := Shape{Points: points[:n], Width: 0.7}
		closed, dashed := shape, shape
		closed.Closed, dashed.Dash = true, 2
		for i, k := range []*Shape{&shape, &closed, &dashed} {
			at := Op{X: 20.004, Y: float64(30 + n), Colour: Colour{uint8(i), 2, 3}, Shape: k}
			fill, stroke := at, at
			if fill.Kind, stroke.Kind = OpFill, OpStroke; n > 0 {
				l.Pages[0].Ops = append(l.Pages[0].Ops, fill, fill, stroke)
			}
		}
	}
	traced := 0
	for i := range l.Pages {
		var ops []Op
		for _, o := range l.Pages[i].Ops {
			if o.Kind == OpFill || o.Kind == OpStroke {
				ops = append(ops, o)
			}
		}
		if len(ops) == 0 {
			continue
		}
		traced += len(ops)
		studio, err := l.newStudio(ops)
		if err != nil {
			t.Fatal(err)
		}
		drawn, err := studio.contents([][]Op{ops}, &bytes.Buffer{})
		if err != nil {
			t.Fatal(err)
		}
		got, err := (&binder{Layout: l, studio: studio}).dress(nil, drawn[0], &Page{Ops: ops}, nil, nil)
		if err != nil {
			t.Fatal(err)
		}
		if want := drawnWhole(t, l, ops); !slices.Equal(got, want) {
			t.Fatalf("page %s:\n%s\ngopdf writes\n%s", l.Pages[i].Label, got, want)
		}
	}
	if traced < 40 {
		t.Errorf("only %d shapes", traced)
	}
}

// drawnWhole gives the content stream that gopdf makes of fills and strokes without any of our hands.
func drawnWhole(t *testing.T, l *Layout, ops []Op) []byte {
	t.Helper()
	pdf := &gopdf.GoPdf{}
	pdf.Start(gopdf.Config{PageSize: gopdf.Rect{W: l.Width, H: l.Height}})
	pdf.SetNoCompression()
	pdf.AddPage()
	s, filled, fill := strokeState{dash: -1}, false, Colour{}
	for i := range ops {
		o := &ops[i]
		var points []gopdf.Point
		for _, q := range o.Points() {
			points = append(points, gopdf.Point(q))
		}
		if o.Kind == OpFill {
			if !filled || fill != o.Colour {
				pdf.SetFillColor(o.Colour.R, o.Colour.G, o.Colour.B)
				filled, fill = true, o.Colour
			}
			pdf.Polygon(points, "F")
			continue
		}
		if !s.lined || s.line != o.Colour || s.thin != o.thin() {
			pdf.SetStrokeColor(o.Colour.R, o.Colour.G, o.Colour.B)
			s.lined, s.line, s.thin = true, o.Colour, o.thin()
		}
		if s.width != o.Shape.Width {
			pdf.SetLineWidth(o.Shape.Width)
			s.width = o.Shape.Width
		}
		if s.dash != o.Shape.Dash {
			if s.dash = o.Shape.Dash; s.dash == 0 {
				pdf.SetCustomLineType(nil, 0)
			} else {
				pdf.SetCustomLineType([]float64{s.width, s.dash}, 0)
			}
		}
		if len(points) == 2 {
			pdf.Line(points[0].X, points[0].Y, points[1].X, points[1].Y)
			continue
		}
		if n := len(points); !o.Shape.Closed {
			for i := n - 2; i > 0; i-- {
				points = append(points, points[i])
			}
		}
		pdf.Polygon(points, "D")
	}
	content, err := (&pen{pdf: pdf}).contents(&bytes.Buffer{})
	if err != nil {
		t.Fatal(err)
	}
	return content[0]
}

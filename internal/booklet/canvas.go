package booklet

import "bangvang/internal/chart"

// canvas lets a chart be painted into a piece: vector strokes and live text, tints mixed with the paper instead of transparency.
type canvas struct {
	*book
	piece *piece
	alt   string // until it is told
	block int32
}

func (c *canvas) add(o Op) {
	o.Tag, o.Block = TagFigure, c.block
	if c.alt != "" {
		o.Shape.Alt, c.alt = c.alt, ""
	}
	c.piece.ops = append(c.piece.ops, o)
}

// figure gives a canvas for a picture that is said in words.
func (b *book) figure(p *piece, alt string) *canvas {
	return &canvas{book: b, piece: p, alt: alt, block: b.nextBlock()}
}

var _ chart.Canvas = (*canvas)(nil)

func (c *canvas) colour(of chart.RGB, alpha float64) Colour {
	return Colour(of).mix(c.pal.Paper, min(max(alpha, 0), 1))
}

// Fill paints a polygon.
func (c *canvas) Fill(points []chart.Point, of chart.RGB, alpha float64) {
	c.add(polygon(corners(points), c.colour(of, alpha)))
}

// Stroke paints a line through points.
func (c *canvas) Stroke(points []chart.Point, closed bool, width float64, of chart.RGB, alpha float64) {
	if len(points) < 2 {
		return
	}
	c.add(polyline(corners(points), closed, width, c.colour(of, alpha)))
}

// Text paints a line of text from its baseline's start, turned by deg degrees.
func (c *canvas) Text(s string, x, y, size, deg float64, bold bool, of chart.RGB) error {
	face := sans(bold)
	s = clean(s)
	w, whole := c.faces[face].measure(s, size, 0)
	if !whole {
		c.missing(face, s)
	}
	c.add(Op{Kind: OpText, Face: face, Size: size, Colour: Colour(of), X: x, Y: y, Wide: w, Text: shown(s), Shape: &Shape{Turn: deg}})
	return nil
}

// Width measures a line of text.
func (c *canvas) Width(s string, size float64, bold bool) float64 {
	return c.faces[sans(bold)].width(clean(s), size, 0)
}

func sans(bold bool) Face {
	if bold {
		return SansBold
	}
	return Sans
}

func corners(points []chart.Point) []Point {
	out := make([]Point, len(points))
	for i, p := range points {
		out[i] = Point(p)
	}
	return out
}

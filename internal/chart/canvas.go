package chart

// Canvas is all that a chart needs to be drawn with strokes and live text. Places are the canvas' own units, y growing
// downwards; a polygon is filled as one piece; alpha is 0 for invisible to 1.
type Canvas interface {
	Fill(polygon []Point, colour RGB, alpha float64)
	// Stroke draws a line, with joins, back to its first point if closed.
	Stroke(line []Point, closed bool, width float64, colour RGB, alpha float64)
	// Text sets one line from x on its baseline, turned by degrees clockwise about that point, in Be Vietnam Pro, SemiBold if bold.
	Text(s string, x, baseline, size, degrees float64, bold bool, colour RGB) error
	// Width is how wide Text sets a line.
	Width(s string, size float64, bold bool) float64
}

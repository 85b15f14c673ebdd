package chart

import (
	"fmt"
	"strings"
	"testing"
)

// sheet is a canvas that writes down what is drawn on it as plain SVG shapes, whole lines and text from its baseline alone.
type sheet struct {
	strings.Builder
	faces faces
}

func newSheet(t testing.TB) *sheet {
	_, regular, semibold := assets(t)
	r, err := newFace(regular)
	if err != nil {
		t.Fatal(err)
	}
	b, err := newFace(semibold)
	if err != nil {
		t.Fatal(err)
	}
	return &sheet{faces: faces{r, b}}
}

func points(p []Point) string {
	var b strings.Builder
	for i, q := range p {
		if i > 0 {
			b.WriteByte(' ')
		}
		fmt.Fprintf(&b, "%s,%s", shortNumber(q.X, 2), shortNumber(q.Y, 2))
	}
	return b.String()
}

func (s *sheet) Fill(polygon []Point, c RGB, alpha float64) {
	fmt.Fprintf(s, "<polygon points=\"%s\" fill=\"#%02x%02x%02x\" fill-opacity=\"%g\"/>\n", points(polygon), c.R, c.G, c.B, alpha)
}

func (s *sheet) Stroke(line []Point, closed bool, width float64, c RGB, alpha float64) {
	tag := "polyline"
	if closed {
		tag = "polygon"
	}
	fmt.Fprintf(s, "<%s points=\"%s\" fill=\"none\" stroke=\"#%02x%02x%02x\" stroke-width=\"%s\" stroke-opacity=\"%g\"/>\n", tag, points(line), c.R, c.G, c.B, shortNumber(width, 3), alpha)
}

func (s *sheet) Text(text string, x, baseline, size, degrees float64, bold bool, c RGB) error {
	weight := 400
	if bold {
		weight = 600
	}
	fmt.Fprintf(s, "<text x=\"%s\" y=\"%s\" font-size=\"%s\" font-weight=\"%d\" fill=\"#%02x%02x%02x\" transform=\"rotate(%s %s %s)\">%s</text>\n",
		shortNumber(x, 2), shortNumber(baseline, 2), shortNumber(size, 2), weight, c.R, c.G, c.B, shortNumber(degrees, 1), shortNumber(x, 2), shortNumber(baseline, 2), escape(text))
	return nil
}

func (s *sheet) Width(text string, size float64, bold bool) float64 {
	if bold {
		return s.faces.semibold.width(text) * size
	}
	return s.faces.regular.width(text) * size
}

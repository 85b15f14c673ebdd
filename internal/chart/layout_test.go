package chart

import (
	"math"
	"strings"
	"testing"

	"bangvang/internal/edition"
)

// label is a text's box.
type label struct {
	words string
	box
}

// labels finds the boxes of a scene's texts, a little tighter than the letters' line.
func labels(t *testing.T, s *Scene) []label {
	t.Helper()
	measure := newSheet(t)
	var out []label
	var visit func(n *Node, m matrix)
	visit = func(n *Node, m matrix) {
		tr, _ := parseTransform(n.attr("transform"))
		m = m.times(tr)
		if n.Tag == "text" {
			size := n.number("font-size", fontSize)
			w := measure.Width(n.Text, size, isBold(n.attr("font-weight")))
			at := m.apply(Point{n.number("x", 0), n.number("y", 0)})
			switch n.attr("text-anchor") {
			case "middle":
				at.X -= w / 2
			case "end":
				at.X -= w
			}
			out = append(out, label{n.Text, box{at.X, at.Y - size*0.45, at.X + w, at.Y + size*0.45}})
		}
		for i := range n.Children {
			visit(&n.Children[i], m)
		}
	}
	for i := range s.Nodes {
		visit(&s.Nodes[i], identity)
	}
	return out
}

func TestLabelsKeepApart(t *testing.T) {
	for i, c := range samples() {
		for _, width := range []int{320, Narrow, Column, Wide} {
			s := drawnScene(t, i, width)
			all := labels(t, s)
			if len(all) < 2 {
				t.Errorf("%s at %d px has %d texts", c.ID, width, len(all))
			}
			for j, a := range all {
				if a.x0 < -0.5 || a.y0 < -0.5 || a.x1 > float64(width)+0.5 || a.y1 > float64(s.Height)+0.5 {
					t.Errorf("%s at %d px: %q leaves the picture: %v", c.ID, width, a.words, a.box)
				}
				for _, b := range all[:j] {
					if both := a.within(b.box); both.x0 < both.x1 && both.y0 < both.y1 {
						t.Errorf("%s at %d px: %q lies upon %q", c.ID, width, a.words, b.words)
					}
				}
			}
		}
	}
}

// Everything that a chart says in words is in its picture.
func TestPictureSaysAll(t *testing.T) {
	for i, c := range samples() {
		var said strings.Builder
		for _, l := range labels(t, drawnScene(t, i, Wide)) {
			said.WriteString(l.words + " ")
		}
		want := []string{c.Goal.Label}
		if c.Official != nil {
			want = append(want, c.Official.Label)
		}
		if p, ok := newest(c); ok {
			want = append(want, p.Words, c.Verdict)
		} else {
			want = append(want, c.NoData)
		}
		if c.Baseline != nil {
			want = append(want, c.Baseline.Words)
		}
		for _, w := range want {
			if !strings.Contains(said.String(), w) {
				t.Errorf("%s does not say %q", c.ID, w)
			}
		}
	}
}

func TestHeightIsTheSameAtEveryWidth(t *testing.T) {
	for i, c := range samples() {
		h, err := Height(c)
		if err != nil {
			t.Fatal(err)
		}
		for _, width := range []int{Narrow, Wide} {
			if s := drawnScene(t, i, width); s.Height != h || s.Width != width {
				t.Errorf("%s: %d by %d, want %d by %d", c.ID, s.Width, s.Height, width, h)
			}
		}
	}
}

func TestUnsoundChartsAreRefused(t *testing.T) {
	good := samples()[0]
	for name, spoil := range map[string]func(c *edition.Chart){
		"no goal":           func(c *edition.Chart) { c.Goal = edition.ChartGoal{} },
		"empty second goal": func(c *edition.Chart) { c.Official = &edition.ChartGoal{} },
		"NaN":               func(c *edition.Chart) { c.Points[0].Value = math.NaN() },
		"infinite axis":     func(c *edition.Chart) { c.Axis.Max = math.Inf(1) },
		"axis upside down":  func(c *edition.Chart) { c.Axis = edition.Axis{Min: 10, Max: 0} },
		"beyond the axis":   func(c *edition.Chart) { c.Points[0].Value = 11 },
		"unknown form":      func(c *edition.Chart) { c.Form = "pie" },
	} {
		c := good
		c.Points = append([]edition.ChartPoint(nil), good.Points...)
		spoil(&c)
		if _, err := Live(c); err == nil {
			t.Errorf("%s: drawn", name)
		}
		if _, err := Mark(c, MarkWidth, MarkHeight); err == nil && name != "unknown form" {
			t.Errorf("%s: marked", name)
		}
	}
}

func TestNiceScale(t *testing.T) {
	for _, c := range []struct {
		min, max float64
		ticks    []float64
		digits   int
	}{
		{0, 10, []float64{0, 2, 4, 6, 8, 10}, 0},
		{0, 3, []float64{0, 1, 2, 3}, 0},
		{0, 1, []float64{0, 0.2, 0.4, 0.6, 0.8, 1}, 1},
		{6, 8.5, []float64{6, 6.5, 7, 7.5, 8, 8.5}, 1},
		{54000, 63000, []float64{54000, 56000, 58000, 60000, 62000}, 0},
		{0, 12500, []float64{0, 2500, 5000, 7500, 10000, 12500}, 0},
		{0, 1.2, []float64{0, 0.25, 0.5, 0.75, 1}, 2},
		{-1, 1, []float64{-1, -0.5, 0, 0.5, 1}, 1},
		{0, 0.012, []float64{0, 0.0025, 0.005, 0.0075, 0.01}, 4},
	} {
		s := niceScale(c.min, c.max)
		if s.digits != c.digits || len(s.ticks) != len(c.ticks) {
			t.Errorf("%v to %v: %+v", c.min, c.max, s)
			continue
		}
		for i := range s.ticks {
			if s.ticks[i] != c.ticks[i] {
				t.Errorf("%v to %v: %v, want %v", c.min, c.max, s.ticks, c.ticks)
			}
		}
	}
}

func TestWrap(t *testing.T) {
	for in, want := range map[string]string{
		"Kế hoạch: 8%": "Kế hoạch: 8%",
		"Chỉ tiêu của thành phố: từ 80,4 đến 80,8 triệu đồng một người": "Chỉ tiêu của thành phố: từ 80,4\nđến 80,8 triệu đồng một người",
		strings.Repeat("x", 50): strings.Repeat("x", 50),
		"":                      "",
	} {
		if got := wrap(in); got != want {
			t.Errorf("%q\n got %q\nwant %q", in, got, want)
		}
	}
}

func TestColoursStandOutFromPaper(t *testing.T) {
	luminance := func(colour string) float64 {
		c, ok := parseColour(colour)
		if !ok {
			t.Fatal(colour)
		}
		linear := func(v uint8) float64 {
			x := float64(v) / 255
			if x <= 0.04045 {
				return x / 12.92
			}
			return math.Pow((x+0.055)/1.055, 2.4)
		}
		return 0.2126*linear(c.R) + 0.7152*linear(c.G) + 0.0722*linear(c.B)
	}
	contrast := func(a, b string) float64 {
		x, y := luminance(a), luminance(b)
		return (math.Max(x, y) + 0.05) / (math.Min(x, y) + 0.05)
	}
	for _, c := range []struct {
		colour, ground string
		least          float64
	}{{ink, "#fbf7ec", 7}, {muted, "#fbf7ec", 4.5}, {blue, low, 3}, {orange, paper, 3}, {rule, paper, 3}, {blue, paper, 4.5}, {ink, zone, 4.5}} {
		if got := contrast(c.colour, c.ground); got < c.least {
			t.Errorf("%s on %s: %.2f, want %v", c.colour, c.ground, got, c.least)
		}
	}
}

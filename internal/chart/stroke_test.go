package chart

import (
	"errors"
	"math"
	"regexp"
	"strings"
	"testing"
)

func TestFlatten(t *testing.T) {
	for _, c := range []struct {
		path   string
		lines  int
		points int // of the first
		closed bool
		end    Point
	}{
		{"M1 2L3 4", 1, 2, false, Point{3, 4}},
		{"M1 2L3 4L5 6Z", 1, 3, true, Point{5, 6}},
		{"M10 10l5 0l0 5l-5 0Z", 1, 4, true, Point{10, 15}},
		{"M0 0L1 0M5 5L6 5", 2, 2, false, Point{1, 0}},
		{"M0 0C0 1 1 1 1 0", 1, 17, false, Point{1, 0}},
		{"M0 0Q1 1 2 0", 1, 13, false, Point{2, 0}},
		{"M1 0A1 1 0 0 1 -1 0", 1, 21, false, Point{-1, 0}},
		{"M0 0A0 0 0 0 1 4 0", 1, 2, false, Point{4, 0}},
		{"M0 0A1 1 0 0 1 4 0", 1, 21, false, Point{4, 0}}, // radii too small: a half circle of 2
		{"M3 3", 0, 0, false, Point{}},
		{"", 0, 0, false, Point{}},
	} {
		path, err := parsePath(c.path)
		if err != nil {
			t.Errorf("%q: %v", c.path, err)
			continue
		}
		got := flatten(path, identity)
		if len(got) != c.lines {
			t.Errorf("%q: %d lines, want %d", c.path, len(got), c.lines)
			continue
		}
		if c.lines == 0 {
			continue
		}
		g := got[0]
		if len(g.points) != c.points || g.closed != c.closed || g.points[len(g.points)-1] != c.end {
			t.Errorf("%q: %d points, closed %v, end %v", c.path, len(g.points), g.closed, g.points[len(g.points)-1])
		}
	}
}

// A whole circle made of two arcs lies everywhere at its radius.
func TestArcIsRound(t *testing.T) {
	path, err := parsePath("M7 2A5 5 0 1 1 -3 2A5 5 0 1 1 7 2Z")
	if err != nil {
		t.Fatal(err)
	}
	lines := flatten(path, identity)
	if len(lines) != 1 || len(lines[0].points) < 40 {
		t.Fatalf("%d lines", len(lines))
	}
	for _, p := range lines[0].points {
		if r := math.Hypot(p.X-2, p.Y-2); math.Abs(r-5) > 1e-6 {
			t.Errorf("%v lies at %v from the centre", p, r)
		}
	}
}

func FuzzPath(f *testing.F) {
	for _, s := range []string{"M1 2L3 4Z", "M0 0C0 1 1 1 1 0", "M1 0A1 1 0 1 1 1 -0.1", "M0 0l5 0", "Q", "M1e5 1L2 2", "ZZ", "M0 0A1e5 1e-5 30 1 0 5 5"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		path, err := parsePath(s)
		if err != nil {
			return
		}
		for _, o := range flatten(path, matrix{2, 0, 0, 2, 1, 1}) {
			if len(o.points) < 2 {
				t.Errorf("%q: a line of %d points", s, len(o.points))
			}
			for _, p := range o.points {
				if math.IsNaN(p.X) || math.IsNaN(p.Y) {
					t.Errorf("%q: %v", s, p)
				}
			}
		}
		if again, err := parsePath(compact(s, true)); err != nil || len(again) != len(path) {
			t.Errorf("%q does not survive rounding: %q, %v", s, compact(s, true), err)
		}
	})
}

func TestTransform(t *testing.T) {
	for s, want := range map[string]matrix{
		"":                      identity,
		"translate(3 4)":        {1, 0, 0, 1, 3, 4},
		"matrix(1,2,3,4,5,6)":   {1, 2, 3, 4, 5, 6},
		"matrix(2 0 0 2 -1 .5)": {2, 0, 0, 2, -1, 0.5},
	} {
		if got, ok := parseTransform(s); !ok || got != want {
			t.Errorf("%q: %v %v", s, got, ok)
		}
	}
	for _, s := range []string{"translate(3)", "rotate(3)", "translate(1 x)", "matrix(1,2)", "translate(3 4", "(", "translate(NaN 1)"} {
		if _, ok := parseTransform(s); ok {
			t.Errorf("%q: accepted", s)
		}
	}
}

func TestColour(t *testing.T) {
	for s, want := range map[string]RGB{"#fff": {255, 255, 255}, "#0072b2": {0, 0x72, 0xb2}, "rgb(1, 2,3)": {1, 2, 3}} {
		if got, ok := parseColour(s); !ok || got != want {
			t.Errorf("%q: %v %v", s, got, ok)
		}
	}
	for _, s := range []string{"", "red", "#ff", "#ggg", "rgb(1,2)", "rgb(1,2,256)", "rgb(1,2,3", "rgba(1,2,3,1)", "#-12345", "transparent"} {
		if _, ok := parseColour(s); ok {
			t.Errorf("%q: accepted", s)
		}
	}
}

func TestDashed(t *testing.T) {
	line := []Point{{0, 0}, {10, 0}}
	for _, c := range []struct {
		pattern []float64
		offset  float64
		want    string
	}{
		{nil, 0, "0,0 10,0"},
		{[]float64{4, 2}, 0, "0,0 4,0|6,0 10,0"},
		{[]float64{3}, 0, "0,0 3,0|6,0 9,0"},
		{[]float64{4, 2}, 5, "1,0 5,0|7,0 10,0"},
		{[]float64{4, 2}, -1, "1,0 5,0|7,0 10,0"},
		{[]float64{20, 1}, 0, "0,0 10,0"},
	} {
		var got []string
		for _, p := range dashed(line, c.pattern, c.offset) {
			got = append(got, points(p))
		}
		if s := strings.Join(got, "|"); s != c.want {
			t.Errorf("%v from %v: %s, want %s", c.pattern, c.offset, s, c.want)
		}
	}
	// Round a corner a stroke goes on.
	got := dashed([]Point{{0, 0}, {3, 0}, {3, 5}}, []float64{4, 2}, 0)
	if len(got) != 2 || points(got[0]) != "0,0 3,0 3,1" || points(got[1]) != "3,3 3,5" {
		t.Errorf("corner: %v", got)
	}
}

func TestClip(t *testing.T) {
	b := box{0, 0, 10, 10}
	if got := points(b.polygon([]Point{{-5, 2}, {5, 2}, {5, 20}, {-5, 20}})); got != "0,10 0,2 5,2 5,10" {
		t.Errorf("polygon: %s", got)
	}
	if got := b.polygon([]Point{{20, 20}, {30, 20}, {30, 30}}); len(got) != 0 {
		t.Errorf("a polygon outside: %v", got)
	}
	var pieces []string
	for _, p := range b.line([]Point{{-5, 5}, {5, 5}, {5, 15}, {8, 15}, {8, 5}}) {
		pieces = append(pieces, points(p))
	}
	if got := strings.Join(pieces, "|"); got != "0,5 5,5 5,10|8,10 8,5" {
		t.Errorf("line: %s", got)
	}
	if got := b.line([]Point{{-5, -5}, {15, -5}}); len(got) != 0 {
		t.Errorf("a line outside: %v", got)
	}
}

func node(tag string, attrs ...string) Node {
	n := Node{Tag: tag}
	for i := 0; i < len(attrs); i += 2 {
		n.Attrs = append(n.Attrs, [2]string{attrs[i], attrs[i+1]})
	}
	return n
}

func TestPaintClipsAndScales(t *testing.T) {
	clip := node("clipPath", "id", "c0")
	clip.Children = []Node{node("path", "d", "M0 0l10 0l0 10l-10 0Z")}
	group := node("g", "clip-path", "url(#c0)")
	group.Children = []Node{node("rect", "x", "5", "y", "5", "width", "50", "height", "2", "fill", "#112233")}
	text := node("text", "x", "10", "y", "20", "fill", "#000", "dominant-baseline", "central", "text-anchor", "end", "font-size", "10")
	text.Text = "Đạt"
	s := &Scene{Width: 100, Height: 40, Central: 0.35, Nodes: []Node{{Tag: "defs", Children: []Node{clip}}, group, text}}
	on := newSheet(t)
	height, err := s.Paint(on, 1, 2, 200)
	if err != nil || height != 80 {
		t.Fatal(height, err)
	}
	fill, words, _ := strings.Cut(on.String(), "\n")
	if !strings.Contains(fill, `points="11,12 21,12 21,16 11,16"`) || !strings.Contains(fill, "#112233") {
		t.Errorf("fill: %s", fill)
	}
	x := shortNumber(1+20-on.Width("Đạt", 20, false), 2)
	if !strings.Contains(words, `x="`+x+`" y="49"`) || !strings.Contains(words, `font-size="20"`) {
		t.Errorf("text: %s", words)
	}
}

// failing is a canvas without letters.
type failing struct{ *sheet }

func (failing) Text(string, float64, float64, float64, float64, bool, RGB) error {
	return errors.New("no such letter")
}

func TestPaintRefuses(t *testing.T) {
	slanted := node("clipPath", "id", "c0")
	slanted.Children = []Node{node("path", "d", "M0 0L10 5L5 10Z")}
	inSlanted := node("g", "clip-path", "url(#c0)")
	inSlanted.Children = []Node{node("rect", "width", "1", "height", "1", "fill", "#000")}
	text := node("text", "fill", "#000")
	text.Text = "a"
	for name, nodes := range map[string][]Node{
		"a ring":               {node("path", "d", "M0 0L9 0L9 9ZM2 2L3 2L3 3Z", "fill", "#000")},
		"a clip that is none":  {inSlanted},
		"a clip not upright":   {{Tag: "defs", Children: []Node{slanted}}, inSlanted},
		"an unknown element":   {node("ellipse", "fill", "#000")},
		"an unknown paint":     {node("rect", "fill", "url(#g)")},
		"letters it can't set": {text},
	} {
		s := &Scene{Width: 10, Height: 10, Nodes: nodes}
		if _, err := s.Paint(failing{newSheet(t)}, 0, 0, 10); err == nil {
			t.Errorf("%s: painted", name)
		}
	}
}

func TestCompact(t *testing.T) {
	for in, want := range map[string]string{
		"M10.04 20.06L-0.04 1e-7": "M10 20.1L0 0", "5,4": "5,4", "12.25 -3.75": "12.3 -3.8", "": "",
	} {
		if got := compact(in, false); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
	if got := compact("1 -0.0625", true); got != "1 -0.063" {
		t.Errorf("fine: %q", got)
	}
}

func TestMetrics(t *testing.T) {
	f := newSheet(t).faces
	if got := f.width("国", "400 12px Be Vietnam Pro, sans-serif"); got != 12 {
		t.Errorf("a missing character is %v wide, want an em", got)
	}
	regular, bold := f.width("Kế hoạch", "400 20px X"), f.width("Kế hoạch", "600 20px X")
	if regular <= 0 || bold <= regular || regular > 20*8 {
		t.Errorf("regular %v, bold %v", regular, bold)
	}
	if half := f.width("Kế hoạch", "10px X"); math.Abs(half-regular/2) > 1e-9 {
		t.Errorf("at half the size %v, want %v", half, regular/2)
	}
	if f.regular.central != 0.3675 {
		t.Errorf("central %v", f.regular.central)
	}
}

// Numbers are found as by the pattern that says what they are.
func FuzzNumeral(f *testing.F) {
	pattern := regexp.MustCompile(`^-?[0-9.]+(?:e[-+]?[0-9]+)?`)
	for _, s := range []string{"", "-", "-1.5e-3x", "1e", "1e+", "..e5", "--2", "M1"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if got, want := numeral(s), len(pattern.FindString(s)); got != want {
			t.Errorf("%q: %d bytes, not %d", s, got, want)
		}
	})
}

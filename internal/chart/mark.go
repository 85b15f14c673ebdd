package chart

import (
	"bytes"
	"fmt"
	"math"

	"bangvang/internal/edition"
)

// Size in CSS pixels at which a mark is meant to be seen; it may be drawn at any other.
const (
	MarkWidth  = 120
	MarkHeight = 18
)

// Mark draws a chart's smallest form, without words and without ECharts: a bar or dot, the goal, and nothing else.
// It is for lines of a list in which the figure and the verdict stand as words; so its picture is Ornament.
func Mark(c edition.Chart, width, height int) (*Scene, error) {
	if err := sound(c); err != nil {
		return nil, fmt.Errorf("chart %s: %w", c.ID, err)
	}
	m := marker{chart: c, width: float64(width), height: float64(height), middle: float64(height) / 2}
	n := squares(c)
	switch {
	case c.Form == edition.Tally && n > 0 && m.width >= float64(n)*m.height/2:
		m.tally(n)
	case !c.Axis.Zoomed && (c.Form == edition.Bullet || c.Form == edition.Tally):
		m.bullet()
	default:
		m.dot()
	}
	s := &Scene{Width: width, Height: height, Nodes: m.nodes}
	return s, s.check()
}

// usualMark is how many bytes a mark has at most, as a rule.
const usualMark = 1 << 10

// Ornament writes the scene as a picture that says nothing new to those who can't see it.
func (s *Scene) Ornament() []byte {
	var b bytes.Buffer
	b.Grow(usualMark)
	w := svgWriter{&b, ""}
	w.open(s)
	b.WriteString(` aria-hidden="true">`)
	w.close(s)
	return b.Bytes()
}

// marker gathers the shapes of a mark.
type marker struct {
	chart                 edition.Chart
	width, height, middle float64
	nodes                 []Node
}

// edge keeps dots and ticks at the ends of the axis within the picture.
const edge = 6

// x is where a value lies.
func (m *marker) x(v float64) float64 {
	a := m.chart.Axis
	return edge + (m.width-2*edge)*(v-a.Min)/(a.Max-a.Min)
}

func (m *marker) add(tag string, attrs ...string) {
	n := Node{Tag: tag, Attrs: make([][2]string, 0, len(attrs)/2)}
	for i := 0; i < len(attrs); i += 2 {
		n.Attrs = append(n.Attrs, [2]string{attrs[i], attrs[i+1]})
	}
	m.nodes = append(m.nodes, n)
}

func number(v float64) string { return shortNumber(v, 1) }

// rect adds a rectangle; a stroke's width lies inside it.
func (m *marker) rect(x, y, w, h float64, s itemStyle) {
	if s.BorderColor == "" || s.Color == s.BorderColor {
		m.add("rect", "fill", s.Color, "height", number(h), "width", number(w), "x", number(x), "y", number(y))
		return
	}
	in := s.BorderWidth / 2
	m.add("rect", append([]string{"fill", s.Color, "height", number(math.Max(0, h-2*in)), "width", number(math.Max(0, w-2*in)), "x", number(x + in), "y", number(y + in)}, border(s)...)...)
}

// border is the stroke of a hollow shape, thinner than in a chart.
func border(s itemStyle) []string {
	out := []string{"stroke", s.BorderColor, "stroke-width", number(s.BorderWidth)}
	if s.BorderType == "dashed" {
		out = append(out, "stroke-dasharray", "2.5,1.5")
	}
	return out
}

func (m *marker) style() itemStyle {
	s := outcome(m.chart.Standing)
	s.BorderWidth = 1.6
	return s
}

func (m *marker) rail() {
	m.rect(edge, m.middle-0.5, m.width-2*edge, 1, itemStyle{Color: rule})
}

// ticks adds the plan's goal, and the City's own, lighter and shorter.
func (m *marker) ticks() {
	if o := m.chart.Official; o != nil {
		h := m.height * 0.55
		m.rect(m.x(threshold(*o))-0.5, m.middle-h/2, 1, h, itemStyle{Color: muted})
	}
	for _, v := range edges(m.chart.Goal) {
		h, w := m.height*0.9, 2.0
		if m.chart.Goal.From != nil && m.chart.Goal.To != nil {
			w = 1
		}
		m.rect(m.x(v)-w/2, m.middle-h/2, w, h, itemStyle{Color: ink})
	}
}

func (m *marker) bullet() {
	left, right := m.x(m.chart.Axis.Min), m.x(m.chart.Axis.Max)
	band := math.Round(m.height * 0.62)
	m.rect(left, m.middle-band/2, right-left, band, itemStyle{Color: high})
	if p, ok := newest(m.chart); ok {
		bar := math.Round(m.height * 0.36)
		m.rect(left, m.middle-bar/2, math.Max(1, m.x(p.Value)-left), bar, m.style())
	}
	m.ticks()
}

func (m *marker) dot() {
	z := goalZone(m.chart)
	band := math.Round(m.height * 0.62)
	m.rect(m.x(z.from), m.middle-band/2, m.x(z.to)-m.x(z.from), band, itemStyle{Color: zone})
	m.rail()
	m.ticks()
	if p, ok := newest(m.chart); ok {
		s := m.style()
		r := math.Min(edge, m.height*0.28) - s.BorderWidth/2
		m.add("circle", append([]string{"cx", number(m.x(p.Value)), "cy", number(m.middle), "fill", s.Color, "r", number(r)}, border(s)...)...)
	}
}

func (m *marker) tally(n int) {
	goal, done := int(threshold(m.chart.Goal)), 0
	s := m.style()
	p, ok := newest(m.chart)
	if ok {
		done = int(p.Value)
	} else {
		s = itemStyle{Color: paper, BorderColor: rule, BorderWidth: 1.6}
	}
	gap := 0.0
	if goal < n {
		gap = 4
	}
	step := math.Min((m.width-2*edge-gap)/float64(n), m.height*0.75)
	side := math.Floor(step * 0.8)
	full, empty := itemStyle{Color: s.BorderColor}, itemStyle{Color: paper, BorderColor: s.BorderColor, BorderWidth: 1.4}
	for i := range n {
		x := edge + float64(i)*step
		if i >= goal {
			x += gap
		}
		if i < done {
			m.rect(x, m.middle-side/2, side, side, full)
		} else {
			m.rect(x, m.middle-side/2, side, side, empty)
		}
	}
}

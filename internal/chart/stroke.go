package chart

import (
	"fmt"
	"math"
	"slices"
	"strings"
)

// Paint puts the scene on a canvas, its upper left corner at x, y, and so wide, and answers with its height in the same unit.
// What a scene holds was checked when it was made; an error is the canvas' own or a shape that has no strokes.
func (s *Scene) Paint(on Canvas, x, y, width float64) (height float64, err error) {
	k := width / float64(s.Width)
	p := painter{canvas: on, central: s.Central, clips: map[string]*Node{}}
	for i := range s.Nodes {
		if s.Nodes[i].Tag == "defs" {
			for j := range s.Nodes[i].Children {
				def := &s.Nodes[i].Children[j]
				p.clips[def.attr("id")] = def
			}
		}
	}
	for i := range s.Nodes {
		if err := p.node(&s.Nodes[i], matrix{k, 0, 0, k, x, y}, nil); err != nil {
			return 0, err
		}
	}
	return float64(s.Height) * k, nil
}

type painter struct {
	canvas  Canvas
	central float64
	clips   map[string]*Node
}

func (p *painter) node(n *Node, m matrix, clip *box) error {
	t, ok := parseTransform(n.attr("transform"))
	if !ok {
		return fmt.Errorf("chart transform %q", n.attr("transform"))
	}
	m = m.times(t)
	switch n.Tag {
	case "defs":
		return nil
	case "g":
		return p.group(n, m, clip)
	case "text":
		return p.text(n, m)
	}
	outlines, err := outlinesOf(n, m)
	if err != nil {
		return err
	}
	if err := p.fill(n, outlines, clip); err != nil {
		return err
	}
	return p.stroke(n, outlines, m, clip)
}

func (p *painter) group(n *Node, m matrix, clip *box) error {
	if ref := n.attr("clip-path"); ref != "" {
		def := p.clips[strings.TrimSuffix(strings.TrimPrefix(ref, "url(#"), ")")]
		if def == nil || len(def.Children) != 1 {
			return fmt.Errorf("chart clip %s: no such shape", ref)
		}
		shape := &def.Children[0]
		t, _ := parseTransform(shape.attr("transform"))
		outlines, err := outlinesOf(shape, m.times(t))
		if err != nil {
			return err
		}
		b, ok := rectangle(outlines)
		if !ok {
			return fmt.Errorf("chart clip %s is not an upright rectangle", ref)
		}
		if clip != nil {
			b = b.within(*clip)
		}
		clip = &b
	}
	for i := range n.Children {
		if err := p.node(&n.Children[i], m, clip); err != nil {
			return err
		}
	}
	return nil
}

// outlinesOf is a shape as lines, curves cut into short ones.
func outlinesOf(n *Node, m matrix) ([]outline, error) {
	switch n.Tag {
	case "rect":
		x, y, w, h := n.number("x", 0), n.number("y", 0), n.number("width", 0), n.number("height", 0)
		corners := []Point{{x, y}, {x + w, y}, {x + w, y + h}, {x, y + h}}
		return []outline{{mapped(corners, m), true}}, nil
	case "circle":
		const sides = 40
		cx, cy, r := n.number("cx", 0), n.number("cy", 0), n.number("r", 0)
		points := make([]Point, sides)
		for i := range points {
			sin, cos := math.Sincos(float64(i) * 2 * math.Pi / sides)
			points[i] = Point{cx + r*cos, cy + r*sin}
		}
		return []outline{{mapped(points, m), true}}, nil
	case "polyline", "polygon":
		points, ok := parsePoints(n.attr("points"))
		if !ok {
			return nil, fmt.Errorf("chart points %q", n.attr("points"))
		}
		return []outline{{mapped(points, m), n.Tag == "polygon"}}, nil
	case "path":
		path, err := parsePath(n.attr("d"))
		if err != nil {
			return nil, err
		}
		return flatten(path, m), nil
	}
	return nil, fmt.Errorf("chart element <%s>", n.Tag)
}

func mapped(points []Point, m matrix) []Point {
	out := make([]Point, len(points))
	for i, p := range points {
		out[i] = m.apply(p)
	}
	return out
}

// paint reads a fill or a stroke; false where it leaves no trace. What is not said is black, as in SVG.
func paint(n *Node, name, opacity, otherwise string) (RGB, float64, bool, error) {
	s := n.attr(name)
	if s == "" {
		s = otherwise
	}
	alpha := n.number(opacity, 1)
	if s == "none" || alpha <= 0 {
		return RGB{}, 0, false, nil
	}
	c, ok := parseColour(s)
	if !ok {
		return RGB{}, 0, false, fmt.Errorf("chart %s %q", name, s)
	}
	return c, alpha, true, nil
}

func (p *painter) fill(n *Node, outlines []outline, clip *box) error {
	colour, alpha, seen, err := paint(n, "fill", "fill-opacity", "#000")
	if err != nil || !seen {
		return err
	}
	if len(outlines) > 1 {
		return fmt.Errorf("chart shape of %d filled parts: which of them are holes?", len(outlines))
	}
	for _, o := range outlines {
		polygon := o.points
		if clip != nil {
			polygon = clip.polygon(polygon)
		}
		if len(polygon) > 2 {
			p.canvas.Fill(polygon, colour, alpha)
		}
	}
	return nil
}

func (p *painter) stroke(n *Node, outlines []outline, m matrix, clip *box) error {
	colour, alpha, seen, err := paint(n, "stroke", "stroke-opacity", "none")
	width := n.number("stroke-width", 1) * m.scale()
	if err != nil || !seen || width <= 0 {
		return err
	}
	dash, ok := parseDashes(n.attr("stroke-dasharray"))
	if !ok {
		return fmt.Errorf("chart dashes %q", n.attr("stroke-dasharray"))
	}
	for i := range dash {
		dash[i] *= m.scale()
	}
	offset := n.number("stroke-dashoffset", 0) * m.scale()
	for _, o := range outlines {
		if o.closed && len(dash) == 0 && (clip == nil || clip.holds(o.points)) {
			p.canvas.Stroke(o.points, true, width, colour, alpha)
			continue
		}
		line := o.points
		if o.closed {
			line = append(slices.Clone(line), line[0])
		}
		for _, part := range dashed(line, dash, offset) {
			pieces := [][]Point{part}
			if clip != nil {
				pieces = clip.line(part)
			}
			for _, piece := range pieces {
				p.canvas.Stroke(piece, false, width, colour, alpha)
			}
		}
	}
	return nil
}

func (p *painter) text(n *Node, m matrix) error {
	colour, _, seen, err := paint(n, "fill", "fill-opacity", "#000")
	if err != nil || !seen {
		return err
	}
	k, degrees, bold := m.scale(), m.angle(), isBold(n.attr("font-weight"))
	size := n.number("font-size", fontSize) * k
	at := m.apply(Point{n.number("x", 0), n.number("y", 0)})
	back, down := 0.0, 0.0
	switch n.attr("text-anchor") {
	case "middle":
		back = p.canvas.Width(n.Text, size, bold) / 2
	case "end":
		back = p.canvas.Width(n.Text, size, bold)
	}
	if n.attr("dominant-baseline") == "central" {
		down = p.central * size
	}
	sin, cos := math.Sincos(degrees * math.Pi / 180)
	if math.Abs(degrees) < 0.01 {
		degrees = 0
	}
	return p.canvas.Text(n.Text, at.X-back*cos-down*sin, at.Y-back*sin+down*cos, size, degrees, bold, colour)
}

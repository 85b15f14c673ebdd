package chart

import (
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// Scene is a chart's display list: every shape and text at its place, in CSS pixels, in the order of painting.
type Scene struct {
	Width   int     `json:"w"`
	Height  int     `json:"h"`
	Central float64 `json:"m"` // em from a text's baseline up to its middle, which y gives
	Nodes   []Node  `json:"n"`
}

// Node is an element of SVG as far as ECharts uses it, its attributes sorted by name.
type Node struct {
	Tag      string      `json:"t"`
	Attrs    [][2]string `json:"a,omitempty"`
	Text     string      `json:"x,omitempty"`
	Children []Node      `json:"c,omitempty"`
}

// attr answers with an attribute, "" where there is none.
func (n *Node) attr(name string) string {
	for _, a := range n.Attrs {
		if a[0] == name {
			return a[1]
		}
	}
	return ""
}

// number answers with a numeric attribute. A checked scene holds no number that can't be read.
func (n *Node) number(name string, otherwise float64) float64 {
	if v, err := strconv.ParseFloat(n.attr(name), 64); err == nil {
		return v
	}
	return otherwise
}

// grammar is all that a scene may hold: elements, their attributes, and what each attribute may say.
var (
	painted = []string{"fill", "fill-opacity", "stroke", "stroke-width", "stroke-opacity", "stroke-dasharray", "stroke-dashoffset",
		"stroke-linecap", "stroke-linejoin", "stroke-miterlimit", "transform"}
	grammar = map[string][]string{
		"g":        {"clip-path"},
		"defs":     nil,
		"clipPath": {"id"},
		"path":     append([]string{"d"}, painted...),
		"rect":     append([]string{"x", "y", "width", "height"}, painted...),
		"circle":   append([]string{"cx", "cy", "r"}, painted...),
		"polyline": append([]string{"points"}, painted...),
		"polygon":  append([]string{"points"}, painted...),
		"text": append([]string{"x", "y", "text-anchor", "dominant-baseline", "font-size", "font-family", "font-weight"},
			painted...),
	}
	said = map[string]func(string) bool{
		"fill": isPaint, "stroke": isPaint, "d": isPath, "points": isPoints, "transform": isTransform, "stroke-dasharray": isDashes,
		"clip-path": regexp.MustCompile(`^url\(#c\d+\)$`).MatchString, "id": regexp.MustCompile(`^c\d+$`).MatchString,
		"stroke-linecap": oneOf("butt", "round", "square"), "stroke-linejoin": oneOf("miter", "round", "bevel"),
		"text-anchor": oneOf("start", "middle", "end"), "dominant-baseline": oneOf("central"),
		"font-family": oneOf(fontFamily), "font-weight": oneOf("400", "600", "normal", "bold"),
	}
)

func oneOf(all ...string) func(string) bool {
	return func(s string) bool { return slices.Contains(all, s) }
}

func isNumber(s string) bool {
	v, err := strconv.ParseFloat(s, 64)
	return err == nil && v > -1e6 && v < 1e6
}

func isPaint(s string) bool {
	_, ok := parseColour(s)
	return ok || s == "none"
}

func isPath(s string) bool { _, err := parsePath(s); return err == nil }

func isPoints(s string) bool { _, ok := parsePoints(s); return ok }

func isTransform(s string) bool { _, ok := parseTransform(s); return ok }

func isDashes(s string) bool { _, ok := parseDashes(s); return ok }

// ReadScene gives a scene that was kept as JSON, nil if it is none.
func ReadScene(kept []byte) *Scene {
	s := new(Scene)
	if json.Unmarshal(kept, s) != nil || s.check() != nil {
		return nil
	}
	return s
}

// check refuses a scene with anything in it that the writers don't know.
func (s *Scene) check() error {
	if s.Width <= 0 || s.Height <= 0 {
		return fmt.Errorf("a scene of %d by %d", s.Width, s.Height)
	}
	for i := range s.Nodes {
		if err := s.Nodes[i].check(0); err != nil {
			return err
		}
	}
	return nil
}

func (n *Node) check(depth int) error {
	attrs, known := grammar[n.Tag]
	if !known || depth > 8 {
		return fmt.Errorf("element <%s> in a chart, which SVG and booklet can't draw alike", n.Tag)
	}
	for _, a := range n.Attrs {
		rule := said[a[0]]
		if rule == nil {
			rule = isNumber
		}
		if !slices.Contains(attrs, a[0]) || !rule(a[1]) {
			return fmt.Errorf("attribute %s=%q of <%s> in a chart, which SVG and booklet can't draw alike", a[0], a[1], n.Tag)
		}
	}
	if n.Text != "" && n.Tag != "text" {
		return fmt.Errorf("text in a <%s> of a chart", n.Tag)
	}
	for i := range n.Children {
		if err := n.Children[i].check(depth + 1); err != nil {
			return err
		}
	}
	return nil
}

// vnode is an element as ECharts' SVG painter gives it.
type vnode struct {
	Tag      string
	Attrs    map[string]any
	Children []vnode
	Text     string
}

// readList makes a scene of a display list: without what only a live page needs, every name told apart from run to run removed.
func readList(list []byte, central float64) (*Scene, error) {
	var root vnode
	if err := json.Unmarshal(list, &root); err != nil {
		return nil, fmt.Errorf("display list: %w", err)
	}
	if root.Tag != "svg" {
		return nil, fmt.Errorf("display list begins with <%s>", root.Tag)
	}
	width, _ := root.Attrs["width"].(float64)
	height, _ := root.Attrs["height"].(float64)
	s := &Scene{Width: int(width), Height: int(height), Central: central}
	for _, c := range root.Children {
		if n, ok := c.node(); ok {
			s.Nodes = append(s.Nodes, n)
		}
	}
	return s, s.check()
}

// idle are the attributes that draw nothing.
var idle = []string{"xmlns", "xmlns:xlink", "version", "baseProfile", "pointer-events", "xml:space", "class"}

var serial = regexp.MustCompile(`\bzr\d+-`)

// node turns an element into ours; false for one that can't be seen.
func (v vnode) node() (Node, bool) {
	n := Node{Tag: v.Tag, Text: v.Text}
	for name, value := range v.Attrs {
		var s string
		switch x := value.(type) {
		case string:
			s = x
		case float64:
			s = strconv.FormatFloat(x, 'f', -1, 64)
		case bool, nil:
			continue
		default:
			s = fmt.Sprint(x) // an object: for check to refuse
		}
		switch {
		case slices.Contains(idle, name):
		case name == "style":
			n.Attrs = append(n.Attrs, declarations(s)...)
		case name == "id" || name == "clip-path":
			n.Attrs = append(n.Attrs, [2]string{name, serial.ReplaceAllString(s, "")})
		default:
			n.Attrs = append(n.Attrs, [2]string{name, s})
		}
	}
	slices.SortFunc(n.Attrs, func(a, b [2]string) int { return strings.Compare(a[0], b[0]) })
	for _, c := range v.Children {
		if m, ok := c.node(); ok {
			n.Children = append(n.Children, m)
		}
	}
	return n, n.visible()
}

// visible tells shapes from hit areas, which answer to a mouse alone, and from groups left empty.
func (n *Node) visible() bool {
	switch n.Tag {
	case "g", "defs", "clipPath":
		return len(n.Children) > 0
	case "text":
		return n.Text != ""
	}
	filled := n.attr("fill") != "none" && n.attr("fill-opacity") != "0"
	stroked := n.attr("stroke") != "" && n.attr("stroke") != "none" && n.attr("stroke-width") != "0" && n.attr("stroke-opacity") != "0"
	return filled || stroked
}

// declarations takes a style attribute apart, as a strict content security policy would not apply it.
func declarations(style string) [][2]string {
	var out [][2]string
	for d := range strings.SplitSeq(style, ";") {
		name, value, ok := strings.Cut(d, ":")
		if !ok {
			continue
		}
		name, value = strings.TrimSpace(name), strings.TrimSpace(value)
		if name == "font-size" {
			value = strings.TrimSuffix(value, "px")
		}
		out = append(out, [2]string{name, value})
	}
	return out
}

package chart

import (
	"bytes"
	"math"
	"strconv"
	"strings"
)

// SVG writes the scene as a picture to stand alone: no style, no script, nothing that a strict content security policy
// would hold back; each attribute escaped; ids beginning with id, which must be unique in the page; title and description
// for those who can't see it.
//
// The root's size is the scene's. With the rule `max-width: 100%` alone it shrinks where it must, its height staying, so
// that the live chart takes its place without moving the page.
//
// Colours are attributes, and every one of the palette has a class beside it, f-ink for a fill and s-ink for a stroke, by
// which a style sheet may replace it: `.f-ink { fill: var(--c-ink) }`.
func (s *Scene) SVG(id, title, description string) []byte {
	var b bytes.Buffer
	w := svgWriter{&b, id}
	w.open(s)
	w.attr("font-family", fontFamily)
	w.attr("font-size", strconv.Itoa(fontSize))
	w.name(title, description)
	w.close(s)
	return b.Bytes()
}

// Still writes the scene as SVG does, to stand in a page where the same is said in words: those who can't see it pass it by.
func (s *Scene) Still(id string) []byte {
	var b bytes.Buffer
	w := svgWriter{&b, id}
	w.open(s)
	w.attr("font-family", fontFamily)
	w.attr("font-size", strconv.Itoa(fontSize))
	w.WriteString(` aria-hidden="true">`)
	w.close(s)
	return b.Bytes()
}

type svgWriter struct {
	*bytes.Buffer
	id string
}

// open begins the root's tag, for further attributes.
func (w svgWriter) open(s *Scene) {
	width, height := strconv.Itoa(s.Width), strconv.Itoa(s.Height)
	w.WriteString(`<svg xmlns="http://www.w3.org/2000/svg" width="` + width + `" height="` + height + `" viewBox="0 0 ` + width + " " + height +
		`" preserveAspectRatio="xMinYMin meet"`)
}

// close writes what is in the root, and its end.
func (w svgWriter) close(s *Scene) {
	for i := range s.Nodes {
		w.node(&s.Nodes[i], false)
	}
	w.WriteString("</svg>")
}

// name ends the root's tag and says what the picture shows.
func (w svgWriter) name(title, description string) {
	w.attr("role", "img")
	labels := w.id + "-t"
	if description != "" {
		labels += " " + w.id + "-d"
	}
	w.attr("aria-labelledby", labels)
	w.WriteString(`><title`)
	w.attr("id", w.id+"-t")
	w.WriteString(">" + escape(title) + "</title>")
	if description != "" {
		w.WriteString("<desc")
		w.attr("id", w.id+"-d")
		w.WriteString(">" + escape(description) + "</desc>")
	}
}

func (w svgWriter) attr(name, value string) {
	w.WriteByte(' ')
	w.WriteString(name)
	w.WriteString(`="`)
	w.WriteString(escape(value))
	w.WriteByte('"')
}

// node writes an element. Inside a clip path there is no paint.
func (w svgWriter) node(n *Node, clip bool) {
	w.WriteByte('<')
	w.WriteString(n.Tag)
	m, _ := parseTransform(n.attr("transform"))
	fine := math.Abs(m[0]) > 1.5 || math.Abs(m[3]) > 1.5 // a drawing in units of its own
	var classes []string
	for _, a := range n.Attrs {
		name, value := a[0], a[1]
		switch name {
		case "fill", "stroke":
			if clip {
				continue
			}
			if c := colourName(value); c != "" {
				classes = append(classes, name[:1]+"-"+c)
			}
		case "clip-path":
			value = "url(#" + w.id + "-" + strings.TrimPrefix(value, "url(#")
		case "id":
			value = w.id + "-" + value
		case "font-family":
			continue // the root's
		case "font-size":
			if value == strconv.Itoa(fontSize) {
				continue
			}
		case "font-weight":
			if value == "400" || value == "normal" {
				continue
			}
		case "text-anchor":
			if value == "start" {
				continue
			}
		case "transform":
			value = compactTransform(m)
		case "d", "points":
			value = compact(value, fine)
		default:
			if isNumber(value) {
				value = compact(value, fine)
			}
		}
		w.attr(name, value)
	}
	if len(classes) > 0 {
		w.attr("class", strings.Join(classes, " "))
	}
	if n.Text == "" && len(n.Children) == 0 {
		w.WriteString("/>")
		return
	}
	w.WriteByte('>')
	w.WriteString(escape(n.Text))
	for i := range n.Children {
		w.node(&n.Children[i], clip || n.Tag == "clipPath")
	}
	w.end(n.Tag)
}

func (w svgWriter) end(tag string) {
	w.WriteString("</")
	w.WriteString(tag)
	w.WriteByte('>')
}

var escaper = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&#34;", "'", "&#39;")

func escape(s string) string { return escaper.Replace(s) }

// compact rounds every number in s to a tenth of a pixel, or to a thousandth where a transform makes it grow.
func compact(s string, fine bool) string {
	digits := 1
	if fine {
		digits = 3
	}
	out := make([]byte, 0, len(s))
	for s != "" {
		n := max(numeral(s), 1)
		if v, err := strconv.ParseFloat(s[:n], 64); err == nil {
			out = appendShort(out, v, digits)
		} else {
			out = append(out, s[:n]...)
		}
		s = s[n:]
	}
	return string(out)
}

// numeral is how many bytes at the beginning of s are a number, or look like one: -?[0-9.]+(e[-+]?[0-9]+)?
func numeral(s string) int {
	n := 0
	if strings.HasPrefix(s, "-") {
		n = 1
	}
	whole := len(s[n:]) - len(strings.TrimLeft(s[n:], "0123456789."))
	if whole == 0 {
		return 0
	}
	n += whole
	if !strings.HasPrefix(s[n:], "e") {
		return n
	}
	power := n + 1
	if power < len(s) && (s[power] == '-' || s[power] == '+') {
		power++
	}
	if digits := len(s[power:]) - len(strings.TrimLeft(s[power:], "0123456789")); digits > 0 {
		n = power + digits
	}
	return n
}

func compactTransform(m matrix) string {
	e, f := shortNumber(m[4], 1), shortNumber(m[5], 1)
	if m[0] == 1 && m[1] == 0 && m[2] == 0 && m[3] == 1 {
		return "translate(" + e + " " + f + ")"
	}
	parts := []string{shortNumber(m[0], 4), shortNumber(m[1], 4), shortNumber(m[2], 4), shortNumber(m[3], 4), e, f}
	return "matrix(" + strings.Join(parts, " ") + ")"
}

// shortNumber writes v with at most so many digits after the point, and none to spare.
func shortNumber(v float64, digits int) string {
	var room [24]byte
	return string(appendShort(room[:0], v, digits))
}

func appendShort(b []byte, v float64, digits int) []byte {
	v = rounded(v, digits)
	if v == 0 {
		return append(b, '0') // and not -0
	}
	return strconv.AppendFloat(b, v, 'f', -1, 64)
}

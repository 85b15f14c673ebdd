package site

import (
	"fmt"
	"html"
	"strings"
)

// element is an opening tag as our templates write one: lower-case names, values in quotes.
type element struct {
	name       string
	attributes []attribute
}

type attribute struct{ name, value string }

// value returns an attribute's value and whether it is there.
func (e *element) value(name string) (string, bool) {
	for _, a := range e.attributes {
		if a.name == name {
			return a.value, true
		}
	}
	return "", false
}

// emptyElements are those that have no end tag.
var emptyElements = map[string]bool{
	"area": true, "base": true, "br": true, "col": true, "embed": true, "hr": true, "img": true, "input": true, "link": true, "meta": true,
	"source": true, "track": true, "wbr": true,
}

// scanMarkup reads a page in the strict form in which we write: every element has its end tag, but for those that never have one
// and drawings closed by "/>". It calls open for each element and text for each run of text, and returns the first fault.
func scanMarkup(page string, open func(*element) error, text func(within, s string) error) error {
	rest, ok := strings.CutPrefix(page, "<!doctype html>\n")
	if !ok {
		return fmt.Errorf("không bắt đầu bằng <!doctype html>")
	}
	var stack []string
	for rest != "" {
		within := ""
		if len(stack) > 0 {
			within = stack[len(stack)-1]
		}
		at := strings.IndexByte(rest, '<')
		if within == "script" || within == "style" {
			at = strings.Index(rest, "</"+within+">")
		}
		if at < 0 {
			at = len(rest)
		}
		if at > 0 {
			if err := text(within, rest[:at]); err != nil {
				return err
			}
			rest = rest[at:]
			continue
		}
		e, closes, after, err := scanTag(rest)
		if err != nil {
			return err
		}
		rest = after
		switch {
		case closes == closing && e.name != within:
			return fmt.Errorf("</%s> đóng <%s>", e.name, within)
		case closes == closing:
			stack = stack[:len(stack)-1]
			continue
		case closes == selfClosing && !contains(stack, "svg") && e.name != "svg":
			return fmt.Errorf("<%s/> ngoài hình vẽ", e.name)
		case closes == opening && !emptyElements[e.name]:
			stack = append(stack, e.name)
		}
		if err := open(e); err != nil {
			return err
		}
	}
	if len(stack) > 0 {
		return fmt.Errorf("<%s> chưa đóng", stack[len(stack)-1])
	}
	return nil
}

func contains(stack []string, name string) bool {
	for _, s := range stack {
		if s == name {
			return true
		}
	}
	return false
}

// tagKind is how a tag stands to its element.
type tagKind uint8

const (
	opening tagKind = iota
	closing
	selfClosing
)

// whiteSpace parts attributes.
const whiteSpace = " \t\n\f\r"

// scanTag reads the tag at the beginning of s and returns what follows it.
func scanTag(s string) (e *element, kind tagKind, rest string, err error) {
	fault := func(what string) (*element, tagKind, string, error) {
		return nil, 0, "", fmt.Errorf("%s: %.60q", what, s)
	}
	rest = s[1:]
	if strings.HasPrefix(rest, "/") {
		kind, rest = closing, rest[1:]
	}
	n := nameLength(rest)
	if n == 0 {
		return fault("không phải là thẻ")
	}
	e = &element{name: rest[:n]}
	rest = rest[n:]
	for {
		switch {
		case strings.HasPrefix(rest, ">"):
			return e, kind, rest[1:], nil
		case strings.HasPrefix(rest, "/>") && kind == opening:
			return e, selfClosing, rest[2:], nil
		case rest == "" || !strings.Contains(whiteSpace, rest[:1]) || kind == closing:
			return fault("thẻ viết sai")
		}
		rest = strings.TrimLeft(rest, whiteSpace)
		n := nameLength(rest)
		if n == 0 {
			return fault("thuộc tính viết sai")
		}
		a := attribute{name: rest[:n]}
		rest = rest[n:]
		if strings.HasPrefix(rest, `="`) || strings.HasPrefix(rest, `='`) {
			after := rest[2:]
			end := strings.IndexByte(after, rest[1])
			if end < 0 || strings.ContainsAny(after[:end], "<") {
				return fault("giá trị viết sai")
			}
			a.value, rest = html.UnescapeString(after[:end]), after[end+1:]
		}
		if _, twice := e.value(a.name); twice {
			return fault("thuộc tính " + a.name + " hai lần")
		}
		e.attributes = append(e.attributes, a)
	}
}

// nameLength is how many bytes of s are the name of an element or attribute.
func nameLength(s string) int {
	n := 0
	for n < len(s) {
		c := s[n]
		if c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || n > 0 && (c >= '0' && c <= '9' || c == '-' || c == ':') {
			n++
			continue
		}
		break
	}
	return n
}

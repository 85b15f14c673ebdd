package legible

import (
	"html"
	"strings"
	"unsafe"
)

// markup gives the texts between tags, and those of attributes.
func (r *reading) markup(s string) {
	var t running
	for {
		if s = r.atLine(s, t.empty()); s == "" {
			break
		}
		if r.cells && t.empty() {
			s = overPointers(s)
		}
		i := strings.IndexByte(s[:len(s)-r.after], '<')
		if i < 0 {
			i = len(s) - r.after
		}
		if i > 0 {
			t.add(unescaped(s[:i]))
		}
		if s = s[i:]; len(s) == r.after {
			continue
		}
		if rest, ok := strings.CutPrefix(s, "<!--"); ok {
			comment, after, _ := strings.Cut(rest, "-->")
			r.see(comment)
			s = after
			continue
		}
		if rest, ok := strings.CutPrefix(s, "<![CDATA["); ok {
			var data string
			data, s, _ = strings.Cut(rest, "]]>")
			t.add(data)
			continue
		}
		opens := !strings.HasPrefix(s, "</")
		name, rest := r.tag(s)
		whole := s[:len(s)-len(rest)]
		if s = rest; !within(name) {
			t.end(r.see)
		}
		if opens && (name == "script" || name == "style") {
			s = raw(s, name, whole, r.see)
		}
	}
	t.end(r.see)
}

// running is a text over the elements that stand within it.
type running struct {
	only  string // while it is one piece
	parts []byte // else
}

func (t *running) empty() bool { return t.only == "" && len(t.parts) == 0 }

func (t *running) add(piece string) {
	switch {
	case t.empty():
		t.only = strings.TrimLeft(piece, " \t\r\n")
	case len(t.parts) > 0:
		t.parts = append(t.parts, piece...)
	case piece != "":
		t.parts = append(append(t.parts, t.only...), piece...)
	}
}

// end gives the text, and the next may begin.
func (t *running) end(see func(string)) {
	if t.empty() {
		return
	}
	text := t.only
	if len(t.parts) > 0 {
		text = unsafe.String(unsafe.SliceData(t.parts), len(t.parts)) // who reads does not keep
	}
	if text = strings.TrimSpace(text); text != "" {
		see(text)
	}
	t.only, t.parts = "", t.parts[:0]
}

func unescaped(s string) string {
	if strings.IndexByte(s, '&') < 0 {
		return s
	}
	return html.UnescapeString(s)
}

// raw takes a script or style off: data are read, the rest is not.
func raw(s, name, tag string, see func(string)) string {
	end := 0
	for end < len(s) && !(strings.HasPrefix(s[end:], "</") && len(s) >= end+2+len(name) && strings.EqualFold(s[end+2:end+2+len(name)], name)) {
		next := strings.IndexByte(s[end+1:], '<')
		if next < 0 {
			end = len(s)
			break
		}
		end += 1 + next
	}
	if strings.Contains(tag, "json") {
		strs(s[:end], true, see)
	} else if name == "script" {
		see(s[:end])
	}
	return s[end:]
}

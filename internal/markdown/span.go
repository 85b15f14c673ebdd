package markdown

import (
	"fmt"
	"html"
	"strings"

	"github.com/yuin/goldmark/ast"

	"bangvang/internal/viet"
)

// spans reads the running text of a block or of a span.
func (r *reader) spans(parent ast.Node, depth int) []Span {
	if r.deep(parent, depth) {
		return nil
	}
	var out []Span
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		out = r.span(out, n, depth)
	}
	return out
}

// span reads one span and adds it to those before it. Pieces of text that follow each other become one.
func (r *reader) span(out []Span, n ast.Node, depth int) []Span {
	s := Span{Place: r.place(begin(n))}
	switch n := n.(type) {
	case *ast.Text:
		return r.text(out, n)
	case *ast.String:
		return join(out, Span{Place: s.Place, Text: viet.NFC(string(n.Value))})
	case *ast.Emphasis:
		s.Kind, s.Children = Emphasis, r.spans(n, depth+1)
		if n.Level == 2 {
			s.Kind = Strong
		}
	case *ast.CodeSpan:
		s.Kind = CodeSpan
		for c := n.FirstChild(); c != nil; c = c.NextSibling() {
			if t, ok := c.(*ast.Text); ok {
				s.Text += trimmed(t.Segment.Value(r.source))
			}
		}
		s.Text = viet.NFC(s.Text)
	case *ast.Link:
		s.Kind, s.Href, s.Children = Link, unescape(string(n.Destination)), r.spans(n, depth+1)
		r.link(n, &s)
		r.untitled(n, n.Title)
	case *ast.AutoLink:
		label := string(n.Label(r.source))
		s.Kind, s.Href = Link, string(n.URL(r.source))
		if n.AutoLinkType == ast.AutoLinkEmail && !strings.HasPrefix(strings.ToLower(s.Href), "mailto:") {
			s.Href = "mailto:" + s.Href
		}
		s.Children = []Span{{Text: viet.NFC(label), Place: s.Place}}
		r.link(n, &s)
	case *ast.Image:
		s.Kind, s.Href, s.Text = ImageSpan, unescape(string(n.Destination)), strings.TrimSpace(Plain(r.spans(n, depth+1)))
		r.image(n, &s)
		r.untitled(n, n.Title)
	case *ast.RawHTML:
		r.add(markdownHTML, begin(n), "không dùng HTML trong Markdown", "viết bằng Markdown; nếu dấu < thuộc câu văn, viết \\<")
		return out
	default:
		return out
	}
	return append(out, s)
}

// text reads a piece of text and the end of line after it.
func (r *reader) text(out []Span, n *ast.Text) []Span {
	raw := string(n.Segment.Value(r.source))
	t := raw
	if !n.IsRaw() {
		t = unescape(raw)
		if len(viet.Invisible(raw)) == 0 {
			for _, o := range viet.Invisible(t) {
				r.add(markdownEntity, n.Segment.Start, "mã ký tự tạo ra "+viet.RuneName(o.Rune), "xoá mã này")
				break
			}
		}
	}
	t = viet.NFC(t)
	if n.SoftLineBreak() && !n.HardLineBreak() {
		t += " "
	}
	out = join(out, Span{Text: t, Place: r.place(n.Segment.Start)})
	if n.HardLineBreak() {
		out = append(out, Span{Kind: Break, Place: r.place(n.Segment.Stop)})
	}
	return out
}

// join adds a text to the spans, to the last of them if that is a text too.
func join(out []Span, s Span) []Span {
	if s.Text == "" {
		return out
	}
	if last := len(out) - 1; last >= 0 && out[last].Kind == Text {
		out[last].Text += s.Text
		return out
	}
	return append(out, s)
}

// untitled warns of a link's or picture's title, which our dialect does not show.
func (r *reader) untitled(n ast.Node, title []byte) {
	if len(title) > 0 {
		r.add(linkTitle, begin(n), fmt.Sprintf("phần %q sau địa chỉ sẽ không hiện", title), "bỏ phần này")
	}
}

// unescape resolves backslash escapes and character references, in one pass.
func unescape(s string) string {
	if !strings.ContainsAny(s, `\&`) {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == '\\' && i+1 < len(s) && isPunct(s[i+1]):
			i++
			b.WriteByte(s[i])
		case c == '&':
			ref := reference(s[i:])
			b.WriteString(html.UnescapeString(ref))
			i += len(ref) - 1
		default:
			b.WriteByte(c)
		}
	}
	return b.String()
}

// reference is the character reference that a text begins with, or its first byte alone.
func reference(s string) string {
	const longest = 33 // &CounterClockwiseContourIntegral;
	end := strings.IndexByte(s[:min(len(s), longest)], ';')
	if end < 2 || strings.Trim(s[1:end], "#0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ") != "" {
		return s[:1]
	}
	return s[:end+1]
}

func isPunct(c byte) bool { return strings.IndexByte("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~", c) >= 0 }

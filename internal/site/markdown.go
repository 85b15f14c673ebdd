package site

import (
	"fmt"
	"html"
	"html/template"
	"path"
	"strconv"
	"strings"

	"bangvang/internal/edition"
	"bangvang/internal/markdown"
)

// prose writes a document as HTML. It is the one place where text of the campaign becomes template.HTML: every text and address goes
// through html.EscapeString, every tag is spelled here.
type prose struct {
	strings.Builder
	href   func(edition.Path) string
	image  func(file, address string) (edition.Path, error)
	file   string
	deeper int    // added to the level of headings
	prefix string // of anchors, where a page holds several documents
	err    error
}

// markdownHTML returns doc with its headings deeper levels further down and its own links written by href. Headings that are not a
// page's own (deeper is not 0) have the file's name before their anchors, as other documents may stand beside this one.
func markdownHTML(doc markdown.Doc, deeper int, href func(edition.Path) string, image func(file, address string) (edition.Path, error)) (template.HTML, error) {
	p := prose{href: href, image: image, file: doc.File, deeper: deeper}
	if deeper > 0 {
		p.prefix = strings.TrimSuffix(path.Base(doc.File), ".md") + "--"
	}
	p.blocks(doc.Blocks)
	return template.HTML(p.String()), p.err
}

func (p *prose) text(s string) { p.WriteString(html.EscapeString(s)) }

// tag opens a tag with attributes given as name, value, name, value …
func (p *prose) tag(name string, attributes ...string) {
	p.WriteString("<" + name)
	for i := 0; i+1 < len(attributes); i += 2 {
		p.WriteString(" " + attributes[i] + `="` + html.EscapeString(attributes[i+1]) + `"`)
	}
	p.WriteString(">")
}

func (p *prose) end(name string) { p.WriteString("</" + name + ">") }

func (p *prose) blocks(blocks []markdown.Block) {
	for i := range blocks {
		p.block(&blocks[i])
		p.WriteString("\n")
	}
}

func (p *prose) block(b *markdown.Block) {
	switch b.Kind {
	case markdown.Paragraph:
		p.around("p", b.Spans)
	case markdown.Heading:
		name := "h" + strconv.Itoa(min(b.Level+p.deeper, 6))
		p.tag(name, "id", p.prefix+b.Anchor)
		p.spans(b.Spans)
		p.end(name)
	case markdown.List:
		p.list(b)
	case markdown.Quote:
		p.tag("blockquote")
		p.blocks(b.Children)
		p.end("blockquote")
	case markdown.Table:
		p.table(b)
	case markdown.Rule:
		p.tag("hr")
	case markdown.Code:
		p.tag("pre", "tabindex", "0")
		p.tag("code")
		p.text(b.Text)
		p.end("code")
		p.end("pre")
	case markdown.Image:
		p.tag("figure", "class", "photo")
		p.spans(b.Spans)
		p.end("figure")
	default:
		p.fail(fmt.Errorf("%s: không biết loại khối %d", p.file, b.Kind))
	}
}

func (p *prose) around(name string, spans []markdown.Span) {
	p.tag(name)
	p.spans(spans)
	p.end(name)
}

func (p *prose) list(b *markdown.Block) {
	name := "ul"
	if b.Ordered {
		name = "ol"
	}
	if b.Ordered && b.Start != 1 {
		p.tag(name, "start", strconv.Itoa(b.Start))
	} else {
		p.tag(name)
	}
	for _, entry := range b.Children {
		p.tag("li")
		for i := range entry.Children {
			if child := &entry.Children[i]; b.Tight && child.Kind == markdown.Paragraph {
				p.spans(child.Spans)
			} else {
				p.block(child)
			}
		}
		p.end("li")
	}
	p.end(name)
}

var alignClass = [...]string{markdown.AlignLeft: "", markdown.AlignCentre: "centre", markdown.AlignRight: "num"}

func (p *prose) table(b *markdown.Block) {
	p.tag("table", "class", "stack")
	for i, row := range b.Rows {
		cell := "td"
		switch i {
		case 0:
			cell = "th"
			p.tag("thead")
		case 1:
			p.tag("tbody")
		}
		p.tag("tr")
		for j, spans := range row {
			var attributes []string
			if i == 0 {
				attributes = append(attributes, "scope", "col")
			} else if j < len(b.Rows[0]) {
				attributes = append(attributes, "data-head", markdown.Plain(b.Rows[0][j]))
			}
			if j < len(b.Align) && alignClass[b.Align[j]] != "" {
				attributes = append(attributes, "class", alignClass[b.Align[j]])
			}
			name := cell
			if i > 0 && j == 0 && markdown.Plain(spans) != "" {
				name = "th"
				attributes = append(attributes, "scope", "row")
			}
			p.tag(name, attributes...)
			p.around("span", spans) // one child, so that a narrow screen sets it beside its heading
			p.end(name)
		}
		p.end("tr")
		if i == 0 {
			p.end("thead")
		}
	}
	if len(b.Rows) > 1 {
		p.end("tbody")
	}
	p.end("table")
}

func (p *prose) spans(spans []markdown.Span) {
	for i := range spans {
		p.span(&spans[i])
	}
}

func (p *prose) span(s *markdown.Span) {
	switch s.Kind {
	case markdown.Text:
		p.text(s.Text)
	case markdown.Emphasis:
		p.around("em", s.Children)
	case markdown.Strong:
		p.around("strong", s.Children)
	case markdown.CodeSpan:
		p.tag("code")
		p.text(s.Text)
		p.end("code")
	case markdown.Link:
		p.tag("a", "href", p.address(s.Href))
		p.spans(s.Children)
		p.end("a")
	case markdown.ImageSpan:
		p.picture(s)
	case markdown.Break:
		p.tag("br")
	default:
		p.fail(fmt.Errorf("%s: không biết loại chữ %d", p.file, s.Kind))
	}
}

func (p *prose) picture(s *markdown.Span) {
	if p.image == nil {
		p.fail(fmt.Errorf("%s: chưa có chỗ cho ảnh %q", p.file, s.Href))
		return
	}
	to, err := p.image(p.file, s.Href)
	if err != nil {
		p.fail(fmt.Errorf("%s: %w", p.file, err))
		return
	}
	p.tag("img", "src", p.href(to), "alt", s.Text, "loading", "lazy")
}

// address is a link as it stands in the page. Schemes other than these never leave the markdown package; here they become text.
func (p *prose) address(href string) string {
	switch {
	case strings.HasPrefix(href, "#"):
		return "#" + p.prefix + href[1:]
	case strings.HasPrefix(href, "https://"), strings.HasPrefix(href, "mailto:"), strings.HasPrefix(href, "tel:"):
		return href
	case strings.HasPrefix(href, "/") && !strings.HasPrefix(href, "//"):
		return p.href(edition.Path(href))
	}
	p.fail(fmt.Errorf("%s: liên kết %q không dùng được", p.file, href))
	return "#"
}

func (p *prose) fail(err error) {
	if p.err == nil {
		p.err = err
	}
}

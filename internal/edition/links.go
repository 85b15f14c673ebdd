package edition

import (
	"slices"
	"strings"

	"bangvang/internal/diag"
	"bangvang/internal/markdown"
	"bangvang/internal/viet"
)

// Rules are the kinds of problems that Compose reports.
var Rules = []*diag.Rule{linkBroken, anchorBroken, pathTwice}

var linkBroken = &diag.Rule{
	ID:    "link-broken",
	Title: "Liên kết trong bài viết phải dẫn đến một trang có thật của trang web.",
	Wrong: "[Chỉ tiêu](/chi-tieu/khong-co/)",
	Right: "[Chỉ tiêu](/chi-tieu/)",
}

var anchorBroken = &diag.Rule{
	ID:    "anchor-broken",
	Title: "Liên kết đến một đề mục phải dùng tên neo của đề mục có thật.",
	Wrong: "[Xem](#muc-khong-co)",
	Right: "## Thời gian\n\n[Xem](#thoi-gian)",
}

var pathTwice = &diag.Rule{
	ID:    "path-twice",
	Title: "Mỗi địa chỉ chỉ có một trang.",
	Wrong: "hai khối thi đua cùng mã",
	Right: "mỗi khối thi đua một mã riêng",
}

// links reports links of documents to pages or headings that the site does not have, and pages that share an address.
func (c *composer) links() {
	pages := map[Path]bool{pdfPath: true, notFoundPath: true}
	for _, p := range c.ed.Pages {
		if pages[p.Path] {
			c.problems.Addf(pathTwice, diag.Place{}, "đổi mã của một trong hai", "địa chỉ %s có hai trang", p.Path)
		}
		pages[p.Path] = true
	}
	for _, d := range c.ed.Datasets {
		for _, f := range d.Downloads {
			pages[f.Path] = true
		}
	}
	for _, f := range c.ed.Feeds {
		pages[f.Path] = true
	}
	l := linker{c: c, pages: pages, anchors: c.anchors()}
	for p := range pages {
		l.known = append(l.known, string(p))
	}
	slices.Sort(l.known)
	for _, d := range c.sortedDocs() {
		own := d.Anchors()
		d.Walk(nil, func(s *markdown.Span) {
			if s.Kind == markdown.Link {
				l.check(s, own)
			}
		})
	}
}

// sortedDocs are the documents by file.
func (c *composer) sortedDocs() []markdown.Doc {
	var names []string
	for name := range c.docs {
		names = append(names, name)
	}
	slices.Sort(names)
	var out []markdown.Doc
	for _, n := range names {
		out = append(out, c.docs[n])
	}
	return out
}

// anchors are the headings of the documents that pages show.
func (c *composer) anchors() map[Path]map[string]bool {
	out := map[Path]map[string]bool{}
	see := func(p Path, a *Article) {
		if a != nil {
			out[p] = a.Doc.Anchors()
		}
	}
	for _, p := range c.ed.Pages {
		switch b := p.Body.(type) {
		case *PlanPage:
			see(p.Path, b.Article)
		case *AreaPage:
			see(p.Path, b.Article)
		case *PressPage:
			see(p.Path, b.Article)
		case *DataPage:
			see(p.Path, b.Article)
		case *ArticlePage:
			see(p.Path, &b.Article)
		case *StoryPage:
			see(p.Path, &b.Article)
		}
	}
	return out
}

type linker struct {
	c       *composer
	pages   map[Path]bool
	anchors map[Path]map[string]bool
	known   []string
}

func (l linker) check(s *markdown.Span, own map[string]bool) {
	if strings.HasPrefix(s.Href, "#") {
		l.anchor(s, s.Href[1:], own)
		return
	}
	if !strings.HasPrefix(s.Href, "/") {
		return // to another site; markdown has judged its scheme
	}
	path, anchor, has := strings.Cut(s.Href, "#")
	if !l.pages[Path(path)] {
		hint := "địa chỉ trang bắt đầu và kết thúc bằng dấu /"
		if near, ok := viet.Nearest(path, l.known); ok {
			hint = "có phải " + near + "?"
		}
		l.c.problems.Addf(linkBroken, s.Place, hint, "không có trang %s", path)
		return
	}
	if has {
		l.anchor(s, anchor, l.anchors[Path(path)])
	}
}

func (l linker) anchor(s *markdown.Span, name string, have map[string]bool) {
	if have[name] {
		return
	}
	var names []string
	for n := range have {
		names = append(names, n)
	}
	slices.Sort(names)
	hint := "neo là đề mục viết thường không dấu, nối bằng dấu gạch: “## Thời gian” thành #thoi-gian"
	if near, ok := viet.Nearest(name, names); ok {
		hint = "có phải #" + near + "?"
	}
	l.c.problems.Addf(anchorBroken, s.Place, hint, "không có đề mục #%s", name)
}

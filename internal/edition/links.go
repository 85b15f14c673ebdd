package edition

import (
	"cmp"
	"iter"
	"maps"
	"path"
	"slices"
	"strings"
	"sync"

	"bangvang/internal/campaign"
	"bangvang/internal/diag"
	"bangvang/internal/markdown"
	"bangvang/internal/viet"
)

// Rules are the kinds of problems that Compose reports.
var Rules = []*diag.Rule{linkBroken, anchorBroken, pathTwice, languageUnspoken, documentUnshown,
	addressLost, movedTaken, movedTarget, keptLater}

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

// checkLinks reports links of documents to pages or headings that the site does not have, and pages that share an address.
func (c *composer) checkLinks() {
	pages := make(map[Path]bool, 2*len(c.ed.Pages))
	pages[pdfPath], pages[notFoundPath] = c.ed.Booklet != nil, true
	for p := range c.everyPage() {
		if pages[p.Path] {
			c.problems.Addf(pathTwice, c.placeOf(p.Path), "đổi mã của một trong hai", "địa chỉ %s có hai trang", p.Path)
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
	for _, ed := range append([]*Edition{c.ed}, c.ed.Twins...) {
		for _, p := range ed.Drawings {
			pages[p.Path] = true
		}
	}
	if c.ed.Script != nil {
		pages[c.ed.Script.Path] = true
	}
	for i := range c.ed.Pages {
		p := &c.ed.Pages[i]
		if f, ok := p.Body.(*FrozenPage); ok {
			for _, d := range f.Downloads {
				pages[d.Path] = true
			}
		}
	}
	l := newLinker(&c.problems, pages)
	l.moves = c.l.Moves
	l.anchors = c.anchors()
	for _, file := range c.files() {
		l.document(c.speaker(file).directed(c.docs[file]))
	}
}

// placeOf is where data gives the id that ends an address; unknown if it gives none such.
func (c *composer) placeOf(p Path) diag.Place {
	id := path.Base(string(p))
	for _, t := range c.l.Targets {
		if t.ID == id {
			return t.Place
		}
	}
	for _, d := range c.l.Decisions {
		if d.ID == id {
			return d.Place
		}
	}
	for _, u := range c.l.Units {
		if u.ID == id {
			return u.Place
		}
	}
	for _, a := range c.l.Awards {
		if a.ID == id {
			return a.Place
		}
	}
	return diag.Place{}
}

// Ids are the ids that input gives to what has a page, right or wrong.
type Ids struct {
	Areas, Targets, Units, Blocks, Decisions, Awards, Stories []string

	NoBooklet bool // nor has the booklet any
}

// DraftLinks reports what can be said of links while the input does not resolve, so that all of its problems are told in one run:
// a link to a page that no record could have, or to a heading that its own document lacks.
func DraftLinks(docs map[string]markdown.Doc, ids Ids) diag.List {
	var problems diag.List
	pages := map[Path]bool{pdfPath: true, notFoundPath: true, homePath: true, programmePath: true, feedPath: true}
	for _, p := range []Path{planPath, targetsPath, unitsPath, rollPath, decisionsPath, storiesPath, bookletPath, pressPath, dataPath} {
		pages[p] = true
	}
	for folder, known := range map[Path][]string{areasPath: ids.Areas, targetsPath: ids.Targets, unitsPath: ids.Units, blocksPath: ids.Blocks,
		decisionsPath: ids.Decisions, rollPath: ids.Awards, storiesPath: ids.Stories} {
		for _, id := range known {
			pages[under(folder, id)] = true
		}
	}
	if ids.NoBooklet {
		delete(pages, pdfPath)
		delete(pages, bookletPath)
	}
	own := slices.Collect(maps.Keys(pages))
	for _, t := range tongues[1:] { // the first is the campaign's own
		for _, p := range own {
			pages["/"+Path(t.lang)+p] = true
		}
	}
	l := newLinker(&problems, pages)
	l.draft = true
	c := composer{docs: docs}
	for _, file := range c.files() {
		l.document(c.docs[file])
	}
	return problems
}

// files are those of the documents, in order.
func (c *composer) files() []string { return slices.Sorted(maps.Keys(c.docs)) }

// everyPage gives the pages of the edition and of its twins.
func (c *composer) everyPage() iter.Seq[*Page] {
	return func(yield func(*Page) bool) {
		for _, ed := range append([]*Edition{c.ed}, c.ed.Twins...) {
			for i := range ed.Pages {
				if !yield(&ed.Pages[i]) {
					return
				}
			}
		}
	}
}

// anchors are the headings of the documents that pages show.
func (c *composer) anchors() map[Path]map[string]bool {
	out := map[Path]map[string]bool{}
	see := func(p Path, a *Article) {
		if a != nil {
			out[p] = a.Doc.Anchors()
		}
	}
	for p := range c.everyPage() {
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
	problems *diag.List
	pages    map[Path]bool
	anchors  map[Path]map[string]bool // nil: not known
	known    func() []string          // the pages, sorted, to suggest one
	moves    []*campaign.Move
	draft    bool // lists that only an edition has are not known
}

func newLinker(problems *diag.List, pages map[Path]bool) *linker {
	l := &linker{problems: problems, pages: pages}
	l.known = sync.OnceValue(func() []string {
		all := make([]string, 0, len(pages))
		for p := range pages {
			all = append(all, string(p))
		}
		slices.Sort(all)
		return all
	})
	return l
}

func (l *linker) document(d markdown.Doc) {
	own := d.Anchors()
	d.Walk(nil, func(s *markdown.Span) {
		if s.Kind == markdown.Link {
			l.check(s, own)
		}
	})
}

// listed tells whether an address may be one that only a composed edition has: the roll's lists, data, feeds, embeds, frozen copies.
func (l *linker) listed(p Path) bool {
	s := strings.TrimPrefix(string(p), string(rollPath))
	return l.draft && (s != string(p) && strings.Contains(strings.TrimSuffix(s, "/"), "/") || strings.HasPrefix(s, string(dataRoot)) || strings.HasPrefix(s, "/feed/") || strings.HasPrefix(s, string(embedsPath)) || strings.HasPrefix(s, string(versionsPath)))
}

func (l *linker) check(s *markdown.Span, own map[string]bool) {
	if strings.HasPrefix(s.Href, "#") {
		l.anchor(s, s.Href[1:], own)
		return
	}
	if !strings.HasPrefix(s.Href, "/") {
		return // to another site; markdown has judged its scheme
	}
	to, anchor, has := strings.Cut(s.Href, "#")
	if !l.pages[Path(to)] && !l.listed(Path(to)) {
		hint := "địa chỉ trang bắt đầu và kết thúc bằng dấu /"
		if near, ok := viet.Nearest(to, l.known()); ok {
			hint = "có phải " + near + "?"
		}
		if strings.HasPrefix(to, string(bookletPath)) && !l.pages[bookletPath] {
			hint = "đợt này không làm kỷ yếu (booklet: false trong data/campaign.yaml): bỏ liên kết"
		}
		for _, m := range l.moves {
			if m.From == to {
				hint = "data/moved.yaml ghi trang này nay ở " + cmp.Or(m.To+m.URL, "đâu: đã thu hồi, bỏ liên kết")
			}
		}
		l.problems.Addf(linkBroken, s.Place, hint, "không có trang %s", to)
		return
	}
	if has && l.anchors != nil {
		l.anchor(s, anchor, l.anchors[Path(to)])
	}
}

func (l *linker) anchor(s *markdown.Span, name string, have map[string]bool) {
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
	l.problems.Addf(anchorBroken, s.Place, hint, "không có đề mục #%s", name)
}

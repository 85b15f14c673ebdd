package booklet

import (
	"strconv"
	"strings"

	"bangvang/internal/chart"
	"bangvang/internal/diag"
	"bangvang/internal/edition"
)

// Painter draws an edition chart with its top left corner at (x, y), w points wide, and gives its height in points.
// It draws within that box and nowhere else.
type Painter func(c *edition.Chart, on chart.Canvas, x, y, w float64) (height float64, err error)

// Lay sets an edition's booklet, which it must have, as pages. Problems are the input's (a character that no face has, with its record's
// place); an error is ours: a font that cannot be used, a chart that cannot be drawn. The layout is nil if the options ask for a decision or
// a volume that the booklet does not have.
func Lay(ed *edition.Edition, opt Options) (*Layout, []diag.Problem, error) {
	b, err := newBook(ed, opt)
	if b == nil {
		return nil, nil, err
	}
	l := b.lay()
	l.Images = b.develop()
	return l, b.problems.Sorted(), b.err
}

// newBook begins a booklet; nil without an error if the options ask for what is not there.
func newBook(ed *edition.Edition, opt Options) (*book, error) {
	src := opt.booklet(ed)
	if src == nil {
		return nil, nil
	}
	if opt.Faces == nil {
		opt.Faces = opt.Fonts.Faces()
	}
	faces, err := opt.Faces.read()
	if err != nil {
		return nil, err
	}
	pal := basePalette
	pal.Red, pal.Gold = parseColour(ed.Site.Brand.Red, pal.Red), parseColour(ed.Site.Brand.Gold, pal.Gold)
	return &book{setter: setter{faces: faces}, kept: opt.Kept, drawn: opt.Drawn, ed: ed, src: src, pal: pal, paint: opt.Paint, photo: opt.Photo, originals: map[string]*original{},
		front: newFlow(bookArea), body: newFlow(bookArea)}, nil
}

// lay sets the body first, since it is numbered by itself: what the index says of the roll, and the contents of both, is then known.
func (b *book) lay() *Layout {
	b.place = b.src.Place
	b.cover(b.front)
	b.titlePage(b.front)
	b.imprint(b.front)
	b.foreword(b.front)
	b.plan(b.front)
	b.list(entry{level: partLevel, title: b.src.Words.Contents, anchor: contentsAnchor, front: true})
	b.results(b.body)
	b.stories(b.body)
	b.roll(b.body)
	b.index(b.body, func(anchor string) string { return arabic(b.body.anchors[anchor].Page) })
	b.colophon(b.body)
	b.contents(b.front, b.entries, func(e *entry) string {
		if e.front {
			return roman(b.front.anchors[e.anchor].Page)
		}
		return arabic(b.body.anchors[e.anchor].Page)
	})
	b.front.flush()
	if len(b.front.pages)%2 == 1 {
		b.front.pages = append(b.front.pages, Page{bare: true})
	}
	return b.bind()
}

// coverPages are the cover's two sides; they are not counted.
const coverPages = 2

// bind joins front and body, numbers the pages and furnishes them.
func (b *book) bind() *Layout {
	n := len(b.front.pages)
	l := &Layout{
		Width: trimWidth, Height: trimHeight, Masters: b.masters(), faces: b.faces, kept: b.kept, drawn: b.drawn,
		Pages: append(b.front.pages, b.body.pages...), Anchors: b.front.anchors,
		Labels: []LabelRange{{First: 0, Style: "D", Prefix: "Bìa "}, {First: coverPages, Style: "r"}, {First: n, Style: "D"}},
		Meta: Meta{
			Title:  clean(b.name()),
			Author: clean(b.src.Cover.Organizer), Subject: clean(b.ed.Site.Campaign),
			Lang: b.src.Lang, Date: b.src.Created,
		},
	}
	for name, s := range b.body.anchors { // a set: its order does not matter
		s.Page += n
		l.Anchors[name] = s
	}
	for i := range l.Pages {
		switch {
		case i < coverPages:
			l.Pages[i].Label, l.Pages[i].Cover = "Bìa "+strconv.Itoa(i+1), true
		case i < n:
			l.Pages[i].Label = roman(i)
		default:
			l.Pages[i].Label = arabic(i - n)
		}
	}
	l.Back = b.backCover()
	b.furnish(l.Pages)
	for _, e := range b.entries {
		l.Outline = append(l.Outline, Mark{Level: e.level, Title: e.title, Spot: l.Anchors[e.anchor]})
	}
	return l
}

// name is the booklet's: kind, title and, of a book in several, the volume.
func (b *book) name() string {
	c := &b.src.Cover
	name := c.Kind + " " + c.Title
	if c.Volume != "" {
		name += " – " + c.Volume
	}
	return name
}

// arabic is the label of a page of the body, counted from 0.
func arabic(page int) string { return strconv.Itoa(page + 1) }

// roman is the label of a page of the front, counted from 0 with the cover.
func roman(page int) string {
	n := page - coverPages + 1
	var b strings.Builder
	for _, d := range []struct {
		value int
		sign  string
	}{{100, "c"}, {90, "xc"}, {50, "l"}, {40, "xl"}, {10, "x"}, {9, "ix"}, {5, "v"}, {4, "iv"}, {1, "i"}} {
		for n >= d.value {
			b.WriteString(d.sign)
			n -= d.value
		}
	}
	return b.String()
}

package booklet

import "strings"

// Texts gives all that a reader of the book can read or follow, paragraph by paragraph, the lines of one joined: a PDF holds numbers of glyphs, not
// words. page is the label; "" is what lies around the pages.
func (l *Layout) Texts(see func(page, text string)) {
	var masters []Page
	for _, m := range l.Masters {
		masters = append(masters, Page{Ops: m})
	}
	for _, pages := range [][]Page{masters, l.Pages, l.Back} {
		for i := range pages {
			pages[i].texts(see)
		}
	}
	for _, m := range l.Outline {
		see("", m.Title)
	}
	for _, s := range []string{l.Meta.Title, l.Meta.Author, l.Meta.Subject} {
		see("", s)
	}
}

func (p *Page) texts(see func(page, text string)) {
	var lines []string
	end := func() {
		if text := strings.Join(lines, " "); text != "" {
			see(p.Label, text)
		}
		lines = lines[:0]
	}
	last := &Op{}
	for i := range p.Ops {
		o := &p.Ops[i]
		if alt := o.Alt(); alt != "" {
			see(p.Label, alt)
		}
		if o.Kind != OpText {
			continue
		}
		if o.Block == 0 || o.Block != last.Block || faces(last, o) {
			end()
		}
		last = o
		lines = append(lines, o.Text)
	}
	end()
	for _, k := range p.Links {
		see(p.Label, k.Target)
	}
}

// faces tells whether a text stands in the line of another across a gap, as the number of a page does in an index: it goes on with no sentence, and
// 1985 there is nobody's year.
func faces(a, b *Op) bool { return a.Y == b.Y && b.X-(a.X+a.Wide) > 8 }

package booklet

import (
	"strconv"
	"strings"

	"bangvang/internal/edition"
	"bangvang/internal/markdown"
)

// article sets a document into the flow. prefix keeps its anchors apart from those of other documents.
type article struct {
	*book
	flow   *flow
	prefix string
	file   string // of the document, to which its pictures' addresses are relative
	rank   Tag    // of the heading that the document stands under
	item   int32  // of a list being set, see Op.Row
	level  uint8  // of the list being set
}

const (
	indentStep = 15  // of lists and quotes
	signGap    = 4   // between an item's sign and its text
	blockSpace = 6.5 // above a paragraph
)

// blocks sets blocks at an indent. tight is for list items of single lines.
func (a *article) blocks(blocks []markdown.Block, indent float64, tight bool) {
	for i := range blocks {
		k := &blocks[i]
		a.place = k.Place
		before := blockSpace
		if tight {
			before = 2
		}
		switch k.Kind {
		case markdown.Paragraph:
			a.pour(a.flow, a.within(a.paragraph(k.Spans, a.text(), indent, Justified)), indent, before, leadsOn(blocks, i))
			a.pictures(k.Spans, indent)
		case markdown.Heading:
			a.heading(a.flow, k.Level-1, min(a.rank+Tag(k.Level)-1, TagHeading6), plain(k.Spans), a.prefix+k.Anchor)
		case markdown.List:
			a.listing(k, indent, before)
		case markdown.Quote:
			a.quote(k, indent)
		case markdown.Table:
			a.table(k, indent)
		case markdown.Rule:
			p := piece{height: 12, before: 10, ops: a.ornament(typeWidth/2, 6)}
			a.flow.add(p)
		case markdown.Code:
			a.code(k, indent)
		case markdown.Image:
			a.pictures(k.Spans, indent)
		}
	}
}

// within marks a paragraph as one of the item that is being set, if one is.
func (a *article) within(p *Paragraph) *Paragraph {
	if a.level > 0 && p.Tag == TagParagraph {
		p.Tag, p.Row, p.Level = TagListText, a.item, a.level
	}
	return p
}

// leadsOn tells whether a paragraph introduces what follows it, so that it must not stand at the foot of a page alone.
func leadsOn(blocks []markdown.Block, i int) bool {
	return i+1 < len(blocks) && (blocks[i+1].Kind == markdown.List || blocks[i+1].Kind == markdown.Table) &&
		strings.HasSuffix(plain(blocks[i].Spans), ":")
}

func (a *article) paragraph(spans []markdown.Span, style Style, indent float64, align Align) *Paragraph {
	return &Paragraph{Runs: a.runs(spans, style, nil), Width: typeWidth - indent, Leading: textLeading, Align: align}
}

// runs flattens spans into runs of one style each.
func (a *article) runs(spans []markdown.Span, style Style, out []Run) []Run {
	for i := range spans {
		s := &spans[i]
		switch s.Kind {
		case markdown.Text:
			out = append(out, Run{Style: style, Text: s.Text})
		case markdown.Emphasis:
			out = a.runs(s.Children, style.in(slanted(style.Face)), out)
		case markdown.Strong:
			out = a.runs(s.Children, style.in(heavier(style.Face)), out)
		case markdown.CodeSpan:
			out = append(out, Run{Style: style.in(Sans).sized(style.Size * 0.9), Text: s.Text})
		case markdown.Link:
			out = a.runs(s.Children, style.to(a.target(s.Href)), out)
		case markdown.Break:
			out = append(out, Run{Style: style, Break: true})
		}
	}
	return out
}

func slanted(f Face) Face {
	if f == Bold || f == BoldItalic {
		return BoldItalic
	}
	return Italic
}

func heavier(f Face) Face {
	if f == Italic || f == BoldItalic {
		return BoldItalic
	}
	return Bold
}

// target makes a document's link one of the booklet's: an anchor of the document, an address of the site, or what it is.
func (a *article) target(href string) string {
	switch {
	case strings.HasPrefix(href, "#"):
		return "#" + a.prefix + href[1:]
	case strings.HasPrefix(href, "/"):
		return a.absolute(href)
	}
	return href
}

// absolute is the address of a path of the site.
func (b *book) absolute(path string) string {
	return strings.TrimSuffix(b.ed.Site.BaseURL, "/") + path
}

// listing sets a list. The sign of an item stands beside its first line.
func (a *article) listing(k *markdown.Block, indent, before float64) {
	outer := a.item
	a.level++
	step := float64(indentStep)
	if k.Ordered { // the figures of the last one need the most room
		step = max(step, a.faces[Regular].width(strconv.Itoa(k.Start+len(k.Children)-1)+".", textSize, 0)+signGap+slack)
	}
	for i := range k.Children {
		item := &k.Children[i]
		a.item = a.nextRow()
		sign := "•"
		if k.Ordered {
			sign = strconv.Itoa(k.Start+i) + "."
		}
		space := before
		if i > 0 {
			space = blockSpace
			if k.Tight {
				space = 2.5
			}
		}
		a.signed(sign, item, indent, step, space, k.Tight)
	}
	a.level--
	a.item = outer
}

// signed sets one item of a list: its first paragraph with the sign, then the rest.
func (a *article) signed(sign string, item *markdown.Block, indent, step, before float64, tight bool) {
	style := a.text().inked(a.pal.Gold.mix(a.pal.Ink, 0.8))
	mark := a.lines(&Paragraph{Runs: of(style, sign), Width: step - signGap, Align: FlushRight, Tag: TagListLabel, Row: a.item, Level: a.level})
	rest := item.Children
	var first []line
	var figures []markdown.Span
	if len(rest) > 0 && rest[0].Kind == markdown.Paragraph {
		a.place = rest[0].Place
		first = a.lines(a.within(a.paragraph(rest[0].Spans, a.text(), indent+step, Ragged)))
		figures, rest = rest[0].Spans, rest[1:]
	}
	sizes := parts(max(len(first), 1))
	for i, n := range sizes {
		p := piece{before: before, height: textLeading * float64(n)}
		if i == 0 {
			p.put(mark, indent, 0, textLeading, &a.pal)
		}
		n = min(n, len(first))
		p.put(first[:n], indent+step, 0, textLeading, &a.pal)
		p.keep = n == 0 && len(rest) > 0
		first, before = first[n:], 0
		a.flow.add(p)
	}
	a.pictures(figures, indent+step)
	a.blocks(rest, indent+step, tight)
}

// quote sets a quotation in italics beside a rule.
func (a *article) quote(k *markdown.Block, indent float64) {
	for i := range k.Children {
		child := &k.Children[i]
		if child.Kind != markdown.Paragraph {
			a.blocks(k.Children[i:i+1], indent+indentStep, false)
			continue
		}
		a.place = child.Place
		p := a.paragraph(child.Spans, a.text().in(Italic), indent+indentStep, Ragged)
		p.Tag = TagQuote
		lines := a.lines(p)
		before := blockSpace + 2
		for _, n := range parts(len(lines)) {
			q := piece{before: before}
			q.height = q.put(lines[:n], indent+indentStep, 0, p.Leading, &a.pal)
			q.ops = append(q.ops, rule(indent+4, 0, indent+4, q.height, 1, a.pal.Gold))
			lines, before = lines[n:], 0
			a.flow.add(q)
		}
	}
}

// pictures sets the pictures of a paragraph below it, each with its words, which are said once to those who do not see it.
func (a *article) pictures(spans []markdown.Span, indent float64) {
	for i := range spans {
		s := &spans[i]
		a.pictures(s.Children, indent)
		if s.Kind == markdown.ImageSpan {
			a.place = s.Place
			a.figureOf(a.flow, a.open(edition.ImageOf(a.file, s.Href).File), s.Text, indent, tallest, true)
		}
	}
}

// tallest is how high a picture in running text may be.
const tallest = 0.5 * typeHeight

// figureOf sets a picture in its proportions and, below, its words. Without a picture the words stand alone.
func (b *book) figureOf(f *flow, o *original, words string, indent, high float64, captioned bool) {
	p := piece{before: blockSpace + 3}
	room := typeWidth - indent
	if o != nil {
		w, h := o.within(room, high)
		b.setImage(&p, o, wholePicture, indent+(room-w)/2, 0, w, h, words, 0, 0)
		p.height = h + 4
	}
	if words != "" && (captioned || o == nil) {
		caption := piece{}
		lines := b.lines(&Paragraph{Runs: of(b.small().in(Italic), words), Width: room, Align: Centred})
		y := caption.put(lines, indent, p.height, smallLeading, &b.pal)
		if o != nil {
			caption.furniture()
		}
		p.ops, p.links, p.height = append(p.ops, caption.ops...), append(p.links, caption.links...), y+4
	}
	if p.height > 0 {
		f.add(p)
	}
}

var columnAligns = map[markdown.Align]Align{markdown.AlignRight: FlushRight, markdown.AlignCentre: Centred}

// code sets lines as they were written: their indents and blank lines stay.
func (a *article) code(k *markdown.Block, indent float64) {
	const tab = "    "
	style := a.small().in(Sans).inked(a.pal.Ink)
	var runs []Run
	for line := range strings.Lines(strings.TrimRight(k.Text, "\n")) {
		if len(runs) > 0 {
			runs = append(runs, Run{Style: style, Break: true})
		}
		line = strings.ReplaceAll(strings.TrimRight(line, " \t\r\n"), "\t", tab)
		if line == "" {
			line = " "
		}
		runs = append(runs, Run{Style: style, Text: stiff(line)})
	}
	p := a.within(&Paragraph{Runs: runs, Width: typeWidth - indent - indentStep, Leading: smallLeading})
	a.pour(a.flow, p, indent+indentStep, blockSpace, false)
}

// stiff makes the spaces of a line of code that running text would drop ones that stay: those at its beginning and those that follow another.
func stiff(s string) string {
	out := []byte{}
	for i := range len(s) {
		if s[i] == ' ' && (i == 0 || s[i-1] == ' ') {
			out = append(out, string(nbsp)...)
		} else {
			out = append(out, s[i])
		}
	}
	return string(out)
}

// table sets a table of the document.
func (a *article) table(k *markdown.Block, indent float64) {
	if len(k.Rows) == 0 {
		return
	}
	g := grid{book: a.book, left: indent, width: typeWidth - indent}
	for i := range k.Rows[0] {
		c := gridColumn{}
		if i < len(k.Align) {
			c.align = columnAligns[k.Align[i]]
		}
		g.columns = append(g.columns, c)
	}
	for r, row := range k.Rows {
		style := a.text().sized(9)
		if r == 0 {
			style = style.in(Bold)
		}
		cells := make([][]Run, len(g.columns))
		for i := range cells {
			if i < len(row) {
				cells[i] = a.runs(row[i], style, nil)
			}
		}
		g.rows = append(g.rows, cells)
	}
	g.set(a.flow, blockSpace+3)
}

// plain is the text of spans without their styles.
func plain(spans []markdown.Span) string {
	var b strings.Builder
	for i := range spans {
		if spans[i].Kind == markdown.Break {
			b.WriteByte(' ')
		}
		b.WriteString(spans[i].Text)
		b.WriteString(plain(spans[i].Children))
	}
	return b.String()
}

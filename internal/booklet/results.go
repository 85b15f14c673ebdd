package booklet

import (
	"cmp"
	"strings"

	"bangvang/internal/diag"
	"bangvang/internal/edition"
)

// results sets the results: a chapter for each area, in it each target with its sentence, its chart and the table of its reports.
func (b *book) results(f *flow) {
	if len(b.src.Results) == 0 {
		return
	}
	words := b.src.Words.Results
	b.list(entry{level: partLevel, title: words, anchor: "ket-qua", contents: true})
	for i := range b.src.Results {
		c := &b.src.Results[i]
		anchor := "ket-qua-" + c.Letter
		on := anySide
		if i == 0 {
			on = rightHand
		}
		title := c.Title
		if c.Letter != "" {
			title = c.Letter + ") " + title
		}
		b.list(entry{level: chapterLevel, title: title, anchor: anchor, contents: true})
		b.opener(f, on, words, title, anchor)
		b.place = c.Place
		if i == 0 {
			f.anchors["ket-qua"] = Spot{Page: f.page(), Y: topMargin}
		}
		if c.Summary != "" {
			b.pour(f, &Paragraph{Runs: of(b.aside(), c.Summary), Width: typeWidth, Leading: textLeading, Align: Centred}, 0, 0, false)
		}
		b.overview(f, c.Targets)
		for k := range c.Targets {
			b.target(f, &c.Targets[k])
		}
	}
}

// target sets one target: name, verdict, sentence, chart, reports and note on one page if one page holds them.
func (b *book) target(f *flow, t *edition.BookletTarget) {
	b.place = t.Place
	anchor := "ct-" + t.ID
	b.list(entry{level: sectionLevel, title: t.Name, anchor: anchor})
	name := b.block(&Paragraph{Runs: of(b.strong().sized(12), t.Name), Width: typeWidth, Leading: 15.5, Tag: TagHeading3}, 0, 20)
	name.anchor(anchor)
	name.ops = append(name.ops, rule(0, name.height+3, typeWidth, name.height+3, 0.6, b.pal.Gold))
	name.height += 6
	name.keep = true
	again := b.continuation(t.Name)
	hasChart := t.Chart != nil && b.paint != nil
	sentence := b.verdict(t)
	sentence.keep = hasChart || t.Second != ""
	all := []piece{name, sentence}
	if t.Second != "" {
		all = append(all, b.poured(&Paragraph{Runs: of(b.text().inked(b.pal.Soft), t.Second), Width: typeWidth - signWidth, Leading: textLeading}, signWidth, 3, hasChart, again)...)
	}
	if hasChart {
		p := b.picture(t.Chart)
		p.resume = again
		all = append(all, p)
	}
	all = append(all, b.reports(t, again)...)
	b.place = t.Place
	if t.Note != "" {
		all = append(all, b.poured(&Paragraph{Runs: of(b.small().in(Italic), t.Note), Width: typeWidth, Leading: smallLeading}, 0, 5, false, again)...)
	}
	together(all)
	for _, p := range all {
		f.add(p)
	}
	f.flush()
}

// together keeps pieces on one page if one holds them; else they part where they may.
func together(pieces []piece) {
	height := -pieces[0].before
	for i := range pieces {
		height += pieces[i].before + pieces[i].height
	}
	if height > typeHeight {
		return
	}
	for i := range pieces[:len(pieces)-1] {
		pieces[i].keep = true
	}
}

// continuation is a head repeated at the top of a page.
func (b *book) continuation(text string) *piece {
	p := &piece{}
	y := p.put(b.lines(&Paragraph{Runs: of(b.strong().sized(9.5).inked(b.pal.Red), text+" ("+b.src.Words.Continued+")"), Width: typeWidth}), 0, 0, 12.6, &b.pal)
	p.height = y + 6
	return p.furniture().brief(typeHeight)
}

// picture has a chart painted as a piece of the text's width.
func (b *book) picture(c *edition.Chart) piece {
	p := piece{before: 5}
	canvas := b.figure(&p, cmp.Or(c.Sentence, c.Title))
	h, err := b.paint(c, canvas, 0, 0, typeWidth)
	if err != nil && b.err == nil {
		b.err = err
	}
	p.height = h
	return p
}

// signWidth is the room of a verdict's sign before its sentence.
const signWidth = 14

// sign is a verdict's mark, whose shape tells the outcome without its colour, and that colour.
func (b *book) sign(standing edition.Standing, y float64) (Op, Colour) {
	const x, r = 4.5, 4.0
	blue, orange, soft := Colour{0x00, 0x5A, 0x8C}, Colour{0xA8, 0x4A, 0x00}, b.pal.Soft
	square := []Point{{x - r*0.85, y - r*0.85}, {x + r*0.85, y - r*0.85}, {x + r*0.85, y + r*0.85}, {x - r*0.85, y + r*0.85}}
	switch standing {
	case edition.Exceeded:
		return polygon([]Point{{x - r, y + r*0.8}, {x, y - r}, {x + r, y + r*0.8}}, blue), blue
	case edition.Met:
		return polygon(square, blue), blue
	case edition.Missed:
		return polygon([]Point{{x - r, y - r*0.8}, {x + r, y - r*0.8}, {x, y + r}}, orange), orange
	case edition.Undecided:
		return polyline([]Point{{x - r, y}, {x, y - r}, {x + r, y}, {x, y + r}}, true, 0.9, soft), soft
	}
	return polyline(square, true, 0.9, soft), soft
}

// verdict is a target's sentence beside its sign. What the sentence says of the outcome comes first, in bold.
func (b *book) verdict(t *edition.BookletTarget) piece {
	p := piece{before: 5}
	mark, colour := b.sign(t.Verdict.Standing, textLeading/2)
	p.ops = append(p.ops, mark)
	runs := of(b.text(), t.Sentence)
	if head, rest, found := strings.Cut(t.Sentence, ":"); found && strings.HasPrefix(strings.ToLower(head), strings.ToLower(t.Verdict.Words)) {
		runs = []Run{{Style: b.strong().inked(colour), Text: head + ":"}, {Style: b.text(), Text: rest}}
	}
	p.height = p.put(b.lines(&Paragraph{Runs: runs, Width: typeWidth - signWidth}), signWidth, 0, textLeading, &b.pal)
	return p
}

// overview lists a chapter's targets with their outcomes, on the page of its title; the targets follow on the next.
func (b *book) overview(f *flow, targets []edition.BookletTarget) {
	if len(targets) < 2 {
		return
	}
	f.skip(16)
	for i := range targets {
		t := &targets[i]
		b.place = t.Place
		const leading = 13.6
		p := piece{before: 4}
		mark, colour := b.sign(t.Verdict.Standing, leading/2)
		line := piece{}
		p.height = b.leader(&line, b.text().sized(9.5), t.Name, t.Verdict.Words, typeWidth-signWidth, 0, 10, leading, 1)
		last := &line.ops[len(line.ops)-1]
		last.Colour = colour
		for _, o := range line.ops {
			p.ops = append(p.ops, o.moved(signWidth, 0))
		}
		p.ops = append(p.ops, mark)
		p.links = append(p.links, Link{W: typeWidth, H: p.height, Target: "#ct-" + t.ID})
		f.add(p)
	}
	f.newPage()
	f.inside = false
}

// reports gives the table of a target's reports. Two columns of prose at its end are set as one: side by side they would be too narrow.
func (b *book) reports(t *edition.BookletTarget, again *piece) []piece {
	if len(t.Reports.Rows) == 0 {
		return nil
	}
	g := grid{book: b, width: typeWidth, resume: again, places: append([]diag.Place{t.Place}, t.Reported...)}
	columns := len(t.Reports.Columns)
	joined := columns > 2 && t.Reports.Columns[columns-1].Kind == edition.TextValue && t.Reports.Columns[columns-2].Kind == edition.TextValue
	if joined {
		columns--
	}
	words := func(i int, of func(i int) string) string {
		const between = ". "
		if !joined || i < columns-1 || of(i+1) == "" {
			return of(i)
		}
		return strings.TrimPrefix(of(i)+between+of(i+1), between)
	}
	head := make([][]Run, columns)
	for i := range head {
		c := gridColumn{}
		if k := t.Reports.Columns[i].Kind; k == edition.NumberValue || k == edition.WholeValue {
			c.align = FlushRight
		}
		g.columns = append(g.columns, c)
		head[i] = of(b.small().sized(8.2).in(Bold), words(i, func(i int) string { return t.Reports.Columns[i].Head }))
	}
	g.rows = append(g.rows, head)
	for _, row := range t.Reports.Rows {
		cells := make([][]Run, columns)
		for i := range cells {
			cells[i] = of(b.small().sized(8.2).inked(b.pal.Ink), words(i, func(i int) string {
				if i < len(row) {
					return row[i].Words
				}
				return ""
			}))
		}
		g.rows = append(g.rows, cells)
	}
	return g.pieces(7)
}

package booklet

import (
	"cmp"
	"strings"

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
		if i == 0 {
			f.anchors["ket-qua"] = Spot{Page: f.page(), Y: topMargin}
		}
		if c.Summary != "" {
			b.pour(f, &Paragraph{Runs: of(b.aside(), c.Summary), Width: typeWidth, Leading: textLeading, Align: Centred}, 0, 0, false)
		}
		for k := range c.Targets {
			b.target(f, &c.Targets[k])
		}
	}
}

// target sets one target. Its name, verdict, sentence and chart stay together.
func (b *book) target(f *flow, t *edition.BookletTarget) {
	anchor := "ct-" + t.ID
	b.list(entry{level: sectionLevel, title: t.Name, anchor: anchor})
	name := b.block(&Paragraph{Runs: of(b.strong().sized(12), t.Name), Width: typeWidth, Leading: 15.5, Tag: TagHeading3}, 0, 17)
	name.anchor(anchor)
	name.ops = append(name.ops, rule(0, name.height+3, typeWidth, name.height+3, 0.6, b.pal.Gold))
	name.height += 6
	name.keep = true
	f.add(name)
	again := b.continuation(t.Name)
	hasChart := t.Chart != nil && b.paint != nil
	sentence := b.verdict(t)
	sentence.keep = hasChart || t.Second != ""
	f.add(sentence)
	if t.Second != "" {
		b.pourOn(f, &Paragraph{Runs: of(b.text().inked(b.pal.Soft), t.Second), Width: typeWidth - signWidth, Leading: textLeading}, signWidth, 3, hasChart, again)
	}
	if hasChart {
		p := b.picture(t.Chart)
		p.resume = again
		p.keep = len(t.Reports.Rows) == 1
		f.add(p)
	}
	if len(t.Reports.Rows) > 0 {
		b.reports(f, &t.Reports, again)
	}
	if t.Note != "" {
		b.pourOn(f, &Paragraph{Runs: of(b.small().in(Italic), t.Note), Width: typeWidth, Leading: smallLeading}, 0, 5, false, again)
	}
	f.flush()
}

// continuation is a head repeated at the top of a page.
func (b *book) continuation(text string) *piece {
	p := &piece{}
	y := p.put(b.lines(&Paragraph{Runs: of(b.strong().sized(9.5).inked(b.pal.Red), text+" ("+b.src.Words.Continued+")"), Width: typeWidth}), 0, 0, 12.6, &b.pal)
	p.height = y + 6
	return p.furniture()
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

// verdict is a target's sentence beside a sign whose shape tells the outcome without colour. What the sentence says of it comes first, in bold.
func (b *book) verdict(t *edition.BookletTarget) piece {
	blue, orange := Colour{0x00, 0x5A, 0x8C}, Colour{0xA8, 0x4A, 0x00}
	p := piece{before: 5}
	const x, y, r = 4.5, textLeading / 2, 4
	colour := b.pal.Soft
	switch t.Verdict.Standing {
	case edition.Exceeded:
		colour = blue
		p.ops = append(p.ops, polygon([]Point{{x - r, y + r*0.8}, {x, y - r}, {x + r, y + r*0.8}}, colour))
	case edition.Met:
		colour = blue
		p.ops = append(p.ops, box(x-r*0.85, y-r*0.85, 1.7*r, 1.7*r, colour))
	case edition.Missed:
		colour = orange
		p.ops = append(p.ops, polygon([]Point{{x - r, y - r*0.8}, {x + r, y - r*0.8}, {x, y + r}}, colour))
	case edition.Undecided:
		p.ops = append(p.ops, polyline([]Point{{x - r, y}, {x, y - r}, {x + r, y}, {x, y + r}}, true, 0.9, colour))
	default:
		p.ops = append(p.ops, polyline([]Point{{x - r*0.85, y - r*0.85}, {x + r*0.85, y - r*0.85}, {x + r*0.85, y + r*0.85}, {x - r*0.85, y + r*0.85}}, true, 0.9, colour))
	}
	runs := of(b.text(), t.Sentence)
	if head, rest, found := strings.Cut(t.Sentence, ":"); found && strings.HasPrefix(strings.ToLower(head), strings.ToLower(t.Verdict.Words)) {
		runs = []Run{{Style: b.strong().inked(colour), Text: head + ":"}, {Style: b.text(), Text: rest}}
	}
	p.height = p.put(b.lines(&Paragraph{Runs: runs, Width: typeWidth - signWidth}), signWidth, 0, textLeading, &b.pal)
	return p
}

// reports sets the table of a target's reports.
func (b *book) reports(f *flow, t *edition.Table, again *piece) {
	g := grid{book: b, width: typeWidth, resume: again}
	var head [][]Run
	for _, c := range t.Columns {
		g.columns = append(g.columns, gridColumn{right: c.Kind == edition.NumberValue || c.Kind == edition.WholeValue})
		head = append(head, of(b.small().sized(8.2).in(Bold), c.Head))
	}
	g.rows = append(g.rows, head)
	for _, row := range t.Rows {
		cells := make([][]Run, len(g.columns))
		for i := range cells {
			if i < len(row) {
				cells[i] = of(b.small().sized(8.2).inked(b.pal.Ink), row[i].Words)
			}
		}
		g.rows = append(g.rows, cells)
	}
	g.set(f, 7)
}

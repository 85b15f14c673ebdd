package booklet

import (
	"slices"

	"bangvang/internal/edition"
)

// foreword sets the foreword.
func (b *book) foreword(f *flow) {
	art := b.src.Foreword
	if art == nil {
		return
	}
	title := b.src.Words.Foreword
	if art.Title != "" {
		title = art.Title
	}
	b.list(entry{level: partLevel, title: title, anchor: "loi-noi-dau", front: true, contents: true})
	b.opener(f, rightHand, "", title, "loi-noi-dau")
	(&article{book: b, flow: f, prefix: "loi-noi-dau-", file: art.Doc.File, rank: TagHeading1}).blocks(art.Doc.Blocks, 0, false)
	f.flush()
}

// plan sets the plan on a spread: two facing pages.
func (b *book) plan(f *flow) {
	plan := b.src.Plan
	if plan == nil {
		return
	}
	b.list(entry{level: partLevel, title: b.src.Words.Plan, anchor: "ke-hoach", front: true, contents: true})
	b.opener(f, leftHand, "", b.src.Words.Plan, "ke-hoach")
	b.place = b.src.Place
	if named := slices.ContainsFunc(plan.Facts, func(f edition.Fact) bool { return f.Value == plan.Title }); plan.Title != "" && !named {
		b.pour(f, &Paragraph{Runs: of(b.strong().sized(11), plan.Title), Width: typeWidth, Leading: 15, Align: Centred, Tag: TagHeading2}, 0, 0, false)
	}
	if plan.Theme != "" {
		b.pour(f, &Paragraph{Runs: of(b.text().in(Italic), "“"+plan.Theme+"”"), Width: typeWidth - 24, Leading: textLeading, Align: Centred, Tag: TagQuote}, 12, 8, false)
	}
	f.skip(8)
	for _, fact := range plan.Facts {
		b.fact(f, fact.Term, fact.Value)
	}
	if len(plan.Bases) > 0 {
		f.skip(10)
	}
	for _, basis := range plan.Bases {
		b.bullet(f, basis, b.small())
	}
	if len(plan.Areas) > 0 {
		f.open(anySide, b.src.Words.Plan)
		f.skip(chapterAt)
	}
	for _, area := range plan.Areas {
		b.letteredItem(f, area.Letter, area.Words, area.Summary)
	}
	f.flush()
}

// imprint sets the back of the title page: who issues the booklet, as of which date, under which licence.
func (b *book) imprint(f *flow) {
	f.open(leftHand, "").bare = true
	b.place = b.src.Place
	site := &b.ed.Site
	const leading = 11.8
	p := piece{}
	y := 0.0
	for _, text := range []string{site.Campaign, site.Organizer, site.Secretariat, b.src.Colophon.DataDate, site.Licence} {
		if text != "" {
			y = p.put(b.lines(&Paragraph{Runs: of(b.small(), text), Width: typeWidth}), 0, y+3, leading, &b.pal)
		}
	}
	if address := b.src.Colophon.Address; address != "" {
		y = p.put(b.lines(&Paragraph{Runs: of(b.small().to(address), address), Width: typeWidth}), 0, y+3, leading, &b.pal)
	}
	p.ops = append(p.ops, rule(0, -4, 60, -4, 0.6, b.pal.Gold))
	p.height = y
	f.skip(typeHeight - y)
	f.add(p)
	f.flush()
}

const termWidth = 92 // of the terms of a list of facts

// fact sets a term and its value side by side.
func (b *book) fact(f *flow, term, value string) {
	row := b.nextRow()
	terms := b.lines(&Paragraph{Runs: of(b.small().in(Bold).sized(9), term), Width: termWidth, Tag: TagListLabel, Row: row, Level: 1})
	values := b.lines(&Paragraph{Runs: of(b.text().sized(9.5), value), Width: typeWidth - termWidth - 8, Tag: TagListText, Row: row, Level: 1})
	const leading = 12.6
	p := piece{before: 3}
	p.put(terms, 0, 0, leading, &b.pal)
	p.put(values, termWidth+8, 0, leading, &b.pal)
	p.height = leading * float64(max(len(terms), len(values)))
	f.add(p)
}

// letteredItem sets a content of the plan: its letter, its name in bold and its summary.
func (b *book) letteredItem(f *flow, letter, name, summary string) {
	const leading, indent = 13, 20
	p := piece{before: 5}
	row := b.nextRow()
	p.put(b.lines(&Paragraph{Runs: of(b.title(13), letter), Width: indent - 6, Align: FlushRight, Tag: TagListLabel, Row: row, Level: 1}), 0, 0, leading, &b.pal)
	runs := of(b.strong(), name)
	if summary != "" {
		runs = append(runs, Run{Style: b.text().sized(9.5).inked(b.pal.Soft), Text: " " + summary})
		runs[0].Text += "."
	}
	p.height = p.put(b.lines(&Paragraph{Runs: runs, Width: typeWidth - indent, Tag: TagListText, Row: row, Level: 1}), indent, 0, leading, &b.pal)
	f.add(p)
}

// bullet sets an item of a plain list in a given style.
func (b *book) bullet(f *flow, text string, style Style) {
	const indent = 12
	leading := style.Size * 1.34
	p := piece{before: 2.5}
	row := b.nextRow()
	p.put(b.lines(&Paragraph{Runs: of(style.inked(b.pal.Gold), "•"), Width: indent, Tag: TagListLabel, Row: row, Level: 1}), 2, 0, leading, &b.pal)
	p.height = p.put(b.lines(&Paragraph{Runs: of(style, text), Width: typeWidth - indent, Tag: TagListText, Row: row, Level: 1}), indent, 0, leading, &b.pal)
	f.add(p)
}

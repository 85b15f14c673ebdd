package booklet

import (
	"iter"
	"math"
	"strconv"

	"bangvang/internal/diag"
	"bangvang/internal/edition"
)

// roll sets the roll of honour: form, decision, block, unit, collectives before individuals. What a page continues is said at its top.
func (b *book) roll(f *flow) {
	b.noWidth = max(leastNoWidth, b.widestNo(detailSize))
	for i := range b.src.Roll {
		form := &b.src.Roll[i]
		anchor := "ht-" + form.ID
		on := anySide
		if i == 0 {
			on = rightHand
			b.list(entry{level: partLevel, title: b.src.Words.Roll, anchor: anchor, contents: true})
		}
		b.list(entry{level: chapterLevel, title: form.Name, anchor: anchor, contents: true})
		b.opener(f, on, b.src.Words.Roll, form.Name, anchor)
		if form.Counts != "" && len(form.Decisions) > 1 { // a single decision says it itself
			b.pour(f, &Paragraph{Runs: of(b.aside(), form.Counts), Width: typeWidth, Leading: textLeading, Align: Centred}, 0, 0, false)
		}
		for k := range form.Decisions {
			b.decision(f, &form.Decisions[k])
		}
	}
}

// nameAt is where names begin.
func (b *book) nameAt() float64 { return b.noWidth + noGap }

// widestNo is how wide a column of STT has to be in a size.
func (b *book) widestNo(size float64) float64 {
	most := 0
	for i := range b.src.Roll {
		for k := range b.src.Roll[i].Decisions {
			for a := range awards(&b.src.Roll[i].Decisions[k]) {
				most = max(most, a.No)
			}
		}
	}
	return b.faces[Regular].width(strconv.Itoa(most), size, 0) + slack
}

// awards gives the lines of a decision in their order.
func awards(d *edition.RollDecision) iter.Seq[*edition.Award] {
	return func(yield func(*edition.Award) bool) {
		for i := range d.Blocks {
			for k := range d.Blocks[i].Units {
				for _, g := range d.Blocks[i].Units[k].Groups {
					for _, a := range g.Awards {
						if !yield(a) {
							return
						}
					}
				}
			}
		}
	}
}

// decision sets one decision with its list.
func (b *book) decision(f *flow, d *edition.RollDecision) {
	anchor := "qd-" + d.ID
	b.list(entry{level: sectionLevel, title: d.Words, anchor: anchor, contents: true})
	b.place = d.Place
	head := piece{before: 22, keep: true}
	head.anchor(anchor)
	y := head.put(b.lines(&Paragraph{Runs: of(b.title(14).inked(b.pal.Ink), d.Words), Width: typeWidth, Align: Centred, Tag: TagHeading3}), 0, 0, 18, &b.pal)
	for _, s := range []struct {
		text  string
		style Style
	}{
		{d.Reason, b.text().in(Italic)}, {d.Counts, b.small()}, {d.Signed, b.small()}, {d.Revoked, b.strong().inked(b.pal.Red)},
	} {
		if s.text != "" {
			y = head.put(b.lines(&Paragraph{Runs: of(s.style, s.text), Width: typeWidth - 24, Align: Centred}), 12, y+2.5, s.style.Size*1.34, &b.pal)
		}
	}
	if d.Address != "" && d.Draft == "" {
		y = head.put(b.lines(&Paragraph{Runs: of(b.small().sized(8).to(b.absolute(string(d.Path))), d.Address), Width: typeWidth - 24, Align: Centred}), 12, y+3.5, 11, &b.pal)
	}
	head.ops = append(head.ops, rule(typeWidth/2-40, y+8, typeWidth/2+40, y+8, 0.6, b.pal.Gold))
	head.height = y + 12
	f.add(head)
	b.left = 0
	for range awards(d) {
		b.left++
	}
	for i := range d.Blocks {
		block, rank := &d.Blocks[i], TagHeading4
		if block.Name != "" {
			b.blockHead(f, d, block.Name)
			rank++
		}
		for k := range block.Units {
			b.unit(f, d, &block.Units[k], rank)
		}
	}
	f.flush()
}

// again is what stands at the top of a page that continues a decision: its words and, below, what else is continued. Few pages' heads are
// needed of those that every unit and group would have.
func (b *book) again(d *edition.RollDecision, under string) *piece {
	at := b.place
	return &piece{late: func() *piece {
		defer func(now diag.Place) { b.place = now }(b.place)
		b.place = at
		return b.continued(d, under)
	}}
}

func (b *book) continued(d *edition.RollDecision, under string) *piece {
	p := &piece{}
	words := b.src.Words.Continued
	first := d.Words
	if under == "" {
		first += " (" + words + ")"
	}
	y := p.put(b.lines(&Paragraph{Runs: of(b.small().in(Italic), first), Width: typeWidth}), 0, 0, smallLeading, &b.pal)
	if under != "" {
		y = p.put(b.lines(&Paragraph{Runs: of(b.strong().sized(9.5).inked(b.pal.Red), under+" ("+words+")"), Width: typeWidth}), 0, y+1, 12.6, &b.pal)
	}
	p.ops = append(p.ops, rule(0, y+2.5, typeWidth, y+2.5, 0.5, b.pal.Gold))
	p.height = y + 10
	return p.furniture().brief(typeHeight)
}

func (b *book) blockHead(f *flow, d *edition.RollDecision, name string) {
	p := b.block(&Paragraph{Runs: of(b.strong().sized(9.5).inked(b.pal.Gold.mix(b.pal.Ink, 0.72)).spaced(0.5), name), Width: typeWidth, Leading: 13, Align: Centred, Tag: TagHeading4}, 0, 16)
	p.keep = true
	p.resume = b.again(d, "")
	f.add(p)
}

// unit sets the honoured of one unit, its name a heading of the given rank.
func (b *book) unit(f *flow, d *edition.RollDecision, u *edition.RollUnit, rank Tag) {
	b.place = u.Place
	head := b.block(&Paragraph{Runs: of(b.strong().sized(11).inked(b.pal.Red), u.Name), Width: typeWidth, Leading: 14.4, Tag: rank}, 0, 14)
	head.ops = append(head.ops, rule(0, head.height+2, typeWidth, head.height+2, 0.5, b.pal.Gold))
	head.height += 5
	head.keep = true
	head.resume = b.again(d, "")
	f.add(head)
	for i := range u.Groups {
		g := &u.Groups[i]
		resume := b.again(d, u.Name)
		if g.Heading != "" {
			p := b.block(&Paragraph{Runs: of(b.text().in(Italic).inked(b.pal.Soft), g.Heading), Width: typeWidth, Leading: 13, Tag: rank + 1}, 0, 6)
			p.keep = true
			p.resume = resume
			f.add(p)
			resume = b.again(d, u.Name+" – "+g.Heading)
		}
		for _, a := range g.Awards {
			pieces := b.award(a, resume)
			pieces[len(pieces)-1].keep = b.left == 2 // the last one does not stand on a page alone
			b.left--
			for _, p := range pieces {
				f.add(p)
			}
		}
	}
}

const (
	leastNoWidth = 21 // of the column of STT
	noGap        = 8  // between it and the names

	nameSize, nameLeading     = 11, 14
	detailSize, detailLeading = 9.5, 12.6
)

// award is one line of a decision: STT, name in bold, office, citation, photograph. It is one piece unless it is taller than a page.
func (b *book) award(a *edition.Award, resume *piece) []piece {
	b.place = a.Place
	row := b.nextRow()
	photo, photoWidth := b.portrait(a)
	beside := 0.0
	if photo != nil {
		beside = photoWidth + photoGap
	}
	const operations = 6 // of most: number, name, office, citation of one or two lines
	p := piece{before: 7, resume: resume, ops: make([]Op, 0, operations)}
	p.anchor(awardAnchor(a))
	if a.No > 0 {
		p.put(b.lines(&Paragraph{Runs: of(b.text().sized(detailSize).inked(b.pal.Soft), strconv.Itoa(a.No)), Width: b.noWidth, Align: FlushRight, Tag: TagListLabel, Row: row, Level: 1}), 0, 0.31*(nameSize-detailSize), nameLeading, &b.pal)
	}
	y := 0.0
	out := make([]piece, 0, 1)
	for _, k := range b.told(a, beside, row) {
		y += k.gap
		for i := range k.lines {
			if below := y + k.leading; below > typeHeight*(1-mostRepeated) && below > typeHeight-resume.ready().height {
				p.height = y
				out = append(out, p)
				p, y = piece{resume: resume}, 0
			}
			y = p.put(k.lines[i:i+1], b.nameAt(), y, k.leading, &b.pal)
		}
	}
	p.height = y
	out = append(out, p)
	if photo != nil {
		first := &out[0]
		first.height = max(first.height, photoDrop+photoHeight)
		b.setImage(first, photo, photo.cropped(photoWidth, photoHeight), typeWidth-photoWidth, photoDrop, photoWidth, photoHeight, a.Photo.Alt, row, 1)
	}
	return out
}

// toldLines are the lines of one of the paragraphs of an award.
type toldLines struct {
	lines        []line
	leading, gap float64
}

// told gives what is said of an award: name, office and citation, or that it was withdrawn. Lines beside its photograph are shorter.
func (b *book) told(a *edition.Award, beside float64, row int32) []toldLines {
	out := make([]toldLines, 0, 3)
	y := 0.0
	add := func(leading, gap float64, runs ...Run) {
		y += gap
		p := Paragraph{Runs: runs, Width: typeWidth - b.nameAt(), Tag: TagListText, Row: row, Level: 1}
		if below := photoDrop + photoHeight + photoFoot - y; beside > 0 && below > 0 {
			p.Beside, p.Short = beside, int(math.Ceil(below/leading))
		}
		lines := b.lines(&p)
		y += leading * float64(len(lines))
		out = append(out, toldLines{lines, leading, gap})
	}
	detail := b.text().sized(detailSize)
	if a.Withdrawn != "" {
		add(detailLeading, 0, Run{Style: b.text().in(Italic).inked(b.pal.Soft), Text: a.Withdrawn})
		return out
	}
	name := []Run{{Style: b.strong().sized(nameSize), Text: a.Name}}
	if a.Honorific != "" {
		name = append([]Run{{Style: b.text().sized(nameSize), Text: a.Honorific + string(nbsp)}}, name...)
	}
	add(nameLeading, 0, name...)
	if a.Position != "" {
		add(detailLeading, 0, Run{Style: detail, Text: a.Position})
	}
	if a.Citation != "" {
		add(detailLeading, 1.5, Run{Style: detail.inked(b.pal.Soft), Text: a.Citation})
	}
	return out
}

// Photographs of awardees are all of one height: of people upright, of collectives lying.
const (
	photoHeight     = 24 * mm
	personWidth     = 18 * mm
	collectiveWidth = 32 * mm
	photoGap        = 10
	photoFoot       = 2   // below it, where lines may be long again
	photoDrop       = 3.2 // from the top of a name's line to that of its capitals
)

// portrait gives an awardee's photograph, nil if there is none to be printed, and how wide it is set.
func (b *book) portrait(a *edition.Award) (*original, float64) {
	if a.Photo == nil || a.Withdrawn != "" {
		return nil, 0
	}
	if a.Kind == edition.CollectiveEntry {
		return b.open(a.Photo.File), collectiveWidth
	}
	return b.open(a.Photo.File), personWidth
}

func awardAnchor(a *edition.Award) string { return "kt-" + a.ID }

package booklet

import (
	"math"
	"strconv"

	"bangvang/internal/diag"
	"bangvang/internal/edition"
)

// The proof is printed in the office, on one side of A4, and read aloud: large type, black on white, room to write between the lines,
// every line numbered on its page.
const (
	proofWidth   = 210 * mm
	proofHeight  = 297 * mm
	proofLeft    = 27 * mm
	proofRight   = 18 * mm
	proofTop     = 24 * mm
	proofBottom  = 20 * mm
	proofMeasure = proofWidth - proofLeft - proofRight

	proofSize, proofLeading = 14, 21
	proofNumberAt           = 18 * mm // right end of the lines' numbers
)

var proofArea = typeArea{proofLeft, proofLeft, proofTop, proofHeight - proofTop - proofBottom}

// LayProof sets the roll for reading aloud against the decisions. Its edition is composed with drafts. What it returns is as Lay says.
func LayProof(ed *edition.Edition, opt Options) (*Layout, []diag.Problem, error) {
	opt.Volume = 0
	b, err := newBook(ed, opt)
	if b == nil {
		return nil, nil, err
	}
	white, black := Colour{255, 255, 255}, Colour{}
	b.pal = palette{Paper: white, Ink: black, Soft: black, Red: black, Gold: Colour{0x77, 0x77, 0x77}, Hair: Colour{0xAA, 0xAA, 0xAA}}
	b.body = newFlow(proofArea)
	p := proof{b}
	l := p.lay()
	return l, b.problems.Sorted(), b.err
}

// proof is a roll being laid for reading aloud.
type proof struct{ *book }

func (p proof) plain() Style { return p.text().sized(proofSize) }
func (p proof) bold() Style  { return p.strong().sized(proofSize) }

func (p proof) lay() *Layout {
	p.place = p.src.Place
	p.noWidth = max(leastNoWidth, p.widestNo(proofSize))
	f := p.body
	f.open(anySide, "")
	p.paragraph(f, p.bold().sized(20), p.name(), 0, Centred, TagHeading1, 0)
	for _, text := range []string{p.src.Colophon.DataDate, p.src.Words.ProofNote} {
		p.paragraph(f, p.plain().sized(11), text, 6, Centred, TagParagraph, 0)
	}
	for i := range p.src.Roll {
		form := &p.src.Roll[i]
		for k := range form.Decisions {
			p.decision(f, form, &form.Decisions[k])
		}
	}
	f.flush()
	l := &Layout{Width: proofWidth, Height: proofHeight, Pages: f.pages, Anchors: f.anchors, faces: p.faces,
		Masters: [][]Op{{box(-1, -1, proofWidth+2, proofHeight+2, p.pal.Paper)}}, Labels: []LabelRange{{Style: "D"}},
		Meta: Meta{Title: clean(p.name() + " – " + p.src.Proof), Author: clean(p.src.Cover.Organizer), Subject: clean(p.ed.Site.Campaign), Lang: p.src.Lang, Date: p.src.Created}}
	for i := range l.Pages {
		l.Pages[i].Label = arabic(i)
		p.number(&l.Pages[i])
		p.furnish(&l.Pages[i], len(l.Pages))
	}
	for _, e := range p.entries {
		l.Outline = append(l.Outline, Mark{Level: e.level, Title: e.title, Spot: l.Anchors[e.anchor]})
	}
	return l
}

// paragraph sets a paragraph that is never split.
func (p proof) paragraph(f *flow, style Style, text string, before float64, align Align, tag Tag, keep float64) {
	if text == "" {
		return
	}
	leading := style.Size * proofLeading / proofSize
	q := piece{before: before, keep: keep > 0}
	q.height = q.put(p.lines(&Paragraph{Runs: of(style, text), Width: proofMeasure, Align: align, Tag: tag}), 0, 0, leading, &p.pal) + keep
	f.add(q)
}

// decision sets one decision: what identifies it, then everybody, then who read and who checked.
func (p proof) decision(f *flow, form *edition.RollForm, d *edition.RollDecision) {
	p.place = d.Place
	f.flush()
	if !f.fresh && len(p.entries) > 0 {
		f.newPage()
	}
	anchor := "qd-" + d.ID
	p.list(entry{title: form.Name + ", " + d.Words, anchor: anchor})
	head := piece{before: 24, keep: true}
	head.anchor(anchor)
	y := 0.0
	for i, text := range []string{form.Name, d.Words, d.Draft, d.Revoked, d.Reason, d.Signed, d.Counts} {
		style, tag := p.plain(), TagParagraph
		if i < 4 {
			style = p.bold()
		}
		if i == 1 {
			tag = TagHeading2
		}
		if text != "" {
			y = head.put(p.lines(&Paragraph{Runs: of(style, text), Width: proofMeasure, Align: Ragged, Tag: tag}), 0, y, proofLeading, &p.pal)
		}
	}
	head.height = y + 6
	f.add(head)
	for i := range d.Blocks {
		block, rank := &d.Blocks[i], TagHeading3
		if block.Name != "" {
			p.paragraph(f, p.bold().in(BoldItalic), block.Name, 16, Ragged, rank, 1)
			rank++
		}
		for k := range block.Units {
			u := &block.Units[k]
			p.place = u.Place
			p.paragraph(f, p.bold(), u.Name, 14, Ragged, rank, 1)
			for _, g := range u.Groups {
				p.paragraph(f, p.plain().in(Italic), g.Heading, 6, Ragged, rank+1, 1)
				again := p.again(d.Words + " · " + u.Name)
				for _, a := range g.Awards {
					p.award(f, a, again)
				}
			}
		}
	}
	p.signatures(f)
}

// award sets one line of a decision; only one taller than a page is split.
func (p proof) award(f *flow, a *edition.Award, again *piece) {
	p.place = a.Place
	row, width := p.nextRow(), proofMeasure-p.nameAt()
	var lines []line
	add := func(runs ...Run) {
		lines = append(lines, p.lines(&Paragraph{Runs: runs, Width: width, Tag: TagListText, Row: row, Level: 1})...)
	}
	if a.Withdrawn != "" {
		add(Run{Style: p.plain().in(Italic), Text: a.Withdrawn})
	} else {
		name := []Run{{Style: p.bold(), Text: a.Name}}
		if a.Honorific != "" {
			name = append([]Run{{Style: p.plain(), Text: a.Honorific + string(nbsp)}}, name...)
		}
		add(name...)
		for _, text := range []string{a.Position, a.Citation} {
			if text != "" {
				add(Run{Style: p.plain(), Text: text})
			}
		}
	}
	q := piece{before: 8, resume: again}
	q.anchor(awardAnchor(a))
	if a.No > 0 {
		q.put(p.lines(&Paragraph{Runs: of(p.plain(), strconv.Itoa(a.No)), Width: p.noWidth, Align: FlushRight, Tag: TagListLabel, Row: row, Level: 1}), 0, 0, proofLeading, &p.pal)
	}
	for most := int((p.body.area.height - again.height) / proofLeading); len(lines) > most; {
		q.height = q.put(lines[:most], p.nameAt(), 0, proofLeading, &p.pal)
		f.add(q)
		q, lines = piece{resume: again}, lines[most:]
	}
	q.height = q.put(lines, p.nameAt(), 0, proofLeading, &p.pal)
	f.add(q)
}

// again says at the top of a page what goes on there.
func (p proof) again(text string) *piece {
	q := &piece{}
	q.height = q.put(p.lines(&Paragraph{Runs: of(p.plain().in(Italic).sized(11), text+" ("+p.src.Words.Continued+")"), Width: proofMeasure}), 0, 0, 15, &p.pal) + 6
	return q.furniture().brief(proofArea.height)
}

// signatures leaves room for those who read and checked a decision's list.
func (p proof) signatures(f *flow) {
	p.place = p.src.Place
	q := piece{before: 24, height: 2 * proofLeading}
	words := p.src.Words.Readers
	for i, text := range words {
		width := proofMeasure / float64(len(words))
		x := float64(i) * width
		lines := p.lines(&Paragraph{Runs: of(p.plain().sized(11), text), Width: width - 12})
		q.put(lines, x, 0, proofLeading, &p.pal)
		q.ops = append(q.ops, dotted(x, x+width-16, 2*proofLeading-4, 0.6, 2.4, p.pal.Ink))
	}
	f.add(q)
}

// number sets the numbers of a page's lines in its margin.
func (p proof) number(page *Page) {
	style := p.small().sized(9).inked(Colour{0x55, 0x55, 0x55})
	n, last := 0, math.Inf(-1)
	for i := range len(page.Ops) {
		o := &page.Ops[i]
		if o.Kind != OpText || o.Role != Content || o.Y < last+1 {
			continue
		}
		n, last = n+1, o.Y
		text := strconv.Itoa(n)
		w := p.faces[style.Face].width(text, style.Size, 0)
		page.Ops = append(page.Ops, p.fixed(style, text, proofNumberAt-w, last, w))
	}
}

// furnish says on each page what it is and which one of how many.
func (p proof) furnish(page *Page, pages int) {
	head := p.strong().sized(11)
	right := p.small().sized(10)
	text := p.src.Proof
	if p.src.Sample != "" {
		text += " · " + p.src.Sample
	}
	w := p.faces[head.Face].width(text, head.Size, 0)
	folio := p.src.Words.Page + " " + page.Label + "/" + strconv.Itoa(pages)
	fw := p.faces[right.Face].width(folio, right.Size, 0)
	const headLine = 15 * mm
	page.Ops = append(page.Ops,
		p.fixed(head, text, proofLeft, headLine, w),
		p.fixed(right, folio, proofLeft+proofMeasure-fw, headLine, fw),
		rule(proofLeft, headLine+5, proofLeft+proofMeasure, headLine+5, 0.6, p.pal.Gold))
}

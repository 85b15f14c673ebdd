package booklet

import (
	"strconv"

	"bangvang/internal/diag"
	"bangvang/internal/edition"
)

// The sheet is written on at a table: A4 on its side, room for a mark at the right of every row.
const (
	appraisalWidth   = proofHeight
	appraisalHeight  = proofWidth
	appraisalLeft    = 15 * mm
	appraisalRight   = 12 * mm
	appraisalTop     = 21 * mm
	appraisalBottom  = 16 * mm
	appraisalMeasure = appraisalWidth - appraisalLeft - appraisalRight

	appraisalSize, appraisalLeading = 9.5, 12.5
	appraisalPad                    = 1.4 * mm // between a rule and what is beside it
	appraisalLow                    = 8.5 * mm // of a row that somebody marks
	appraisalTick                   = 3.6 * mm
)

var appraisalArea = typeArea{appraisalLeft, appraisalLeft, appraisalTop, appraisalHeight - appraisalTop - appraisalBottom}

// How wide the columns of the tables are, in millimetres; each adds up to the measure.
var (
	appraisalBlocks       = []float64{62, 14, 12, 12, 12, 13, 13, 13, 13, 15, 15, 15, 15, 12, 34}
	appraisalOverall      = []float64{54, 28, 12, 12, 12, 13, 13, 13, 13, 15, 15, 15, 15, 12, 14, 14}
	appraisalTargets      = []float64{10, 62, 26, 40, 46, 21, 19, 20, 26}
	appraisalAchievements = []float64{10, 126, 32, 26, 50, 26}
	appraisalAwards       = []float64{10, 38, 68, 94, 34, 26}
)

// appraisalSetter is the Board's sheet being laid.
type appraisalSetter struct {
	*paperSetter
	sheet *edition.Appraisal
	flow  *flow
	marks map[int]string // words across pages, by page
}

// LayAppraisal sets the sheet: the summary, then each unit from the top of a page of its own, so that units can be dealt out.
func LayAppraisal(a *edition.Appraisal, fonts Fonts) (*Papers, []diag.Problem, error) {
	s, err := newPaperSetter(a.Paper, fonts)
	if err != nil {
		return nil, nil, err
	}
	s.tint = workingTint
	k := &appraisalSetter{paperSetter: s, sheet: a, flow: newFlow(appraisalArea), marks: map[int]string{}}
	k.flow.open(anySide, "")
	k.text(Bold, 18, 23, 0, a.Title)
	k.text(Regular, 11, 15, 2, a.Campaign)
	k.text(Regular, 10.5, 14, 2, a.Lead+".")
	k.table(appraisalBlocks, &a.Blocks, nil)
	k.flow.skip(8)
	k.table(appraisalOverall, &a.Overall, nil)
	for i := range a.Units {
		k.unit(&a.Units[i])
	}
	k.flow.flush()
	for i := range k.flow.pages {
		page := k.flow.pages[i]
		k.furnish(&page, i)
		s.add(page, Size{appraisalWidth, appraisalHeight}, "", k.marks[i])
	}
	return s.done()
}

// text adds a paragraph over the whole width.
func (k *appraisalSetter) text(face Face, size, leading, before float64, text string) {
	k.flow.add(k.paragraph(face, size, leading, before, text))
}

func (k *appraisalSetter) paragraph(face Face, size, leading, before float64, text string) piece {
	p := piece{before: before}
	p.height = p.put(k.lines(&Paragraph{Runs: of(k.style(face, size), text), Width: appraisalMeasure}), 0, 0, leading, &k.pal)
	return p
}

func (k *appraisalSetter) unit(u *edition.AppraisalUnit) {
	k.place = u.Place
	k.flow.open(anySide, "")
	first := k.flow.page()
	w := &k.sheet.Words
	k.text(Bold, 16, 20, 0, u.Name)
	if u.Line != "" {
		k.text(Regular, 10, 13, 1, u.Line)
	}
	k.text(Regular, 10.5, 14, 2, u.Lead)
	again := k.paragraph(Bold, 10.5, 14, 0, u.Name+" ("+w.Continued+")")
	again.height += 3
	for _, t := range []struct {
		head   string
		widths []float64
		of     *edition.AppraisalTable
	}{{w.Targets, appraisalTargets, &u.Targets}, {w.Achievements, appraisalAchievements, &u.Achievements}, {w.Awards, appraisalAwards, &u.Awards}} {
		k.heading(t.head)
		if len(t.of.Rows) == 0 {
			k.text(Italic, appraisalSize, appraisalLeading, 2, w.Nothing)
			continue
		}
		k.table(t.widths, t.of, &again)
	}
	k.heading(w.Objections)
	if len(u.Objections) == 0 {
		p := k.paragraph(Italic, appraisalSize, appraisalLeading, 2, w.Nothing)
		p.keep = true
		k.flow.add(p)
	}
	for i, o := range u.Objections {
		p := k.objection(o)
		p.keep = i == len(u.Objections)-1 // what the Board says of a unit does not stand on a page by itself
		k.flow.add(p)
	}
	k.verdict()
	k.flow.flush()
	for i := first; i <= k.flow.page(); i++ {
		if u.Sample != "" {
			k.marks[i] = u.Sample
		}
	}
}

func (k *appraisalSetter) heading(text string) {
	p := k.paragraph(Bold, 11.5, 15, 9, text)
	p.keep = true
	k.flow.add(p)
}

// table sets rows between rules, each whole; the heads are said again on every page. above, if any, stands above them there.
func (k *appraisalSetter) table(widths []float64, t *edition.AppraisalTable, above *piece) {
	heads := make([]edition.Cell, len(t.Heads))
	for i, h := range t.Heads {
		heads[i].Words = h
	}
	head := k.row(widths, heads, Bold, 0, true)
	again := k.row(widths, heads, Bold, 0, true)
	if above != nil {
		stacked := &piece{height: above.height + again.height}
		stacked.ops = append(stacked.ops, above.ops...)
		for _, o := range again.ops {
			stacked.ops = append(stacked.ops, o.moved(0, above.height))
		}
		again = stacked
	}
	again = again.furniture()
	head.before, head.keep = 4, true
	k.flow.add(*head)
	for i, cells := range t.Rows {
		face := Regular
		if t.Sum && i == len(t.Rows)-1 {
			face = Bold
		}
		r := k.row(widths, cells, face, appraisalLow, false)
		r.resume = again
		k.flow.add(*r)
	}
}

// row sets cells side by side. Numbers stand at the right; columns without a cell are left white, to be written on.
func (k *appraisalSetter) row(widths []float64, cells []edition.Cell, face Face, low float64, top bool) *piece {
	p := &piece{}
	x, height := 0.0, low
	for i, w := range widths {
		if i < len(cells) {
			align := Ragged
			if cells[i].Value != "" {
				align = FlushRight
			}
			size, leading := appraisalSize, appraisalLeading
			if top {
				size, leading = 8.5, 10.5
			}
			y := p.put(k.lines(&Paragraph{Runs: of(k.style(face, size), cells[i].Words), Width: w*mm - 2*appraisalPad, Align: align}), x+appraisalPad, appraisalPad, leading, &k.pal)
			height = max(height, y+appraisalPad)
		}
		x += w * mm
	}
	p.height = height
	if top {
		p.ops = append(p.ops, rule(0, 0, x, 0, 0.8, k.pal.Ink))
	}
	p.ops = append(p.ops, rule(0, height, x, height, 0.5, k.pal.Soft))
	at := 0.0
	for i := range len(widths) + 1 {
		p.ops = append(p.ops, rule(at, 0, at, height, 0.5, k.pal.Hair))
		if i < len(widths) {
			at += widths[i] * mm
		}
	}
	return p
}

// objection sets one with a square to tick when it has been looked at.
func (k *appraisalSetter) objection(o edition.Objection) piece {
	p := piece{before: 3}
	k.square(&p, 0, (appraisalLeading-appraisalTick)/2)
	runs := of(k.style(Regular, appraisalSize), o.Words)
	if o.Place != "" {
		runs = append(runs, Run{Style: k.style(Regular, 8.5).inked(k.pal.Soft), Text: " (" + o.Place + ")"})
	}
	const x = appraisalTick + 2*appraisalPad
	p.height = p.put(k.lines(&Paragraph{Runs: runs, Width: appraisalMeasure - x}), x, 0, appraisalLeading, &k.pal)
	return p
}

func (k *appraisalSetter) square(p *piece, x, y float64) {
	p.ops = append(p.ops, polyline([]Point{{x, y}, {x + appraisalTick, y}, {x + appraisalTick, y + appraisalTick}, {x, y + appraisalTick}}, true, 0.8, k.pal.Ink))
}

// verdict is what the Board writes at the end of a unit: its opinion, and which conclusion.
func (k *appraisalSetter) verdict() {
	const between = 8 * mm
	w := &k.sheet.Words
	p := piece{before: 10}
	from := k.word(&p, Bold, w.Opinion, 0, 0) + 6
	p.ops = append(p.ops, dotted(from, appraisalMeasure, 12, 0.6, 2.4, k.pal.Soft), dotted(0, appraisalMeasure, 12+between, 0.6, 2.4, k.pal.Soft))
	y := 12 + between + 8
	x := k.word(&p, Bold, w.Conclusion, 0, y) + 14
	for _, choice := range w.Choices {
		k.square(&p, x, y+(14-appraisalTick)/2)
		x = k.word(&p, Regular, choice, x+appraisalTick+6, y) + 28
	}
	p.height = y + 15
	k.flow.add(p)
}

// word puts a text of one line into a piece and gives where it ends.
func (k *appraisalSetter) word(p *piece, face Face, text string, x, y float64) float64 {
	p.put(k.lines(&Paragraph{Runs: of(k.style(face, 10.5), text), Width: appraisalMeasure}), x, y, 14, &k.pal)
	return x + k.faces[face].width(text, 10.5, 0)
}

// furnish says on each page what it is, that it is private, of which day, and which one of how many.
func (k *appraisalSetter) furnish(page *Page, number int) {
	k.edges(page, appraisalLeft, appraisalMeasure, appraisalHeight, k.sheet.Paper, k.sheet.Words.Page+" "+strconv.Itoa(number+1)+"/"+strconv.Itoa(len(k.flow.pages)))
}

package picture

import (
	"bangvang/internal/chart"
	"bangvang/internal/edition"
)

// The title-safe area of a still: the middle 90 % each way (EBU R 95, SMPTE ST 2046-1), and a little within it.
const (
	safeX    = edition.StillWidth/20 + 4
	safeY    = edition.StillHeight/20 + 4
	safeWide = edition.StillWidth - 2*safeX
	safeFoot = edition.StillHeight - safeY
)

// still draws a still for television.
func (p *pen) still(k *edition.Drawing, scene *chart.Scene) {
	foot := p.foot(k, safeX, safeWide, safeFoot, 26)
	y := float64(safeY)
	if k.Mark != "" {
		p.stillMark(k.Mark, y)
	}
	over := p.fit(k.Over, style{face: TextBold, size: 32, least: 26, leading: 1.3, most: 1}, safeWide*0.72, 60)
	y = p.block(over, safeX, y, left, p.tone.red) + 4
	title := p.fit(k.Title, style{face: Display, size: 74, least: 52, leading: 1.1, most: 2}, safeWide, 166)
	y = p.block(title, safeX, y, left, p.tone.ink) + 14
	switch {
	case scene != nil:
		if k.Verdict != nil {
			y = p.verdictLeft(k.Verdict, safeX, y, 44) + 12
		}
		p.drawn(scene, edition.StillWidth/2, y, safeWide, foot-24-y)
	case len(k.Rows) > 0:
		p.rows(k.Rows, y+10, foot)
	default:
		p.figures(k, y, foot)
	}
}

// stillMark draws the band of samples within the safe area, at its right: a band across might be cut off by a screen.
func (p *pen) stillMark(words string, y float64) {
	b := p.fit(words, style{face: TextBold, size: 26, least: 20, leading: 1.3, spacing: 0.04, most: 1}, safeWide*0.26, 90)
	w, h := b.width()+36, b.height()+14
	p.rect(edition.StillWidth-safeX-w, y, w, h, p.tone.mark)
	p.block(b, edition.StillWidth-safeX-w/2, y+7, centre, p.tone.onMark)
}

func (p *pen) verdictLeft(v *edition.Verdict, x, y, size float64) float64 {
	words := p.broken(upper(v.Words), style{face: TextBold, leading: 1.3}, size, 1e6)
	return p.verdict(v, x+(words.width()+2*size*0.46+size*0.4)/2, y, size)
}

// rows sets a list in two columns, or one if it is short.
func (p *pen) rows(all []edition.DrawnRow, y, foot float64) {
	const gap = 72.0
	columns, wide := 2, (safeWide-gap)/2
	if len(all) <= 6 {
		columns, wide = 1, safeWide
	}
	n := (len(all) + columns - 1) / columns
	room := min(118, (foot-28-y)/float64(n))
	for i, r := range all {
		x, top := safeX+float64(i/n)*(wide+gap), y+float64(i%n)*room
		if i%n > 0 {
			p.rect(x, top, wide, 1, p.tone.line)
		}
		p.row(&r, x, top, wide, room)
	}
}

// row sets a name at the left and its verdict with its figure at the right.
func (p *pen) row(r *edition.DrawnRow, x, y, wide, room float64) {
	verdict := p.fit(upper(r.Verdict.Words), style{face: TextBold, size: 28, least: 22, leading: 1.25, most: 1}, wide*0.34, 40)
	figure := p.fit(r.Figure, style{face: Text, size: 25, least: 19, leading: 1.25, most: 1}, wide*0.42, 36)
	name := p.fit(r.Words, style{face: Text, size: 30, least: 23, leading: 1.25, most: 2}, wide*0.56, room-14)
	p.block(name, x, y+(room-name.height())/2, left, p.tone.ink)
	top := y + (room-verdict.height()-figure.height())/2
	p.sign(r.Verdict.Standing, x+wide-verdict.width()-30, top+verdict.height()/2, 13)
	below := p.block(verdict, x+wide, top, right, p.tone.verdict(r.Verdict.Standing))
	p.block(figure, x+wide, below, right, p.tone.soft)
}

// figures sets counts as large as a hall can read them, and what is said of them.
func (p *pen) figures(k *edition.Drawing, y, foot float64) {
	var lines []block
	room := 240.0
	for _, s := range k.Lines {
		b := p.fit(s, style{face: Text, size: 36, least: 27, leading: 1.4, most: 4}, safeWide, room)
		room = max(40, room-b.height()-8)
		lines = append(lines, b)
	}
	high := 0.0
	for _, b := range lines {
		high += b.height() + 8
	}
	below := foot - 30 - high
	size := min(230, (below-y)*0.5)
	small := size * 0.21
	tall := size*1.05 + small*3.2
	p.counts(k.Counts, edition.StillWidth/2, y+max(0, (below-y-tall)/2), safeWide, size, small)
	for _, b := range lines {
		below = p.block(b, safeX, below, left, p.tone.ink) + 8
	}
}

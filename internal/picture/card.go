package picture

import (
	"bangvang/internal/chart"
	"bangvang/internal/edition"
)

// Where things stand on a card, in pixels.
const (
	cardFrame  = 20 // the outer line of the frame
	cardColumn = 580
	cardTop    = 48
	cardFoot   = 548 // below it stands whose card it is
	cardMark   = 44
)

// card draws a card: a chart with its verdict, or words in the middle.
func (p *pen) card(k *edition.Drawing, scene *chart.Scene) {
	if scene != nil {
		p.chartCard(k, scene)
		return
	}
	const w, h = edition.CardWidth, edition.CardHeight
	top := p.cardFrame(k)
	if k.Laurels {
		p.laurels(w/2, (top+cardFoot)/2+8, 470, 330, p.tone.gold)
	}
	p.cardWords(k, top)
	p.cardFoot(k, w/2, centre, cardColumn+260)
}

// cardFrame draws what encloses a card and answers with where its words begin.
func (p *pen) cardFrame(k *edition.Drawing) float64 {
	const w, h = edition.CardWidth, edition.CardHeight
	y, top := float64(cardFrame), float64(cardTop)
	if k.Mark != "" {
		p.band(k.Mark, 0, w, cardMark, 21, cardColumn)
		y, top = cardMark+12, cardMark+34
	}
	p.frame(cardFrame, y, w-2*cardFrame, h-cardFrame-y, 3, p.tone.gold)
	p.frame(cardFrame+8, y+8, w-2*cardFrame-16, h-cardFrame-y-16, 1, p.tone.gold)
	return top
}

// stack is what is on a card of words, one below the other.
type stack struct {
	over, title block
	lines       []block
	counts      float64 // height of the figures, 0 if there are none
	height      float64
}

const (
	sealed     = 62.0  // from the top of the seal to what is below it
	gap        = 16.0  // around the title
	ruled      = 22.0  // of the line below it
	countsHigh = 122.0 // of figures and what they count
)

// stacked lays a card's words out between two heights, the lines below the title in a share of the room that they would like.
func (p *pen) stacked(k *edition.Drawing, high, share float64) stack {
	s := stack{over: p.fit(k.Over, style{face: TextBold, size: 25, least: 19, leading: 1.3, most: 2}, cardColumn, 70)}
	s.height = sealed + s.over.height() + gap*0.6 + gap
	for i, words := range k.Lines {
		st, room := style{face: Text, size: 28, least: 19, leading: 1.32, most: 3}, 150*share
		if i > 0 {
			st.size, st.least, st.most, room = 22, 17, 2, 60*share
		}
		b := p.fit(words, st, cardColumn, room)
		s.lines = append(s.lines, b)
		s.height += b.height() + 6
	}
	if len(k.Counts) > 0 {
		s.counts = countsHigh
		s.height += s.counts
	}
	if len(k.Lines)+len(k.Counts) > 0 {
		s.height += ruled
	}
	st := style{face: Display, size: 84, least: 34, leading: 1.1, most: 3}
	if len(k.Counts) > 0 {
		st.size, st.least = 56, 28
	}
	s.title = p.fit(k.Title, st, cardColumn, high-s.height)
	s.height += s.title.height()
	return s
}

// cardWords draws what is on a card of words between top and foot: the title as large as what is around it leaves room for, and where that is
// too little, what is below it smaller.
func (p *pen) cardWords(k *edition.Drawing, top float64) {
	const w = edition.CardWidth
	high := cardFoot - 6 - top
	s := p.stacked(k, high, 1)
	for share := 0.85; (s.height > high || s.title.size < 30) && share > 0.4; share -= 0.15 {
		s = p.stacked(k, high, share)
	}
	y := top + max(0, (high-s.height)/2)
	p.seal(w/2, y+27, 27, p.tone.red)
	y = p.block(s.over, w/2, y+sealed, centre, p.tone.red) + gap*0.6
	y = p.block(s.title, w/2, y, centre, p.tone.ink) + gap
	if len(s.lines) == 0 && s.counts == 0 {
		return
	}
	p.rule(w/2, y+3, 120, p.tone.gold)
	y += ruled
	if s.counts > 0 {
		p.counts(k.Counts, w/2, y, cardColumn, 64, 20)
		y += s.counts
	}
	for i, b := range s.lines {
		c := p.tone.ink
		if i > 0 {
			c = p.tone.soft
		}
		y = p.block(b, w/2, y, centre, c) + 6
	}
}

// counts draws figures side by side, each over what it counts.
func (p *pen) counts(all []edition.DrawnCount, x, y, width, size, small float64) {
	step := width / float64(len(all))
	x -= width / 2
	for _, n := range all {
		mid := x + step/2
		c := p.tone.red
		if n.Standing != "" {
			c = p.tone.verdict(n.Standing)
		}
		figure := p.fit(n.Figure, style{face: Display, size: size, least: size / 2, leading: 1.05, most: 1}, step-small, size*1.1)
		words := p.fit(n.Words, style{face: TextBold, size: small, least: small * 0.7, leading: 1.2, most: 2}, step-small*0.6, small*2.6)
		p.block(figure, mid, y+size*1.05-figure.height(), centre, c)
		if n.Standing != "" {
			p.sign(n.Standing, mid, y+size*1.05+small*0.75, small*0.5)
			p.block(words, mid, y+size*1.05+small*1.5, centre, p.tone.ink)
		} else {
			p.block(words, mid, y+size*1.05+small*0.2, centre, p.tone.ink)
		}
		x += step
	}
}

// cardFoot says whose card it is and where more stands.
func (p *pen) cardFoot(k *edition.Drawing, x float64, a align, width float64) {
	site := p.fit(k.Site, style{face: TextBold, size: 18, least: 14, leading: 1.25, most: 1}, width, 24)
	p.block(site, x, cardFoot+4, a, p.tone.soft)
	address := p.fit(k.Address, style{face: Text, size: 17, least: 12, leading: 1.25, most: 1}, width, 24)
	p.block(address, x, cardFoot+28, a, p.tone.soft)
}

// chartCard draws title and verdict above a chart.
func (p *pen) chartCard(k *edition.Drawing, scene *chart.Scene) {
	const w = edition.CardWidth
	const margin = 64.0
	top := p.cardFrame(k)
	over := p.fit(k.Over, style{face: TextBold, size: 21, least: 17, leading: 1.3, most: 2}, w-2*margin, 56)
	y := p.block(over, w/2, top, centre, p.tone.red) + 2
	title := p.fit(k.Title, style{face: Display, size: 54, least: 34, leading: 1.1, most: 2}, w-2*margin-60, 126)
	y = p.block(title, w/2, y, centre, p.tone.ink) + 8
	if k.Verdict != nil {
		y = p.verdict(k.Verdict, w/2, y, 32) + 10
	}
	bottom := float64(cardFoot) - 34
	p.drawn(scene, w/2, y, w-2*margin, bottom-y)
	source := p.fit(k.Source, style{face: Text, size: 17, least: 13, leading: 1.25, most: 1}, w-2*margin, 24)
	p.block(source, w/2, cardFoot-24, centre, p.tone.soft)
	p.cardFoot(k, w/2, centre, w-2*margin)
}

// verdict sets a verdict with its shape and answers with the y below it.
func (p *pen) verdict(v *edition.Verdict, x, y, size float64) float64 {
	words := p.broken(upper(v.Words), style{face: TextBold, leading: 1.3}, size, 1e6)
	r := size * 0.46
	from := x - (words.width()+2*r+size*0.4)/2
	p.sign(v.Standing, from+r, y+words.leading/2, r)
	return p.block(words, from+2*r+size*0.4, y, left, p.tone.verdict(v.Standing))
}

// drawn paints a chart as large as a box allows, in its middle, and answers with the y below it.
func (p *pen) drawn(scene *chart.Scene, x, y, width, height float64) float64 {
	k := min(width/float64(scene.Width), height/float64(scene.Height))
	w, h := k*float64(scene.Width), k*float64(scene.Height)
	if _, err := scene.Paint(easel{p}, x-w/2, y+(height-h)/2, w); err != nil && p.err == nil {
		p.err = err
	}
	return y + height
}

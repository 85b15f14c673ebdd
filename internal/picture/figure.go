package picture

import (
	"strings"

	"bangvang/internal/chart"
	"bangvang/internal/edition"
)

// upper puts the first letter in upper case.
func upper(s string) string {
	for i, r := range s {
		return strings.ToUpper(string(r)) + s[i+len(string(r)):]
	}
	return s
}

// figure draws a chart to take away: title and sentence above it, what its signs mean, source, date and address below. The chart takes
// the room that they leave.
func (p *pen) figure(k *edition.Drawing, scene *chart.Scene) {
	const w, h, margin = float64(edition.ChartWidth), float64(edition.ChartHeight), 80.0
	const column = w - 2*margin
	y := 54.0
	if k.Mark != "" {
		p.band(k.Mark, 0, w, 54, 26, column)
		y += 42
	}
	over := p.fit(k.Over, style{face: TextBold, size: 27, least: 22, leading: 1.3, most: 1}, column, 60)
	y = p.block(over, margin, y, left, p.tone.red) + 2
	title := p.fit(k.Title, style{face: Display, size: 62, least: 46, leading: 1.1, most: 1}, column, 150)
	y = p.block(title, margin, y, left, p.tone.ink) + 12
	sentence := p.fit(strings.Join(k.Lines, " "), style{face: Text, size: 31, least: 25, leading: 1.36, most: 3}, column, 170)
	y = p.block(sentence, margin, y, left, p.tone.ink) + 24
	bottom := p.figureFoot(k, margin, column, h-44)
	key := p.fit(k.Chart.Key, style{face: Text, size: 24, least: 21, leading: 1.3, most: 2}, column, 80)
	bottom -= key.height() + 16
	p.block(key, margin, bottom, left, p.tone.soft)
	p.drawn(scene, w/2, y, column, bottom-16-y)
}

// figureFoot says source, date, site and address above a line, and answers with its top.
func (p *pen) figureFoot(k *edition.Drawing, x, column, bottom float64) float64 {
	site := p.fit(k.Site, style{face: TextBold, size: 24, least: 18, leading: 1.35, most: 1}, column*0.56, 60)
	address := p.fit(k.Address, style{face: Text, size: 24, least: 16, leading: 1.35, most: 1}, column-site.width()-90, 80)
	last := max(site.height(), address.height())
	top := bottom - last
	p.seal(x+15, top+last/2, 15, p.tone.red)
	p.block(site, x+44, top+(last-site.height())/2, left, p.tone.ink)
	p.block(address, x+column, top+(last-address.height())/2, right, p.tone.soft)
	source := p.fit(joined(". ", k.Source, k.Date), style{face: Text, size: 24, least: 20, leading: 1.35, most: 2}, column, 80)
	top -= source.height() + 4
	p.block(source, x, top, left, p.tone.soft)
	top -= 16
	p.rect(x, top, column, 2, p.tone.gold)
	return top
}

func joined(sep string, words ...string) string {
	var out []string
	for _, w := range words {
		if w != "" {
			out = append(out, strings.TrimSuffix(w, "."))
		}
	}
	return strings.Join(out, sep)
}

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
	bottom := p.foot(k, margin, column, h-44, 24)
	key := p.fit(k.Chart.Key, style{face: Text, size: 24, least: 21, leading: 1.3, most: 2}, column, 80)
	bottom -= key.height() + 16
	p.block(key, margin, bottom, left, p.tone.soft)
	p.drawn(scene, w/2, y, column, bottom-16-y)
}

// foot says source, date, site and address below a line, up to a bottom, and answers with the line's top. An address that is too long to stand
// beside the site stands below it.
func (p *pen) foot(k *edition.Drawing, x, column, bottom, size float64) float64 {
	plain, bold := style{face: Text, size: size, least: size * 0.8, leading: 1.35, most: 2}, style{face: TextBold, size: size, least: size * 0.75, leading: 1.35, most: 1}
	beside := style{face: Text, size: size, least: size * 0.75, leading: 1.35, most: 1}
	site := p.fit(k.Site, bold, column*0.56, size*2.8)
	address := p.fit(k.Address, beside, column-site.width()-2*size-90, size*2)
	below := len(address.lines) > 1 || address.size < beside.least
	last := site.height()
	if below {
		address = p.fit(k.Address, beside, column, size*3)
		last += address.height()
	}
	top := bottom - last
	p.seal(x+size*0.62, top+site.height()/2, size*0.62, p.tone.red)
	p.block(site, x+size*1.8, top, left, p.tone.ink)
	if below {
		p.block(address, x, top+site.height(), left, p.tone.soft)
	} else {
		p.block(address, x+column, top+(site.height()-address.height())/2, right, p.tone.soft)
	}
	source := p.fit(joined(". ", k.Source, k.Date), plain, column, size*3.4)
	top -= source.height() + 4
	p.block(source, x, top, left, p.tone.soft)
	top -= size * 0.65
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

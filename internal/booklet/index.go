package booklet

import "bangvang/internal/edition"

// index sets the index of names by given name, in two columns. label gives the page that readers find an anchor on.
func (b *book) index(f *flow, label func(anchor string) string) {
	if len(b.src.Index) == 0 {
		return
	}
	words := b.src.Words.Index
	b.list(entry{level: partLevel, title: words, anchor: "muc-luc-ten", contents: true})
	b.opener(f, rightHand, "", words, "muc-luc-ten")
	const columns = 2
	width := columnWidth(columns)
	pieces := make([]piece, 0, len(b.src.Index)+32)
	letter := ""
	for _, a := range b.src.Index {
		if a.Letter != letter {
			letter = a.Letter
			p := b.block(&Paragraph{Runs: of(b.title(14), letter), Width: width, Leading: 18, Tag: TagHeading2}, 0, 9)
			p.keep = true
			pieces = append(pieces, p)
		}
		pieces = append(pieces, b.indexLine(a, label(awardAnchor(a)), width))
	}
	f.columned(pieces, columns)
}

// indexLine is a name with its page, and its unit below.
func (b *book) indexLine(a *edition.Award, page string, width float64) piece {
	const leading, hang = 11.4, 8
	b.place = a.Place
	const operations = 4 // of most: name, dots, page, unit
	p := piece{before: 2.4, ops: make([]Op, 0, operations)}
	p.height = b.leader(&p, Style{Face: Regular, Size: 9, Colour: b.pal.Ink}, a.Name, page, width, 0, hang, leading, 1)
	if a.Unit.Words != "" {
		unit := b.lines(&Paragraph{Runs: of(Style{Face: Italic, Size: 7.6, Colour: b.pal.Soft}, a.Unit.Words), Width: width - hang, Tag: TagEntry, Level: 1})
		p.height = p.put(unit, hang, p.height-0.6, 9.2, &b.pal)
	}
	p.links = append(p.links, Link{W: width, H: p.height, Target: "#" + awardAnchor(a)})
	return p
}

// leader sets a text with a page number at the right end of its last line and dots between, and gives the height.
func (b *book) leader(p *piece, style Style, text, page string, width, indent, hang, leading float64, level uint8) float64 {
	const gap = 5
	numberWidth := b.faces[style.Face].width(page, style.Size, 0)
	room := width - numberWidth - 2*gap
	lines := b.lines(&Paragraph{Runs: of(style, text), Width: room - indent, Hang: hang, Tag: TagEntry, Level: level})
	y := p.put(lines, indent, 0, leading, &b.pal)
	base := y - leading + ascentWithin(leading, style.Size)
	if len(lines) > 0 {
		last := &lines[len(lines)-1]
		from := indent + gap
		if n := len(last.segments); n > 0 {
			from += last.segments[n-1].x + last.segments[n-1].w
		}
		if to := width - numberWidth - gap; to-from > 3 {
			p.ops = append(p.ops, dotted(from, to, base-0.4, 0.5, 2.6, b.pal.Soft))
		}
	}
	l := line{segments: []segment{{Style: style, text: page, x: width - numberWidth, w: numberWidth}}}
	if len(lines) > 0 {
		l.tagged = lines[0].tagged
	}
	p.baseline(&l, 0, base, &b.pal)
	return y
}

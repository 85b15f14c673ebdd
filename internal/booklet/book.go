package booklet

import (
	"cmp"

	"bangvang/internal/diag"
	"bangvang/internal/edition"
)

// book is a booklet being laid: the text being set, the two stretches of pages, and what the contents will list.
type book struct {
	setter
	kept  Kept
	drawn Kept
	ed    *edition.Edition
	src   *edition.Booklet
	pal   palette
	paint Painter
	photo func(file string) ([]byte, error)
	err   error // the first error that is ours

	front, body *flow
	entries     []entry
	originals   map[string]*original
	shots       []shot  // by Shape.Image
	left        int     // awards of the decision that are still to be set
	noWidth     float64 // of the column of STT in the roll
	part        string  // that the last banner belongs to
}

// entry is a line of the contents and a mark of the outline.
type entry struct {
	level    int
	title    string
	anchor   string
	front    bool // its page is numbered in roman figures
	contents bool // listed in the contents, not only in the outline
}

// Level of an entry.
const (
	partLevel = iota
	chapterLevel
	sectionLevel
	blockLevel
	unitLevel
)

// Styles of running text.
func (b *book) text() Style   { return Style{Face: Regular, Size: textSize, Colour: b.pal.Ink} }
func (b *book) strong() Style { return Style{Face: Bold, Size: textSize, Colour: b.pal.Ink} }
func (b *book) small() Style  { return Style{Face: Regular, Size: smallSize, Colour: b.pal.Soft} }
func (b *book) aside() Style  { return Style{Face: Italic, Size: textSize, Colour: b.pal.Soft} }

func (b *book) title(size float64) Style {
	return Style{Face: Display, Size: size, Colour: b.pal.Red}
}

// of is a paragraph's only run.
func of(style Style, text string) []Run { return []Run{{Style: style, Text: text}} }

// in gives the style with another face.
func (s Style) in(f Face) Style { s.Face = f; return s }

// sized gives the style in another size.
func (s Style) sized(size float64) Style { s.Size = size; return s }

// inked gives the style in another colour.
func (s Style) inked(c Colour) Style { s.Colour = c; return s }

// to gives the style as a link.
func (s Style) to(target string) Style { s.Link = target; return s }

// spaced gives the style with tracking.
func (s Style) spaced(by float64) Style { s.Tracking = by; return s }

// block is a paragraph as one piece, at x of its column.
func (b *book) block(p *Paragraph, x, before float64) piece {
	out := piece{before: before}
	out.height = out.put(b.lines(p), x, 0, p.Leading, &b.pal)
	return out
}

// leastLines is how many lines of a paragraph may stand alone at the end or the beginning of a column.
const leastLines = 2

// pour sets a paragraph into the flow, without widows and orphans. keep holds its end to what follows.
func (b *book) pour(f *flow, p *Paragraph, x, before float64, keep bool) {
	b.pourOn(f, p, x, before, keep, nil)
}

// pourOn is pour with the heads that are repeated where the paragraph begins a page or goes on on one.
func (b *book) pourOn(f *flow, p *Paragraph, x, before float64, keep bool, resume *piece) {
	for _, q := range b.poured(p, x, before, keep, resume) {
		f.add(q)
	}
}

// poured gives a paragraph as the pieces that pourOn sets.
func (b *book) poured(p *Paragraph, x, before float64, keep bool, resume *piece) []piece {
	lines := b.lines(p)
	out := make([]piece, 0, 1)
	for _, part := range parts(len(lines)) {
		q := piece{before: before, resume: resume}
		q.height = q.put(lines[:part], x, 0, p.Leading, &b.pal)
		lines = lines[part:]
		q.keep = keep && len(lines) == 0
		out = append(out, q)
		before = 0
	}
	return out
}

// parts divides a number of lines into the numbers that are never split.
func parts(n int) []int {
	if n <= 2*leastLines-1 {
		if n == 0 {
			return nil
		}
		return []int{n}
	}
	out := []int{leastLines}
	for n -= 2 * leastLines; n > 0; n-- {
		out = append(out, 1)
	}
	return append(out, leastLines)
}

// opener begins a part or a chapter: its title on a new page, with the booklet's ornament below. kicker, above it, may be "".
func (b *book) opener(f *flow, on side, kicker, title, anchor string) {
	f.open(on, title)
	b.banner(f, chapterAt, kicker, title, anchor)
}

// banner is an opener's title, sunk by so many points.
func (b *book) banner(f *flow, sunk float64, kicker, title, anchor string) {
	rank := TagHeading1
	b.place = diag.Place{} // the record before it is not to blame for what follows
	p := piece{height: sunk}
	p.anchor(anchor)
	if kicker != "" {
		lines := b.lines(&Paragraph{Runs: of(b.small().in(Bold).inked(b.pal.Gold.mix(b.pal.Ink, 0.8)).spaced(0.8), kicker), Width: typeWidth, Align: Centred, Tag: TagHeading1})
		p.height = p.put(lines, 0, p.height, 18, &b.pal)
		if b.part == kicker {
			p.furniture() // a reader of the structure is in that part already
		}
		rank = TagHeading2
	}
	const leading = 27
	lines := b.lines(&Paragraph{Runs: of(b.title(22), title), Width: typeWidth, Align: Centred, Tag: rank})
	b.part = cmp.Or(kicker, title)
	p.height = p.put(lines, 0, p.height, leading, &b.pal) + 11
	p.ops = append(p.ops, b.ornament(typeWidth/2, p.height)...)
	p.height += 22
	f.add(p)
	f.flush()
}

// ornament is a lozenge between two hairlines.
func (b *book) ornament(x, y float64) []Op {
	const wing, gap = 46, 9
	return []Op{
		rule(x-wing, y, x-gap, y, 0.6, b.pal.Gold),
		diamond(x, y, 3, b.pal.Gold),
		rule(x+gap, y, x+wing, y, 0.6, b.pal.Gold),
	}
}

// heading is a title within a chapter. rank 1 is the highest; tag is what it is in the whole book.
func (b *book) heading(f *flow, rank int, tag Tag, text, anchor string) {
	style, leading, before := b.title(15), 18.5, 18.0
	switch {
	case rank == 2:
		style, leading, before = b.strong().sized(11.5), 15, 14
	case rank > 2:
		style, leading, before = b.strong().in(BoldItalic), textLeading, 10
	}
	p := b.block(&Paragraph{Runs: of(style, text), Width: typeWidth, Leading: leading, Tag: tag}, 0, before)
	p.anchor(anchor)
	p.height += 3
	p.keep = true
	f.add(p)
}

// list notes an entry of contents and outline.
func (b *book) list(e entry) { b.entries = append(b.entries, e) }

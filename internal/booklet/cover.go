package booklet

import "strings"

// Masters, by what lies on them.
const (
	paperMaster = iota // ivory
	coverMaster        // deep red
)

// cover sets the front cover: gold on red within a double frame.
func (b *book) cover(f *flow) {
	page := f.open(anySide, "")
	page.bare, page.Master = true, coverMaster
	gold := Colour{0xE2, 0xC4, 0x7E}
	ivory := Colour{0xFB, 0xF3, 0xDF}
	page.Ops = append(page.Ops, frame(8.5*mm, 1.1, gold)...)
	page.Ops = append(page.Ops, frame(10*mm, 0.4, gold)...)

	const margin = 20 * mm
	const width = trimWidth - 2*margin
	set := func(style Style, text string, y, leading float64) float64 {
		p := piece{}
		y = p.put(b.lines(&Paragraph{Runs: of(style, text), Width: width, Align: Centred}), margin, y, leading, &b.pal)
		p.place(page, 0, 0)
		return y
	}
	c := &b.src.Cover
	set(Style{Face: Bold, Size: 10.5, Colour: gold, Tracking: 0.6}, strings.ToUpper(c.Organizer), 24*mm, 15)
	y := set(Style{Face: Display, Size: 17, Colour: ivory, Tracking: 1.2}, strings.ToUpper(c.Kind), 62*mm, 24)
	y += 13
	page.Ops = append(page.Ops, b.flourish(trimWidth/2, y, gold)...)
	y += 17
	size, leading := b.largest(c.Title, width, []float64{34, 30, 26, 22, 18, 14}, 7)
	y = set(Style{Face: Display, Size: size, Colour: gold}, c.Title, y, leading)
	y += 14
	y = set(Style{Face: Display, Size: 14, Colour: ivory, Tracking: 0.4}, c.Dates, y, 20)
	page.Ops = append(page.Ops, b.flourish(trimWidth/2, y+22, gold)...)
	if c.Volume != "" {
		set(Style{Face: Display, Size: 15, Colour: ivory, Tracking: 0.4}, c.Volume, y+38, 20)
	}
	set(Style{Face: Display, Size: 13, Colour: gold, Tracking: 1}, c.Year, trimHeight-30*mm, 18)
}

// backCover gives the inner and the outer side of the back cover.
func (b *book) backCover() []Page {
	gold := Colour{0xE2, 0xC4, 0x7E}
	outer := Page{Label: "Bìa 4", Cover: true, Master: coverMaster, bare: true}
	outer.Ops = append(outer.Ops, frame(8.5*mm, 1.1, gold)...)
	outer.Ops = append(outer.Ops, frame(10*mm, 0.4, gold)...)
	outer.Ops = append(outer.Ops, b.flourish(trimWidth/2, trimHeight/2, gold)...)
	return []Page{{Label: "Bìa 3", Cover: true, bare: true}, outer}
}

// largest gives the greatest size at which a title stays within a number of lines and no word of it is broken, and its leading.
func (b *book) largest(text string, width float64, sizes []float64, most int) (size, leading float64) {
	for _, size = range sizes {
		style := Style{Face: Display, Size: size}
		lines := b.lines(&Paragraph{Runs: of(style, text), Width: width})
		widest := 0.0
		for _, word := range strings.Fields(text) {
			widest = max(widest, b.faces[Display].width(word, size, 0))
		}
		if len(lines) <= most && widest <= width {
			break
		}
	}
	return size, size * 1.2
}

// flourish is the ornament of cover and title page.
func (b *book) flourish(x, y float64, c Colour) []Op {
	const wing, gap = 62, 16
	return []Op{
		rule(x-wing, y, x-gap, y, 0.7, c), rule(x+gap, y, x+wing, y, 0.7, c),
		diamond(x-9, y, 2, c), diamond(x, y, 3.6, c), diamond(x+9, y, 2, c),
	}
}

// frame is a rectangle at a distance from the trimmed edges.
func frame(d, width float64, c Colour) []Op {
	return []Op{polyline([]Point{{d, d}, {trimWidth - d, d}, {trimWidth - d, trimHeight - d}, {d, trimHeight - d}}, true, width, c)}
}

// titlePage sets the title page: what the cover says, on paper, with the theme.
func (b *book) titlePage(f *flow) {
	page := f.open(rightHand, "")
	page.bare = true
	c := &b.src.Cover
	x := typeLeft(f.page())
	tag := TagParagraph
	set := func(style Style, text string, y, leading, width float64) float64 {
		if text == "" {
			return y
		}
		p := piece{}
		at := x + (typeWidth-width)/2
		y = p.put(b.lines(&Paragraph{Runs: of(style, text), Width: width, Align: Centred, Tag: tag}), at, y, leading, &b.pal)
		p.place(page, 0, 0)
		return y
	}
	middle := x + typeWidth/2
	y := set(b.strong().spaced(0.4), strings.ToUpper(c.Organizer), topMargin, 15, typeWidth)
	page.Ops = append(page.Ops, rule(middle-24, y+8, middle+24, y+8, 0.7, b.pal.Gold))
	y = set(b.title(15).inked(b.pal.Ink).spaced(1), strings.ToUpper(c.Kind), 58*mm, 22, typeWidth)
	size, leading := b.largest(c.Title, typeWidth, []float64{28, 25, 22, 19, 16, 13}, 6)
	tag = TagHeading1 // the cover is a picture of this page: its words are read as they stand, and head nothing
	y = set(b.title(size), c.Title, y+12, leading, typeWidth)
	tag = TagParagraph
	y = set(b.title(13).inked(b.pal.Ink), c.Dates, y+8, 19, typeWidth)
	y = set(b.title(13), c.Volume, y+4, 19, typeWidth)
	page.Ops = append(page.Ops, b.flourish(middle, y+20, b.pal.Gold)...)
	b.theme(page, x+15, y+42, trimHeight-bottomMargin-40-y-42)
	set(b.title(12).inked(b.pal.Ink), c.Year, trimHeight-bottomMargin-18, 18, typeWidth)
}

// theme sets the campaign's theme on the title page, as large as the height left for it allows. One too long for that is left to the plan.
func (b *book) theme(page *Page, x, y, height float64) {
	text := b.src.Cover.Theme
	if text == "" {
		return
	}
	for _, size := range []float64{10.5, 9.5, 8.5} {
		p := piece{}
		leading := size * 1.48
		lines := b.lines(&Paragraph{Runs: of(b.text().in(Italic).sized(size), "“"+text+"”"), Width: typeWidth - 30, Align: Centred, Tag: TagQuote})
		if float64(len(lines))*leading <= height {
			p.put(lines, x, y, leading, &b.pal)
			p.place(page, 0, 0)
			return
		}
	}
}

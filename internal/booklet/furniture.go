package booklet

// furnish sets running heads and folios: the booklet's name on left-hand pages, the chapter on right-hand ones.
func (b *book) furnish(pages []Page) {
	for i := range pages {
		page := &pages[i]
		if page.bare {
			continue
		}
		left, right := typeLeft(i), typeLeft(i)+typeWidth
		folio := Style{Face: Regular, Size: 9.5, Colour: b.pal.Ink}
		w := b.faces[folio.Face].width(page.Label, folio.Size, 0)
		x := left
		if recto(i) {
			x = right - w
		}
		page.Ops = append(page.Ops, b.fixed(folio, page.Label, x, footLine, w))
		if b.src.Sample != "" {
			style := Style{Face: Bold, Size: tinySize, Colour: b.pal.Red, Tracking: 1}
			w := b.faces[style.Face].width(b.src.Sample, style.Size, style.Tracking)
			page.Ops = append(page.Ops, b.fixed(style, b.src.Sample, left+(typeWidth-w)/2, footLine, w))
		}
		if page.plain {
			continue
		}
		head := page.head
		if !recto(i) {
			head = b.src.Cover.Kind + " · " + b.src.Cover.Title
		}
		style := Style{Face: Italic, Size: smallSize, Colour: b.pal.Soft}
		text, w := b.shortened(style, head, typeWidth)
		x = left
		if recto(i) {
			x = right - w
		}
		page.Ops = append(page.Ops, b.fixed(style, text, x, headLine, w), rule(left, headLine+5, right, headLine+5, 0.5, b.pal.Gold))
	}
}

func (b *book) fixed(style Style, text string, x, y, w float64) Op {
	return Op{Kind: OpText, Role: Furniture, Face: style.Face, Size: style.Size, Colour: style.Colour, Tracking: style.Tracking, X: x, Y: y, Wide: w, Text: shown(text)}
}

// shortened cuts a text at a word so that it fits a line, with an ellipsis, and gives its width.
func (b *book) shortened(style Style, text string, width float64) (string, float64) {
	text = clean(text)
	w := b.faces[style.Face].width(text, style.Size, style.Tracking)
	if w <= width {
		return text, w
	}
	const ellipsis = "…"
	lines := b.lines(&Paragraph{Runs: of(style, text), Width: width - b.faces[style.Face].width(ellipsis, style.Size, 0)})
	text = lines[0].segments[0].text + ellipsis
	return text, b.faces[style.Face].width(text, style.Size, style.Tracking)
}

package booklet

import "rsc.io/qr"

// colophon sets the last page: sources, date of data, how to read, the address with its QR code.
func (b *book) colophon(f *flow) {
	c := &b.src.Colophon
	words := b.src.Words.Colophon
	b.list(entry{level: partLevel, title: words, anchor: "ve-ky-yeu", contents: true})
	f.open(anySide, words)
	b.banner(f, 0, "", words, "ve-ky-yeu")
	b.place = b.src.Place
	for _, text := range c.Paragraphs {
		b.pour(f, &Paragraph{Runs: of(b.text().sized(9.5), text), Width: typeWidth, Leading: 12.4, Align: Justified}, 0, 5, false)
	}
	for i, source := range c.Sources {
		if i == 0 {
			f.skip(6)
		}
		b.place = b.src.Place
		if i < len(c.Stated) {
			b.place = c.Stated[i]
		}
		b.bullet(f, source, b.small().sized(8))
	}
	b.place = b.src.Place
	if c.DataDate != "" {
		b.pour(f, &Paragraph{Runs: of(b.small().in(Italic), c.DataDate), Width: typeWidth, Leading: smallLeading}, 0, 9, c.Address != "")
	}
	if c.Address != "" {
		f.add(b.signpost(c.Address))
	}
	f.flush()
}

const qrSide = 24 * mm

// signpost is an address as a QR code, and in letters beside it.
func (b *book) signpost(address string) piece {
	p := piece{before: 12, height: qrSide}
	code, err := qr.Encode(address, qr.M)
	if err != nil {
		if b.err == nil {
			b.err = err
		}
		return p
	}
	block := b.nextBlock()
	quiet := 4 * qrSide / float64(code.Size) // modules that the standard asks to be clear around a code
	p.ops = append(p.ops, box(-quiet, -quiet, qrSide+2*quiet, qrSide+2*quiet, b.pal.Paper))
	for i, o := range squares(code, qrSide, b.pal.Ink) {
		if i == 0 {
			o.Shape.Alt = "Mã QR: " + address
		}
		o.Tag, o.Block = TagFigure, block
		p.ops = append(p.ops, o)
	}
	const x = qrSide + 12
	lines := b.lines(&Paragraph{Runs: of(b.strong().to(address), address), Width: typeWidth - x})
	const leading = 14
	p.put(lines, x, (qrSide-leading*float64(len(lines)))/2, leading, &b.pal)
	return p
}

// squares draws a QR code as bars, one for each run of black modules. The bars overlap by a hair, so that no viewer shows seams.
func squares(code *qr.Code, side float64, c Colour) []Op {
	const overlap = 0.04
	module := side / float64(code.Size)
	var out []Op
	for y := range code.Size {
		for x := 0; x < code.Size; x++ {
			from := x
			for x < code.Size && code.Black(x, y) {
				x++
			}
			if x > from {
				out = append(out, box(float64(from)*module, float64(y)*module, float64(x-from)*module, module+overlap, c))
			}
		}
	}
	return out
}

package booklet

import (
	"fmt"
	"io"
	"strings"
)

// A sheet is A4 lying; its two pages are reduced, so that all of them lies where an office printer prints and marks and words have room.
const (
	sheetWidth  = 297 * mm
	sheetHeight = 210 * mm
	reduced     = 0.92
	beyond      = 1.5 * mm // what is printed of the bleed
	overlap     = 0.15     // points by which the halves meet
)

// flank is one side of a sheet: the page on the left and the one on the right, as indices into the pages of the book.
type flank struct {
	left, right int
	signature   int // from 0
	sheet       int // within the signature, from 0, the outermost first
	sheets      int // of the signature
	back        bool
}

// imposed gives the sides in the order that they are printed in: each sheet's front, then its back. pages is a multiple of four; they are gathered
// by so many, the last signature taking what is left.
func imposed(pages, gathered int) []flank {
	var out []flank
	for first, n := 0, 0; first < pages; first, n = first+gathered, n+1 {
		size := min(gathered, pages-first)
		last := first + size - 1
		for s := range size / 4 {
			out = append(out,
				flank{last - 2*s, first + 2*s, n, s, size / 4, false},
				flank{first + 2*s + 1, last - 2*s - 1, n, s, size / 4, true})
		}
	}
	return out
}

// gathered is how many pages are folded into one another.
func (o *Order) gathered(pages int) int {
	switch {
	case o.Signature > 0:
		return o.Signature
	case pages <= mostInOne:
		return max(pages, 4)
	}
	return defaultGathered
}

// writeSheets writes the book two-up. Pages are drawn once each, as forms that the sheets place.
func (l *Layout) writeSheets(w io.Writer, o Order) error {
	leaves := l.copies(l.bound(o.Apart))
	sides := imposed(len(leaves), o.gathered(len(leaves)))
	words := make([]*Page, len(sides))
	for i := range sides {
		words[i] = &Page{Ops: l.instructions(sides, i)}
	}
	b, masters, err := l.newOffice(w, leaves, words)
	if err != nil {
		return err
	}
	form := fmt.Sprintf("/Type /XObject /Subtype /Form /BBox [%.2f %.2f %.2f %.2f] /Resources %d 0 R ", -bleed, -bleed, l.Width+bleed, l.Height+bleed, b.resources)
	b.masters = b.plates(masters, form)
	contents := b.plates(leaves, form)
	high := *b.studio
	high.width, high.height = sheetWidth, sheetHeight
	onSheet := *b
	onSheet.studio = &high
	lines := onSheet.plates(words, "")
	marks := b.addPacked("", l.sheetMarks())
	pages := make([]int, len(sides))
	for i, s := range sides {
		var content []byte
		objects := ""
		for half, n := range []int{s.left, s.right} {
			p := leaves[n]
			if p == nil {
				continue
			}
			content = append(content, l.half(half, float64(s.sheet)*o.leaf())...)
			for _, form := range []int{b.masters[p.Master], contents[n]} {
				if form == 0 {
					continue
				}
				content = fmt.Appendf(content, "/P%d Do\n", form)
				if name := fmt.Sprintf("/P%d %d 0 R ", form, form); !strings.Contains(objects, name) {
					objects += name
				}
			}
			content = append(content, restored...)
		}
		placed := b.addPacked("", append(content, '\n'))
		resources := b.addf("<<%s /XObject <<%s>>>>", b.fontNames, objects)
		pages[i] = b.addf("<</Type /Page /Parent %d 0 R /Resources %d 0 R /MediaBox [0 0 %.2f %.2f] /TrimBox [%s] /Contents [%s]>>",
			b.root+1, resources, sheetWidth, sheetHeight, l.sheetTrim(), references([]int{placed, marks, lines[i]}))
	}
	return b.finish(pages, o, l.Meta.Title)
}

// newOffice prepares a file for an office printer, which mixes its inks itself: greys as greys, the paper left out.
func (l *Layout) newOffice(w io.Writer, leaves, words []*Page) (b *binder, masters []*Page, err error) {
	var all [][]Op
	for _, ops := range l.Masters {
		p := &Page{Ops: l.onPaper(ops)}
		masters, all = append(masters, p), append(all, p.Ops)
	}
	for _, p := range append(append([]*Page{}, leaves...), words...) {
		if p != nil {
			all = append(all, p.Ops)
		}
	}
	s, err := l.newStudio(all...)
	if err != nil {
		return nil, nil, err
	}
	s.least, s.shades = hairline/reduced, newSeparation(l.paperColour(), nil).shades(all)
	b = &binder{Layout: l, pdfFile: newFile(w, modern), studio: s}
	b.root = b.reserve(2)
	if b.fontNames, err = b.carryFonts(b.pdfFile); err != nil {
		return nil, nil, err
	}
	images, err := b.carryImages(b.pdfFile)
	if err != nil {
		return nil, nil, err
	}
	b.resources = b.addf("<<%s%s>>", b.fontNames, images)
	return b, masters, nil
}

// shades are the colours of an office printer: what is black ink alone on a press is grey, and what is bare paper is white.
func (s *separation) shades(all [][]Op) map[Colour]Colour {
	s.prepare(all)
	out := map[Colour]Colour{}
	for c, k := range s.known { // a map to a map: its order does not matter
		switch {
		case k == ink{}:
			out[c] = Colour{255, 255, 255}
		case k.C+k.M+k.Y == 0:
			grey := uint8(float64(c.R)*0.2126 + float64(c.G)*0.7152 + float64(c.B)*0.0722 + 0.5)
			if grey < 60 {
				grey = 0
			}
			out[c] = Colour{grey, grey, grey}
		}
	}
	return out
}

// trim of a sheet: both pages, reduced, in the middle of the paper.
func (l *Layout) trimOfSheet() [4]float64 {
	w, h := 2*l.Width*reduced, l.Height*reduced
	x, y := (sheetWidth-w)/2, (sheetHeight-h)/2
	return [4]float64{x, y, x + w, y + h}
}

func (l *Layout) sheetTrim() string {
	t := l.trimOfSheet()
	return fmt.Sprintf("%.2f %.2f %.2f %.2f", t[0], t[1], t[2], t[3])
}

// half opens the part of a sheet that one page fills, the page pushed to the fold by how far its leaf would stand out when folded.
func (l *Layout) half(right int, creep float64) []byte {
	t := l.trimOfSheet()
	fold := (t[0] + t[2]) / 2
	clip := [4]float64{t[0] - beyond, t[1] - beyond, fold + overlap, t[3] + beyond}
	x := t[0] + creep
	if right == 1 {
		clip[0], clip[2] = fold, t[2]+beyond
		x = fold - creep
	}
	return fmt.Appendf(nil, "q %.2f %.2f %.2f %.2f re W n %g 0 0 %g %.3f %.2f cm\n", clip[0], clip[1], clip[2]-clip[0], clip[3]-clip[1], reduced, reduced, x, t[1])
}

// sheetMarks draws where the booklet is cut and where it is folded.
func (l *Layout) sheetMarks() []byte {
	t := l.trimOfSheet()
	b := fmt.Appendf(nil, "q 0 G %g w\n", hairline)
	const from, to = beyond + 0.5*mm, beyond + 3*mm
	b = cropMarks(b, t, from, to)
	fold := (t[0] + t[2]) / 2
	b = append(b, "[3 2] 0 d\n"...)
	b = appendMark(b, fold, t[1]-to, fold, t[1]-0.5*mm)
	b = appendMark(b, fold, t[3]+0.5*mm, fold, t[3]+to)
	return append(b, restored...)
}

// instructions says outside the trimmed part, on either side of the fold, which side this is and what is to be done.
func (l *Layout) instructions(sides []flank, i int) []Op {
	s := sides[i]
	text := fmt.Sprintf("Tờ %d/%d, %s.", s.sheet+1, s.sheets, map[bool]string{false: "mặt trước", true: "mặt sau"}[s.back])
	if several := sides[len(sides)-1].signature; several > 0 {
		text = fmt.Sprintf("Tay %d/%d. ", s.signature+1, several+1) + text
	}
	after := "Chồng các tờ theo thứ tự, gấp theo vạch giữa, đóng ghim ở gáy, xén theo vạch góc."
	if sides[len(sides)-1].signature > 0 {
		after = "Gấp từng tay theo vạch giữa, xếp các tay theo thứ tự, khâu hoặc dán gáy, xén theo vạch góc."
	}
	t := l.trimOfSheet()
	var out []Op
	for half, words := range []string{
		text + " In hai mặt, lật theo cạnh ngắn, giấy A4, tỷ lệ 100%.",
		after,
	} {
		const size = 6
		width := l.faces[Sans].width(words, size, 0)
		middle := t[0] + (t[2]-t[0])*(0.25+0.5*float64(half))
		out = append(out, Op{Kind: OpText, Role: Furniture, Face: Sans, Size: size, X: middle - width/2, Y: sheetHeight - t[1] + 3.6*mm, Wide: width, Text: words})
	}
	return out
}

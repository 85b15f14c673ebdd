package booklet

import (
	"crypto/sha256"
	"fmt"
	"io"
	"math"
	"strings"

	"bangvang/internal/edition"
)

// newPrinter prepares a file in four inks, for a press of which nothing is known.
func (l *Layout) newPrinter(w io.Writer, pages []*Page) (*binder, error) {
	return l.newPress(w, pages, nil)
}

// newPress prepares a file in four inks: colours as inks, no line too thin, pictures in inks.
func (l *Layout) newPress(w io.Writer, pages []*Page, profile *Profile) (*binder, error) {
	masters := make([][]Op, len(l.Masters))
	for i, ops := range l.Masters {
		masters[i] = l.onPaper(ops)
	}
	all := append([][]Op{}, masters...)
	for _, p := range pages {
		if p != nil {
			all = append(all, p.Ops)
		}
	}
	s, err := l.newStudio(all...)
	if err != nil {
		return nil, err
	}
	separation := newSeparation(l.paperColour(), profile)
	separation.prepare(all)
	s.inks, s.least, s.separation = separation.inked, hairline, separation
	as := modern
	if profile != nil {
		as = exchange
	}
	b := &binder{Layout: l, pdfFile: newFile(w, as), studio: s}
	b.root = b.reserve(2)
	return b, b.prepare(masters)
}

// prepare writes what all pages share.
func (b *binder) prepare(masters [][]Op) error {
	var err error
	if b.fontNames, err = b.carryFonts(b.pdfFile); err != nil {
		return err
	}
	images, err := b.carryInked(b.pdfFile)
	if err != nil {
		return err
	}
	tint := b.addf("<</FunctionType 2 /Domain [0 1] /N 1 /C0 [0 0 0 0] /C1 [1 1 1 1]>>")
	b.resources = b.addf("<<%s%s /ColorSpace <</All [/Separation /All /DeviceCMYK %d 0 R]>> "+
		"/ExtGState <</Over <</op true /OP true /OPM 1>> /Out <</op false /OP false /OPM 0>>>>>>", b.fontNames, images, tint)
	ground := make([]*Page, len(masters))
	for i := range masters {
		ground[i] = &Page{Ops: masters[i]}
	}
	b.masters = b.plates(ground, "")
	return nil
}

// restored ends what is put around the content of pages.
const restored = "Q\n"

// registration begins marks that are printed in all inks.
var registration = fmt.Sprintf("q /All CS 1 SCN %g w\n", hairline)

// movedTo opens a part of a sheet: clipped to a box, with its lower left corner as origin of what follows.
func movedTo(clip [4]float64, x, y float64) []byte {
	return fmt.Appendf(nil, "q %.2f %.2f %.2f %.2f re W n 1 0 0 1 %.2f %.2f cm\n", clip[0], clip[1], clip[2]-clip[0], clip[3]-clip[1], x, y)
}

// writePress writes the pages one after the other, each on a sheet with its marks.
func (l *Layout) writePress(w io.Writer, o Order) error {
	leaves := l.copies(l.bound(o.Apart))
	for _, p := range leaves {
		if p != nil {
			p.Ops = append(p.Ops, l.slugLine(p)...)
		}
	}
	b, err := l.newPress(w, leaves, o.Profile)
	if err != nil {
		return err
	}
	width, height := l.Width+2*slug, l.Height+2*slug
	trim := [4]float64{slug, slug, slug + l.Width, slug + l.Height}
	before := b.addPacked("", fmt.Appendf(nil, "q 1 0 0 1 %.2f %.2f cm\n", slug, slug))
	marks := registerMarks(cropMarks([]byte(restored+registration), trim, markStart, markEnd), trim)
	after := b.addPacked("", append(marks, restored...))
	contents := b.plates(leaves, "")
	pages := make([]int, len(leaves))
	for i, p := range leaves {
		parts := []int{before}
		if p != nil {
			if n := b.masters[p.Master]; n > 0 {
				parts = append(parts, n)
			}
			parts = append(parts, contents[i])
		}
		pages[i] = b.addf("<</Type /Page /Parent %d 0 R /Resources %d 0 R %s /Contents [%s]>>", b.root+1, b.resources, boxes(width, height, trim), references(append(parts, after)))
	}
	return b.finish(pages, o, l.Meta.Title)
}

// slugLine names a page outside its trimmed edge and its bleed, for those who put sheets in order: on both sides of the mark in the middle if need be.
func (l *Layout) slugLine(p *Page) []Op {
	text := l.Meta.Title
	if p.Label != "" {
		text = "tr. " + p.Label + " · " + text
	}
	const size, edge, mark = 5.5, 3 * mm, 4 * mm // points; from the page's edge, and from the middle
	face := l.faces[Sans]
	text = shown(clean(text))
	room := l.Width/2 - edge - mark
	var out []Op
	put := func(text string, x float64) {
		out = append(out, Op{Kind: OpText, Role: Furniture, Face: Sans, Size: size, X: x, Y: l.Height + 8*mm, Wide: face.width(text, size, 0), Text: text})
	}
	if face.width(text, size, 0) > room {
		phrases, n := edition.Phrases(text), 0
		for n < len(phrases) && face.width(strings.Join(phrases[:n+1], " "), size, 0) <= room {
			n++
		}
		if n > 0 {
			put(strings.Join(phrases[:n], " "), edge)
			text = strings.Join(phrases[n:], " ")
		}
	}
	if face.width(text, size, 0) > room {
		text = strings.TrimRight(text[:face.fits(text, size, 0, room-face.width("…", size, 0))], " ") + "…"
	}
	if len(out) > 0 {
		put(text, l.Width/2+mark)
	} else {
		put(text, edge)
	}
	return out
}

// finish writes what the sheets hang on, and closes the file.
func (b *binder) finish(pages []int, o Order, title string) error {
	b.putf(b.root+1, "<</Type /Pages /Count %d /Kids [%s]>>", len(pages), references(pages))
	l := *b.Layout
	l.Meta.Title = title
	claims, info := claim{}, " /Trapped /False"
	c := fmt.Appendf(nil, "<</Type /Catalog /Pages %d 0 R", b.root+1)
	if l.Meta.Lang != "" {
		c = fmt.Appendf(c, " /Lang %s", byteString(l.Meta.Lang))
	}
	if o.Edition == Sheets {
		c = append(c, " /ViewerPreferences <</DisplayDocTitle true /PrintScaling /None /Duplex /DuplexFlipShortEdge>>"...)
	} else {
		c = append(c, " /ViewerPreferences <</DisplayDocTitle true /ViewArea /MediaBox /PrintScaling /None>>"...)
		if o.Profile != nil {
			claims = claim{print: "PDF/X-4", id: l.uuid(o)}
			profile := b.addPacked("/N 4", o.Profile.Data)
			name := textString(o.Profile.Name)
			c = fmt.Appendf(c, " /OutputIntents [<</Type /OutputIntent /S /GTS_PDFX /OutputConditionIdentifier %s /OutputCondition %s /Info %s /DestOutputProfile %d 0 R>>]",
				name, name, name, profile)
		}
	}
	c = fmt.Appendf(c, " /Metadata %d 0 R>>", b.addStream("/Type /Metadata /Subtype /XML", l.xmp(claims)))
	b.put(b.root, c)
	return b.close(b.root, l.writeInfo(b.pdfFile, info))
}

// WriteCover writes the cover apart: its outer sides on one sheet and its inner sides on another, with a spine as wide as the leaves are thick.
func (l *Layout) WriteCover(w io.Writer, o Order) error {
	sides := l.sides()
	spine := l.Spine(o)
	leaves := append(l.copies(sides[:]), l.backbone(spine))
	b, err := l.newPress(w, leaves, o.Profile)
	if err != nil {
		return err
	}
	width, height := 2*l.Width+spine+2*slug, l.Height+2*slug
	trim := [4]float64{slug, slug, width - slug, height - slug}
	fold := (trim[0] + trim[2]) / 2
	contents := b.plates(leaves, "")
	marks := registerMarks(cropMarks([]byte(restored+registration), trim, markStart, markEnd), trim)
	marks = append(marks, "[3 2] 0 d\n"...)
	for _, x := range []float64{fold - spine/2, fold + spine/2} {
		marks = appendMark(marks, x, trim[1]-markEnd, x, trim[1]-markStart)
		marks = appendMark(marks, x, trim[3]+markStart, x, trim[3]+markEnd)
	}
	after := b.addPacked("", append(marks, restored...))
	var pages []int
	for _, pair := range [][2]int{{3, 0}, {1, 2}} {
		parts := []int{b.addPacked("", b.spineGround(leaves[pair[0]], leaves[pair[1]], fold, spine, trim))}
		for i, side := range pair {
			clip := [4]float64{trim[0] - bleed, trim[1] - bleed, fold - spine/2, trim[3] + bleed}
			x := trim[0]
			if i == 1 {
				clip[0], clip[2] = fold+spine/2, trim[2]+bleed
				x = clip[0]
			}
			parts = append(parts, b.addPacked("", movedTo(clip, x, trim[1])))
			if p := leaves[side]; p != nil {
				for _, n := range []int{b.masters[p.Master], contents[side]} {
					if n > 0 {
						parts = append(parts, n)
					}
				}
			}
			if i == 0 {
				parts = append(parts, b.addPacked("", []byte(restored)))
			}
		}
		if n := contents[len(sides)]; n > 0 && pair[0] == 3 {
			place := fmt.Appendf([]byte(restored), "q 1 0 0 1 %.2f %.2f cm\n", fold-spine/2, trim[1])
			parts = append(parts, b.addPacked("", place), n)
		}
		pages = append(pages, b.addf("<</Type /Page /Parent %d 0 R /Resources %d 0 R %s /Contents [%s]>>", b.root+1, b.resources, boxes(width, height, trim), references(append(parts, after))))
	}
	return b.finish(pages, o, l.Meta.Title+" – bìa")
}

// Spine is how wide the spine is, in points: nothing for a book that is stapled through the fold.
func (l *Layout) Spine(o Order) float64 {
	pages := len(l.bound(true))
	if pages <= mostInOne {
		return 0
	}
	return math.Round(o.thickness(pages)/mm*10) / 10 * mm
}

// backbone is the title down the spine, nil if the spine is too narrow for it.
func (l *Layout) backbone(spine float64) *Page {
	const narrowest, margin = 5 * mm, 20 * mm
	if spine < narrowest {
		return nil
	}
	face := l.faces[Display]
	text := shown(clean(l.Meta.Title))
	size := min(spine*0.55, 13, (l.Height-2*margin)/face.width(text, 1, 0))
	width := face.width(text, size, 0)
	return &Page{Ops: []Op{{Kind: OpText, Face: Display, Size: size, Colour: spineGold, X: (spine - face.cap*size) / 2, Y: (l.Height - width) / 2, Wide: width,
		Text: text, Shape: &Shape{Turn: 90}}}}
}

// spineGold is the cover's gold.
var spineGold = Colour{0xE2, 0xC4, 0x7E}

// spineGround fills the spine with what both sides beside it stand on.
func (b *binder) spineGround(left, right *Page, fold, spine float64, trim [4]float64) []byte {
	if left == nil || right == nil || left.Master != right.Master || spine == 0 {
		return []byte("\n")
	}
	for _, o := range b.Masters[left.Master] {
		if o.Kind == OpFill && o.Colour != b.paperColour() {
			k := b.inks(o.Colour, &o)
			return fmt.Appendf(nil, "q %.2f %.2f %.2f %.2f k %.2f %.2f %.2f %.2f re f Q\n", float64(k.C)/100, float64(k.M)/100, float64(k.Y)/100, float64(k.K)/100,
				fold-spine/2-0.1, trim[1]-bleed, spine+0.2, trim[3]-trim[1]+2*bleed)
		}
	}
	return []byte("\n")
}

// uuid names a print file, as the standard asks: the same booklet printed in the same way has the same name.
func (l *Layout) uuid(o Order) string {
	sum := sha256.Sum256(fmt.Appendf(nil, "%s\n%s\n%d\n%t\n%d", l.Meta.Title, l.Meta.Date, o.Edition, o.Apart, len(l.Pages)))
	sum[6], sum[8] = sum[6]&0x0f|0x50, sum[8]&0x3f|0x80
	return fmt.Sprintf("%x-%x-%x-%x-%x", sum[0:4], sum[4:6], sum[6:8], sum[8:10], sum[10:16])
}

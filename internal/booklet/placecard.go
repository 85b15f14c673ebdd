package booklet

import (
	"fmt"
	"math"
	"strings"

	"bangvang/internal/diag"
	"bangvang/internal/edition"
)

// A sheet of cards is A4, printed on one side. Each card is as wide as the folded one and twice as high, and stands on the table folded.
const (
	cardEdge   = 10 * mm // of the sheet, that printers leave blank
	cardInside = 6 * mm  // of a card's side, without text
	cardFoot   = 7 * mm  // room for what the sheet says of itself
	cardMark   = 4 * mm  // length of a mark
	cardGap    = 1 * mm  // between a card and its marks
)

// LayPlaceCards sets cards on sheets. What has no room on its card even in small type is a problem of its record.
func LayPlaceCards(c *edition.PlaceCards, fonts Fonts) (*Papers, []diag.Problem, error) {
	s, err := newPaperSetter(c.Paper, fonts)
	if err != nil {
		return nil, nil, err
	}
	width, height := c.Width*mm, 2*c.Height*mm
	columns := max(int((proofWidth-2*cardEdge+slack)/width), 1)
	rows := max(int((proofHeight-2*cardEdge-cardFoot+slack)/height), 1)
	left, above := (proofWidth-float64(columns)*width)/2, (proofHeight-cardFoot-float64(rows)*height)/2
	perSheet := columns * rows
	sheets := (len(c.Cards) + perSheet - 1) / perSheet
	for n := range sheets {
		var page Page
		for i := range min(perSheet, len(c.Cards)-n*perSheet) {
			s.card(&page, c, &c.Cards[n*perSheet+i], Point{left + float64(i%columns)*width, above + float64(i/columns)*height})
		}
		s.cardMarks(&page, left, above, width, height, columns, rows)
		text := fmt.Sprintf("%s · %s · %s · %s %d/%d · %s", c.Private, c.Title, c.Dated, c.Page, n+1, sheets, c.How)
		style := s.style(Sans, 6.5)
		for style.Size > 5 && s.faces[Sans].width(text, style.Size, 0) > proofWidth-2*cardEdge {
			style.Size -= 0.25
		}
		page.Ops = append(page.Ops, s.cut(style, text, cardEdge, proofHeight-cardEdge, proofWidth-2*cardEdge))
		s.add(page, Size{proofWidth, proofHeight}, "", "")
	}
	return s.done()
}

// card sets both sides of a card: the one before the reader below the fold, and the other one, head down, above it.
func (s *paperSetter) card(page *Page, c *edition.PlaceCards, k *edition.PlaceCard, at Point) {
	s.place = k.Place
	w, h := c.Width*mm, c.Height*mm
	var ops []Op
	if k.Sample != "" {
		for _, o := range across(s.faces[Display], k.Sample, w, h, 0.6*h, s.tint, s.pal.Paper) {
			o.Role = Ornament
			ops = append(ops, o)
		}
	}
	ops = append(ops, s.side(k, w, h)...)
	middle := Point{at.X + w/2, at.Y + h} // the fold's
	for _, o := range ops {
		page.Ops = append(page.Ops, o.moved(at.X, at.Y+h))
	}
	for _, o := range ops {
		page.Ops = append(page.Ops, o.moved(at.X, at.Y+h).turnedRound(middle))
	}
}

// What is smaller is not read across a table, or not at all.
const (
	cardNameLeast = 11
	cardLeast     = 8
	cardLegible   = 18 // of a name: what is smaller is told
)

// cardScales are how large a card's texts are tried, one after the other, until all of them have room.
var cardScales = []float64{1, 0.9, 0.8, 0.7, 0.6}

// side sets what one side of a card says, in the middle of it: the name in one line as large as there is room, or in more.
func (s *paperSetter) side(k *edition.PlaceCard, w, h float64) []Op {
	full := min(0.2*h, 0.115*w)
	var set cardSide
	for _, scale := range cardScales {
		if set = s.sideAt(k, w, h, full*scale); set.wrong == "" {
			break
		}
	}
	if set.wrong != "" {
		s.problems.Add(PaperOverfull, k.Place, fmt.Sprintf("%q không vừa thẻ %s × %s mm: %s", excerpt(k.Name), decimal(w/mm), decimal(h/mm), set.wrong), "tăng place_cards trong data/ceremony.yaml")
	}
	if set.size < min(full, cardLegible) {
		s.papers.Squeezed = append(s.papers.Squeezed, Squeezed{k.Place, k.ID, "Thẻ", k.Name, set.size, full, set.lines})
	}
	return set.ops
}

// fitPhrased sets a text whose lines end where its phrases do, at its commas if it is still read then across a table. If phrases have no room,
// its words stand as they fit.
func (s *paperSetter) fitPhrased(f *edition.StockField, text string) fitting {
	phrases := edition.Phrases(clean(text))
	got := s.fit(f, unparted(phrases, " "))
	if got.wrong != "" {
		return s.fit(f, text)
	}
	if f.Wrap || len(got.lines) < 2 {
		return got
	}
	parts := strings.SplitAfter(clean(text), ", ")
	if at := s.fit(f, unparted(parts, "")); at.wrong == "" && len(at.lines) == len(got.lines) && (at.size >= cardLegible || at.size >= got.size) {
		return at
	}
	return got
}

// unparted joins parts so that lines end between them only.
func unparted(parts []string, by string) string {
	var out []string
	for _, p := range parts {
		rest := strings.TrimRight(p, " ")
		out = append(out, strings.ReplaceAll(rest, " ", "\u00a0")+p[len(rest):])
	}
	return strings.Join(out, by)
}

// cardSide is one side of a card with the name in a size.
type cardSide struct {
	ops   []Op
	size  float64 // of the name
	lines int     // of the name
	wrong string  // what is lacking; "" if all has room
}

func (s *paperSetter) sideAt(k *edition.PlaceCard, w, h, full float64) (out cardSide) {
	var p piece
	y := 0.0
	for i, part := range []struct {
		text, face  string
		size, least float64
		lines       int
	}{
		{k.Name, "display", max(full, cardNameLeast), max(0.6*full, cardNameLeast), 3},
		{k.Position, "regular", max(0.42*full, cardLeast), max(0.3*full, cardLeast), 4},
		{k.Unit, "italic", max(0.42*full, cardLeast), max(0.3*full, cardLeast), 4},
	} {
		if part.text == "" {
			continue
		}
		f := edition.StockField{Width: (w - 2*cardInside) / mm, Align: "center", Face: part.face, Size: part.size, Least: part.least, Lines: part.lines,
			Leading: 1.22 * part.size, Wrap: i > 0}
		got := s.fitPhrased(&f, part.text)
		if got.wrong != "" {
			out.wrong = got.wrong
		}
		if i == 0 {
			out.size, out.lines = got.size, len(got.lines)
		} else {
			y += 0.12 * full
		}
		y = p.put(got.lines, cardInside, y, got.leading, &s.pal)
	}
	if over := y - (h - 2*cardInside); over > 0 && out.wrong == "" {
		out.wrong = fmt.Sprintf("cao hơn thẻ %s mm", decimal(math.Ceil(over/mm*10)/10))
	}
	for i := range p.ops {
		p.ops[i] = p.ops[i].moved(0, (h-y)/2)
	}
	out.ops = p.ops
	return out
}

// turnedRound gives an operation turned by half a circle round a point.
func (o Op) turnedRound(at Point) Op {
	o.X, o.Y = 2*at.X-o.X, 2*at.Y-o.Y
	if o.Shape == nil {
		o.Shape = &Shape{Turn: 180}
		return o
	}
	shape := *o.Shape
	shape.Turn += 180
	shape.Points = make([]Point, len(o.Shape.Points))
	for i, p := range o.Shape.Points {
		shape.Points[i] = Point{-p.X, -p.Y}
	}
	o.Shape = &shape
	return o
}

// cardMarks draws where sheets are cut and, dashed, where cards are folded, outside of the cards.
func (s *paperSetter) cardMarks(page *Page, left, above, width, height float64, columns, rows int) {
	right, below := left+float64(columns)*width, above+float64(rows)*height
	level := func(y float64, dashes int) {
		length := cardMark / float64(2*dashes-1)
		for _, x := range []float64{left - cardGap - cardMark, right + cardGap} {
			for i := range dashes {
				page.Ops = append(page.Ops, rule(x+float64(2*i)*length, y, x+float64(2*i+1)*length, y, 0.4, s.pal.Ink))
			}
		}
	}
	for i := range columns + 1 {
		x := left + float64(i)*width
		page.Ops = append(page.Ops, rule(x, above-cardGap-cardMark, x, above-cardGap, 0.4, s.pal.Ink), rule(x, below+cardGap, x, below+cardGap+cardMark, 0.4, s.pal.Ink))
	}
	for i := range rows + 1 {
		level(above+float64(i)*height, 1)
		if i < rows {
			level(above+(float64(i)+0.5)*height, 3)
		}
	}
}

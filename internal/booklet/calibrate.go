package booklet

import (
	"fmt"
	"strconv"

	"bangvang/internal/diag"
	"bangvang/internal/edition"
)

// Where the marks of a calibration page lie, in millimetres.
const (
	rulerAt  = 10 // from the edges: what lies further out many printers leave blank
	crossAt  = 20 // of the crosses in the corners, from both edges
	crossArm = 6
	gridStep = 10
)

// LayCalibration sets one page for each stock: rulers, crosses at known places and the box of each field, moved as certificates are. Laid over
// the stock against the light it shows by how much a printer is out, and which field does not meet its line.
func LayCalibration(c *edition.Certificates, fonts Fonts, right, down float64) (*Papers, []diag.Problem, error) {
	s, err := newPaperSetter(c.Paper, fonts)
	if err != nil {
		return nil, nil, err
	}
	for i := range c.Stocks {
		stock := &c.Stocks[i]
		s.place = stock.Place
		var page Page
		s.rulers(&page, stock.Width, stock.Height)
		for k := range stock.Fields {
			s.fieldBox(&page, &stock.Fields[k])
		}
		s.guide(&page, c, stock)
		for k := range page.Ops {
			page.Ops[k] = page.Ops[k].moved(right*mm, down*mm)
		}
		s.add(page, Size{stock.Width * mm, stock.Height * mm}, "", "")
	}
	return s.done()
}

// rulers draws a ruler along each of two edges, crosses in the corners and the middle, and a grid of dots.
func (s *paperSetter) rulers(page *Page, width, height float64) {
	add := func(ops ...Op) { page.Ops = append(page.Ops, ops...) }
	ink := s.pal.Ink
	number := s.style(Sans, 6)
	tick := func(n int) float64 {
		switch {
		case n%10 == 0:
			return 4
		case n%5 == 0:
			return 2.6
		}
		return 1.4
	}
	const edge = rulerAt * mm
	add(rule(edge, edge, (width-rulerAt)*mm, edge, hairline, ink), rule(edge, edge, edge, (height-rulerAt)*mm, hairline, ink))
	for n := rulerAt; float64(n) <= width-rulerAt; n++ {
		x := float64(n) * mm
		add(rule(x, rulerAt*mm, x, (rulerAt-tick(n))*mm, hairline, ink))
		if n%10 == 0 && n > rulerAt {
			add(s.fixed(number, strconv.Itoa(n), x-3, (rulerAt+2.6)*mm))
		}
	}
	for n := rulerAt; float64(n) <= height-rulerAt; n++ {
		y := float64(n) * mm
		add(rule(rulerAt*mm, y, (rulerAt-tick(n))*mm, y, hairline, ink))
		if n%10 == 0 && n > rulerAt {
			add(s.fixed(number, strconv.Itoa(n), (rulerAt+0.8)*mm, y+2))
		}
	}
	for x := crossAt + gridStep; float64(x) < width-crossAt; x += gridStep {
		for y := crossAt + gridStep; float64(y) < height-crossAt; y += gridStep {
			add(s.cross(float64(x)*mm, float64(y)*mm, 0.6*mm, s.pal.Hair)...)
		}
	}
	for _, at := range []Point{{crossAt, crossAt}, {width - crossAt, crossAt}, {crossAt, height - crossAt}, {width - crossAt, height - crossAt}, {width / 2, height / 2}} {
		add(s.cross(at.X*mm, at.Y*mm, crossArm*mm, ink)...)
		add(s.onWhite(s.fixed(number, decimal(at.X)+" × "+decimal(at.Y), at.X*mm+3, at.Y*mm-3))...)
	}
}

func (s *paperSetter) cross(x, y, arm float64, c Colour) []Op {
	return []Op{rule(x-arm, y, x+arm, y, hairline, c), rule(x, y-arm, x, y+arm, hairline, c)}
}

// fieldBox draws the room of a field, its baselines, and says what it is.
func (s *paperSetter) fieldBox(page *Page, f *edition.StockField) {
	x, w := f.X*mm, f.Width*mm
	first := top(f, f.Lines, f.Leading)
	above, below := first-0.75*f.Size, first+float64(f.Lines-1)*f.Leading+0.22*f.Size
	page.Ops = append(page.Ops, polyline([]Point{{x, above}, {x + w, above}, {x + w, below}, {x, below}}, true, 0.4, s.pal.Soft))
	for i := range f.Lines {
		y := first + float64(i)*f.Leading
		page.Ops = append(page.Ops, dotted(x, x+w, y, 0.4, 1.6, s.pal.Ink))
	}
	page.Ops = append(page.Ops, s.cross(x, f.Y*mm, 2*mm, s.pal.Ink)...)
	size := decimal(f.Size)
	if f.Least < f.Size {
		size += "–" + decimal(f.Least)
	}
	label := fmt.Sprintf("%s · x %s · y %s · rộng %s · %s pt · %s", f.Name, decimal(f.X), decimal(f.Y), decimal(f.Width), size, lineCount(f.Lines))
	style := s.style(Sans, 6)
	if s.faces[Sans].width(label, style.Size, 0) > w-4 {
		label = fmt.Sprintf("%s · %s, %s", f.Name, decimal(f.X), decimal(f.Y))
	}
	page.Ops = append(page.Ops, s.onWhite(s.cut(style, label, x+2.5, first-0.18*f.Size, w-4))...)
}

// onWhite is a text with nothing under it.
func (s *paperSetter) onWhite(o Op) []Op {
	return []Op{box(o.X-1, o.Y-0.8*o.Size, o.Wide+2, o.Size, s.pal.Paper), o}
}

// guide says what the page is for and how it is read.
func (s *paperSetter) guide(page *Page, c *edition.Certificates, stock *edition.Stock) {
	x, y := (crossAt+crossArm+4)*mm, (rulerAt+7)*mm
	room := (stock.Width-2*(crossAt+crossArm+4))*mm - 2*mm
	title := fmt.Sprintf("%s · %s · %s × %s mm", c.Title, stock.Name, decimal(stock.Width), decimal(stock.Height))
	page.Ops = append(page.Ops, s.cut(s.style(SansBold, 8), title, x, y, room))
	for _, text := range []string{
		"In lên giấy trắng cùng khổ, tỷ lệ 100%, chồng lên phôi và soi. Đo từ mép giấy: chữ thập trên trái phải ở 20 × 20 mm.",
		"Nếu lệch sang trái 1,5 mm và xuống dưới 2 mm: in lại với --nudge 1.5,-2. Ô nào lệch riêng: sửa x, y trong data/certificates.yaml.",
		c.Private + " · " + c.Dated,
	} {
		y += 3.4 * mm
		page.Ops = append(page.Ops, s.cut(s.style(Sans, 6.5), text, x, y, room))
	}
}

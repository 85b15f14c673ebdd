package booklet

import (
	"fmt"
	"math"
	"strings"

	"bangvang/internal/diag"
	"bangvang/internal/edition"
)

// LayCertificates sets one page for each certificate: text alone, where its stock wants it, moved by so many millimetres to the right and down.
// A text that is too long is made smaller and then takes more lines, or the other way round, as its field says; what has no room even so is a
// problem of the award.
func LayCertificates(c *edition.Certificates, fonts Fonts, right, down float64) (*Papers, []diag.Problem, error) {
	s, err := newPaperSetter(c.Paper, fonts)
	if err != nil {
		return nil, nil, err
	}
	for i := range c.Certificates {
		s.certificate(&c.Certificates[i], &c.Stocks[c.Certificates[i].Stock], right*mm, down*mm)
	}
	return s.done()
}

var (
	fieldFaces  = map[string]Face{"regular": Regular, "bold": Bold, "italic": Italic, "bold-italic": BoldItalic, "display": Display}
	fieldAligns = map[string]Align{"left": Ragged, "center": Centred, "right": FlushRight, "justify": Justified}
)

func (s *paperSetter) certificate(c *edition.Certificate, stock *edition.Stock, right, down float64) {
	s.place = c.Place
	var page Page
	ends := make([]int, len(stock.Fields)) // of the field's operations
	for i := range stock.Fields {
		f := &stock.Fields[i]
		if c.Texts[i] != "" {
			got := s.fit(f, c.Texts[i])
			if got.wrong != "" {
				s.overfull(c, fmt.Sprintf("%s: %q không vừa ô %q (%s mm, %s, nhỏ nhất %s pt): %s", c.ID, excerpt(c.Texts[i]), f.Name, decimal(f.Width),
					lineCount(f.Lines), decimal(f.Least), got.wrong), "giảm least, tăng width hoặc lines của ô này, hoặc cho fit: wrap", f.Place)
			}
			if got.size < f.Size || !f.Wrap && len(got.lines) > 1 {
				s.papers.Squeezed = append(s.papers.Squeezed, Squeezed{c.Place, c.ID, f.Name, c.Texts[i], got.size, f.Size, len(got.lines)})
			}
			page.Ops = append(page.Ops, s.placed(f, got, right, down)...)
		}
		ends[i] = len(page.Ops)
	}
	size := Size{stock.Width * mm, stock.Height * mm}
	s.apart(c, stock, page.Ops, ends)
	s.inside(c, page.Ops, size)
	s.add(page, size, c.ID, c.Sample)
}

func (s *paperSetter) overfull(c *edition.Certificate, text, hint string, also ...diag.Place) {
	s.problems.Add(PaperOverfull, c.Place, text, hint, also...)
}

// fitting is a text set in a field.
type fitting struct {
	lines   []line
	size    float64
	leading float64
	wrong   string // how much is lacking; "" if it fits
}

// sizeStep is by how many points at a time a text is made smaller.
const sizeStep = 0.5

// fit sets a text as its field allows.
func (s *setter) fit(f *edition.StockField, text string) fitting {
	var sizes []float64
	for size := f.Size; size > f.Least+1e-9; size -= sizeStep {
		sizes = append(sizes, size)
	}
	sizes = append(sizes, f.Least)
	first := 1
	if f.Wrap {
		first = f.Lines
	}
	for most := first; most <= f.Lines; most++ {
		for _, size := range sizes {
			if got := s.try(f, text, size); got.wrong == "" && len(got.lines) <= most {
				return got
			}
		}
	}
	got := s.try(f, text, f.Least)
	if more := len(got.lines) - f.Lines; more > 0 && got.wrong == "" {
		got.wrong = fmt.Sprintf("cần thêm %s, %s mm", lineCount(more), decimal(float64(more)*got.leading/mm))
	}
	return got
}

// try sets a text in a size; a word that is wider than the field does not fit, as names are never cut.
func (s *setter) try(f *edition.StockField, text string, size float64) fitting {
	style := Style{Face: fieldFaces[f.Face], Size: size}
	got := fitting{size: size, leading: f.Leading * size / f.Size}
	widest := 0.0
	for word := range strings.SplitSeq(hold(clean(text)), " ") {
		widest = max(widest, s.faces[style.Face].width(word, size, 0))
	}
	if over := widest - f.Width*mm; over > slack {
		got.wrong = fmt.Sprintf("có từ rộng hơn ô %s mm", decimal(math.Ceil(over/mm*10)/10))
	}
	got.lines = s.lines(&Paragraph{Runs: of(style, text), Width: f.Width * mm, Align: fieldAligns[f.Align]})
	return got
}

// top is the first baseline of so many lines in a field.
func top(f *edition.StockField, lines int, leading float64) float64 {
	y, rest := f.Y*mm, float64(lines-1)*leading
	switch f.Grow {
	case "up":
		return y - rest
	case "both":
		return y - rest/2
	}
	return y
}

// placed gives the operations of a text in its field.
func (s *paperSetter) placed(f *edition.StockField, got fitting, right, down float64) []Op {
	var p piece
	y := top(f, len(got.lines), got.leading)
	for i := range got.lines {
		p.baseline(&got.lines[i], f.X*mm+right, y+down, &s.pal)
		y += got.leading
	}
	return p.ops
}

// apart tells of fields whose texts lie on one another.
func (s *paperSetter) apart(c *edition.Certificate, stock *edition.Stock, ops []Op, ends []int) {
	var all []bounds
	from := 0
	for _, to := range ends {
		var b bounds
		for i := from; i < to; i++ {
			b.seeText(&ops[i])
		}
		all, from = append(all, b), to
	}
	for i, a := range all {
		for k, b := range all[i+1:] {
			if !a.any || !b.any || a.x1 <= b.x0 || b.x1 <= a.x0 || a.y1 <= b.y0 || b.y1 <= a.y0 {
				continue
			}
			other := &stock.Fields[i+1+k]
			s.overfull(c, fmt.Sprintf("%s: chữ của ô %q và ô %q đè lên nhau %s mm", c.ID, stock.Fields[i].Name, other.Name, decimal(math.Ceil((min(a.y1, b.y1)-max(a.y0, b.y0))/mm*10)/10)),
				"dời một ô, giảm cỡ chữ hoặc đổi grow", stock.Fields[i].Place, other.Place)
		}
	}
}

// seeText takes in a text from the marks on its capitals to those under its letters.
func (b *bounds) seeText(o *Op) {
	b.point(o.X, o.Y-0.9*o.Size)
	b.point(o.X+o.Wide, o.Y+0.23*o.Size)
}

// inside tells of text that leaves the sheet.
func (s *paperSetter) inside(c *edition.Certificate, ops []Op, size Size) {
	var b bounds
	for i := range ops {
		b.seeText(&ops[i])
	}
	if over := max(-b.x0, -b.y0, b.x1-size.W, b.y1-size.H); b.any && over > 0 {
		s.overfull(c, fmt.Sprintf("%s: chữ ra ngoài giấy %s mm", c.ID, decimal(math.Ceil(over/mm*10)/10)), "giảm --nudge, hoặc dời ô trong data/certificates.yaml")
	}
}

// decimal words a measure with at most two decimals.
func decimal(v float64) string {
	s := fmt.Sprintf("%.2f", v)
	return strings.Replace(strings.TrimRight(strings.TrimRight(s, "0"), "."), ".", ",", 1)
}

func lineCount(n int) string { return fmt.Sprintf("%02d dòng", n) }

package booklet

import (
	"fmt"
	"io"

	"bangvang/internal/diag"
	"bangvang/internal/edition"
)

// PaperOverfull is the rule that what is printed on the ceremony's papers has room.
var PaperOverfull = &diag.Rule{
	ID:    "paper-overfull",
	Title: "Chữ in trên bằng khen, giấy khen, thẻ để bàn phải nằm vừa ô của nó, không đè lên ô khác và không ra ngoài giấy.",
	Wrong: "least: 20 … tên rất dài không vừa ô",
	Right: "least: 14 hoặc lines: 2",
}

// PaperRules are the rules that the ceremony's papers are held to.
func PaperRules() []*diag.Rule { return []*diag.Rule{PaperOverfull} }

// Papers is one of the ceremony's papers as it will be seen. Its pages may be of several sizes; the layout's is the largest of them.
type Papers struct {
	Layout
	Sizes    []Size   // by page
	IDs      []string // by page, of the award that a certificate is for; "" of other pages
	Squeezed []Squeezed
}

// Size is how large a page is, in points.
type Size struct{ W, H float64 }

// Squeezed is a text that had to be made smaller or to take more lines than one.
type Squeezed struct {
	Place diag.Place
	ID    string
	Field string
	Text  string
	Size  float64 // points, as it is set
	Full  float64 // points, as it should be
	Lines int
}

// paperSetter sets the ceremony's papers: black on white, in ink that is black alone.
type paperSetter struct {
	setter
	papers *Papers
	pal    palette
	marked map[Size]int // the master of samples, by size
	tint   Colour       // of the words across samples
}

// newPaperSetter begins papers.
func newPaperSetter(of edition.Paper, fonts Fonts) (*paperSetter, error) {
	faces, err := loadFonts(fonts)
	if err != nil {
		return nil, err
	}
	white, black, grey := Colour{255, 255, 255}, Colour{}, Colour{0x66, 0x66, 0x66}
	s := &paperSetter{setter: setter{faces: faces}, papers: &Papers{}, marked: map[Size]int{}, tint: sampleTint,
		pal: palette{Paper: white, Ink: black, Soft: grey, Red: black, Gold: grey, Hair: Colour{0xAA, 0xAA, 0xAA}}}
	s.place = of.Place
	l := &s.papers.Layout
	l.faces, l.Anchors = faces, map[string]Spot{}
	l.Masters = [][]Op{{box(0, 0, 1, 1, white)}} // nothing of it is printed: the paper's colour
	l.Meta = Meta{Title: clean(of.Title + " (" + of.Private + ")"), Author: clean(of.Author), Subject: clean(of.Campaign), Lang: of.Lang, Date: of.Created}
	return s, nil
}

// add puts a page of a size after the others. words, if any, stand across it.
func (s *paperSetter) add(page Page, size Size, id, words string) {
	p := s.papers
	p.Width, p.Height = max(p.Width, size.W), max(p.Height, size.H)
	if words != "" {
		page.Master = s.sample(size, words)
	}
	page.Label = arabic(len(p.Pages))
	p.Pages, p.Sizes, p.IDs = append(p.Pages, page), append(p.Sizes, size), append(p.IDs, id)
}

// How dark the words across a sample are: not to be overlooked, and all that is set on them is read. A sheet that is worked with is lighter.
var (
	sampleTint  = Colour{0xD2, 0xD2, 0xD2}
	workingTint = Colour{0xE4, 0xE4, 0xE4}
)

// sample gives the master that has words across a page of a size.
func (s *paperSetter) sample(size Size, words string) int {
	if n, known := s.marked[size]; known {
		return n
	}
	l := &s.papers.Layout
	n := len(l.Masters)
	l.Masters = append(l.Masters, append([]Op{l.Masters[0][0]}, across(s.faces[Display], words, size.W, size.H, 0.4*min(size.W, size.H), s.tint, s.pal.Paper)...))
	s.marked[size] = n
	return n
}

// done gives the papers and what is wrong with them.
func (s *paperSetter) done() (*Papers, []diag.Problem, error) {
	return s.papers, s.problems.Sorted(), nil
}

// fixed is a text of one line at a place.
func (s *paperSetter) fixed(style Style, text string, x, y float64) Op {
	text = clean(text)
	w, whole := s.faces[style.Face].measure(text, style.Size, style.Tracking)
	if !whole {
		s.missing(style.Face, text)
	}
	return Op{Kind: OpText, Role: Furniture, Face: style.Face, Size: style.Size, Colour: style.Colour, Tracking: style.Tracking, X: x, Y: y, Wide: w, Text: shown(text)}
}

// cut is fixed for a text that is shortened to a width.
func (s *paperSetter) cut(style Style, text string, x, y, most float64) Op {
	text = clean(text)
	if face := s.faces[style.Face]; face.width(text, style.Size, style.Tracking) > most {
		text = text[:face.fits(text, style.Size, style.Tracking, max(most-face.width("…", style.Size, 0), 0))] + "…"
	}
	return s.fixed(style, text, x, y)
}

// edges says above and below what stands on a page what it is, that it is private, of which day, and which page.
func (s *paperSetter) edges(page *Page, left, measure, height float64, of edition.Paper, folio string) {
	const headLine = 14 * mm
	footLine := height - 10*mm
	small := s.style(Regular, 10.5)
	w := s.faces[Regular].width(folio, small.Size, 0)
	page.Ops = append(page.Ops,
		s.cut(s.style(Bold, 10.5), of.Private+" · "+of.Title, left, headLine, measure-w-12),
		s.fixed(small, folio, left+measure-w, headLine),
		rule(left, headLine+4, left+measure, headLine+4, 0.6, s.pal.Ink),
		s.cut(s.style(Regular, 9), of.Dated+" · "+of.Campaign, left, footLine, measure))
}

// style is black text.
func (s *paperSetter) style(f Face, size float64) Style {
	return Style{Face: f, Size: size, Colour: s.pal.Ink}
}

// Only gives the papers with one of their pages.
func (p *Papers) Only(page int) *Papers {
	one := *p
	one.Pages, one.Sizes, one.IDs = p.Pages[page:page+1], p.Sizes[page:page+1], p.IDs[page:page+1]
	one.Width, one.Height = one.Sizes[0].W, one.Sizes[0].H
	return &one
}

// Write writes the papers for an office printer or a printing house: in their own sizes, in black ink alone, without marks around them.
func (p *Papers) Write(w io.Writer) error {
	leaves := make([]*Page, len(p.Pages))
	for i := range p.Pages {
		leaves[i] = &p.Pages[i]
	}
	b, err := p.newPrinter(w, leaves)
	if err != nil {
		return err
	}
	contents := b.plates(leaves, "")
	end := b.addPacked("", []byte(restored))
	begin := map[float64]int{}
	pages := make([]int, len(leaves))
	for i, leaf := range leaves {
		size := p.Sizes[i]
		if begin[size.H] == 0 { // all pages are drawn as high as the highest
			begin[size.H] = b.addPacked("", fmt.Appendf(nil, "q 1 0 0 1 0 %.2f cm\n", size.H-p.Height))
		}
		parts := []int{begin[size.H]}
		for _, n := range []int{b.masters[leaf.Master], contents[i]} {
			if n > 0 {
				parts = append(parts, n)
			}
		}
		pages[i] = b.addf("<</Type /Page /Parent %d 0 R /Resources %d 0 R /MediaBox [0 0 %.2f %.2f] /TrimBox [0 0 %.2f %.2f] /Contents [%s]>>",
			b.root+1, b.resources, size.W, size.H, size.W, size.H, references(append(parts, end)))
	}
	return b.finish(pages, Order{Edition: Press}, p.Meta.Title)
}

package booklet

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strconv"
	"unicode/utf8"

	"bangvang/internal/diag"
)

// Rules of print.
var (
	// ImageCoarse is the rule that a picture has enough dots where it is placed.
	ImageCoarse = &diag.Rule{
		ID: "image-coarse", Severity: diag.Warning,
		Title: "Ảnh phải đủ điểm ở cỡ đặt trong kỷ yếu: 300 điểm/inch để in, 150 để xem trên màn hình",
		Wrong: "photo: {file: dien-hinh/anh-nho.jpg} # 200 × 150 điểm, đặt rộng 32 mm",
		Right: "photo: {file: dien-hinh/anh-goc.jpg} # 1200 × 900 điểm",
	}
	// TextTiny is the rule that text can be read on paper.
	TextTiny = &diag.Rule{
		ID: "text-tiny", Severity: diag.Warning,
		Title: "Chữ trong kỷ yếu không được nhỏ hơn 5 điểm chữ (pt)",
		Wrong: "nhãn biểu đồ 4 pt",
		Right: "nhãn biểu đồ 7 pt",
	}
	// InkHeavy is the rule that no place takes more ink than paper holds.
	InkHeavy = &diag.Rule{
		ID: "ink-heavy", Severity: diag.Warning,
		Title: "Tổng lượng mực ở một chỗ không được quá 300%",
		Wrong: "màu nền C100 M100 Y100 K50 (350%)",
		Right: "màu nền C20 M100 Y100 K40 (260%)",
	}
)

// Report is what a printing house, or whoever prints, asks of a file. Lengths are millimetres, sizes of text and lines points.
type Report struct {
	Edition      string      `json:"edition"` // screen, press or sheets
	Title        string      `json:"title"`
	Standards    []string    `json:"standards"`
	Pages        int         `json:"pages"`  // of the book
	Sheets       int         `json:"sheets"` // of paper, both sides printed; 0 on a screen
	Added        []int       `json:"pages_added"`
	Blank        []int       `json:"pages_blank"` // all that have nothing on them, counted in the file from 1
	Signatures   int         `json:"signatures"`
	PerSignature int         `json:"pages_per_signature"`
	Creep        float64     `json:"creep_mm"`
	Spine        float64     `json:"spine_mm"`
	Boxes        []BoxSize   `json:"boxes"`
	Fonts        []FontUse   `json:"fonts"`
	Missing      []string    `json:"missing_glyphs"`
	Images       []ImageUse  `json:"images"`
	Inks         []InkUse    `json:"inks"`
	MostInk      int         `json:"most_ink_percent"`
	Profile      string      `json:"icc_profile"`
	SeparatedBy  string      `json:"separated_by"` // profile, or FOGRA39 without a profile whose table can be read
	ThinnestLine float64     `json:"thinnest_line_pt"`
	Raised       int         `json:"lines_made_thicker"`
	SmallestText *TextUse    `json:"smallest_text"`
	Names        int         `json:"names"`
	Shrunk       int         `json:"names_shrunk"` // never: a long name goes on in another line
	Wrapped      []NameLines `json:"names_wrapped"`
}

// BoxSize is one of the boxes of a page.
type BoxSize struct {
	Name   string  `json:"name"` // media, bleed, trim; cover is all of it, unfolded
	Width  float64 `json:"width_mm"`
	Height float64 `json:"height_mm"`
}

// FontUse is a face in the file.
type FontUse struct {
	Name       string `json:"name"`
	Embedded   bool   `json:"embedded"`
	Characters int    `json:"characters"`
}

// ImageUse is a picture where it is placed.
type ImageUse struct {
	File   string  `json:"file"`
	Page   string  `json:"page"`
	Width  float64 `json:"width_mm"`
	Height float64 `json:"height_mm"`
	DPI    int     `json:"dpi"`
}

// InkUse is a colour of the design and what it is printed with.
type InkUse struct {
	Colour  string `json:"colour"` // #rrggbb
	Cyan    uint8  `json:"c"`
	Magenta uint8  `json:"m"`
	Yellow  uint8  `json:"y"`
	Black   uint8  `json:"k"`
	Thin    bool   `json:"thin_lines"` // of lines below a point, which take two inks at most
}

// TextUse is a text on a page.
type TextUse struct {
	Size float64 `json:"size_pt"`
	Text string  `json:"text"`
	Page string  `json:"page"`
}

// NameLines is a name that takes more than one line.
type NameLines struct {
	Name  string `json:"name"`
	Page  string `json:"page"`
	Lines int    `json:"lines"`
}

const (
	leastPrintDots  = 300
	leastScreenDots = 150
	leastText       = 5.0
)

// Preflight judges the layout as it is ordered.
func (l *Layout) Preflight(o Order) (*Report, []diag.Problem) {
	r := &Report{Title: l.Meta.Title, Standards: []string{}, Added: []int{}, Blank: []int{}, Fonts: []FontUse{}, Missing: []string{}, Images: []ImageUse{},
		Inks: []InkUse{}, Wrapped: []NameLines{}}
	p := &inspector{Layout: l, order: o, report: r, scale: 1, seen: map[Colour]bool{}, thin: map[Colour]bool{}, names: map[int32]*nameSeen{}}
	pages := p.paginate()
	masters := l.Masters
	if o.Edition != Screen {
		masters = make([][]Op, len(l.Masters))
		for i := range masters {
			masters[i] = l.onPaper(l.Masters[i])
		}
	}
	if o.Edition == Press && o.Apart {
		sides := l.sides()
		pages = append(pages, sides[:]...)
	}
	all := append(p.beside, masters...)
	for _, page := range pages {
		if page != nil {
			all = append(all, page.Ops)
		}
	}
	p.fonts(all)
	for _, ops := range masters {
		p.inspect("", ops)
	}
	for _, page := range pages {
		if page != nil {
			p.inspect(page.Label, page.Ops)
		}
	}
	p.inks()
	p.wrapped()
	return r, p.problems.Sorted()
}

// inspector looks at operations one after the other.
type inspector struct {
	*Layout
	order    Order
	report   *Report
	problems diag.List
	scale    float64         // of what is placed
	least    float64         // lines are made as thick as this, before they are scaled
	beside   [][]Op          // what the file has outside the trimmed pages
	lacking  [faceCount]bool // faces that lack a character
	seen     map[Colour]bool
	thin     map[Colour]bool // of thin lines
	names    map[int32]*nameSeen
	blocks   []int32
}

type nameSeen struct {
	text, page string
	lines      int
	y          float64
}

// paginate counts pages, blanks and sheets, and gives the pages of the file.
func (p *inspector) paginate() []*Page {
	r, l := p.report, p.Layout
	var pages []*Page
	switch p.order.Edition {
	case Screen:
		r.Edition, r.Standards = "screen", []string{"PDF/A-2b", "PDF/UA-1"}
		for i := range l.Pages {
			pages = append(pages, &l.Pages[i])
		}
		r.Boxes = []BoxSize{p.box("media", l.Width, l.Height), p.box("trim", l.Width, l.Height)}
	case Press:
		r.Edition, p.least = "press", hairline
		pages = l.bound(p.order.Apart)
		for _, page := range pages {
			if page != nil {
				p.beside = append(p.beside, l.slugLine(page))
			}
		}
		r.Sheets = len(pages) / 2
		r.Boxes = []BoxSize{p.box("media", l.Width+2*slug, l.Height+2*slug), p.box("bleed", l.Width+2*bleed, l.Height+2*bleed), p.box("trim", l.Width, l.Height)}
		if p.order.Apart {
			r.Spine = math.Round(l.Spine(p.order)/mm*10) / 10
			if title := l.backbone(l.Spine(p.order)); title != nil {
				p.beside = append(p.beside, title.Ops)
			}
			r.Boxes = append(r.Boxes, p.box("cover", 2*l.Width+l.Spine(p.order), l.Height))
		}
		if p.order.Profile != nil {
			r.Profile, r.Standards = p.order.Profile.Name, []string{"PDF/X-4"}
		}
	case Sheets:
		r.Edition, p.scale, p.least = "sheets", reduced, hairline/reduced
		pages = l.bound(p.order.Apart)
		gathered := p.order.gathered(len(pages))
		sides := imposed(len(pages), gathered)
		for i := range sides {
			p.beside = append(p.beside, l.instructions(sides, i))
		}
		r.Sheets, r.Signatures, r.PerSignature = len(sides)/2, sides[len(sides)-1].signature+1, min(gathered, len(pages))
		r.Creep = math.Round(float64(min(gathered, len(pages))/4-1)*p.order.leaf()/mm*100) / 100
		r.Boxes = []BoxSize{p.box("media", sheetWidth, sheetHeight), p.box("trim", 2*l.Width*reduced, l.Height*reduced)}
	}
	r.Pages = len(pages)
	for i, page := range pages {
		if page == nil {
			r.Added = append(r.Added, i+1)
		}
		if page == nil || len(page.Ops) == 0 && page.Master == paperMaster {
			r.Blank = append(r.Blank, i+1)
		}
	}
	return pages
}

func (p *inspector) box(name string, w, h float64) BoxSize {
	return BoxSize{name, math.Round(w/mm*10) / 10, math.Round(h/mm*10) / 10}
}

func (p *inspector) inspect(page string, ops []Op) {
	r := p.report
	for i := range ops {
		o := &ops[i]
		switch {
		case o.thin():
			p.thin[o.Colour] = true
		case o.Kind != OpImage:
			p.seen[o.Colour] = true
		}
		switch o.Kind {
		case OpText:
			p.text(page, o)
		case OpStroke:
			if o.Shape.Width < p.least {
				r.Raised++
			}
			width := max(o.Shape.Width, p.least) * p.scale
			if r.ThinnestLine == 0 || width < r.ThinnestLine {
				r.ThinnestLine = math.Round(width*100) / 100
			}
		case OpImage:
			p.image(page, o)
		}
	}
}

func (p *inspector) text(page string, o *Op) {
	r := p.report
	if size := math.Round(o.Size*p.scale*10) / 10; r.SmallestText == nil || size < r.SmallestText.Size {
		r.SmallestText = &TextUse{size, excerpt(o.Text), page}
		if size < leastText {
			p.problems.Add(TextTiny, diag.Place{}, fmt.Sprintf("chữ %s pt ở trang %s: “%s”", points(size), page, excerpt(o.Text)), "rút gọn chữ, hoặc đặt hình rộng hơn")
		}
	}
	if c, missing := p.missing(o); missing {
		r.Missing = append(r.Missing, fmt.Sprintf("%s U+%04X (tr. %s)", faceNames[o.Face], c, page))
	}
	if o.Face != Bold || o.Tag != TagListText || o.Size != nameSize && o.Size != proofSize {
		return
	}
	n := p.names[o.Block]
	if n == nil {
		n = &nameSeen{page: page, y: math.Inf(-1)}
		p.names[o.Block] = n
		p.blocks = append(p.blocks, o.Block)
	}
	if o.Y != n.y {
		n.lines++
		n.y = o.Y
	}
	n.text += " " + o.Text
}

func (p *inspector) missing(o *Op) (rune, bool) {
	if !p.lacking[o.Face] {
		return 0, false
	}
	return p.faces[o.Face].missing(o.Text)
}

func (p *inspector) image(page string, o *Op) {
	m := &p.Images[o.Shape.Image]
	w, h := o.Shape.W*p.scale, o.Shape.H*p.scale
	if m.PixelWidth == 0 || w <= 0 || h <= 0 {
		return
	}
	dots := int(math.Round(min(float64(m.PixelWidth)/w, float64(m.PixelHeight)/h) * 72))
	p.report.Images = append(p.report.Images, ImageUse{m.File, page, math.Round(w/mm*10) / 10, math.Round(h/mm*10) / 10, dots})
	least := leastScreenDots
	if p.order.Edition == Press {
		least = leastPrintDots
	}
	if dots < least-1 { // rounding of pixels aside
		p.problems.Add(ImageCoarse, diag.Place{File: "content/" + m.File},
			fmt.Sprintf("ảnh chỉ có %d điểm/inch ở cỡ %s × %s mm (trang %s), cần %d", dots, millimetres(w), millimetres(h), page, least), "dùng ảnh gốc lớn hơn")
	}
}

func (p *inspector) fonts(all [][]Op) {
	for f, chars := range used(all) {
		if len(chars) > 0 {
			p.report.Fonts = append(p.report.Fonts, FontUse{faceNames[f], true, len(chars)})
			_, p.lacking[f] = p.faces[f].missing(string(chars))
		}
	}
}

func (p *inspector) inks() {
	if p.order.Edition != Press {
		return
	}
	s := newSeparation(p.paperColour(), p.order.Profile)
	p.report.SeparatedBy = "FOGRA39"
	if p.order.Profile != nil && p.order.Profile.look() != nil {
		p.report.SeparatedBy = "profile"
	}
	use := func(c Colour, k ink, thin bool) {
		if k != (ink{}) {
			p.report.Inks = append(p.report.Inks, InkUse{fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B), k.C, k.M, k.Y, k.K, thin})
			p.report.MostInk = max(p.report.MostInk, k.total())
		}
	}
	for _, c := range byValue(p.seen) {
		use(c, s.of(c), false)
	}
	for _, c := range byValue(p.thin) {
		if k := s.ofThin(c); !p.seen[c] || k != s.of(c) {
			use(c, k, true)
		}
	}
	if p.report.MostInk > inkLimit {
		p.problems.Add(InkHeavy, diag.Place{}, fmt.Sprintf("tổng lượng mực %d%%", p.report.MostInk), "chọn màu nhạt hơn")
	}
}

// byValue gives the colours of a set in order.
func byValue(set map[Colour]bool) []Colour {
	var out []Colour
	for c := range set {
		out = append(out, c)
	}
	slices.SortFunc(out, func(a, b Colour) int { return cmp.Or(int(a.R)-int(b.R), int(a.G)-int(b.G), int(a.B)-int(b.B)) })
	return out
}

// wrapped lists the names that take more than one line, those of most lines first.
func (p *inspector) wrapped() {
	for _, block := range p.blocks {
		n := p.names[block]
		p.report.Names++
		if n.lines > 1 {
			p.report.Wrapped = append(p.report.Wrapped, NameLines{n.text[1:], n.page, n.lines})
		}
	}
	slices.SortStableFunc(p.report.Wrapped, func(a, b NameLines) int {
		return cmp.Or(b.Lines-a.Lines, utf8.RuneCountInString(b.Name)-utf8.RuneCountInString(a.Name))
	})
}

func millimetres(v float64) string { return points(math.Round(v/mm*10) / 10) }

// points writes a number as Vietnamese does.
func points(v float64) string {
	b := []byte(strconv.FormatFloat(v, 'f', -1, 64))
	for i := range b {
		if b[i] == '.' {
			b[i] = ','
		}
	}
	return string(b)
}

package booklet

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"math"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"bangvang/internal/diag"
	"bangvang/internal/edition"
)

func aPaper(title string) edition.Paper {
	return edition.Paper{Title: title, Private: "NỘI BỘ", Dated: "Dữ liệu đến ngày 15/01/2019", Occasion: "Lễ minh họa, ngày 02/01/2019", Campaign: "Đợt thi đua minh họa",
		Author: "Ủy ban nhân dân thành phố Minh Họa", Lang: "vi", Created: "2019-01-15T08:00:00+07:00"}
}

// onStock is a certificate of one name on a sheet of one field.
func onStock(f edition.StockField, texts ...string) *edition.Certificates {
	c := &edition.Certificates{Paper: aPaper("Giấy khen"), Stocks: []edition.Stock{{Name: "Giấy khen", Width: 297, Height: 210, Fields: []edition.StockField{f}}}}
	for i, text := range texts {
		c.Certificates = append(c.Certificates, edition.Certificate{Place: diag.Place{File: "data/awards/x.yaml", Line: int32(i + 1)}, ID: fmt.Sprintf("x-%03d", i+1), Name: text, Texts: []string{text}})
	}
	return c
}

// nameField is a field as data has it.
func nameField() edition.StockField {
	return edition.StockField{Name: "Họ và tên", X: 40, Y: 100, Width: 200, Size: 26, Least: 18, Leading: 31.2, Lines: 2, Align: "center", Face: "bold", Grow: "down"}
}

func certificates(t testing.TB, c *edition.Certificates, right, down float64) (*Papers, []diag.Problem) {
	t.Helper()
	p, problems, err := LayCertificates(c, testFonts(t), right, down)
	if err != nil {
		t.Fatal(err)
	}
	return p, problems
}

// textOps are the operations of a page that are text.
func textOps(p *Page) []Op {
	var out []Op
	for _, o := range p.Ops {
		if o.Kind == OpText {
			out = append(out, o)
		}
	}
	return out
}

// TestPositions: text stands where data says, in millimetres, moved as the printer needs it.
func TestPositions(t *testing.T) {
	const name = "Nguyễn Thị Minh Họa"
	twice := "Tập thể cán bộ, công chức, viên chức và người lao động Trung tâm Nghiên cứu Minh Họa và Ví Dụ"
	for _, c := range []struct {
		what        string
		text        string
		change      func(*edition.StockField)
		right, down float64
		left, y     float64 // of the first line, millimetres; left < 0: its end is at -left; 0: its middle is at 140
		lines       int
	}{
		{what: "left", text: name, change: func(f *edition.StockField) { f.Align = "left" }, left: 40, y: 100, lines: 1},
		{what: "right", text: name, change: func(f *edition.StockField) { f.Align = "right" }, left: -240, y: 100, lines: 1},
		{what: "center", text: name, y: 100, lines: 1},
		{what: "nudged", text: name, change: func(f *edition.StockField) { f.Align = "left" }, right: 1.5, down: -2, left: 41.5, y: 98, lines: 1},
		{what: "down", text: twice, y: 100, lines: 2},
		{what: "up", text: twice, change: func(f *edition.StockField) { f.Grow = "up" }, y: 100, lines: 2},
		{what: "both", text: twice, change: func(f *edition.StockField) { f.Grow = "both" }, y: 100, lines: 2},
	} {
		f := nameField()
		f.Least = 21.5
		if c.change != nil {
			c.change(&f)
		}
		p, problems := certificates(t, onStock(f, c.text), c.right, c.down)
		ops := textOps(&p.Pages[0])
		if len(problems) > 0 || len(ops) != c.lines {
			t.Errorf("%s: %d lines, problems %v", c.what, len(ops), problems)
			continue
		}
		first := ops[0]
		got, want := first.X/mm, c.left
		switch {
		case c.left < 0:
			got, want = (first.X+first.Wide)/mm, -c.left
		case c.left == 0:
			got, want = (first.X+first.Wide/2)/mm, 140
		}
		leading := f.Leading * first.Size / f.Size
		above := float64(c.lines-1) * leading / mm * map[string]float64{"down": 0, "up": 1, "both": 0.5}[f.Grow] // of what grows upwards
		if y := first.Y / mm; math.Abs(y-(c.y-above)) > 0.1 || math.Abs(got-want) > 0.1 {
			t.Errorf("%s: at %.2f, %.2f mm, want %.2f, %.2f", c.what, got, y, want, c.y-above)
		}
		if c.lines == 2 && math.Abs(ops[1].Y-ops[0].Y-leading) > 0.1 {
			t.Errorf("%s: the lines are %.1f points apart, want %.1f", c.what, ops[1].Y-ops[0].Y, leading)
		}
	}
}

// TestShrinkWrapReport: a text is set in full, made smaller, takes more lines and is told, in this order; a paragraph takes lines first.
func TestShrinkWrapReport(t *testing.T) {
	long := func(n int) string { return strings.TrimSpace(strings.Repeat("Nguyễn Phượng ", n)) }
	for _, c := range []struct {
		what      string
		text      string
		wrap      bool
		width     float64
		lines     int
		least     float64 // expected size at least
		most      float64 // and at most
		says      string  // of the problem; "" is none
		squeezed  bool
		lineLimit int
	}{
		{what: "full", text: long(2), width: 200, lines: 1, least: 26, most: 26, lineLimit: 2},
		{what: "smaller", text: long(4), width: 200, lines: 1, least: 18, most: 25.5, squeezed: true, lineLimit: 2},
		{what: "two lines", text: long(7), width: 200, lines: 2, least: 18, most: 26, squeezed: true, lineLimit: 2},
		{what: "a paragraph takes lines first", text: long(4), width: 200, lines: 2, least: 26, most: 26, wrap: true, lineLimit: 2},
		{what: "too long", text: long(15), width: 200, lines: 4, least: 18, most: 18, says: "cần thêm 02 dòng, 15,24 mm", squeezed: true, lineLimit: 2},
		{what: "a word too wide", text: "Nghiêngnghiêngnghiêng", width: 40, lines: 2, least: 18, most: 18, says: "có từ rộng hơn ô", squeezed: true, lineLimit: 1},
	} {
		f := nameField()
		f.Width, f.Wrap, f.Lines = c.width, c.wrap, c.lineLimit
		p, problems := certificates(t, onStock(f, c.text), 0, 0)
		ops := textOps(&p.Pages[0])
		if len(ops) != c.lines || ops[0].Size < c.least || ops[0].Size > c.most || (len(p.Squeezed) > 0) != c.squeezed {
			t.Errorf("%s: %d lines of %.1f pt, squeezed %v", c.what, len(ops), ops[0].Size, p.Squeezed)
		}
		switch {
		case c.says == "" && len(problems) > 0, c.says != "" && len(problems) != 1:
			t.Errorf("%s: %v", c.what, problems)
		case c.says != "":
			q := problems[0]
			if !strings.Contains(q.Text, c.says) || q.Rule != PaperOverfull || q.Rule.Severity != diag.Error || q.Place.Line != 1 || !strings.Contains(q.Text, "x-001") {
				t.Errorf("%s: %s: %s", c.what, q.Place, q.Text)
			}
		}
		for _, o := range ops {
			if c.says == "" && o.Wide > f.Width*mm+0.05 {
				t.Errorf("%s: %q is %.1f mm wide", c.what, o.Text, o.Wide/mm)
			}
		}
	}
}

// TestFieldsApart: texts that would lie on one another, or beside the sheet, are told.
func TestFieldsApart(t *testing.T) {
	c := onStock(nameField(), "Nguyễn Văn Mẫu")
	second := nameField()
	second.Name, second.Y = "Đơn vị", 104
	c.Stocks[0].Fields = append(c.Stocks[0].Fields, second)
	c.Certificates[0].Texts = []string{"Nguyễn Văn Mẫu", "Sở Minh Họa"}
	_, problems := certificates(t, c, 0, 0)
	if len(problems) != 1 || !strings.Contains(problems[0].Text, `"Họ và tên" và ô "Đơn vị" đè lên nhau`) {
		t.Error(problems)
	}
	f := nameField()
	f.X, f.Align = 5, "left"
	if _, problems = certificates(t, onStock(f, "Nguyễn Văn Mẫu"), -10, 0); len(problems) != 1 || !strings.Contains(problems[0].Text, "ra ngoài giấy 5 mm") {
		t.Error(problems)
	}
	if _, problems = certificates(t, onStock(nameField(), "Nguyễn 明"), 0, 0); len(problems) != 1 || problems[0].Rule != GlyphMissing || problems[0].Place.Line != 1 {
		t.Error(problems)
	}
}

// stack is certificates on two stocks of different sizes, a sample among them.
func stack() *edition.Certificates {
	c := onStock(nameField())
	small := edition.Stock{Name: "Thư khen", Width: 210, Height: 148, Fields: []edition.StockField{nameField()}}
	small.Fields[0].X, small.Fields[0].Width, small.Fields[0].Y = 20, 170, 70
	c.Stocks = append(c.Stocks, small)
	var names census
	for i := range 40 {
		name, _ := names.next()
		k := edition.Certificate{ID: fmt.Sprintf("x-%03d", i+1), Name: name, Stock: i % 2, Texts: []string{name}}
		if i%5 == 0 {
			k.Sample = "MẪU"
		}
		c.Certificates = append(c.Certificates, k)
	}
	return c
}

func paperBytes(t testing.TB, p *Papers) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := p.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestPaperFile: other people's readers find nothing wrong, every font is in the file, all ink is black, each page has the size of its stock,
// and every name is read once.
func TestPaperFile(t *testing.T) {
	c := stack()
	p, problems := certificates(t, c, 0, 0)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	data := paperBytes(t, p)
	again, _ := certificates(t, stack(), 0, 0)
	if sha256.Sum256(paperBytes(t, again)) != sha256.Sum256(data) {
		t.Error("the same papers are not the same bytes")
	}
	name := saved(t, "giay.pdf", data)
	sound(t, name)
	blackAlone(t, name)
	pages := strings.Split(tool(t, "pdftotext", "-enc", "UTF-8", name, "-"), "\f")
	info := tool(t, "pdfinfo", "-f", "1", "-l", "40", name)
	for i, k := range c.Certificates {
		if strings.Join(strings.Fields(pages[i]), " ") != k.Name {
			t.Errorf("page %d reads %q, want %q", i+1, pages[i], k.Name)
		}
		want := []string{"841.89 x 595.28", "595.28 x 419.53"}[k.Stock]
		if !regexp.MustCompile(fmt.Sprintf(`Page +%d size: +%s`, i+1, want)).MatchString(info) {
			t.Errorf("page %d is not %s points", i+1, want)
		}
		if (p.Pages[i].Master > 0) != (k.Sample != "") {
			t.Errorf("page %d: master %d of sample %q", i+1, p.Pages[i].Master, k.Sample)
		}
	}
	one := saved(t, "mot.pdf", paperBytes(t, p.Only(3)))
	sound(t, one)
	if text := strings.TrimSpace(tool(t, "pdftotext", one, "-")); text != c.Certificates[3].Name || !strings.Contains(tool(t, "pdfinfo", one), "595.28 x 419.53") {
		t.Errorf("the file of one reads %q", text)
	}
}

// TestSampleAcross: what stands across a sample covers its middle from side to side, and does not leave the sheet.
func TestSampleAcross(t *testing.T) {
	p, _ := certificates(t, stack(), 0, 0)
	for i := range p.Pages {
		if p.Pages[i].Master == 0 {
			continue
		}
		var b bounds
		for _, o := range p.Masters[p.Pages[i].Master][1:] {
			b.see(&o)
		}
		size := p.Sizes[i]
		if b.x1-b.x0 < 0.45*size.W || b.x0 < 0 || b.y0 < 0 || b.x1 > size.W || b.y1 > size.H || b.y1-b.y0 < 0.45*size.H {
			t.Errorf("page %d: MẪU lies in %+v of %+v", i+1, b, size)
		}
	}
}

// sound holds a file to what other programs find in it.
func sound(t *testing.T, name string) {
	t.Helper()
	if out := tool(t, "qpdf", "--check", name); !strings.Contains(out, "No syntax or stream encoding errors found") {
		t.Errorf("qpdf: %s", out)
	}
	if out := tool(t, "pdfcpu", "validate", "-m", "strict", name); !strings.Contains(out, "validation ok") {
		t.Errorf("pdfcpu: %s", out)
	}
	out := strings.ReplaceAll(tool(t, "mutool", "draw", "-F", "text", "-o", os.DevNull, name), "warning: ICC support is not available\n", "")
	if strings.Contains(out, "warning") || strings.Contains(out, "error") || strings.Contains(out, "repair") {
		t.Errorf("mutool: %s", out)
	}
	for _, line := range strings.Split(strings.TrimSpace(tool(t, "pdffonts", name)), "\n")[2:] {
		if !regexp.MustCompile(`^[A-Z]{6}\+\S+ +CID TrueType +Identity-H +yes yes yes`).MatchString(line) {
			t.Errorf("a font is not embedded as a subset with its characters: %s", line)
		}
	}
	if info := tool(t, "pdfinfo", name); !strings.Contains(info, "(NỘI BỘ)") || !strings.Contains(info, "CreationDate:    ") {
		t.Errorf("the file does not say that it is private, and of when:\n%s", info)
	}
}

// blackAlone: no ink but black, and text in all of it.
func blackAlone(t *testing.T, name string) {
	t.Helper()
	colours, black := 0, 0
	for _, s := range contentStreams(plainly(t, name)) {
		if found := ofScreen.FindString(s); found != "" {
			t.Errorf("%q is left", found)
		}
		for _, m := range regexp.MustCompile(`(?m)^([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+) [kK]$`).FindAllStringSubmatch(s, -1) {
			if colours++; m[1] != "0.00" || m[2] != "0.00" || m[3] != "0.00" {
				t.Errorf("%s is not black alone", m[0])
			}
			if m[4] == "1.00" {
				black++
			}
		}
	}
	if colours == 0 || black == 0 {
		t.Errorf("%d colours, %d of them black: were the streams read?", colours, black)
	}
}

// TestCalibration: crosses and boxes lie where they say, moved as the print is.
func TestCalibration(t *testing.T) {
	c := onStock(nameField())
	for _, nudge := range []float64{0, 3} {
		p, problems, err := LayCalibration(c, testFonts(t), nudge, -nudge)
		if err != nil || len(problems) > 0 || len(p.Pages) != 1 {
			t.Fatal(problems, err)
		}
		at := func(x, y float64) (level, upright bool) { // a line through a place
			x, y = (x+nudge)*mm, (y-nudge)*mm
			for _, o := range p.Pages[0].Ops {
				if o.Kind != OpStroke || len(o.Shape.Points) != 2 {
					continue
				}
				a := o.Points()
				level = level || math.Abs(a[0].Y-y) < 0.01 && math.Abs(a[1].Y-y) < 0.01 && a[0].X < x && a[1].X > x
				upright = upright || math.Abs(a[0].X-x) < 0.01 && math.Abs(a[1].X-x) < 0.01 && a[0].Y < y && a[1].Y > y
			}
			return level, upright
		}
		for _, place := range [][2]float64{{20, 20}, {277, 20}, {20, 190}, {277, 190}, {148.5, 105}, {40, 100}} {
			if level, upright := at(place[0], place[1]); !level || !upright {
				t.Errorf("moved by %.0f: no cross at %.1f × %.1f mm", nudge, place[0], place[1])
			}
		}
		var all strings.Builder
		for _, o := range textOps(&p.Pages[0]) {
			all.WriteString(o.Text + "\n")
		}
		for _, want := range []string{"Trang", "Họ và tên · x 40 · y 100 · rộng 200 · 26–18 pt · 02 dòng", "NỘI BỘ · Dữ liệu đến ngày 15/01/2019", "297 × 210 mm"} {
			if want != "Trang" && !strings.Contains(all.String(), want) {
				t.Errorf("no %q in\n%s", want, all.String())
			}
		}
		if nudge == 0 {
			name := saved(t, "c.pdf", paperBytes(t, p))
			sound(t, name)
			blackAlone(t, name)
		}
	}
}

// BenchmarkCertificates lays and writes 2,000 of them.
func BenchmarkCertificates(b *testing.B) {
	c := onStock(nameField())
	var names census
	for i := range 2000 {
		name, _ := names.next()
		c.Certificates = append(c.Certificates, edition.Certificate{ID: fmt.Sprintf("x-%04d", i), Name: name, Texts: []string{name}})
	}
	fonts := testFonts(b)
	b.ReportAllocs()
	for b.Loop() {
		p, problems, err := LayCertificates(c, fonts, 0, 0)
		if err != nil || len(problems) > 0 {
			b.Fatal(err, problems)
		}
		b.ReportMetric(float64(len(paperBytes(b, p)))/2000, "B/certificate")
	}
}

// TestPositionsInFile: another program finds the first letters of the file where data says, to a tenth of a millimetre, on pages of all sizes.
func TestPositionsInFile(t *testing.T) {
	c := stack()
	for i := range c.Stocks {
		f := &c.Stocks[i].Fields[0]
		f.Align, f.Lines = "left", 1
	}
	p, problems := certificates(t, c, 1.5, -2)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	found := tool(t, "mutool", "draw", "-F", "stext", "-o", "-", saved(t, "giay.pdf", paperBytes(t, p)))
	pages := strings.Split(found, "<page ")[1:]
	first := regexp.MustCompile(`<char [^>]*?\bx="([-\d.]+)" y="([-\d.]+)"`)
	if len(pages) != len(c.Certificates) {
		t.Fatalf("%d pages", len(pages))
	}
	for i, page := range pages {
		f := c.Stocks[c.Certificates[i].Stock].Fields[0]
		m := first.FindStringSubmatch(page)
		if m == nil {
			t.Fatalf("page %d has no letters:\n%s", i+1, page)
		}
		x, _ := strconv.ParseFloat(m[1], 64)
		y, _ := strconv.ParseFloat(m[2], 64)
		if math.Abs(x/mm-f.X-1.5) > 0.1 || math.Abs(y/mm-f.Y+2) > 0.1 {
			t.Errorf("page %d: the first letter stands at %.2f, %.2f mm, want %.2f, %.2f", i+1, x/mm, y/mm, f.X+1.5, f.Y-2)
		}
	}
}

// TestFitKeepsText: whatever the name, a text that fits is set whole, within its field, in a size and in lines that the field allows.
func TestFitKeepsText(t *testing.T) {
	s := setter{faces: testFaces(t)}
	fitted := 0
	for n := range 600 {
		name, position, unit, citation := awkward(n)
		for k, text := range []string{name, position, unit, citation} {
			if text == "" {
				continue
			}
			f := nameField()
			f.Width, f.Lines, f.Wrap = float64(60+n%160), 1+n%4, (n+k)%2 == 0
			f.Align = []string{"left", "center", "right", "justify"}[n%4]
			f.Face = []string{"regular", "bold", "italic", "bold-italic", "display"}[n%5]
			got := s.fit(&f, text)
			var set strings.Builder
			for _, l := range got.lines {
				if got.wrong == "" && l.width > f.Width*mm+0.05 {
					t.Errorf("%q: a line is %.1f mm wide in %.0f", text, l.width/mm, f.Width)
				}
				for _, piece := range l.segments {
					set.WriteString(piece.text)
				}
			}
			letters := strings.NewReplacer(" ", "", string(nbsp), "")
			if letters.Replace(set.String()) != letters.Replace(text) {
				t.Errorf("%q is set as %q", text, set.String())
			}
			if got.size < f.Least || got.size > f.Size {
				t.Errorf("%q is set in %.1f points", text, got.size)
			}
			if got.wrong != "" {
				continue
			}
			if fitted++; len(got.lines) > f.Lines {
				t.Errorf("%q takes %d lines of %d", text, len(got.lines), f.Lines)
			}
		}
	}
	if fitted < 500 {
		t.Errorf("only %d texts fit", fitted)
	}
}

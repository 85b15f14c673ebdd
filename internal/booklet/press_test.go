package booklet

import (
	"bytes"
	"encoding/binary"
	"encoding/xml"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"io"
	"math"
	"os"
	"regexp"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// ordered writes a layout as ordered.
func ordered(t testing.TB, l *Layout, o Order) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := l.Write(&b, o); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// pictured is a layout with a photograph on one page.
func pictured(t testing.TB) *Layout {
	t.Helper()
	m := image.NewRGBA(image.Rect(0, 0, 64, 48))
	for y := range 48 {
		for x := range 64 {
			m.Set(x, y, color.RGBA{uint8(4 * x), uint8(5 * y), 90, 255})
		}
	}
	var data bytes.Buffer
	if err := jpeg.Encode(&data, m, nil); err != nil {
		t.Fatal(err)
	}
	l := layout(t, 24)
	l.Images = []Image{{File: "content/anh.jpg", Data: data.Bytes(), PixelWidth: 64, PixelHeight: 48}, {File: "content/anh-2.jpg", Data: data.Bytes(), PixelWidth: 64, PixelHeight: 48}}
	for i := range l.Images {
		l.Pages[12].Ops = append(l.Pages[12].Ops, Op{Kind: OpImage, Role: Ornament, Tag: TagFigure, Block: int32(90000 + i), X: 300, Y: 300 + 60*float64(i),
			Shape: &Shape{Image: i, W: 64, H: 48, Alt: "Ảnh thử"}})
	}
	return l
}

// ofScreen are the operators and names of colours that a press cannot print.
var ofScreen = regexp.MustCompile(`(?m)(^|\s)(rg|RG|g|G|sc|scn)\s*$|/DeviceRGB|/DeviceGray|/CalRGB|/ICCBased`)

// TestInks: a file for the press has four inks and nothing else, text is black alone, and no place takes more than the paper holds.
func TestInks(t *testing.T) {
	l := pictured(t)
	var cover bytes.Buffer
	if err := l.WriteCover(&cover, Order{Edition: Press, Apart: true}); err != nil {
		t.Fatal(err)
	}
	for name, data := range map[string][]byte{"pages": ordered(t, l, Order{Edition: Press}), "cover": cover.Bytes()} {
		path := saved(t, "p.pdf", data)
		plain := plainly(t, path)
		if found := ofScreen.FindString(plain[:strings.LastIndex(plain, "xref")]); found != "" && strings.TrimSpace(found) != "/DeviceRGB" || strings.Contains(plain, "/ColorSpace /DeviceRGB") {
			t.Errorf("%s: %q is left in the file", name, found)
		}
		black, inked := 0, 0
		for _, s := range contentStreams(plain) {
			if found := ofScreen.FindString(s); found != "" {
				t.Errorf("%s: %q is left", name, found)
			}
			for _, m := range regexp.MustCompile(`(?m)^([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+) [kK]$`).FindAllStringSubmatch(s, -1) {
				total := 0.0
				for _, part := range m[1:5] {
					v, _ := strconv.ParseFloat(part, 64)
					total += v
				}
				if inked++; total > 3 {
					t.Errorf("%s: %s is %.0f%% of ink", name, m[0], 100*total)
				}
			}
			black += strings.Count(s, "0.00 0.00 0.00 1.00 k\n")
			thinAndBlack(t, name, s)
		}
		if inked < 10 || name == "pages" && black < 100 {
			t.Errorf("%s: %d colours, %d of them black: were the streams read?", name, inked, black)
		}
		if out := tool(t, "pdfcpu", "validate", "-m", "strict", path); !strings.Contains(out, "validation ok") {
			t.Error(out)
		}
		if out := tool(t, "qpdf", "--check", path); !strings.Contains(out, "No syntax or stream encoding errors found") {
			t.Error(out)
		}
	}
}

// thinAndBlack looks at the operators of a stream: lines below a point take two inks at most, what is black alone overprints, and nothing
// else does. Marks in all inks are told by their colour space.
func thinAndBlack(t *testing.T, name, stream string) {
	t.Helper()
	over, fill, line, ready := false, "", "", ""
	for s := range strings.Lines(stream) {
		switch s = strings.TrimSpace(s); {
		case s == "/Over gs", s == "/Out gs":
			over = s == "/Over gs"
		case strings.HasSuffix(s, " k"):
			fill = s
		case strings.HasSuffix(s, " K"):
			line = s
		case strings.Contains(s, "/All CS"):
			line = "all"
		case strings.HasSuffix(s, " w"):
			ready = s
		case strings.HasSuffix(s, "TJ"):
			if (fill == "0.00 0.00 0.00 1.00 k") != over {
				t.Errorf("%s: text in %q, overprinting: %t", name, fill, over)
			}
		case (strings.HasSuffix(s, " S") || s == "S" || s == "s") && line != "all":
			if alone := strings.HasPrefix(line, "0.00 0.00 0.00 "); alone != over && line != "0.00 0.00 0.00 0.00 K" {
				t.Errorf("%s: a line in %q, overprinting: %t", name, line, over)
			}
			w, _ := strconv.ParseFloat(strings.TrimSuffix(ready, " w"), 64)
			if inks := 4 - strings.Count(line, "0.00 "); w < thinLine && inks > 2 {
				t.Errorf("%s: a line of %s takes %q", name, ready, line)
			}
		}
	}
}

// plates draws a page in four inks, one pixel a point, as mutool separates it.
func plates(t *testing.T, path string, page int) (pixels []byte, width, height int) {
	t.Helper()
	out := saved(t, "page.pam", nil)
	tool(t, "mutool", "draw", "-q", "-r", "72", "-c", "cmyk", "-F", "pam", "-o", out, path, strconv.Itoa(page))
	data, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	head, pixels, _ := bytes.Cut(data, []byte("ENDHDR\n"))
	if _, err := fmt.Sscanf(string(head), "P7\nWIDTH %d\nHEIGHT %d\n", &width, &height); err != nil || len(pixels) != 4*width*height {
		t.Fatalf("%q, %d bytes: %v", head, len(pixels), err)
	}
	return pixels, width, height
}

// TestPlates: on the plates as another program makes them, every mark stands on all four, and the report does not count it as ink on the page;
// black text leaves the ground under it whole.
func TestPlates(t *testing.T) {
	l := layout(t, 3)
	l.Meta.Title = strings.TrimSpace(strings.Repeat("Kỷ yếu vinh danh ", 6))
	l.Pages[4].Ops = []Op{box(0, 0, 200, 100, Colour{0, 0x72, 0xb2}), {Kind: OpText, Face: Bold, Size: 90, X: 10, Y: 80, Wide: 90, Text: "I"}}
	press := ordered(t, l, Order{Edition: Press})
	path := saved(t, "p.pdf", press)
	pixels, width, height := plates(t, path, 5)
	at := func(x, y int) []byte { return pixels[4*(y*width+x):][:4] }
	mark := func(what string, x, y int) {
		found := false
		for dy := -2; dy <= 2; dy++ {
			for dx := -2; dx <= 2; dx++ {
				p := at(x+dx, y+dy)
				found = found || p[0] > 20 && p[0] == p[1] && p[1] == p[2] && p[2] == p[3]
			}
		}
		if !found {
			t.Errorf("%s is not on all plates", what)
		}
	}
	off := (markStart + markEnd) / 2
	left, top := slug, slug
	mark("the crop mark above the corner", int(left), int(top-off))
	mark("the crop mark beside the corner", int(left-off), int(top))
	for what, p := range map[string]Point{"above": {float64(width) / 2, top - off}, "below": {float64(width) / 2, float64(height) - top + off},
		"on the left": {left - off, float64(height) / 2}, "on the right": {float64(width) - left + off, float64(height) / 2}} {
		mark("the registration mark "+what, int(p.X), int(p.Y))
	}
	black := 0
	for y := int(top) + 20; y < int(top)+80; y++ {
		for x := int(left) + 10; x < int(left)+60; x++ {
			if p := at(x, y); p[3] == 255 {
				if black++; p[0] < 200 || p[1] < 100 {
					t.Fatalf("black text has knocked out its ground: %v", p)
				}
			}
		}
	}
	if black < 100 {
		t.Errorf("%d points of black: was the page read?", black)
	}
	if r, _ := l.Preflight(Order{Edition: Press}); r.MostInk > inkLimit || r.MostInk == 0 {
		t.Errorf("%d%% of ink", r.MostInk)
	}
	text := strings.Join(strings.Fields(tool(t, "pdftotext", "-f", "5", "-l", "5", path, "-")), " ")
	if !strings.Contains(text, l.Meta.Title) && !strings.Contains(strings.ReplaceAll(text, " ", ""), strings.ReplaceAll(l.Meta.Title, " ", "")) {
		t.Errorf("the line in the slug is cut: %q", text)
	}
}

// TestThinnest: nothing on a press is thinner than a hairline.
func TestThinnest(t *testing.T) {
	l := layout(t, 3)
	l.Pages[4].Ops = append(l.Pages[4].Ops, rule(10, 10, 50, 10, 0.05, Colour{}))
	for _, s := range contentStreams(plainly(t, saved(t, "p.pdf", ordered(t, l, Order{Edition: Press})))) {
		for _, m := range regexp.MustCompile(`(?m)^([\d.]+) w$`).FindAllStringSubmatch(s, -1) {
			if w, _ := strconv.ParseFloat(m[1], 64); w < hairline {
				t.Errorf("a line is %s points wide", m[1])
			}
		}
	}
}

// TestBoxes: sizes and boxes of every edition as another program reads them, and what lies in the bleed.
func TestBoxes(t *testing.T) {
	l := layout(t, 24)
	var told strings.Builder
	tell := func(name string, data []byte) {
		info := tool(t, "pdfinfo", "-box", saved(t, "p.pdf", data))
		fmt.Fprintf(&told, "== %s\n", name)
		for _, line := range regexp.MustCompile(`(?m)^(Title|Pages|Page size|\w+Box):.*$`).FindAllString(info, -1) {
			fmt.Fprintln(&told, strings.Join(strings.Fields(line), " "))
		}
	}
	tell("screen", written(t, l))
	tell("press", ordered(t, l, Order{Edition: Press}))
	tell("press, cover apart", ordered(t, l, Order{Edition: Press, Apart: true}))
	tell("sheets", ordered(t, l, Order{Edition: Sheets}))
	var cover bytes.Buffer
	if err := l.WriteCover(&cover, Order{Edition: Press, Apart: true}); err != nil {
		t.Fatal(err)
	}
	tell("cover", cover.Bytes())
	golden(t, "boxes.txt", told.String())
	reach := false
	for _, o := range l.onPaper(l.Masters[coverMaster]) {
		var b bounds
		b.see(&o)
		reach = reach || b.x0 <= -bleed && b.y0 <= -bleed && b.x1 >= l.Width+bleed && b.y1 >= l.Height+bleed
	}
	if !reach {
		t.Error("the cover's ground does not reach the bleed")
	}
	for _, o := range l.onPaper(l.Masters[paperMaster]) {
		if o.Kind == OpFill && len(o.Shape.Points) == 4 {
			t.Error("the colour of the paper is printed")
		}
	}
}

// TestUnfolded: sheets printed on both sides, stacked, folded and read leaf by leaf give the pages in order.
func TestUnfolded(t *testing.T) {
	for pages := 4; pages <= 200; pages += 4 {
		for _, gathered := range []int{4, 8, 16, 32, 64, 200} {
			var read []int
			all := imposed(pages, gathered)
			for from := 0; from < len(all); {
				to := from
				for to < len(all) && all[to].signature == all[from].signature {
					to++
				}
				stack := all[from:to] // front, back, front, back …, the outermost sheet first
				var second []int
				for s := 0; s < len(stack); s += 2 {
					front, back := stack[s], stack[s+1]
					if front.back || !back.back || front.sheet != back.sheet {
						t.Fatalf("sides %v and %v are not one sheet", front, back)
					}
					read = append(read, front.right, back.left) // turned over the short edge, the back's left lies behind the front's right
					second = append(second, front.left, back.right)
				}
				slices.Reverse(second)
				read = append(read, second...)
				from = to
			}
			for i, n := range read {
				if n != i {
					t.Fatalf("%d pages by %d: page %d is read after %d pages", pages, gathered, n, i)
				}
			}
			if len(read) != pages {
				t.Fatalf("%d pages by %d: %d are read", pages, gathered, len(read))
			}
		}
	}
}

// TestSheets: each half of each side of the file shows the page that belongs there.
func TestSheets(t *testing.T) {
	l := layout(t, 60)
	for _, signature := range []int{0, 16} {
		o := Order{Edition: Sheets, Signature: signature}
		path := saved(t, "s.pdf", ordered(t, l, o))
		leaves := l.bound(false)
		sides := imposed(len(leaves), o.gathered(len(leaves)))
		for half, from := range []string{"0", "421"} {
			texts := strings.Split(tool(t, "pdftotext", "-x", from, "-y", "0", "-W", "421", "-H", "565", path, "-"), "\f")
			if len(texts) != len(sides)+1 {
				t.Fatalf("%d sides of text, want %d", len(texts)-1, len(sides))
			}
			for i, s := range sides {
				var want []string
				if p := leaves[[]int{s.left, s.right}[half]]; p != nil {
					want = strings.Fields(strings.Join(rows(p), " "))
				}
				want = slices.DeleteFunc(want, func(s string) bool { return s == "|" })
				got := strings.Fields(texts[i])
				slices.Sort(got)
				slices.Sort(want)
				if !slices.Equal(got, want) {
					t.Errorf("signature %d, side %d, half %d: %q, want %q", signature, i, half, got, want)
				}
			}
		}
		if catalog := tool(t, "mutool", "show", path, "trailer/Root"); !strings.Contains(catalog, "/Duplex /DuplexFlipShortEdge") && !strings.Contains(catalog, "/Duplex/DuplexFlipShortEdge") {
			t.Errorf("the printer is not told how to turn the paper: %s", catalog)
		}
		if text := tool(t, "pdftotext", path, "-"); strings.Count(text, "lật theo cạnh ngắn") != len(sides) {
			t.Error("not every side says how it is printed")
		}
	}
}

// TestBound: pages are filled up to four, the blank ones before the back cover.
func TestBound(t *testing.T) {
	l := layout(t, 24)
	for _, apart := range []bool{false, true} {
		leaves := l.bound(apart)
		if len(leaves)%4 != 0 {
			t.Errorf("%d pages", len(leaves))
		}
		if last := leaves[len(leaves)-1]; !apart && (last == nil || last.Label != "Bìa 4") {
			t.Error("the back cover is not last")
		}
		for _, p := range leaves {
			if apart && p != nil && p.Cover {
				t.Error("a side of the cover is among the pages")
			}
		}
	}
}

// TestProfile: a profile is judged before it is used; one of a press becomes the file's output intent.
func TestProfile(t *testing.T) {
	for what, data := range map[string][]byte{"không phải tệp ICC": []byte("%PDF"), "màu RGB": sRGB(), "không nguyên vẹn": sRGB()[:500]} {
		if _, wrong := ReadProfile(data); !strings.Contains(wrong, what) {
			t.Errorf("%q, want %q", wrong, what)
		}
	}
	p, wrong := ReadProfile(pressProfile(16))
	if wrong != "" || p.Name != "Press of the test" {
		t.Fatal(p, wrong)
	}
	l := layout(t, 3)
	file := ordered(t, l, Order{Edition: Press, Profile: p})
	if !bytes.HasPrefix(file, []byte("%PDF-1.6\n")) {
		t.Errorf("PDF/X-4 rests on PDF 1.6, this is %q", file[:8])
	}
	plain := plainly(t, saved(t, "p.pdf", file))
	for _, want := range []string{"/S /GTS_PDFX", "/DestOutputProfile", "<pdfxid:GTS_PDFXVersion>PDF/X-4<", "/Trapped /False"} {
		if !strings.Contains(plain, want) {
			t.Errorf("no %s", want)
		}
	}
}

// pressProfile makes a profile whose table holds what the model says, in one of the two forms of tables.
func pressProfile(bits int) []byte {
	const side = 9
	table := make([]byte, 48)
	copy(table, map[int]string{8: "mft1", 16: "mft2"}[bits])
	table[8], table[9], table[10] = 4, 3, side
	size := 256
	put := func(v float64) { // 0 to 1
		if bits == 8 {
			table = append(table, byte(math.Round(v*255)))
		} else {
			table = binary.BigEndian.AppendUint16(table, uint16(math.Round(v*65535)))
		}
	}
	full, zero := 1.0, 128.0/255
	if bits == 16 {
		size, full, zero = 2, 65280.0/65535, 32768.0/65535
		table = append(table, 0, 2, 0, 2)
	}
	curve := func() {
		for i := range size {
			put(float64(i) / float64(size-1))
		}
	}
	for range 4 {
		curve()
	}
	for n := range side * side * side * side {
		at := func(k int) float64 { return float64(n/k%side) / (side - 1) }
		lab := printed(at(side*side*side), at(side*side), at(side), at(1))
		put(lab[0] / 100 * full)
		put(lab[1]/255*full + zero)
		put(lab[2]/255*full + zero)
	}
	for range 3 {
		curve()
	}
	desc := description("Press of the test")
	head := make([]byte, 128+4+2*12)
	copy(head[12:], "prtrCMYKLab ")
	copy(head[36:], "acsp")
	head[131] = 2
	at := len(head)
	for i, tag := range []struct {
		name string
		data []byte
	}{{"desc", desc}, {"A2B1", table}} {
		entry := head[132+12*i:]
		copy(entry, tag.name)
		binary.BigEndian.PutUint32(entry[4:], uint32(at))
		binary.BigEndian.PutUint32(entry[8:], uint32(len(tag.data)))
		at += len(tag.data)
	}
	binary.BigEndian.PutUint32(head, uint32(at))
	return slices.Concat(head, desc, table)
}

// TestProfileSeparates: inks are those that the printing house's profile asks for, whichever form its table has.
func TestProfileSeparates(t *testing.T) {
	for _, bits := range []int{8, 16} {
		p, wrong := ReadProfile(pressProfile(bits))
		if wrong != "" {
			t.Fatal(wrong)
		}
		table := p.look()
		if table == nil {
			t.Fatal("the table is not read")
		}
		for _, k := range [][4]float64{{}, {1, 0, 0, 0}, {0, 0.5, 1, 0.25}, {0.125, 0.25, 0.375, 0.5}, {1, 1, 1, 1}} {
			want, got := printed(k[0], k[1], k[2], k[3]), table.printed(k[0], k[1], k[2], k[3])
			for i := range want {
				if math.Abs(want[i]-got[i]) > 0.6 {
					t.Errorf("%d bits: %v looks like %.1f, want %.1f", bits, k, got, want)
					break
				}
			}
		}
		model, house := newSeparation(basePalette.Paper, nil), newSeparation(basePalette.Paper, p)
		for _, c := range []Colour{basePalette.Red, basePalette.Gold, {0, 0x72, 0xb2}, {0x80, 0x80, 0x80}} {
			a, b := model.of(c), house.of(c)
			if d := a.total() - b.total(); d > 25 || d < -25 {
				t.Errorf("%d bits: %v takes %v, by the profile %v", bits, c, a, b)
			}
		}
	}
}

// TestSeparation: known colours in inks.
func TestSeparation(t *testing.T) {
	s := newSeparation(basePalette.Paper, nil)
	for c, want := range map[Colour]ink{
		basePalette.Paper: {}, {}: {K: 100}, basePalette.Ink: {K: 100}, {0xff, 0xff, 0xff}: {},
		{0, 0x72, 0xb2}: {C: 94, M: 50}, {0xff, 0, 0}: {M: 100, Y: 100}, {0x80, 0x80, 0x80}: {K: 62},
	} {
		got := s.of(c)
		near := func(a, b uint8) bool { return max(a, b)-min(a, b) <= 12 }
		if !near(got.C, want.C) || !near(got.M, want.M) || !near(got.Y, want.Y) || !near(got.K, want.K) {
			t.Errorf("%v is printed as %v, want %v", c, got, want)
		}
	}
	for r := 0; r < 256; r += 51 {
		for g := 0; g < 256; g += 51 {
			for b := 0; b < 256; b += 51 {
				if k := s.of(Colour{uint8(r), uint8(g), uint8(b)}); k.total() > inkLimit {
					t.Errorf("%d %d %d takes %d%%", r, g, b, k.total())
				}
			}
		}
	}
}

// TestPrintedSameBytes: the editions for print do not depend on the run or on the number of cores.
func TestPrintedSameBytes(t *testing.T) {
	long(t)
	l := pictured(t)
	l.Pages = slices.Concat(l.Pages[:3], l.Pages[12:14])
	cover := func() []byte {
		var b bytes.Buffer
		if err := l.WriteCover(&b, Order{Edition: Press, Apart: true}); err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	}
	for name, write := range map[string]func() []byte{
		"press":  func() []byte { return ordered(t, l, Order{Edition: Press}) },
		"sheets": func() []byte { return ordered(t, l, Order{Edition: Sheets, Signature: 8}) },
		"cover":  cover,
	} {
		first := write()
		before := runtime.GOMAXPROCS(1)
		one := write()
		runtime.GOMAXPROCS(4)
		four := write()
		runtime.GOMAXPROCS(before)
		if !bytes.Equal(first, one) || !bytes.Equal(one, four) {
			t.Errorf("%s: the bytes depend on the run", name)
		}
	}
}

// TestPreflight: the report of a book with a name of two lines, as people read it.
func TestPreflight(t *testing.T) {
	ed := synthetic(24)
	ed.Booklet.Roll[0].Decisions[0].Blocks[0].Units[0].Groups[0].Awards[0].Name = strings.Repeat("Trung tâm Kiểm soát và Phòng ngừa ", 3)
	l, problems, err := Lay(ed, Options{Fonts: testFonts(t), Paint: paintBars})
	if err != nil || len(problems) > 0 {
		t.Fatal(err, problems)
	}
	var told strings.Builder
	for _, o := range []Order{{}, {Edition: Press, Apart: true}, {Edition: Press}, {Edition: Sheets, Signature: 8}} {
		r, problems := l.Preflight(o)
		for _, p := range problems {
			t.Error(p)
		}
		if r.ThinnestLine < hairline {
			t.Errorf("the thinnest line is %g pt", r.ThinnestLine)
		}
		fmt.Fprintf(&told, "== %s\n", r.Edition)
		for _, f := range r.Words() {
			fmt.Fprintf(&told, "%-10s %s\n", f.Head, f.Text)
		}
	}
	golden(t, "preflight.txt", told.String())
}

// TestPhotographs: neighbouring colours of a photograph have neighbouring inks, and nowhere too much of them.
func TestPhotographs(t *testing.T) {
	table := newSeparation(basePalette.Paper, nil).pictureTable()
	for r := range tableSide {
		for g := range tableSide {
			for b := range tableSide {
				here := table[r][g][b]
				if total := here[0] + here[1] + here[2] + here[3]; total > inkLimit {
					t.Errorf("%d %d %d takes %.0f%%", r, g, b, total)
				}
				if b == 0 {
					continue
				}
				for i, v := range table[r][g][b-1] {
					if math.Abs(v-here[i]) > 45 {
						t.Errorf("between %d %d %d and the one before, ink %d jumps from %.0f to %.0f", r, g, b, i, v, here[i])
					}
				}
			}
		}
	}
	if got := table.inks([3]float64{255, 255, 255}); got[0]+got[1]+got[2]+got[3] > 12 {
		t.Errorf("white takes %v", got)
	}
}

// TestModel: patches of FOGRA39L that the model was not made from.
func TestModel(t *testing.T) {
	paper := fromLab(overprints[0])
	for patch, lab := range map[[4]float64][3]float64{
		{0, 40, 0, 0}: {76.42, 25.78, -6.91}, {0, 70, 0, 0}: {60.84, 50.59, -6.74}, {10, 0, 0, 0}: {91.48, -2.97, -6.96}, {10, 10, 0, 0}: {87.17, 2.62, -8.14},
	} {
		want := fromLab(lab)
		for i := range want {
			want[i] /= paper[i]
		}
		x, got, miss := toLab(want), printed(patch[0]/100, patch[1]/100, patch[2]/100, patch[3]/100), 0.0
		for i := range x {
			miss += (x[i] - got[i]) * (x[i] - got[i])
		}
		if math.Sqrt(miss) > 8.2 {
			t.Errorf("%v looks like %.1f, measured %.1f", patch, got, x)
		}
	}
}

// TestMetadata: the packet is sound XML and says what the information dictionary says.
func TestMetadata(t *testing.T) {
	l := layout(t, 3)
	plain := plainly(t, saved(t, "b.pdf", written(t, l)))
	from, to := strings.Index(plain, "<?xpacket begin"), strings.Index(plain, "<?xpacket end")
	if from < 0 || to < from {
		t.Fatal("no packet")
	}
	packet := plain[from:to]
	d := xml.NewDecoder(strings.NewReader(packet))
	for {
		if _, err := d.Token(); err == io.EOF {
			break
		} else if err != nil {
			t.Fatal(err)
		}
	}
	for _, want := range []string{">" + l.Meta.Title + "<", ">" + l.Meta.Author + "<", ">" + l.Meta.Subject + "<", "<xmp:CreateDate>" + l.Meta.Date + "<",
		"<pdf:Producer>" + producer + "<", "<pdfaid:part>2<", "<pdfaid:conformance>B<", "<pdfuaid:part>1<", "<pdfaExtension:schemas>"} {
		if !strings.Contains(packet, want) {
			t.Errorf("the packet lacks %s", want)
		}
	}
	info := tool(t, "pdfinfo", "-isodates", saved(t, "b.pdf", written(t, l)))
	for _, want := range []string{l.Meta.Title, l.Meta.Author, l.Meta.Subject, producer} {
		if !strings.Contains(info, want) {
			t.Errorf("the information dictionary lacks %q", want)
		}
	}
}

func FuzzReadProfile(f *testing.F) {
	f.Add(sRGB())
	f.Add(pressProfile(8)[:6000])
	small := pressProfile(16)[:3000]
	binary.BigEndian.PutUint32(small, uint32(len(small)))
	f.Add(small)
	f.Fuzz(func(t *testing.T, data []byte) {
		p, wrong := ReadProfile(data)
		if (p == nil) == (wrong == "") {
			t.Errorf("%v %q", p, wrong)
		}
		if p != nil {
			if table := p.look(); table != nil {
				table.printed(0.1, 0.5, 0.9, 1)
			}
		}
	})
}

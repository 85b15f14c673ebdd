package picture

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"image"
	"image/png"
	"math"
	"os"
	"os/exec"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"bangvang/internal/edition"
	"bangvang/internal/fileset"
)

// drawnAs draws a picture as another kind.
func drawnAs(t testing.TB, d *drawer, k *edition.Drawing, kind edition.DrawingKind, path edition.Path) []byte {
	t.Helper()
	c := *k
	c.Kind, c.Path = kind, path
	var b bytes.Buffer
	if err := d.write(&b, &c); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// chunks are the names of a PNG's chunks, each run of one name once.
func chunks(t testing.TB, b []byte) string {
	var out []string
	for b = b[8:]; len(b) >= 12; {
		n := binary.BigEndian.Uint32(b)
		if name := string(b[4:8]); len(out) == 0 || out[len(out)-1] != name {
			out = append(out, name)
		}
		b = b[12+n:]
	}
	return strings.Join(out, " ")
}

// TestPNGs: every picture has the size that is promised, a palette, nothing but pixels in it, and is light.
func TestPNGs(t *testing.T) {
	d := newDrawer(t)
	for _, c := range []struct {
		name          string
		b             []byte
		width, height int
	}{
		{"a card of words", drawnAs(t, d, wordsCard(), edition.CardDrawing, "/a/the.png"), 1200, 630},
		{"a card with a chart", drawnAs(t, d, chartCard(), edition.CardDrawing, "/a/the.png"), 1200, 630},
		{"a chart", drawnAs(t, d, chartCard(), edition.ChartDrawing, "/a/chart.png"), 1600, 900},
		{"a still", drawnAs(t, d, chartCard(), edition.StillDrawing, "/a-sang.png"), 1920, 1080},
	} {
		m, err := png.Decode(bytes.NewReader(c.b))
		if err != nil {
			t.Fatalf("%s: %v", c.name, err)
		}
		if size := m.Bounds().Size(); size != image.Pt(c.width, c.height) {
			t.Errorf("%s is %v", c.name, size)
		}
		if _, ok := m.(*image.Paletted); !ok {
			t.Errorf("%s is a %T", c.name, m)
		}
		if got := chunks(t, c.b); got != "IHDR PLTE IDAT IEND" {
			t.Errorf("%s holds %s", c.name, got)
		}
		if len(c.b) > 60_000 {
			t.Errorf("%s takes %d bytes", c.name, len(c.b))
		}
	}
}

// TestDrawnTwice: a picture is the same however often it is drawn, and on a sheet that was used before.
func TestDrawnTwice(t *testing.T) {
	for _, k := range []*edition.Drawing{wordsCard(), chartCard()} {
		one, other := newDrawer(t), newDrawer(t)
		drawnAs(t, other, wordsCard(), edition.StillDrawing, "/b-sang.png")
		if !bytes.Equal(drawnAs(t, one, k, edition.CardDrawing, "/a/the.png"), drawnAs(t, other, k, edition.CardDrawing, "/a/the.png")) {
			t.Errorf("%s differs", k.Title)
		}
	}
}

// TestNoGlyph: a character that no font has is an error that names it.
func TestNoGlyph(t *testing.T) {
	k := wordsCard()
	k.Title = "Nguyễn Văn 明"
	err := newDrawer(t).write(new(bytes.Buffer), k)
	if err == nil || !strings.Contains(err.Error(), "明") {
		t.Errorf("error %v", err)
	}
}

// TestTitleSafe: nothing of a still but its ground lies outside the middle 90 %.
func TestTitleSafe(t *testing.T) {
	d := newDrawer(t)
	long := chartCard()
	long.Mark, long.Address = "DỮ LIỆU MẪU, KHÔNG CÓ THẬT", strings.Repeat("bang-vang-cua-huyen-dao-tien-tieu.", 4)+"example/chi-tieu"
	long.Title = strings.Repeat("Tổng giá trị sản xuất công nghiệp, thương mại, dịch vụ, ", 5)
	counts := wordsCard()
	counts.Counts = []edition.DrawnCount{{Figure: "12.345", Words: "tập thể"}, {Figure: "45", Words: "cá nhân"}, {Figure: "01", Words: "hộ gia đình"}}
	rows := wordsCard()
	for range 14 {
		rows.Rows = append(rows.Rows, edition.DrawnRow{Words: "Kim ngạch xuất khẩu và doanh thu dịch vụ ngoại tệ", Figure: "khoảng 2.020 triệu USD", Verdict: edition.Verdict{Standing: edition.Undecided, Words: "chưa đủ căn cứ"}})
	}
	safe := image.Rect(edition.StillWidth/20, edition.StillHeight/20, edition.StillWidth-edition.StillWidth/20, edition.StillHeight-edition.StillHeight/20)
	for _, k := range []*edition.Drawing{chartCard(), long, counts, rows} {
		for _, dark := range []bool{false, true} {
			k.Dark = dark
			m, err := png.Decode(bytes.NewReader(drawnAs(t, d, k, edition.StillDrawing, "/a-sang.png")))
			if err != nil {
				t.Fatal(err)
			}
			p, drawn := m.(*image.Paletted), 0
			for i, c := range p.Pix {
				at := image.Pt(i%p.Stride, i/p.Stride)
				if c == p.Pix[0] {
					continue
				}
				if drawn++; !at.In(safe) {
					t.Fatalf("%s, dark %t: drawn at %v", k.Title, dark, at)
				}
			}
			if drawn < 20_000 {
				t.Errorf("%s, dark %t: %d pixels drawn", k.Title, dark, drawn)
			}
		}
	}
}

// TestSquareCrop: what a card of words says of its matter lies within the middle square that chats cut out.
func TestSquareCrop(t *testing.T) {
	k := wordsCard()
	k.Laurels, k.Mark, k.Site, k.Address = false, "", "", ""
	m, err := png.Decode(bytes.NewReader(drawnAs(t, newDrawer(t), k, edition.CardDrawing, "/a/the.png")))
	if err != nil {
		t.Fatal(err)
	}
	p := m.(*image.Paletted)
	inside := image.Rect(60, 60, edition.CardWidth-60, edition.CardHeight-60) // of the frame
	square := image.Rect((edition.CardWidth-edition.CardHeight)/2, 0, (edition.CardWidth+edition.CardHeight)/2, edition.CardHeight)
	for i, c := range p.Pix {
		if at := image.Pt(i%p.Stride, i/p.Stride); c != p.Pix[0] && at.In(inside) && !at.In(square) {
			t.Fatalf("drawn at %v", at)
		}
	}
}

// TestSVG: a picture in SVG is whole, says its words to those who cannot see it, and asks for no font and nothing else from outside.
func TestSVG(t *testing.T) {
	k := chartCard()
	k.Alt, k.Title = `Tăng trưởng & "GRDP" <8%`, "Tăng trưởng <kinh tế> & hơn"
	b := string(drawnAs(t, newDrawer(t), k, edition.ChartDrawing, "/a/chart.svg"))
	if err := xml.Unmarshal([]byte(b), new(struct{})); err != nil {
		t.Error(err)
	}
	for _, want := range []string{`viewBox="0 0 1600 900"`, "<title id=\"t\">Tăng trưởng &lt;kinh tế&gt; &amp; hơn</title>", `&#34;GRDP&#34; &lt;8%</desc>`} {
		if !strings.Contains(b, want) {
			t.Errorf("no %s", want)
		}
	}
	for _, not := range []string{"<text", "font", "href", "url(", "<script", "<style", "NaN"} {
		if strings.Contains(b, not) {
			t.Errorf("%s in it", not)
		}
	}
}

// TestIcons: the manifest names icons that are there, of the sizes that it says.
func TestIcons(t *testing.T) {
	set := fileset.New()
	ed := &edition.Edition{Site: edition.Site{Name: "Bảng vàng", Title: "Bảng vàng", Lang: "vi"}}
	if err := Add(ed, newDrawer(t).options, set); err != nil {
		t.Fatal(err)
	}
	b, err := set.Bytes(manifestFile)
	if err != nil {
		t.Fatal(err)
	}
	var m struct {
		Icons []struct{ Src, Sizes, Purpose string }
	}
	if err := json.Unmarshal(b, &m); err != nil || len(m.Icons) != 3 {
		t.Fatalf("%s: %v", b, err)
	}
	for _, i := range m.Icons {
		b, err := set.Bytes(i.Src)
		if err != nil {
			t.Fatal(err)
		}
		c, err := png.DecodeConfig(bytes.NewReader(b))
		if got := fmt.Sprintf("%dx%d", c.Width, c.Height); err != nil || got != i.Sizes {
			t.Errorf("%s is %s, %v", i.Src, got, err)
		}
	}
	ico, err := set.Bytes(faviconFile)
	if err != nil || binary.LittleEndian.Uint16(ico[4:]) != 3 {
		t.Fatalf("%s: %v", faviconFile, err)
	}
	for i, size := range icoSizes {
		e := ico[6+16*i:]
		c, err := png.DecodeConfig(bytes.NewReader(ico[binary.LittleEndian.Uint32(e[12:]):]))
		if err != nil || c.Width != size || int(e[0]) != size {
			t.Errorf("%s, %d: %v, %v", faviconFile, size, c, err)
		}
	}
}

// TestSetAsHarfBuzz: glyphs and places of every Vietnamese letter, of kerned pairs and of a name are those that HarfBuzz finds.
func TestSetAsHarfBuzz(t *testing.T) {
	if _, err := exec.LookPath("hb-shape"); err != nil {
		if os.Getenv("CI") != "" {
			t.Fatal("hb-shape is not installed: run .ci/test, which installs it")
		}
		t.Skip("hb-shape is not installed")
	}
	f, err := newDrawer(t).faces()
	if err != nil {
		t.Fatal(err)
	}
	var letters strings.Builder
	for _, base := range "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY" {
		for _, tone := range []string{"", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"} {
			letters.WriteString(norm.NFC.String(string(base) + tone))
		}
	}
	for face, file := range map[Face]string{Display: "EBGaramond-Bold.ttf", Text: "BeVietnamPro-Regular.ttf", TextBold: "BeVietnamPro-SemiBold.ttf"} {
		for _, s := range []string{letters.String(), "Tăng trưởng AVĂ Tôn Nữ Vân, “Đỗ Đức Đạt” 84,7%", "Nguyễn Thị Tường Vy"} {
			l, err := f.set(face, s, 0, true)
			if err != nil {
				t.Fatal(err)
			}
			out, err := exec.Command("hb-shape", "--no-glyph-names", "--no-clusters", "--features=-liga,-clig,-calt,-dlig", "../../templates/assets/fonts/"+file, s).CombinedOutput()
			if err != nil {
				t.Fatalf("%v: %s", err, out)
			}
			at := 0
			glyphs := strings.Split(strings.Trim(strings.TrimSpace(string(out)), "[]"), "|")
			if len(glyphs) != len(l.glyphs) {
				t.Fatalf("%s: %d glyphs, HarfBuzz has %d: %s", s, len(l.glyphs), len(glyphs), out)
			}
			for i, g := range glyphs {
				var index, advance int
				if _, err := fmt.Sscanf(g, "%d+%d", &index, &advance); err != nil {
					t.Fatal(g, err)
				}
				if got := l.glyphs[i]; int(got.index) != index || math.Abs(got.x*1000-float64(at)) > 1 {
					t.Errorf("%s, %s, character %d: glyph %d at %.1f, HarfBuzz has %d at %d", file, s, i, got.index, got.x*1000, index, at)
				}
				at += advance
			}
		}
	}
}

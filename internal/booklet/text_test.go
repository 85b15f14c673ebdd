package booklet

import (
	"math"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"bangvang/internal/diag"
)

func texts(lines []line) []string {
	var out []string
	for _, l := range lines {
		var b strings.Builder
		end := 0.0
		for i, s := range l.segments {
			if i > 0 && s.x > end+slack {
				b.WriteByte(' ')
			}
			b.WriteString(s.text)
			end = s.x + s.w
		}
		out = append(out, b.String())
	}
	return out
}

func TestLines(t *testing.T) {
	s := &setter{faces: testFaces(t)}
	style := Style{Face: Regular, Size: 10}
	for _, c := range []struct {
		name  string
		runs  []Run
		width float64
		align Align
		want  []string
	}{
		{"one", of(style, "Nguyễn Văn Minh Họa"), 200, Ragged, []string{"Nguyễn Văn Minh Họa"}},
		{"nothing", of(style, " \n "), 200, Ragged, nil},
		{"greedy", of(style, "a b c d"), 13, Ragged, []string{"a b", "c d"}},
		{"blanks are one", of(style, "a \t b\n\nc"), 200, Ragged, []string{"a b c"}},
		{"a number holds its measure", of(style, "có 05 xã"), 30, Ragged, []string{"có", "05\u00a0xã"}},
		{"a date holds together", of(style, "vào ngày 05 tháng 9 năm 2018"), 120, Ragged, []string{"vào", "ngày\u00a005\u00a0tháng\u00a09\u00a0năm\u00a02018"}},
		{"styles meet inside a word", []Run{{Style: style, Text: "một "}, {Style: style.in(Bold), Text: "đậm"}, {Style: style, Text: ", rồi"}}, 200, Ragged, []string{"một đậm, rồi"}},
		{"a break is a break", []Run{{Style: style, Text: "trên"}, {Break: true}, {Style: style, Text: "dưới"}}, 200, Centred, []string{"trên", "dưới"}},
		{"a word too long is broken after a slash", of(style, "https://thidua.example.vn/vinh-danh/"), 120, Ragged, []string{"https://thidua.example.vn/", "vinh-danh/"}},
		{"a word too long is broken after a dash", of(style, "Nguyễn–Phượng–Khuỷu"), 80, Ragged, []string{"Nguyễn–Phượng–", "Khuỷu"}},
		{"a word without a place to break", of(style, strings.Repeat("Đ", 20)), 72.3, Ragged, []string{strings.Repeat("Đ", 10), strings.Repeat("Đ", 10)}},
		{"a column narrower than a letter", of(style, "ĐĐ"), 3, Ragged, []string{"Đ", "Đ"}},
		{"centred lines are of even length", of(style, "aaa aaa aaa aaa aaa"), 65, Centred, []string{"aaa aaa aaa", "aaa aaa"}},
		{"decomposed text is composed", of(style, norm.NFD.String("Đỗ Đức Đượm")), 200, Ragged, []string{"Đỗ Đức Đượm"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := texts(s.lines(&Paragraph{Runs: c.runs, Width: c.width, Align: c.align}))
			if strings.Join(got, "|") != strings.Join(c.want, "|") {
				t.Errorf("got  %q\nwant %q", got, c.want)
			}
		})
	}
}

// TestTidy: what is taken for clean at one look is clean, and our own text is.
func TestTidy(t *testing.T) {
	for r := range rune(0x3000) {
		for _, s := range []string{string(r), "a" + string(r), "ơ" + string(r) + " b"} {
			if tidy(s) && (!norm.NFC.IsNormalString(s) || strings.ContainsAny(s, "\t\n\r\v\f")) {
				t.Errorf("%q is taken for clean", s)
			}
		}
	}
	for _, s := range []string{"a  b", "a\tb", "  ", "Nguye\u0302\u0303n", "\xff"} {
		if tidy(s) {
			t.Errorf("%q is taken for clean", s)
		}
	}
	if s := string(Alphabet()[:200]) + "Ngày 02/01/2019 – “Đượm”"; !tidy(s) {
		t.Errorf("%q is not taken for clean", s)
	}
}

// FuzzLines: whatever the text and the width, breaking ends, loses no letter and leaves the column only for a single letter wider than it.
func FuzzLines(f *testing.F) {
	f.Add("Nguyễn Thị Ngọc Bích, Phó Giám đốc Sở Giáo dục và Đào tạo", 90.0, uint8(1), 3)
	f.Add("https://thidua.example.vn/vinh-danh/bang-khen-01-001/", 40.0, uint8(0), 9)
	f.Add("ngày 05 tháng 9 năm 2018 – 1.790 triệu USD", 10.0, uint8(2), 0)
	faces := testFaces(f)
	f.Fuzz(func(t *testing.T, text string, width float64, align uint8, cut int) {
		if len(text) > 3000 || !(width >= 0 && width < 1e6) {
			t.Skip()
		}
		s := &setter{faces: faces}
		text = strings.ToValidUTF8(text, "?")
		cut = min(max(cut, 0), len(text))
		for cut < len(text) && text[cut]&0xC0 == 0x80 {
			cut++
		}
		style := Style{Face: Regular, Size: 10}
		runs := []Run{{Style: style, Text: text[:cut]}, {Style: style.in(Bold), Text: text[cut:]}}
		lines := s.lines(&Paragraph{Runs: runs, Width: width, Align: Align(align % 4)})
		var got strings.Builder
		for _, l := range lines {
			n := 0
			for _, g := range l.segments {
				got.WriteString(g.text)
				n += len([]rune(strings.TrimSpace(g.text)))
				if g.x < -slack || g.x+g.w > width+2*slack {
					if n > 1 {
						t.Errorf("%q lies at %.2f–%.2f of a column of %.2f", g.text, g.x, g.x+g.w, width)
					}
				}
			}
		}
		bare := func(s string) string {
			return strings.Map(func(r rune) rune {
				if r == ' ' || r == nbsp {
					return -1
				}
				return r
			}, s)
		}
		if want := bare(clean(text[:cut]) + clean(text[cut:])); bare(got.String()) != want {
			t.Errorf("set %q\nof  %q", bare(got.String()), want)
		}
	})
}

// TestWidthsAgree: what we measure is what gopdf draws, in every face, kerning and tracking included.
func TestWidthsAgree(t *testing.T) {
	faces := testFaces(t)
	var ops []Op
	for f := range faceCount {
		ops = append(ops, Op{Kind: OpText, Face: f, Text: "a"})
	}
	l := &Layout{Width: 500, Height: 500, faces: faces}
	pdf := wholeFaces(t, l, ops)
	for f := range faceCount {
		for _, text := range []string{"Võ Văn Tư · TUYÊN DƯƠNG ĐỢT VÀ TẶNG", string(Alphabet()), "1.790 triệu USD; 84,5%"} {
			if err := pdf.SetFont(faceNames[f], "", 11); err != nil {
				t.Fatal(err)
			}
			want, err := pdf.MeasureTextWidth(text)
			if err != nil {
				t.Fatal(err)
			}
			if got := faces[f].width(text, 11, 0); math.Abs(got-want) > 1e-6 {
				t.Errorf("%s: %q is %.4f wide, gopdf says %.4f", faceNames[f], text, got, want)
			}
		}
	}
	if k := faces[Display].kern.pair('T', 'Ư'); k != 0 {
		t.Logf("TƯ is kerned by %d", k)
	}
	if faces[Display].kern.pair('V', 'à') >= 0 {
		t.Error("the display face is not kerned")
	}
}

func TestJustified(t *testing.T) {
	s := &setter{faces: testFaces(t)}
	const width = 300
	text := strings.Repeat("Các sở, ban, ngành, đoàn thể, quận, huyện phát động thi đua ", 8)
	lines := s.lines(&Paragraph{Runs: of(Style{Face: Regular, Size: 10}, text), Width: width, Align: Justified})
	for i, l := range lines {
		g := l.segments[len(l.segments)-1]
		if end := g.x + g.w; i < len(lines)-1 && math.Abs(end-width) > 0.02 {
			t.Errorf("line %d ends at %.2f", i, end)
		}
	}
	if last := lines[len(lines)-1].segments[0]; last.spread != 0 {
		t.Errorf("the last line is stretched by %.2f", last.spread)
	}
}

func TestMissingGlyph(t *testing.T) {
	ed := synthetic(3)
	a := ed.Booklet.Roll[0].Decisions[0].Blocks[0].Units[0].Groups[0].Awards[0]
	a.Name = "Nguyễn Văn 明"
	_, problems, err := Lay(ed, Options{Fonts: testFonts(t)})
	if err != nil {
		t.Fatal(err)
	}
	if len(problems) != 2 { // in the roll and in the index
		t.Fatalf("%d problems: %v", len(problems), problems)
	}
	p := problems[1]
	if problems[0].Place != p.Place || p.Place != (diag.Place{File: "data/awards/mau.yaml", Line: 10}) || p.Rule != GlyphMissing ||
		p.Text != `phông chữ Tinos-Bold không có ký tự "明" (U+660E) trong “Nguyễn Văn 明”` {
		t.Errorf("%s [%s]: %s", p.Place, p.Rule.ID, p.Text)
	}
}

func TestParts(t *testing.T) {
	for n := range 12 {
		sum, got := 0, parts(n)
		for _, k := range got {
			sum += k
		}
		if sum != n || n >= 4 && (got[0] != leastLines || got[len(got)-1] != leastLines) {
			t.Errorf("%d lines fall into %v", n, got)
		}
	}
}

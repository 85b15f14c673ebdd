package booklet

import (
	"math"
	"slices"
	"strings"
	"testing"

	"bangvang/internal/edition"
)

// bounds is where a text is seen: from the tops of capitals with their marks to the feet of letters with marks below.
func (o *Op) bounds() (x0, y0, x1, y1 float64) {
	return o.X, o.Y - 0.7*o.Size, o.X + o.Wide, o.Y + 0.18*o.Size
}

// checkPages holds what must be true of every layout: all matter lies within its area, no text over another, links and marks lead somewhere.
func checkPages(t *testing.T, l *Layout) {
	t.Helper()
	for i := range l.Pages {
		page := &l.Pages[i]
		left := typeLeft(i)
		var seen []*Op
		for k := range page.Ops {
			o := &page.Ops[k]
			if o.Kind == OpImage {
				checkImage(t, page, o, left)
				continue
			}
			if o.Kind != OpText {
				for _, p := range o.Points() {
					if p.X < 0 || p.X > l.Width || p.Y < 0 || p.Y > l.Height {
						t.Errorf("page %s: a stroke or fill leaves the page at %.1f, %.1f", page.Label, p.X, p.Y)
					}
				}
				continue
			}
			if w := l.faces[o.Face].width(o.Text, o.Size, o.Tracking) + float64(spaces(o.Text))*o.Spread; math.Abs(w-o.Wide) > 0.05 {
				t.Errorf("page %s: %q is %.3f wide and set as %.3f", page.Label, o.Text, w, o.Wide)
			}
			x0, y0, x1, y1 := o.bounds()
			within := x0 >= left-0.05 && x1 <= left+typeWidth+0.05
			if o.Role == Content && page.Master == paperMaster {
				within = within && y0 >= topMargin-4 && y1 <= topMargin+typeHeight+4
			}
			if page.Master == coverMaster {
				within = x0 >= 10*mm && x1 <= l.Width-10*mm && y0 > 10*mm && y1 < l.Height-10*mm
			}
			if !within {
				t.Errorf("page %s: %q leaves its area: %.1f–%.1f, %.1f–%.1f", page.Label, o.Text, x0, x1, y0, y1)
			}
			seen = append(seen, o)
		}
		checkOverlap(t, page, seen)
		for _, k := range page.Links {
			if name, inside := strings.CutPrefix(k.Target, "#"); inside {
				if _, ok := l.Anchors[name]; !ok {
					t.Errorf("page %s links to %s, which is nowhere", page.Label, k.Target)
				}
			}
		}
	}
	for _, m := range l.Outline {
		if m.Spot == (Spot{}) {
			t.Errorf("the outline's %q leads nowhere", m.Title)
		}
	}
}

// checkImage: a picture lies within the type area and no text on it.
func checkImage(t *testing.T, page *Page, m *Op, left float64) {
	t.Helper()
	x1, y1 := m.X+m.Shape.W, m.Y+m.Shape.H
	if m.X < left-0.05 || x1 > left+typeWidth+0.05 || m.Y < topMargin-0.05 || y1 > topMargin+typeHeight+0.05 {
		t.Errorf("page %s: picture %q leaves the type area", page.Label, m.Alt())
	}
	for k := range page.Ops {
		if o := &page.Ops[k]; o.Kind == OpText {
			if ox0, oy0, ox1, oy1 := o.bounds(); ox0 < x1 && m.X < ox1 && oy0 < y1 && m.Y < oy1 {
				t.Errorf("page %s: %q lies on picture %q", page.Label, o.Text, m.Alt())
			}
		}
	}
}

func checkOverlap(t *testing.T, page *Page, seen []*Op) {
	t.Helper()
	slices.SortFunc(seen, func(a, b *Op) int { return int(math.Copysign(1, a.Y-b.Y)) })
	for i, a := range seen {
		ax0, _, ax1, ay1 := a.bounds()
		for _, b := range seen[i+1:] {
			bx0, by0, bx1, _ := b.bounds()
			if b.Y-a.Y > 60 {
				break
			}
			const touch = 0.06
			if by0 < ay1-0.15*a.Size && ax0 < bx1-touch && bx0 < ax1-touch {
				t.Errorf("page %s: %q and %q overlap", page.Label, a.Text, b.Text)
			}
		}
	}
}

// TestNobodyIsLost: with 2,000 awardees every name stands once in the roll and once in the index, the index names the page of the roll,
// and the layout is sound.
func TestNobodyIsLost(t *testing.T) {
	l := layout(t, 2000)
	checkPages(t, l)
	checkNames(t, l, synthetic(2000).Booklet)
}

func checkNames(t *testing.T, l *Layout, b *edition.Booklet) {
	t.Helper()
	roll, index := map[string]string{}, map[string]int{}
	for i := range l.Pages {
		for k := range l.Pages[i].Ops {
			o := &l.Pages[i].Ops[k]
			switch {
			case o.Kind == OpText && o.Face == Bold && o.Size == 11 && o.Colour == basePalette.Ink:
				if at, twice := roll[o.Text]; twice {
					t.Errorf("%s stands in the roll on %s and %s", o.Text, at, l.Pages[i].Label)
				}
				roll[o.Text] = l.Pages[i].Label
			case o.Kind == OpText && o.Face == Regular && o.Size == 9:
				index[o.Text]++
			}
		}
	}
	for _, e := range b.Index {
		spot := l.Anchors[awardAnchor(e)]
		if roll[e.Name] == "" || roll[e.Name] != l.Pages[spot.Page].Label {
			t.Errorf("%s stands in the roll on page %q, its anchor on %q", e.Name, roll[e.Name], l.Pages[spot.Page].Label)
		}
		if index[e.Name] != 1 {
			t.Errorf("%s stands in the index %d times", e.Name, index[e.Name])
		}
	}
	checkNumbers(t, l)
}

// checkNumbers: a number at the right end of a linked line is the label of the page that the link leads to.
func checkNumbers(t *testing.T, l *Layout) {
	t.Helper()
	found := 0
	for i := range l.Pages {
		page := &l.Pages[i]
		for _, k := range page.Links {
			for n := range page.Ops {
				o := &page.Ops[n]
				if o.Kind != OpText || math.Abs(o.X+o.Wide-k.X-k.W) > 0.01 || o.Y < k.Y || o.Y > k.Y+k.H || strings.Trim(o.Text, "0123456789ivxl") != "" {
					continue
				}
				found++
				if want := l.Pages[l.Anchors[k.Target[1:]].Page].Label; o.Text != want {
					t.Errorf("page %s: number %s beside a link to page %s", page.Label, o.Text, want)
				}
			}
		}
	}
	if found == 0 {
		t.Error("no page number is linked")
	}
}

// TestExtremes: names, offices and citations of any length neither overlap nor leave the page.
func TestExtremes(t *testing.T) {
	ed := synthetic(40)
	b := ed.Booklet
	g := b.Roll[0].Decisions[0].Blocks[0].Units[0].Groups
	long := strings.Repeat("Đã có thành tích đặc biệt xuất sắc, ", 200)
	g[0].Awards[0].Citation = long                                    // taller than a page
	g[0].Awards[1].Name = strings.Repeat("Đượm", 60)                  // no place to break
	g[0].Awards[2].Position = strings.Repeat("Phó Trưởng phòng ", 40) // many lines
	b.Index[0].Name, b.Index[1].Unit.Words = strings.Repeat("Nguyễn ", 30), strings.Repeat("Sở", 70)
	b.Roll[0].Decisions[0].Reason = long[:900]
	b.Roll[0].Decisions[0].Blocks[0].Units[0].Name = "Trung tâm " + strings.Repeat("Kiểm soát và Phòng ngừa ", 9)
	b.Roll[0].Name = "Bằng khen " + strings.Repeat("của Chủ tịch ", 12)
	b.Cover.Title = strings.Repeat("Kỷ niệm thành phố ", 9)
	b.Cover.Theme = long[:1200]
	b.Stories[0].Title = strings.Repeat("Người giữ nước ", 20)
	b.Results[0].Targets[0].Name = strings.Repeat("Chỉ tiêu ", 60)
	b.Results[0].Targets[0].Reports.Rows[0][2].Words = long
	b.Results[0].Targets[1].Reports.Rows[0][1].Words = strings.Repeat("1", 300)
	ed.Site.Campaign = long[:700]
	l, problems, err := Lay(ed, Options{Fonts: testFonts(t), Paint: paintBars})
	if err != nil || len(problems) > 0 {
		t.Fatal(err, problems)
	}
	checkPages(t, l)
}

// TestNothing: an edition with an empty booklet still has a cover, a title page and a colophon.
func TestNothing(t *testing.T) {
	b := &edition.Booklet{Cover: edition.Cover{Kind: "Kỷ yếu", Title: "Minh Họa"}, Words: edition.BookletWords{Contents: "Mục lục", Colophon: "Về kỷ yếu này"}}
	l, problems, err := Lay(&edition.Edition{Booklet: b}, Options{Fonts: testFonts(t)})
	if err != nil || len(problems) > 0 {
		t.Fatal(err, problems)
	}
	checkPages(t, l)
	written(t, l)
}

// TestHeadsAreRepeated: every page of the roll begins with a heading or says what it continues.
func TestHeadsAreRepeated(t *testing.T) {
	l := layout(t, 400)
	first, last := l.Anchors["ht-bang-khen"].Page, l.Anchors["muc-luc-ten"].Page
	continued := 0
	for i := first; i < last; i++ {
		page := &l.Pages[i]
		if page.bare || page.plain {
			continue
		}
		top := &page.Ops[0]
		for k := range page.Ops {
			if o := &page.Ops[k]; o.Kind == OpText && o.Y > topMargin && o.Y < top.Y {
				top = o
			}
		}
		if !strings.HasPrefix(top.Text, "Quyết định số") {
			t.Errorf("page %s begins with %q", page.Label, top.Text)
		}
		if slices.ContainsFunc(page.Ops, func(o Op) bool { return strings.HasSuffix(o.Text, "(tiếp theo)") }) {
			continued++
		}
	}
	if continued < 10 {
		t.Errorf("only %d pages say that they continue something", continued)
	}
}

// TestSides: parts begin on right-hand pages, the plan on a left-hand one, and the numbering begins with the body.
func TestSides(t *testing.T) {
	l := layout(t, 60)
	for _, name := range []string{"loi-noi-dau", "ket-qua-a", "dien-hinh-1", "ht-bang-khen", "muc-luc-ten"} {
		if s, ok := l.Anchors[name]; !ok || !recto(s.Page) {
			t.Errorf("%s begins on page %d", name, s.Page+1)
		}
	}
	if recto(l.Anchors["ke-hoach"].Page) {
		t.Error("the plan's spread begins on a right-hand page")
	}
	if got := l.Pages[l.Anchors["ket-qua-a"].Page].Label; got != "1" {
		t.Errorf("the body begins with page %s", got)
	}
	for i, want := range []string{"Bìa 1", "Bìa 2", "i", "ii", "iii"} {
		if l.Pages[i].Label != want {
			t.Errorf("page %d is labelled %q", i+1, l.Pages[i].Label)
		}
	}
}

func BenchmarkLay2000(b *testing.B) {
	ed, fonts := synthetic(2000), testFonts(b)
	b.ReportAllocs()
	for b.Loop() {
		if _, _, err := Lay(ed, Options{Fonts: fonts, Paint: paintBars}); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkWrite2000(b *testing.B) {
	l := layout(b, 2000)
	b.ReportAllocs()
	for b.Loop() {
		b.SetBytes(int64(len(written(b, l))))
	}
}

// TestNobodyStandsAlone: the last page of a decision has more than one of its people, however many there are.
func TestNobodyStandsAlone(t *testing.T) {
	for n := 20; n < 60; n += 2 {
		ed := synthetic(n)
		l := laidWith(t, ed, Options{})
		for _, form := range ed.Booklet.Roll {
			onPage, last := map[int]int{}, 0
			for a := range awards(&form.Decisions[0]) {
				last = l.Anchors[awardAnchor(a)].Page
				onPage[last]++
			}
			if onPage[last] < 2 {
				t.Errorf("of %d, one stands alone on page %s", n/2, l.Pages[last].Label)
			}
		}
	}
}

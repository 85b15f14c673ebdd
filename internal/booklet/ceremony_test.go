package booklet

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"bangvang/internal/edition"
)

// aCallSheet calls so many, awkward ones among them.
func aCallSheet(people, group int) *edition.CallSheet {
	c := &edition.CallSheet{Paper: aPaper("Danh sách gọi lên sân khấu"), Lead: "các lượt nhận", Legend: "Chữ có gạch chân là chữ khó đọc.", Words: edition.CallWords{Continued: "tiếp theo", Page: "trang", No: "STT"}}
	c.Notes = []string{"Quyết định số MẪU-06 chưa đến giờ công bố: giữ kín"}
	part := edition.CallPart{Form: "Bằng khen", Decision: "Quyết định số MẪU-01 ngày 20/12/2018", Counts: "các cá nhân"}
	var names census
	for no := 1; no <= people; no += group {
		g := edition.CallGroup{Head: fmt.Sprintf("Nhóm %d · Bằng khen", len(part.Groups)+1)}
		for i := range min(group, people-no+1) {
			name, _ := names.next()
			k := edition.Call{ID: fmt.Sprintf("x-%04d", no+i), No: no + i, Seat: i + 1, Name: name, Line: "Chuyên viên, Sở Minh Họa"}
			if (no+i)%7 == 0 {
				odd, position, unit, _ := awkward(no + i)
				k.Name, k.Line = odd+" "+name, position+", "+unit
			}
			if (no+i)%5 == 0 {
				k.Name += " TNHH H'Hen"
				k.Hard = []edition.HardWord{{Written: "TNHH", Words: "TNHH đọc là trách nhiệm hữu hạn"}, {Written: "H'Hen", Words: "H'Hen: hỏi trước cách đọc"}}
			}
			if (no+i)%11 == 0 {
				k.Note, k.Hidden = "Chưa có đồng ý nêu tên.", true
			}
			g.Calls = append(g.Calls, k)
		}
		part.Groups = append(part.Groups, g)
	}
	c.Parts = []edition.CallPart{part}
	return c
}

// TestCallSheet: everybody stands there once, in large type, nobody over two pages, a group on one page if it fits one, each with a square to
// tick and both numbers; hard words are underlined; every page says what it is.
func TestCallSheet(t *testing.T) {
	for _, size := range []int{1, 6, 10, 60} {
		const people = 310
		c := aCallSheet(people, size)
		p, problems, err := LayCallSheet(c, testFonts(t))
		if err != nil || len(problems) > 0 {
			t.Fatal(err, problems)
		}
		read, block, ticks, lines, least := map[string]int{}, map[int32]int{}, 0, 0, 99.0
		for i := range p.Pages {
			page := &p.Pages[i]
			var seen []*Op
			names := map[int32]string{}
			var order []int32
			said := ""
			for k := range page.Ops {
				o := &page.Ops[k]
				if o.Kind == OpStroke && o.Shape.Closed {
					ticks++
				}
				if o.Kind == OpStroke && o.Shape.Width == 0.8 && !o.Shape.Closed {
					lines++
				}
				if o.Kind != OpText {
					continue
				}
				seen = append(seen, o)
				if x0, y0, x1, y1 := o.bounds(); x0 < callLeft-0.05 || x1 > callLeft+callMeasure+0.05 || y0 < 8*mm || y1 > proofHeight-8*mm ||
					o.Role == Content && (y0 < callTop-4 || y1 > proofHeight-callBottom+4) {
					t.Errorf("page %s: %q leaves the type area", page.Label, o.Text)
				}
				if o.Role == Furniture {
					said += o.Text + " | "
					continue
				}
				if slices.Contains(callSizes, o.Size) && math.Abs(o.X-callLeft-callText) < callMeasure && o.X >= callLeft+callText-0.1 {
					least = min(least, o.Size)
					if at, begun := block[o.Block]; begun && at != i {
						t.Errorf("%q is split over pages", o.Text)
					}
					if _, begun := names[o.Block]; !begun {
						order = append(order, o.Block)
					}
					block[o.Block] = i
					names[o.Block] += strings.ReplaceAll(o.Text, " ", "")
				}
			}
			for _, b := range order {
				read[names[b]]++
			}
			checkOverlap(t, page, seen)
			groups := pageHas(page, func(o *Op) bool { return o.Size == callHead })
			if numbered := pageHas(page, func(o *Op) bool { return o.Text == "STT" && o.X > callLeft+callMeasure-callCount }); numbered != groups {
				t.Errorf("page %s: groups %t, a head above the numbers at the right edge %t", page.Label, groups, numbered)
			}
			if size == 6 && pageHas(page, func(o *Op) bool { return o.Size == callSizes[1] }) {
				t.Errorf("page %s has names of a group that fits it in smaller type", page.Label)
			}
			if !strings.Contains(said, "NỘI BỘ · Danh sách gọi lên sân khấu") || !strings.Contains(said, fmt.Sprintf("trang %d/%d", i+1, len(p.Pages))) || !strings.Contains(said, "15/01/2019") {
				t.Errorf("page %s says %q", page.Label, said)
			}
		}
		hard := 0
		for _, g := range c.Parts[0].Groups {
			for _, k := range g.Calls {
				if n := read[strings.ReplaceAll(k.Name, " ", "")]; n != 1 {
					t.Errorf("%s is called %d times", k.Name, n)
				}
				if len(k.Hard) > 0 {
					hard += 2
				}
			}
		}
		if ticks != people || least < 18 || lines < hard {
			t.Errorf("groups of %d: %d squares, %d lines under %d hard words, names of %.1f points", size, ticks, lines, hard, least)
		}
		if again := continuedPages(p); (again > 0) != (size == 60) {
			t.Errorf("groups of %d: %d pages go on with one", size, again)
		}
	}
}

// pageHas tells whether a page has a text of a kind.
func pageHas(page *Page, is func(*Op) bool) bool {
	return slices.ContainsFunc(textOps(page), func(o Op) bool { return is(&o) })
}

// continuedPages counts the pages that begin in the midst of a group, saying which.
func continuedPages(p *Papers) int {
	n := 0
	for i := range p.Pages {
		for _, o := range textOps(&p.Pages[i]) {
			if strings.HasSuffix(o.Text, "(tiếp theo)") {
				n++
			}
		}
	}
	return n
}

// TestCallSheetFile: the file is sound, and a reader finds every name once.
func TestCallSheetFile(t *testing.T) {
	c := aCallSheet(60, 10)
	c.Parts[0].Sample = "MẪU"
	p, problems, err := LayCallSheet(c, testFonts(t))
	if err != nil || len(problems) > 0 {
		t.Fatal(err, problems)
	}
	name := saved(t, "goi.pdf", paperBytes(t, p))
	sound(t, name)
	blackAlone(t, name)
	text := strings.Join(strings.Fields(tool(t, "pdftotext", "-enc", "UTF-8", "-raw", name, "-")), " ")
	for _, k := range c.Parts[0].Groups[0].Calls {
		if !strings.Contains(k.Name, "–") && strings.Count(text, k.Name) != 1 {
			t.Errorf("%s is read %d times", k.Name, strings.Count(text, k.Name))
		}
	}
	for i := range p.Pages {
		if called := pageHas(&p.Pages[i], func(o *Op) bool { return strings.HasPrefix(o.Text, "Nhóm ") }); called && p.Pages[i].Master == 0 {
			t.Errorf("page %d does not say that it is a sample", i+1)
		}
	}
}

// TestSamplePages: pages that a sample's group stands on say so, and no others.
func TestSamplePages(t *testing.T) {
	c := aCallSheet(120, 10)
	groups := c.Parts[0].Groups
	before, sample, after := c.Parts[0], c.Parts[0], c.Parts[0]
	before.Groups, sample.Groups, after.Groups = groups[:4], groups[4:7], groups[7:]
	sample.Sample = "MẪU"
	c.Parts = []edition.CallPart{before, sample, after}
	p, _, err := LayCallSheet(c, testFonts(t))
	if err != nil {
		t.Fatal(err)
	}
	for i := range p.Pages {
		has := false
		for _, o := range textOps(&p.Pages[i]) {
			for n := 5; n <= 7; n++ {
				has = has || strings.HasPrefix(o.Text, fmt.Sprintf("Nhóm %d ·", n))
			}
		}
		if (p.Pages[i].Master > 0) != has {
			t.Errorf("page %d: a sample's group %t, master %d", i+1, has, p.Pages[i].Master)
		}
	}
}

// TestMarkedWords: hard words are found as words, wherever they stand.
func TestMarkedWords(t *testing.T) {
	hard := []edition.HardWord{{Written: "TNHH"}, {Written: "H'Hen"}, {Written: "H'Hen Niê"}, {Written: "TP."}}
	for text, want := range map[string]string{
		"Công ty TNHH Ví Dụ":  "Công ty |TNHH*| Ví Dụ",
		"H'Hen Niê, TNHHX":    "H'Hen Niê*|, TNHHX",
		"(TNHH) H'Hen":        "(|TNHH*|) |H'Hen*",
		"XTNHH ÊTNHH TNHHê":   "XTNHH ÊTNHH TNHHê",
		"Sở Y tế TP. Cần Thơ": "Sở Y tế |TP.*| Cần Thơ",
		"":                    "",
	} {
		var got []string
		for _, r := range marked(Style{Face: Bold}, text, hard) {
			s := r.Text
			if r.Face != Bold {
				s += "*"
			}
			got = append(got, s)
		}
		if strings.Join(got, "|") != want {
			t.Errorf("%q: %q, want %q", text, strings.Join(got, "|"), want)
		}
	}
}

// TestPlaceCards: each card says the same on both sides, the second one turned by half a circle about the fold; nothing leaves its side; marks
// lie outside of cards; sheets say what they are.
func TestPlaceCards(t *testing.T) {
	for _, size := range [][2]float64{{95, 60}, {190, 80}, {60, 40}, {190, 135}} {
		c := &edition.PlaceCards{Paper: aPaper("Thẻ để bàn"), Width: size[0], Height: size[1], How: "Cắt, gấp.", Page: "tờ"}
		var names census
		for i := range 23 {
			name, _ := names.next()
			c.Cards = append(c.Cards, edition.PlaceCard{ID: fmt.Sprintf("x-%03d", i), Name: "Bà " + name, Position: "Phó Trưởng phòng Kế hoạch - Tài chính", Unit: "Sở Minh Họa"})
		}
		c.Cards[3].Sample = "MẪU"
		p, problems, err := LayPlaceCards(c, testFonts(t))
		if err != nil || len(problems) > 0 {
			t.Fatal(err, problems)
		}
		counts := map[string]int{}
		for i := range p.Pages {
			cardsOf(t, &p.Pages[i], c, counts, fmt.Sprintf("tờ %d/%d", i+1, len(p.Pages)))
		}
		for _, k := range c.Cards {
			for _, side := range []string{"up ", "down "} {
				if n := counts[side+strings.ReplaceAll(k.Name, " ", "")]; n != 1 {
					t.Errorf("%v: %s stands %s %d times", size, k.Name, side, n)
				}
			}
		}
		if size[0] == 95 {
			name := saved(t, "the.pdf", paperBytes(t, p))
			sound(t, name)
			blackAlone(t, name)
			if len(p.Pages) != 6 {
				t.Errorf("%d sheets for 23 cards of four", len(p.Pages))
			}
		}
	}
}

// cardsOf reads the cards of a sheet: which names stand upright and which head down.
func cardsOf(t *testing.T, page *Page, c *edition.PlaceCards, counts map[string]int, says string) {
	t.Helper()
	w, h := c.Width*mm, 2*c.Height*mm
	columns, rows := max(int((proofWidth-2*cardEdge+slack)/w), 1), max(int((proofHeight-2*cardEdge-cardFoot+slack)/h), 1)
	left, above := (proofWidth-float64(columns)*w)/2, (proofHeight-cardFoot-float64(rows)*h)/2
	if left < cardEdge-0.1 || above < cardEdge-0.1 {
		t.Errorf("cards begin at %.1f, %.1f mm", left/mm, above/mm)
	}
	parts := map[string]string{}
	var order []string
	said := false
	for _, o := range page.Ops {
		if o.Kind == OpStroke {
			for _, at := range o.Points() {
				if at.X > left+0.1 && at.X < left+float64(columns)*w-0.1 && at.Y > above+0.1 && at.Y < above+float64(rows)*h-0.1 {
					t.Errorf("a mark lies on a card at %.1f, %.1f mm", at.X/mm, at.Y/mm)
				}
			}
		}
		if o.Kind != OpText {
			continue
		}
		if o.Role == Furniture {
			said = said || strings.Contains(o.Text, "NỘI BỘ · Thẻ để bàn") && strings.Contains(o.Text, says)
			continue
		}
		x0, y0, x1, y1 := o.bounds()
		side := "up "
		if o.Turn() == 180 {
			x0, x1, y0, y1, side = o.X-o.Wide, o.X, o.Y-0.18*o.Size, o.Y+0.7*o.Size, "down "
		}
		column, row := math.Floor((x0-left)/w), math.Floor((y0-above)/h)
		top := above + row*h
		if side == "up " {
			top += h / 2
		}
		if x0 < left+column*w+cardInside-0.1 || x1 > left+(column+1)*w-cardInside+0.1 || y0 < top+2*mm || y1 > top+h/2-2*mm {
			t.Errorf("%q, %s, leaves its side of the card", o.Text, side)
		}
		if o.Face == Display {
			key := fmt.Sprint(side, column, row)
			if _, begun := parts[key]; !begun {
				order = append(order, key)
			}
			parts[key] += strings.ReplaceAll(o.Text, " ", "")
		}
	}
	for _, key := range order {
		side, _, _ := strings.Cut(key, " ")
		counts[side+" "+parts[key]]++
	}
	if !said {
		t.Errorf("no sheet says %q", says)
	}
}

// TestCardLines: lines of a name end at a comma, if it is then still read across a table, or between phrases, and are balanced; small type is told.
func TestCardLines(t *testing.T) {
	for name, want := range map[string]string{
		"Tập thể Mẫu 01, Phòng Cải cách hành chính":   "Tập thể Mẫu 01,|Phòng Cải cách hành chính",
		"Đại đội Mẫu, Ban Chỉ huy Quân sự Quận Ví Dụ": "Đại đội Mẫu, Ban Chỉ huy|Quân sự Quận Ví Dụ",
		"Nhân dân và cán bộ Quận Ví Dụ":               "Nhân dân và|cán bộ Quận Ví Dụ",
		"Ông Nguyễn Hữu Mẫu":                          "Ông Nguyễn Hữu Mẫu",
		"Tập thể cán bộ, công chức, viên chức và người lao động Trung tâm Nghiên cứu, Ứng dụng và Chuyển giao Tiến bộ Kỹ thuật": "small",
	} {
		c := &edition.PlaceCards{Paper: aPaper("Thẻ để bàn"), Width: 95, Height: 60, Page: "tờ", Cards: []edition.PlaceCard{{Name: name}}}
		p, problems, err := LayPlaceCards(c, testFonts(t))
		if err != nil || len(problems) > 0 {
			t.Fatal(err, problems)
		}
		var lines []string
		y, size := 0.0, 0.0
		for _, o := range textOps(&p.Pages[0]) {
			if o.Face != Display || o.Turn() != 0 {
				continue
			}
			if size = o.Size; o.Y == y {
				lines[len(lines)-1] += " " + o.Text
			} else {
				lines, y = append(lines, o.Text), o.Y
			}
		}
		got := strings.ReplaceAll(strings.Join(lines, "|"), "\u00a0", " ")
		if told := len(p.Squeezed) > 0; told != (size < cardLegible) || told != (want == "small") || !told && got != want {
			t.Errorf("%q: %q in %.1f points, told as shrunk: %t", name, got, size, told)
		}
	}
}

// TestCardsTooLong: what has no room is told with its place, and by how much.
func TestCardsTooLong(t *testing.T) {
	c := &edition.PlaceCards{Paper: aPaper("Thẻ để bàn"), Width: 60, Height: 30, Page: "tờ", Cards: []edition.PlaceCard{
		{Name: "Nguyễn Văn Mẫu", Unit: strings.Repeat("Trung tâm Nghiên cứu, Ứng dụng và Chuyển giao ", 5)},
		{Name: "Bà Lê Thị Mẫu"},
	}}
	c.Cards[0].Place.File = "data/awards/x.yaml"
	_, problems, err := LayPlaceCards(c, testFonts(t))
	if err != nil || len(problems) != 1 || problems[0].Place.File != "data/awards/x.yaml" || !strings.Contains(problems[0].Text, "không vừa thẻ 60 × 30 mm") {
		t.Error(err, problems)
	}
}

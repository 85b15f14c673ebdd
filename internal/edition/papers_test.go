package edition

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"

	"bangvang/internal/campaign"
	"bangvang/internal/diag"
)

// TestPapersOutOfReach: no type of the ceremony's papers can be reached from an edition, whatever fields it grows.
func TestPapersOutOfReach(t *testing.T) {
	private := map[reflect.Type]bool{}
	for _, of := range []reflect.Type{reflect.TypeFor[Certificates](), reflect.TypeFor[CallSheet](), reflect.TypeFor[PlaceCards]()} {
		reach(of, private)
	}
	public := map[reflect.Type]bool{}
	reach(reflect.TypeFor[Edition](), public)
	if len(public) < 60 || len(private) < 12 {
		t.Fatalf("%d and %d types: were they walked?", len(public), len(private))
	}
	for of := range private {
		if public[of] && of.PkgPath() != reflect.TypeFor[diag.Place]().PkgPath() {
			t.Errorf("%s is in an edition's reach", of)
		}
	}
}

// bodies are the pages that an edition holds behind an interface.
var bodies = []Body{&Home{}, &PlanPage{}, &AreaPage{}, &TargetsPage{}, &TargetPage{}, &UnitsPage{}, &UnitPage{}, &BlockPage{}, &RollPage{}, &StatisticsPage{}, &AwardPage{},
	&DecisionsPage{}, &DecisionPage{}, &StoriesPage{}, &StoryPage{}, &BookletPage{}, &ChapterPage{}, &ArticlePage{}, &PressPage{}, &DataPage{}, &NotFoundPage{}}

func reach(of reflect.Type, seen map[reflect.Type]bool) {
	switch of.Kind() {
	case reflect.Pointer, reflect.Slice, reflect.Map, reflect.Array:
		reach(of.Elem(), seen)
	case reflect.Interface:
		for _, b := range bodies {
			if reflect.TypeOf(b).Implements(of) && of.NumMethod() > 0 {
				reach(reflect.TypeOf(b), seen)
			}
		}
	case reflect.Struct:
		if seen[of] {
			return
		}
		seen[of] = true
		for i := range of.NumField() {
			reach(of.Field(i).Type, seen)
		}
	}
}

// handover is a small ledger: two forms, and of decisions one of each standing.
func handover() *campaign.Ledger {
	high, low := &campaign.Form{ID: "bang-khen", Name: "Bằng khen", Short: "Bằng khen", Rank: 1}, &campaign.Form{ID: "giay-khen", Name: "Giấy khen", Short: "Giấy khen", Rank: 2}
	unit := &campaign.Unit{ID: "so", Name: "Sở Minh Họa"}
	firm := &campaign.Unit{ID: "cty", Name: "Công ty TNHH MTV Ví Dụ"}
	l := &campaign.Ledger{Forms: []*campaign.Form{high, low}, Campaign: campaign.Campaign{Name: "Đợt thi đua", Lang: "vi", AsOf: time.Date(2019, 1, 15, 8, 0, 0, 0, time.UTC),
		Event: campaign.Event{Word: "Lễ tổng kết", Date: campaign.Date{Year: 2019, Month: 1, Day: 2}, Place: "Nhà hát"}}}
	l.Ceremony = campaign.Ceremony{GroupSize: 2, Order: []campaign.AwardKind{campaign.Collective, campaign.Individual, campaign.Household}, Width: campaign.Int(95), Height: campaign.Int(60)}
	add := func(id, number string, form *campaign.Form, day int, awards ...*campaign.Award) *campaign.Decision {
		d := &campaign.Decision{ID: id, Number: number, Form: form, Date: campaign.Date{Year: 2018, Month: 12, Day: day}, Issuer: "Chủ tịch", Reason: "Có thành tích",
			Signatory: campaign.Signatory{Office: "Giám đốc", Name: "Lê Ký"}, Awards: awards}
		for i, a := range awards {
			a.ID, a.No, a.Decision = fmt.Sprintf("%s-%03d", id, i+1), i+1, d
			if a.Unit == nil {
				a.Unit = unit
			}
			l.Awards = append(l.Awards, a)
		}
		l.Decisions = append(l.Decisions, d)
		return d
	}
	person := func(name string) *campaign.Award {
		return &campaign.Award{Kind: campaign.Individual, Honorific: "Ông", Name: name, Position: "Chuyên viên", Citation: "Làm tốt", GoldenBookNo: "SV-1"}
	}
	gone := person("Người Đã Rút")
	gone.Withdrawn = &campaign.Withdrawal{Date: campaign.Date{Year: 2019, Month: 1, Day: 5}, Reason: "bí mật"}
	child := person("Bé Không Tên")
	child.Minor = &campaign.Minor{}
	add("gk-1", "1", low, 20, person("Trần Giấy Một"))
	add("bk-2", "3", high, 21, person("Lê Sau"))
	add("bk-1", "2", high, 5, person("H'Hen Niê"), &campaign.Award{Kind: campaign.Collective, Name: "Phòng Mẫu", Citation: "Dẫn đầu"}, gone, child,
		&campaign.Award{Kind: campaign.Collective, Name: "Công ty TNHH MTV Ví Dụ", Unit: firm}, person("Lý Ba"), person("Võ Tư"))
	add("nhap", "", low, 0, person("Người Dự Thảo"))
	add("thu-hoi", "9", high, 6, person("Người Bị Thu Hồi")).Revoked = &campaign.Revocation{}
	add("kin", "7", high, 30, person("Người Chưa Công Bố")).PublishAt = l.Campaign.AsOf.Add(time.Hour)
	return l
}

// laidOut is a layout for all of a form.
func laidOut(l *campaign.Ledger, form *campaign.Form, kinds []campaign.AwardKind, texts ...string) *campaign.Certificate {
	c := &campaign.Certificate{Form: form, Kinds: kinds, Measured: true, Width: campaign.Int(297), Height: campaign.Int(210)}
	for _, text := range texts {
		w, _ := campaign.ParseWording(text)
		c.Fields = append(c.Fields, campaign.CertificateField{Name: text, Text: w, X: campaign.Int(10), Y: campaign.Decimal{Unscaled: 955, Scale: 1}, Width: campaign.Int(200), Size: campaign.Int(20), Least: campaign.Int(20), Leading: campaign.Int(24), Lines: 1})
	}
	l.Certificates = append(l.Certificates, c)
	return c
}

func listedPapers(c *Certificates) string {
	var out []string
	for _, k := range c.Certificates {
		out = append(out, k.ID+" "+strings.Join(k.Texts, "/"))
	}
	return strings.Join(out, "\n")
}

// TestCertificates: one for each award that stands, by form, date and number; drafts, what is revoked or withdrawn are left out and told; what
// is not public yet is made and told to be kept.
func TestCertificates(t *testing.T) {
	l := handover()
	laidOut(l, l.Forms[0], nil, "[{honorific} ]{name}", "[{position}, ]{unit}", "{number} {date}", "[{golden_book_no}]")
	laidOut(l, l.Forms[0], []campaign.AwardKind{campaign.Collective}, "{name}[ ({unit})]", "{office} {signatory}")
	laidOut(l, l.Forms[1], nil, "{name}", "{day}-{month}-{year}").Fields[0].Upper = true
	c, problems := ComposeCertificates(l, Choice{})
	want := `bk-1-001 Ông H'Hen Niê/Chuyên viên, Sở Minh Họa/2 ngày 05 tháng 12 năm 2018/SV-1
bk-1-002 Phòng Mẫu (Sở Minh Họa)/Giám đốc Lê Ký
bk-1-004 Ông Bé Không Tên/Chuyên viên, Sở Minh Họa/2 ngày 05 tháng 12 năm 2018/SV-1
bk-1-005 Công ty TNHH MTV Ví Dụ/Giám đốc Lê Ký
bk-1-006 Ông Lý Ba/Chuyên viên, Sở Minh Họa/2 ngày 05 tháng 12 năm 2018/SV-1
bk-1-007 Ông Võ Tư/Chuyên viên, Sở Minh Họa/2 ngày 05 tháng 12 năm 2018/SV-1
bk-2-001 Ông Lê Sau/Chuyên viên, Sở Minh Họa/3 ngày 21 tháng 12 năm 2018/SV-1
kin-001 Ông Người Chưa Công Bố/Chuyên viên, Sở Minh Họa/7 ngày 30 tháng 12 năm 2018/SV-1
gk-1-001 TRẦN GIẤY MỘT/20-12-2018`
	if got := listedPapers(c); got != want {
		t.Errorf("%s\nwant\n%s", got, want)
	}
	if n := len(problems.Sorted()); n != 0 || len(c.Stocks) != 3 || c.Stocks[0].Fields[0].Y != 95.5 {
		t.Errorf("%d problems, stocks %+v", n, c.Stocks)
	}
	told := strings.Join(append(c.LeftOut, c.Notes...), "\n")
	for _, want := range []string{"bk-1-003: đã rút khỏi danh sách", "Quyết định số 9 ngày", "đã bị thu hồi", "nhap: 01 dòng của dự thảo", "chưa đến giờ công bố: giữ kín", "01 giấy của người chưa thành niên"} {
		if !strings.Contains(strings.ReplaceAll(told, nbsp, " "), want) {
			t.Errorf("not told: %s\n%s", want, told)
		}
	}
	if strings.Contains(told, "bí mật") || strings.Contains(told, "Người Đã Rút") {
		t.Errorf("tells too much: %s", told)
	}
}

// TestCertificateWarnings: what a layout wants and data lacks, a form without a layout, a layout that was not measured.
func TestCertificateWarnings(t *testing.T) {
	l := handover()
	laidOut(l, l.Forms[0], nil, "{name}", "Số sổ vàng: {golden_book_no}").Measured = false
	c, problems := ComposeCertificates(l, Choice{})
	got := map[string]int{}
	for _, p := range problems.Sorted() {
		got[p.Rule.ID]++
		if p.Rule.Severity != diag.Warning {
			t.Errorf("%s is an error", p.Rule.ID)
		}
	}
	if got["certificate-blank"] != 2 || got["certificate-missing"] != 1 || got["certificate-unmeasured"] != 1 || len(c.Certificates) != 8 {
		t.Errorf("%v, %d certificates", got, len(c.Certificates))
	}
	if told := strings.Join(c.LeftOut, "\n"); !strings.Contains(told, "Giấy khen: không có mẫu in cho 01") {
		t.Error(told)
	}
}

// TestChoice narrows down, and tells what there is none of.
func TestChoice(t *testing.T) {
	l := handover()
	laidOut(l, l.Forms[0], nil, "{name}")
	laidOut(l, l.Forms[1], nil, "{name}")
	for _, c := range []struct {
		choice Choice
		ids    string
	}{
		{Choice{Decision: "bk-2"}, "bk-2-001"},
		{Choice{Form: "giay-khen"}, "gk-1-001"},
		{Choice{Awards: []string{"kin-001", "bk-1-007"}}, "bk-1-007 kin-001"},
		{Choice{Decision: "bk-1", Awards: []string{"kin-001", "bk-1-007"}}, "bk-1-007"},
		{Choice{Awards: []string{"bk-1-003"}}, ""},
	} {
		got, _ := ComposeCertificates(l, c.choice)
		var ids []string
		for _, k := range got.Certificates {
			ids = append(ids, k.ID)
		}
		if strings.Join(ids, " ") != c.ids || c.choice.Wrong(l) != "" {
			t.Errorf("%+v: %v", c.choice, ids)
		}
	}
	for want, ch := range map[string]Choice{
		`không có quyết định "bk-9"`:                                     {Decision: "bk-9"},
		`không có hình thức khen thưởng "giay-kh"; có phải "giay-khen"?`: {Form: "giay-kh"},
		`không có khen thưởng "bk-1-00"`:                                 {Awards: []string{"bk-1-001", "bk-1-00"}},
	} {
		if got := ch.Wrong(l); !strings.Contains(got, want) {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func calls(s *CallSheet) string {
	var b strings.Builder
	for _, p := range s.Parts {
		fmt.Fprintf(&b, "%s, %s: %s\n", p.Form, p.Decision, p.Counts)
		for _, g := range p.Groups {
			fmt.Fprintf(&b, "- %s\n", g.Head)
			for _, k := range g.Calls {
				fmt.Fprintf(&b, "  %d.%d %s | %s", k.No, k.Seat, k.Name, k.Line)
				for _, h := range k.Hard {
					fmt.Fprintf(&b, " [%s]", h.Words)
				}
				if k.Note != "" {
					fmt.Fprintf(&b, " (%s)", k.Note)
				}
				b.WriteString("\n")
			}
		}
	}
	return strings.ReplaceAll(b.String(), nbsp, " ")
}

// TestCallOrder: forms by rank, decisions by date, kinds as the ceremony has them, in groups of its size; who may not be named is not.
func TestCallOrder(t *testing.T) {
	l := handover()
	l.Ceremony.Readings = []campaign.Reading{{Written: "H'Hen Niê", Said: "Hơ Hen Nie"}}
	got := calls(ComposeCallSheet(l, Choice{}))
	want := `Bằng khen, Quyết định số 2 ngày 05/12/2018: 02 tập thể, 01 nhóm
- Nhóm 1 · Bằng khen · 02 tập thể
  1.1 Phòng Mẫu | Sở Minh Họa
  2.2 Công ty TNHH MTV Ví Dụ |  [TNHH đọc là trách nhiệm hữu hạn] [MTV đọc là một thành viên]
Bằng khen, Quyết định số 2 ngày 05/12/2018: 04 cá nhân, 02 nhóm
- Nhóm 2 · Bằng khen · 02 cá nhân
  3.1 Ông H'Hen Niê | Chuyên viên, Sở Minh Họa [H'Hen Niê đọc là Hơ Hen Nie]
  4.2 Người chưa thành niên (không nêu tên) | Sở Minh Họa (Chưa có đồng ý nêu tên: không đọc tên, trao riêng.)
- Nhóm 3 · Bằng khen · 02 cá nhân
  5.1 Ông Lý Ba | Chuyên viên, Sở Minh Họa
  6.2 Ông Võ Tư | Chuyên viên, Sở Minh Họa
Bằng khen, Quyết định số 3 ngày 21/12/2018: 01 cá nhân, 01 nhóm
- Nhóm 4 · Bằng khen · 01 cá nhân
  7.1 Ông Lê Sau | Chuyên viên, Sở Minh Họa
Bằng khen, Quyết định số 7 ngày 30/12/2018: 01 cá nhân, 01 nhóm
- Nhóm 5 · Bằng khen · 01 cá nhân
  8.1 Ông Người Chưa Công Bố | Chuyên viên, Sở Minh Họa
Giấy khen, Quyết định số 1 ngày 20/12/2018: 01 cá nhân, 01 nhóm
- Nhóm 6 · Giấy khen · 01 cá nhân
  9.1 Ông Trần Giấy Một | Chuyên viên, Sở Minh Họa
`
	if got != want {
		t.Errorf("%s\nwant\n%s", got, want)
	}
	l.Ceremony.Order = []campaign.AwardKind{campaign.Individual, campaign.Collective, campaign.Household}
	l.Ceremony.Decisions = []*campaign.Decision{l.Decisions[2]}
	l.Ceremony.GroupSize = 3
	s := ComposeCallSheet(l, Choice{})
	if n := len(s.Parts); n != 2 || s.Parts[0].Groups[0].Calls[0].Name != "Ông H'Hen Niê" || len(s.Parts[0].Groups) != 2 || len(s.Parts[0].Groups[0].Calls) != 2 || s.Count() != 6 {
		t.Error(calls(s))
	}
	if told := strings.Join(s.LeftOut, "\n"); strings.Count(told, "không trao tại buổi lễ này") != 3 {
		t.Error(told)
	}
	if text := calls(s); strings.Contains(text, "Bé Không Tên") {
		t.Error("a child without consent is called by name")
	}
}

// TestDealt: every group has at most so many, and none is two smaller than another.
func TestDealt(t *testing.T) {
	for n := range 60 {
		for most := 1; most < 14; most++ {
			sum, least, largest := 0, n, 0
			for _, g := range dealt(make([]Call, n), most) {
				sum, least, largest = sum+len(g), min(least, len(g)), max(largest, len(g))
				if g[len(g)-1].Seat != len(g) {
					t.Fatalf("%d by %d: seats %+v", n, most, g)
				}
			}
			if sum != n || largest > most || n > 0 && largest-least > 1 {
				t.Errorf("%d by %d: %d in all, from %d to %d", n, most, sum, least, largest)
			}
		}
	}
}

// TestCards: guests first, then awardees as they are called; a child without consent has none.
func TestCards(t *testing.T) {
	l := handover()
	l.Ceremony.Guests = []campaign.Guest{{Honorific: "Bà", Name: "Lý Khách", Position: "Chủ tịch Hội"}}
	c := ComposePlaceCards(l, Choice{})
	var got []string
	for _, k := range c.Cards {
		got = append(got, joined("/", k.Name, k.Position, k.Unit))
	}
	want := "Bà Lý Khách/Chủ tịch Hội|Phòng Mẫu/Sở Minh Họa|Công ty TNHH MTV Ví Dụ|Ông H'Hen Niê/Chuyên viên/Sở Minh Họa|Ông Lý Ba/Chuyên viên/Sở Minh Họa|" +
		"Ông Võ Tư/Chuyên viên/Sở Minh Họa|Ông Lê Sau/Chuyên viên/Sở Minh Họa|Ông Người Chưa Công Bố/Chuyên viên/Sở Minh Họa|Ông Trần Giấy Một/Chuyên viên/Sở Minh Họa"
	if strings.Join(got, "|") != want || c.Width != 95 || c.Height != 60 {
		t.Errorf("%s\nwant %s", strings.Join(got, "|"), want)
	}
	if !strings.Contains(strings.Join(c.LeftOut, "\n"), "bk-1-004: người chưa thành niên") {
		t.Error(c.LeftOut)
	}
	if some := ComposePlaceCards(l, Choice{Form: "giay-khen"}); len(some.Cards) != 1 {
		t.Errorf("%d cards", len(some.Cards))
	}
}

package edition

import (
	"fmt"
	"strings"
	"testing"

	"bangvang/internal/campaign"
)

// line words a line of an overview: its name, its counts, its picture.
func (l OverviewLine) line() string {
	words := l.Words
	for _, c := range l.Counts {
		words += " " + c.Words
	}
	for _, p := range l.Strip.Parts {
		words += fmt.Sprintf(" %s*%d", p.Standing, p.Count)
	}
	return fmt.Sprintf("%s of %d", words, l.Strip.Most)
}

func told(o Overview) string {
	out := strings.Join(o.Heads, ", ") + "\n"
	for _, l := range o.Lines {
		out += l.line() + "\n"
	}
	return out
}

func TestOutcomesAreCounted(t *testing.T) {
	lines := []outcomeLine{
		{Link{Words: "A"}, outcomes{campaign.Met: 1, campaign.Unknown: 2}},
		{Link{Words: "không"}, outcomes{}},
		{Link{Words: "B"}, outcomes{campaign.Missed: 1}},
	}
	want := "Chỉ tiêu, Đạt, Chưa đạt, Chưa có số liệu\nA 3 1 0 2 met*1 unknown*2 of 3\nB 1 0 1 0 missed*1 of 3\n"
	if got := told(*vietnamese.outcomeOverview(Overview{}, "Chỉ tiêu", lines)); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	if o := vietnamese.outcomeOverview(Overview{}, "Chỉ tiêu", lines[1:2]); o != nil {
		t.Errorf("a table of nothing: %+v", o)
	}
}

func TestAwardsAreCounted(t *testing.T) {
	a, b := &campaign.Area{ID: "a", Name: "A"}, &campaign.Area{ID: "b", Name: "B"}
	empty := &campaign.Area{ID: "c", Name: "C"}
	all := []*campaign.Award{{Area: b, Kind: campaign.Individual}, {Kind: campaign.Individual}, {Area: a, Kind: campaign.Collective}, {Area: b, Kind: campaign.Collective}}
	got := told(awardOverview(Overview{}, all, func(w *campaign.Award) Link { return orElse(areaLink(w.Area), "khác") }, links([]*campaign.Area{a, empty, b}, areaLink)))
	want := "Lượt khen, Tập thể, Cá nhân\nA 1 1 0 *1 of 2\nB 2 1 1 *2 of 2\nkhác 1 0 1 *1 of 2\n"
	if got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	if got, want := told(kindOverview(campaign.Tally{Individuals: 3, Households: 1})), "Lượt khen\nCá nhân 3 *3 of 3\nHộ gia đình 1 *1 of 3\n"; got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

func TestManyDaysAreToldByMonth(t *testing.T) {
	day := func(m, d int) dayOf[int] { return dayOf[int]{campaign.Date{Year: 2018, Month: m, Day: d}, 10*m + d} }
	words := func(all []dayOf[[]int]) (out string) {
		for _, g := range all {
			out += g.date.ISO() + fmt.Sprint(g.of) + " "
		}
		return out
	}
	if got, want := words(byDay([]dayOf[int]{day(3, 2), day(1, 5), day(3, 2)})), "2018-01-05[15] 2018-03-02[32 32] "; got != want {
		t.Errorf("few: %s, want %s", got, want)
	}
	var many []dayOf[int]
	for d := range mostDays + 1 {
		many = append(many, day(1+d%2, d+1))
	}
	if got, want := words(byDay(many)), "2018-01[11 13 15 17 19] 2018-02[22 24 26 28] "; got != want {
		t.Errorf("many: %s, want %s", got, want)
	}
}

func TestGapsBetweenReports(t *testing.T) {
	at := func(days ...int) []ChartPoint {
		var out []ChartPoint
		for _, d := range days {
			out = append(out, ChartPoint{Day: d, Label: fmt.Sprint(d), Long: "số"})
		}
		tellGaps(vietnamese, out)
		return out
	}
	for _, p := range at(0, 30, 200, 230, 260) {
		if p.Gap {
			t.Errorf("few reports, and a gap before %s", p.Label)
		}
	}
	for i, p := range at(0, 30, 61, 92, 200, 230, 260) {
		if p.Gap != (i == 4) {
			t.Errorf("gap before %s: %t", p.Label, p.Gap)
		}
		if p.Gap && p.Long != "số. Từ 92 đến đó không có báo cáo" {
			t.Errorf("it says %q", p.Long)
		}
	}
	for _, p := range at(0, 1, 2, 3, 4, 20) {
		if p.Gap {
			t.Errorf("a gap of less than a month before %s", p.Label)
		}
	}
}

package edition

import (
	"strings"
	"testing"

	"bangvang/internal/campaign"
)

func d(unscaled int64, scale uint8) campaign.Decimal {
	return campaign.Decimal{Unscaled: unscaled, Scale: scale}
}

var (
	percent = measured{say: vietnamese, measure: "%", counted: false, decimals: 2}
	dollars = measured{say: vietnamese, measure: "triệu USD", counted: false, decimals: 0}
	dong    = measured{say: vietnamese, measure: "tỷ đồng", counted: false, decimals: 0}
	xa      = measured{say: vietnamese, measure: "xã", counted: true, decimals: 0}

	plus = &campaign.Source{ID: "c", Publisher: "VietnamPlus"}
	oct  = campaign.Date{Year: 2018, Month: 10, Day: 1}
	y18  = campaign.Date{Year: 2018}
)

func estimate(v campaign.Decimal, q campaign.Qualifier) []*campaign.Result {
	return []*campaign.Result{{AsOf: oct, Value: v, Qualifier: q, Status: campaign.StatusEstimate, Source: plus}}
}

// TestSentence holds the words that are said of a target, wherever it is shown.
func TestSentence(t *testing.T) {
	for _, c := range []struct {
		name    string
		m       measured
		goal    campaign.Goal
		results []*campaign.Result
		want    string
	}{
		{"at least, missed", measured{say: vietnamese, measure: "triệu đồng", counted: false, decimals: 2}, campaign.Goal{Kind: campaign.AtLeast, From: d(808, 1)}, estimate(d(8048, 2), ""),
			"Chưa đạt kế hoạch: ước cả năm 2018 là 80,48 triệu đồng, thấp hơn mức 80,8 triệu đồng là 0,32 triệu đồng (theo VietnamPlus, số liệu ngày 01/10/2018)."},
		{"at least, met", percent, campaign.Goal{Kind: campaign.AtLeast, From: d(72, 0)}, estimate(d(72, 0), ""),
			"Đạt kế hoạch: ước cả năm 2018 là 72%, bằng mức 72% (theo VietnamPlus, số liệu ngày 01/10/2018)."},
		{"at least, exceeded by points", percent, campaign.Goal{Kind: campaign.AtLeast, From: d(845, 1)}, estimate(d(847, 1), ""),
			"Vượt kế hoạch: ước cả năm 2018 là 84,7%, cao hơn mức 84,5% là 0,2 điểm phần trăm (theo VietnamPlus, số liệu ngày 01/10/2018)."},
		{"at most, met", percent, campaign.Goal{Kind: campaign.AtMost, To: d(155, 2)}, estimate(d(155, 2), ""),
			"Đạt kế hoạch: ước cả năm 2018 là 1,55%, bằng mức 1,55% (theo VietnamPlus, số liệu ngày 01/10/2018)."},
		{"at most, exceeded is lower", percent, campaign.Goal{Kind: campaign.AtMost, To: d(155, 2)}, estimate(d(140, 2), ""),
			"Vượt kế hoạch: ước cả năm 2018 là 1,40%, thấp hơn mức 1,55% là 0,15 điểm phần trăm (theo VietnamPlus, số liệu ngày 01/10/2018)."},
		{"between, met", dong, campaign.Goal{Kind: campaign.Between, From: d(56000, 0), To: d(61000, 0)}, estimate(d(56100, 0), ""),
			"Đạt kế hoạch: ước cả năm 2018 là 56.100 tỷ đồng, nằm trong khoảng 56.000–61.000 tỷ đồng (theo VietnamPlus, số liệu ngày 01/10/2018)."},
		{"count, exceeded", xa, campaign.Goal{Kind: campaign.Count, From: d(5, 0)}, estimate(d(6, 0), ""),
			"Vượt kế hoạch: ước cả năm 2018 là 06 xã, cao hơn mức 05 xã là 01 xã (theo VietnamPlus, số liệu ngày 01/10/2018)."},
		{"above, open", percent, campaign.Goal{Kind: campaign.AtLeast, From: d(8, 0)}, estimate(d(75, 1), campaign.Above),
			"Chưa đủ căn cứ để kết luận: ước cả năm 2018 là trên 7,5%, kế hoạch 8% (theo VietnamPlus, số liệu ngày 01/10/2018)."},
		{"above, against a range that it surely reaches", percent, campaign.Goal{Kind: campaign.Between, From: d(75, 1), To: d(8, 0)}, estimate(d(75, 1), campaign.Above),
			"Đạt kế hoạch: ước cả năm 2018 là trên 7,5%, kế hoạch 7,5–8% (theo VietnamPlus, số liệu ngày 01/10/2018)."},
		{"computed", dollars, campaign.Goal{Kind: campaign.AtLeast, From: d(1790, 0)}, []*campaign.Result{{AsOf: campaign.Date{Year: 2019}, Value: d(2020, 0), Qualifier: campaign.About,
			Status: campaign.StatusComputed, Computed: &campaign.Computed{Formula: "2.200 / 1,0891", From: &campaign.Source{Publisher: "Nhân Dân"}}}},
			"Vượt kế hoạch: số tính toán năm 2018 là khoảng 2.020 triệu USD, cao hơn mức 1.790 triệu USD là khoảng 230 triệu USD (tính từ số của Nhân Dân, năm 2019)."},
		{"about, surely reached but not equal", percent, campaign.Goal{Kind: campaign.AtLeast, From: d(795, 2)}, estimate(d(80, 1), campaign.About),
			"Đạt kế hoạch: ước cả năm 2018 là khoảng 8,0%, cao hơn mức 7,95% là khoảng 0,05 điểm phần trăm (theo VietnamPlus, số liệu ngày 01/10/2018)."},
		{"about, beyond a range", dong, campaign.Goal{Kind: campaign.Between, From: d(10, 0), To: d(20, 0)}, estimate(d(25, 0), campaign.About),
			"Vượt kế hoạch: ước cả năm 2018 là khoảng 25 tỷ đồng, cao hơn mức trên của khoảng 10–20 tỷ đồng là khoảng 5 tỷ đồng (theo VietnamPlus, số liệu ngày 01/10/2018)."},
		{"unknown", percent, campaign.Goal{Kind: campaign.AtLeast, From: d(90, 0)}, nil,
			"Chưa có số liệu: kế hoạch 90%, chưa có báo cáo nào về kết quả năm 2018."},
	} {
		got := strings.ReplaceAll(sentence(c.m, c.goal, y18, c.results, thePlan), nbsp, " ")
		if got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.name, got, c.want)
		}
	}
}

// TestAxisHoldsAll: every number of a chart lies on its axis, and only a zoomed axis begins elsewhere than at zero.
func TestAxisHoldsAll(t *testing.T) {
	goals := []campaign.Goal{{Kind: campaign.AtLeast, From: d(8, 0)}, {Kind: campaign.AtMost, To: d(155, 2)}, {Kind: campaign.Between, From: d(56000, 0), To: d(61000, 0)},
		{Kind: campaign.Count, From: d(5, 0)}, {Kind: campaign.Count}, {Kind: campaign.Count, From: d(500, 0)}, {Kind: campaign.AtLeast, From: d(-3, 0)}}
	for _, g := range goals {
		for _, v := range []campaign.Decimal{d(0, 0), d(1, 4), d(155, 2), d(75, 1), d(6, 0), d(560, 0), d(56100, 0), d(9_000_000, 0), d(-12, 1)} {
			for _, n := range []int{0, 1, 2} {
				var rs []*campaign.Result
				for i := range n {
					rs = append(rs, &campaign.Result{AsOf: campaign.Date{Year: 2018, Month: 12 - i}, Value: v})
				}
				c := chart("x", "x", percent, g, thePlan, rs, y18, "")
				in := func(x float64) {
					if x < c.Axis.Min || x > c.Axis.Max {
						t.Errorf("%v, %v, %d reports (%s): %v outside %v", g, v, n, c.Form, x, c.Axis)
					}
				}
				for _, p := range c.Points {
					in(p.Value)
				}
				for _, x := range []*float64{c.Goal.From, c.Goal.To} {
					if x != nil {
						in(*x)
					}
				}
				if c.Axis.Zoomed != (c.Axis.Min != 0) || c.Axis.Max <= c.Axis.Min {
					t.Errorf("%v, %v: axis %+v", g, v, c.Axis)
				}
			}
		}
	}
}

// TestOfficialIsJudged: the City's own target has a verdict of its own, also where it is the plan's.
func TestOfficialIsJudged(t *testing.T) {
	goal := campaign.Goal{Kind: campaign.AtLeast, From: d(1790, 0)}
	x := &campaign.Target{Area: &campaign.Area{}, Measure: "triệu USD", Goal: goal, Period: y18, Results: estimate(d(1847, 0), ""),
		Official: &campaign.Official{Goal: goal, Source: &campaign.Source{Publisher: "Báo Mẫu"}}}
	got := ""
	for _, f := range (&composer{say: vietnamese}).targetFacts(x) {
		if f.Term == vietnamese.against[theCity].name {
			got = strings.ReplaceAll(f.Value, nbsp, " ")
		}
	}
	if want := "1.790 triệu USD: vượt (theo Báo Mẫu)"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

package edition

import (
	"fmt"
	"testing"
	"time"

	"bangvang/internal/campaign"
)

// rollOf is a campaign of two decisions with n awards in all.
func rollOf(n int) *campaign.Ledger {
	form := &campaign.Form{ID: "bang-khen", Name: "Bằng khen", Short: "Bằng khen", Rank: 1}
	unit := &campaign.Unit{ID: "so", Name: "Sở Mẫu", Kind: campaign.Department}
	l := &campaign.Ledger{Forms: []*campaign.Form{form}, Units: []*campaign.Unit{unit},
		Campaign: campaign.Campaign{AsOf: time.Date(2019, 1, 15, 8, 0, 0, 0, time.UTC), Zone: time.UTC, BaseURL: "https://vi-du.vn/", Period: campaign.Span{From: campaign.Date{Year: 2018}}}}
	for i, size := range []int{n / 2, n - n/2} {
		d := &campaign.Decision{ID: fmt.Sprintf("mau-%d", i+1), Number: fmt.Sprintf("MẪU-%d", i+1), Form: form, Date: campaign.Date{Year: 2018, Month: 12, Day: 5}}
		for no := range size {
			a := &campaign.Award{ID: fmt.Sprintf("%s-%03d", d.ID, no+1), Decision: d, No: no + 1, Kind: campaign.Individual, Name: "Nguyễn Văn Mẫu", Unit: unit}
			d.Awards, unit.Awards, l.Awards = append(d.Awards, a), append(unit.Awards, a), append(l.Awards, a)
		}
		l.Decisions = append(l.Decisions, d)
	}
	return l
}

// TestChapters: a booklet of more than bookletWhole awards has a page for each decision, which the whole one doesn't.
func TestChapters(t *testing.T) {
	for n, want := range map[int]int{bookletWhole: 0, bookletWhole + 1: 2} {
		ed, problems := Compose(rollOf(n), nil, Options{})
		if problems.Failed(true) {
			t.Fatal(problems.Sorted())
		}
		got, awards := 0, 0
		for _, p := range ed.Pages {
			c, ok := p.Body.(*ChapterPage)
			if !ok {
				continue
			}
			got++
			for _, b := range c.Decision.Blocks {
				for _, u := range b.Units {
					for _, g := range u.Groups {
						awards += len(g.Awards)
					}
				}
			}
			if p.Path != c.Decision.Chapter || (c.Previous == nil) == (c.Next == nil) {
				t.Errorf("%s: neighbours %v, %v", p.Path, c.Previous, c.Next)
			}
		}
		if got != want || want > 0 && awards != n {
			t.Errorf("%d awards: %d chapters with %d of them, want %d", n, got, awards, want)
		}
	}
}

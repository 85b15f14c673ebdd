package build

import (
	"testing"

	"bangvang/internal/booklet"
	"bangvang/internal/chart"
	"bangvang/internal/digest"
	"bangvang/internal/edition"
)

// A word changed in one volume makes that one anew, and no other; what stands before the roll is the first one's; the site's is all's.
func TestVolumeOrigin(t *testing.T) {
	roll := func(citation string) []edition.RollForm {
		a := &edition.Award{Name: "An", Citation: citation}
		return []edition.RollForm{{Decisions: []edition.RollDecision{{Blocks: []edition.RollBlock{{Units: []edition.RollUnit{{Groups: []edition.RollGroup{{Awards: []*edition.Award{a}}}}}}}}}}}
	}
	first, second, foreword, site := "một", "hai", "lời", "tên"
	origins := func() (out [2]digest.Sum) {
		r := &Result{Edition: &edition.Edition{Site: edition.Site{Name: site}, Booklet: &edition.Booklet{
			Foreword: &edition.Article{Title: foreword}, Volumes: []edition.Volume{{Number: 1, Roll: roll(first)}, {Number: 2, Roll: roll(second)}},
		}}}
		l := look{charts: chart.NewEngine(nil, nil, nil, chart.Store{})}
		for i := range out {
			sum, ok := r.bookOrigin(l, booklet.Options{Volume: i + 1})()
			if !ok {
				t.Fatal("no origin")
			}
			out[i] = sum
		}
		return out
	}
	before := origins()
	for _, c := range []struct {
		change *string
		differ [2]bool
	}{{&first, [2]bool{true, false}}, {&second, [2]bool{false, true}}, {&foreword, [2]bool{true, false}}, {&site, [2]bool{true, true}}} {
		was := *c.change
		*c.change = "khác"
		if now := origins(); [2]bool{now[0] != before[0], now[1] != before[1]} != c.differ {
			t.Errorf("%q changed: volumes differ %v, want %v", was, [2]bool{now[0] != before[0], now[1] != before[1]}, c.differ)
		}
		*c.change = was
	}
	if before[0] == before[1] || origins() != before {
		t.Error("the origins are not those of what is in the volumes")
	}
}

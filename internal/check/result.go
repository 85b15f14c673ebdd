package check

import (
	"fmt"
	"slices"

	"bangvang/internal/campaign"
	"bangvang/internal/diag"
	"bangvang/internal/source"
)

// results reads reports of figures and puts them, newest first, under what they report.
func (r *resolver) results() {
	for i := range r.tree.Results {
		s := &r.tree.Results[i]
		t, a := find(r, &r.targetIDs, s.Target), find(r, &r.assignmentIDs, s.Assignment)
		if s.Target.Given() == s.Assignment.Given() {
			text := "kết quả không ghi của chỉ tiêu nào"
			if s.Target.Given() {
				text = "kết quả ghi cả target và assignment"
			}
			r.add(resultOwner, s.Place, text, "ghi đúng một trong target (chỉ tiêu chung) và assignment (chỉ tiêu giao cho đơn vị)")
			continue
		}
		switch {
		case t != nil:
			if res := r.result(s, t.Goal, t.Decimals); !r.future(res.AsOf) {
				t.Results = append(t.Results, res)
			}
		case a != nil:
			res := r.result(s, a.Goal, a.Decimals)
			if r.future(res.AsOf) {
				continue
			}
			a.Results = append(a.Results, res)
			if !a.Deadline.IsZero() && !res.AsOf.IsZero() && res.AsOf.After(a.Deadline) {
				r.add(resultLate, s.AsOf.Place, fmt.Sprintf("kết quả ngày %s sau thời hạn %s của %q", s.AsOf.Text, a.Deadline.ISO(), a.ID), "kết quả này không tính là đúng hạn", a.Place)
			}
		default:
			r.result(s, campaign.Goal{}, campaign.MaxScale) // its own slips are told all the same
		}
	}
	for _, t := range r.ledger.Targets {
		slices.SortStableFunc(t.Results, campaign.CompareResults)
	}
	for _, a := range r.ledger.Assignments {
		slices.SortStableFunc(a.Results, campaign.CompareResults)
	}
}

var statusWords = []Word{{string(campaign.StatusEstimate), "ước"}, {string(campaign.StatusOfficial), "chính thức"}, {string(campaign.StatusComputed), "tính toán"}}

func (r *resolver) result(s *source.Result, g campaign.Goal, decimals int) *campaign.Result {
	res := &campaign.Result{
		Place: s.Place, AsOf: r.date(s.AsOf), Qualifier: r.qualifier(s.Qualifier),
		Status:   campaign.Status(r.oneOf(s.Status, statusWords)),
		Computed: r.computed(s.Computed), Source: find(r, &r.sourceIDs, s.Source), Note: line(s.Note), Sample: r.flag(s.Sample),
	}
	if r.reports == nil {
		r.reports = map[*campaign.Result]diag.Place{}
	}
	r.reports[res] = s.Value.Place
	if g.Kind == campaign.Count {
		res.Value = r.whole(s.Value)
	} else {
		res.Value, _ = r.figure(s.Value, decimals)
	}
	r.notAfterClock(s.AsOf, res.AsOf)
	switch {
	case res.Status == campaign.StatusComputed && s.Computed == nil:
		r.add(computedFormula, s.Status.Place, "số tự tính không ghi cách tính", "thêm computed: {formula: …, from: …}")
	case res.Status != "" && res.Status != campaign.StatusComputed && s.Computed != nil:
		r.add(computedFormula, s.Computed.Place, fmt.Sprintf("có cách tính nhưng status là %q", res.Status), "ghi status: computed, hoặc bỏ khoá computed")
	case !s.Source.Given() && s.Computed == nil && !res.Sample:
		r.add(sourceMissing, s.Place, "kết quả không có nguồn", "thêm khoá source")
	}
	return res
}

// notAfterClock warns of a date that lies after the clock of the build.
func (r *resolver) notAfterClock(v source.Value, d campaign.Date) {
	if r.future(d) {
		r.add(dateAfterClock, v.Place, fmt.Sprintf("ngày %s sau thời điểm của dữ liệu (%s)", v.Text, campaign.Day(r.ledger.Campaign.AsOf).ISO()),
			"chưa được tính; sửa ngày này, hoặc dời as_of trong data/campaign.yaml")
	}
}

// future tells whether a date lies wholly after the clock of the build. A report of the future is not believed: it would be the newest.
func (r *resolver) future(d campaign.Date) bool {
	clock := r.ledger.Campaign.AsOf
	return !d.IsZero() && !clock.IsZero() && d.After(campaign.Day(clock))
}

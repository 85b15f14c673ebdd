package edition

import (
	"testing"
	"time"

	"bangvang/internal/campaign"
)

// TestGateCorrection: a correction is told where all that it names is.
func TestGateCorrection(t *testing.T) {
	open, draft, revoked := decision("1"), decision(""), decision("2")
	revoked.Revoked = &campaign.Revocation{}
	l := &campaign.Ledger{Campaign: campaign.Campaign{AsOf: time.Date(2019, 1, 1, 0, 0, 0, 0, time.UTC)}, Decisions: []*campaign.Decision{open, draft, revoked}}
	award := func(d *campaign.Decision, change func(*campaign.Award)) *campaign.Award {
		a := &campaign.Award{Decision: d}
		change(a)
		return a
	}
	plain := func(*campaign.Award) {}
	withdrawn := func(a *campaign.Award) { a.Withdrawn = &campaign.Withdrawal{} }
	minor := func(a *campaign.Award) { a.Minor = &campaign.Minor{} }
	for name, c := range map[string]struct {
		k    campaign.Correction
		want bool
	}{
		"of nothing":                {campaign.Correction{}, true},
		"of a target":               {campaign.Correction{Target: &campaign.Target{}}, true},
		"of a decision":             {campaign.Correction{Decision: open}, true},
		"of a revoked decision":     {campaign.Correction{Decision: revoked}, true},
		"of a draft":                {campaign.Correction{Decision: draft}, false},
		"of a target and a draft":   {campaign.Correction{Target: &campaign.Target{}, Decision: draft}, false},
		"of an award":               {campaign.Correction{Decision: open, Award: award(open, plain)}, true},
		"of an award of a draft":    {campaign.Correction{Decision: draft, Award: award(draft, plain)}, false},
		"of a withdrawn award":      {campaign.Correction{Decision: open, Award: award(open, withdrawn)}, false},
		"of a child":                {campaign.Correction{Decision: open, Award: award(open, minor)}, false},
		"of a story":                {campaign.Correction{Story: &campaign.Story{Award: award(open, plain)}}, true},
		"of a story of a withdrawn": {campaign.Correction{Story: &campaign.Story{Award: award(open, withdrawn)}}, false},
	} {
		if got := newGate(l, forPublic).correction(&c.k); got != c.want {
			t.Errorf("%s: %t, want %t", name, got, c.want)
		}
	}
}

// TestCorrectionsOfPages: a page lists what was corrected on it, newest first, and was changed on that day.
func TestCorrectionsOfPages(t *testing.T) {
	target := &campaign.Target{ID: "lua", Name: "Lúa"}
	l := &campaign.Ledger{Campaign: campaign.Campaign{AsOf: time.Date(2019, 1, 1, 0, 0, 0, 0, time.UTC), Zone: time.UTC}, Corrections: []*campaign.Correction{
		{Date: campaign.Date{Year: 2018, Month: 10}, Subject: "Nguồn", Was: "báo", Now: "đài", Reason: "nhầm", Target: target},
		{Date: campaign.Date{Year: 2018, Month: 11, Day: 5}, Subject: "Số liệu.", Was: "1", Now: "2", Reason: "nhầm", Target: target},
		{Date: campaign.Date{Year: 2018, Month: 12}, Subject: "Khác", Was: "1", Now: "2", Reason: "nhầm"}}}
	c := newComposer(l, nil, Options{}, vietnamese)
	c.page(Head{Path: targetPath(target), Updated: "2018-10-01"}, &TargetPage{})
	h := c.ed.Pages[0].Head
	if len(h.Corrections) != 2 || h.Updated != "2018-11-05" || h.Corrections[0].Dated != "Đính chính ngày"+nbsp+"05/11/2018" ||
		h.Corrections[0].Words != "Số liệu. Đã đăng: 1. Nay sửa là: 2. Lý do: nhầm." || h.Corrections[0].Of[0] != (Link{"Lúa", "/chi-tieu/lua/"}) {
		t.Errorf("%+v", h)
	}
	if es := c.correctionEntries(); len(es) != 3 || es[0].Path != pressPath || es[1].Path != "/chi-tieu/lua/" {
		t.Errorf("%+v", es)
	}
}

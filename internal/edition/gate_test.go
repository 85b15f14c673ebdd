package edition

import (
	"testing"
	"time"

	"bangvang/internal/campaign"
)

// TestGateSample: the banner stands as long as anything that is shown is a sample, and for nothing else.
func TestGateSample(t *testing.T) {
	sample := []*campaign.Result{{Sample: true}}
	for name, c := range map[string]struct {
		l    campaign.Ledger
		want bool
	}{
		"decision":             {campaign.Ledger{Decisions: []*campaign.Decision{decision("1"), sampled(decision("2"))}}, true},
		"draft":                {campaign.Ledger{Decisions: []*campaign.Decision{sampled(decision(""))}}, false},
		"assignment":           {campaign.Ledger{Assignments: []*campaign.Assignment{{Sample: true}}}, true},
		"assignment's result":  {campaign.Ledger{Assignments: []*campaign.Assignment{{Results: sample}}}, true},
		"achievement":          {campaign.Ledger{Achievements: []*campaign.Achievement{{Sample: true}}}, true},
		"story":                {campaign.Ledger{Stories: []*campaign.Story{{Sample: true}}}, true},
		"story not to be told": {campaign.Ledger{Stories: []*campaign.Story{{Sample: true, Award: &campaign.Award{Decision: decision("")}}}}, false},
		"result":               {campaign.Ledger{Targets: []*campaign.Target{{Results: sample}}}, true},
		"nothing":              {campaign.Ledger{Decisions: []*campaign.Decision{decision("1")}, Targets: []*campaign.Target{{Results: []*campaign.Result{{}}}}}, false},
	} {
		if got := newGate(&c.l, forPublic).sample(&c.l); got != c.want {
			t.Errorf("%s: %t, want %t", name, got, c.want)
		}
	}
}

func decision(number string) *campaign.Decision {
	return &campaign.Decision{Number: number, Form: &campaign.Form{ID: "khen", Short: "Khen"}, Date: campaign.Date{Year: 2018}}
}

func sampled(d *campaign.Decision) *campaign.Decision {
	d.Sample = true
	return d
}

// TestMinor: of a child without recorded consent the unit is told and nothing else, and no story.
func TestMinor(t *testing.T) {
	d := decision("1")
	unit := &campaign.Unit{ID: "truong", Name: "Trường Thử"}
	a := &campaign.Award{ID: "d-001", Decision: d, No: 1, Kind: campaign.Individual, Honorific: "Em", Name: "Ngô Thử", Position: "Học sinh lớp 5A", Group: "học sinh", Unit: unit,
		Area: &campaign.Area{ID: "a", Name: "A"}, Citation: "Giải nhất cuộc thi thử", Minor: &campaign.Minor{}}
	d.Awards = []*campaign.Award{a}
	l := &campaign.Ledger{Campaign: campaign.Campaign{AsOf: time.Date(2019, 1, 1, 0, 0, 0, 0, time.UTC)}, Decisions: []*campaign.Decision{d}}
	story := &campaign.Story{Award: a}
	got := publicAward(a, &DecisionRef{}, nil, newCommon())
	if want := (Award{ID: "d-001", Path: "/vinh-danh/d-001/", No: 1, Kind: PersonEntry, KindWords: "cá nhân", Name: hidden, Unit: Link{Words: "Trường Thử", Path: "/don-vi/truong/"}}); !sameButDecision(*got, want) {
		t.Errorf("%+v", *got)
	}
	if newGate(l, forPublic).story(story) {
		t.Error("a story about the child may be told")
	}
	a.Minor.Consent = true
	if got := publicAward(a, &DecisionRef{}, nil, newCommon()); got.Name != a.Name || got.Citation != a.Citation || got.Area.Words != "A" {
		t.Errorf("with consent: %+v", *got)
	}
	if !newGate(l, forPublic).story(story) {
		t.Error("with consent the story may not be told")
	}
}

func sameButDecision(a, b Award) bool {
	a.Decision, b.Decision = nil, nil
	return a == b
}

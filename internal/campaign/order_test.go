package campaign

import (
	"slices"
	"strings"
	"testing"
	"time"

	"bangvang/internal/diag"
)

func TestSortUnits(t *testing.T) {
	at := func(s string) *Decimal { d := dec(s); return &d }
	units := []*Unit{
		{ID: "school", Kind: School},
		{ID: "commune-b", Kind: Commune},
		{ID: "commune-2", Kind: Commune, Order: at("2")},
		{ID: "commune-1.5", Kind: Commune, Order: at("1.5")},
		{ID: "rural", Kind: RuralDistrict},
		{ID: "urban", Kind: UrbanDistrict},
		{ID: "commune-a", Kind: Commune},
		{ID: "commune-2-too", Kind: Commune, Order: at("2.0")},
		{ID: "party", Kind: Party},
	}
	SortUnits(units)
	var got []string
	for _, u := range units {
		got = append(got, u.ID)
	}
	want := "party urban rural commune-1.5 commune-2 commune-2-too commune-b commune-a school"
	if strings.Join(got, " ") != want {
		t.Errorf("%v\nwant %s", got, want)
	}
	if len(UnitKinds) != 15 || slices.Index(UnitKinds, OtherKind) != 14 {
		t.Error("a kind of unit is missing from the order")
	}
}

func TestCompareResults(t *testing.T) {
	r := func(y, m, d int, s Status, line int32) *Result {
		return &Result{AsOf: Date{y, m, d}, Status: s, Place: diag.Place{File: "r.yaml", Line: line}}
	}
	want := []*Result{
		r(2019, 1, 15, StatusComputed, 9),
		r(2018, 12, 31, StatusOfficial, 8),
		r(2018, 12, 31, StatusEstimate, 1),
		r(2018, 12, 31, StatusComputed, 2),
		r(2018, 12, 31, StatusComputed, 3),
		r(2018, 10, 1, StatusOfficial, 4),
	}
	got := slices.Clone(want)
	slices.Reverse(got)
	slices.SortFunc(got, CompareResults)
	if !slices.Equal(got, want) {
		t.Error("not newest first, official before estimate before computed, then by place")
	}
	if Newest(got) != want[0] || Newest(nil) != nil {
		t.Error("Newest")
	}
}

func TestPublic(t *testing.T) {
	now := time.Date(2019, 1, 2, 8, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		name   string
		d      Decision
		public bool
	}{
		{"a draft", Decision{}, false},
		{"a draft whose time has come", Decision{PublishAt: now.Add(-time.Hour)}, false},
		{"numbered, at once", Decision{Number: "1"}, true},
		{"to the second", Decision{Number: "1", PublishAt: now}, true},
		{"under embargo", Decision{Number: "1", PublishAt: now.Add(time.Second)}, false},
		{"revoked stays", Decision{Number: "1", Revoked: &Revocation{}}, true},
	} {
		if c.d.Public(now) != c.public {
			t.Errorf("%s: want %v", c.name, c.public)
		}
	}
}

func TestTally(t *testing.T) {
	var n Tally
	for _, k := range []AwardKind{Collective, Individual, Individual, Household, ""} {
		n.Count(k)
	}
	if n != (Tally{1, 2, 1}) || n.Total() != 4 {
		t.Errorf("%+v", n)
	}
}

package edition

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"bangvang/internal/campaign"
)

// cardOn is the address of the card that stands for a page, "" for none.
func cardOn(ed *Edition, at Path) Path {
	for _, p := range ed.Pages {
		if p.Path == at && p.Card != nil {
			return p.Card.Path
		}
	}
	return ""
}

// wordsDrawn are the words of all drawings, and of what is read out.
func wordsDrawn(ed *Edition) string {
	var b strings.Builder
	for _, d := range ed.Drawings {
		fmt.Fprintf(&b, "%+v\n", d)
	}
	if ed.Script != nil {
		fmt.Fprintln(&b, slices.Collect(ed.Script.Lines()))
	}
	return b.String()
}

// TestWhoHasACard: an award has a card that names it, unless there are too many, its page names nobody, or nobody should share that.
func TestWhoHasACard(t *testing.T) {
	for what, change := range map[string]func(l *campaign.Ledger, a *campaign.Award){
		"named":    func(*campaign.Ledger, *campaign.Award) {},
		"too many": func(l *campaign.Ledger, _ *campaign.Award) { l.Campaign.CardAwards = len(l.Awards) - 1 },
		"a minor":  func(_ *campaign.Ledger, a *campaign.Award) { a.Minor = &campaign.Minor{} },
		"withdrawn": func(_ *campaign.Ledger, a *campaign.Award) {
			a.Withdrawn = &campaign.Withdrawal{Date: oct, Reason: "Kín"}
		},
		"revoked": func(_ *campaign.Ledger, a *campaign.Award) { a.Decision.Revoked = &campaign.Revocation{Date: oct} },
		"a draft": func(_ *campaign.Ledger, a *campaign.Award) { a.Decision.Number = "" },
	} {
		l, docs := twoTongues()
		l.Campaign.CardAwards = 1000
		a := l.Awards[0]
		a.Name = "Đỗ Thị Tên"
		change(l, a)
		ed, problems := Compose(l, docs, Options{})
		if problems.Failed(false) {
			t.Fatal(what, problems.Sorted())
		}
		want := map[string]Path{"named": awardPath(a) + cardName, "too many": decisionPath(a.Decision) + cardName, "a minor": decisionPath(a.Decision) + cardName}[what]
		if got := cardOn(ed, awardPath(a)); got != want {
			t.Errorf("%s: the card %q, want %q", what, got, want)
		}
		if what == "too many" {
			continue // there it is only read out
		}
		if got := strings.Contains(wordsDrawn(ed), a.Name); got != (what == "named") {
			t.Errorf("%s: named %t", what, got)
		}
	}
}

// TestDrawnOnce: every drawing has an address of its own, is told in words, and every card that a page names is drawn.
func TestDrawnOnce(t *testing.T) {
	l, docs := twoTongues()
	ed, _ := Compose(l, docs, Options{})
	drawn := map[Path]bool{}
	for _, e := range []*Edition{ed, ed.Twins[0]} {
		for _, d := range e.Drawings {
			if drawn[d.Path] || d.Alt == "" || d.Title == "" || d.Address == "" || d.Date == "" {
				t.Errorf("%+v", d)
			}
			drawn[d.Path] = true
		}
	}
	for _, e := range []*Edition{ed, ed.Twins[0]} {
		for _, p := range e.Pages {
			if p.NoIndex != (p.Card == nil) {
				t.Errorf("%s: noindex %t, card %v", p.Path, p.NoIndex, p.Card)
			}
			if p.Card != nil && !drawn[p.Card.Path] {
				t.Errorf("%s: nobody draws %s", p.Path, p.Card.Path)
			}
			if e != ed && p.Card != nil && !strings.HasPrefix(string(p.Card.Path), "/en/") {
				t.Errorf("%s has the card %s", p.Path, p.Card.Path)
			}
		}
	}
}

// TestStillsSayHowFirm: a figure on a still is not taken for an official one that it is not; an official one is told as one.
func TestStillsSayHowFirm(t *testing.T) {
	for status, want := range map[campaign.Status][]string{campaign.StatusEstimate: {"ước cả năm", "ước "}, campaign.StatusOfficial: {"số chính thức", ""}} {
		l, docs := twoTongues()
		for _, x := range l.Targets {
			for _, r := range x.Results {
				r.Status = status
			}
		}
		ed, _ := Compose(l, docs, Options{})
		charts, rows := 0, 0
		for _, d := range ed.Drawings {
			if d.Kind == StillDrawing && d.Chart != nil && d.Verdict.Standing != Unknown {
				charts++
				if !strings.Contains(loose(d.Verdict.Words), " · "+want[0]) {
					t.Errorf("%s: %s: %q", status, d.Path, d.Verdict.Words)
				}
			}
			for _, r := range d.Rows {
				if rows++; r.Figure != "" && strings.HasPrefix(r.Figure, "ước ") != (want[1] != "") {
					t.Errorf("%s: %s: %q", status, d.Path, r.Figure)
				}
			}
		}
		if charts == 0 || rows == 0 {
			t.Errorf("%s: %d charts, %d rows", status, charts, rows)
		}
	}
}

// TestNamesInOrder: names are in the order of the ceremony, numbered through, without those who are not called or may not be named.
func TestNamesInOrder(t *testing.T) {
	l, docs := twoTongues()
	d := l.Awards[0].Decision
	all := []*campaign.Award{{ID: "x-1", No: 1, Kind: campaign.Individual, Honorific: "Ông", Name: "Lê Một", Position: "Kế toán"}, {ID: "x-2", No: 2, Kind: campaign.Collective, Name: "Tổ Hai"},
		{ID: "x-3", No: 3, Kind: campaign.Individual, Name: "Em Ba", Minor: &campaign.Minor{}}, {ID: "x-4", No: 4, Kind: campaign.Household, Name: "Hộ Bốn"}}
	for _, a := range all {
		a.Decision, a.Unit = d, l.Units[0]
	}
	for _, u := range l.Units {
		u.Awards = nil
	}
	d.Awards, l.Awards, l.Units[0].Awards = all, all, all
	l.Ceremony.Decisions, l.Ceremony.Order = []*campaign.Decision{d}, []campaign.AwardKind{campaign.Household, campaign.Individual, campaign.Collective}
	ed, problems := Compose(l, docs, Options{})
	if problems.Failed(false) {
		t.Fatal(problems.Sorted())
	}
	var read []string
	for line := range ed.Script.Lines() {
		if no, _, ok := strings.Cut(line, ". "); ok && len(no) == 1 {
			read = append(read, line)
		}
	}
	unit := l.Units[0].Name
	if want := []string{"1. Hộ Bốn, " + unit, "2. Ông Lê Một, Kế toán, " + unit, "3. Tổ Hai, " + unit}; !slices.Equal(read, want) {
		t.Errorf("read out: %q, want %q", read, want)
	}
	i := slices.IndexFunc(ed.Datasets, func(d Dataset) bool { return d.ID == captionsID })
	var rows [][]Cell
	for _, row := range ed.Datasets[i].Table.All() {
		rows = append(rows, slices.Clone(row))
	}
	if len(rows) != 3 || rows[0][2].Value != "Hộ Bốn" || rows[1][3].Value != "Kế toán" {
		t.Errorf("captions: %v", rows)
	}
}

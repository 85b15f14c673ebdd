package build_test

import (
	"context"
	"path/filepath"
	"strings"
	"testing"

	"bangvang/internal/build"
	"bangvang/internal/edition"
	"bangvang/internal/source"
)

// onPaper makes one of the ceremony's papers of the real campaign and gives what a reader finds on its pages.
func onPaper(t *testing.T, work build.Paperwork) []string {
	t.Helper()
	work.Output = filepath.Join(t.TempDir(), "giay.pdf")
	r, made, err := build.Paper(context.Background(), build.Options{Source: "../.."}, work)
	if err != nil || r.Failed(false) || len(made.Files) != 1 {
		t.Fatal(err, problems(r))
	}
	pages := strings.Split(run(t, "pdftotext", "-raw", work.Output, "-"), "\f")
	for i := range pages {
		pages[i] = strings.Join(strings.Fields(pages[i]), " ")
	}
	return pages[:len(pages)-1]
}

// TestPapersHoldEverybody: each award of a decision that has a number and stands has its certificate, is called once and has a card that reads
// from both sides; nobody else has, whatever the public may see yet.
func TestPapersHoldEverybody(t *testing.T) {
	tree := read(t, "../..")
	stands := map[string]source.Decision{}
	for _, d := range tree.Decisions {
		if d.Number.Given() && d.Revoked == nil {
			stands[d.ID.Text] = d
		}
	}
	certificates := onPaper(t, build.Paperwork{Kind: build.CertificatePapers})
	called := strings.Join(onPaper(t, build.Paperwork{Kind: build.CallSheetPaper}), " ")
	cards := strings.Join(onPaper(t, build.Paperwork{Kind: build.PlaceCardPapers}), " ")
	all := strings.Join(certificates, " ")
	spelled := func(s string) string { return strings.ReplaceAll(s, " ", "") }
	calledClosed, cardsClosed := spelled(called), spelled(cards)
	names := map[string]int{}  // by name, as namesakes are called too
	spoken := map[string]int{} // those of them who may be named aloud
	awards := 0
	eachAward(tree, func(decision string, a source.Award) {
		child := a.Minor != nil && a.Minor.Consent.Text != "true"
		_, ok := stands[decision]
		if ok && a.Withdrawn == nil {
			awards++
			names[a.Name.Text]++
			if !child {
				spoken[a.Name.Text]++
			}
			if book := a.GoldenBookNo.Text; book != "" && strings.Count(all, "Số sổ vàng: "+book) != 1 {
				t.Errorf("%s: %s is on %d certificates", a.ID.Text, book, strings.Count(all, "Số sổ vàng: "+book))
			}
		}
	})
	if len(certificates) != awards || awards < 60 {
		t.Errorf("%d certificates for %d awards", len(certificates), awards)
	}
	count := func(text, name string) int { return strings.Count(text, spelled(name)) }
	eachAward(tree, func(decision string, a source.Award) {
		name := a.Name.Text
		within := 0 // in how many other names this one is a part
		for other, n := range names {
			if other != name && strings.Contains(spelled(other), spelled(name)) {
				within += n
			}
		}
		if _, ok := stands[decision]; !ok || a.Withdrawn != nil {
			if names[name] == 0 && within == 0 && count(spelled(all)+calledClosed+cardsClosed, name) > 0 {
				t.Errorf("%s, who has no award, is on a paper", a.ID.Text)
			}
			return
		}
		if within > 0 {
			return
		}
		if n := count(spelled(all), name); n < names[name] {
			t.Errorf("%s has %d certificates", a.ID.Text, n)
		}
		want := spoken[name]
		if n := count(calledClosed, name); n < want || want == 0 && n > 0 || a.Kind.Text == "individual" && n != want {
			t.Errorf("%s is called %d times, want %d", a.ID.Text, n, want)
		}
		if n := count(cardsClosed, name); want == 0 && n > 0 {
			t.Errorf("%s has a card", a.ID.Text)
		}
	})
}

// TestPapersKeepTheClock: what papers say is of the moment that the command line names.
func TestPapersKeepTheClock(t *testing.T) {
	out := filepath.Join(t.TempDir(), "x.pdf")
	r, made, err := build.Paper(context.Background(), build.Options{Source: "../..", AsOf: "2019-01-26T08:00:00+07:00"},
		build.Paperwork{Kind: build.CallSheetPaper, Choice: edition.Choice{Decision: "bang-khen-mau-06"}, Output: out})
	if err != nil || r.Failed(false) || len(made.Paper.Notes) != 0 {
		t.Fatal(err, problems(r), made)
	}
	if text := run(t, "pdftotext", out, "-"); !strings.Contains(text, "Dữ liệu đến ngày 26/01/2019") {
		t.Error(text)
	}
	if info := run(t, "pdfinfo", "-isodates", out); !strings.Contains(info, "CreationDate:    2019-01-26T") {
		t.Error(info)
	}
}

package build_test

import (
	"context"
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"bangvang/internal/build"
	"bangvang/internal/source"
)

// hidden is what the real data holds and nobody may see yet, or any more.
type hidden struct {
	notYet, withdrawn, minors []string
}

// hiddenIn sorts a campaign's awards by what may be published of them, by the words of the contract and not by our code.
func hiddenIn(t *testing.T, tree *source.Tree) hidden {
	t.Helper()
	closed := closedDecisions(t, tree)
	var h hidden
	for _, d := range tree.Decisions {
		if closed[d.ID.Text] {
			h.notYet = append(h.notYet, d.ID.Text)
			if d.Number.Given() {
				h.notYet = append(h.notYet, d.Number.Text)
			}
		}
	}
	public := map[string]bool{}
	for _, u := range tree.Units {
		public[u.Name.Text] = true
	}
	eachAward(tree, func(decision string, a source.Award) {
		if !closed[decision] && a.Withdrawn == nil && a.Minor == nil {
			public[a.Name.Text], public[a.Citation.Text] = true, true
		}
	})
	add := func(list *[]string, words ...string) {
		for _, w := range words {
			if w != "" && !public[w] {
				*list = append(*list, w)
			}
		}
	}
	eachAward(tree, func(decision string, a source.Award) {
		switch {
		case closed[decision]:
			add(&h.notYet, a.ID.Text, a.Name.Text, a.Citation.Text)
		case a.Withdrawn != nil:
			add(&h.withdrawn, a.Name.Text, a.Citation.Text, a.Withdrawn.Reason.Text, a.GoldenBookNo.Text)
		case a.Minor != nil && a.Minor.Consent.Text != "true":
			add(&h.minors, a.Name.Text)
		}
	})
	return h
}

// closedDecisions are drafts and those whose time has not come.
func closedDecisions(t *testing.T, tree *source.Tree) map[string]bool {
	t.Helper()
	clock, err := time.Parse(time.RFC3339, tree.Campaign.AsOf.Text)
	if err != nil {
		t.Fatal(err)
	}
	closed := map[string]bool{}
	for _, d := range tree.Decisions {
		at, err := time.Parse(time.RFC3339, d.PublishAt.Text)
		if d.PublishAt.Given() && err != nil {
			t.Fatal(err)
		}
		closed[d.ID.Text] = !d.Number.Given() || d.PublishAt.Given() && at.After(clock)
	}
	return closed
}

func eachAward(tree *source.Tree, do func(decision string, a source.Award)) {
	for _, roll := range tree.Rolls {
		for _, a := range roll.Awards {
			do(roll.Decision.Text, a)
		}
	}
}

// TestNothingLeaks looks through every output for what is embargoed, a draft, withdrawn or a child's.
func TestNothingLeaks(t *testing.T) {
	m := theReal(t)
	h, all := hiddenIn(t, read(t, m.folder)), texts(t, m)
	without(t, all, h.notYet, "not yet public")
	without(t, all, h.withdrawn, "withdrawn")
	without(t, all, h.minors, "a minor without consent")
	for name := range m.files {
		for _, id := range h.notYet {
			if strings.Contains(name, id) {
				t.Errorf("the file name %s tells of %s", name, id)
			}
		}
	}
}

// TestNobodyIsMissing: the published roll has every award of every decision that is open and stands, but the withdrawn; each has its page,
// and so have those of revoked decisions.
func TestNobodyIsMissing(t *testing.T) {
	for _, m := range []*made{theReal(t), theSecond(t)} {
		tree := read(t, m.folder)
		closed := closedDecisions(t, tree)
		revoked := map[string]bool{}
		for _, d := range tree.Decisions {
			revoked[d.ID.Text] = d.Revoked != nil
		}
		want := map[string]bool{}
		eachAward(tree, func(decision string, a source.Award) {
			if closed[decision] {
				return
			}
			want[a.ID.Text] = a.Withdrawn == nil && !revoked[decision]
			if _, ok := m.files["vinh-danh/"+a.ID.Text+"/index.html"]; !ok {
				t.Errorf("%s has no page", a.ID.Text)
			}
		})
		var set struct{ Records []struct{ ID string } }
		if err := json.Unmarshal(m.files["du-lieu/v1/vinh-danh.json"], &set); err != nil {
			t.Fatal(err)
		}
		for _, r := range set.Records {
			if !want[r.ID] {
				t.Errorf("%s is in the roll, or twice", r.ID)
			}
			delete(want, r.ID)
		}
		for id, missing := range want {
			if missing {
				t.Errorf("%s is not in the roll", id)
			}
		}
	}
}

// TestEmbargoEnds proves that the test above would see a leak: after the embargo the same words are there.
func TestEmbargoEnds(t *testing.T) {
	m := theReal(t)
	tree := read(t, m.folder)
	i := slices.IndexFunc(tree.Decisions, func(d source.Decision) bool { return d.PublishAt.Given() && d.Number.Given() })
	at, err := time.Parse(time.RFC3339, tree.Decisions[i].PublishAt.Text)
	if err != nil {
		t.Fatal(err)
	}
	see := func(clock time.Time) string {
		r, err := build.Render(context.Background(), build.Options{Source: m.folder, AsOf: clock.Format(time.RFC3339)})
		if err != nil || r.Failed(false) {
			t.Fatal(err, problems(r))
		}
		b, err := fs.ReadFile(r.Set.FS(), "du-lieu/v1/vinh-danh.csv")
		if err != nil {
			t.Fatal(err)
		}
		return string(b)
	}
	id := tree.Decisions[i].ID.Text + "-001"
	if strings.Contains(see(at.Add(-time.Second)), id) {
		t.Errorf("%s is there a second before %s", id, at)
	}
	if !strings.Contains(see(at), id) {
		t.Errorf("%s is not there at %s", id, at)
	}
}

var (
	withdrawnReason = regexp.MustCompile(`(?m)^(    withdrawn:\n(?:      .*\n)*?      reason:).*$`)
	goldenBook      = regexp.MustCompile(`(?m)^    golden_book_no:.*$`)
	awardID         = regexp.MustCompile(`(?m)^  - id: .*$`)
	origin          = regexp.MustCompile(`(?m)^    from:\n(      .*\n)+`)
)

// TestPrivateFields fills every private field, and every place that nobody asked for, with words that are nowhere else, and looks for them everywhere.
func TestPrivateFields(t *testing.T) {
	long(t)
	folder, out := t.TempDir(), t.TempDir()
	if err := copyCampaign("../..", folder); err != nil {
		t.Fatal(err)
	}
	rolls, err := filepath.Glob(filepath.Join(folder, "data", "awards", "*.yaml"))
	if err != nil || len(rolls) == 0 {
		t.Fatal("no awards", err)
	}
	filled := 0
	for _, name := range rolls {
		b, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		s := origin.ReplaceAllString(string(b), "")
		s = goldenBook.ReplaceAllString(s, "")
		s = withdrawnReason.ReplaceAllString(s, "$1 Yểnlý")
		s = awardID.ReplaceAllString(s, "$0\n    golden_book_no: Yểnsổ\n    from:\n      file: Yểntệp.xlsx\n      sheet: Yểntrang\n      row: 98765431")
		filled += strings.Count(s, "Yển")
		if err := os.WriteFile(name, []byte(s), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if filled < 250 {
		t.Fatalf("%d private fields filled", filled)
	}
	if places := plant(t, folder); places < 30 {
		t.Fatalf("%d other places", places)
	}
	r, err := build.Build(context.Background(), build.Options{Source: folder, Destination: out})
	if err != nil || r.Failed(false) {
		t.Fatal(err, problems(r))
	}
	m := &made{out: out}
	if m.files, err = readTree(out); err != nil {
		t.Fatal(err)
	}
	all := texts(t, m)
	without(t, all, []string{"Yểnlý", "Yểnsổ", "Yểntệp", "Yểntrang", "98765431"}, "private")
	everyByte(t, m, canary, "Yển", "98765431")
	for _, text := range all {
		if strings.Contains(text.composed, "Yển") {
			t.Errorf("%s holds a private word", text.name)
		}
	}
}

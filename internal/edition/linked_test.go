package edition

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"bangvang/internal/campaign"
)

// heard is a thing as a line: Person(name: …; award: …).
func (t *Thing) heard() string {
	var says []string
	for _, s := range t.Says {
		text := s.Text + s.Literal
		if s.Thing != nil {
			text = s.Thing.heard()
		}
		says = append(says, s.Property+": "+text)
	}
	return t.Type + "(" + strings.Join(says, "; ") + ")"
}

func heard(ed *Edition, p Path) string {
	at := slices.IndexFunc(ed.Pages, func(x Page) bool { return x.Path == p })
	if at < 0 {
		return ""
	}
	var out []string
	for _, t := range ed.Site.Linked(&ed.Pages[at]) {
		out = append(out, t.heard())
	}
	return strings.Join(out, "\n")
}

// TestLinkedSilence: of whom the public must not know, or who is nobody, machines hear no name.
func TestLinkedSilence(t *testing.T) {
	for what, change := range map[string]func(*campaign.Award){
		"nothing":             func(*campaign.Award) {},
		"a sample":            func(a *campaign.Award) { a.Decision.Sample = true },
		"revoked":             func(a *campaign.Award) { a.Decision.Revoked = &campaign.Revocation{Reason: "Lý do"} },
		"withdrawn":           func(a *campaign.Award) { a.Withdrawn = &campaign.Withdrawal{} },
		"a minor":             func(a *campaign.Award) { a.Minor = &campaign.Minor{} },
		"a minor who may":     func(a *campaign.Award) { a.Minor = &campaign.Minor{Consent: true} },
		"a draft":             func(a *campaign.Award) { a.Decision.Number = "" },
		"not yet":             func(a *campaign.Award) { a.Decision.PublishAt = time.Date(2030, 1, 1, 0, 0, 0, 0, time.UTC) },
		"a household":         func(a *campaign.Award) { a.Kind = campaign.Household },
		"somebody of nowhere": func(a *campaign.Award) { a.Unit.Verified = false },
	} {
		l := rollOf(2)
		a := l.Awards[0]
		a.Unit.Verified, a.Name, a.Position = true, "Đỗ Thị Tên", "Kế toán"
		change(a)
		for _, drafts := range []bool{false, true} {
			ed, _ := Compose(l, nil, Options{Drafts: drafts})
			told := heard(ed, awardPath(a))
			want := slices.Contains([]string{"nothing", "a minor who may", "somebody of nowhere"}, what)
			if got := strings.Contains(told, "Person(name: Đỗ Thị Tên"); got != want {
				t.Errorf("%s: %s", what, told)
			}
			if strings.Contains(told, "Đỗ Thị Tên") && !want && what != "a household" {
				t.Errorf("%s: named in %s", what, told)
			}
			if of := heard(ed, decisionPath(a.Decision)); strings.Contains(of, "Dataset(") == slices.Contains([]string{"a sample", "revoked", "a draft", "not yet"}, what) {
				t.Errorf("%s: the decision: %s", what, of)
			}
		}
	}
}

// TestLinked says what machines hear of each kind of page.
func TestLinked(t *testing.T) {
	l, docs := twoTongues()
	a := l.Awards[0]
	a.Decision.Sample, a.Honorific, a.Position, a.Unit.Verified = false, "Bà", "Kế toán", true
	own := &campaign.Award{ID: "mau-2-003", Decision: l.Decisions[1], No: 3, Kind: campaign.Collective, Name: a.Unit.Name, Unit: a.Unit}
	l.Decisions[1].Awards, a.Unit.Awards, l.Awards = append(l.Decisions[1].Awards, own), append(a.Unit.Awards, own), append(l.Awards, own)
	l.Stories = []*campaign.Story{{ID: "bai", Title: "Một bài", Date: campaign.Date{Year: 2018, Month: 12, Day: 6}, Award: a, Area: l.Areas[0]}}
	ed, problems := Compose(l, docs, Options{})
	if problems.Failed(false) {
		t.Fatal(problems.Sorted())
	}
	var b strings.Builder
	for _, e := range []*Edition{ed, ed.Twins[0]} {
		for _, p := range []Path{homePath, planPath, "/chi-tieu/tang-truong/", "/chi-tieu/nuoc/", dataPath, decisionPath(a.Decision), awardPath(a), awardPath(own), unitPath(a.Unit), storyPath(l.Stories[0]), bookletPath, rollPath} {
			if e != ed {
				p = "/en" + p
			}
			if told := heard(e, p); told != "" {
				fmt.Fprintf(&b, "%s\n%s\n\n", p, told)
			}
		}
	}
	golden(t, "testdata/linked.txt", b.String())
}

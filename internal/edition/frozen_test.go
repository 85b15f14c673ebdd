package edition

import (
	"reflect"
	"testing"
	"time"

	"bangvang/internal/campaign"
	"bangvang/internal/kept"
)

// TestThaw: what is kept of a target's page is all of it but links to other pages, the units it was given to, and how it is offered.
func TestThaw(t *testing.T) {
	ed, twin := composedTwins(t)
	p := Keep(ed)
	for i, in := range []*Edition{ed, twin} {
		n := 0
		for _, page := range in.Pages {
			was, ok := page.Body.(*TargetPage)
			if !ok {
				continue
			}
			n++
			v := version{p, &p.Volumes[i], campaign.Date{}}
			got, want := thaw(v.target(was.ID), in.Site.Lang), &TargetPage{ID: was.ID, Area: Link{Words: was.Area.Words}, Sentence: was.Sentence, Second: was.Second,
				Verdict: was.Verdict, SecondVerdict: was.SecondVerdict, Chart: was.Chart, Reports: was.Reports, Note: was.Note}
			for _, f := range was.Facts {
				want.Facts = append(want.Facts, Fact{Term: f.Term, Value: f.Value})
			}
			if !reflect.DeepEqual(got, want) {
				t.Errorf("%s: thawed\n%+v\nwas\n%+v", page.Path, got, want)
			}
		}
		if n != 3 {
			t.Errorf("%d targets in %s", n, in.Site.Lang)
		}
	}
}

// TestFrozenRenamed: the copy of a renamed target leads to where its page went, that of one that is no more says so; both in each language.
func TestFrozenRenamed(t *testing.T) {
	l, docs := twoTongues()
	first, _ := Compose(l, docs, Options{})
	copies := []*kept.Publication{Keep(first)}
	l.Targets[0].ID, l.Twins[0].Ledger.Targets[0].ID = "tang-truong-moi", "tang-truong-moi"
	l.Targets[2].ID, l.Twins[0].Ledger.Targets[2].ID = "khac", "khac"
	l.Moves = []*campaign.Move{{From: "/chi-tieu/tang-truong/", To: "/chi-tieu/tam/"}, {From: "/chi-tieu/tam/", To: "/chi-tieu/tang-truong-moi/"}}
	docs["en/ke-hoach.md"] = docs["ke-hoach.md"]
	l.Campaign.AsOf = l.Campaign.AsOf.AddDate(0, 1, 0)
	l.Twins[0].Ledger.Campaign.AsOf = l.Campaign.AsOf
	ed, problems := Compose(l, docs, Options{Kept: copies})
	if problems.Failed(false) {
		t.Fatal(problems.Sorted())
	}
	day := copies[0].Day
	for _, c := range []struct {
		in   *Edition
		root Path
		gone string
	}{{ed, "", vietnamese.frozen.gone}, {ed.Twins[0], "/en", english.frozen.gone}} {
		pages := map[Path]*FrozenPage{}
		for _, p := range c.in.Pages {
			if f, ok := p.Body.(*FrozenPage); ok {
				pages[p.Path] = f
			}
		}
		at := c.root + "/v/" + Path(day) + "/chi-tieu/"
		if p := pages[at+"tang-truong/"]; p == nil || p.Newer == nil || p.Newer.Path != c.root+"/chi-tieu/tang-truong-moi/" {
			t.Errorf("%s: renamed: %+v", c.root, p)
		}
		if v := pageOf[*TargetPage](t, c.in, c.root+"/chi-tieu/tang-truong-moi/").Versions; len(v) != 1 || v[0].Path != at+"tang-truong/" {
			t.Errorf("%s: the living page of one that was renamed leads to %v", c.root, v)
		}
		if p := pages[at+"nuoc/"]; p == nil || p.Newer != nil || !p.Stale || p.Since != c.gone {
			t.Errorf("%s: no more: %+v", c.root, p)
		}
		if p := pages[at+"xa/"]; p == nil || p.Stale {
			t.Errorf("%s: unchanged: %+v", c.root, p)
		}
	}
}

// TestKeptLater: a build whose clock stands before a publication has no copy of it, and says so once.
func TestKeptLater(t *testing.T) {
	l, docs := twoTongues()
	first, _ := Compose(l, docs, Options{})
	p := Keep(first)
	p.At = l.Campaign.AsOf.Add(time.Second).Format(time.RFC3339)
	ed, problems := Compose(l, docs, Options{Kept: []*kept.Publication{p}})
	if got := problems.Sorted(); len(got) != 1 || got[0].Rule != keptLater || len(ed.Frozen) != 0 || len(ed.Pages) != len(first.Pages) {
		t.Errorf("%v", got)
	}
}

package edition

import (
	"slices"
	"strings"
	"testing"
	"time"

	"bangvang/internal/campaign"
	"bangvang/internal/diag"
)

// TestEmbargoEndInZone: entries are sorted by their moments as text, so all of them are told in one zone.
func TestEmbargoEndInZone(t *testing.T) {
	d := decision("1")
	d.Date = campaign.Date{Year: 2018, Month: 12, Day: 20}
	d.PublishAt = time.Date(2018, 12, 24, 20, 0, 0, 0, time.UTC)
	zone := time.FixedZone("", 7*60*60)
	l := &campaign.Ledger{Campaign: campaign.Campaign{AsOf: d.PublishAt, Zone: zone}, Decisions: []*campaign.Decision{d}}
	c := &composer{l: l, say: vietnamese, gate: newGate(l, forPublic), refs: map[*campaign.Decision]*DecisionRef{d: {}}}
	if es := c.awardEntries(); len(es) != 1 || es[0].Updated != "2018-12-25T03:00:00+07:00" {
		t.Errorf("%+v", es)
	}
}

// entriesOf are all entries of an edition's feeds, by feed.
func entriesOf(ed *Edition) map[Path][]FeedEntry {
	out := map[Path][]FeedEntry{}
	for _, f := range ed.Feeds {
		out[f.Path] = f.Entries
	}
	return out
}

// TestFeedIdsLast: what changes from one version of a campaign to the next leaves every id that was there, and what is new has one of its own.
func TestFeedIdsLast(t *testing.T) {
	version := func(change func(*campaign.Ledger)) *Edition {
		l, docs := twoTongues()
		l.Campaign.BaseURL = "https://cu.example/thi-dua/"
		l.Corrections = []*campaign.Correction{{Date: oct, Subject: "Hộ nghèo", Was: "1,5%", Now: "1,55%", Reason: "Gõ nhầm."}}
		l.Stories = []*campaign.Story{{ID: "bai", Title: "Một bài", Date: oct}}
		change(l)
		l.Twins = nil
		ed, _ := Compose(l, docs, Options{})
		return ed
	}
	first := version(func(*campaign.Ledger) {})
	second := version(func(l *campaign.Ledger) {
		k := &l.Campaign
		k.AsOf, k.FirstURL, k.BaseURL = k.AsOf.AddDate(0, 1, 0), k.BaseURL, "https://moi.example/"
		k.Period.From.Month, k.Period.From.Day = 5, 3
		growth := l.Targets[0]
		growth.Results = append([]*campaign.Result{{AsOf: campaign.Date{Year: 2019, Month: 1, Day: 5}, Value: d(78, 1), Status: campaign.StatusOfficial},
			{AsOf: oct, Value: d(71, 1), Status: campaign.StatusOfficial, Place: diag.Place{Line: 999}}}, growth.Results...)
		slices.SortStableFunc(growth.Results, campaign.CompareResults)
		l.Stories[0].Title = "Một bài, viết lại"
		l.Awards[0].Withdrawn = &campaign.Withdrawal{Date: oct}
		l.Decisions[0].Revoked = &campaign.Revocation{Date: campaign.Date{Year: 2019, Month: 1, Day: 20}, Reason: "Sai thẩm quyền"}
		again := *l.Corrections[0]
		l.Corrections = append(l.Corrections, &again)
	})
	after := entriesOf(second)
	for i, f := range first.Feeds {
		if second.Feeds[i].ID != f.ID {
			t.Errorf("the feed %s was %s", second.Feeds[i].ID, f.ID)
		}
		for _, e := range f.Entries {
			at := slices.IndexFunc(after[f.Path], func(x FeedEntry) bool { return x.ID == e.ID })
			if at < 0 {
				t.Errorf("%s: %s is gone", f.Path, e.ID)
			} else if after[f.Path][at].Path != e.Path {
				t.Errorf("%s leads to %s, once to %s", e.ID, after[f.Path][at].Path, e.Path)
			}
		}
	}
	known := map[string]bool{}
	for _, e := range entriesOf(first)[feedPath] {
		known[e.ID] = true
	}
	var added []string
	for _, e := range after[feedPath] {
		if !known[e.ID] {
			added = append(added, e.ID)
		}
	}
	if want := []string{"tag:cu.example,2018:decision/mau-1/revoked", "tag:cu.example,2018:result/tang-truong/2019-01-05", "tag:cu.example,2018:correction/2018-10-01/ho-ngheo/2",
		"tag:cu.example,2018:result/tang-truong/2018-10-01/2"}; !slices.Equal(added, want) {
		t.Errorf("new: %q", added)
	}
}

// TestFeedSamples: a reader of news sees no banner.
func TestFeedSamples(t *testing.T) {
	l, docs := twoTongues()
	l.Decisions[0].Sample = true
	ed, _ := Compose(l, docs, Options{})
	for _, e := range entriesOf(ed)["/feed/awards.xml"] {
		if sample := strings.HasSuffix(e.ID, "decision/mau-1"); strings.HasPrefix(e.Title, "[Dữ liệu mẫu] ") != sample || strings.HasPrefix(e.Summary, "Dữ liệu mẫu. ") != sample {
			t.Errorf("%s: %s: %s", e.ID, e.Title, e.Summary)
		}
	}
}

package edition

import (
	"testing"
	"time"

	"bangvang/internal/campaign"
)

// TestDraftsOnlyForProof: a decision without a number and one under embargo exist in an edition for proofreading only, and are marked there.
func TestDraftsOnlyForProof(t *testing.T) {
	form := &campaign.Form{ID: "giay-khen", Name: "Giấy khen", Short: "Giấy khen"}
	now := time.Date(2019, 1, 15, 8, 0, 0, 0, time.UTC)
	l := &campaign.Ledger{Campaign: campaign.Campaign{AsOf: now, Zone: time.UTC, BaseURL: "https://thidua.example.vn/", ShortURL: "https://td.example/"}, Forms: []*campaign.Form{form}}
	unit := &campaign.Unit{ID: "so-mau", Name: "Sở Mẫu"}
	l.Units = append(l.Units, unit)
	for _, d := range []*campaign.Decision{{ID: "ky", Number: "1"}, {ID: "nhap"}, {ID: "hen", Number: "2", PublishAt: now.Add(time.Hour)}} {
		d.Form = form
		d.Awards = []*campaign.Award{{ID: d.ID + "-001", Decision: d, No: 1, Kind: campaign.Individual, Name: "Nguyễn Văn Mẫu", Unit: unit}}
		l.Decisions = append(l.Decisions, d)
	}
	public, _ := Compose(l, nil, Options{})
	proof, _ := Compose(l, nil, Options{Drafts: true})
	decisions := func(b *Booklet) (out []string) {
		for _, d := range b.Roll[0].Decisions {
			out = append(out, d.ID+" "+d.Draft)
		}
		return out
	}
	if got := decisions(public.Booklet); len(got) != 1 || got[0] != "ky " || public.Booklet.Proof != "" {
		t.Errorf("the public sees %q, %q", got, public.Booklet.Proof)
	}
	if got := decisions(proof.Booklet); len(got) != 3 || got[1] != "nhap "+draft || got[2] != "hen "+draft || proof.Booklet.Proof == "" {
		t.Errorf("the proof has %q, %q", got, proof.Booklet.Proof)
	}
	if got := public.Booklet.Roll[0].Decisions[0].Address; got != "td.example/quyet-dinh/ky/" {
		t.Errorf("its address is typed %q", got)
	}
	l.Campaign.ShortURL = "https://go.example/x7"
	public, _ = Compose(l, nil, Options{})
	if got := public.Booklet.Roll[0].Decisions[0].Address; got != "thidua.example.vn/quyet-dinh/ky/" {
		t.Errorf("without a short address for the whole site, it is typed %q", got)
	}
}

// TestPhotosNeedConsent: a picture of an awardee is published with consent alone, and one of a minor only if the minor may be named.
func TestPhotosNeedConsent(t *testing.T) {
	for _, c := range []struct {
		name  string
		photo *campaign.Photo
		minor *campaign.Minor
		want  bool
	}{
		{"none", nil, nil, false},
		{"agreed", &campaign.Photo{File: "anh/a.jpg", Consent: true}, nil, true},
		{"not agreed", &campaign.Photo{File: "anh/a.jpg"}, nil, false},
		{"a file that is not there", &campaign.Photo{Consent: true}, nil, false},
		{"a minor not to be named", &campaign.Photo{File: "anh/a.jpg", Consent: true}, &campaign.Minor{}, false},
		{"a minor who may be named", &campaign.Photo{File: "anh/a.jpg", Consent: true}, &campaign.Minor{Consent: true}, true},
		{"a withdrawn one", &campaign.Photo{File: "anh/a.jpg", Consent: true}, nil, false},
	} {
		a := &campaign.Award{Name: "Nguyễn Văn Mẫu", Kind: campaign.Individual, Unit: &campaign.Unit{}, Photo: c.photo, Minor: c.minor}
		if c.name == "a withdrawn one" {
			a.Withdrawn = &campaign.Withdrawal{}
		}
		got := publicAward(a, &DecisionRef{}, nil, newCommon()).Photo
		if (got != nil) != c.want || got != nil && got.Alt != a.Name {
			t.Errorf("%s: %+v", c.name, got)
		}
	}
}

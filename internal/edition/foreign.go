package edition

import (
	"cmp"
	"slices"
	"unicode"

	"bangvang/internal/campaign"
)

// foreign are the phrases of a twin's pages that stand in the campaign's own language: what the two ledgers have in common, if it has a
// letter that English has not; the others, such as "VietnamPlus" or "%", are read alike. What is named by its own words in every language is told by named.
func foreign(own, twin *campaign.Ledger, named []string) []string {
	f := phrases{}
	for _, name := range named {
		f.same(name, name)
	}
	f.campaign(&own.Campaign, &twin.Campaign)
	for i, a := range own.Areas {
		f.same(a.Name, twin.Areas[i].Name)
		f.same(a.Summary, twin.Areas[i].Summary)
	}
	for i, s := range own.Sources {
		f.same(s.Title, twin.Sources[i].Title)
		f.same(s.Publisher, twin.Sources[i].Publisher)
	}
	for i, t := range own.Targets {
		f.target(t, twin.Targets[i])
	}
	for i, a := range own.Assignments {
		f.same(a.Unit.Name, twin.Assignments[i].Unit.Name)
		f.same(a.Name, twin.Assignments[i].Name)
		f.same(a.Measure, twin.Assignments[i].Measure)
	}
	for i, m := range own.Forms {
		f.same(m.Name, twin.Forms[i].Name)
		f.same(m.Short, twin.Forms[i].Short)
	}
	for i, k := range own.Corrections {
		if in := twin.Corrections[i]; k.Target != nil {
			f.same(k.Subject, in.Subject)
			f.same(k.Was, in.Was)
			f.same(k.Now, in.Now)
			f.same(k.Reason, in.Reason)
		}
	}
	for _, a := range own.Articles {
		f.same(a.Title, a.Title)
	}
	slices.SortFunc(f.all, func(a, b string) int { return cmp.Or(len(b)-len(a), cmp.Compare(a, b)) })
	return slices.Compact(f.all)
}

type phrases struct{ all []string }

// same takes a text that is the same in both languages.
func (f *phrases) same(own, twin string) {
	if own == twin && slices.ContainsFunc([]rune(own), func(r rune) bool { return r > unicode.MaxASCII && unicode.IsLetter(r) }) {
		f.all = append(f.all, own)
	}
}

func (f *phrases) campaign(own, twin *campaign.Campaign) {
	f.same(own.Theme, own.Theme) // quoted beside its translation
	for _, k := range [][2]string{{own.Name, twin.Name}, {own.ShortName, twin.ShortName}, {own.Organizer, twin.Organizer}, {own.Secretariat, twin.Secretariat},
		{own.Licence, twin.Licence}, {own.LegalBasis, twin.LegalBasis}, {own.Contact.Name, twin.Contact.Name}, {own.Contact.Address, twin.Contact.Address},
		{own.Plan.Title, twin.Plan.Title}, {own.Plan.Number, twin.Plan.Number}, {own.Plan.Issuer, twin.Plan.Issuer},
		{own.Plan.Signatory.Name, twin.Plan.Signatory.Name}, {own.Plan.Signatory.Office, twin.Plan.Signatory.Office},
		{own.Event.Word, twin.Event.Word}, {own.Event.Place, twin.Event.Place}} {
		f.same(k[0], k[1])
	}
	for i, b := range own.Plan.Bases {
		f.same(b, twin.Plan.Bases[i])
	}
}

func (f *phrases) target(own, twin *campaign.Target) {
	f.same(own.Name, twin.Name)
	f.same(own.Short, twin.Short)
	f.same(own.Measure, twin.Measure)
	f.same(own.Note, twin.Note)
	if b := own.Baseline; b != nil && b.Computed != nil {
		f.same(b.Computed.Formula, twin.Baseline.Computed.Formula)
	}
	for i, r := range own.Results {
		f.same(r.Note, twin.Results[i].Note)
		if r.Computed != nil {
			f.same(r.Computed.Formula, twin.Results[i].Computed.Formula)
		}
	}
}

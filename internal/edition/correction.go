package edition

import (
	"slices"
	"strings"

	"bangvang/internal/campaign"
)

// Correction is a mistake owned up to.
type Correction struct {
	Date, Subject, Was, Now, Reason string
	Day                             string // for machines: 2019-02-15
	Dated                           string // "Đính chính ngày 15/02/2019", for where it stands alone
	Words                           string // all of it but the date, in sentences
	Of                              []Link // the pages of what is corrected
}

// corrections are those that may be told, newest first.
func (c *composer) corrections() []*campaign.Correction {
	var out []*campaign.Correction
	for _, k := range c.l.Corrections {
		if c.gate.correction(k) {
			out = append(out, k)
		}
	}
	slices.SortStableFunc(out, func(a, b *campaign.Correction) int { return b.Date.Compare(a.Date) })
	return out
}

// mistakes are the corrections by the pages of what they correct, in the campaign's own edition.
func (c *composer) mistakes() map[Path][]Correction {
	out := map[Path][]Correction{}
	for _, k := range c.corrections() {
		for _, l := range corrected(k) {
			out[l.Path] = append(out[l.Path], c.correction(k))
		}
	}
	return out
}

func (c *composer) correction(k *campaign.Correction) Correction {
	say := &c.say.correction
	out := Correction{Date: c.say.date(k.Date), Subject: k.Subject, Was: k.Was, Now: k.Now, Reason: k.Reason, Day: k.Date.ISO(), Dated: say.dated(c.say.dated(k.Date)),
		Words: sentenced(k.Subject) + " " + sentenced(say.was+k.Was) + " " + sentenced(say.now+k.Now) + " " + sentenced(say.reason+k.Reason)}
	for _, l := range corrected(k) {
		out.Of = append(out.Of, c.own(l))
	}
	return out
}

// sentenced ends a text as a sentence ends.
func sentenced(s string) string {
	if s == "" || strings.HasSuffix(s, ".") || strings.HasSuffix(s, "…") || strings.HasSuffix(s, "?") {
		return s
	}
	return s + "."
}

// corrected are the pages of what a correction names, the nearest to the mistake first.
func corrected(k *campaign.Correction) []Link {
	var out []Link
	if a := k.Award; a != nil {
		out = append(out, Link{Words: a.Name, Path: awardPath(a)})
	}
	if s := k.Story; s != nil {
		out = append(out, Link{Words: s.Title, Path: storyPath(s)})
	}
	if t := k.Target; t != nil {
		out = append(out, Link{Words: t.Name, Path: targetPath(t)})
	}
	if d := k.Decision; d != nil {
		out = append(out, Link{Words: "Quyết định số " + d.Number, Path: decisionPath(d)})
	}
	if k.Unit != nil {
		out = append(out, unitLink(k.Unit))
	}
	return out
}

package edition

import (
	"cmp"
	"slices"
	"time"

	"bangvang/internal/campaign"
)

// gate is the one place where it is decided what the public sees of awards.
//
// A decision without a number, or whose time to publish has not come, does not exist for any renderer, nor do its awards or a story about
// one of them, or a correction of what they say. A revoked decision keeps its page and the pages of its awards, which say so, but counts nowhere and is in no roll.
// A withdrawn award keeps its address and nothing else.
type gate struct {
	decisions []*campaign.Decision // public, by rank of form, then date, then file order
	valid     []*campaign.Decision // those of them that stand
	open      map[*campaign.Decision]bool
	drafts    bool // for proofreading: also what is not public
}

// admission is who reads an edition: the public, the media ahead of time, or those who read proofs.
type admission uint8

const (
	forPublic admission = iota
	forMedia            // also decisions that have a number and whose time has not come
	forProof            // all
)

func (a admission) admits(d *campaign.Decision, now time.Time) bool {
	return d.Public(now) || a == forProof || a == forMedia && !d.Draft()
}

func newGate(l *campaign.Ledger, who admission) gate {
	g := gate{open: map[*campaign.Decision]bool{}, drafts: who == forProof}
	for _, d := range l.Decisions {
		if who.admits(d, l.Campaign.AsOf) {
			g.decisions = append(g.decisions, d)
			g.open[d] = true
		}
	}
	slices.SortStableFunc(g.decisions, func(a, b *campaign.Decision) int {
		return cmp.Or(a.Form.Rank-b.Form.Rank, a.Date.Compare(b.Date))
	})
	for _, d := range g.decisions {
		if d.Revoked == nil {
			g.valid = append(g.valid, d)
		}
	}
	return g
}

// honoured tells whether an award counts and stands in the roll.
func (g gate) honoured(a *campaign.Award) bool {
	return g.open[a.Decision] && a.Decision.Revoked == nil && a.Withdrawn == nil
}

// story tells whether a story may be told: one on an award that isn't honoured, or on somebody who may not be named, may not.
func (g gate) story(s *campaign.Story) bool {
	return s.Award == nil || g.honoured(s.Award) && named(s.Award)
}

// correction tells whether a correction may be told: one on what the public may not see, or on somebody who may not be named, may not.
func (g gate) correction(k *campaign.Correction) bool {
	return (k.Decision == nil || g.open[k.Decision]) && (k.Story == nil || g.story(k.Story)) &&
		(k.Award == nil || g.open[k.Award.Decision] && k.Award.Withdrawn == nil && named(k.Award))
}

// sample tells whether anything that is shown is a sample.
func (g gate) sample(l *campaign.Ledger) bool {
	for _, d := range g.decisions {
		if d.Sample {
			return true
		}
	}
	for _, s := range l.Stories {
		if s.Sample && g.story(s) {
			return true
		}
	}
	for _, a := range l.Assignments {
		if a.Sample {
			return true
		}
	}
	for _, a := range l.Achievements {
		if a.Sample {
			return true
		}
	}
	return sampleResults(l)
}

func sampleResults(l *campaign.Ledger) bool {
	is := func(r *campaign.Result) bool { return r.Sample }
	for _, t := range l.Targets {
		if slices.ContainsFunc(t.Results, is) {
			return true
		}
	}
	for _, a := range l.Assignments {
		if slices.ContainsFunc(a.Results, is) {
			return true
		}
	}
	return false
}

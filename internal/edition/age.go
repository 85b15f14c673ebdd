package edition

import (
	"time"

	"bangvang/internal/campaign"
)

// age is how old a page is by the data that it shows: the latest date of it. A clock that is set forward makes no page younger.
type age struct {
	at   time.Time
	said string // 2018-12-05, 2018-12 or 2018, or a time in RFC 3339 where data knows one
}

func (a *age) date(d campaign.Date) {
	if !d.IsZero() && d.Last().After(a.at) {
		a.at, a.said = d.Last(), d.ISO()
	}
}

func (a *age) add(b age) {
	if b.at.After(a.at) {
		*a = b
	}
}

func resultsAge(results []*campaign.Result) (a age) {
	for _, r := range results {
		a.date(r.AsOf)
	}
	return a
}

func targetsAge(ts []*campaign.Target) (a age) {
	for _, t := range ts {
		a.add(resultsAge(t.Results))
	}
	return a
}

// ages are those of decisions and units, which all of their awards and lists ask for. They are worked out before anything is composed.
type ages struct {
	decisions map[*campaign.Decision]age
	units     map[*campaign.Unit]age
}

func (c *composer) agesOf(l *campaign.Ledger) {
	c.aged = ages{make(map[*campaign.Decision]age, len(l.Decisions)), make(map[*campaign.Unit]age, len(l.Units))}
	for _, d := range l.Decisions {
		c.aged.decisions[d] = c.signedAge(d)
	}
	for _, u := range l.Units {
		c.aged.units[u] = c.givenAge(u)
	}
}

// decisionAge is that of a decision's page: of its signing, its publication, or of what was taken back since.
func (c *composer) decisionAge(d *campaign.Decision) age {
	if a, ok := c.aged.decisions[d]; ok {
		return a
	}
	return c.signedAge(d) // a twin has none of them
}

func (c *composer) signedAge(d *campaign.Decision) (a age) {
	a.date(d.Date)
	if d.PublishAt.After(a.at) {
		a = age{d.PublishAt, d.PublishAt.In(c.l.Campaign.Zone).Format(time.RFC3339)}
	}
	if d.Revoked != nil {
		a.date(d.Revoked.Date)
	}
	return a
}

// listAge is the same with what was taken off its list.
func (c *composer) listAge(d *campaign.Decision) age {
	a := c.decisionAge(d)
	for _, w := range d.Awards {
		if w.Withdrawn != nil {
			a.date(w.Withdrawn.Date)
		}
	}
	return a
}

func (c *composer) awardAge(w *campaign.Award) age {
	a := c.decisionAge(w.Decision)
	if w.Withdrawn != nil {
		a.date(w.Withdrawn.Date)
	}
	return a
}

// rollAge is that of all decisions.
func (c *composer) rollAge() (a age) {
	for _, d := range c.gate.decisions {
		a.add(c.listAge(d))
	}
	return a
}

func storiesAge(ss []*campaign.Story) (a age) {
	for _, s := range ss {
		a.date(s.Date)
	}
	return a
}

func (c *composer) unitAge(u *campaign.Unit) age {
	if a, ok := c.aged.units[u]; ok {
		return a
	}
	return c.givenAge(u)
}

func (c *composer) givenAge(u *campaign.Unit) (a age) {
	for _, g := range u.Assignments {
		a.add(resultsAge(g.Results))
	}
	for _, d := range u.Achievements {
		a.date(d.Date)
	}
	for _, w := range u.Awards {
		if c.gate.open[w.Decision] {
			a.add(c.awardAge(w))
		}
	}
	for _, s := range c.told {
		if s.Award != nil && s.Award.Unit == u {
			a.date(s.Date)
		}
	}
	return a
}

func (c *composer) unitsAge(us []*campaign.Unit) (a age) {
	for _, u := range us {
		a.add(c.unitAge(u))
	}
	return a
}

func (c *composer) areaAge(r *campaign.Area) age {
	a := targetsAge(r.Targets)
	for _, d := range c.l.Achievements {
		if d.Area == r {
			a.date(d.Date)
		}
	}
	for _, s := range c.told {
		if s.Area == r {
			a.date(s.Date)
		}
	}
	return a
}

// wholeAge is that of a page which shows something of everything.
func (c *composer) wholeAge() age {
	a := targetsAge(c.l.Targets)
	a.add(c.unitsAge(c.l.Units))
	a.add(c.rolled)
	a.add(storiesAge(c.told))
	for _, k := range c.corrections() {
		a.date(k.Date)
	}
	return a
}

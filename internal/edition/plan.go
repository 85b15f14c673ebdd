package edition

import "bangvang/internal/campaign"

func (c *composer) plan() {
	k := &c.l.Campaign
	p := &PlanPage{Article: c.article(planFile), Facts: c.planFacts(), Bases: k.Plan.Bases, Areas: c.areaLinks(), Milestones: c.milestones(),
		Issued: Issued{k.Plan.Title, k.Plan.Number, k.Plan.Issuer, k.Plan.Date.ISO()}}
	p.Theme, p.Gloss = c.theme()
	if a := c.article(k.Event.Programme); a != nil {
		p.Programme = &Link{Words: a.Title, Path: c.at(programmePath)}
		c.page(Head{Path: programmePath, Title: a.Title, Section: planPath, Crumbs: c.crumbs(planPath),
			Description: c.described(k.Event.Programme, a.Title)}, &ArticlePage{Article: *a})
	}
	c.elsewhere(p)
	c.page(Head{Path: planPath, Title: c.say.titles[planPath], Section: planPath, Crumbs: c.crumbs(), Description: short(k.Plan.Title, 200), Updated: c.whole.said}, p)
}

// described is an article's own description, or else the words given.
func (c *composer) described(file, otherwise string) string {
	if t := c.titles[c.file(file)]; t != nil && t.Description != "" {
		return t.Description
	}
	return otherwise
}

func (c *composer) planFacts() []Fact {
	k := &c.l.Campaign
	terms := &c.say.plan
	return []Fact{{Term: terms.title, Value: k.Plan.Title}, {Term: terms.issuer, Value: k.Plan.Issuer},
		{Term: terms.signatory, Value: joined(", ", k.Plan.Signatory.Name, k.Plan.Signatory.Office)},
		{Term: terms.number, Value: terms.numbered(k.Plan.Number, c.say.dated(k.Plan.Date))},
		{Term: terms.period, Value: c.say.date(k.Period.From) + " – " + c.say.date(k.Period.To)}, {Term: terms.event, Value: c.event()}}
}

// event says when and where the awards are handed over.
func (c *composer) event() string {
	e := &c.l.Campaign.Event
	when := c.say.dated(e.Date)
	if !e.Date.IsZero() && e.Date.Day == 0 {
		when = c.say.planned(when)
	}
	return joined(", ", e.Word, when, e.Place)
}

func (c *composer) areaLinks() []AreaLink {
	var out []AreaLink
	for _, a := range c.l.Areas {
		out = append(out, AreaLink{Link: c.own(areaLink(a)), Letter: a.Letter, Summary: a.Summary, Counts: c.say.areaCounts(a)})
	}
	return out
}

func (s *tongue) areaCounts(a *campaign.Area) string {
	if len(a.Targets) == 0 {
		return ""
	}
	var words []string
	for _, t := range s.tallyOf(a.Targets) {
		words = append(words, t.Words)
	}
	return s.plan.counts(s.count(len(a.Targets), s.targets), joined(", ", words...))
}

func (c *composer) areas() {
	for i, a := range c.l.Areas {
		p := &AreaPage{Letter: a.Letter, Summary: a.Summary, Article: c.article(areaFolder + a.ID + ".md"), Targets: c.rowsOf(a.Targets)}
		for _, ach := range c.l.Achievements {
			if ach.Area == a && c.twin == nil { // told in the campaign's own words alone, as stories are
				p.Achievements = append(p.Achievements, achievement(ach))
			}
		}
		for _, s := range c.told {
			if s.Area == a {
				p.Stories = append(p.Stories, c.card(s))
			}
		}
		if i > 0 {
			p.Previous = c.turn(c.l.Areas[i-1])
		}
		if i+1 < len(c.l.Areas) {
			p.Next = c.turn(c.l.Areas[i+1])
		}
		var n campaign.Tally
		for _, w := range c.l.Awards {
			if w.Area == a && c.gate.honoured(w) {
				n.Count(w.Kind)
			}
		}
		if n.Total() > 0 {
			p.Honoured = Link{Words: c.say.plan.inArea(c.say.tally(n)), Path: c.at(rollPath)}
		}
		c.page(Head{Path: areaPath(a), Title: a.Name, Section: planPath, Crumbs: c.crumbs(planPath), Description: short(a.Summary, 240), Updated: c.areaAge(a).said}, p)
	}
}

func (c *composer) turn(a *campaign.Area) *Link {
	l := c.own(areaLink(a))
	return &l
}

func achievement(a *campaign.Achievement) Achievement {
	out := Achievement{Unit: unitLink(a.Unit), Text: a.Text, Date: vietnamese.date(a.Date), Sample: a.Sample}
	if a.Value != nil {
		out.Value = measured{say: vietnamese, measure: a.Measure}.words(*a.Value)
	}
	if a.Source != nil {
		out.Source = Link{Words: vietnamese.cited(a.Source), Path: ""}
	}
	return out
}

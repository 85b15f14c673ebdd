package edition

import (
	"bangvang/internal/campaign"
	"bangvang/internal/viet"
)

func (c *composer) plan() {
	k := &c.l.Campaign
	p := &PlanPage{Article: c.article(planFile), Theme: k.Theme, Facts: c.planFacts(), Bases: k.Plan.Bases, Areas: c.areaLinks(), Milestones: c.milestones()}
	if a := c.article(k.Event.Programme); a != nil {
		p.Programme = &Link{Words: a.Title, Path: programmePath}
		c.page(Head{Path: programmePath, Title: a.Title, Section: planPath, Crumbs: []Link{home, {Words: "Kế hoạch", Path: planPath}},
			Description: c.described(k.Event.Programme, a.Title)}, &ArticlePage{Article: *a})
	}
	c.page(Head{Path: planPath, Title: "Kế hoạch", Section: planPath, Crumbs: []Link{home}, Description: short(k.Plan.Title, 200)}, p)
}

// described is an article's own description, or else the words given.
func (c *composer) described(file, otherwise string) string {
	if t := c.titles[file]; t != nil && t.Description != "" {
		return t.Description
	}
	return otherwise
}

func (c *composer) planFacts() []Fact {
	k := &c.l.Campaign
	out := []Fact{{Term: "Tên kế hoạch", Value: k.Plan.Title}, {Term: "Cơ quan ban hành", Value: k.Plan.Issuer},
		{Term: "Người ký", Value: joined(", ", k.Plan.Signatory.Name, k.Plan.Signatory.Office)}}
	number := "chưa rõ"
	if k.Plan.Number != "" {
		number = joined(", ", k.Plan.Number, dated(k.Plan.Date))
	} else if !k.Plan.Date.IsZero() {
		number = "số chưa rõ, " + dated(k.Plan.Date)
	}
	return append(out, Fact{Term: "Số, ngày ban hành", Value: number},
		Fact{Term: "Thời gian thực hiện", Value: date(k.Period.From) + " – " + date(k.Period.To)},
		Fact{Term: "Sự kiện", Value: c.event()})
}

// event says when and where the awards are handed over.
func (c *composer) event() string {
	e := &c.l.Campaign.Event
	when := dated(e.Date)
	if !e.Date.IsZero() && e.Date.Day == 0 {
		when = "dự kiến " + when
	}
	return joined(", ", e.Word, when, e.Place)
}

func (c *composer) areaLinks() []AreaLink {
	var out []AreaLink
	for _, a := range c.l.Areas {
		out = append(out, AreaLink{Link: areaLink(a), Letter: a.Letter, Summary: a.Summary, Counts: areaCounts(a)})
	}
	return out
}

func areaCounts(a *campaign.Area) string {
	if len(a.Targets) == 0 {
		return ""
	}
	var words []string
	for _, t := range tallyOf(a.Targets) {
		words = append(words, t.Words)
	}
	return viet.Count(len(a.Targets), "chỉ tiêu") + ": " + joined(", ", words...)
}

func (c *composer) areas() {
	for i, a := range c.l.Areas {
		p := &AreaPage{Letter: a.Letter, Summary: a.Summary, Article: c.article(areaFolder + a.ID + ".md"), Targets: c.rowsOf(a.Targets)}
		for _, ach := range c.l.Achievements {
			if ach.Area == a {
				p.Achievements = append(p.Achievements, achievement(ach))
			}
		}
		for _, s := range c.told {
			if s.Area == a {
				p.Stories = append(p.Stories, c.card(s))
			}
		}
		if i > 0 {
			p.Previous = &Link{Words: c.l.Areas[i-1].Name, Path: areaPath(c.l.Areas[i-1])}
		}
		if i+1 < len(c.l.Areas) {
			p.Next = &Link{Words: c.l.Areas[i+1].Name, Path: areaPath(c.l.Areas[i+1])}
		}
		var n campaign.Tally
		for _, w := range c.l.Awards {
			if w.Area == a && c.gate.honoured(w) {
				n.Count(w.Kind)
			}
		}
		if n.Total() > 0 {
			p.Honoured = Link{Words: tallyWords(n) + " được khen trong nội dung này", Path: rollPath}
		}
		c.page(Head{Path: areaPath(a), Title: a.Name, Section: planPath, Crumbs: []Link{home, {Words: "Kế hoạch", Path: planPath}}, Description: short(a.Summary, 240)}, p)
	}
}

func achievement(a *campaign.Achievement) Achievement {
	out := Achievement{Unit: unitLink(a.Unit), Text: a.Text, Date: date(a.Date), Sample: a.Sample}
	if a.Value != nil {
		out.Value = withMeasure(number(*a.Value), a.Measure)
	}
	if a.Source != nil {
		out.Source = Link{Words: sourceWords(a.Source), Path: ""}
	}
	return out
}

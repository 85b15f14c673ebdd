package edition

import "bangvang/internal/campaign"

// sentence is the one sentence that is said of a target, wherever it is shown: the verdict, the figure and how firm it is, by how much,
// as of when and by whose word.
func sentence(m measured, g campaign.Goal, period campaign.Date, results []*campaign.Result, against yardstick) string {
	say, r := m.say, campaign.Newest(results)
	a := campaign.Attain(g, r)
	y := say.against[against]
	f := finding{attainment: a, verdict: say.verdicts[a], object: y.object, asks: y.asks, goal: m.goal(g), period: say.dated(period)}
	if r != nil {
		f.figure, f.result, f.source = say.sentences.status(r.Status, period), m.result(r), say.source(r)
		f.versus = say.sentences.versus(compare(m, g, r, a, y.asks))
	}
	return say.sentences.verdict(f)
}

// compare finds how a figure stands to a goal.
func compare(m measured, g campaign.Goal, r *campaign.Result, a campaign.Attainment, asks string) comparison {
	c := comparison{kind: g.Kind, asks: asks, goal: m.goal(g), number: m.words(g.Threshold())}
	if a == campaign.Undecided || r.Qualifier == campaign.Above || r.Qualifier == campaign.Below {
		return c
	}
	from := g.Threshold()
	switch {
	case g.Kind == campaign.Between && a == campaign.Met:
		c.way = inside
	case g.Kind == campaign.Between && a == campaign.Exceeded:
		c.way, from = overTop, g.To
	case g.Kind == campaign.Between:
		c.way = underBottom
	case r.Value.Cmp(from) == 0:
		c.way = equal
	case r.Value.Cmp(from) > 0:
		c.way = higher
	default:
		c.way = lower
	}
	c.gap = m.difference(r.Value.Sub(from))
	if r.Qualifier == campaign.About {
		c.gap = m.say.about + c.gap
	}
	return c
}

// source names the report of a figure: its date and who published it.
func (s *tongue) source(r *campaign.Result) string {
	said := report{dated: s.dated(r.AsOf), computed: r.Source == nil || r.Status == campaign.StatusComputed}
	if by := reportOf(r); by != nil {
		said.publisher = by.Publisher
	}
	return s.sentences.source(said)
}

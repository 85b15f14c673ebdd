package edition

import (
	"slices"

	"bangvang/internal/campaign"
)

// mostDays is how many days of reports or of decisions are told one by one; more are told by month.
const mostDays = 8

// milestone is a Milestone with the date that it is ordered by.
type milestone struct {
	date campaign.Date
	Milestone
}

// milestones are the days of the campaign, in order: the plan, the launch, reports, the close, decisions, the anniversary, the event.
func (c *composer) milestones() []Milestone {
	k, words := &c.l.Campaign, &c.say.days
	var all []milestone
	add := func(d campaign.Date, what string, p Path) {
		if !d.IsZero() {
			all = append(all, milestone{d, Milestone{Date: c.say.date(d), ISO: d.ISO(), Words: what, Path: c.at(p)}})
		}
	}
	add(k.Plan.Date, joined(" ", words.issued, k.Plan.Number), "")
	add(k.Period.From, words.start, "")
	add(k.Period.To, words.end, "")
	var reports []dayOf[*campaign.Target]
	for _, t := range c.l.Targets {
		for _, r := range t.Results {
			reports = append(reports, dayOf[*campaign.Target]{r.AsOf, t})
		}
	}
	for _, g := range byDay(reports) {
		add(g.date, words.figures(c.say.count(distinct(g.of), c.say.targets)), targetsPath)
	}
	var decided []dayOf[*campaign.Decision]
	for _, d := range c.gate.valid {
		decided = append(decided, dayOf[*campaign.Decision]{d.Date, d})
	}
	for _, g := range byDay(decided) {
		if len(g.of) == 1 {
			d := g.of[0]
			add(g.date, words.decision(d.Number, d.Form.Short), decisionPath(d))
			continue
		}
		add(g.date, c.say.count(len(g.of), c.say.decisions), decisionsPath)
	}
	add(k.Anniversary.To, words.anniversary(k.ShortName), "")
	if e := k.Event; e.Date.Day == 0 {
		add(e.Date, words.expected(joined(", ", e.Word, e.Place)), "")
	} else {
		add(e.Date, joined(", ", e.Word, e.Place), "")
	}
	slices.SortStableFunc(all, func(a, b milestone) int { return a.date.Compare(b.date) })
	today := campaign.Day(k.AsOf)
	var out []Milestone
	for _, m := range all {
		if m.date.After(today) {
			m.Ahead = words.ahead
		}
		out = append(out, m.Milestone)
	}
	return out
}

// dayOf is a thing of a date.
type dayOf[T any] struct {
	date campaign.Date
	of   T
}

// byDay gathers things of one date, in the order of the dates: of one day, or of one month if there are more than mostDays of them.
func byDay[T any](all []dayOf[T]) []dayOf[[]T] {
	slices.SortStableFunc(all, func(a, b dayOf[T]) int { return a.date.Compare(b.date) })
	days := gathered(all)
	if len(days) <= mostDays {
		return days
	}
	months := slices.Clone(all)
	for i := range months {
		months[i].date.Day = 0
	}
	slices.SortStableFunc(months, func(a, b dayOf[T]) int { return a.date.Compare(b.date) })
	return gathered(months)
}

func gathered[T any](sorted []dayOf[T]) []dayOf[[]T] {
	var out []dayOf[[]T]
	for _, d := range sorted {
		if n := len(out); n == 0 || out[n-1].date != d.date {
			out = append(out, dayOf[[]T]{date: d.date})
		}
		g := &out[len(out)-1]
		g.of = append(g.of, d.of)
	}
	return out
}

// distinct counts the targets in a list that may name one several times.
func distinct(ts []*campaign.Target) int {
	seen := map[*campaign.Target]bool{}
	for _, t := range ts {
		seen[t] = true
	}
	return len(seen)
}

package edition

import (
	"math"

	"bangvang/internal/campaign"
)

// tallyMost is the largest number of things drawn one by one; more of them are a bar.
const tallyMost = 24

// chart decides the picture of a target or an assignment: its form, the range of its axis and every word on it.
func chart(id, name string, m measured, g campaign.Goal, against yardstick, results []*campaign.Result, period campaign.Date, says string) *Chart {
	a := campaign.Attain(g, campaign.Newest(results))
	c := &Chart{ID: id, Lang: m.say.lang, Title: name, Measure: m.measure, Decimals: m.decimals, Sentence: says,
		Goal: chartGoal(m, g, against), Verdict: m.say.verdicts[a], Standing: Standing(a)}
	for i := len(results) - 1; i >= 0; i-- {
		c.Points = append(c.Points, point(m, results[i], period))
	}
	tellGaps(m.say, c.Points)
	if len(c.Points) == 0 {
		c.NoData = m.say.noData
	} else {
		c.Points[len(c.Points)-1].Newest = true
	}
	c.Form = form(g, c.Points)
	c.Axis = axis(c)
	c.Key = chartKey(m.say, c)
	return c
}

// targetChart adds what only the plan's targets have: the City's own threshold and the year before.
func (k *composer) targetChart(t *campaign.Target) *Chart {
	m := k.measured(t)
	c := chart("chi-tieu-"+t.ID, t.Name, m, t.Goal, thePlan, t.Results, t.Period, k.sentenceOf(t))
	c.Verdict, c.Standing = m.say.verdicts[t.Attainment()], Standing(t.Attainment())
	if o := t.Official; o != nil && o.Goal != t.Goal {
		g := chartGoal(m, o.Goal, theCity)
		c.Official = &g
	}
	if b := t.Baseline; b != nil {
		c.Baseline = &ChartPoint{Value: b.Value.Float(), Words: m.qualified(b.Qualifier, b.Value), Label: m.say.label(b.Period),
			Long: upper(m.say.dated(b.Period)), Day: lastDay(b.Period), Computed: b.Computed != nil}
	}
	c.Axis = axis(c)
	c.Key = chartKey(m.say, c)
	return c
}

func chartGoal(m measured, g campaign.Goal, against yardstick) ChartGoal {
	name := m.say.against[against].name
	out := ChartGoal{Name: name, Words: m.goal(g), Label: name + ": " + m.goal(g)}
	from, to := g.From.Float(), g.To.Float()
	switch g.Kind {
	case campaign.AtMost:
		out.To = &to
		out.Label = m.say.chart.met + ": " + m.goal(g)
	case campaign.Between:
		out.From, out.To = &from, &to
	default:
		out.From = &from
	}
	return out
}

func point(m measured, r *campaign.Result, period campaign.Date) ChartPoint {
	p := ChartPoint{Value: r.Value.Float(), Words: m.result(r), Label: m.say.label(r.AsOf), Day: lastDay(r.AsOf),
		Provisional: r.Status != campaign.StatusOfficial, Computed: r.Status == campaign.StatusComputed}
	p.Long = upper(m.say.sentences.status(r.Status, period)) + m.say.source(r)
	switch r.Qualifier {
	case campaign.Above:
		p.Open = 1
	case campaign.Below:
		p.Open = -1
	}
	return p
}

// form follows from the goal and the reports (see the constants).
func form(g campaign.Goal, points []ChartPoint) ChartForm {
	labels := 0
	for i, p := range points {
		if i == 0 || p.Label != points[i-1].Label {
			labels++
		}
	}
	switch {
	case g.Kind == campaign.Count && g.From.Float() <= tallyMost && drawable(points):
		return Tally
	case labels > 1:
		return Course
	case g.Kind == campaign.AtMost:
		return Ceiling
	case g.Kind == campaign.Between:
		return Band
	}
	return Bullet
}

// drawable tells whether every count can be drawn thing by thing.
func drawable(points []ChartPoint) bool {
	for _, p := range points {
		if p.Value < 0 || p.Value > tallyMost {
			return false
		}
	}
	return true
}

// axis finds a range that holds every number of the chart. Bars and counts begin at zero; a dot may stand on a zoomed axis.
func axis(c *Chart) Axis {
	low, high := math.Inf(1), math.Inf(-1)
	see := func(v float64) { low, high = min(low, v), max(high, v) }
	for _, g := range []*ChartGoal{&c.Goal, c.Official} {
		if g == nil {
			continue
		}
		if g.From != nil {
			see(*g.From)
		}
		if g.To != nil {
			see(*g.To)
		}
	}
	for _, p := range c.Points {
		see(p.Value)
	}
	if c.Baseline != nil {
		see(c.Baseline.Value)
	}
	top := math.Inf(1) // a share does not go beyond a hundred, unless it does
	if c.Measure == "%" && high <= 100 {
		top = 100
	}
	switch c.Form {
	case Tally:
		return Axis{Max: max(high, 1)}
	case Bullet, Ceiling:
		if low >= 0 {
			return Axis{Max: min(roundUp(high*1.12, high), top)}
		}
	}
	pad := (high - low) * 0.35
	if pad == 0 {
		pad = math.Max(math.Abs(high)*0.1, 1)
	}
	step := niceStep((high - low + 2*pad) / 4)
	from, to := math.Floor((low-pad)/step)*step, math.Ceil((high+pad)/step)*step
	if low >= 0 && from < 0 {
		from = 0
	}
	return Axis{Min: tidy(from), Max: min(tidy(to), top), Zoomed: from != 0}
}

// roundUp gives a round number not less than v, of the magnitude of ref.
func roundUp(v, ref float64) float64 {
	if v <= 0 {
		return 1
	}
	step := niceStep(ref / 5)
	return tidy(math.Ceil(v/step) * step)
}

// niceStep is the least of 1, 2, 2.5, 5 times a power of ten that is not less than v.
func niceStep(v float64) float64 {
	p := math.Pow(10, math.Floor(math.Log10(v)))
	for _, k := range []float64{1, 2, 2.5, 5} {
		if k*p >= v {
			return k * p
		}
	}
	return 10 * p
}

// tidy removes binary dust, so that 0.1+0.2 is written 0.3.
func tidy(v float64) float64 { return math.Round(v*1e6) / 1e6 }

package edition

import (
	"cmp"
	"slices"
	"strings"

	"bangvang/internal/campaign"
)

func (c *composer) targets() {
	c.rows = map[*campaign.Target]TargetRow{}
	for _, t := range c.l.Targets {
		c.rows[t] = c.targetRow(t)
	}
	for _, t := range c.l.Targets {
		c.target(t)
	}
	c.page(Head{Path: targetsPath, Title: c.say.titles[targetsPath], Section: targetsPath, Crumbs: c.crumbs(), Description: short(c.reached(), 200), Updated: targetsAge(c.l.Targets).said},
		&TargetsPage{Lead: c.reached(), Tally: c.tally(), Groups: c.targetGroups(), Areas: c.resultsByArea(), Notes: c.say.target.notes})
}

// sentenceOf is the sentence of a target against the plan, with a word on its parts.
func (c *composer) sentenceOf(t *campaign.Target) string {
	return sentence(c.measured(t), t.Goal, t.Period, t.Results, thePlan) + c.partsOf(t)
}

// partsOf says how the parts of a target stand.
func (c *composer) partsOf(t *campaign.Target) string {
	if len(t.Parts) == 0 {
		return ""
	}
	var words []string
	for _, p := range t.Parts {
		words = append(words, c.say.sentences.part(cmp.Or(p.Short, p.Name), c.say.verdicts[p.Attainment()]))
	}
	whole := ""
	if len(t.Results) == 0 {
		whole = upper(c.say.verdicts[t.Attainment()])
	}
	return " " + c.say.sentences.parts(whole, strings.Join(words, "; "))
}

func (c *composer) targetRow(t *campaign.Target) TargetRow {
	m := c.measured(t)
	r := campaign.Newest(t.Results)
	row := TargetRow{Name: t.Name, Path: c.at(targetPath(t)), Area: c.own(areaLink(t.Area)), Goal: m.goal(t.Goal), Newest: m.result(r),
		Verdict: c.say.verdict(t.Attainment()), Part: t.Whole != nil, Chart: c.targetChart(t)}
	if r != nil {
		row.Report = c.say.statuses[r.Status] + ", " + c.say.date(r.AsOf)
	}
	return row
}

// targetGroups are the targets by area; areas without targets are left out.
func (c *composer) targetGroups() []TargetGroup {
	var out []TargetGroup
	for _, a := range c.l.Areas {
		if len(a.Targets) == 0 {
			continue
		}
		out = append(out, TargetGroup{Area: c.own(areaLink(a)), Letter: a.Letter, Summary: a.Summary, Rows: c.rowsOf(a.Targets)})
	}
	return out
}

func (c *composer) rowsOf(ts []*campaign.Target) []TargetRow {
	var out []TargetRow
	for _, t := range ts {
		out = append(out, c.rows[t])
	}
	return out
}

func (c *composer) target(t *campaign.Target) {
	m := c.measured(t)
	row := c.rows[t]
	p := &TargetPage{ID: t.ID, Area: row.Area, Sentence: row.Chart.Sentence, Verdict: row.Verdict, Chart: *row.Chart,
		Facts: c.targetFacts(t), Reports: reports(m, t.Results), Note: t.Note, Parts: c.rowsOf(t.Parts),
		Downloads: c.downloads("chi-tieu/" + t.ID), Address: c.absolute(row.Path), Variable: c.variable(t)}
	if o := t.Official; o != nil && o.Goal != t.Goal {
		v := c.say.verdict(campaign.Attain(o.Goal, campaign.Newest(t.Results)))
		p.SecondVerdict = &v
		p.Second = sentence(m, o.Goal, t.Period, t.Results, theCity)
	}
	if t.Whole != nil {
		p.Whole = &Link{Words: t.Whole.Name, Path: c.at(targetPath(t.Whole))}
	}
	for _, a := range c.l.Assignments {
		if a.Target == t {
			p.Assigned = append(p.Assigned, c.assignmentRow(a))
		}
	}
	p.Cite = c.cite(t.Name, row.Path)
	p.Versions = c.copiesOf(t.ID, "")
	h := Head{Path: targetPath(t), Title: t.Name, Section: targetsPath, Crumbs: c.crumbs(targetsPath),
		Description: short(p.Sentence, 240), Updated: resultsAge(t.Results).said}
	c.embedTarget(&h, t, p)
	h.Reference = c.referenceOf(t)
	c.page(h, p)
}

// variable is what a target measures, for machines.
func (c *composer) variable(t *campaign.Target) Variable {
	v := Variable{Measure: t.Measure, Period: t.Period.ISO()}
	if r := campaign.Newest(t.Results); r != nil {
		v.Value, v.Qualifier = r.Value.String(), r.Qualifier
		v.Words = c.measured(t).result(r) + " (" + c.say.statuses[r.Status] + ", " + c.say.date(r.AsOf) + ")"
	}
	for _, r := range t.Results {
		v.Sample = v.Sample || r.Sample
		if by := reportOf(r); by != nil {
			row := SourceRow{Title: by.Title, Publisher: by.Publisher, Date: by.Date.ISO(), URL: by.URL}
			if !slices.Contains(v.Sources, row) {
				v.Sources = append(v.Sources, row)
			}
		}
	}
	return v
}

func (c *composer) targetFacts(t *campaign.Target) []Fact {
	m, terms := c.measured(t), &c.say.target
	out := []Fact{{Term: terms.goal, Value: m.goal(t.Goal)}}
	if o := t.Official; o != nil {
		v := c.say.verdicts[campaign.Attain(o.Goal, campaign.Newest(t.Results))]
		out = append(out, Fact{Term: c.say.against[theCity].name, Value: m.goal(o.Goal) + ": " + v + " (" + terms.according(o.Source.Publisher) + ")"})
	}
	if b := t.Baseline; b != nil {
		out = append(out, Fact{Term: upper(c.say.dated(b.Period)), Value: c.baseline(m, b)})
	}
	out = append(out, Fact{Term: terms.figures, Value: upper(c.say.dated(t.Period))}, Fact{Term: terms.measure, Value: t.Measure})
	if !t.Deadline.IsZero() {
		out = append(out, Fact{Term: terms.deadline, Value: c.say.date(t.Deadline)})
	}
	return append(out, Fact{Term: terms.area, Value: t.Area.Name, Path: c.at(areaPath(t.Area))})
}

// baseline is the figure of an earlier period, and whose it is.
func (c *composer) baseline(m measured, b *campaign.Baseline) string {
	by, computed := b.Source, ""
	if b.Computed != nil {
		by, computed = b.Computed.From, c.say.target.computed(b.Computed.Formula)
	}
	if by != nil {
		computed = joined("; ", computed, c.say.target.according(by.Publisher))
	}
	v := m.qualified(b.Qualifier, b.Value)
	if computed == "" {
		return v
	}
	return v + " (" + computed + ")"
}

// reports is the table of every report, newest first.
func reports(m measured, results []*campaign.Result) Table {
	heads := &m.say.target.reports
	t := Table{Caption: heads.caption, Columns: []Column{
		{Key: "as_of", Head: heads.asOf, Kind: DateValue}, {Key: "value", Head: heads.value, Kind: NumberValue},
		{Key: "status", Head: heads.status, Kind: TextValue}, {Key: "source", Head: heads.source, Kind: TextValue}, {Key: "note", Head: heads.note, Kind: TextValue}}}
	for _, r := range results {
		t.Rows = append(t.Rows, []Cell{{Words: m.say.date(r.AsOf), Value: r.AsOf.ISO()}, {Words: m.result(r), Value: r.Value.String()},
			{Words: m.say.statuses[r.Status], Value: string(r.Status)}, m.say.sourceCell(r), text(m.say.note(r))})
	}
	return t
}

func text(s string) Cell { return Cell{Words: s, Value: s} }

func (s *tongue) sourceCell(r *campaign.Result) Cell {
	by := reportOf(r)
	if by == nil {
		return Cell{}
	}
	return Cell{Words: s.cited(by), Value: by.ID, URL: by.URL}
}

// reportOf is the source that a figure was read in, or worked out from; nil if neither is known.
func reportOf(r *campaign.Result) *campaign.Source {
	if r.Source == nil && r.Computed != nil {
		return r.Computed.From
	}
	return r.Source
}

// cited names a source.
func (s *tongue) cited(by *campaign.Source) string {
	return joined(", ", by.Publisher, by.Title, s.date(by.Date))
}

// note is the note on a report, and how its figure came about.
func (s *tongue) note(r *campaign.Result) string {
	f := ""
	if r.Computed != nil {
		f = s.target.formula(r.Computed.Formula)
	}
	return joined(". ", f, r.Note)
}

// It stands on its unit's page and on its target's.
func (c *composer) assignmentRow(a *campaign.Assignment) AssignmentRow {
	if row, ok := c.given()[a]; ok {
		return row
	}
	return c.assignmentRowOf(a) // of a twin's, whose list has none
}

func (c *composer) assignmentRows() map[*campaign.Assignment]AssignmentRow {
	rows := make(map[*campaign.Assignment]AssignmentRow, len(c.l.Assignments))
	for _, a := range c.l.Assignments {
		rows[a] = c.assignmentRowOf(a)
	}
	return rows
}

func (c *composer) assignmentRowOf(a *campaign.Assignment) AssignmentRow {
	m := c.measuredAssignment(a)
	r := campaign.Newest(a.Results)
	period := campaign.Date{Year: a.Deadline.Year}
	row := AssignmentRow{ID: a.ID, Name: a.Name, Unit: unitLink(a.Unit), Goal: m.goal(a.Goal), Newest: m.result(r), Deadline: c.say.date(a.Deadline),
		Verdict: c.say.verdict(campaign.Attain(a.Goal, r)), Timely: c.say.timely[campaign.Timely(a.Goal, a.Deadline, a.Results)], Sample: a.Sample,
		Chart: chart("giao-"+a.ID, a.Name, m, a.Goal, theAssigned, a.Results, period, sentence(m, a.Goal, period, a.Results, theAssigned))}
	if a.Target != nil {
		row.Path = c.at(targetPath(a.Target))
	}
	if r != nil {
		row.Report = c.say.statuses[r.Status] + ", " + c.say.date(r.AsOf)
	} else {
		row.Timely = ""
	}
	return row
}

// standings counts verdicts of the plan's targets.
func standings(ts []*campaign.Target) map[campaign.Attainment]int {
	n := map[campaign.Attainment]int{}
	for _, t := range ts {
		n[t.Attainment()]++
	}
	return n
}

// tally is the count of each verdict, in words.
func (c *composer) tally() []Cell { return c.say.tallyOf(c.l.Targets) }

func (s *tongue) tallyOf(ts []*campaign.Target) []Cell {
	n := standings(ts)
	var out []Cell
	for _, a := range attainments {
		if n[a] > 0 {
			out = append(out, Cell{Words: bindFirst(s.count(n[a], same(s.outcomes[a]))), Value: string(a)})
		}
	}
	return out
}

// reached is the one sentence of what was reached: how many targets have figures, how many met or exceeded, by whose word and of when.
func (c *composer) reached() string {
	n := standings(c.l.Targets)
	total := len(c.l.Targets)
	return c.say.sentences.reached(reached{total: total, known: total - n[campaign.Unknown], reached: n[campaign.Met] + n[campaign.Exceeded],
		exceeded: n[campaign.Exceeded], missed: n[campaign.Missed], undecided: n[campaign.Undecided], evidence: c.evidence()})
}

// evidence names whose figures the verdicts rest on: "số ước theo VietnamPlus (01/10/2018) …".
func (c *composer) evidence() string {
	by := map[campaign.Status][]string{}
	seen := map[string]bool{}
	for _, t := range c.l.Targets {
		r := campaign.Newest(t.Results)
		if r == nil {
			continue
		}
		words := c.say.date(r.AsOf)
		if src := reportOf(r); src != nil {
			words = src.Publisher + " (" + words + ")"
		}
		if key := string(r.Status) + words; !seen[key] {
			seen[key] = true
			by[r.Status] = append(by[r.Status], words)
		}
	}
	var out []string
	for _, s := range []campaign.Status{campaign.StatusOfficial, campaign.StatusEstimate, campaign.StatusComputed} {
		if len(by[s]) > 0 {
			out = append(out, c.say.sentences.evidence(s, c.say.list(by[s])))
		}
	}
	return joined("; ", out...)
}

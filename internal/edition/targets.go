package edition

import (
	"cmp"
	"strconv"
	"strings"

	"bangvang/internal/campaign"
	"bangvang/internal/viet"
)

func (c *composer) targets() {
	c.rows = map[*campaign.Target]TargetRow{}
	for _, t := range c.l.Targets {
		c.rows[t] = c.targetRow(t)
	}
	for _, t := range c.l.Targets {
		c.target(t)
	}
	c.page(Head{Path: targetsPath, Title: "Chỉ tiêu", Section: targetsPath, Crumbs: []Link{home}, Description: short(c.reached(), 200)},
		&TargetsPage{Lead: c.reached(), Tally: c.tally(), Groups: c.targetGroups(), Areas: c.resultsByArea(), Notes: []string{
			"Mỗi chỉ tiêu được đối chiếu với mức kế hoạch theo báo cáo mới nhất. Trang của từng chỉ tiêu nêu đủ các báo cáo và nguồn.",
			"“Chưa đủ căn cứ” nghĩa là số báo cáo không đủ chính xác để kết luận đạt hay chưa đạt."}})
}

// sentenceOf is the sentence of a target against the plan, with a word on its parts.
func sentenceOf(t *campaign.Target) string {
	return sentence(measuredTarget(t), t.Goal, t.Period, t.Results, "kế hoạch") + partsOf(t)
}

// partsOf says how the parts of a target stand.
func partsOf(t *campaign.Target) string {
	if len(t.Parts) == 0 {
		return ""
	}
	var words []string
	for _, p := range t.Parts {
		words = append(words, cmp.Or(p.Short, p.Name)+" "+verdictWords[p.Attainment()])
	}
	whole := ""
	if len(t.Results) == 0 {
		whole = upper(verdictWords[t.Attainment()]) + " theo các phần. "
	}
	return " " + whole + "Trong đó: " + strings.Join(words, "; ") + "."
}

func (c *composer) targetRow(t *campaign.Target) TargetRow {
	m := measuredTarget(t)
	r := campaign.Newest(t.Results)
	row := TargetRow{Name: t.Name, Path: targetPath(t), Area: areaLink(t.Area), Goal: m.goal(t.Goal), Newest: m.result(r),
		Verdict: verdict(t.Attainment()), Part: t.Whole != nil, Chart: targetChart(t, sentenceOf(t))}
	if r != nil {
		row.Report = statusWords[r.Status] + ", " + date(r.AsOf)
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
		out = append(out, TargetGroup{Area: areaLink(a), Letter: a.Letter, Summary: a.Summary, Rows: c.rowsOf(a.Targets)})
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
	m := measuredTarget(t)
	row := c.rows[t]
	p := &TargetPage{ID: t.ID, Area: row.Area, Sentence: row.Chart.Sentence, Verdict: row.Verdict, Chart: *row.Chart,
		Facts: c.targetFacts(t), Reports: reports(m, t.Results), Note: t.Note, Parts: c.rowsOf(t.Parts),
		Downloads: downloads("chi-tieu/" + t.ID), Address: c.absolute(row.Path)}
	if o := t.Official; o != nil && o.Goal != t.Goal {
		v := verdict(campaign.Attain(o.Goal, campaign.Newest(t.Results)))
		p.SecondVerdict = &v
		p.Second = sentence(m, o.Goal, t.Period, t.Results, "chỉ tiêu của thành phố")
	}
	if t.Whole != nil {
		p.Whole = &Link{Words: t.Whole.Name, Path: targetPath(t.Whole)}
	}
	for _, a := range c.l.Assignments {
		if a.Target == t {
			p.Assigned = append(p.Assigned, c.assignmentRow(a))
		}
	}
	p.Cite = c.cite(t.Name, row.Path)
	updated := ""
	if r := campaign.Newest(t.Results); r != nil {
		updated = r.AsOf.ISO()
	}
	c.page(Head{Path: row.Path, Title: t.Name, Section: targetsPath, Crumbs: []Link{home, {Words: "Chỉ tiêu", Path: targetsPath}},
		Description: short(p.Sentence, 240), Updated: updated}, p)
}

func (c *composer) targetFacts(t *campaign.Target) []Fact {
	m := measuredTarget(t)
	out := []Fact{{Term: "Mức kế hoạch", Value: m.goal(t.Goal)}}
	if o := t.Official; o != nil {
		out = append(out, Fact{Term: officialName, Value: m.goal(o.Goal) + ": " + verdictWords[campaign.Attain(o.Goal, campaign.Newest(t.Results))] + " (theo " + o.Source.Publisher + ")"})
	}
	if b := t.Baseline; b != nil {
		v := qualified(b.Qualifier, m.words(b.Value))
		switch {
		case b.Computed != nil:
			v += " (tính toán: " + b.Computed.Formula
			if b.Computed.From != nil {
				v += "; theo " + b.Computed.From.Publisher
			}
			v += ")"
		case b.Source != nil:
			v += " (theo " + b.Source.Publisher + ")"
		}
		out = append(out, Fact{Term: upper(dated(b.Period)), Value: v})
	}
	out = append(out, Fact{Term: "Kỳ số liệu", Value: upper(dated(t.Period))}, Fact{Term: "Đơn vị tính", Value: t.Measure})
	if !t.Deadline.IsZero() {
		out = append(out, Fact{Term: "Hạn hoàn thành", Value: date(t.Deadline)})
	}
	return append(out, Fact{Term: "Nội dung thi đua", Value: t.Area.Name, Path: areaPath(t.Area)})
}

// reports is the table of every report, newest first.
func reports(m measured, results []*campaign.Result) Table {
	t := Table{Caption: "Các báo cáo, mới nhất trước", Columns: []Column{
		{Key: "as_of", Head: "Thời điểm", Kind: DateValue}, {Key: "value", Head: "Kết quả", Kind: NumberValue},
		{Key: "status", Head: "Loại số", Kind: TextValue}, {Key: "source", Head: "Nguồn", Kind: TextValue}, {Key: "note", Head: "Ghi chú", Kind: TextValue}}}
	for _, r := range results {
		t.Rows = append(t.Rows, []Cell{{Words: date(r.AsOf), Value: r.AsOf.ISO()}, {Words: m.result(r), Value: r.Value.String()},
			{Words: statusWords[r.Status], Value: string(r.Status)}, sourceCell(r), text(resultNote(r))})
	}
	return t
}

func text(s string) Cell { return Cell{Words: s, Value: s} }

func sourceCell(r *campaign.Result) Cell {
	s := reportOf(r)
	if s == nil {
		return Cell{}
	}
	return Cell{Words: sourceWords(s), Value: s.ID, URL: s.URL}
}

// reportOf is the source that a figure was read in, or worked out from; nil if neither is known.
func reportOf(r *campaign.Result) *campaign.Source {
	if r.Source == nil && r.Computed != nil {
		return r.Computed.From
	}
	return r.Source
}

func sourceWords(s *campaign.Source) string {
	return joined(", ", s.Publisher, s.Title, date(s.Date))
}

func resultNote(r *campaign.Result) string {
	f := ""
	if r.Computed != nil {
		f = "Cách tính: " + r.Computed.Formula
	}
	return joined(". ", f, r.Note)
}

func (c *composer) assignmentRow(a *campaign.Assignment) AssignmentRow {
	m := measuredAssignment(a)
	r := campaign.Newest(a.Results)
	says := sentence(m, a.Goal, campaign.Date{Year: a.Deadline.Year}, a.Results, "chỉ tiêu được giao")
	row := AssignmentRow{ID: a.ID, Name: a.Name, Unit: unitLink(a.Unit), Goal: m.goal(a.Goal), Newest: m.result(r), Deadline: date(a.Deadline),
		Verdict: verdict(campaign.Attain(a.Goal, r)), Timely: timelyWords[campaign.Timely(a.Goal, a.Deadline, a.Results)], Sample: a.Sample,
		Chart: chart("giao-"+a.ID, a.Name, m, a.Goal, "Được giao", a.Results, campaign.Date{Year: a.Deadline.Year}, says)}
	if a.Target != nil {
		row.Path = targetPath(a.Target)
	}
	if r != nil {
		row.Report = statusWords[r.Status] + ", " + date(r.AsOf)
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
func (c *composer) tally() []Cell { return tallyOf(c.l.Targets) }

func tallyOf(ts []*campaign.Target) []Cell {
	n := standings(ts)
	var out []Cell
	for _, a := range attainments {
		if n[a] > 0 {
			out = append(out, Cell{Words: bindLast(viet.Count(n[a], verdictWords[a])), Value: string(a)})
		}
	}
	return out
}

// reached is the one sentence of what was reached: how many targets have figures, how many met or exceeded, by whose word and of when.
func (c *composer) reached() string {
	n := standings(c.l.Targets)
	total := len(c.l.Targets)
	if total == 0 {
		return "Kế hoạch không có chỉ tiêu bằng số."
	}
	known := total - n[campaign.Unknown]
	if known == 0 {
		return "Kế hoạch có " + viet.Count(total, "chỉ tiêu") + ", " + noData + "."
	}
	reached := n[campaign.Met] + n[campaign.Exceeded]
	s := strconv.Itoa(known) + " trong " + viet.Count(total, "chỉ tiêu") + " của kế hoạch có số liệu; " + viet.Count(reached, "chỉ tiêu đạt hoặc vượt")
	if n[campaign.Exceeded] > 0 {
		s += " (" + viet.Count(n[campaign.Exceeded], "vượt") + ")"
	}
	if n[campaign.Missed] > 0 {
		s += ", " + viet.Count(n[campaign.Missed], "chưa đạt")
	}
	if n[campaign.Undecided] > 0 {
		s += ", " + viet.Count(n[campaign.Undecided], "chưa đủ căn cứ để kết luận")
	}
	return s + ". " + upper(c.evidence()) + "."
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
		words := date(r.AsOf)
		if src := reportOf(r); src != nil {
			words = src.Publisher + " (" + date(r.AsOf) + ")"
		}
		if key := string(r.Status) + words; !seen[key] {
			seen[key] = true
			by[r.Status] = append(by[r.Status], words)
		}
	}
	var out []string
	for _, s := range []campaign.Status{campaign.StatusOfficial, campaign.StatusEstimate, campaign.StatusComputed} {
		if len(by[s]) > 0 {
			out = append(out, "số "+statusWords[s]+" theo "+list(by[s]))
		}
	}
	return joined("; ", out...)
}

package edition

import (
	"slices"
	"strconv"

	"bangvang/internal/campaign"
)

func dec(d campaign.Decimal) Cell { return Cell{Words: vietnamese.number(d), Value: d.String()} }

func day(d campaign.Date) Cell { return Cell{Words: vietnamese.date(d), Value: d.ISO()} }

func whole(n int) Cell { return Cell{Words: strconv.Itoa(n), Value: strconv.Itoa(n)} }

func yes(b bool) Cell {
	if b {
		return Cell{Words: "có", Value: "true"}
	}
	return Cell{Words: "không", Value: "false"}
}

// address is a page's address in the world.
func (c *composer) address(p Path) Cell { return text(c.absolute(p)) }

// bounds are the two ends of a goal; an end that it doesn't have is empty.
func bounds(g campaign.Goal) (from, to Cell) {
	if g.Kind != campaign.AtMost {
		from = dec(g.From)
	}
	if g.Kind == campaign.AtMost || g.Kind == campaign.Between {
		to = dec(g.To)
	}
	return from, to
}

func areaCell(a *campaign.Area) Cell { return Cell{Words: a.Name, Value: a.ID} }

func goalCell(g campaign.Goal) Cell {
	return Cell{Words: goalWords[g.Kind], Value: string(g.Kind)}
}

func verdictCell(a campaign.Attainment) Cell {
	return Cell{Words: vietnamese.verdicts[a], Value: string(a)}
}

// newestCells are value, qualifier, status and date of the newest report, empty without one.
func newestCells(r *campaign.Result) []Cell {
	if r == nil {
		return []Cell{{}, {}, {}, {}}
	}
	return []Cell{dec(r.Value), {Words: qualifierWords[r.Qualifier], Value: string(r.Qualifier)}, {Words: vietnamese.statuses[r.Status], Value: string(r.Status)}, day(r.AsOf)}
}

func (c *composer) targetTable() Table {
	t := Table{Columns: targetColumns}
	for _, x := range c.l.Targets {
		from, to := bounds(x.Goal)
		var ofrom, oto, over, part, was, when Cell
		r := campaign.Newest(x.Results)
		if o := x.Official; o != nil {
			ofrom, oto = bounds(o.Goal)
			over = verdictCell(campaign.Attain(o.Goal, r))
		}
		if x.Whole != nil {
			part = text(x.Whole.ID)
		}
		if b := x.Baseline; b != nil {
			was, when = dec(b.Value), day(b.Period)
		}
		t.Rows = append(t.Rows, slices.Concat([]Cell{text(x.ID), areaCell(x.Area), text(x.Name), text(x.Measure), day(x.Period), goalCell(x.Goal), from, to, ofrom, oto, part},
			newestCells(r), []Cell{verdictCell(x.Attainment()), over, text(c.sentenceOf(x)), was, when, day(x.Deadline), text(x.Note), c.address(targetPath(x))}))
	}
	return t
}

func (c *composer) resultTable(ts []*campaign.Target) Table {
	t := Table{Columns: resultColumns}
	for _, x := range ts {
		for _, r := range x.Results {
			formula := ""
			if r.Computed != nil {
				formula = r.Computed.Formula
			}
			src := vietnamese.sourceCell(r)
			t.Rows = append(t.Rows, slices.Concat([]Cell{text(x.ID), text(x.Name), text(x.Measure)}, newestCells(r),
				[]Cell{text(src.Value), text(src.Words), text(src.URL), text(formula), text(r.Note), yes(r.Sample)}))
		}
	}
	return t
}

func (c *composer) unitTable() Table {
	t := Table{Columns: unitColumns}
	for _, u := range c.l.Units {
		row := []Cell{text(u.ID), text(u.Name), {Words: unitKindWords[u.Kind], Value: string(u.Kind)}, {}, {}, yes(u.Verified), c.address(unitPath(u))}
		if u.Parent != nil {
			row[3] = Cell{Words: u.Parent.Name, Value: u.Parent.ID}
		}
		if u.Block != nil {
			row[4] = Cell{Words: u.Block.Name, Value: u.Block.ID}
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

func (c *composer) assignmentTable() Table {
	t := Table{Columns: assignmentColumns}
	for _, a := range c.l.Assignments {
		from, to := bounds(a.Goal)
		r := campaign.Newest(a.Results)
		target := ""
		if a.Target != nil {
			target = a.Target.ID
		}
		timely := campaign.Timely(a.Goal, a.Deadline, a.Results)
		t.Rows = append(t.Rows, slices.Concat([]Cell{text(a.ID), text(a.Unit.ID), text(target), text(a.Name), text(a.Measure), goalCell(a.Goal), from, to, day(a.Deadline)},
			newestCells(r), []Cell{verdictCell(campaign.Attain(a.Goal, r)), {Words: vietnamese.timely[timely], Value: string(timely)}, yes(a.Sample)}))
	}
	return t
}

func (c *composer) achievementTable() Table {
	t := Table{Columns: achievementColumns}
	for _, a := range c.l.Achievements {
		row := []Cell{text(a.ID), text(a.Unit.ID), areaCell(a.Area), {}, text(a.Text), {}, text(a.Measure), day(a.Date), yes(a.Sample), {}}
		if a.Target != nil {
			row[3] = text(a.Target.ID)
		}
		if a.Value != nil {
			row[5] = dec(*a.Value)
		}
		if a.Source != nil {
			row[9] = Cell{Words: vietnamese.cited(a.Source), Value: a.Source.ID}
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

func (c *composer) decisionTable() Table {
	t := Table{Columns: decisionColumns}
	for _, d := range c.gate.decisions {
		n := standing(d)
		t.Rows = append(t.Rows, []Cell{text(d.ID), text(d.Form.ID), text(d.Form.Name), text(d.Number), day(d.Date), text(d.Issuer), text(d.Reason),
			whole(n.Collectives), whole(n.Individuals), whole(n.Households), yes(d.Revoked != nil), yes(d.Sample), c.address(decisionPath(d))})
	}
	return t
}

func (c *composer) sourceTable() Table {
	t := Table{Columns: sourceColumns}
	for _, s := range c.l.Sources {
		t.Rows = append(t.Rows, []Cell{text(s.ID), text(s.Title), text(s.Publisher), day(s.Date), text(s.URL)})
	}
	return t
}

func (c *composer) areaTable() Table {
	t := Table{Columns: areaColumns}
	for _, a := range c.l.Areas {
		t.Rows = append(t.Rows, []Cell{text(a.ID), text(a.Letter), text(a.Name), text(a.Summary), c.address(areaPath(a))})
	}
	return t
}

func (c *composer) blockTable() Table {
	t := Table{Columns: blockColumns}
	for _, b := range c.l.Blocks {
		var lead Cell
		if b.Lead != nil {
			lead = Cell{Words: b.Lead.Name, Value: b.Lead.ID}
		}
		t.Rows = append(t.Rows, []Cell{text(b.ID), text(b.Name), lead, c.address(blockPath(b))})
	}
	return t
}

package edition

import (
	"strconv"

	"bangvang/internal/campaign"
	"bangvang/internal/viet"
)

// account says what the build used, by kind, what it publishes of each unit and what is still missing.
func (c *composer) account() {
	l := c.l
	a := &c.ed.Account
	results := 0
	for _, t := range l.Targets {
		results += len(t.Results)
	}
	for _, s := range l.Assignments {
		results += len(s.Results)
	}
	for _, k := range []struct {
		n    int
		noun string
	}{{len(l.Areas), "nội dung"}, {len(l.Targets), "chỉ tiêu"}, {results, "kết quả"}, {len(l.Sources), "nguồn"}, {len(l.Units), "đơn vị"}, {len(l.Blocks), "cụm hoặc khối thi đua"},
		{len(l.Assignments), "chỉ tiêu giao"}, {len(l.Achievements), "thành tích"}, {len(l.Decisions), "quyết định"}, {len(l.Awards), "lượt khen"},
		{len(l.Stories), "điển hình"}, {len(c.docs), "bài viết"}} {
		a.Used = append(a.Used, Cell{Words: viet.Count(k.n, k.noun), Value: strconv.Itoa(k.n)})
	}
	hidden := len(l.Decisions) - len(c.gate.decisions)
	if hidden > 0 {
		a.Used = append(a.Used, Cell{Words: viet.Count(hidden, "quyết định chưa công bố (dự thảo hoặc chưa đến giờ)"), Value: strconv.Itoa(hidden)})
	}
	missing := 0
	for _, t := range l.Targets {
		if len(t.Results) == 0 {
			missing++
		}
	}
	if missing > 0 {
		a.Plan = []string{vietnamese.noData + ": " + viet.Count(missing, "chỉ tiêu")}
	}
	for _, d := range c.gate.decisions {
		a.Decisions = append(a.Decisions, c.decisionAccount(d))
	}
	for _, u := range l.Units {
		a.Units = append(a.Units, c.unitAccount(u))
	}
}

// decisionAccount counts what a decision lists and what its paper says it does.
func (c *composer) decisionAccount(d *campaign.Decision) DecisionAccount {
	all := campaign.Tally{}
	for _, a := range d.Awards {
		all.Count(a.Kind)
	}
	return DecisionAccount{ID: d.ID, Name: c.refs[d].Words, Expects: vietnamese.tally(d.Expects), Lists: vietnamese.tally(all), Withdrawn: all.Total() - standing(d).Total()}
}

// unitAccount counts what is published of a unit and tells what is missing.
func (c *composer) unitAccount(u *campaign.Unit) UnitAccount {
	n := c.honouredOf(u)
	out := UnitAccount{ID: u.ID, Unit: u.Name, Assigned: len(u.Assignments), Reported: reported(u), Achievements: len(u.Achievements),
		Collectives: n.Collectives, Individuals: n.Individuals, Households: n.Households}
	for _, a := range u.Assignments {
		out.Results += len(a.Results)
	}
	out.Lacks, out.Gaps = gapsOf(u)
	return out
}

// reported is how many of the targets given to a unit have a result.
func reported(u *campaign.Unit) int {
	n := 0
	for _, a := range u.Assignments {
		if len(a.Results) > 0 {
			n++
		}
	}
	return n
}

// gapsOf tells what is missing of a unit that was given something or honoured, in few words and in a sentence; a unit only listed lacks nothing.
func gapsOf(u *campaign.Unit) (lacks, gaps []string) {
	lack := func(short, gap string) { lacks, gaps = append(lacks, short), append(gaps, gap) }
	if n := len(u.Assignments) - reported(u); n > 0 {
		lack(viet.Count(n, "kết quả"), "chưa có kết quả: "+viet.Count(n, "chỉ tiêu được giao"))
	}
	if len(u.Awards) > 0 && len(u.Assignments) == 0 {
		lack("chỉ tiêu giao", "được khen nhưng chưa có chỉ tiêu được giao")
	}
	if len(u.Assignments) > 0 && len(u.Achievements) == 0 {
		lack("thành tích", "chưa có thành tích")
	}
	return lacks, gaps
}

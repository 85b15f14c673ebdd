package edition

import (
	"strconv"

	"bangvang/internal/campaign"
	"bangvang/internal/viet"
)

// account says what the build used, by kind, and what each unit still lacks.
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
	a.Missing = c.gaps()
}

func (c *composer) gaps() []UnitGap {
	var out []UnitGap
	missing := 0
	for _, t := range c.l.Targets {
		if len(t.Results) == 0 {
			missing++
		}
	}
	if missing > 0 {
		out = append(out, UnitGap{Unit: "Chỉ tiêu của kế hoạch", Gaps: []string{vietnamese.noData + ": " + viet.Count(missing, "chỉ tiêu")}})
	}
	for _, u := range c.l.Units {
		if g := unitGaps(u); len(g) > 0 {
			out = append(out, UnitGap{Unit: u.Name, Gaps: g})
		}
	}
	return out
}

// unitGaps tells what is missing of a unit that was given something or honoured; a unit only listed lacks nothing.
func unitGaps(u *campaign.Unit) []string {
	var out []string
	n := 0
	for _, a := range u.Assignments {
		if len(a.Results) == 0 {
			n++
		}
	}
	if n > 0 {
		out = append(out, "chưa có kết quả: "+viet.Count(n, "chỉ tiêu được giao"))
	}
	if len(u.Awards) > 0 && len(u.Assignments) == 0 {
		out = append(out, "được khen nhưng chưa có chỉ tiêu được giao")
	}
	if len(u.Assignments) > 0 && len(u.Achievements) == 0 {
		out = append(out, "chưa có thành tích")
	}
	return out
}

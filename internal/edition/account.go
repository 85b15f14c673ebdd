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
	for _, u := range l.Units {
		a.Units = append(a.Units, c.unitAccount(u))
	}
}

// unitAccount counts what is published of a unit and tells what is missing if it was given something or honoured; a unit only listed lacks nothing.
func (c *composer) unitAccount(u *campaign.Unit) UnitAccount {
	n := c.honouredOf(u)
	out := UnitAccount{ID: u.ID, Unit: u.Name, Assigned: len(u.Assignments), Achievements: len(u.Achievements),
		Collectives: n.Collectives, Individuals: n.Individuals, Households: n.Households}
	for _, a := range u.Assignments {
		out.Results += len(a.Results)
		if len(a.Results) > 0 {
			out.Reported++
		}
	}
	lack := func(short, gap string) { out.Lacks, out.Gaps = append(out.Lacks, short), append(out.Gaps, gap) }
	if n := out.Assigned - out.Reported; n > 0 {
		lack(viet.Count(n, "kết quả"), "chưa có kết quả: "+viet.Count(n, "chỉ tiêu được giao"))
	}
	if len(u.Awards) > 0 && out.Assigned == 0 {
		lack("chỉ tiêu giao", "được khen nhưng chưa có chỉ tiêu được giao")
	}
	if out.Assigned > 0 && out.Achievements == 0 {
		lack("thành tích", "chưa có thành tích")
	}
	return out
}

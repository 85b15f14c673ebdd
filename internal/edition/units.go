package edition

import (
	"bangvang/internal/campaign"
	"bangvang/internal/viet"
)

func (c *composer) units() {
	groups := map[campaign.UnitKind]*UnitGroup{}
	for _, u := range c.l.Units {
		g := groups[u.Kind]
		if g == nil {
			g = &UnitGroup{Heading: unitKindWords[u.Kind], Anchor: string(u.Kind)}
			groups[u.Kind] = g
		}
		g.Units = append(g.Units, c.unitRow(u))
		c.unit(u)
	}
	p := &UnitsPage{Lead: viet.Count(len(c.l.Units), "đơn vị") + ", xếp theo loại hình."}
	doubtful := false
	for _, k := range campaign.UnitKinds {
		if g := groups[k]; g != nil {
			p.Groups = append(p.Groups, *g)
		}
	}
	for _, u := range c.l.Units {
		doubtful = doubtful || !u.Verified
	}
	if doubtful {
		p.Notes = append(p.Notes, "“"+upper(unverified)+"” nghĩa là chưa có nguồn xác nhận tên đơn vị này trong thời gian diễn ra đợt thi đua.")
	}
	for _, b := range c.l.Blocks {
		p.Blocks = append(p.Blocks, blockLink(b))
		c.block(b)
	}
	for _, o := range []*Overview{c.resultsByBlock(), c.resultsByUnit(c.l.Units)} {
		if o != nil {
			p.Given = append(p.Given, o)
		}
	}
	c.page(Head{Path: unitsPath, Title: "Đơn vị", Section: unitsPath, Crumbs: c.crumbs(), Description: p.Lead, Updated: c.unitsAge(c.l.Units).said}, p)
}

func (c *composer) unitRow(u *campaign.Unit) UnitRow {
	row := UnitRow{Link: unitLink(u), Unverified: doubt(u)}
	if u.Parent != nil {
		row.Parent = u.Parent.Name
	}
	assigned, honoured := "", ""
	if n := len(u.Assignments); n > 0 {
		assigned = viet.Count(n, "chỉ tiêu được giao")
	}
	if n := c.honouredOf(u); n.Total() > 0 {
		honoured = vietnamese.tally(n) + " được khen"
	}
	row.Counts = joined(" · ", assigned, honoured)
	return row
}

func doubt(u *campaign.Unit) string {
	if u.Verified {
		return ""
	}
	return unverified
}

func (c *composer) honouredOf(u *campaign.Unit) (n campaign.Tally) {
	for _, a := range u.Awards {
		if c.gate.honoured(a) {
			n.Count(a.Kind)
		}
	}
	return n
}

func (c *composer) unit(u *campaign.Unit) {
	p := &UnitPage{Kind: unitKindWords[u.Kind], Facts: unitFacts(u), Lead: c.unitLead(u), Groups: c.unitRoll(u)}
	if !u.Verified {
		p.Unverified = "Tên đơn vị " + unverified + "."
	}
	for _, a := range u.Assignments {
		p.Assignments = append(p.Assignments, c.assignmentRow(a))
	}
	for _, a := range u.Achievements {
		p.Achievements = append(p.Achievements, achievement(a))
	}
	for _, v := range u.Children {
		p.Children = append(p.Children, c.unitRow(v))
	}
	for _, s := range c.told {
		if s.Award != nil && s.Award.Unit == u {
			p.Stories = append(p.Stories, c.card(s))
		}
	}
	crumbs := c.crumbs(unitsPath)
	if u.Parent != nil {
		crumbs = append(crumbs, unitLink(u.Parent))
	}
	c.page(Head{Path: unitPath(u), Title: u.Name, Section: unitsPath, Crumbs: crumbs, Description: u.Name + ". " + p.Lead, Updated: c.unitAge(u).said}, p)
}

func unitFacts(u *campaign.Unit) []Fact {
	var out []Fact
	if u.Parent != nil {
		out = append(out, Fact{Term: "Thuộc", Value: u.Parent.Name, Path: unitPath(u.Parent)})
	}
	if u.Block != nil {
		out = append(out, Fact{Term: "Cụm, khối thi đua", Value: u.Block.Name, Path: blockPath(u.Block)})
	}
	if u.Short != "" {
		out = append(out, Fact{Term: "Tên gọi tắt", Value: u.Short})
	}
	if u.Source != nil {
		out = append(out, Fact{Term: "Nguồn tên đơn vị", Value: vietnamese.cited(u.Source)})
	}
	return out
}

// unitLead says in a sentence what the unit was given and reached, and how many of it were honoured.
func (c *composer) unitLead(u *campaign.Unit) string {
	given := "Chưa có chỉ tiêu giao cho đơn vị trong dữ liệu"
	if n := len(u.Assignments); n > 0 {
		reached, unknown := 0, 0
		for _, a := range u.Assignments {
			switch campaign.Attain(a.Goal, campaign.Newest(a.Results)) {
			case campaign.Met, campaign.Exceeded:
				reached++
			case campaign.Unknown:
				unknown++
			}
		}
		given = "Được giao " + viet.Count(n, "chỉ tiêu")
		if reached > 0 {
			given += ", đạt hoặc vượt " + viet.Count(reached, "chỉ tiêu")
		} else if unknown < n {
			given += ", chưa đạt chỉ tiêu nào"
		}
		if unknown > 0 {
			given += ", " + viet.Count(unknown, "chỉ tiêu "+vietnamese.noData)
		}
	}
	if n := c.honouredOf(u); n.Total() > 0 {
		return given + "; " + vietnamese.tally(n) + " được khen."
	}
	return given + "."
}

// unitRoll is the honoured of a unit, by form.
func (c *composer) unitRoll(u *campaign.Unit) []RollGroup {
	var out []RollGroup
	for _, f := range c.l.Forms {
		g := RollGroup{Heading: f.Name, Anchor: f.ID, Path: formPath(f)}
		for _, a := range u.Awards {
			if a.Decision.Form == f && c.gate.honoured(a) {
				g.Awards = append(g.Awards, c.awards[a])
			}
		}
		if len(g.Awards) > 0 {
			out = append(out, g)
		}
	}
	return out
}

func (c *composer) block(b *campaign.Block) {
	p := &BlockPage{Lead: "Chưa có danh sách đơn vị của cụm, khối này trong dữ liệu.", Head: unitLink(b.Lead)}
	if len(b.Units) > 0 {
		p.Lead = viet.Count(len(b.Units), "đơn vị") + "."
	}
	for _, u := range b.Units {
		p.Units = append(p.Units, c.unitRow(u))
	}
	p.Given = c.resultsByUnit(b.Units)
	c.page(Head{Path: blockPath(b), Title: b.Name, Section: unitsPath, Crumbs: c.crumbs(unitsPath), Description: b.Name + ". " + p.Lead, Updated: c.unitsAge(b.Units).said}, p)
}

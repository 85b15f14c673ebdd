package check

import (
	"fmt"
	"strings"

	"bangvang/internal/campaign"
	"bangvang/internal/source"
)

// unitWords are the kinds of units with their meaning.
var unitWords = []Word{
	{string(campaign.Party), "cơ quan Đảng"}, {string(campaign.Council), "Hội đồng nhân dân"},
	{string(campaign.PeoplesCommittee), "Ủy ban nhân dân"}, {string(campaign.Front), "Mặt trận Tổ quốc"},
	{string(campaign.MassOrganisation), "đoàn thể"}, {string(campaign.Department), "sở, ban, ngành"},
	{string(campaign.ArmedForces), "lực lượng vũ trang"}, {string(campaign.UrbanDistrict), "quận"},
	{string(campaign.RuralDistrict), "huyện"}, {string(campaign.Commune), "xã, phường, thị trấn"},
	{string(campaign.CentralAgency), "cơ quan Trung ương"}, {string(campaign.Press), "báo chí"},
	{string(campaign.Enterprise), "doanh nghiệp"}, {string(campaign.School), "trường"}, {string(campaign.OtherKind), "khác"},
}

// units reads blocks and units, their parents and children.
func (r *resolver) units() {
	l := r.ledger
	r.blockIDs.kind = &kind{"khối", blockUnknown, "blocks"}
	r.unitIDs.kind = &kind{"đơn vị", unitUnknown, "units"}
	for i := range r.tree.Blocks {
		s := &r.tree.Blocks[i]
		b := &campaign.Block{Place: s.Place, ID: s.ID.Text, Name: line(s.Name)}
		enter(r, &r.blockIDs, s.ID, b, b.Name)
		l.Blocks = append(l.Blocks, b)
	}
	read := make(map[*campaign.Unit]*source.Unit, len(r.tree.Units))
	for i := range r.tree.Units {
		s := &r.tree.Units[i]
		u := r.unit(s)
		enter(r, &r.unitIDs, s.ID, u, append([]string{u.Name, u.Short}, u.Aliases...)...)
		read[u] = s
		l.Units = append(l.Units, u)
	}
	campaign.SortUnits(l.Units)
	for _, u := range l.Units {
		u.Parent = find(r, &r.unitIDs, read[u].Parent)
	}
	r.unitCycles(read)
	for _, u := range l.Units {
		if u.Block != nil {
			u.Block.Units = append(u.Block.Units, u)
		}
		if u.Parent != nil {
			u.Parent.Children = append(u.Parent.Children, u)
		}
	}
	for i, b := range l.Blocks {
		r.lead(b, r.tree.Blocks[i].Lead)
	}
}

func (r *resolver) unit(s *source.Unit) *campaign.Unit {
	u := &campaign.Unit{
		Place: s.Place, ID: s.ID.Text, Name: name(s.Name), Short: line(s.Short), Aliases: lines(s.Aliases),
		Kind: campaign.UnitKind(r.oneOf(s.Kind, unitWords)), Block: find(r, &r.blockIDs, s.Block),
		Verified: r.flag(s.Verified), Source: find(r, &r.sourceIDs, s.Source),
	}
	_ = r.switched(s.Name) || r.latin(u.Name, s.Name, false)
	if d, ok := r.number(s.Order); ok {
		u.Order = &d
	}
	return u
}

// lead reads the unit that leads a block; it should be one of the block's.
func (r *resolver) lead(b *campaign.Block, v source.Value) {
	b.Lead = find(r, &r.unitIDs, v)
	if b.Lead != nil && b.Lead.Block != b {
		r.add(leadOutside, v.Place, fmt.Sprintf("đơn vị %q đứng đầu %q nhưng không thuộc khối này", b.Lead.ID, b.ID),
			fmt.Sprintf("thêm block: %s cho đơn vị (%s)", b.ID, b.Lead.Place.Short()), b.Lead.Place)
	}
}

// unitCycles reports units that are their own ancestors, each circle once, and cuts it.
func (r *resolver) unitCycles(read map[*campaign.Unit]*source.Unit) {
	const (
		walking = 1
		done    = 2
	)
	state := make(map[*campaign.Unit]int, len(r.ledger.Units))
	for _, u := range r.ledger.Units {
		var path []*campaign.Unit
		v := u
		for v != nil && state[v] == 0 {
			state[v] = walking
			path = append(path, v)
			v = v.Parent
		}
		if v != nil && state[v] == walking {
			r.cycle(path, v, read)
		}
		for _, p := range path {
			state[p] = done
		}
	}
}

// cycle reports the circle that a path runs into at a unit and cuts it there.
func (r *resolver) cycle(path []*campaign.Unit, at *campaign.Unit, read map[*campaign.Unit]*source.Unit) {
	for path[0] != at {
		path = path[1:]
	}
	var ids []string
	for _, p := range path {
		ids = append(ids, p.ID)
	}
	r.add(unitCycle, read[at].Parent.Place, fmt.Sprintf("đơn vị cấp trên nối thành vòng: %s", strings.Join(append(ids, at.ID), " → ")), "bỏ khoá parent của một đơn vị trong vòng")
	at.Parent = nil
}

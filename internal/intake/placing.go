package intake

import (
	"fmt"
	"strings"

	"bangvang/internal/campaign"
	"bangvang/internal/source"
	"bangvang/internal/viet"
)

// choose settles on one of several units a name may stand for, if only one is of the unit that the list is of.
func (p *page) choose(found []matched) []matched {
	top := p.listOf()
	if len(found) < 2 || top == nil {
		return found
	}
	var own []matched
	for _, m := range found {
		if p.units.within(m.unit, top) {
			own = append(own, m)
		}
	}
	if len(own) == 1 {
		return own
	}
	return found
}

// note remembers a unit that was found by another name than its own.
func (in *intake) note(text string, m matched) {
	if m.exact {
		return
	}
	a := in.matched[text]
	if a == nil {
		a = &UnitAccount{Text: text, ID: m.unit.ID.Text, Name: m.unit.Name.Text}
		in.matched[text] = a
	}
	a.Times++
}

// listOf is the unit that the whole list is of: what the command line says, or the line above the table.
func (p *page) listOf() *source.Unit {
	if p.unit != nil {
		return p.unit
	}
	return p.titleUnit
}

// readUnit finds the unit: of the row's column, of the text with the position, of the section, of the command line.
func (r *award) readUnit() {
	r.d.has["unit"] = true
	if col := r.table.first(positionUnitColumn); col > 0 {
		r.d.has["position"] = true
		text, c := r.value(col, true)
		if text != "" {
			r.positionUnit(text, c)
		}
	}
	if r.rest != "" {
		r.d.has["position"] = true
		r.positionUnit(r.rest, r.at[[2]int{r.row.No, r.table.first(wholeColumn)}])
	}
	text, c := r.value(r.table.first(unitColumn), true)
	if r.d.unit != nil {
		r.agree(text, c)
		return
	}
	if text == "" {
		if c == nil || !r.wrong { // a cell that failed is told already
			r.defaultUnit()
		}
		return
	}
	found := r.chosen(r.units.match(text))
	if len(found) == 0 {
		if before, m := r.units.trailing(text); len(r.chosen(m)) == 1 {
			before, m := r.units.narrow(before, r.chosen(m)[0])
			r.partOf(before)
			found = []matched{{unit: m.unit}} // the text is not the unit's name: it is told
		}
	}
	switch {
	case len(found) == 1:
		r.d.unit = found[0].unit
		r.note(text, found[0])
	case len(found) == 0 && r.ownUnit() != nil && r.units.nearest(text) == nil && r.d.kind != campaign.Collective:
		r.d.unit = r.own()
		r.partOf(text)
		r.problems.Add(unitOutside, r.place(c), fmt.Sprintf("%s không có trong data/units.yaml: ghi vào chức vụ, đơn vị là %s", quote(text), r.d.unit.ID.Text), "nếu là đơn vị riêng, thêm vào data/units.yaml")
	default:
		r.missing(text, c, found)
	}
}

// agree holds the unit that was found with the position against the column of units: one of them may be part of the other.
func (r *award) agree(text string, c *cell) {
	if text == "" {
		return
	}
	found := r.chosen(r.units.match(text))
	switch {
	case len(found) == 1 && r.units.within(r.d.unit, found[0].unit):
	case len(found) == 1 && r.units.within(found[0].unit, r.d.unit):
		r.d.unit = found[0].unit
	default:
		r.fail(unitUnmatched, c, fmt.Sprintf("cột đơn vị ghi %s, mà cột chức vụ nêu %s", quote(text), r.d.unit.Name.Text), "ghi một đơn vị; chức vụ ở đơn vị khác thì bỏ tên đơn vị ấy")
	}
}

// missing remembers a name that no unit has; it is told once, at the end.
func (r *award) missing(text string, c *cell, found []matched) {
	r.wrong = true
	u := r.unknown[text]
	if u == nil {
		u = &unmatched{found: found}
		r.unknown[text] = u
		r.order = append(r.order, text)
	}
	u.places = append(u.places, r.place(c))
}

// partOf adds a part of a unit to the position.
func (r *award) partOf(text string) {
	switch {
	case text == "":
	case r.d.kind == campaign.Collective:
		if !strings.Contains(viet.Fold(r.d.fullName), viet.Fold(text)) {
			r.d.fullName += ", " + text
		}
	case r.d.position == "":
		r.d.position = text
		r.d.has["position"] = true
	case !strings.Contains(viet.Fold(r.d.position), viet.Fold(text)):
		r.d.position += ", " + text
		r.d.has["position"] = true
	}
}

func (r *award) ownUnit() *source.Unit {
	if r.section != nil {
		return r.section
	}
	return r.listOf()
}

// chosen chooses; a unit that was only chosen for the list's sake is part of the row's sum.
func (r *award) chosen(found []matched) []matched {
	out := r.choose(found)
	if len(found) > 1 && len(out) == 1 {
		r.raw = append(r.raw, "own unit", out[0].unit.ID.Text)
	}
	return out
}

// own gives the unit that the list or its section is of, which the row's sum must tell: the row itself does not.
func (r *award) own() *source.Unit {
	u := r.ownUnit()
	if u != nil {
		r.raw = append(r.raw, "own unit", u.ID.Text)
	}
	return u
}

func (r *award) defaultUnit() {
	if r.d.unit = r.own(); r.d.unit != nil {
		return
	}
	if r.d.kind == campaign.Collective {
		if found := r.chosen(r.units.match(r.d.fullName)); len(found) == 1 {
			r.d.unit = found[0].unit
			r.note(r.d.fullName, found[0])
			return
		}
		if _, m := r.units.trailing(r.d.fullName); len(r.chosen(m)) == 1 {
			r.d.unit = r.chosen(m)[0].unit
			r.note(r.d.fullName, matched{unit: r.d.unit})
			return
		}
	}
	r.wrong = true
	r.problems.Add(unitUnmatched, r.d.place, "hàng không có đơn vị", "điền cột “Đơn vị”, hoặc chạy với --unit")
}

// positionUnit takes “Trưởng phòng, Sở Y tế” apart.
func (r *award) positionUnit(text string, c *cell) {
	if found := r.chosen(r.units.match(text)); len(found) == 1 {
		r.d.unit = found[0].unit
		r.note(text, found[0])
		return
	}
	before, found := r.units.trailing(text)
	found = r.chosen(found)
	switch {
	case len(found) == 1:
		before, narrowed := r.units.narrow(before, found[0])
		r.d.unit = narrowed.unit
		r.partOf(before)
		r.note(strings.Trim(strings.TrimPrefix(text, before), " ,;-–"), narrowed)
	case r.table.first(unitColumn) > 0 || r.ownUnit() != nil:
		r.partOf(text)
	default:
		r.missing(text, c, found)
	}
}

package check

import (
	"bangvang/internal/campaign"
	"bangvang/internal/source"
)

// assignments reads the targets given to units.
func (r *resolver) assignments() {
	r.assignmentIDs.kind = &kind{"chỉ tiêu giao", assignmentUnknown, "assignments"}
	for i := range r.tree.Assignments {
		s := &r.tree.Assignments[i]
		a := r.assignment(s)
		enter(r, &r.assignmentIDs, s.ID, a)
		r.ledger.Assignments = append(r.ledger.Assignments, a)
		if a.Unit != nil {
			a.Unit.Assignments = append(a.Unit.Assignments, a)
		}
	}
}

// assignment reads one: a target of the plan, which says name, measure and decimals, or one of the unit's own, which says them itself.
func (r *resolver) assignment(s *source.Assignment) *campaign.Assignment {
	a := &campaign.Assignment{
		Place: s.Place, ID: s.ID.Text, Unit: find(r, &r.unitIDs, s.Unit), Target: find(r, &r.targetIDs, s.Target),
		Name: line(s.Name), Measure: line(s.Measure), Deadline: r.date(s.Deadline), Sample: r.flag(s.Sample),
	}
	switch {
	case s.Target.Given() && (s.Name.Given() || s.Measure.Given() || s.Decimals.Given()):
		r.add(assignmentName, s.Place, "chỉ tiêu giao có target lại có name, measure hoặc decimals", "bỏ các khoá đó: tên và đơn vị tính lấy từ chỉ tiêu chung; hoặc bỏ target")
	case !s.Target.Given() && !s.Name.Given():
		r.add(assignmentName, s.Place, "chỉ tiêu giao không có target cũng không có name", "ghi target (chỉ tiêu chung), hoặc name, measure, decimals (chỉ tiêu riêng của đơn vị)")
	case !s.Target.Given() && !s.Measure.Given():
		r.add(measureMissing, s.Place, "chỉ tiêu giao không có đơn vị tính", "thêm khoá measure")
	}
	switch {
	case a.Target != nil:
		a.Name, a.Measure, a.Decimals = a.Target.Name, a.Target.Measure, a.Target.Decimals
	case s.Target.Given() || s.Decimals.Given():
		a.Decimals = r.decimals(s.Decimals)
	}
	a.Goal = r.goal(&s.Goal, a.Decimals)
	return a
}

// achievements reads what units did.
func (r *resolver) achievements() {
	for i := range r.tree.Achievements {
		s := &r.tree.Achievements[i]
		a := &campaign.Achievement{
			Place: s.Place, ID: s.ID.Text, Unit: find(r, &r.unitIDs, s.Unit), Area: find(r, &r.areaIDs, s.Area), Target: find(r, &r.targetIDs, s.Target),
			Text: line(s.Text), Measure: line(s.Measure), Date: r.date(s.Date), Source: find(r, &r.sourceIDs, s.Source), Sample: r.flag(s.Sample),
		}
		if d, ok := r.number(s.Value); ok {
			a.Value = &d
		}
		if s.Value.Given() && !s.Measure.Given() && a.Target == nil {
			r.add(measureMissing, s.Value.Place, "thành tích có số nhưng không có đơn vị tính", "thêm khoá measure")
		}
		r.notAfterClock(s.Date, a.Date)
		if enter(r, &r.achievementIDs, s.ID, a); r.future(a.Date) {
			continue
		}
		r.ledger.Achievements = append(r.ledger.Achievements, a)
		if a.Unit != nil {
			a.Unit.Achievements = append(a.Unit.Achievements, a)
		}
	}
}

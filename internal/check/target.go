package check

import (
	"fmt"

	"bangvang/internal/campaign"
	"bangvang/internal/source"
)

// areas reads the contents of the plan.
func (r *resolver) areas() {
	r.areaIDs.kind = &kind{"nội dung", areaUnknown, "areas"}
	for i := range r.tree.Areas {
		s := &r.tree.Areas[i]
		a := &campaign.Area{Place: s.Place, ID: s.ID.Text, Letter: line(s.Letter), Name: line(s.Name), Summary: line(s.Summary)}
		enter(r, &r.areaIDs, s.ID, a, a.Name)
		r.ledger.Areas = append(r.ledger.Areas, a)
	}
}

// sources reads where figures come from.
func (r *resolver) sources() {
	r.sourceIDs.kind = &kind{"nguồn", sourceUnknown, "sources"}
	for i := range r.tree.Sources {
		s := &r.tree.Sources[i]
		c := &campaign.Source{Place: s.Place, ID: s.ID.Text, Title: line(s.Title), Publisher: line(s.Publisher), Date: r.date(s.Date), URL: r.url(s.URL)}
		enter(r, &r.sourceIDs, s.ID, c, c.Title)
		r.ledger.Sources = append(r.ledger.Sources, c)
	}
}

// targets reads targets, then joins parts to their wholes.
func (r *resolver) targets() {
	r.targetIDs.kind = &kind{"chỉ tiêu", targetUnknown, "targets"}
	partOf := make(map[*campaign.Target]source.Value, len(r.tree.Targets))
	for i := range r.tree.Targets {
		s := &r.tree.Targets[i]
		t := r.target(s)
		partOf[t] = s.PartOf
		enter(r, &r.targetIDs, s.ID, t, t.Name, t.Short)
		r.ledger.Targets = append(r.ledger.Targets, t)
		if t.Area != nil {
			t.Area.Targets = append(t.Area.Targets, t)
		}
	}
	for _, t := range r.ledger.Targets {
		r.part(t, partOf)
	}
	for _, t := range r.ledger.Targets {
		if t.Whole != nil {
			t.Whole.Parts = append(t.Whole.Parts, t)
		}
	}
}

func (r *resolver) target(s *source.Target) *campaign.Target {
	decimals := r.decimals(s.Decimals)
	t := &campaign.Target{
		Place: s.Place, ID: s.ID.Text, Area: find(r, &r.areaIDs, s.Area), Name: line(s.Name), Short: line(s.Short),
		Measure: line(s.Measure), Decimals: decimals, Deadline: r.date(s.Deadline), Period: r.date(s.Period),
		Cumulative: r.flag(s.Cumulative), Note: line(s.Note),
	}
	t.Goal = r.goal(&s.Goal, decimals)
	if s.Official != nil {
		t.Official = &campaign.Official{Goal: r.goal(&s.Official.Goal, decimals), Source: find(r, &r.sourceIDs, s.Official.Source)}
	}
	if b := s.Baseline; b != nil {
		t.Baseline = &campaign.Baseline{Period: r.date(b.Period), Qualifier: r.qualifier(b.Qualifier), Source: find(r, &r.sourceIDs, b.Source), Computed: r.computed(b.Computed)}
		t.Baseline.Value, _ = r.figure(b.Value, decimals)
		if b.Computed == nil && !b.Source.Given() {
			r.add(sourceMissing, b.Place, "số liệu kỳ trước không có nguồn", "thêm khoá source, hoặc computed nếu là số tự tính")
		}
	}
	return t
}

// part joins a target to the whole that it is a part of: one of the same area that is no part itself.
func (r *resolver) part(t *campaign.Target, partOf map[*campaign.Target]source.Value) {
	said := partOf[t]
	whole := find(r, &r.targetIDs, said)
	if whole == nil {
		return
	}
	above := partOf[whole]
	switch {
	case whole == t:
		r.add(partWhole, said.Place, fmt.Sprintf("chỉ tiêu %q là một phần của chính nó", t.ID), "bỏ khoá part_of")
	case above.Given():
		r.add(partWhole, said.Place, fmt.Sprintf("%q cũng là một phần, của %q", whole.ID, above.Text), "mỗi phần thuộc thẳng một chỉ tiêu chung", above.Place)
	case whole.Area != t.Area && whole.Area != nil && t.Area != nil:
		r.add(partWhole, said.Place, fmt.Sprintf("chỉ tiêu chung %q thuộc nội dung %q, phần này thuộc %q", whole.ID, whole.Area.ID, t.Area.ID), "phần và chỉ tiêu chung phải cùng nội dung", whole.Place)
	default:
		t.Whole = whole
	}
}

// goal reads a goal, of which exactly one key is given. decimals is what figures are shown with.
func (r *resolver) goal(s *source.Goal, decimals int) campaign.Goal {
	given := 0
	for _, v := range []source.Value{s.AtLeast, s.AtMost, s.Count} {
		if v.Given() {
			given++
		}
	}
	if s.Between != nil {
		given++
	}
	var g campaign.Goal
	switch {
	case given != 1:
		if s.Place.Known() { // else the key is missing, told by source
			r.add(goalKeys, s.Place, fmt.Sprintf("mức phải đạt có %d khoá", given), "ghi đúng một trong at_least (ít nhất), at_most (không quá), between (trong khoảng), count (số lượng)")
		}
	case s.AtLeast.Given():
		g.Kind = campaign.AtLeast
		g.From, _ = r.figure(s.AtLeast, decimals)
	case s.AtMost.Given():
		g.Kind = campaign.AtMost
		g.To, _ = r.figure(s.AtMost, decimals)
	case s.Count.Given():
		g.Kind = campaign.Count
		g.From = r.whole(s.Count)
	default:
		g.Kind = campaign.Between
		g.From, g.To = r.bounds(s.Between, decimals)
	}
	return g
}

// bounds reads the two ends of a range.
func (r *resolver) bounds(s *source.Bounds, decimals int) (from, to campaign.Decimal) {
	from, ok1 := r.figure(s.From, decimals)
	to, ok2 := r.figure(s.To, decimals)
	if ok1 && ok2 && from.Cmp(to) > 0 {
		r.add(boundsReversed, s.From.Place, fmt.Sprintf("khoảng có đầu dưới %s lớn hơn đầu trên %s", s.From.Text, s.To.Text), "đổi chỗ from và to", s.To.Place)
	}
	return from, to
}

// whole reads a number of whole things.
func (r *resolver) whole(v source.Value) campaign.Decimal {
	d, ok := r.number(v)
	if ok && (!d.Whole() || d.Unscaled < 0) {
		r.add(countWhole, v.Place, fmt.Sprintf("số lượng %s không phải số nguyên không âm", v.Text), "dùng at_least nếu giá trị có thể lẻ")
	}
	return d
}

// figure reads a number with no more decimals than figures of its target are shown with: else what is shown would not be what is compared.
func (r *resolver) figure(v source.Value, decimals int) (campaign.Decimal, bool) {
	d, ok := r.number(v)
	if ok && int(d.Scale) > decimals {
		r.add(valueDecimals, v.Place, fmt.Sprintf("số %s có %d chữ số thập phân, chỉ tiêu khai báo %d", v.Text, d.Scale, decimals), "sửa khoá decimals của chỉ tiêu hoặc làm tròn số này")
	}
	return d, ok
}

// decimals reads how many decimals figures are shown with. If that is not known, no figure has too many.
func (r *resolver) decimals(v source.Value) int {
	if n, ok := r.integer(v, 0, campaign.MaxScale); ok {
		return n
	}
	return campaign.MaxScale
}

var qualifierWords = []Word{{string(campaign.Above), "trên"}, {string(campaign.Below), "dưới"}, {string(campaign.About), "khoảng"}}

func (r *resolver) qualifier(v source.Value) campaign.Qualifier {
	return campaign.Qualifier(r.oneOf(v, qualifierWords))
}

func (r *resolver) computed(s *source.Computed) *campaign.Computed {
	if s == nil {
		return nil
	}
	return &campaign.Computed{Formula: line(s.Formula), From: find(r, &r.sourceIDs, s.From)}
}

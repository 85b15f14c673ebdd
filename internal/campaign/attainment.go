package campaign

// Attainment is mức hoàn thành: a verdict by rule, not a percentage.
type Attainment string

const (
	Exceeded  Attainment = "exceeded"  // vượt
	Met       Attainment = "met"       // đạt
	Missed    Attainment = "missed"    // chưa đạt
	Unknown   Attainment = "unknown"   // chưa có số liệu
	Undecided Attainment = "undecided" // chưa đủ căn cứ
)

// Reached tells whether the goal is met or exceeded.
func (a Attainment) Reached() bool { return a == Exceeded || a == Met }

// Attain sets a result against a goal.
//
// A plain figure v decides at once: AtLeast and Count g: v > g exceeded, v = g met, v < g missed. AtMost g, where less is better:
// v < g exceeded, v = g met, v > g missed. Between a and b: v > b exceeded, a ≤ v ≤ b met, v < a missed.
//
// A qualified figure stands for a set of true values: "above" all greater ones, "below" all smaller ones, "about" those within half
// a unit of the last written digit. If all of them lead to one verdict, that is it; if all reach the goal, the lesser one, Met, is all that
// may be claimed; otherwise the evidence does not decide: Undecided. No result is Unknown.
func Attain(g Goal, r *Result) Attainment {
	if r == nil {
		return Unknown
	}
	low, high := outcomes(g, r)
	switch {
	case low == high:
		return low
	case low.Reached() && high.Reached():
		return Met
	}
	return Undecided
}

// Attainment is the verdict on a target: by its newest report or, where it has none but has parts, by its parts. All parts reached is Met
// (Exceeded if each is), one part missed is Missed, one undecided or without a figure leaves the whole so. A part never changes the verdict of
// a whole that has a figure of its own.
func (t *Target) Attainment() Attainment {
	if len(t.Results) > 0 || len(t.Parts) == 0 {
		return Attain(t.Goal, Newest(t.Results))
	}
	verdict := Exceeded
	for _, p := range t.Parts {
		verdict = weaker(verdict, p.Attainment())
	}
	return verdict
}

// weaker is the verdict that holds of two parts together.
func weaker(a, b Attainment) Attainment {
	for _, v := range [...]Attainment{Missed, Unknown, Undecided, Met} {
		if a == v || b == v {
			return v
		}
	}
	return Exceeded
}

// outcomes gives the verdicts at the two ends of the true values that a result stands for. Verdicts are monotonous in the value,
// so that the ends bound all of them.
func outcomes(g Goal, r *Result) (Attainment, Attainment) {
	v := r.Value
	switch r.Qualifier {
	case Above:
		return g.beyond(v, +1), g.beyond(infinity, +1)
	case Below:
		return g.beyond(v, -1), g.beyond(minusInfinity, -1)
	case About:
		half := Decimal{Unscaled: 5, Scale: v.Scale + 1}
		return g.at(v.Sub(half)), g.at(v.Add(half))
	}
	a := g.at(v)
	return a, a
}

var infinity, minusInfinity = Int(MaxUnscaled), Int(-MaxUnscaled)

// at is the verdict on a plain figure.
func (g Goal) at(v Decimal) Attainment {
	switch g.Kind {
	case AtMost:
		return [...]Attainment{Exceeded, Met, Missed}[v.Cmp(g.To)+1]
	case Between:
		switch {
		case v.Cmp(g.From) < 0:
			return Missed
		case v.Cmp(g.To) > 0:
			return Exceeded
		}
		return Met
	}
	return [...]Attainment{Missed, Met, Exceeded}[v.Cmp(g.From)+1]
}

// beyond is the verdict on a figure just greater (dir +1) or just smaller (dir -1) than v: a step smaller than any written digit.
func (g Goal) beyond(v Decimal, dir int64) Attainment {
	step := Decimal{Unscaled: dir, Scale: MaxScale + 1}
	return g.at(v.Add(step))
}

// Timeliness tells how a result stands to the deadline of an assignment.
type Timeliness string

const (
	NoDeadline Timeliness = ""
	InTime     Timeliness = "in-time" // the goal was reached by a report of the deadline's day or before
	Late       Timeliness = "late"    // reached, but only by a later report
	Open       Timeliness = "open"    // not reached, or unknown
)

// Timely tells whether a goal was reached by its deadline: the earliest report that reaches it counts.
func Timely(g Goal, deadline Date, results []*Result) Timeliness {
	if deadline.IsZero() {
		return NoDeadline
	}
	verdict := Open
	for _, r := range results {
		if !Attain(g, r).Reached() {
			continue
		}
		if !r.AsOf.Last().After(deadline.Last()) {
			return InTime
		}
		verdict = Late
	}
	return verdict
}

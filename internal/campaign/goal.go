package campaign

// GoalKind is the way a number is to be reached.
type GoalKind string

const (
	AtLeast GoalKind = "at_least"
	AtMost  GoalKind = "at_most" // less is better
	Between GoalKind = "between"
	Count   GoalKind = "count" // whole things: at least so many
)

// Goal is what a target asks for. From holds the number of AtLeast and Count and the lower end of Between;
// To the number of AtMost and the upper end of Between.
type Goal struct {
	Kind     GoalKind
	From, To Decimal
}

// Threshold is the number that must be reached for "đạt".
func (g Goal) Threshold() Decimal {
	if g.Kind == AtMost {
		return g.To
	}
	return g.From
}

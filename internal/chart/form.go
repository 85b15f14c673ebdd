package chart

import (
	"errors"
	"fmt"
	"math"

	"bangvang/internal/edition"
)

// build draws a chart by its form.
func build(c edition.Chart) (*drawing, error) {
	if err := sound(c); err != nil {
		return nil, fmt.Errorf("chart %s: %w", c.ID, err)
	}
	switch c.Form {
	case edition.Bullet:
		if c.Axis.Zoomed { // a bar's length must be its value
			return dotRow(c), nil
		}
		return bullet(c), nil
	case edition.Band, edition.Ceiling:
		return dotRow(c), nil
	case edition.Tally:
		if n := squares(c); n == 0 || n > mostSquares {
			return bullet(c), nil
		}
		return tally(c), nil
	case edition.Course:
		if len(c.Points) > mostRows {
			return timeline(c), nil
		}
		return rows(c), nil
	}
	return nil, fmt.Errorf("chart %s: unknown form %q", c.ID, c.Form)
}

// sound refuses what cannot be drawn: it would be a fault of the program, as the edition decides every number.
func sound(c edition.Chart) error {
	numbers := []float64{c.Axis.Min, c.Axis.Max}
	goals := []edition.ChartGoal{c.Goal}
	if c.Official != nil {
		goals = append(goals, *c.Official)
	}
	for _, g := range goals {
		if g.From == nil && g.To == nil {
			return errors.New("a goal without a number")
		}
		for _, v := range []*float64{g.From, g.To} {
			if v != nil {
				numbers = append(numbers, *v)
			}
		}
	}
	for _, p := range c.Points {
		numbers = append(numbers, p.Value)
	}
	if c.Baseline != nil {
		numbers = append(numbers, c.Baseline.Value)
	}
	for _, v := range numbers {
		if math.IsNaN(v) || math.IsInf(v, 0) {
			return fmt.Errorf("a number that is none: %v", v)
		}
		if v < c.Axis.Min || v > c.Axis.Max {
			return fmt.Errorf("%v lies outside the axis from %v to %v", v, c.Axis.Min, c.Axis.Max)
		}
	}
	if c.Axis.Min >= c.Axis.Max {
		return fmt.Errorf("an axis from %v to %v", c.Axis.Min, c.Axis.Max)
	}
	return nil
}

// newest is the report that the verdict speaks of.
func newest(c edition.Chart) (edition.ChartPoint, bool) {
	for _, p := range c.Points {
		if p.Newest {
			return p, true
		}
	}
	if n := len(c.Points); n > 0 {
		return c.Points[n-1], true
	}
	return edition.ChartPoint{}, false
}

// threshold is the number that decides about a goal: its lower end, or the only one.
func threshold(g edition.ChartGoal) float64 {
	if g.From != nil {
		return *g.From
	}
	return *g.To
}

// outcome is how the newest result looks: filled when the goal is met, hollow when not, dashed when that is open.
func outcome(s edition.Standing) itemStyle {
	switch s {
	case edition.Exceeded, edition.Met:
		return itemStyle{Color: blue, BorderColor: blue, BorderWidth: 2, BorderType: "solid", Opacity: 1}
	case edition.Missed:
		return itemStyle{Color: paper, BorderColor: orange, BorderWidth: 2.5, BorderType: "solid", Opacity: 1}
	}
	return itemStyle{Color: paper, BorderColor: blue, BorderWidth: 2, BorderType: "dashed", Opacity: 1}
}

// ghost is how the year before and older estimates look.
var ghost = itemStyle{Color: paper, BorderColor: muted, BorderWidth: 1.5, BorderType: "solid", Opacity: 1}

// verdict is the newest result in words.
func verdict(c edition.Chart, p edition.ChartPoint) string {
	if c.Verdict == "" {
		return p.Words
	}
	return p.Words + " · " + c.Verdict
}

// tooltip is what a point says when it is pointed at.
func tooltip(p edition.ChartPoint) string {
	if p.Long == "" {
		return p.Label + ": " + p.Words
	}
	return p.Words + "\n" + p.Long
}

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
		if len(c.Points) > edition.CourseRows && dated(c.Points) {
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

// stop is a point of a chart that tells more when it is pointed at, stepped to or tapped.
type stop struct {
	At    []float64 `json:"at,omitempty"` // as the axes count, the horizontal one first
	Px    []float64 `json:"px,omitempty"` // in its place: pixels from the top left
	Words string    `json:"words"`
	Long  string    `json:"long,omitempty"`
}

// stop adds a point that is drawn at a place, in the order in which the keyboard steps through them.
func (d *drawing) stop(p edition.ChartPoint, at ...float64) {
	s := stop{At: at, Words: p.Words, Long: p.Long}
	if s.Long == "" {
		s.Long = p.Label
	}
	d.stops = append(d.stops, s)
}

// hatch strikes through what is only an estimate: the dot of that radius at a place or, where half is its half height, the bar
// that ends there.
func (d *drawing) hatch(p edition.ChartPoint, s itemStyle, radius, half float64, place ...any) {
	if !p.Provisional {
		return
	}
	z := zHatch
	if radius > 0 {
		z = zText
	}
	d.draw("hatch", look{Color: strokes(s), Dot: radius, Half: half}, z, datum{Value: place})
}

// strokes is the colour of the strokes over a shape: paper on what is filled, its border's on what is hollow.
func strokes(s itemStyle) string {
	if s.Color == paper {
		return s.BorderColor
	}
	return paper
}

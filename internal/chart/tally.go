package chart

import (
	"math"

	"bangvang/internal/edition"
)

const (
	mostSquares = 40 // beyond, nobody counts: a bar
	perRow      = 10
	squareSide  = 26.0
	squareStep  = squareSide * 1.2 // as in shapes.js
)

// squares is how many squares a tally has: those of the goal and those beyond it; 0 where a number is not a whole one.
func squares(c edition.Chart) int {
	goal := threshold(c.Goal)
	n := goal
	if p, ok := newest(c); ok {
		n = math.Max(n, p.Value)
		if p.Value != math.Trunc(p.Value) || p.Value < 0 {
			return 0
		}
	}
	if goal != math.Trunc(goal) || goal < 1 || n > math.MaxInt32 {
		return 0
	}
	return int(n)
}

// tally draws one square a thing, filled when it is done, those beyond the goal set apart.
func tally(c edition.Chart) *drawing {
	d := newDrawing(edition.Axis{Max: 1}, c.Lang, []string{""})
	d.x.Show = false
	count, goal, done := squares(c), int(threshold(c.Goal)), 0
	colour := outcome(c.Standing).BorderColor
	p, ok := newest(c)
	words, hatch := c.NoData, ""
	if ok {
		done, words = int(p.Value), verdict(c, p)
		if p.Provisional {
			hatch = paper
		}
	} else {
		colour = rule
	}
	const over = 6.0
	d.draw("squares", look{Color: colour, Paper: paper, Ink: ink, Square: squareSide, PerRow: perRow, Over: over, Hatch: hatch}, zBar,
		datum{Value: []any{0, 0}, Count: count, Goal: &goal, Done: &done})
	label := []string{c.Goal.Label}
	if c.Official != nil {
		label = append(label, c.Official.Label)
	}
	top := d.notes("over", over, label, false)
	under := []string{words}
	if b := c.Baseline; b != nil {
		under = append(under, b.Label+": "+b.Words)
	}
	for i, older := len(c.Points)-2, 0; i >= 0 && older < edition.CourseRows-1; i, older = i-1, older+1 {
		under = append(under, c.Points[i].Label+": "+c.Points[i].Words)
	}
	below := d.notes("under", 0, under, ok)
	lines := (count + perRow - 1) / perRow
	height := int(math.Ceil(float64(lines-1)*squareStep + squareSide))
	d.plot(2, 2, top, height, below)
	if ok {
		last := max(done, 1) - 1
		d.stop(p)
		d.stops[0].Px = []float64{2 + squareStep*float64(last%perRow) + squareSide/2, float64(top) + squareStep*float64(last/perRow) + squareSide/2}
	}
	return d
}

// notes sets lines of text at the left over or under the plot and answers with the pixels they need.
func (d *drawing) notes(side string, over float64, lines []string, bold bool) int {
	height := int(over) + lead
	for i, l := range lines {
		at := height
		if side == "over" {
			at = int(over) + lead + (len(lines)-1-i)*lineHeight
		}
		colour := ink
		if i > 0 {
			colour = muted
		}
		d.draw("note", look{Color: colour, Font: fontFamily, Size: fontSize, Line: lineHeight, Side: side, Over: float64(at)}, zText,
			datum{Value: []any{0, 0}, Words: l, Bold: bold && i == 0})
		height += lineHeight
	}
	return height
}

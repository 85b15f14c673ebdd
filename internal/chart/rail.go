package chart

import (
	"slices"

	"bangvang/internal/edition"
)

const (
	trackHeight = 30
	barWidth    = "14"
	barHalf     = 7.0
	dotSize     = 15
	ghostSize   = 11
)

// Painting order, from the ground up.
const (
	zGround = iota + 1
	zRail
	zBar
	zHatch
	zGhost
	zGoal
	zDot
	zText
)

// bullet draws one result as a bar from zero, over bands of grey that end at the goals, with the plan's goal as a tick.
func bullet(c edition.Chart) *drawing {
	d := newDrawing(c.Axis, c.Lang, []string{""})
	p, ok := newest(c)
	if ok {
		d.shade(bands(c)...)
		style := outcome(c.Standing)
		d.bars(datum{Value: p.Value, ItemStyle: &style})
		d.hatch(p, style, 0, barHalf-1, p.Value, 0)
		d.open(p, 0, 4, blue)
	} else {
		d.shade(shaded{c.Axis.Min, c.Axis.Max, high})
	}
	d.baseline(c, 0)
	if ok {
		d.stop(p, p.Value, 0)
	}
	d.track(c, zDot)
	return d
}

// bands shades from dark to light what lies below every goal, between two, and above them.
func bands(c edition.Chart) []shaded {
	at := []float64{threshold(c.Goal)}
	if c.Official != nil {
		at = append(at, threshold(*c.Official))
	}
	slices.Sort(at)
	at = append(slices.Compact(at), c.Axis.Max)
	colours := []string{low, middle, high}
	if len(at) == 2 {
		colours = []string{low, high}
	}
	var out []shaded
	from := c.Axis.Min
	for i, to := range at {
		if to > from {
			out = append(out, shaded{from, to, colours[i]})
		}
		from = to
	}
	return out
}

// dotRow draws one result as a dot on an axis that need not begin at zero, the goal as a tinted zone.
func dotRow(c edition.Chart) *drawing {
	d := newDrawing(c.Axis, c.Lang, []string{""})
	d.shade(goalZone(c))
	d.draw("rail", look{Color: rule}, zRail, datum{Value: []any{c.Axis.Min, 0}})
	if p, ok := newest(c); ok {
		style := outcome(c.Standing)
		d.dots("result", zDot, datum{Value: []any{p.Value, 0}, ItemStyle: &style, Size: dotSize})
		d.hatch(p, style, dotSize/2-1, 0, p.Value, 0)
		d.open(p, 0, dotSize/2+3, blue)
		if b := c.Baseline; b != nil {
			d.draw("move", look{Color: muted, Clear: dotSize/2 + 2}, zBar, datum{Value: []any{b.Value, 0}, To: &p.Value})
		}
	}
	d.baseline(c, 0)
	if p, ok := newest(c); ok {
		d.stop(p, p.Value, 0)
	}
	d.track(c, zGhost)
	return d
}

// goalZone is the part of the axis where the plan's goal is met.
func goalZone(c edition.Chart) shaded {
	z := shaded{c.Axis.Min, c.Axis.Max, zone}
	if c.Goal.From != nil {
		z.from = *c.Goal.From
	}
	if c.Goal.To != nil {
		z.to = *c.Goal.To
	}
	return z
}

// track adds goals and labels to a chart of one row, and its measures.
func (d *drawing) track(c edition.Chart, z int) {
	const over = 4.0
	d.goalTicks(c, z, look{Over: over})
	d.officialBand(c, 0, look{Over: over})
	above := d.goalLabels(c, "over", over)
	var under []callout
	below := 0
	p, ok := newest(c)
	if ok {
		under = append(under, callout{At: p.Value, Words: verdict(c, p), Bold: true, Color: ink})
	}
	if b := c.Baseline; b != nil {
		under = append(under, callout{At: b.Value, Words: b.Label + ": " + b.Words, Color: muted})
	}
	if !ok {
		below = d.notes("under", over, []string{c.NoData}, false)
	} else {
		below = d.callouts("under", 0, under)
	}
	d.plot(margin, margin, above, trackHeight, below+4)
}

// open adds a chevron to a point whose true value is only known to lie beyond it.
func (d *drawing) open(p edition.ChartPoint, row int, clear float64, colour string) {
	if p.Open != 0 {
		d.draw("open", look{Color: colour, Clear: clear}, zDot, datum{Value: []any{p.Value, row}, Way: p.Open})
	}
}

// baseline adds the year before.
func (d *drawing) baseline(c edition.Chart, row int) {
	if b := c.Baseline; b != nil {
		d.stop(*b, b.Value, float64(row))
		d.dots("baseline", zGhost, datum{Value: []any{b.Value, row}, ItemStyle: &ghost, Size: ghostSize})
	}
}

// goalTicks adds the plan's goal and, where it is one number, the City's own, as ticks through each of the rows.
func (d *drawing) goalTicks(c edition.Chart, z int, size look) {
	for row := range d.y.Data {
		if size.Half == 0 && row > 0 {
			break // the first goes through all
		}
		for _, v := range edges(c.Goal) {
			l := size
			l.Color, l.Width = ink, 3
			if c.Goal.From != nil && c.Goal.To != nil {
				l.Width = 1.5
			}
			d.draw("tick", l, z, datum{Value: []any{v, row}})
		}
		if o := c.Official; o != nil && (o.From == nil || o.To == nil) {
			l := size
			l.Color, l.Width, l.Dash = muted, 1.5, []int{3, 2}
			d.draw("tick", l, z, datum{Value: []any{threshold(*o), row}})
		}
	}
}

// officialBand adds the City's own goal where it is a range.
func (d *drawing) officialBand(c edition.Chart, row int, size look) {
	if o := c.Official; o != nil && o.From != nil && o.To != nil {
		size.Color, size.Width = muted, 1.5
		d.draw("bracket", size, zGoal, datum{Value: []any{*o.From, row}, To: o.To})
	}
}

// goalLabels adds the labels of the goals over or under the plot and answers with the pixels needed there.
func (d *drawing) goalLabels(c edition.Chart, side string, over float64) int {
	labels := []callout{goalLabel(c.Goal, ink)}
	if o := c.Official; o != nil {
		labels = append(labels, goalLabel(*o, muted))
	}
	return d.callouts(side, over, labels)
}

// edges are the numbers that a goal names.
func edges(g edition.ChartGoal) []float64 {
	var out []float64
	for _, v := range []*float64{g.From, g.To} {
		if v != nil && !slices.Contains(out, *v) {
			out = append(out, *v)
		}
	}
	return out
}

func goalLabel(g edition.ChartGoal, colour string) callout {
	l := callout{At: threshold(g), Words: g.Label, Color: colour}
	if g.From != nil && g.To != nil {
		l.To = g.To
	}
	return l
}

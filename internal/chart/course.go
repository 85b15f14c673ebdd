package chart

import (
	"strconv"

	"github.com/go-echarts/go-echarts/v2/charts"

	"bangvang/internal/edition"
)

const (
	rowHeight   = 42 // a line of words and a strip
	stripHalf   = 9.0
	wordsRise   = 20.0 // of the words' middle over the strip's
	clearOfAxis = 10   // between the words under the strips and the axis
)

// rows draws several reports of one target, a strip each from the oldest to the newest, its words over it.
// The goal is a tinted zone and a tick in every strip.
func rows(c edition.Chart) *drawing {
	var points []edition.ChartPoint
	if c.Baseline != nil {
		points = append(points, *c.Baseline)
	}
	points = append(points, c.Points...)
	d := newDrawing(c.Axis, c.Lang, make([]string, len(points)))
	z := goalZone(c)
	var rails, zones []datum
	for row := range points {
		rails = append(rails, datum{Value: []any{c.Axis.Min, row}})
		zones = append(zones, datum{Value: []any{z.from, row}, To: &z.to})
	}
	d.draw("zone", look{Color: zone, Half: stripHalf}, zGround, zones...)
	d.draw("rail", look{Color: rule}, zRail, rails...)
	d.goalTicks(c, zGhost, look{Half: stripHalf})
	last, _ := newest(c)
	for row, p := range points {
		style, size, words, isLast := ghost, ghostSize, p.Label+": "+p.Words, p == last && row == len(points)-1
		if !p.Provisional && (c.Baseline == nil || row > 0) {
			style.Color = muted
		}
		if isLast {
			style, size, words = outcome(c.Standing), dotSize, p.Label+": "+verdict(c, p)
		}
		d.report(p, row, style, size)
		l := look{Color: muted, Font: fontFamily, Size: fontSize, Line: lineHeight, Rise: wordsRise}
		if isLast {
			l.Color = ink
		}
		d.draw("heading", l, zText, datum{Value: []any{c.Axis.Min, row}, Words: words, Bold: isLast})
	}
	// The middle of a strip lies in the middle of its row: so much of the last row is below the strip.
	const rest = rowHeight/2 - stripHalf
	d.officialBand(c, len(points)-1, look{Half: stripHalf, Over: 4})
	below := d.goalLabels(c, "under", 6-rest)
	d.plot(margin, margin, int(wordsRise)+lineHeight/2-rowHeight/2+1, rowHeight*len(points), below+clearOfAxis)
	return d
}

// report adds a point of a row.
func (d *drawing) report(p edition.ChartPoint, row int, style itemStyle, size int) {
	d.stop(p, p.Value, float64(row))
	d.dots("report "+strconv.Itoa(row), zDot, datum{Value: []any{p.Value, row}, ItemStyle: &style, Size: float64(size)})
	if size == dotSize {
		d.hatch(p, style, dotSize/2-1, 0, p.Value, row)
	}
	d.open(p, row, float64(size)/2+3, style.BorderColor)
}

// bars adds the series of bars.
func (d *drawing) bars(data ...datum) {
	b := new(charts.Bar)
	b.AddSeries("result", nil, charts.WithSeriesOpts(func(s *charts.SingleSeries) { s.BarWidth, s.Data = barWidth, data }))
	d.add(b, extra{Z: zBar, Silent: true})
}

package chart

import (
	"strconv"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"bangvang/internal/edition"
)

const timelineHeight = 150

// timeline draws many reports of one target as a line along their days, the goals across it. Where no report came for long the
// line is broken. Its words stand in a key over the plot, as a line leaves no place where words are sure not to meet it.
func timeline(c edition.Chart) *drawing {
	d := newDrawing(c.Axis, c.Lang, nil)
	first, end := c.Points[0].Day, c.Points[len(c.Points)-1].Day
	d.days = dayAxis(first, end, c.Lang)
	d.x.AxisLine.Show, d.x.AxisTick.Show, d.x.AxisLabel.AlignMin, d.x.AxisLabel.AlignMax = false, false, "", ""
	d.goalLines(c)
	last, _ := newest(c)
	var data []datum
	for _, p := range c.Points {
		style, size := itemStyle{Color: blue, BorderColor: blue, BorderWidth: 1.5, BorderType: "solid", Opacity: 1}, ghostSize-3
		if p.Provisional {
			style.Color = paper
		}
		if p == last {
			style, size = outcome(c.Standing), dotSize-2
		}
		if p.Gap {
			data = append(data, datum{Value: []any{p.Day, nil}})
		}
		data = append(data, datum{Value: []any{p.Day, p.Value}, ItemStyle: &style, Size: float64(size)})
		d.stop(p, float64(p.Day), p.Value)
	}
	l := new(charts.Line)
	l.AddSeries("reports", nil, charts.WithSeriesOpts(func(s *charts.SingleSeries) {
		s.Symbol, s.Data, s.LineStyle = "circle", data, &opts.LineStyle{Color: blue, Width: 2}
	}))
	d.add(l, extra{Z: zDot, Silent: true})
	d.hatch(last, outcome(c.Standing), dotSize/2-2, 0, last.Day, last.Value)
	lines := d.key(c, last)
	widest := strconv.FormatFloat(c.Axis.Max, 'f', 0, 64)
	d.plot(margin+8*(len(widest)+1), 24, lines*lineHeight+12, timelineHeight, 0)
	return d
}

// key says over a timeline what its newest point and its lines are, and answers with how many lines it takes.
func (d *drawing) key(c edition.Chart, last edition.ChartPoint) int {
	style := outcome(c.Standing)
	dot := look{Color: style.BorderColor, Paper: style.Color, Dot: dotSize/2 - 2, Width: 2}
	if style.BorderType == "dashed" {
		dot.Dash = []int{3, 2}
	}
	n := 0
	add := func(l look, words string, bold bool) {
		l.Font, l.Size, l.Line, l.Ink = fontFamily, fontSize, lineHeight, ink
		d.draw("key", l, zText, datum{Value: []any{0, n}, Words: words, Bold: bold})
		n++
	}
	add(dot, last.Label+": "+verdict(c, last), true)
	add(look{Color: ink, Width: 2}, c.Goal.Label, false)
	if c.Official != nil {
		add(look{Color: muted, Width: 1.5, Dash: []int{5, 4}}, c.Official.Label, false)
	}
	return n
}

// goalLines adds the goals across a timeline.
func (d *drawing) goalLines(c edition.Chart) {
	var lines, areas []any
	add := func(v float64, colour string, dash any, width float64) {
		lines = append(lines, map[string]any{"yAxis": v, "label": showOption{},
			"lineStyle": map[string]any{"color": colour, "type": dash, "width": width}})
	}
	for _, v := range edges(c.Goal) {
		add(v, ink, "solid", 2)
	}
	if o := c.Official; o != nil {
		for _, v := range edges(*o) {
			add(v, muted, []int{5, 4}, 1.5)
		}
	}
	if c.Goal.To != nil {
		z := goalZone(c)
		areas = []any{[]any{map[string]any{"yAxis": z.from, "itemStyle": itemStyle{Color: z.colour}}, map[string]any{"yAxis": z.to}}}
	}
	s := new(charts.Scatter)
	s.AddSeries("goals", nil, charts.WithSeriesOpts(func(s *charts.SingleSeries) {
		s.Data = []datum{}
		s.MarkLines = &opts.MarkLines{Data: lines, MarkLineStyle: opts.MarkLineStyle{Symbol: []string{"none", "none"}}}
		if areas != nil {
			s.MarkAreas = &opts.MarkAreas{Data: areas}
		}
	}))
	d.add(s, extra{Z: zRail, Silent: true})
}

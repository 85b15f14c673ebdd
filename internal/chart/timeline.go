package chart

import (
	"strconv"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"bangvang/internal/edition"
)

const timelineHeight = 170

// timeline draws many reports of one target as a line along their dates, the goals across it.
func timeline(c edition.Chart) *drawing {
	var names []string
	var data []datum
	last, _ := newest(c)
	for _, p := range c.Points {
		names = append(names, p.Label)
		style, size := itemStyle{Color: blue, BorderColor: blue, BorderWidth: 1.5, BorderType: "solid", Opacity: 1}, ghostSize-3
		if p.Provisional {
			style.Color = paper
		}
		if p == last {
			style, size = outcome(c.Standing), dotSize-2
		}
		data = append(data, datum{Value: p.Value, Words: p.Words, Long: tooltip(p), ItemStyle: &style, Size: float64(size)})
	}
	d := newDrawing(c.Axis.Min, c.Axis.Max, names)
	d.upright = true
	d.y.Show, d.y.Inverse, d.y.AxisLabel.HideOverlap = true, false, true
	d.x.AxisLine.Show, d.x.AxisTick.Show = false, false
	d.goalLines(c)
	l := charts.NewLine()
	l.AddSeries("reports", nil, charts.WithSeriesOpts(func(s *charts.SingleSeries) {
		s.Symbol, s.Data, s.LineStyle = "circle", data, &opts.LineStyle{Color: blue, Width: 2}
	}))
	d.add(l, extra{Z: zDot})
	d.draw("above", look{Color: ink, Font: fontFamily, Size: fontSize, Line: lineHeight, Clear: dotSize / 2, Rise: dotSize + 3}, zText,
		datum{Value: []any{len(names) - 1, last.Value}, Words: verdict(c, last), Bold: true})
	widest := strconv.FormatFloat(c.Axis.Max, 'f', 0, 64)
	d.plot(margin+8*(len(widest)+1), 14, lineHeight, timelineHeight, 0)
	return d
}

// goalLines adds the goals across a timeline, each with its label at the left end, where the line is still far from it.
func (d *drawing) goalLines(c edition.Chart) {
	var lines []any
	add := func(v float64, words, position, colour, kind string, width float64) {
		lines = append(lines, map[string]any{"yAxis": v, "words": words,
			"lineStyle": map[string]any{"color": colour, "type": kind, "width": width},
			"label": map[string]any{"show": words != "", "formatter": "words", "position": position, "color": colour,
				"fontFamily": fontFamily, "fontSize": fontSize}})
	}
	// Two goals near each other: the higher one's words over its line, the lower one's under.
	over, under := "insideStartTop", "insideStartBottom"
	own := over
	if o := c.Official; o != nil {
		place := under
		if threshold(*o) > threshold(c.Goal) {
			own, place = under, over
		}
		add(threshold(*o), o.Label, place, muted, "dashed", 1.5)
	}
	for i, v := range edges(c.Goal) {
		words := c.Goal.Label
		if i > 0 {
			words = ""
		}
		add(v, words, own, ink, "solid", 2)
	}
	var areas []any
	if c.Goal.To != nil {
		z := goalZone(c)
		areas = append(areas, []any{map[string]any{"yAxis": z.from, "itemStyle": itemStyle{Color: z.colour}}, map[string]any{"yAxis": z.to}})
	}
	s := charts.NewScatter()
	s.AddSeries("goals", nil, charts.WithSeriesOpts(func(s *charts.SingleSeries) {
		s.Data = []datum{}
		s.MarkLines = &opts.MarkLines{Data: lines, MarkLineStyle: opts.MarkLineStyle{Symbol: []string{"none", "none"}}}
		if areas != nil {
			s.MarkAreas = &opts.MarkAreas{Data: areas}
		}
	}))
	d.add(s, extra{Z: zRail, Silent: true})
}

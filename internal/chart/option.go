package chart

import (
	"encoding/json"
	"fmt"
	"strconv"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"
	"github.com/go-echarts/go-echarts/v2/types"

	"bangvang/internal/edition"
)

// Sizes in CSS pixels.
const (
	fontSize   = 12
	lineHeight = 17
	lead       = 4  // between the plot and the nearest row of labels
	labelGap   = 8  // between two labels of a row
	margin     = 10 // left and right of the plot, for axis numbers and dots at the ends
	axisHeight = 22
)

const fontFamily = "Be Vietnam Pro, Be Vietnam Pro Fallback, Arial, sans-serif"

// drawing is a chart being built: a go-echarts chart, and beside it what the library has no field for.
type drawing struct {
	bar    *charts.Bar
	extras []extra
	x      valueAxis
	y      categoryAxis
	height int
	days   *valueAxis // a chart whose values rise and whose days run along the foot; nil for any other
	stops  []stop
}

func newAxisLabel(formatter string) axisLabel {
	return axisLabel{Show: true, Formatter: formatter, Margin: 6, Color: muted, FontSize: fontSize - 1, FontFamily: fontFamily}
}

// newDrawing begins a chart with a value axis, its numbers written as a language does, and one row for each name.
func newDrawing(axis edition.Axis, lang string, rows []string) *drawing {
	min, max := axis.Min, axis.Max
	s := niceScale(min, max)
	d := &drawing{bar: charts.NewBar()}
	numbers := newAxisLabel(formatter("number"+strconv.Itoa(s.digits), lang))
	numbers.CustomValues, numbers.HideOverlap = s.ticks, true
	// A number too long for the margin stays within the picture.
	if s.ticks[0] == min && s.letters(min) > 3 {
		numbers.AlignMin = "left"
	}
	if last := s.ticks[len(s.ticks)-1]; last == max && s.letters(max) > 3 {
		numbers.AlignMax = "right"
	}
	grey := &opts.LineStyle{Color: rule, Width: 1}
	d.x = valueAxis{Type: "value", Show: true, Min: min, Max: max, AxisLabel: numbers,
		AxisLine: lineOption{Show: true, LineStyle: grey},
		AxisTick: tickOption{Show: true, Length: 4, CustomValues: s.ticks, LineStyle: grey}}
	d.y = categoryAxis{Type: "category", Inverse: true, Data: rows, AxisLabel: newAxisLabel("")}
	return d
}

// plot lays the plot out: left and right margins, its top and its height, and the axis so far below it.
func (d *drawing) plot(left, right, top, height, below int) {
	d.x.Offset = below
	d.bar.SetGlobalOptions(charts.WithGridOpts(opts.Grid{
		Left: strconv.Itoa(left), Right: strconv.Itoa(right), Top: strconv.Itoa(top), Height: strconv.Itoa(height)}))
	d.height = top + height + below
	if d.x.Show {
		d.height += axisHeight
	}
}

// draw adds a series of our own shapes. New would make a chart with all its defaults, of which a series takes none.
func (d *drawing) draw(shape string, l look, z int, data ...datum) {
	c := new(charts.Custom)
	c.AddSeries(shape, nil, charts.WithSeriesOpts(func(s *charts.SingleSeries) {
		s.RenderItem, s.Data = types.FuncStr(shape), data
	}))
	d.add(c, extra{Z: z, Silent: true, Look: l})
}

// dots adds a series of round points.
func (d *drawing) dots(name string, z int, data ...datum) {
	c := new(charts.Scatter)
	c.AddSeries(name, nil, charts.WithSeriesOpts(func(s *charts.SingleSeries) { s.Symbol, s.Data = "circle", data }))
	d.add(c, extra{Z: z, Silent: true})
}

func (d *drawing) add(c charts.Overlaper, e extra) {
	d.bar.Overlap(c)
	d.extras = append(d.extras, e)
}

// shade adds tinted parts of the plot, each from one value to another.
func (d *drawing) shade(parts ...shaded) {
	for _, p := range parts {
		d.draw("zone", look{Color: p.colour}, zGround, datum{Value: []any{p.from, 0}, To: &p.to})
	}
}

type shaded struct {
	from, to float64
	colour   string
}

// option answers with the JSON of the ECharts option, the same bytes for the same chart.
func (d *drawing) option() ([]byte, error) {
	d.bar.Accept(finish{drawing: d})
	d.bar.Validate()
	b, err := json.Marshal(d.bar.JSON())
	if err != nil {
		return nil, fmt.Errorf("chart option: %w", err)
	}
	return b, nil
}

// finish puts into the option what go-echarts has no fields for, and takes out what it adds unasked.
type finish struct {
	charts.BaseConfigurationVisitor
	drawing *drawing
}

func (f finish) VisitSeriesOpt(all charts.MultiSeries) any {
	out := make([]series, len(all))
	for i, s := range all {
		out[i] = series{SingleSeries: s, extra: f.drawing.extras[i]}
	}
	return out
}

func (f finish) VisitXAxis([]opts.XAxis) any {
	if f.drawing.days != nil {
		return *f.drawing.days
	}
	return f.drawing.x
}

func (f finish) VisitYAxis([]opts.YAxis) any {
	if f.drawing.days != nil {
		return f.drawing.x
	}
	return f.drawing.y
}

func (f finish) VisitGrid(all []opts.Grid) any { return grid{all[0], "none"} }

// Visit: no animation, which would leave half-grown charts in pictures and ignores prefers-reduced-motion; no text
// alternative and no tooltip by ECharts: its words would replace ours by wrong ones, and the keyboard does not reach them.
func (f finish) Visit(option map[string]any) {
	for _, k := range []string{"title", "legend", "toolbox", "color", "tooltip"} {
		delete(option, k)
	}
	option["animation"] = false
	option["aria"] = map[string]any{"enabled": false}
	option["textStyle"] = map[string]any{"fontFamily": fontFamily, "fontSize": fontSize, "color": ink}
}

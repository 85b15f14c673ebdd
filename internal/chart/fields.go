package chart

import (
	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"
)

// extra is what a series needs beyond go-echarts' fields; one for each series, in order.
type extra struct {
	Z      int  `json:"z"`
	Silent bool `json:"silent,omitempty"`
	Look   look `json:"look,omitzero"`
}

// look is how a custom series is drawn: colours and sizes for the shape of its name in shapes.js.
type look struct {
	Color  string  `json:"color,omitempty"`
	Paper  string  `json:"paper,omitempty"`
	Ink    string  `json:"ink,omitempty"`
	Rule   string  `json:"rule,omitempty"`
	Font   string  `json:"font,omitempty"`
	Size   int     `json:"size,omitempty"`
	Line   int     `json:"line,omitempty"`
	Pitch  int     `json:"pitch,omitempty"` // from one row of labels to the next
	Lead   int     `json:"lead,omitempty"`
	Gap    int     `json:"gap,omitempty"`
	Over   float64 `json:"over,omitempty"`
	Width  float64 `json:"width,omitempty"`
	Half   float64 `json:"half,omitempty"`
	Dot    float64 `json:"dot,omitempty"`
	Clear  float64 `json:"clear,omitempty"`
	Rise   float64 `json:"rise,omitempty"`
	Side   string  `json:"side,omitempty"`
	Square float64 `json:"square,omitempty"`
	Hatch  string  `json:"hatch,omitempty"` // the colour of the strokes over what is provisional
	PerRow int     `json:"perRow,omitempty"`
	Dash   []int   `json:"dash,omitempty"`
}

// datum is one thing of a series. Words are final.
type datum struct {
	Value     any        `json:"value"`
	Words     string     `json:"words,omitempty"`
	To        *float64   `json:"to,omitempty"`
	Way       int        `json:"way,omitempty"`
	Bold      bool       `json:"bold,omitempty"`
	Goal      *int       `json:"goal,omitempty"`
	Count     int        `json:"count,omitempty"`
	Done      *int       `json:"done,omitempty"`
	Callouts  []callout  `json:"callouts,omitempty"`
	ItemStyle *itemStyle `json:"itemStyle,omitempty"`
	Size      float64    `json:"symbolSize,omitempty"`
}

// itemStyle has the dashed border that opts.ItemStyle lacks.
type itemStyle struct {
	Color       string  `json:"color"`
	BorderColor string  `json:"borderColor,omitempty"`
	BorderWidth float64 `json:"borderWidth,omitempty"`
	BorderType  string  `json:"borderType,omitempty"`
	Opacity     float64 `json:"opacity,omitempty"`
}

// series is a go-echarts series with the fields that the library lacks.
type series struct {
	charts.SingleSeries
	extra
}

type valueAxis struct {
	Type      string     `json:"type"`
	Show      bool       `json:"show"`
	Min       float64    `json:"min"`
	Max       float64    `json:"max"`
	Offset    int        `json:"offset,omitempty"`
	AxisLine  lineOption `json:"axisLine"`
	AxisTick  tickOption `json:"axisTick"`
	SplitLine showOption `json:"splitLine"`
	AxisLabel axisLabel  `json:"axisLabel"`
}

type categoryAxis struct {
	Type      string     `json:"type"`
	Show      bool       `json:"show"`
	Inverse   bool       `json:"inverse,omitempty"`
	Data      []string   `json:"data"`
	AxisLine  showOption `json:"axisLine"`
	AxisTick  showOption `json:"axisTick"`
	AxisLabel axisLabel  `json:"axisLabel"`
}

type showOption struct {
	Show bool `json:"show"`
}

type lineOption struct {
	Show      bool            `json:"show"`
	OnZero    bool            `json:"onZero"`
	LineStyle *opts.LineStyle `json:"lineStyle,omitempty"`
}

type tickOption struct {
	Show         bool            `json:"show"`
	Length       int             `json:"length,omitempty"`
	CustomValues []float64       `json:"customValues,omitempty"`
	LineStyle    *opts.LineStyle `json:"lineStyle,omitempty"`
}

type axisLabel struct {
	Show         bool      `json:"show"`
	Formatter    string    `json:"formatter,omitempty"`
	CustomValues []float64 `json:"customValues,omitempty"`
	HideOverlap  bool      `json:"hideOverlap,omitempty"`
	AlignMin     string    `json:"alignMinLabel,omitempty"`
	AlignMax     string    `json:"alignMaxLabel,omitempty"`
	Margin       int       `json:"margin"`
	Color        string    `json:"color"`
	FontSize     int       `json:"fontSize"`
	FontFamily   string    `json:"fontFamily"`
}

// grid keeps ECharts 6 from moving the plot to make room for axis numbers.
type grid struct {
	opts.Grid
	OuterBoundsMode string `json:"outerBoundsMode"`
}

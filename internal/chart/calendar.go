package chart

import (
	"time"

	"github.com/go-echarts/go-echarts/v2/opts"

	"bangvang/internal/edition"
)

// mostMonths is how many names of months or years stand along the narrowest picture.
const mostMonths = 3

// dated tells whether reports lie on several days, in order.
func dated(points []edition.ChartPoint) bool {
	for i := 1; i < len(points); i++ {
		if points[i].Day < points[i-1].Day {
			return false
		}
	}
	return points[0].Day < points[len(points)-1].Day
}

// dayAxis runs along the foot of a chart from one day to another, days counted from 1970-01-01; the first days of months or
// years are named on it.
func dayAxis(from, to int, lang string) *valueAxis {
	ticks, name := months(from, to)
	numbers := newAxisLabel(formatter(name, lang))
	numbers.CustomValues, numbers.HideOverlap = ticks, true
	grey := &opts.LineStyle{Color: rule, Width: 1}
	return &valueAxis{Type: "value", Show: true, Min: float64(from), Max: float64(to), AxisLabel: numbers,
		AxisLine: lineOption{Show: true, LineStyle: grey},
		AxisTick: tickOption{Show: true, Length: 4, CustomValues: ticks, LineStyle: grey}}
}

// months chooses the first days to be named between two days, and how: by month, or by year where months are too many.
// If no month begins there, the two days' own months are named at the ends.
func months(from, to int) (ticks []float64, formatter string) {
	first := day(from)
	for _, step := range []int{1, 2, 3, 6, 12, 24, 60, 120, 600} {
		ticks = nil
		// Steps are counted from a year's January.
		m := time.Date(first.Year(), time.January, 1, 0, 0, 0, 0, time.UTC)
		for ; number1970(m) <= to; m = m.AddDate(0, step, 0) {
			if n := number1970(m); n >= from {
				ticks = append(ticks, float64(n))
			}
		}
		formatter = "month"
		if step >= 12 {
			formatter = "year"
		}
		if len(ticks) <= mostMonths {
			break
		}
	}
	if len(ticks) == 0 {
		ticks = []float64{float64(from)}
	}
	return ticks, formatter
}

func day(n int) time.Time { return time.Unix(int64(n)*86400, 0).UTC() }

func number1970(t time.Time) int { return int(t.Unix() / 86400) }

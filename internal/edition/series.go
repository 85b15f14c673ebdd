package edition

import (
	"slices"

	"bangvang/internal/campaign"
)

// lastDay is the last day that a date may mean, counted from 1970-01-01.
func lastDay(d campaign.Date) int { return int(d.Last().Unix() / 86400) }

// CourseRows is how many reports of a course are drawn in a row each; more are drawn along their days.
const CourseRows = 5

// A gap is this many times the usual time between two reports, and more than this many days.
const gapFactor, gapLeast = 2.5, 31

// tellGaps marks reports, oldest first, before which none came for long: longer than the median of the times between two
// reports suggests. With few reports nothing is usual yet.
func tellGaps(say *tongue, points []ChartPoint) {
	if len(points) <= CourseRows {
		return
	}
	var between []int
	for i := 1; i < len(points); i++ {
		between = append(between, points[i].Day-points[i-1].Day)
	}
	sorted := slices.Sorted(slices.Values(between))
	long := max(gapFactor*float64(sorted[len(sorted)/2]), gapLeast)
	for i, days := range between {
		if p := &points[i+1]; float64(days) > long {
			p.Gap = true
			p.Long += ". " + say.chart.gap(points[i].Label)
		}
	}
}

// chartKey says what the signs of a picture mean that no label in it says.
func chartKey(say *tongue, c *Chart) string {
	n := len(c.Points)
	if n == 0 {
		return ""
	}
	key := ""
	switch last := c.Points[n-1]; {
	case last.Computed:
		key = say.chart.computed
	case last.Provisional:
		key = say.chart.estimated
	}
	older := slices.ContainsFunc(c.Points[:n-1], func(p ChartPoint) bool { return p.Provisional })
	if older && c.Form == Course {
		key = joined(" ", key, say.chart.earlier)
	}
	if slices.ContainsFunc(c.Points, func(p ChartPoint) bool { return p.Gap }) {
		key = joined(" ", key, say.chart.gaps)
	}
	return key
}

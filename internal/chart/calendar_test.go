package chart

import (
	"testing"
	"time"

	"bangvang/internal/edition"
)

func on(t *testing.T, iso string) int {
	t.Helper()
	d, err := time.Parse(time.DateOnly, iso)
	if err != nil {
		t.Fatal(err)
	}
	return number1970(d)
}

func TestMonthsAlongTheFoot(t *testing.T) {
	for _, c := range []struct {
		from, to  string
		formatter string
		want      []string
	}{
		{"2018-01-31", "2018-10-31", "month", []string{"2018-04-01", "2018-07-01", "2018-10-01"}},
		{"2018-10-01", "2018-12-31", "month", []string{"2018-10-01", "2018-11-01", "2018-12-01"}},
		{"2018-11-20", "2019-01-15", "month", []string{"2018-12-01", "2019-01-01"}},
		{"2018-10-02", "2018-10-30", "month", []string{"2018-10-02"}},
		{"2014-12-31", "2018-12-31", "year", []string{"2016-01-01", "2018-01-01"}},
		{"1965-12-31", "1972-12-31", "year", []string{"1967-01-01", "1969-01-01", "1971-01-01"}},
	} {
		ticks, formatter := months(on(t, c.from), on(t, c.to))
		if formatter != c.formatter || len(ticks) != len(c.want) {
			t.Errorf("%s to %s: %v by %s", c.from, c.to, ticks, formatter)
			continue
		}
		for i, w := range c.want {
			if ticks[i] != float64(on(t, w)) {
				t.Errorf("%s to %s: %s, want %s", c.from, c.to, day(int(ticks[i])).Format(time.DateOnly), w)
			}
		}
	}
}

func TestReportsOfOneDayAreRows(t *testing.T) {
	c := samples()[len(samples())-1]
	tall, err := Height(c)
	if err != nil {
		t.Fatal(err)
	}
	c.Points = append([]edition.ChartPoint(nil), c.Points...)
	for i := range c.Points {
		c.Points[i].Day = 17562
	}
	if h, err := Height(c); err != nil || h == tall {
		t.Errorf("%d px high, %v", h, err)
	}
}

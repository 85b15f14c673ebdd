package campaign

import (
	"slices"
	"testing"
	"time"
)

func TestDate(t *testing.T) {
	for _, c := range []struct {
		d                Date
		iso, first, last string
	}{
		{Date{2018, 0, 0}, "2018", "2018-01-01", "2018-12-31"},
		{Date{2018, 2, 0}, "2018-02", "2018-02-01", "2018-02-28"},
		{Date{2016, 2, 0}, "2016-02", "2016-02-01", "2016-02-29"},
		{Date{2018, 12, 5}, "2018-12-05", "2018-12-05", "2018-12-05"},
	} {
		if c.d.ISO() != c.iso || c.d.First().Format(time.DateOnly) != c.first || c.d.Last().Format(time.DateOnly) != c.last {
			t.Errorf("%+v: %s from %s to %s", c.d, c.d.ISO(), c.d.First(), c.d.Last())
		}
	}
	if !(Date{}).IsZero() || (Date{}).ISO() != "" {
		t.Error("the zero date is a date")
	}
}

func TestDateOrder(t *testing.T) {
	order := []Date{{2017, 0, 0}, {2018, 3, 1}, {2018, 11, 30}, {2018, 11, 0}, {2018, 12, 31}, {2018, 12, 0}, {2018, 0, 0}, {2019, 1, 2}}
	if !slices.IsSortedFunc(order, Date.Compare) {
		t.Error("not in order: by the last day, then the more exact first")
	}
	for _, c := range []struct {
		a, b  Date
		after bool
	}{
		{Date{2018, 12, 1}, Date{2018, 11, 30}, true},
		{Date{2018, 12, 0}, Date{2018, 11, 30}, true},
		{Date{2018, 11, 0}, Date{2018, 11, 5}, false}, // may be the 1st
		{Date{2018, 0, 0}, Date{2018, 11, 30}, false},
		{Date{2018, 11, 30}, Date{2018, 11, 30}, false},
	} {
		if c.a.After(c.b) != c.after || c.b.Before(c.a) != c.after {
			t.Errorf("%s after %s: want %v", c.a.ISO(), c.b.ISO(), c.after)
		}
	}
}

func TestDayIsOfItsZone(t *testing.T) {
	utc := time.Date(2018, 12, 31, 20, 0, 0, 0, time.UTC)
	if got := Day(utc.In(time.FixedZone("", 7*3600))); got != (Date{2019, 1, 1}) {
		t.Error(got)
	}
}

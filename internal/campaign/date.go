package campaign

import "time"

// Date is a calendar day, or a month (Day 0), or a year (Month and Day 0): as exact as the source is. The zero Date is no date.
type Date struct {
	Year, Month, Day int
}

// IsZero tells whether there is no date.
func (d Date) IsZero() bool { return d.Year == 0 }

// First and Last are the first and the last day that the date may mean.
func (d Date) First() time.Time {
	return time.Date(d.Year, time.Month(max(d.Month, 1)), max(d.Day, 1), 0, 0, 0, 0, time.UTC)
}

// Last is the last day that the date may mean.
func (d Date) Last() time.Time {
	switch {
	case d.Month == 0:
		return time.Date(d.Year, 12, 31, 0, 0, 0, 0, time.UTC)
	case d.Day == 0:
		return time.Date(d.Year, time.Month(d.Month)+1, 0, 0, 0, 0, 0, time.UTC)
	}
	return d.First()
}

// Compare orders dates by the last day they may mean, then the more exact one first.
func (d Date) Compare(e Date) int {
	if c := d.Last().Compare(e.Last()); c != 0 {
		return c
	}
	return e.First().Compare(d.First())
}

// After tells whether every day that d may mean lies after every day that e may mean.
func (d Date) After(e Date) bool { return d.First().After(e.Last()) }

// Before is After the other way round.
func (d Date) Before(e Date) bool { return e.After(d) }

// Day is the calendar day of a moment in its own time zone.
func Day(t time.Time) Date { return Date{t.Year(), int(t.Month()), t.Day()} }

// ISO writes the date as data spells it: 2018, 2018-12 or 2018-12-05.
func (d Date) ISO() string {
	switch {
	case d.IsZero():
		return ""
	case d.Month == 0:
		return d.First().Format("2006")
	case d.Day == 0:
		return d.First().Format("2006-01")
	case d.Year < 1000 || d.Year > 9999 || d.Month > 12 || d.Day > 28: // the 30th of February is the 2nd of March
		return d.First().Format(time.DateOnly)
	}
	digit := func(n int) byte { return '0' + byte(n%10) }
	return string([]byte{digit(d.Year / 1000), digit(d.Year / 100), digit(d.Year / 10), digit(d.Year), '-', digit(d.Month / 10), digit(d.Month), '-', digit(d.Day / 10), digit(d.Day)})
}

// Span is a stretch of time with both ends in it.
type Span struct {
	From, To Date
}

package sheet

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"
)

var digits = regexp.MustCompile(`^-?(0|[1-9][0-9]*)(\.[0-9]+)?$`)

// decimals counts the digits after the point of a number.
func decimals(s string) (n int, ok bool) {
	if !digits.MatchString(s) {
		return 0, false
	}
	_, after, _ := strings.Cut(s, ".")
	return len(after), true
}

// significant counts the digits of a number without zeros before or after.
func significant(s string) int {
	s = strings.Replace(strings.TrimPrefix(s, "-"), ".", "", 1)
	return len(strings.Trim(s, "0"))
}

// firstDay is where Excel's count of days begins to agree with the calendar: it has a 29 February 1900.
const firstDay = "1900-03-01"

// IsDay tells whether a date is one that a cell of kind Day can hold.
func IsDay(s string) bool {
	_, err := serial(s)
	return err == nil
}

// serial is a day as Excel counts it.
func serial(s string) (string, error) {
	day, err := time.Parse(time.DateOnly, s)
	if err != nil || s < firstDay {
		return "", fmt.Errorf("%q không phải là ngày mà Excel biết", s)
	}
	return strconv.Itoa(int(day.Sub(time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)).Hours() / 24)), nil
}

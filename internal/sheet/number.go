package sheet

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// decimals counts the digits after the point of a number.
func decimals(s string) (n int, ok bool) {
	whole, after, pointed := strings.Cut(strings.TrimPrefix(s, "-"), ".")
	ok = areDigits(whole) && (whole == "0" || whole[0] != '0') && (!pointed || areDigits(after))
	return len(after), ok
}

// areDigits tells whether a text is one digit or more.
func areDigits(s string) bool {
	for _, c := range []byte(s) {
		if c < '0' || c > '9' {
			return false
		}
	}
	return s != ""
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

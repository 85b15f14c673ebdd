package viet

import "fmt"

// Dates and times are written from numbers that the caller knows to be valid.

// Date writes a date in figures: “02/01/2019”.
func Date(y, m, d int) string {
	if y < 1000 || y > 9999 || m < 0 || m > 99 || d < 0 || d > 99 {
		return fmt.Sprintf("%02d/%02d/%d", d, m, y)
	}
	digit := func(n int) byte { return '0' + byte(n%10) }
	return string([]byte{digit(d / 10), digit(d), '/', digit(m / 10), digit(m), '/', digit(y / 1000), digit(y / 100), digit(y / 10), digit(y)})
}

// MonthYear writes a month in figures: “12/2018”, “09/2018”.
func MonthYear(y, m int) string { return fmt.Sprintf("%02d/%d", m, y) }

// LongDate writes a date as official papers do: “ngày 05 tháng 9 năm 2018”.
// Days under 10 and the months 1 and 2 take a zero, the other months none
// (Thông tư 01/2011/TT-BNV), so that none can be changed by a stroke of the pen.
func LongDate(y, m, d int) string { return fmt.Sprintf("ngày %02d %s", d, LongMonth(y, m)) }

// LongMonth writes a month as LongDate does: “tháng 9 năm 2018”.
func LongMonth(y, m int) string {
	if m <= 2 {
		return fmt.Sprintf("tháng %02d năm %d", m, y)
	}
	return fmt.Sprintf("tháng %d năm %d", m, y)
}

// Clock writes a time of day: “07:30”.
func Clock(hour, minute int) string { return fmt.Sprintf("%02d:%02d", hour, minute) }

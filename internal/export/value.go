package export

import (
	"fmt"
	"strings"
	"time"
	"unicode/utf8"

	"bangvang/internal/edition"
)

// isNumber tells whether s is a JSON number (RFC 8259, 6) without an exponent; a whole one has no decimals.
func isNumber(s string, whole bool) bool {
	s = strings.TrimPrefix(s, "-")
	digits, decimals, pointed := strings.Cut(s, ".")
	if digits == "" || digits[0] == '0' && len(digits) > 1 || !areDigits(digits) {
		return false
	}
	return !pointed || !whole && decimals != "" && areDigits(decimals)
}

func areDigits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return true
}

// checkColumns refuses columns that could not be told apart.
func checkColumns(columns []edition.Column) error {
	if len(columns) == 0 {
		return fmt.Errorf("bảng không có cột")
	}
	seen := make(map[string]bool, len(columns))
	for _, c := range columns {
		if c.Key == "" || seen[c.Key] {
			return fmt.Errorf("khóa cột %q trống hoặc trùng", c.Key)
		}
		seen[c.Key] = true
	}
	return nil
}

// fits reports whether a value is of its kind. Nothing fits every kind.
func fits(kind edition.ValueKind, value string) (bool, error) {
	switch kind {
	case edition.TextValue:
		return utf8.ValidString(value), nil
	case edition.NumberValue:
		return value == "" || isNumber(value, false), nil
	case edition.WholeValue:
		return value == "" || isNumber(value, true), nil
	case edition.DateValue:
		return value == "" || isDate(value), nil
	case edition.BoolValue:
		return value == "" || value == "true" || value == "false", nil
	}
	return false, fmt.Errorf("không rõ kiểu giá trị %q", kind)
}

// isDate reports whether s is a year, a month or a day as ISO 8601 writes them.
func isDate(s string) bool {
	if len(s) > 10 || len(s) < 4 || !areDigits(s[:4]) {
		return false
	}
	month, day := "01", "01"
	switch len(s) {
	case 4:
	case 7:
		month = s[5:]
	case 10:
		month, day = s[5:7], s[8:]
	default:
		return false
	}
	for i := 4; i < len(s); i += 3 {
		if s[i] != '-' {
			return false
		}
	}
	if !areDigits(month) || !areDigits(day) || month < "01" || month > "12" || day < "01" || day > "31" {
		return false
	}
	if day <= "28" {
		return true // in every month
	}
	_, err := time.Parse(time.DateOnly, s)
	return err == nil
}

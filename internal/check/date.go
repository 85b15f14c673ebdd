package check

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"
	_ "time/tzdata" // a zone must be the same on a machine without a zone database

	"golang.org/x/text/unicode/norm"

	"bangvang/internal/campaign"
	"bangvang/internal/diag"
	"bangvang/internal/source"
	"bangvang/internal/viet"
)

var (
	isoDate   = regexp.MustCompile(`^([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?$`)
	looseISO  = regexp.MustCompile(`^([0-9]{4})[-/. ]([0-9]{1,2})(?:[-/. ]([0-9]{1,2}))?$`)
	dayFirst  = regexp.MustCompile(`^([0-9]{1,2})[-/. ]([0-9]{1,2})[-/. ]([0-9]{4})$`)
	monthYear = regexp.MustCompile(`^([0-9]{1,2})[-/. ]([0-9]{4})$`)
	inWords   = regexp.MustCompile(`^(?:ngay )?([0-9]{1,2}) thang ([0-9]{1,2}) nam ([0-9]{4})$`)
	monthWord = regexp.MustCompile(`^thang ([0-9]{1,2}) nam ([0-9]{4})$`)
	compact   = regexp.MustCompile(`^([0-9]{4})([0-9]{2})([0-9]{2})$`)
	withTime  = regexp.MustCompile(`^([0-9]{4}-[0-9]{2}-[0-9]{2})[T ][0-9]`)
	dayMonth  = regexp.MustCompile(`^[0-9]{1,2}[-/.][0-9]{1,2}$`)
	hourOnly  = regexp.MustCompile(`^[0-9]{1,2}[:hg][0-9]{0,2}(:[0-9]{2})?$`)
	shortYear = regexp.MustCompile(`^[0-9]{1,2}[-/.][0-9]{1,2}[-/.][0-9]{2}$`)
)

// date reads 2018, 2018-12 or 2018-12-05. What is not given or is told gives the zero date.
func (r *resolver) date(v source.Value) campaign.Date {
	if !v.Given() {
		return campaign.Date{}
	}
	year, month, day, ok := isoParts(v.Text)
	if !ok {
		r.add(dateForm, v.Place, fmt.Sprintf("%q không phải ngày viết đúng cách", v.Text), dateHint(v.Text))
		return campaign.Date{}
	}
	d := dateOf(year, month, day)
	if why := impossible(d, month != "", day != ""); why != "" {
		r.add(dateForm, v.Place, fmt.Sprintf("không có ngày %s: %s", v.Text, why), "")
		return campaign.Date{}
	}
	return d
}

// isoParts cuts what matches isoDate.
func isoParts(s string) (year, month, day string, ok bool) {
	for i := range len(s) {
		if hyphen := i == 4 || i == 7; hyphen != (s[i] == '-') || !hyphen && (s[i] < '0' || s[i] > '9') {
			return "", "", "", false
		}
	}
	switch len(s) {
	case 4:
		return s, "", "", true
	case 7:
		return s[:4], s[5:], "", true
	case 10:
		return s[:4], s[5:7], s[8:], true
	}
	return "", "", "", false
}

func dateOf(year, month, day string) campaign.Date {
	y, _ := strconv.Atoi(year)
	m, _ := strconv.Atoi(month)
	d, _ := strconv.Atoi(day)
	return campaign.Date{Year: y, Month: m, Day: d}
}

// impossible says why a date cannot be, or "".
func impossible(d campaign.Date, hasMonth, hasDay bool) string {
	switch {
	case d.Year < 1000:
		return "năm có đủ bốn chữ số, từ 1000"
	case hasMonth && (d.Month < 1 || d.Month > 12):
		return "tháng từ 01 đến 12"
	case hasDay && d.Day < 1:
		return "ngày từ 01"
	case hasDay:
		if last := (campaign.Date{Year: d.Year, Month: d.Month}).Last().Day(); d.Day > last {
			return fmt.Sprintf("tháng %02d năm %d có %d ngày", d.Month, d.Year, last)
		}
	}
	return ""
}

// dateHint says what to write instead of a date written otherwise.
func dateHint(s string) string {
	const form = "viết năm-tháng-ngày, ví dụ 2018-12-05, 2018-12 hoặc 2018"
	s = uncurled(norm.NFKC.String(s))
	var d campaign.Date
	if isoDate.MatchString(s) {
		return "viết " + s + ": không có dấu ngoặc kép cong"
	}
	if m := looseISO.FindStringSubmatch(s); m != nil {
		d = dateOf(m[1], m[2], m[3])
	} else if m := dayFirst.FindStringSubmatch(s); m != nil {
		d = dateOf(m[3], m[2], m[1])
	} else if m := monthYear.FindStringSubmatch(s); m != nil {
		d = dateOf(m[2], m[1], "")
	} else if m := inWords.FindStringSubmatch(viet.Fold(s)); m != nil {
		d = dateOf(m[3], m[2], m[1])
	} else if m := monthWord.FindStringSubmatch(viet.Fold(s)); m != nil {
		d = dateOf(m[2], m[1], "")
	} else if m := compact.FindStringSubmatch(s); m != nil {
		d = dateOf(m[1], m[2], m[3])
	} else if m := withTime.FindStringSubmatch(s); m != nil {
		return "chỉ viết ngày: " + m[1]
	} else if dayMonth.MatchString(s) {
		return "thiếu năm; " + form
	} else if shortYear.MatchString(s) {
		return "viết năm đủ bốn chữ số: " + strings.TrimPrefix(form, "viết ")
	}
	if d.IsZero() || impossible(d, true, d.Day != 0) != "" {
		return form
	}
	return "viết " + d.ISO()
}

const timeForm = "viết theo RFC 3339, ví dụ 2019-01-02T08:00:00+07:00"

var timeLayouts = []string{"2006-01-02T15:04:05", "2006-01-02 15:04:05", "2006-01-02T15:04", "2006-01-02 15:04"}

// moment reads a time with its offset from UTC, or without one in the campaign's zone. What is not given or is told gives the zero time.
func (r *resolver) moment(text string, at diag.Place) time.Time {
	for _, layout := range []string{time.RFC3339, "2006-01-02T15:04Z07:00", "2006-01-02 15:04:05Z07:00", "2006-01-02 15:04Z07:00"} {
		if t, err := time.Parse(layout, text); err == nil {
			return t
		}
	}
	zone := r.ledger.Campaign.Zone
	for _, layout := range timeLayouts {
		if t, err := time.ParseInLocation(layout, text, zone); err == nil {
			return t
		}
	}
	hint, plain := timeForm, uncurled(text)
	if plain != text {
		hint = "viết " + plain + ": không có dấu ngoặc kép cong"
	}
	if hourOnly.MatchString(plain) {
		hint = "thiếu ngày; " + timeForm
	}
	if t, err := time.ParseInLocation(time.DateOnly, plain, zone); err == nil {
		hint = "viết cả giờ và múi giờ: " + t.Format(time.RFC3339)
	}
	r.add(momentForm, at, fmt.Sprintf("%q không phải thời điểm viết đúng cách", text), hint)
	return time.Time{}
}

// zone reads a name of the zone database. What is not given or is told gives UTC.
func (r *resolver) zone(v source.Value) *time.Location {
	if !v.Given() {
		return time.UTC
	}
	if v.Text != "Local" { // the machine's own
		if z, err := time.LoadLocation(v.Text); err == nil {
			return z
		}
	}
	near, ok := viet.Nearest(v.Text, []string{"Asia/Ho_Chi_Minh", "Asia/Bangkok", "UTC"})
	if !ok {
		near = "Asia/Ho_Chi_Minh"
	}
	r.add(zoneUnknown, v.Place, fmt.Sprintf("không có múi giờ %q", v.Text), "giờ Việt Nam viết "+near)
	return time.UTC
}

// uncurled takes away the quotation marks that a word processor makes of straight ones: they are letters to YAML.
func uncurled(s string) string { return strings.Trim(s, "“”„‟‘’") }

// span reads two dates and tells if the first lies after the second.
func (r *resolver) span(s source.Span) campaign.Span {
	out := campaign.Span{From: r.date(s.From), To: r.date(s.To)}
	if !out.From.IsZero() && !out.To.IsZero() && out.From.After(out.To) {
		r.add(spanReversed, s.From.Place, fmt.Sprintf("bắt đầu %s sau khi kết thúc %s", s.From.Text, s.To.Text), "đổi chỗ from và to", s.To.Place)
	}
	return out
}

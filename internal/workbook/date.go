package workbook

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"
)

// isDate tells whether a number in a style is a date or a time of day.
func (s *style) isDate() bool {
	if s.format == "" {
		n := s.number
		return n >= 14 && n <= 22 || n >= 27 && n <= 36 || n >= 45 && n <= 47 || n >= 50 && n <= 58
	}
	for _, t := range dateTokens(s.format) {
		if strings.ContainsRune("dmyhs", rune(t[0])) {
			return true
		}
	}
	return false
}

// dateTokens cuts the first section of a format into runs of d, m, y, h and s, and what stands between. Quoted text, colours and locales
// are what stands between.
func dateTokens(format string) []string {
	var out []string
	between := func(s string) {
		if n := len(out); n > 0 && out[n-1][0] == ' ' {
			out[n-1] += s
			return
		}
		out = append(out, " "+s)
	}
	for i := 0; i < len(format); {
		c := format[i] | 0x20
		switch {
		case format[i] == ';':
			return out
		case format[i] == '"':
			n := strings.IndexByte(format[i+1:], '"')
			if n < 0 {
				n = len(format) - i - 1
			}
			between(format[i+1 : i+1+n])
			i = min(i+n+2, len(format))
		case format[i] == '[':
			n := strings.IndexByte(format[i:], ']')
			if n < 0 {
				return out
			}
			if inside := strings.ToLower(format[i+1 : i+n]); inside == "h" || inside == "hh" || inside == "m" || inside == "mm" || inside == "s" || inside == "ss" {
				out = append(out, inside)
			}
			i += n + 1
		case format[i] == '\\' && i+1 < len(format):
			between(format[i+1 : i+2])
			i += 2
		case format[i] == '_' || format[i] == '*':
			i += 2
		case strings.HasPrefix(strings.ToLower(format[i:]), "general"), strings.HasPrefix(strings.ToLower(format[i:]), "am/pm"):
			i += min(len("am/pm"), len(format)-i)
		case format[i] >= 'A' && strings.IndexByte("dmyhs", c) >= 0:
			n := i
			for n < len(format) && format[n]|0x20 == c {
				n++
			}
			out = append(out, strings.ToLower(format[i:n]))
			i = n
		default:
			between(format[i : i+1])
			i++
		}
	}
	return out
}

// day gives the time that a number of days stands for.
func day(serial float64, from1904 bool) (time.Time, bool) {
	if serial < 0 || serial > 2958465.999999 || math.IsNaN(serial) {
		return time.Time{}, false
	}
	epoch := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
	switch {
	case from1904:
		epoch = time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC)
	case serial < 61: // Excel's 29 February 1900 never was
		epoch = epoch.AddDate(0, 0, 1)
	}
	whole, part := math.Modf(serial)
	return epoch.AddDate(0, 0, int(whole)).Add(time.Duration(math.Round(part*86400)) * time.Second), true
}

// dateText shows a date as its format does, but day before month whatever the locale: built-in formats mean the locale's order.
func (s *style) dateText(serial float64, from1904 bool) (string, bool) {
	t, ok := day(serial, from1904)
	if !ok {
		return "", false
	}
	format := s.format
	if format == "" {
		switch n := s.number; {
		case n == 16:
			format = "dd/mm"
		case n == 17:
			format = "mm/yyyy"
		case n >= 18 && n <= 21 || n >= 45 && n <= 47:
			format = "hh:mm:ss"
		case n == 22:
			format = "dd/mm/yyyy hh:mm"
		default:
			format = "dd/mm/yyyy"
		}
	}
	return written(t, dateTokens(format)), true
}

func written(t time.Time, tokens []string) string {
	tokens = dayFirst(tokens)
	var b strings.Builder
	for i, tok := range tokens {
		switch tok[0] {
		case ' ':
			b.WriteString(tok[1:])
		case 'y':
			if len(tok) <= 2 {
				fmt.Fprintf(&b, "%02d", t.Year()%100)
				continue
			}
			fmt.Fprintf(&b, "%04d", t.Year())
		case 'd':
			b.WriteString(padded(t.Day(), len(tok)))
		case 'h':
			b.WriteString(padded(t.Hour(), len(tok)))
		case 's':
			b.WriteString(padded(t.Second(), len(tok)))
		case 'm':
			if minutes(tokens, i) {
				b.WriteString(padded(t.Minute(), len(tok)))
				continue
			}
			b.WriteString(padded(int(t.Month()), len(tok)))
		}
	}
	return strings.TrimSpace(b.String())
}

func padded(n, letters int) string {
	if letters > 1 {
		return fmt.Sprintf("%02d", n)
	}
	return strconv.Itoa(n)
}

// minutes tells whether an m means minutes: after hours or before seconds.
func minutes(tokens []string, i int) bool {
	near := func(j int, letter byte) bool {
		if j >= 0 && j < len(tokens) && tokens[j][0] == ' ' {
			j += j - i
		}
		return j >= 0 && j < len(tokens) && tokens[j][0] == letter
	}
	return near(i-1, 'h') || near(i+1, 's')
}

// dayFirst swaps month/day/year, an American order, into day/month/year.
func dayFirst(tokens []string) []string {
	var at []int
	order := ""
	for i, t := range tokens {
		if t[0] != ' ' && strings.IndexByte("dmy", t[0]) >= 0 && !(t[0] == 'm' && minutes(tokens, i)) {
			at = append(at, i)
			order += t[:1]
		}
	}
	if order != "mdy" && order != "md" {
		return tokens
	}
	out := append([]string(nil), tokens...)
	out[at[0]], out[at[1]] = tokens[at[1]], tokens[at[0]]
	return out
}

// isoDay shows "2018-12-05T00:00:00" day first.
func isoDay(v string) string {
	day, _, _ := strings.Cut(v, "T")
	p := strings.Split(day, "-")
	if len(p) != 3 {
		return v
	}
	return p[2] + "/" + p[1] + "/" + p[0]
}

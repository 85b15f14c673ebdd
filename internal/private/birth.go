package private

import (
	"strings"
)

// Years in which somebody who may be alive can have been born.
const (
	firstBirth = "1905"
	lastBirth  = "2030"
)

// birth looks whether the run begins a date or year of birth.
func (s *scanner) birth() {
	first := s.run.groups[0]
	if first.len() > 4 || first.len() == 3 || first.from == 0 || !bornBefore(s.text, first.from) {
		return
	}
	if to, key, ok := dateFrom(s.text, first.from); ok {
		s.add(Birth, first.from, to, "birth "+key)
	}
}

// What stands between the words that announce a birth and its date, and the last letters of those words, lower and upper case: ngày, năm, sinh, SN, born,
// on, tháng, birth, DOB.
var (
	bornGaps = lastBytes(strings.Split(" :.(\n\t", ""))
	bornEnds = lastBytes(strings.Split("yYmMhHnNgGbB", ""))
)

// bornBefore tells whether the words before a place say that a birth follows.
func bornBefore(text string, at int) bool {
	i := at
	for i > 0 && bornGaps[text[i-1]] || i > 1 && text[i-2:i] == "\u00A0" {
		i--
		if text[i] == 0xA0 {
			i--
		}
	}
	if i == 0 || !bornEnds[text[i-1]] {
		return false
	}
	if near := text[max(0, i-24):i]; !containsAny(near, "inh", "INH", "SN", "sn", "orn", "irth", "DOB", "dob") {
		return false
	}
	last := lastWords(text[:i], 6)
	before, ok := cutBorn(last)
	if !ok {
		return false
	}
	words := strings.TrimRight(before, " ")
	return !compounds[words[strings.LastIndexByte(words, ' ')+1:]] || spaced(text[:i]) || strings.HasSuffix(strings.TrimRight(text[:i], " "), "SN")
}

// spaced tells whether a comma or the like stands before "sinh": what is before makes no word with it.
func spaced(s string) bool {
	at := max(strings.LastIndex(s, "sinh"), strings.LastIndex(s, "Sinh"))
	return at >= 0 && strings.HasSuffix(strings.TrimRight(s[:at], " \n"), ",")
}

func containsAny(s string, parts ...string) bool {
	for _, p := range parts {
		if strings.Contains(s, p) {
			return true
		}
	}
	return false
}

// cutBorn takes the words of a birth off the end; what is left is before "sinh" where that stands first among them.
func cutBorn(s string) (before string, ok bool) {
	for _, w := range [...]string{"ngay thang nam sinh", "ngay sinh", "nam sinh", "thang sinh", "date of birth", "dob", "ngay thang sinh"} {
		if _, ok := cutWords(s, w); ok {
			return "", true
		}
	}
	for _, w := range [...]string{"sinh ngay", "sinh vao ngay", "sinh nam", "sinh thang", "sinh vao nam", "sinh", "sn", "born", "born on", "born in", "birth"} {
		if before, ok := cutWords(s, w); ok {
			return before, true
		}
	}
	return "", false
}

// cutWords takes whole words off the end of a folded text.
func cutWords(s, words string) (before string, ok bool) {
	before, ok = strings.CutSuffix(s, words)
	return before, ok && (before == "" || before[len(before)-1] == ' ')
}

// compounds are words that make of "sinh" another one: học sinh, tuyển sinh, phát sinh, hy sinh …; and those after which it tells of many: trẻ sinh năm 2018.
var compounds = words(`hoc tuyen phat ve dan an hy hi thi tai nay moi san hoi ky ki cuu ho vi so giang dan nu nghien giao muu khang nhan phuc tre ngoai noi moi thu
	quyen tien chung hau trieu dang sinh mon doan sap em nguoi du trung bam khai-giang y xuat chieu song pho ve-sinh tu tan luong thien da`)

// dateFrom reads a date or a year: 02/01/1980, 2-1-1980, 02.01.80, 1/1980, 1980, 02 tháng 01 năm 1980, 1980-01-02. key is its digits.
func dateFrom(text string, from int) (to int, key string, ok bool) {
	rest := text[from:min(len(text), from+48)]
	var parts []string
	i := 0
	for len(parts) < 3 {
		start := i
		for i < len(rest) && isDigit(rest[i]) {
			i++
		}
		if i == start {
			break
		}
		parts = append(parts, rest[start:i])
		to = from + i
		if len(rest[start:i]) == 4 && len(parts) > 1 {
			break
		}
		step := dateGap(rest[i:])
		if step == 0 {
			break
		}
		i += step
	}
	return to, strings.Join(parts, "/"), isBirth(parts)
}

// dateGap is how many bytes part two numbers of a date.
func dateGap(s string) int {
	for _, g := range [...]string{" tháng ", " năm ", " / ", " - ", "/", "-", ".", " month "} {
		if strings.HasPrefix(s, g) && len(s) > len(g) && isDigit(s[len(g)]) {
			return len(g)
		}
	}
	return 0
}

func isBirth(parts []string) bool {
	year := ""
	switch len(parts) {
	case 1:
		year = parts[0]
	case 2:
		year = parts[1]
	case 3:
		if year = parts[2]; len(parts[0]) == 4 {
			year = parts[0]
		} else if len(year) == 2 && len(parts[0]) <= 2 {
			return true
		}
	}
	return len(year) == 4 && year >= firstBirth && year <= lastBirth
}

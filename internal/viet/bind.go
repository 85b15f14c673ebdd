package viet

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// nbsp is the no-break space.
const nbsp = "\u00a0"

// Bind returns s, which is in NFC, with a no-break space for each single space where a line must
// not end. Nothing else changes; binding again changes nothing. The rules:
//
//   - a number and what it counts: “05 xã”, “84,5 %”, and the currency or noun
//     after a word of magnitude: “1.790 triệu USD”;
//     but no conjunction: “5 và 6”;
//   - groups of digits: “0710 3 820 123”;
//   - a word that numbers something and its number, in figures or Roman: “ngày
//     02/01/2019”, “năm 2018”, “Điều 73”, “số 123/QĐ-UBND”, “khóa IX”; such a
//     number counts nothing, nor does a year standing alone;
//   - the whole of “ngày 05 tháng 9 năm 2018”;
//   - an abbreviation with a point and the name after it: “TP. Hải Đăng”, “Ô. Nguyễn”.
func Bind(s string) string {
	if !strings.Contains(s, " ") {
		return s
	}
	var b strings.Builder
	b.Grow(len(s) + 8)
	var last, before string // the word before the space and the one before that
	for rest := s; rest != ""; {
		end := strings.IndexFunc(rest, unicode.IsSpace)
		if end < 0 {
			b.WriteString(rest)
			break
		}
		w := rest[:end]
		b.WriteString(w)
		rest = rest[end:]
		gap := rest[:len(rest)-len(strings.TrimLeftFunc(rest, unicode.IsSpace))]
		rest = rest[len(gap):]
		before, last = last, w
		if gap == " " && holds(before, last, nextWord(rest)) {
			gap = nbsp
		}
		if gap != " " && gap != nbsp {
			last = ""
		}
		b.WriteString(gap)
	}
	return b.String()
}

func nextWord(s string) string {
	if end := strings.IndexFunc(s, unicode.IsSpace); end >= 0 {
		return s[:end]
	}
	return s
}

// holds reports whether left and right stay on one line.
func holds(before, left, right string) bool {
	if left == "" || right == "" {
		return false
	}
	left = strings.TrimLeft(left, "(“\"‘[")
	before = strings.ToLower(strings.TrimLeft(before, "(“\"‘["))
	switch {
	case numbering[strings.ToLower(left)]:
		return startsWithDigit(right) || isRoman(right)
	case abbreviations[left]:
		first, _ := utf8.DecodeRuneInString(right)
		return unicode.IsUpper(first)
	case isNumber(left):
		if numbering[before] {
			return before == "ngày" && right == "tháng" || before == "tháng" && right == "năm"
		}
		return !isYear(left) && !conjunctions[right] && (startsWithLetter(right) || isDigits(left) && startsWithDigit(right))
	case magnitudes[left]:
		return isNumber(before) && startsWithLetter(right)
	}
	return false
}

// numbering words stand before their number.
var numbering = setOf("ngày tháng năm quý số điều khoản mục chương phần lần thứ khóa khoá kỳ kì hạng")

// magnitudes multiply the number before them.
var magnitudes = setOf("nghìn ngàn vạn triệu tỷ tỉ")

// conjunctions are counted by no number.
var conjunctions = setOf("và đến hoặc hay là thì so với trong trên tại")

// abbreviations stand before a name.
var abbreviations = setOf("TP. Tp. TX. TT. Q. P. H. X. Ô. B. Đ. GS. PGS. TS. Ts. ThS. Ths. BS. Bs. DS. KS. CN. LS. NSND. NSƯT. NGND. NGƯT. AHLĐ.")

func setOf(words string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(words) {
		set[w] = true
	}
	return set
}

// isNumber reports whether w is a number as we write them, with or without sign.
func isNumber(w string) bool {
	w = strings.TrimLeft(w, "+-"+minus)
	return startsWithDigit(w) && w[len(w)-1] >= '0' && w[len(w)-1] <= '9' &&
		strings.Trim(w, "0123456789.,–-") == ""
}

func isDigits(w string) bool { return w != "" && strings.Trim(w, "0123456789") == "" }

func isYear(w string) bool { return len(w) == 4 && isDigits(w) && (w[0] == '1' || w[0] == '2') }

func isRoman(w string) bool {
	w = strings.TrimRight(w, ".,;:)”")
	return w != "" && strings.Trim(w, "IVXLC") == ""
}

func startsWithDigit(w string) bool { return w != "" && w[0] >= '0' && w[0] <= '9' }

func startsWithLetter(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.IsLetter(r) || r == '%' || r == '‰' || r == '°'
}

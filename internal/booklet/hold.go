package booklet

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// leads are words that hold what follows them: "ngày 05", "số 12", "TP. Hải Đăng".
var leads = map[string]bool{
	"ngày": true, "tháng": true, "năm": true, "quý": true, "số": true, "điều": true, "khoản": true, "trang": true, "khoá": true, "khóa": true,
	"tp.": true, "tx.": true, "tt.": true, "q.": true, "h.": true, "p.": true, "x.": true, "ông": true, "bà": true,
}

// measures are words that a number before them holds: "05 xã", "1.790 triệu USD".
var measures = map[string]bool{
	"%": true, "triệu": true, "tỷ": true, "tỉ": true, "nghìn": true, "đồng": true, "usd": true, "xã": true, "phường": true, "hộ": true,
	"ha": true, "km": true, "m²": true, "điểm": true, "người": true, "năm": true, "tháng": true, "ngày": true, "giờ": true, "lượt": true,
	"cá": true, "tập": true, "chỉ": true, "đơn": true, "lần": true,
}

// hold makes the spaces that must not end a line non-breaking: between a number and what it counts, within dates, after "TP." and
// "số", before a dash. Its argument is cleaned text.
func hold(s string) string {
	if !strings.ContainsAny(s, "0123456789.–") && !strings.Contains(s, "ng ") && !strings.Contains(s, "à ") {
		return s
	}
	var b strings.Builder
	before := ""
	for {
		word, rest, more := strings.Cut(s, " ")
		b.WriteString(word)
		if !more {
			return b.String()
		}
		next, _, _ := strings.Cut(rest, " ")
		if held(before, word, next) {
			b.WriteRune(nbsp)
		} else {
			b.WriteByte(' ')
		}
		before, s = word, rest
	}
}

// held tells whether the space between two words holds. The word before them settles whether a number ends a date.
func held(before, word, next string) bool {
	if next == "–" {
		return true
	}
	lower := strings.ToLower(strings.TrimLeft(word, "(“\""))
	switch {
	case lower == "ông" || lower == "bà":
		return unicode.IsUpper(firstRune(next))
	case leads[lower]:
		return strings.HasSuffix(lower, ".") && unicode.IsUpper(firstRune(next)) || digits(next)
	case digits(word):
		if leads[strings.ToLower(before)] && (next == "tháng" || next == "năm") {
			return true
		}
		return measures[strings.ToLower(strings.TrimRight(next, ",.;:)”"))]
	case word == "triệu" || word == "tỷ" || word == "nghìn":
		return digits(before) && (strings.HasPrefix(next, "đồng") || strings.HasPrefix(next, "USD"))
	}
	return false
}

// digits tells whether a word begins with a digit, after an opening bracket or a sign.
func digits(word string) bool {
	word = strings.TrimLeft(word, "(“≈±+-")
	r, _ := utf8.DecodeRuneInString(word)
	return r >= '0' && r <= '9'
}

package booklet

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// leads are words that hold what follows them: "ngày 05", "số 12", "TP. Hải Đăng".
var leads = map[string]bool{
	"ngày": true, "tháng": true, "năm": true, "quý": true, "số": true, "điều": true, "khoản": true, "trang": true, "khoá": true, "khóa": true,
	"ông": true, "bà": true,
}

// places are kinds of places, shortened, that hold the whole name behind them: "TP. Hải Đăng".
var places = map[string]bool{"tp.": true, "tp": true, "tx.": true, "tt.": true, "q.": true, "h.": true, "p.": true, "x.": true}

// longestPlace is how many syllables such a name has: "TP. Hồ Chí Minh".
const longestPlace = 3

const opening = "(“\""

// closes tells whether a word ends what it stands in.
func closes(word string) bool { return strings.ContainsRune(",.;:)”", lastRune(word)) }

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
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
	if !strings.ContainsAny(s, "0123456789.–P") && !strings.Contains(s, "ng ") && !strings.Contains(s, "à ") {
		return s
	}
	var b strings.Builder
	before := ""
	place := 0 // words of a place's name after its kind: "TP."
	for {
		word, rest, more := strings.Cut(s, " ")
		b.WriteString(word)
		if !more {
			return b.String()
		}
		next, _, _ := strings.Cut(rest, " ")
		switch {
		case places[strings.ToLower(strings.TrimLeft(word, opening))] && unicode.IsUpper(firstRune(next)):
			place = 1
		case place > 0 && place < longestPlace && unicode.IsUpper(firstRune(next)) && !closes(word):
			place++
		default:
			place = 0
		}
		if place > 0 || held(before, word, next) {
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
	lower := strings.ToLower(strings.TrimLeft(word, opening))
	switch {
	case lower == "ông" || lower == "bà":
		return unicode.IsUpper(firstRune(next))
	case leads[lower]:
		return digits(next)
	case figure(word):
		if leads[strings.ToLower(before)] && (next == "tháng" || next == "năm") {
			return true
		}
		return measures[strings.ToLower(strings.TrimRight(next, ",.;:)”"))]
	case word == "triệu" || word == "tỷ" || word == "nghìn":
		return digits(before) && (strings.HasPrefix(next, "đồng") || strings.HasPrefix(next, "USD"))
	}
	return false
}

// figure tells whether a word is a number and nothing else: not "12/QĐ-UBND".
func figure(word string) bool {
	return digits(word) && strings.Trim(word, "0123456789.,–-(“≈±+") == ""
}

// digits tells whether a word begins with a digit, after an opening bracket or a sign.
func digits(word string) bool {
	word = strings.TrimLeft(word, "(“≈±+-")
	r, _ := utf8.DecodeRuneInString(word)
	return r >= '0' && r <= '9'
}

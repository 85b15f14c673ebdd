package booklet

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"bangvang/internal/memo"
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

// kind is what a word is to the words beside it.
type kind uint16

const (
	leadingWord  kind = 1 << iota // holds a number
	leadWord                      // the same, without a bracket before it
	addressWord                   // holds a name
	placeWord                     // holds the name of a place
	capitalWord                   // begins with a capital
	numeralWord                   // begins with a digit
	numberWord                    // is a number and nothing else
	scaleWord                     // of a number before it
	moneyWord                     // is counted in such scales
	spanWord                      // follows the number of a date
	measuredWord                  // is counted by the number before it
	dashWord
	closingWord
)

func kindOf(word string) (k kind) {
	lower := strings.ToLower(word)
	opened := strings.TrimLeft(lower, opening)
	for _, is := range []struct {
		what  kind
		truly bool
	}{
		{leadingWord, leads[opened]}, {leadWord, leads[lower]}, {addressWord, opened == "ông" || opened == "bà"}, {placeWord, places[opened]},
		{capitalWord, unicode.IsUpper(firstRune(word))}, {numeralWord, digits(word)}, {numberWord, figure(word)},
		{scaleWord, word == "triệu" || word == "tỷ" || word == "nghìn"}, {moneyWord, strings.HasPrefix(word, "đồng") || strings.HasPrefix(word, "USD")},
		{spanWord, word == "tháng" || word == "năm"}, {measuredWord, measures[strings.ToLower(strings.TrimRight(word, ",.;:)”"))]},
		{dashWord, word == "–"}, {closingWord, closes(word)},
	} {
		if is.truly {
			k |= is.what
		}
	}
	return k
}

// kinds remembers words: a booklet has few and says them often.
var kinds = memo.Memo[string, kind]{Most: 1 << 12, Own: strings.Clone}

// hold makes the spaces that must not end a line non-breaking: between a number and what it counts, within dates, after "TP." and
// "số", before a dash. Its argument is cleaned text.
func hold(s string) string {
	var b strings.Builder
	done, syllables := 0, 0 // syllables of a place's name after its kind: "TP."
	end := strings.IndexByte(s, ' ')
	if end < 0 {
		return s
	}
	before, word := kind(0), kinds.Of(s[:end], kindOf)
	for end < len(s) {
		start := end + 1
		if end = strings.IndexByte(s[start:], ' '); end < 0 {
			end = len(s)
		} else {
			end += start
		}
		next := kinds.Of(s[start:end], kindOf)
		switch {
		case word&placeWord != 0 && next&capitalWord != 0:
			syllables = 1
		case syllables > 0 && syllables < longestPlace && next&capitalWord != 0 && word&closingWord == 0:
			syllables++
		default:
			syllables = 0
		}
		if syllables > 0 || held(before, word, next) {
			b.WriteString(s[done : start-1])
			b.WriteRune(nbsp)
			done = start
		}
		before, word = word, next
	}
	if done == 0 {
		return s
	}
	b.WriteString(s[done:])
	return b.String()
}

// held tells whether the space between two words holds. The word before them settles whether a number ends a date.
func held(before, word, next kind) bool {
	switch {
	case next&dashWord != 0:
		return true
	case word&addressWord != 0:
		return next&capitalWord != 0
	case word&leadingWord != 0:
		return next&numeralWord != 0
	case word&numberWord != 0:
		return before&leadWord != 0 && next&spanWord != 0 || next&measuredWord != 0
	case word&scaleWord != 0:
		return before&numeralWord != 0 && next&moneyWord != 0
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

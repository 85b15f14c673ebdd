package private

import (
	"slices"
	"strings"
	"unicode/utf8"

	"bangvang/internal/viet"
)

// house looks whether the run is the number of a house or of a neighbourhood's group.
func (s *scanner) house() {
	first := s.run.groups[0]
	after := s.text[first.to:]
	switch {
	case first.len() > 4:
		return
	case strings.HasPrefix(after, "/") && onStreet(after) && (first.from == 0 || !isWordByte(s.text[first.from-1]) && s.text[first.from-1] != '/'):
		s.dwell(first.from)
		return
	case first.from == 0 || !homeGaps[s.text[first.from-1]]:
		return
	}
	switch before := strings.TrimRight(s.text[:first.from], " \u00A0:"); {
	case len(before) == first.from || before == "" || !homeEnds[before[len(before)-1]]:
	case endsWithAny(before, houses...), endsWithAny(before, neighbours...) && !opens(before) && within(after):
		s.dwell(first.from)
	}
}

// What stands before the number of a house, and of a group of neighbours.
var (
	houses     = []string{"số nhà", "Số nhà", "SỐ NHÀ", "nhà số", "Nhà số", "NHÀ SỐ", "nhà ở số", "Nhà ở số"}
	neighbours = []string{"tổ", "Tổ", "TỔ", "tổ số", "Tổ số", "tổ dân phố", "Tổ dân phố", "TDP"}
	homeEnds   = lastBytes(houses, neighbours)
	homeGaps   = lastBytes([]string{" ", "\u00A0", ":"})
)

// lastBytes are those of words: to look at them first spares to look for the words.
func lastBytes(lists ...[]string) (t [256]bool) {
	for _, w := range slices.Concat(lists...) {
		t[w[len(w)-1]] = true
	}
	return t
}

func endsWithAny(s string, ends ...string) bool {
	for _, e := range ends {
		if strings.HasSuffix(s, e) && !letterBefore(s, len(s)-len(e)) {
			return true
		}
	}
	return false
}

// opens tells whether the word "tổ" at the end begins the text or follows what makes of it a collective's name: Nhân dân Tổ 5, khu vực 3.
func opens(before string) bool {
	words := strings.Fields(lastWords(before, 6))
	for len(words) > 0 && (words[len(words)-1] == "to" || words[len(words)-1] == "so" || words[len(words)-1] == "pho" || words[len(words)-1] == "dan" || words[len(words)-1] == "tdp") {
		words = words[:len(words)-1]
	}
	return len(words) == 0 || collectives[words[len(words)-1]]
}

var collectives = words("nhan dan can bo tap the chi hoi truong quan ban lanh dao doi cac")

// within tells whether the next words name what a group of neighbours lies in.
func within(after string) bool {
	next := " " + firstWords(after, 4) + " "
	for _, w := range [...]string{" khu vuc ", " khom ", " ap ", " khu pho ", " thon ", " phuong ", " kv ", " xom ", " xa "} {
		if strings.HasPrefix(next, w) {
			return true
		}
	}
	return false
}

// onStreet tells whether a stroke and a number follow, and then a street: 12/3A đường Trần Hưng Đạo. The second number is no year.
func onStreet(after string) bool {
	i := 0
	for i < len(after) && after[i] == '/' {
		start := i + 1
		for i++; i < len(after) && isDigit(after[i]); i++ {
		}
		if n := i - start; n == 0 || n > 3 {
			return false
		}
	}
	if i < len(after) && isLetter(after[i]) {
		i++
	}
	rest := strings.TrimLeft(after[i:], " ,\u00A0")
	for _, w := range [...]string{"đường ", "Đường ", "hẻm ", "Hẻm ", "KV", "khu vực ", "ấp ", "Ấp ", "đ. ", "Đ. "} {
		if strings.HasPrefix(rest, w) {
			return true
		}
	}
	return false
}

func firstWords(after string, most int) string {
	end := min(len(after), reach)
	for end < len(after) && !utf8.RuneStart(after[end]) {
		end++
	}
	after = after[:end]
	if i := strings.IndexAny(after, "\n;"); i >= 0 && strings.TrimSpace(after[i:]) != after[i:] {
		after = after[:i] + " " + after[i+1:]
	}
	fields := strings.Fields(viet.Fold(after))
	if len(fields) > most {
		fields = fields[:most]
	}
	return strings.Join(fields, " ")
}

// labelEnds are the last bytes of the labels before a colon: địa chỉ, nơi ở, chỗ ở, trú, HKTT, quán; lower and upper case.
var labelEnds = lastBytes(labels)

var labels = []string{"địa chỉ", "Địa chỉ", "ĐỊA CHỈ", "nơi ở", "Nơi ở", "chỗ ở", "Chỗ ở", "nơi ở hiện nay", "Nơi ở hiện nay", "thường trú", "Thường trú", "THƯỜNG TRÚ", "tạm trú", "Tạm trú", "HKTT", "hộ khẩu", "Hộ khẩu",
	"trú quán", "Trú quán", "nhà riêng", "Nhà riêng", "địa chỉ nhà", "ĐC", "đ/c nhà"}

func endsWithLabel(before string) bool { return endsWithAny(before, labels...) }

// dwelling looks whether a home follows a label or a word like "thường trú tại".
func (s *scanner) dwelling(from int) {
	if next := firstWords(s.text[from:], 1); next == "" || next == "http" || next == "https" || next == "www" {
		return
	}
	line := s.text[from:s.lineEnd(from)]
	for _, w := range strings.Fields(viet.Fold(line)) {
		if dwellings[w] || isDigit(w[0]) {
			s.dwell(from)
			return
		}
	}
}

var dwellings = words("ap khom thon xom duong hem phuong xa kv kdc")

// dwellings looks for who lives where: "thường trú tại ấp …", "ngụ ấp …".
func (s *scanner) dwellings() {
	for _, w := range [...]string{"trú ", "ngụ "} {
		for at := 0; ; {
			i := strings.Index(s.text[at:], w)
			if i < 0 {
				break
			}
			at += i + len(w)
			s.lives(at, w)
		}
	}
}

// lives judges what follows "trú" or "ngụ" from a place on.
func (s *scanner) lives(at int, w string) {
	last := strings.Fields(lastWords(s.text[:at], 3))
	if n := len(last); w == "trú " && (n < 2 || !strings.Contains(" thuong tam cu ", " "+last[n-2]+" ") || n > 2 && standing[last[0]]) {
		return
	}
	next := strings.Fields(firstWords(s.text[at:], 3))
	if len(next) > 0 && (next[0] == "tai" || next[0] == "o") {
		next = next[1:]
	}
	if len(next) > 0 && (residences[next[0]] || isDigit(next[0][0])) || len(next) > 1 && next[0] == "khu" && next[1] != "cong" {
		s.dwell(at)
	}
}

var (
	standing   = words("quan vien dien ban phong doan") // cơ quan thường trú, phóng viên thường trú
	residences = words("ap khom thon xom so to duong hem phuong xa kv nha")
)

// dwell adds a home from a place to the end of what is said of it.
func (s *scanner) dwell(from int) {
	to := s.lineEnd(from)
	line := s.text[from:to]
	trimmed := strings.TrimLeft(line, " \t\u00A0\n")
	from += len(line) - len(trimmed)
	if trimmed = strings.TrimRight(trimmed, " \t\u00A0\n,.:-"); trimmed != "" {
		s.add(Address, from, from+len(trimmed), viet.Fold(trimmed))
	}
}

// lineEnd is where what is said of a home ends: the line, the sentence, or when it has gone on for long.
func (s *scanner) lineEnd(from int) int {
	end := min(len(s.text), from+120)
	for end < len(s.text) && !utf8.RuneStart(s.text[end]) {
		end++
	}
	line := s.text[from:end]
	for i := 1; i < len(line); i++ {
		switch line[i] {
		case ';', '|', ')', '"', '<':
			return from + i
		case '\n':
			if strings.TrimSpace(line[:i]) != "" {
				return from + i
			}
		case '.':
			if strings.HasPrefix(line[i:], ". ") && i > 3 && !isShort(line[:i]) {
				return from + i
			}
		}
	}
	return end
}

// isShort tells whether the point at the end of a text belongs to a short form: P., Q., TP. before a name.
func isShort(s string) bool {
	word := s[strings.LastIndexAny(s, " ,")+1:]
	return len(word) <= 3
}

package source

import (
	"fmt"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// place holds a line against those above it, by its columns. It tells whether the line is an entry of its own, whose value may be looked at.
func (s *scan) place(e *entry) bool {
	if s.begun && s.last.value != "" && len(e.dashes) == 0 && e.keyCol > s.last.base() {
		s.below(e)
		return false
	}
	if len(e.dashes) == 0 && e.key == "" {
		if !strings.ContainsAny(e.value[:1], "[{\"'") && (!s.begun || s.last.value != "" || e.keyCol <= s.last.base()) {
			s.keyless(e)
			return false
		}
		return true // a value on a line of its own
	}
	first := e.first()
	left := false
	for len(s.open) > 0 && s.open[len(s.open)-1].at > first {
		s.open, left = s.open[:len(s.open)-1], true
	}
	if left && (len(s.open) == 0 || s.open[len(s.open)-1].at != first) {
		hint := s.align()
		if len(e.dashes) > 0 {
			hint = "thêm hoặc bớt dấu cách ở đầu dòng cho thẳng cột với các dấu - của danh sách ở trên"
		}
		s.bent(e.line, first, "thụt dòng không khớp với các dòng ở trên", hint)
		return false
	}
	if !s.kind(e, first) {
		return false
	}
	for _, c := range e.dashes {
		s.push(column{c, true})
	}
	if e.key != "" {
		s.push(column{e.keyCol, false})
	}
	return true
}

// base is the column that what belongs to the entry must stand farther right than.
func (e *entry) base() int {
	if e.key == "" && len(e.dashes) > 0 {
		return e.dashes[len(e.dashes)-1]
	}
	return e.keyCol
}

// push opens a column, unless it is the innermost already.
func (s *scan) push(c column) {
	if n := len(s.open); n == 0 || s.open[n-1].at < c.at || s.open[n-1].at == c.at && s.open[n-1].dash != c.dash {
		s.open = append(s.open, c)
	}
}

// kind holds a dash to a column of dashes and a key to one of keys.
func (s *scan) kind(e *entry, at int) bool {
	if len(s.open) == 0 {
		return true
	}
	top := s.open[len(s.open)-1]
	if top.at != at {
		return true
	}
	switch isDash := len(e.dashes) > 0; {
	case isDash == top.dash:
	case isDash && (s.last.value != "" || s.last.keyCol != at || s.last.key == ""):
		s.bent(e.line, at, "dấu - này không thẳng cột với các dấu - của danh sách ở trên", "thêm hoặc bớt dấu cách ở đầu dòng cho thẳng cột")
		return false
	case !isDash && len(s.open) > 1 && s.open[len(s.open)-2] == (column{at, false}):
		s.open = s.open[:len(s.open)-1] // the list ends that stood in its key's own column
	case !isDash:
		if strings.HasPrefix(e.key, "-") {
			s.bent(e.line, at, "thiếu dấu cách sau dấu -", fmt.Sprintf("viết: - %s", short(strings.TrimLeft(e.key, "-")+": "+e.value)))
			return false
		}
		s.bent(e.line, at, "trong danh sách, dòng này thiếu dấu - ở đầu, hoặc thụt vào chưa đủ", fmt.Sprintf("nếu là bản ghi mới, viết: - %s; nếu thuộc bản ghi ở trên, thụt vào hai dấu cách", short(e.key+": …")))
		return false
	}
	return true
}

// align says with what a line must stand in one column.
func (s *scan) align() string {
	if s.begun && s.last.strict {
		return fmt.Sprintf("thêm hoặc bớt dấu cách ở đầu dòng cho thẳng cột với khoá cùng bản ghi, ví dụ %s ở dòng %d", s.last.key, s.last.line)
	}
	return "thêm hoặc bớt dấu cách ở đầu dòng cho thẳng cột với khoá cùng bản ghi"
}

var glued = regexp.MustCompile(`^[A-Za-z_][A-Za-z0-9_-]*:[^ /]`)

// below looks at a line that goes on with the value of the entry above: it has no key.
func (s *scan) below(e *entry) {
	switch last := &s.last; {
	case e.key == "":
	case last.key == "" && glued.MatchString(last.value):
		s.bent(last.line, last.col+strings.IndexByte(last.value, ':'), "thiếu dấu cách sau dấu hai chấm", "viết "+spaced(last.value))
	case e.strict:
		hint := s.align()
		if last.strict && s.above != "" {
			hint += fmt.Sprintf("; hay %s cũng thuộc %s, và phải thụt vào", last.key, s.above)
		}
		s.bent(e.line, e.keyCol, fmt.Sprintf("dòng này thụt vào sâu hơn dòng %d, nơi giá trị đã viết xong", last.line), hint)
	default:
		s.bent(e.line, e.keyCol+len(e.key), "dấu hai chấm nằm trong một giá trị viết nhiều dòng", fmt.Sprintf("đặt cả giá trị, từ dòng %d, trong ngoặc kép", last.line))
	}
}

// keyless tells of a line without the colon that ends a key.
func (s *scan) keyless(e *entry) {
	word, rest := e.value, ""
	if i := strings.IndexFunc(e.value, func(c rune) bool { return c == '=' || unicode.IsSpace(c) || c == '\uFF1A' }); i > 0 {
		word, rest = e.value[:i], strings.TrimLeftFunc(e.value[i:], func(c rune) bool { return c == '=' || c == '\uFF1A' || unicode.IsSpace(c) })
	}
	name := strings.TrimSuffix(word, ":")
	isKey := rest != "" && keyStart.MatchString(name+":")
	col := e.keyCol + utf8.RuneCountInString(name)
	switch {
	case isKey && word != name:
		s.bent(e.line, col+1, "dấu cách sau dấu hai chấm không phải dấu cách thường", fmt.Sprintf("xoá, gõ lại: %s: %s", name, short(rest)))
	case glued.MatchString(e.value):
		s.bent(e.line, e.keyCol+strings.IndexByte(e.value, ':'), "thiếu dấu cách sau dấu hai chấm", "viết "+spaced(e.value))
	case s.begun && blockHead.MatchString(s.last.value):
		s.bent(e.line, e.keyCol, fmt.Sprintf("chữ sau dấu %c ở dòng %d chưa thụt vào", s.last.value[0], s.last.line), "thêm hai dấu cách ở đầu mỗi dòng của giá trị này")
	case strings.HasPrefix(word, "-") && len(word) > 1:
		s.bent(e.line, e.keyCol, "thiếu dấu cách sau dấu -", "viết: - "+short(strings.TrimLeft(e.value, "-")))
	case isKey && strings.ContainsRune(e.value, '\uFF1A'):
		s.bent(e.line, col, "dấu hai chấm này (：) không phải dấu : trên bàn phím", fmt.Sprintf("gõ lại: %s: %s", name, short(rest)))
	case isKey:
		s.bent(e.line, col, "thiếu dấu hai chấm sau tên khoá", fmt.Sprintf("nếu %s là tên khoá, viết %s: %s; nếu là phần tiếp của giá trị ở trên, thụt vào thêm", name, name, short(rest)))
	default:
		s.bent(e.line, e.keyCol, "dòng này không có dạng “tên-khoá: giá trị”", "nếu là phần tiếp của giá trị ở trên, thụt vào thêm; nếu là ghi chú, mở đầu bằng dấu # và dấu cách")
	}
}

// spaced is a key and its value with the space between them.
func spaced(glued string) string {
	key, value, _ := strings.Cut(glued, ":")
	return key + ": " + short(value)
}

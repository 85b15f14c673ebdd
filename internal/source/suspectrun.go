package source

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// running is a value that does not end on its line: in quotes, or in brackets.
type running struct {
	from  entry
	quote byte // that is open; 0 if none
	depth []bracket
	hash  bool // a comment swallowed the end of its first line
}

// bracket is one that is open, and whether a colon was seen since its last comma.
type bracket struct {
	is    byte
	colon bool
}

// broken tells whether a line is an entry of its own, so that the value above cannot have been meant to go on.
func (r *running) broken(e *entry) bool {
	return len(e.dashes) > 0 && e.dashes[0] <= r.from.first() || e.strict && e.keyCol <= r.from.keyCol
}

// goOn reads on in a value that began above.
func (s *scan) goOn(n int, l string, at int) {
	r := s.run
	if r.quote != 0 {
		end := closing(string(r.quote)+l[at:]) - 1
		if end < 0 {
			return
		}
		at += end
	}
	s.run = nil
	switch rest := strings.TrimLeft(l[at:], " \t"); {
	case len(r.depth) > 0:
		r.quote = 0
		s.inGroup(r, n, utf8.RuneCountInString(l[:at]), l[at:])
	case rest != "" && rest[0] != '#':
		s.add(n, utf8.RuneCountInString(l[:at]), fmt.Sprintf("có chữ sau dấu %c đóng giá trị mở ở dòng %d", r.quote, r.from.line), fmt.Sprintf("dấu %c nằm trong giá trị thì viết “ và ”, hoặc xoá phần thừa", r.quote))
	}
}

// unended tells of a value that is never closed.
func (s *scan) unended() {
	r := s.run
	if r == nil {
		return
	}
	s.run = nil
	e := &r.from
	v := e.value
	switch {
	case r.hash:
		i := hash(v)
		s.add(e.line, e.col+utf8.RuneCountInString(v[:i]), "từ dấu # trở đi bị coi là ghi chú, nên dấu đóng ngoặc bị mất", "đặt giá trị có dấu # trong ngoặc kép, ví dụ \"#b01116\"")
	case len(r.depth) > 0 && r.quote == 0:
		s.add(e.line, e.col, fmt.Sprintf("dấu %c mở ở đây không đóng", v[0]), fmt.Sprintf("thêm dấu %c ở cuối; nếu dấu %c thuộc giá trị, %s", closer(v[0]), v[0], e.say(v)))
	case strings.HasSuffix(v, "”") || strings.HasSuffix(v, "“"):
		s.add(e.line, e.col, fmt.Sprintf("mở bằng dấu %c nhưng đóng bằng dấu cong", r.quote), e.say(strings.Trim(v[1:], "“”")))
	case r.quote == '"':
		s.add(e.line, e.col, "dấu ngoặc kép mở ở đây không đóng", "thêm dấu ngoặc kép ở cuối giá trị; dấu ngoặc kép nằm trong giá trị thì viết \\\"")
	default:
		s.add(e.line, e.col, "dấu nháy đơn mở ở đây không đóng", "thêm dấu nháy đơn ở cuối giá trị; nếu dấu nháy thuộc giá trị, "+e.say(v))
	}
}

func closer(open byte) byte {
	if open == '[' {
		return ']'
	}
	return '}'
}

// inGroup reads a line of a group in brackets; if the group does not end on it, it runs on.
func (s *scan) inGroup(g *running, n, col int, l string) {
	spot := func(i int) int { return col + utf8.RuneCountInString(l[:i]) }
	for i := 0; i < len(l) && len(s.found) < maxOfAKind; i++ {
		switch c := l[i]; {
		case (c == '"' || c == '\'') && fresh(l[:i]):
			end := closing(l[i:])
			if end < 0 {
				g.quote = c
				s.run = g
				return
			}
			i += end - 1
		case c == '[' || c == '{':
			g.depth = append(g.depth, bracket{is: c})
		case c == ']' || c == '}':
			g.depth = g.depth[:len(g.depth)-1]
			if len(g.depth) == 0 {
				if g.from.line == n {
					s.after(&g.from, i+1)
				}
				return
			}
		case c == ',':
			g.depth[len(g.depth)-1].colon = false
		case c == '#' && (i == 0 || l[i-1] == ' '):
			g.hash = g.hash || g.from.line == n && i+1 < len(l) && l[i+1] != ' '
			s.run = g
			return
		case c == ':' && (i+1 == len(l) || strings.IndexByte(" ,]}", l[i+1]) >= 0 || i > 0 && l[i-1] == '"'):
			top := &g.depth[len(g.depth)-1]
			if top.colon {
				s.add(n, spot(i), fmt.Sprintf("trong ngoặc %c%c, thiếu dấu phẩy trước khoá này, hoặc giá trị có dấu hai chấm", top.is, closer(top.is)), "thêm dấu phẩy giữa hai khoá; giá trị có dấu hai chấm thì đặt trong ngoặc kép")
				top.colon = false
			}
			top.colon = true
		case strings.IndexByte("@`%", c) >= 0 && fresh(l[:i]):
			s.add(n, spot(i), fmt.Sprintf("giá trị không thể mở đầu bằng dấu %c", c), "đặt giá trị trong ngoặc kép")
		}
	}
	s.run = g
}

// fresh tells whether a value may begin after a text: nothing but space stands between it and a bracket, comma or colon.
func fresh(before string) bool {
	t := strings.TrimRight(before, " ")
	return t == "" || strings.IndexByte("[{,", t[len(t)-1]) >= 0 || t[len(t)-1] == ':'
}

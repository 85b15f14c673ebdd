package source

import (
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"
)

// value looks at the value of an entry.
func (s *scan) value(e *entry) {
	v := e.value
	if v == "" {
		return
	}
	switch v[0] {
	case '"', '\'':
		s.quoted(e)
		return
	case '[', '{':
		s.group(e)
		return
	case '|', '>':
		if blockHead.MatchString(v) {
			s.text = e.base()
			return
		}
		s.add(e.line, e.col, fmt.Sprintf("giá trị không thể mở đầu bằng %c rồi viết tiếp trên cùng dòng", v[0]), e.say(v)+fmt.Sprintf("; muốn viết nhiều dòng thì sau dấu %c xuống dòng và thụt vào", v[0]))
		return
	case '@', '`', '%', ',', ']', '}':
		s.add(e.line, e.col, fmt.Sprintf("giá trị không thể mở đầu bằng dấu %c", v[0]), e.say(v))
		return
	case '&', '*', '!':
		if !named.MatchString(v) {
			s.add(e.line, e.col, fmt.Sprintf("giá trị không thể mở đầu bằng dấu %c", v[0]), e.say(v))
		}
		return
	}
	for _, dash := range []string{"- ", "? ", ": "} {
		if strings.HasPrefix(v, dash) || v == dash[:1] {
			s.add(e.line, e.col, fmt.Sprintf("giá trị không thể mở đầu bằng dấu %c và dấu cách", v[0]), e.say(v))
			return
		}
	}
	if i := colon(v); i >= 0 && e.key != "" {
		s.add(e.line, e.col+utf8.RuneCountInString(v[:i]), "giá trị có dấu hai chấm, nên phải đặt trong ngoặc kép", e.say(strings.Trim(v, "“”")))
	}
}

// named matches what yaml.v3 reads as an anchor, an alias or a tag and nothing more: the walker tells of those.
var named = regexp.MustCompile(`^(&[A-Za-z0-9_-]+( .*)?|\*[A-Za-z0-9_-]+|![!A-Za-z0-9_-]*( .*)?)$`)

// say is a hint that shows the line as it should be typed.
func (e *entry) say(v string) string {
	if utf8.RuneCountInString(v) > 60 {
		return "đặt cả giá trị trong ngoặc kép"
	}
	switch {
	case e.key != "" && (e.strict || len(e.dashes) == 0):
		return "viết " + e.key + ": " + inQuotes(v)
	case e.key != "":
		return "viết - " + inQuotes(e.key+": "+v)
	case len(e.dashes) > 0:
		return "viết - " + inQuotes(v)
	}
	return "đặt trong ngoặc kép: " + inQuotes(v)
}

// inQuotes is a text as YAML reads it whatever it holds.
func inQuotes(v string) string {
	switch {
	case !strings.ContainsAny(v, `"\`):
		return `"` + v + `"`
	case !strings.Contains(v, "'"):
		return "'" + v + "'"
	}
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(v) + `"`
}

// closing is the index after the quote that closes a text in quotes, or -1.
func closing(v string) int {
	q := v[0]
	for i := 1; i < len(v); i++ {
		switch {
		case q == '"' && v[i] == '\\':
			i++
		case v[i] == q && q == '\'' && i+1 < len(v) && v[i+1] == q:
			i++
		case v[i] == q:
			return i + 1
		}
	}
	return -1
}

var badEscape = regexp.MustCompile(`^"(?:[^"\\]|\\[0abtnvfre "/\\N_LPxuU])*\\[^0abtnvfre "/\\N_LPxuU]`)

// quoted looks at a value that begins with a straight quote.
func (s *scan) quoted(e *entry) {
	if badEscape.MatchString(e.value) {
		m := badEscape.FindString(e.value)
		whole := strings.Trim(e.value, `"`)
		s.add(e.line, e.col+utf8.RuneCountInString(m)-2, `trong ngoặc kép, dấu \ có nghĩa riêng`, e.say(whole))
		return
	}
	end := closing(e.value)
	if end < 0 {
		s.run = &running{from: *e, quote: e.value[0]}
		return
	}
	s.after(e, end)
}

// after looks at what stands after the quote or bracket that closes a value.
func (s *scan) after(e *entry, end int) {
	rest := e.value[end:]
	if t := strings.TrimLeft(rest, " \t"); t == "" || t[0] == '#' && t != rest {
		return
	}
	q := e.value[0]
	text := fmt.Sprintf("có chữ sau dấu %c đóng giá trị", e.value[end-1])
	whole := e.value
	if last := len(whole) - 1; (q == '"' || q == '\'') && whole[last] == q {
		whole = whole[1:last]
		text = fmt.Sprintf("dấu %c nằm trong giá trị bị coi là dấu đóng", q)
	}
	s.add(e.line, e.col+utf8.RuneCountInString(e.value[:end])-1, text, e.say(whole))
}

// group looks at a value in brackets.
func (s *scan) group(e *entry) {
	g := &running{from: *e}
	s.inGroup(g, e.line, e.col, e.value)
}

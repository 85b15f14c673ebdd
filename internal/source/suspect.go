package source

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"
)

// suspect is a place that YAML cannot read, found by reading lines as the one who wrote them did. yaml.v3 stops at the first and often says
// where the list began in which it stands; these say which line to change, and what to type.
type suspect struct {
	line, col  int
	text, hint string
}

// entry is one line of a file: its dashes, its key and what is after them. Columns count from 0.
type entry struct {
	line    int
	dashes  []int
	key     string // as written, with its quotes; "" if there is none
	keyCol  int
	value   string // without its comment, if there can be one
	col     int    // of the value
	strict  bool   // the key looks like one of ours
	comment string
}

// first is the column that the entry begins at.
func (e *entry) first() int {
	if len(e.dashes) > 0 {
		return e.dashes[0]
	}
	return e.keyCol
}

// column is where a key or dash stands that is not closed yet.
type column struct {
	at   int
	dash bool
}

// scan reads the lines of a file that YAML could not.
type scan struct {
	found   []suspect
	open    []column
	last    entry // the last that was no continuation
	begun   bool
	above   string // the key just above the last, in its column, if nothing was written there
	text    int    // lines farther right than this are text of a block
	crooked bool   // a fault of structure was told: those after it may follow from it

	run *running // a quoted value or a group in brackets that goes on below
}

const noText = 1 << 30

// suspects finds what YAML cannot read. All faults of values are told, and the first of indentation or of a lost colon.
func suspects(b []byte) []suspect {
	s := &scan{text: noText}
	for i, l := range bytes.Split(b, []byte("\n")) {
		s.line(i+1, strings.TrimRight(string(l), " \t\r"))
		if len(s.found) >= maxOfAKind {
			return s.found
		}
	}
	s.unended()
	return s.found
}

func (s *scan) add(line, col int, text, hint string) {
	s.found = append(s.found, suspect{line, col + 1, text, hint})
}

// bent tells of a fault of structure, if it is the first.
func (s *scan) bent(line, col int, text, hint string) {
	if !s.crooked {
		s.add(line, col, text, hint)
	}
	s.crooked = true
}

func (s *scan) line(n int, l string) {
	at := len(l) - len(strings.TrimLeft(l, " "))
	if l == "" || at > s.text {
		return
	}
	e := parse(n, l)
	if s.run != nil {
		if !s.run.broken(&e) {
			s.goOn(n, l, at)
			return
		}
		s.unended()
	}
	s.text = noText
	if l[at] == '#' || s.marker(n, at, l[at:]) {
		return
	}
	if s.place(&e) {
		s.value(&e)
		if bare.MatchString(e.value) {
			e.value = ""
		}
		if own := e.key == "" && len(e.dashes) == 0; own && s.begun {
			s.last.value = e.value
			return
		}
		s.above = ""
		if s.begun && s.last.value == "" && len(e.dashes) == 0 && e.keyCol == s.last.keyCol {
			s.above = s.last.key
		}
		s.last, s.begun = e, true
	}
}

var (
	keyStart   = regexp.MustCompile(`^[A-Za-z_][A-Za-z0-9_-]*:(?: |$)`)
	quotedKey  = regexp.MustCompile(`^("(?:[^"\\]|\\.)*"|'(?:[^']|'')*') *:(?: |$)`)
	plainStart = regexp.MustCompile("^[^-?:,\\[\\]{}#&*!|>'\"%@` ]|^[-?:][^ ]")
	bare       = regexp.MustCompile(`^[&!][^ ]*$`) // an anchor or tag of what stands below
	blockHead  = regexp.MustCompile(`^[|>][-+0-9]*$`)
)

// parse takes a line apart.
func parse(n int, l string) entry {
	e := entry{line: n}
	at := len(l) - len(strings.TrimLeft(l, " "))
	for rest := l[at:]; strings.HasPrefix(rest, "- ") || rest == "-"; rest = l[at:] {
		e.dashes = append(e.dashes, at)
		at++
		at += len(l[at:]) - len(strings.TrimLeft(l[at:], " "))
	}
	rest := l[at:]
	e.keyCol, e.col = at, at
	end := -1
	switch m := quotedKey.FindStringSubmatch(rest); {
	case m != nil:
		e.key, end = m[1], strings.IndexByte(rest[len(m[1]):], ':')+len(m[1])
	case plainStart.MatchString(rest):
		if end = colon(rest); end >= 0 {
			e.key = strings.TrimRight(rest[:end], " ")
		}
	}
	if end >= 0 {
		e.strict = keyStart.MatchString(rest)
		at += end + 1
		at += len(l[at:]) - len(strings.TrimLeft(l[at:], " \t"))
	}
	e.col, e.value = utf8.RuneCountInString(l[:at]), l[at:]
	if i := hash(e.value); i >= 0 && !strings.HasPrefix(e.value, `"`) && !strings.HasPrefix(e.value, "'") && !strings.HasPrefix(e.value, "{") && !strings.HasPrefix(e.value, "[") {
		e.value, e.comment = strings.TrimRight(e.value[:i], " \t"), e.value[i:]
	}
	return e
}

// colon is where the first colon stands that ends a key to YAML, or -1; what is a comment has none.
func colon(s string) int {
	if i := hash(s); i >= 0 {
		s = s[:i]
	}
	for i := range len(s) {
		if s[i] == ':' && (i+1 == len(s) || s[i+1] == ' ' || s[i+1] == '\t') {
			return i
		}
	}
	return -1
}

// hash is where a comment begins, or -1.
func hash(s string) int {
	for i := range len(s) {
		if s[i] == '#' && (i == 0 || s[i-1] == ' ' || s[i-1] == '\t') {
			return i
		}
	}
	return -1
}

// marker tells of lines that are none of YAML's, and whether the line is one.
func (s *scan) marker(n, at int, l string) bool {
	switch {
	case strings.HasPrefix(l, ">>>>>>>"), strings.HasPrefix(l, "======="): // told with <<<<<<<
	case strings.HasPrefix(l, "<<<<<<<"):
		s.add(n, at, "dòng này do git để lại khi hai người cùng sửa một chỗ", "chọn một trong hai bản, rồi xoá ba dòng <<<<<<<, ======= và >>>>>>>")
	case strings.HasPrefix(l, "//"), strings.HasPrefix(l, "/*"):
		s.add(n, at, "dòng này không phải ghi chú", "ghi chú mở đầu bằng dấu # và dấu cách")
	case at == 0 && strings.HasPrefix(l, "%"):
		s.add(n, at, "không dòng nào mở đầu bằng %", "xoá dòng này; nếu là ghi chú, mở đầu bằng dấu # và dấu cách")
	case at == 0 && (l == "..." || strings.HasPrefix(l, "... ")):
		s.add(n, at, "dòng ba chấm kết thúc tệp, phần sau không được đọc", "xoá dòng này")
	case at == 0 && l == "---":
		s.open, s.begun = nil, false
	default:
		r, size := utf8.DecodeRuneInString(l)
		if !strings.ContainsRune("–—•−●▪", r) {
			return false
		}
		s.add(n, at, fmt.Sprintf("dấu %c ở đầu dòng không phải dấu - trên bàn phím", r), fmt.Sprintf("gõ lại: - %s", short(strings.TrimSpace(l[size:]))))
	}
	return true
}

// short is a piece of a line as a hint shows it.
func short(s string) string {
	const most = 80
	if utf8.RuneCountInString(s) > most {
		return string([]rune(s)[:most-1]) + "…"
	}
	return s
}

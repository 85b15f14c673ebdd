package diag

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
	"unicode/utf8"
)

var (
	unknown = &Rule{ID: "unit-unknown", Title: "Đơn vị phải có trong units.yaml."}
	late    = &Rule{ID: "result-late", Severity: Warning, Title: "Kết quả có trước hạn."}
)

const file = "decision: bk-01\nawards:\n  - id: bk-01-001\n\tunit: so-tai-chinh\n  - name: Đỗ Đức Đạt\n"

func problems() *List {
	l := &List{}
	l.Add(late, Place{File: "b.yaml", Line: 5, Col: 11}, "kết quả sau hạn", "")
	l.Add(unknown, Place{File: "a.yaml", Line: 4, Col: 8}, `không có đơn vị "so-tai-chinh"`, `có phải "so-tai-chinh"? (data/units.yaml:31)`, Place{File: "data/units.yaml", Line: 31, Col: 7})
	l.Add(unknown, Place{File: "a.yaml", Line: 4, Col: 8}, `không có đơn vị "so-tai-chinh"`, "")
	l.Add(unknown, Place{File: "danh-sach.xlsx", Cell: "Cá nhân!C7"}, "không rõ\u202e đơn vị", "")
	return l
}

func TestText(t *testing.T) {
	want := `a.yaml:4:8: lỗi [unit-unknown]: không có đơn vị "so-tai-chinh"
    4 |   unit: so-tai-chinh
      |         ^
   xem: data/units.yaml:31:7
   gợi ý: có phải "so-tai-chinh"? (data/units.yaml:31)
b.yaml:5:11: cảnh báo [result-late]: kết quả sau hạn
    5 |   - name: Đỗ Đức Đạt
      |           ^
danh-sach.xlsx!Cá nhân!C7: lỗi [unit-unknown]: không rõ· đơn vị
`
	var b bytes.Buffer
	p := Print{Lines: func(string) []byte { return []byte(file) }}
	if err := p.Text(&b, problems()); err != nil || b.String() != want {
		t.Errorf("%v\n%s", err, b.String())
	}
	b.Reset()
	for most, end := range map[int]string{1: "còn 1 lỗi và 1 cảnh báo nữa\n", 2: "còn 1 cảnh báo nữa\n"} {
		b.Reset()
		p.Most = most
		p.Text(&b, problems())
		if !strings.HasSuffix(b.String(), end) || strings.Contains(b.String(), "result-late") {
			t.Errorf("capped at %d, not errors first:\n%s", most, b.String())
		}
	}
}

func TestCaret(t *testing.T) {
	for _, c := range []struct {
		line  string
		col   int32
		caret int // columns before it
	}{
		{"name: X", 7, 6},
		{"\t- X", 4, 4},
		{"Đỗ X", 4, 3},
		{"A\u0302\u0301p X", 6, 3},
		{"全角 X", 4, 5},
		{"a\u200bX", 3, 2}, // shown as a dot
		{"X", 0, -1},
		{"short", 99, 5},
	} {
		l := &List{}
		l.Add(late, Place{File: "x", Line: 1, Col: c.col}, "ở đây", "")
		var b bytes.Buffer
		Print{Lines: func(string) []byte { return []byte(c.line + "\r\n") }}.Text(&b, l)
		_, after, found := strings.Cut(b.String(), "\n      | ")
		if got := strings.Index(after, "^"); found != (c.caret >= 0) || found && got != c.caret {
			t.Errorf("%q column %d: the caret is at %d, want %d\n%s", c.line, c.col, got, c.caret, b.String())
		}
	}
}

// TestTerminal holds what is printed to characters that a terminal shows and does not obey.
func TestTerminal(t *testing.T) {
	l := &List{}
	l.Add(late, Place{File: "x", Line: 1, Col: 1}, "chữ \x1b[31mđỏ\u202e", "gợi\x07 ý")
	var b bytes.Buffer
	Print{Lines: func(string) []byte { return []byte("\x1b]0;x\x07\xff\n") }}.Text(&b, l)
	if strings.ContainsAny(b.String(), "\x1b\x07\u202e") || !utf8.ValidString(b.String()) {
		t.Errorf("%q", b.String())
	}
	b.Reset()
	Print{Colour: true}.Text(&b, l)
	if strings.Count(b.String(), "\x1b") != 2 {
		t.Errorf("colour: %q", b.String())
	}
}

func TestLongLine(t *testing.T) {
	l := &List{}
	l.Add(late, Place{File: "x", Line: 1, Col: 501}, "ở đây", "")
	var b bytes.Buffer
	Print{Lines: func(string) []byte { return []byte(strings.Repeat("ă", 500) + "X" + strings.Repeat("b", 500)) }}.Text(&b, l)
	lines := strings.Split(b.String(), "\n")
	if at := strings.IndexRune(lines[2], '^'); []rune(lines[1])[at] != 'X' {
		t.Errorf("the caret is not under the place:\n%s", b.String())
	}
}

func TestMachines(t *testing.T) {
	var b bytes.Buffer
	if err := JSON(&b, problems()); err != nil {
		t.Fatal(err)
	}
	var got struct {
		Errors, Warnings int
		Problems         []map[string]any
	}
	if err := json.Unmarshal(b.Bytes(), &got); err != nil || got.Errors != 2 || got.Warnings != 1 || len(got.Problems) != 3 {
		t.Errorf("%v %+v", err, got)
	}
	b.Reset()
	GitHub(&b, problems())
	if !strings.Contains(b.String(), "::warning file=b.yaml,line=5,col=11,title=result-late::kết quả sau hạn\n") || strings.Count(b.String(), "\n") != 3 {
		t.Error(b.String())
	}
	b.Reset()
	if err := SARIF(&b, problems(), []*Rule{unknown, late}); err != nil || !json.Valid(b.Bytes()) {
		t.Error(err)
	}
	if !strings.Contains(b.String(), `"startColumn": 11`) {
		t.Error(b.String())
	}
}

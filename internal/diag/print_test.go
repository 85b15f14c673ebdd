package diag

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
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
	p.Most = 1
	p.Text(&b, problems())
	if !strings.HasSuffix(b.String(), "còn 2 lỗi nữa\n") {
		t.Errorf("not capped:\n%s", b.String())
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

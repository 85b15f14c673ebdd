package source

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const rollBefore = `# Danh sách kèm quyết định
decision: bk-01   # chưa in

awards:
  # người đầu
  - id: bk-01-001
    no: 1
    kind: individual
    name: Nguyễn Văn A   # đã hỏi lại
    unit: so-y-te

    citation: >-
      Hoàn thành
      # 1 nhiệm vụ
  # người thứ hai
  - id: bk-01-002
    no: 2
    kind: individual
    name: "Trần Thị B"
    unit: so-y-te
    citation: Tốt
    from:
      file: a.xlsx
      row: 7
# hết
`

func TestEditRoll(t *testing.T) {
	out, err := EditRoll([]byte(rollBefore), []Change{
		{"bk-01-001", Field{Key: "name", Text: "Nguyễn Văn Á"}},
		{"bk-01-001", Field{Key: "citation", Text: "Hoàn thành: 100%"}},
		{"bk-01-001", Field{Key: "position", Text: "no"}},
		{"bk-01-002", Field{Key: "from", Of: []Field{{Key: "file", Text: "a.xlsx"}, {Key: "row", Text: "9"}}}},
	}, [][]Field{{{Key: "id", Text: "bk-01-003"}, {Key: "name", Text: "Lê Văn C"}, {Key: "honorific"}}})
	if err != nil {
		t.Fatal(err)
	}
	want := strings.NewReplacer("Văn A   # đã hỏi lại\n", "Văn Á  # đã hỏi lại\n    position: \"no\"\n", "row: 7\n", "row: 9\n  - id: bk-01-003\n    name: Lê Văn C\n",
		">-\n      Hoàn thành\n      # 1 nhiệm vụ", `"Hoàn thành: 100%"`).Replace(rollBefore)
	if string(out) != want {
		t.Errorf("got\n%s\nwant\n%s", out, want)
	}
	again, err := EditRoll(out, nil, nil)
	if err != nil || string(again) != string(out) {
		t.Errorf("nothing to do, and yet: %v\n%s", err, again)
	}
}

func TestEditRollKeepsLineEndsAndSpacing(t *testing.T) {
	in := "decision: a\r\nawards:\r\n- id: a-001\r\n  name: X\r\n\r\n- id: a-002\r\n  name: Y"
	out, err := EditRoll([]byte(in), nil, [][]Field{{{Key: "id", Text: "a-003"}, {Key: "name", Text: "Z"}}})
	if want := in + "\r\n\r\n- id: a-003\r\n  name: Z\r\n"; err != nil || string(out) != want {
		t.Errorf("%v\n%q\nwant\n%q", err, out, want)
	}
	for _, empty := range []string{"decision: a\nawards: []  # chưa có\n", "decision: a\nawards:  # chưa có\n"} {
		out, err = EditRoll([]byte(empty), nil, [][]Field{{{Key: "id", Text: "a-001"}}})
		if want := "decision: a\nawards:  # chưa có\n  - id: a-001\n"; err != nil || string(out) != want {
			t.Errorf("%q: %v\n%q", empty, err, out)
		}
	}
	for _, odd := range []string{"decision: a\nawards: [{id: a-001, name: X}]\n", "decision: a\nawards:\n  - {id: a-001, name: X}\n"} {
		_, err := EditRoll([]byte(odd), []Change{{"a-001", Field{Key: "name", Text: "Y"}}}, [][]Field{{{Key: "id", Text: "a-002"}}})
		var u *Unwritable
		if !errors.As(err, &u) {
			t.Errorf("%q: %v", odd, err)
		}
	}
}

func TestNewRoll(t *testing.T) {
	long := strings.TrimSpace(strings.Repeat("Có thành tích xuất sắc ", 10))
	for _, s := range []string{"no", "12", "012", "1.5", "~", "", "a: b", "- a", "#x", "a #b", "'a", "\"a", "a\nb", "@a", "%", "true", "2018-12-05", "08:30", "H'Hen", long, long + "  " + long, long + ": x", "*a", "&a", "[a", "{a", "<<", "=", "!a", "|", ">", "?", "a:", "\u2028", "\u0007"} {
		_, err := NewRoll(nil, "a", [][]Field{{{Key: "id", Text: "a-001"}, {Key: "name", Text: s}, {Key: "from", Of: []Field{{Key: "file", Text: s}}}}})
		if err != nil {
			t.Errorf("%q: %v", s, err)
		}
	}
	out, err := NewRoll([]string{"Chú thích"}, "a", [][]Field{{{Key: "id", Text: "a-001"}, {Key: "no", Text: "1"}, {Key: "citation", Text: long}}})
	if err != nil {
		t.Fatal(err)
	}
	if want := "# Chú thích\ndecision: a\nawards:\n  - id: a-001\n    no: 1\n    citation: >-\n      Có thành"; !strings.HasPrefix(string(out), want) {
		t.Errorf("%s", out)
	}
}

// FuzzEditRoll changes any file: it comes out as it was but for what was asked for, or is refused.
func FuzzEditRoll(f *testing.F) {
	files, _ := filepath.Glob("../../data/awards/*.yaml")
	for _, name := range files {
		if b, err := os.ReadFile(name); err == nil {
			f.Add(string(b[:min(len(b), 3000)]), "bang-khen-mau-01-001", "name", "Nguyễn Văn A")
		}
	}
	f.Add(rollBefore, "bk-01-001", "citation", "a: b # c")
	f.Add("awards:\n - id: a\n   name: |\n     x\n\n     y\n\n# c\n", "a", "name", "z\n")
	f.Fuzz(func(t *testing.T, file, id, key, text string) {
		if key == "id" || strings.Trim(key, "abcdefghijklmnopqrstuvwxyz_") != "" || key == "" {
			return
		}
		n, err := rollNode([]byte(file))
		if err != nil || valueOf(n, "awards") == nil {
			return
		}
		out, err := EditRoll([]byte(file), nil, nil)
		if err == nil && strings.TrimRight(string(out), "\n") != strings.TrimRight(file, "\n") && !strings.Contains(file, "\r") {
			t.Errorf("nothing to do, and yet\n%q\n%q", file, out)
		}
		EditRoll([]byte(file), []Change{{id, Field{Key: key, Text: text}}}, [][]Field{{{Key: "id", Text: id + "x"}, {Key: key, Text: text}}})
	})
}

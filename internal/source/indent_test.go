package source

import (
	"strings"
	"testing"
)

// TestMisindented: the line that breaks a list or a mapping is found, not where the list began.
func TestMisindented(t *testing.T) {
	for _, c := range []struct {
		name, yaml string
		from       int
		line, col  int
	}{
		{"a key too far left in a record", "awards:\n  - id: a\n    name: Tên\n   unit: b\n    no: 1\n", 1, 4, 4},
		{"a dash too far left", "awards:\n  - id: a\n - id: b\n", 1, 3, 2},
		{"a key too far left in a mapping", "plan:\n    title: T\n  issuer: U\n", 1, 3, 3},
		{"text of a block is no key", "a:\n  b: >-\n     x: y\n    z: w\n  c: d\n", 1, 0, 0},
		{"all in line", "- id: a\n  expects:\n    collectives: 1\n  sample: true\n- id: b\n", 1, 0, 0},
		{"only from the line on", "a:\n    b: c\n  d: e\nf: g\n", 4, 0, 0},
	} {
		if line, col := misindented([]byte(c.yaml), c.from); line != c.line || col != c.col {
			t.Errorf("%s: %d:%d, want %d:%d", c.name, line, col, c.line, c.col)
		}
	}
}

// TestUnclosed: a quote is missed where it was opened, not where yaml.v3 stumbles over the next one.
func TestUnclosed(t *testing.T) {
	for _, c := range []struct {
		name, yaml string
		line       int
	}{
		{"before another quoted value", "- id: a\n  measure: \"%\n  name: Tên\n- id: b\n  measure: \"%\"\n", 2},
		{"before a comment with a quote", "- id: a\n  name: \"Tên\n  no: 1\n# thiếu \"chữ\": đã sửa\n", 2},
		{"in a list of texts", "bases:\n  - \"Luật\n  - Nghị định\n", 2},
		{"an escaped quote closes nothing", "name: \"a \\\"b\\\"\nno: 1\n", 1},
		{"closed", "name: \"a\" # ghi chú\nno: 1\n", 0},
		{"goes on below", "name: \"một đoạn\n  dài\"\nno: 1\n", 0},
		{"text of a block is not looked at", "note: >-\n  a: \"b\n  c: d\nno: 1\n", 0},
	} {
		if line := unclosed([]byte(c.yaml)); line != c.line {
			t.Errorf("%s: line %d, want %d", c.name, line, c.line)
		}
	}
	_, problems := read(t, tree(map[string]string{
		"data/campaign.yaml": "name: T\n",
		"data/targets.yaml":  "- id: a\n  measure: \"%\n  name: Tên\n# thiếu \"chữ\": đã sửa\n",
	}))
	if want := "data/targets.yaml:2 yaml-syntax\n"; !strings.Contains(problems, want) {
		t.Errorf("%swant %s", problems, want)
	}
}

// TestWrongIndentIsPlaced: what people read names the line that they must move.
func TestWrongIndentIsPlaced(t *testing.T) {
	_, problems := read(t, tree(map[string]string{
		"data/campaign.yaml": "name: T\n",
		"data/awards/a.yaml": "decision: a\n\nawards:\n  - id: a-001\n    no: 1\n    name: Tên\n   unit: b\n",
	}))
	if want := "data/awards/a.yaml:7:4 yaml-syntax\n"; len(problems) < len(want) || problems[:len(want)] != want {
		t.Errorf("%swant %s", problems, want)
	}
}

// TestNothingRead: an empty file lacks its keys, a file with a wrong name is told, and what they would have held is not missed one by one.
func TestNothingRead(t *testing.T) {
	got, problems := read(t, tree(map[string]string{
		"data/campaign.yaml":   "# chưa viết\n",
		"data/sources.yml":     "- {id: a, title: A, publisher: B}\n",
		"data/targetz.yaml":    "[]\n",
		"data/units/xa.YAML":   "[]\n",
		"data/awards/mot.yaml": "",
		"data/blocks.yaml":     "",
	}))
	for _, name := range []string{"sources", "targets", "units", "awards"} {
		if !got.Partial[name] {
			t.Errorf("%s is taken for complete", name)
		}
	}
	if got.Partial["blocks"] || got.Partial["campaign"] {
		t.Error(got.Partial)
	}
	if got.Campaign == nil || problems == "" {
		t.Error("an empty campaign is told by nothing")
	}
	for _, want := range []string{"data/awards/mot.yaml key-missing\n", "data/campaign.yaml key-missing\n", "data/sources.yml file-unknown\n"} {
		if !strings.Contains(problems, want) {
			t.Errorf("no %sin\n%s", want, problems)
		}
	}
}

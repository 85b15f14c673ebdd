package source

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestSuspects: the line that breaks a list, a mapping or a quote is found, not where the list began or where yaml.v3 stumbles over the next
// quote.
func TestSuspects(t *testing.T) {
	for _, c := range []struct{ name, yaml, want string }{
		{"a key too far left in a record", "awards:\n  - id: a\n    name: Tên\n   unit: b\n    no: 1\n", "4:4"},
		{"a dash too far left", "awards:\n  - id: a\n - id: b\n", "3:2"},
		{"a key too far left in a mapping", "plan:\n    title: T\n  issuer: U\n", "3:3"},
		{"a key too far right", "- id: a\n  name: b\n   no: 1\n", "3:4"},
		{"text of a block is no key", "a:\n  b: >-\n     x: y\n    z: w\n  c: d\n", ""},
		{"all in line", "- id: a\n  expects:\n    collectives: 1\n  sample: true\n- id: b\n", ""},
		{"a list in its key's own column", "a:\n- b: c\n  d: e\n- b: f\ng: h\n", ""},
		{"lists in lists", "a:\n  - - b\n    - c: d\n      e: f\n  - g\n", ""},
		{"what stands below an anchor", "a: &x\n  b: c\nd: !t\n  - e\n", ""},
		{"values on lines of their own", "a:\n  \"b: c\"\nd:\n  [e,\n  f]\ng:\n  h i\n  j\n", ""},
		{"texts that hold signs", "a: b:c\nd: https://e.f/#g\nh: 08:30 – 09:30\ni: -5\nj: ?k\nl: m#n\no: p's \"q\"\n", ""},
		{"groups", "a: {b: 'c: d', \"e\": [f, g], h: i}\nj: [{k: l}, {m: \"n\"}] # o\np: {q:\n  r, s: t}\n", ""},
		{"JSON", "[\n {\"a\":\"b\", \"c\": [1, 2]},\n {\"d\": {}}\n]\n", ""},
		{"a comma lost", "a: {b: c d: e}\n", "1:11"},
		{"a group not closed", "a: {b: c\nd: e\n", "1:4"},
		{"before another quoted value", "- id: a\n  measure: \"%\n  name: Tên\n- id: b\n  measure: \"%\"\n", "2:12"},
		{"before a comment with a quote", "- id: a\n  name: \"Tên\n  no: 1\n# thiếu \"chữ\": đã sửa\n", "2:9"},
		{"in a list of texts", "bases:\n  - \"Luật\n  - Nghị định\n", "2:5"},
		{"an escaped quote closes nothing", "name: \"a \\\"b\\\"\nno: 1\n", "1:7"},
		{"closed", "name: \"a\" # ghi chú\nno: 1\n", ""},
		{"goes on below", "name: \"một đoạn\n  dài\"\nno: 1\n", ""},
		{"goes on below in a group", "a: {b: \"một đoạn\n  dài\", c: d}\nno: 1\n", ""},
		{"text of a block is not looked at", "note: >-\n  a: \"b\n  c: d\nno: 1\n", ""},
		{"each value, and the first of structure", "a: @b\nc: d: e\nf\n  g\nh\ni: %j\n", "1:4 2:5 3:1 6:4"},
	} {
		var got []string
		for _, s := range suspects([]byte(c.yaml)) {
			got = append(got, fmt.Sprintf("%d:%d", s.line, s.col))
			if s.text == "" || s.hint == "" {
				t.Errorf("%s: nothing is said of %v", c.name, s)
			}
		}
		if got := strings.Join(got, " "); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

// TestSoundFilesAreNotSuspected: in files that YAML reads nothing is suspected.
func TestSoundFilesAreNotSuspected(t *testing.T) {
	names := []string{}
	for _, g := range []string{"../../data/*.yaml", "../../data/*/*.yaml"} {
		found, _ := filepath.Glob(g)
		names = append(names, found...)
	}
	if len(names) < 10 {
		t.Fatal(names)
	}
	for _, name := range names {
		b, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range suspects(b) {
			t.Errorf("%s:%d:%d: %s", name, s.line, s.col, s.text)
		}
	}
}

// TestUnclosedIsPlaced: what people read names the line on which the quote was opened.
func TestUnclosedIsPlaced(t *testing.T) {
	_, problems := read(t, tree(map[string]string{
		"data/campaign.yaml": "name: T\n",
		"data/targets.yaml":  "- id: a\n  measure: \"%\n  name: Tên\n# thiếu \"chữ\": đã sửa\n",
	}))
	if want := "data/targets.yaml:2:12 yaml-syntax\n"; !strings.Contains(problems, want) {
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

package source

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"go.yaml.in/yaml/v3"

	"bangvang/internal/bench"
)

// agree holds the plain reader to yaml.v3: what it takes, yaml.v3 reads as one document without anything to tell of, and as the same nodes.
// It tells whether the text was taken.
func agree(t *testing.T, b []byte) bool {
	t.Helper()
	r := plainDocument(string(b))
	if r == nil {
		return false
	}
	defer r.release()
	d := yaml.NewDecoder(bytes.NewReader(b))
	want, err := next(d)
	if err != nil {
		t.Fatalf("taken for plain, but yaml.v3 says %v:\n%s", err, b)
	}
	if second, err := next(d); !errors.Is(err, io.EOF) {
		t.Fatalf("taken for plain, but after it comes %+v %v:\n%s", second, err, b)
	}
	w := walker{}
	if w.lint(want.Content[0], 1); len(w.problems.Sorted()) > 0 {
		t.Fatalf("taken for plain, but there is something to tell of:\n%s", b)
	}
	if err := sameNode(r.root, want.Content[0]); err != nil {
		t.Fatalf("%v:\n%s", err, b)
	}
	return true
}

// sameNode compares all that the walker looks at.
func sameNode(got, want *yaml.Node) error {
	w := walker{}
	if want.Kind == yaml.ScalarNode {
		w.swallowed(want)
	}
	switch {
	case len(w.problems.Sorted()) > 0:
		return fmt.Errorf("%d:%d: part of %q is swallowed", want.Line, want.Column, want.Value)
	case got.Kind != want.Kind, got.Value != want.Value, got.Style != want.Style, null(got) != null(want), len(got.Content) != len(want.Content), got.Line != want.Line, got.Column != want.Column:
		return fmt.Errorf("node %+v, want %+v", *got, *want)
	case want.Anchor != "", want.Alias != nil, got.Anchor != "", got.Alias != nil, got.LineComment != "":
		return fmt.Errorf("node %+v, want %+v, has more to it", *got, *want)
	}
	for i := range got.Content {
		if err := sameNode(got.Content[i], want.Content[i]); err != nil {
			return err
		}
	}
	return nil
}

// sameParts reads a text as each kind of file, with the plain reader and without: all that comes of it is the same.
func sameParts(t *testing.T, b []byte) {
	t.Helper()
	for i := range dataFiles {
		kind := &dataFiles[i]
		readWith := func(document func(*walker, []byte) *yaml.Node) part {
			p := part{found: found{path: kind.file("data"), kind: kind}}
			w := walker{file: p.path}
			if clean, ok := w.spelling(b); ok {
				p.data(&w, document(&w, clean))
			}
			w.plain.release()
			p.problems, p.lossy = w.problems, w.lossy
			return p
		}
		got, want := readWith((*walker).document), readWith((*walker).anyDocument)
		value := func(v reflect.Value) any {
			if !v.IsValid() {
				return nil
			}
			return v.Interface()
		}
		if !reflect.DeepEqual(value(got.record), value(want.record)) || !reflect.DeepEqual(value(got.list), value(want.list)) ||
			!slices.Equal(got.seen, want.seen) || !slices.Equal(got.excused, want.excused) || got.lossy != want.lossy {
			t.Fatalf("%s: records differ:\n%s", kind.Name, b)
		}
		if a, b := fmt.Sprint(got.problems.Sorted()), fmt.Sprint(want.problems.Sorted()); a != b {
			t.Fatalf("%s: problems differ:\n%s\n%s", kind.Name, a, b)
		}
	}
}

var plainTexts = []string{
	"a: b\n", "a: b", "a:\n  b: c\nd: e\n", "a:\nb: 1\n", "a:   \nb:\n", "- a\n- b\n", "-   a: b\n    c: d\n- a: e\n", "a:\n- b\n- c\nd: e\n", "a:\n  - b\n  - c: d\n    e: f\ng: h\n",
	"- a:\n  - x\n  - y\n  b: c\n- a:\n- a: 1\n", "# x\n\n# y\na: b\n\n  # z\n\nc: d\n# end\n", "a: \"b: #c\"\nd: 'it''s'\ne: ''\nf: \"\"\n", "a: ~\nb: null\nc: \"null\"\nd: NULL\n",
	"a: >-\n  b\n  c\nd: |\n  # e\n  f: g\nh: >\n  i\n\n\nj: |-\n    k\n", "- >-\n  a\n  b\n- |\n  c\n", "a: >-\n  b\n# c\nd: e\n", "a: >-\n    b\n  # c\nd: e\n", "a: |\n  b  \n  c\n",
	"a: {b: c, d: [e, \"f, g\", 'h'], i: {}, j: []}\nk: [ ]\nl: { m: -1 }\n", "a: [1,5]\n", "Đỗ: x\n", "a: {b: Đỗ Đức, c: Đạt}\n", "a: {b: \"Ệ\", c: [Ệ, x]}\r\nb: c\r\n", "a: b:c\nd: e#f\ng: -1\nh: 08:30\n",
	"a: 012\nb: 1_0\nc: no\nd: 2018-10-01\n", "a: >-\r\n  b\r\n  c\r\nd: e\r\n", "a:\n  - [b, c]\n  - {d: e}\n", "null: a\n", "- a: {b: c}\n  d: e\n", "a: <<\n", "a: b  \n\n", "#\na: b\n", "a: b\n#c\n", "a:\n#c\n  b: c\n", "a:\n  #c\n  - b\n  #d\n#e\n", "- a: b\n#c\n  d: e\n", "a: b c  d\n",
}

var oddTexts = []string{
	"", "\n", "a", "a: b: c\n", "a: b #c\n", "a: b\n c\n", "a: b\n  c: d\n", "a: &b c\n", "a: *b\n", "a: !b c\n", "<<: a\n", "? a\n: b\n", "a: \"b\\n\"\n", "a: \"b\nc\"\n", "a: 'b\n", "a: [b\n", "a: [b,]\n",
	"a: [b: c]\n", "a: {b}\n", "a: {b:c}\n", "a: {b: }\n", "a: >2\n  b\n", "a: >-\n\n  b\n", "a: >-\n  b\n\n  c\n", "a: |\n  b\n    c\n", "a: >-\n  b", "a: |+\n  b\n", "a: >-\nb: c\n", "---\na: b\n", "a: b\n---\nc: d\n",
	"a: b\n...\n", "%YAML 1.2\n---\na: b\n", "\ta: b\n", "a:\tb\n", "a: b\n\tc\n", "- a\nb: c\n", "a: b\n- c\n", "a:\n    b: c\n  d: e\n", "  a: b\nc: d\n", "-\n  a: b\n", "- - a\n", "a: -\n", "a: - b\n", "a: @b\n", "a: `b\n", "a: %b\n",
	"a: \"b\" c\n", "\"a\": b\n", "a : b\n", "a: b\rc: d\n", "a: \u0085b\n", "a: \u2028b\n", "\ufeffa: b\n", "a: [b] c\n", "a: [b #c\n]\n", "a: {b: c}}\n", "a: b\n  \n c\n", "a: 'b' 'c'\n", "a: - 1\n", "a: ?\n", "a: :b\n",
	"a: [-]\n", "a: {? b : c}\n", "a: [a?b]\n", "a: {\"b\": c}\n", "a: {\"b\":c}\n", "a: b:\n", "a: 😀\n", "a: >-\n  b\n   \n", "a: >-\n      b\n    c\nd: e\n",
	"a: |-\n  b\n    #\n", "a: |-\n  b\n\n  # c\n", "a: |\n  b\n\n    # c\n",
}

// TestPlain: plain texts are taken, others are not, and with neither anything comes of it that yaml.v3 would not give.
func TestPlain(t *testing.T) {
	for _, s := range plainTexts {
		if !agree(t, []byte(s)) && s != "Đỗ: x\n" {
			t.Errorf("not taken for plain:\n%s", s)
		}
		sameParts(t, []byte(s))
	}
	for _, s := range oddTexts {
		if agree(t, []byte(s)) {
			t.Errorf("taken for plain:\n%s", s)
		}
		sameParts(t, []byte(s))
	}
	deep := strings.Repeat("[", 30) + strings.Repeat("]", 30)
	if agree(t, []byte("a: "+deep)) || agree(t, []byte(strings.Repeat("k", 200)+": a\n")) {
		t.Error("what is too deep or too long was taken")
	}
}

// TestPlainIsUsual: the campaign of this repository and those that are measured are read by the plain reader, or it is there for nothing.
func TestPlainIsUsual(t *testing.T) {
	texts := map[string][]byte{}
	for _, pattern := range []string{"*.yaml", "*/*.yaml"} {
		names, _ := filepath.Glob("../../data/" + pattern)
		for _, name := range names {
			b, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			texts[name] = b
		}
	}
	if len(texts) < 20 {
		t.Fatalf("%d files", len(texts))
	}
	size, _ := bench.SizeNamed("real")
	set, err := bench.Campaign(size, 3)
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range set.Names() {
		if strings.HasSuffix(name, ".yaml") {
			if texts[name], err = set.Bytes(name); err != nil {
				t.Fatal(err)
			}
		}
	}
	for name, b := range texts {
		if unusual := []string{"en.yaml", "corrections.yaml", "moved.yaml"}; agree(t, b) == slices.Contains(unusual, filepath.Base(name)) {
			t.Errorf("%s is plain, or is not, against what is usual", name)
		}
		sameParts(t, b)
	}
}

// What composed texts are made of.
var (
	composedValues = strings.Split("x|y z|1.5|-1|~|null|Đỗ|\"q: #\"|'it''s'|{a: b}|[c, Ệ, {d: e}]|{ }|[ ]|>-|>|>-|a:b|b#c|08:30|||||  |x  |\"\"|''|a & b|a,b|a\u00a0b|<<|{a: \"}\", b: ','}|[1,5]|=", "|")
	composedOdd    = strings.Split("- q|?|& a|a: b|x #c|[a|*a|[a,]|{a: }|-|--|- |!x|%a|x:|\"a\\n\"|{a: b} c|'a' #b|\"a|#c|---|...|\t|- - a|? a|\"a\": b|a : b|<<: a|a:b", "|")
	composedKeys   = strings.Split("a|b|id|name|null|a-b|c1|_|y|no", "|")
)

// compose puts a text together line by line, so that it is plain as often as not, and if not then nearly. choose gives a number below n.
func compose(choose func(n int) int) []byte {
	one := func(of []string) string { return of[choose(len(of))] }
	values := append(composedValues, "|", "|-")
	value := func() string {
		if choose(16) == 15 {
			return one(append(composedOdd, "|+", "|\n", "|2"))
		}
		return one(values)
	}
	key := func() string {
		if choose(24) == 23 {
			return one([]string{"Đ", "1", "-a"})
		}
		return one(composedKeys)
	}
	var b strings.Builder
	indent, end := 0, []string{"\n", "\n", "\n", "\r\n"}[choose(4)]
	for range 1 + choose(10) {
		indent = max(0, indent+[...]int{0, 0, 0, 0, 0, 0, 2, 2, 2, -2, -2, -4, -10, 1, 3}[choose(15)])
		b.WriteString(strings.Repeat(" ", indent))
		switch choose(14) {
		case 0:
			b.WriteString(one([]string{"#", "#c", "# c", "## c"}))
		case 1: // nothing
		case 2:
			b.WriteString(value())
		case 3, 4:
			b.WriteString("- " + value())
		case 5:
			b.WriteString("- " + strings.Repeat(" ", choose(2)) + key() + ": " + value())
			indent += 2
		case 6:
			b.WriteString(key() + ":")
			indent += 2
		default:
			b.WriteString(key() + ": " + value())
		}
		b.WriteString(end)
		if long := strings.TrimSuffix(b.String(), end); choose(8) > 0 && (strings.HasSuffix(long, ">-") || strings.HasSuffix(long, "|") || strings.HasSuffix(long, ">")) {
			for range 1 + choose(3) {
				b.WriteString(strings.Repeat(" ", indent+2+max(0, choose(12)-10)) + one([]string{"x", "y  ", "Đỗ: z", "# c", "- a", "\"q", "b: c"}) + end)
			}
			b.WriteString(strings.Repeat(strings.Repeat(" ", choose(indent+4))+end, max(0, choose(8)-6)))
		}
	}
	text := b.String()
	if choose(6) == 0 {
		text = strings.TrimSuffix(text, end)
	}
	return []byte(text)
}

// TestPlainComposed: of many texts that are plain or nearly so, nothing is read otherwise than yaml.v3 does. PLAIN_SECONDS makes it go on.
func TestPlainComposed(t *testing.T) {
	seconds, _ := strconv.Atoi(os.Getenv("PLAIN_SECONDS"))
	seed, _ := strconv.Atoi(os.Getenv("PLAIN_SEED"))
	r := rand.New(rand.NewPCG(uint64(seed), 6))
	texts, plain := 0, 0
	for start := time.Now(); texts < 20_000 || time.Since(start) < time.Duration(seconds)*time.Second; texts++ {
		b := compose(r.IntN)
		if agree(t, b) {
			if plain++; plain%20 == 0 {
				sameParts(t, b)
			}
		}
	}
	t.Logf("%d texts, %d of them plain", texts, plain)
	if plain < texts/25 {
		t.Error("so few are plain that little is tried")
	}
}

// FuzzPlain holds the plain reader to yaml.v3 on any bytes, and on texts composed by what the bytes choose.
func FuzzPlain(f *testing.F) {
	for _, s := range slices.Concat(plainTexts, oddTexts) {
		f.Add([]byte(s))
	}
	names, _ := filepath.Glob("../../data/*.yaml")
	rolls, _ := filepath.Glob("../../data/awards/*.yaml")
	for _, name := range append(names, rolls...) {
		if b, err := os.ReadFile(name); err == nil {
			f.Add(b[:bytes.LastIndexByte(b[:min(len(b), 1500)], '\n')+1])
		}
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		rest := b
		choose := func(n int) int {
			if len(rest) == 0 {
				return 0
			}
			c := int(rest[0])
			rest = rest[1:]
			return c % n
		}
		for _, text := range [][]byte{b, compose(choose)} {
			if agree(t, text) {
				sameParts(t, text)
			}
		}
	})
}

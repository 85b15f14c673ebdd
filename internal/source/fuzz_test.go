package source

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
	"unicode/utf8"

	"bangvang/internal/diag"
	"bangvang/internal/viet"
)

// FuzzRead reads any bytes as each kind of file: it must not panic, must place every problem and value inside of the file,
// and say the same twice.
func FuzzRead(f *testing.F) {
	real, _ := filepath.Glob("../../data/*.yaml")
	translated, _ := filepath.Glob("../../data/i18n/*.yaml")
	for _, name := range append(real, translated...) {
		if b, err := os.ReadFile(name); err == nil {
			f.Add(b[:min(len(b), 2000)])
		}
	}
	for _, s := range []string{
		"- id: &a x\n  name: *a\n  <<: *a\n", "- - - - a", "? [a]\n: b", "a: |\n\tb", "%YAML 1.2\n---\na", "- !!binary x", "\xff", "\ufeff- a: \u200b",
		"- id: a\n---\n- id: b", "{a: [}", "- id: a #b\n  name: #c", "---\ntitle: x\n---\nbody", "a: \"\\u0000\"", "- id: a\u00a0\n \u00a0 name: b",
		"# a\n/ 2018-12-01\n/a/ 2018\r\n<<<<<<< x\n/a/ \n# hết: 99999999999999999999 địa chỉ\n", "/b/ 1\n/a/ 1\n# hết: 2 địa chỉ",
		"targets: {a: {name: b}, a: ~, \"\": c}\nmeasures:\n  xã: {one: commune, other: communes}\n  tấn: tonnes\n  \"%\":\ninterface: {menu: *a, <<: {a: b}, ? [x] : y}",
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		for _, name := range []string{"data/campaign.yaml", "data/units.yaml", "data/awards/a.yaml", "data/i18n/en.yaml", "data/moved.yaml", "data/urls.lock", "content/a.md", "content/dien-hinh/a.md"} {
			fsys := tree(map[string]string{name: string(b)})
			got, problems := read(t, fsys)
			again, same := read(t, fsys)
			if problems != same || len(got.Units) != len(again.Units) {
				t.Fatalf("%s: not the same twice:\n%s\n%s", name, problems, same)
			}
			_, list, _ := Read(fsys)
			for _, p := range list.Sorted() {
				inside(t, p.Place, b)
			}
			for _, u := range got.Units {
				for _, v := range append(u.Aliases, u.ID, u.Name, u.Kind, u.Order) {
					sound(t, v, b)
				}
			}
			for _, l := range got.Translations {
				for _, m := range l.Measures {
					for _, v := range []Value{m.Of, m.One, m.Other} {
						sound(t, v, b)
					}
				}
				for _, p := range l.Words {
					sound(t, p.Of, b)
					sound(t, p.Text, b)
				}
			}
			for _, r := range got.Rolls {
				sound(t, r.Decision, b)
			}
		}
	})
}

func sound(t *testing.T, v Value, b []byte) {
	if !v.Given() {
		return
	}
	if !utf8.ValidString(v.Text) || !viet.IsNFC(v.Text) {
		t.Errorf("value %q is not NFC", v.Text)
	}
	if v.Place.Line == 0 || v.Place.Col == 0 {
		t.Errorf("value %q has no place", v.Text)
	}
	inside(t, v.Place, b)
}

func inside(t *testing.T, p diag.Place, b []byte) {
	lines := bytes.Split(b, []byte("\n"))
	if p.Line < 0 || p.Col < 0 || int(p.Line) > len(lines)+1 {
		t.Errorf("place %v is outside of %d lines", p, len(lines))
	}
}

// FuzzSuspects: whatever the lines are, no more is suspected than may be told, and each suspect stands on a line, says what is wrong and
// what to do.
func FuzzSuspects(f *testing.F) {
	for _, s := range []string{
		"- id: a\n  name: \"b\n  - c: [d, {e: 'f\n", "a: [{b: \"c\n d\", e: @\n}] f\n", "– a\n-b\nc d\ne=f\n%g\n...\n<<<<<<< h\n", "a: >-\nb\n", "\"a\": b: c\n'd' : e\n",
		"a:\n- b\n - c\nd: | e\n", "? a\n: b\n- - - c: d\n    e: f\n", "a: &b\n  c: *d e\n", "a: \"\\d\"\n", "{]}", "a：b\n//\n#\n",
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		lines := bytes.Split(b, []byte("\n"))
		for _, s := range suspects(b) {
			if s.line < 1 || s.line > len(lines) || s.col < 1 || s.col > utf8.RuneCount(lines[s.line-1])+1 || s.text == "" || s.hint == "" {
				t.Errorf("%+v of %q", s, b)
			}
		}
	})
}

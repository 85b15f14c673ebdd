package schema

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"bangvang/internal/source"
)

// shapes are those of all records of the data, by name.
func shapes() map[string]*source.Shape {
	out := map[string]*source.Shape{}
	var walk func(*source.Shape)
	walk = func(s *source.Shape) {
		out[s.Name] = s
		for i := range s.Keys {
			if of := s.Keys[i].Of; of != nil {
				walk(of)
			}
		}
	}
	for _, f := range source.DataFiles() {
		walk(f.Shape)
	}
	walk(source.ArticleFront())
	walk(source.StoryFront())
	return out
}

// TestKeysTold: every record of the data and every key of it has a line in keys.txt, and nothing else has.
func TestKeysTold(t *testing.T) {
	all := shapes()
	if len(all) < 40 {
		t.Fatalf("%d records", len(all))
	}
	for name, s := range all {
		r := records[name]
		if r == nil || len(r.says) < 10 {
			t.Errorf("%s is not in keys.txt", name)
			continue
		}
		for i := range s.Keys {
			if says := r.keys[s.Keys[i].Name]; len(says) < 5 || !strings.HasSuffix(says, ".") && !strings.HasSuffix(says, " …") {
				t.Errorf("%s: key %q is not told in a sentence: %q", name, s.Keys[i].Name, says)
			}
		}
		for key := range r.keys {
			if s.Key(key) == nil {
				t.Errorf("keys.txt tells of %s.%s, which no reader knows", name, key)
			}
		}
	}
	for name := range records {
		if all[name] == nil {
			t.Errorf("keys.txt tells of a record %s, which no reader knows", name)
		}
	}
	if got := len(told("A  một\n  x  Hai ba.\n\n# bốn\nB  năm\n")); got != 2 {
		t.Errorf("%d records read", got)
	}
}

// TestSameAsReader: what a schema takes is what the reader takes: the same keys in the same mappings, the same of them required, nothing else.
func TestSameAsReader(t *testing.T) {
	for _, f := range source.DataFiles() {
		s := ofFile(&f)
		n := read(t, &s)
		if f.List {
			if n["type"] != "array" {
				t.Errorf("%s is no list", f.Name)
			}
			n = n["items"].(map[string]any)
		}
		hold(t, f.Name, n, f.Shape, true)
		if len(s.Paths) == 0 {
			t.Errorf("%s is of no file", f.Name)
		}
	}
}

func read(t *testing.T, s *Schema) map[string]any {
	t.Helper()
	var b bytes.Buffer
	if err := s.Write(&b); err != nil {
		t.Fatal(err)
	}
	var n map[string]any
	if err := json.Unmarshal(b.Bytes(), &n); err != nil {
		t.Fatal(err)
	}
	return n
}

// hold holds a mapping to a shape.
func hold(t *testing.T, where string, n map[string]any, s *source.Shape, whole bool) {
	t.Helper()
	if n["type"] != "object" || n["additionalProperties"] != false || n["description"] == nil {
		t.Errorf("%s: %v, closed: %v", where, n["type"], n["additionalProperties"])
	}
	keys, _ := n["properties"].(map[string]any)
	var want, required []string
	for i := range s.Keys {
		k := &s.Keys[i]
		want = append(want, k.Name)
		if k.Required && whole {
			required = append(required, k.Name)
		}
		holdKey(t, where+"."+k.Name, keys[k.Name].(map[string]any), k)
	}
	slices.Sort(want)
	if got := slices.Sorted(maps.Keys(keys)); !slices.Equal(got, want) {
		t.Errorf("%s has the keys %v, the reader %v", where, got, want)
	}
	if got := fmt.Sprint(n["required"]); got != fmt.Sprint(required) && !(len(required) == 0 && n["required"] == nil) {
		t.Errorf("%s must have %v, to the reader %v", where, got, required)
	}
}

func holdKey(t *testing.T, where string, n map[string]any, k *source.Key) {
	t.Helper()
	if n["description"] == nil {
		t.Errorf("%s is not described", where)
	}
	switch k.Kind {
	case source.TextsKey, source.ListKey:
		if n["type"] != "array" {
			t.Errorf("%s is no list", where)
		}
		if k.Kind == source.ListKey {
			hold(t, where, n["items"].(map[string]any), k.Of, true)
		}
	case source.MappingKey:
		hold(t, where, n, k.Of, true)
	case source.TableKey:
		of := n["additionalProperties"].(map[string]any)
		if several, ok := of["anyOf"].([]any); ok {
			of = several[1].(map[string]any)
		}
		if !k.Of.Only() {
			hold(t, where, of, k.Of, false)
		}
	default:
		if n["type"] == "object" || n["type"] == "array" || n["type"] == nil {
			t.Errorf("%s is %v, to the reader a text", where, n["type"])
		}
	}
}

// TestNames: every schema has a name of its own, a title, and the settings name each that is of files.
func TestNames(t *testing.T) {
	var b bytes.Buffer
	if err := Settings(&b, ".bangvang/schema"); err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for _, s := range All() {
		n := read(t, &s)
		if seen[s.Name] || s.Title == "" || n["$schema"] != draft {
			t.Errorf("%q twice, or without a title or dialect", s.Name)
		}
		seen[s.Name] = true
		if strings.Contains(b.String(), `"./.bangvang/schema/`+s.File()+`"`) != (len(s.Paths) > 0) {
			t.Errorf("settings and %s differ:\n%s", s.Name, b.String())
		}
	}
	for _, name := range []string{"awards", "i18n", "story", "check"} {
		if !seen[name] {
			t.Errorf("no schema of %s", name)
		}
	}
	s := ofFile(&source.DataFiles()[2])
	if got := s.Modeline("../.bangvang/schema"); got != "# yaml-language-server: $schema=../.bangvang/schema/areas.json" {
		t.Error(got)
	}
}

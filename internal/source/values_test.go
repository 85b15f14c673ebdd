package source

import (
	"os"
	"reflect"
	"testing"
)

// TestValues holds the walk over shapes to one over the records themselves, which knows nothing of shapes: no text is passed by.
func TestValues(t *testing.T) {
	tree, problems, err := Read(os.DirFS("../.."))
	if err != nil || problems.Failed(false) {
		t.Fatal(err)
	}
	want := map[Value]int{}
	var walk func(v reflect.Value)
	walk = func(v reflect.Value) {
		switch {
		case v.Type() == valueType:
			if one := v.Interface().(Value); one.Given() {
				want[one]++
			}
		case v.Kind() == reflect.Pointer && !v.IsNil():
			walk(v.Elem())
		case v.Kind() == reflect.Slice:
			for i := range v.Len() {
				walk(v.Index(i))
			}
		case v.Kind() == reflect.Struct:
			for i := range v.NumField() {
				walk(v.Field(i))
			}
		}
	}
	tree.Lock = nil // the machine's
	for i := range tree.Translations {
		tree.Translations[i].Lang = Value{} // a file's name
	}
	walk(reflect.ValueOf(*tree))
	if len(want) < 1000 {
		t.Fatalf("%d values", len(want))
	}
	for _, s := range tree.Sheets() {
		s.Values(func(_, _ string, v Value) { want[v]-- })
	}
	for v, n := range want {
		if n != 0 {
			t.Errorf("%s: %q visited %d times too few", v.Place, v.Text, n)
		}
	}
}

package source

import (
	"reflect"
	"sync"
)

// Sheet is the values of one file, or of files that are joined.
type Sheet struct {
	shape *Shape
	at    reflect.Value // a record, a pointer to one or a list of them
	found *finding
}

// finding is what was found out of a file.
type finding struct {
	once sync.Once
	what any
}

// Sheets are all values of data/ and of the front matter of content/ that were read.
func (t *Tree) Sheets() []*Sheet {
	out, tree := t.sheets[:len(t.sheets):len(t.sheets)], reflect.ValueOf(t).Elem()
	for i := range dataFiles {
		if f := &dataFiles[i]; f.Joined() {
			out = append(out, &Sheet{f.Shape, tree.Field(f.field), &finding{}})
		}
	}
	return out
}

// Values visits every text, in no order that means anything: shape and key say what it is ("Award", "citation"); a free key of a table and a text
// alone come with key "".
func (s *Sheet) Values(visit func(shape, key string, v Value)) { valuesIn(s.shape, s.at, visit) }

// Found is what somebody finds out of the values alone: looked for once, for as long as the file stays as it is.
func (s *Sheet) Found(look func() any) any {
	s.found.once.Do(func() { s.found.what = look() })
	return s.found.what
}

// valuesIn visits the values of a record, of what a pointer points to, or of each of a list.
func valuesIn(s *Shape, v reflect.Value, visit func(shape, key string, v Value)) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			valuesIn(s, v.Elem(), visit)
		}
		return
	case reflect.Slice:
		for i := range v.Len() {
			valuesIn(s, v.Index(i), visit)
		}
		return
	}
	for _, own := range [...]int{s.free, s.alone} {
		if own >= 0 {
			given(s, "", *v.Field(own).Addr().Interface().(*Value), visit)
		}
	}
	for i := range s.Keys {
		k := &s.Keys[i]
		switch field := v.Field(k.field); {
		case k.Of != nil:
			valuesIn(k.Of, field, visit)
		case k.Kind == TextsKey:
			for _, one := range *field.Addr().Interface().(*[]Value) {
				given(s, k.Name, one, visit)
			}
		case k.field != s.alone:
			given(s, k.Name, *field.Addr().Interface().(*Value), visit)
		}
	}
}

func given(s *Shape, key string, v Value, visit func(shape, key string, v Value)) {
	if v.Given() {
		visit(s.Name, key, v)
	}
}

package source

import "reflect"

// Values visits every text of data/ and of the front matter of content/, in no order that means anything: shape and key say what it is
// ("Award", "citation"); a free key of a table and a text alone come with key "".
func (t *Tree) Values(visit func(shape, key string, v Value)) {
	tree := reflect.ValueOf(t).Elem()
	for _, f := range dataFiles {
		valuesIn(f.Shape, tree.Field(f.field), visit)
	}
	for i := range t.Articles {
		valuesIn(articleShape, reflect.ValueOf(&t.Articles[i]), visit)
	}
	for i := range t.Stories {
		valuesIn(storyShape, reflect.ValueOf(&t.Stories[i]), visit)
	}
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

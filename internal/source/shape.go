package source

import (
	"fmt"
	"reflect"
	"strings"
)

// KeyKind is what stands behind a key.
type KeyKind uint8

// The kinds of keys.
const (
	TextKey    KeyKind = iota // a scalar: Value
	TextsKey                  // a list of scalars: []Value
	MappingKey                // one mapping: a record, or a pointer to one if it is optional
	ListKey                   // a list of mappings: a slice of records
	TableKey                  // a mapping whose keys are free: a slice of records, of which one field holds the key
)

// Key is one key of a mapping. Of is the shape of what it holds, for MappingKey, ListKey and TableKey.
type Key struct {
	Name     string
	Kind     KeyKind
	Required bool
	Of       *Shape

	field   int    // index of the record's field
	pointer bool   // the field is a pointer to the record
	what    string // what a problem calls it
}

// Shape is the keys that a mapping may have, in the order of its record's fields. It is read from the tags of a record once.
//
// A tag is the key's name, with "?" after it if the key is optional, or "=" if a text alone, in place of the mapping, is its value.
// "*" is no key: the field holds the free key under which the record stands in a table. "=" by itself is the text of a record that is
// nothing but one.
type Shape struct {
	Name string // the record's Go name: "Award"
	Keys []Key

	record reflect.Type
	byName map[string]int // index into Keys
	names  []string
	place  int // index of the field Place
	free   int // index of the field that holds the free key, or -1
	alone  int // index of the field that a text alone fills, or -1
}

// Key finds a key by name, or gives nil.
func (s *Shape) Key(name string) *Key {
	i, ok := s.byName[name]
	if !ok {
		return nil
	}
	return &s.Keys[i]
}

var (
	valueType  = reflect.TypeFor[Value]()
	valuesType = reflect.TypeFor[[]Value]()
)

// shapeOf reads the tags of a record. A tag that makes no sense is a fault of this package: it panics.
func shapeOf(record reflect.Type) *Shape {
	place, ok := record.FieldByName("Place")
	if !ok {
		panic(fmt.Sprintf("source: %s has no Place", record))
	}
	s := &Shape{Name: record.Name(), record: record, byName: map[string]int{}, place: place.Index[0], free: -1, alone: -1}
	for i := range record.NumField() {
		tag, ok := record.Field(i).Tag.Lookup("key")
		if !ok {
			continue
		}
		if tag == "*" {
			s.free = i
			continue
		}
		tag, alone := strings.CutSuffix(tag, "=")
		if alone {
			s.alone = i
		}
		if tag == "" {
			continue
		}
		name, optional := strings.CutSuffix(tag, "?")
		k := Key{Name: name, Required: !optional, field: i, what: fmt.Sprintf("khoá %q", name)}
		k.is(record.Field(i).Type)
		s.byName[name] = len(s.Keys)
		s.names = append(s.names, name)
		s.Keys = append(s.Keys, k)
	}
	return s
}

// is tells the key what its field's type makes it.
func (k *Key) is(field reflect.Type) {
	switch {
	case field == valueType:
		k.Kind = TextKey
	case field == valuesType:
		k.Kind = TextsKey
	case field.Kind() == reflect.Slice:
		k.Kind, k.Of = ListKey, shapeOf(field.Elem())
		if k.Of.free >= 0 {
			k.Kind = TableKey
		}
	case field.Kind() == reflect.Pointer:
		k.Kind, k.Of, k.pointer = MappingKey, shapeOf(field.Elem()), true
	case field.Kind() == reflect.Struct:
		k.Kind, k.Of = MappingKey, shapeOf(field)
	default:
		panic(fmt.Sprintf("source: a key cannot be of %s", field))
	}
}

// Alone tells whether a text alone may stand in place of the mapping.
func (s *Shape) Alone() bool { return s.alone >= 0 }

// Only tells whether the record is nothing but a text.
func (s *Shape) Only() bool { return s.alone >= 0 && len(s.Keys) == 0 }

// Package digest tells by one number whether two values are the same, all that they hold and point to included: what is made of equal values by
// the same program is equal, and need not be made again.
//
// It knows Go's kinds of values. Structs count with all their fields, unexported ones too, interfaces with the type of what they hold, maps in
// the order of their keys; nil differs from what is empty only for pointers and interfaces. A pointer counts by what it points to, which is
// looked at once for each [Book]: nothing that a Book has seen may be changed while it is used. Fields that are [Untold] are left out. What has no content that can be compared
// (functions, channels), or holds itself, has no Sum.
//
// It must never know: what the values mean.
package digest

import (
	"crypto/sha256"
	"encoding/binary"
	"math"
	"reflect"
	"slices"
	"strings"
	"sync"
	"unsafe"
)

// Sum is the number of a value, SHA-256 over how it is noted here.
type Sum = [sha256.Size]byte

// Of is the Sum of values, in their order; false if one of them has none.
func Of(values ...any) (Sum, bool) { return new(Book).Of(values...) }

// A Book remembers the Sums of what was pointed to. The zero Book is ready; several goroutines may use it at once.
type Book struct {
	known sync.Map // of seen → Sum; nil where there is none
}

// seen is what a pointer leads to, of which type: a struct and its first field lie in the same place.
type seen struct {
	at unsafe.Pointer // holds what is there, so that nothing else can come to lie in its place
	of reflect.Type
}

// Of is the Sum of values, in their order; false if one of them has none.
func (b *Book) Of(values ...any) (Sum, bool) {
	n := noter{book: b}
	for _, v := range values {
		if !n.typed(reflect.ValueOf(v)) {
			return Sum{}, false
		}
	}
	return sha256.Sum256(n.out), true
}

// Untold is what counts for nothing: where a value came from, say, which is never written.
type Untold interface{ Untold() }

var untold = reflect.TypeFor[Untold]()

// tellings are the fields of structs that count, by type.
var tellings sync.Map // of reflect.Type → []int

func told(t reflect.Type) []int {
	if fields, ok := tellings.Load(t); ok {
		return fields.([]int)
	}
	fields := []int{}
	for i := range t.NumField() {
		if f := t.Field(i).Type; !f.Implements(untold) && !(f.Kind() == reflect.Slice && f.Elem().Implements(untold)) {
			fields = append(fields, i)
		}
	}
	tellings.Store(t, fields)
	return fields
}

// noter writes a value so that no other is written alike.
type noter struct {
	book *Book
	out  []byte
	open []seen // the pointers that lead here
}

func (n *noter) number(v uint64) { n.out = binary.AppendUvarint(n.out, v) }

func (n *noter) text(s string) {
	n.number(uint64(len(s)))
	n.out = append(n.out, s...)
}

// typed notes a value with its type, as an interface holds it.
func (n *noter) typed(v reflect.Value) bool {
	if !v.IsValid() {
		n.number(0)
		return true
	}
	n.text(v.Type().String()) // never empty
	return n.value(v)
}

func (n *noter) value(v reflect.Value) bool {
	switch v.Kind() {
	case reflect.String:
		n.text(v.String())
	case reflect.Bool:
		n.out = append(n.out, '0')
		if v.Bool() {
			n.out[len(n.out)-1] = '1'
		}
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		n.out = binary.AppendVarint(n.out, v.Int())
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr:
		n.number(v.Uint())
	case reflect.Float32, reflect.Float64:
		n.number(math.Float64bits(v.Float()))
	case reflect.Interface:
		return n.typed(v.Elem())
	case reflect.Pointer:
		return n.pointer(v)
	case reflect.Struct:
		for _, i := range told(v.Type()) {
			if !n.value(v.Field(i)) {
				return false
			}
		}
	case reflect.Slice, reflect.Array:
		return n.list(v)
	case reflect.Map:
		return n.table(v)
	default:
		return v.Kind() == reflect.Func && v.IsNil() // a function that there is not
	}
	return true
}

func (n *noter) list(v reflect.Value) bool {
	n.number(uint64(v.Len()))
	if v.Kind() == reflect.Slice && v.Type().Elem().Kind() == reflect.Uint8 {
		n.out = append(n.out, v.Bytes()...)
		return true
	}
	for i := range v.Len() {
		if !n.value(v.Index(i)) {
			return false
		}
	}
	return true
}

// table notes a map, its entries in the order of how they are noted.
func (n *noter) table(v reflect.Value) bool {
	entries := make([]string, 0, v.Len())
	for at := v.MapRange(); at.Next(); {
		e := noter{book: n.book, open: n.open}
		if !e.value(at.Key()) || !e.value(at.Value()) {
			return false
		}
		entries = append(entries, string(e.out))
	}
	slices.SortFunc(entries, strings.Compare)
	n.number(uint64(len(entries)))
	for _, e := range entries {
		n.text(e)
	}
	return true
}

// pointer notes the Sum of what a pointer leads to.
func (n *noter) pointer(v reflect.Value) bool {
	if v.IsNil() {
		n.out = append(n.out, 0)
		return true
	}
	n.out = append(n.out, 1)
	at := seen{v.UnsafePointer(), v.Type()}
	sum, ok := n.book.known.Load(at)
	if !ok {
		if slices.Contains(n.open, at) {
			return false
		}
		inner := noter{book: n.book, open: append(n.open, at)}
		sum = (*Sum)(nil)
		if inner.value(v.Elem()) {
			s := Sum(sha256.Sum256(inner.out))
			sum = &s
		}
		n.book.known.Store(at, sum)
	}
	s := sum.(*Sum)
	if s == nil {
		return false
	}
	n.out = append(n.out, s[:]...)
	return true
}

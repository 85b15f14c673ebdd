package stencil

import (
	"fmt"
	"reflect"
)

// builtin is a function of the language of templates.
func builtin(name string, args []argument) expr {
	switch n := len(args); {
	case name == "and" && n > 0:
		return first(args, false)
	case name == "or" && n > 0:
		return first(args, true)
	case name == "not" && n == 1:
		return func(r *run) val { return truthOf(!args[0].value(r).truth()) }
	case name == "eq" && n == 2:
		return func(r *run) val { return truthOf(same(args[0].value(r), args[1].value(r))) }
	case name == "ne" && n == 2:
		return func(r *run) val { return truthOf(!same(args[0].value(r), args[1].value(r))) }
	case name == "lt" && n == 2:
		return func(r *run) val { return truthOf(whole(args[0].value(r)) < whole(args[1].value(r))) }
	case name == "gt" && n == 2:
		return func(r *run) val { return truthOf(whole(args[0].value(r)) > whole(args[1].value(r))) }
	case name == "len" && n == 1:
		return func(r *run) val { return val{v: reflect.ValueOf(length(args[0].value(r)))} }
	case name == "index" && n == 2:
		return func(r *run) val { return laidOpen(at(args[0].value(r), args[1].value(r))) }
	case name == "print":
		return func(r *run) val {
			given := r.given(args)
			text := fmt.Sprint(given...)
			r.forget(given)
			return val{text: text, kind: plain}
		}
	}
	return fail
}

var no, yes = reflect.ValueOf(false), reflect.ValueOf(true)

func truthOf(is bool) val {
	if is {
		return val{v: yes}
	}
	return val{v: no}
}

// first is the first argument that is true, or not; the last if there is none.
func first(args []argument, is bool) expr {
	return func(r *run) (x val) {
		for _, a := range args {
			if x = a.value(r); x.truth() == is {
				break
			}
		}
		return x
	}
}

// same compares texts, whole numbers and truths.
func same(a, b val) bool {
	a, b = basic(a), basic(b)
	s, text := a.words()
	t, too := b.words()
	switch {
	case text && too:
		return s == t
	case text || too:
		panic(fault{})
	case a.v.Kind() == reflect.Bool && b.v.Kind() == reflect.Bool:
		return a.v.Bool() == b.v.Bool()
	}
	return whole(a) == whole(b)
}

func whole(x val) int64 {
	if x = basic(x); x.kind != 0 || !x.v.CanInt() {
		panic(fault{})
	}
	return x.v.Int()
}

func length(x val) int {
	if x.kind != 0 {
		return len(x.text)
	}
	switch v := basic(x).v; v.Kind() {
	case reflect.String, reflect.Slice, reflect.Array, reflect.Map:
		return v.Len()
	}
	panic(fault{})
}

// at is what a list has at a place.
func at(list, place val) val {
	i := whole(place)
	if list = basic(list); list.kind == 0 && (list.v.Kind() == reflect.Slice || list.v.Kind() == reflect.Array) && i >= 0 && i < int64(list.v.Len()) {
		return val{v: list.v.Index(int(i))}
	}
	panic(fault{})
}

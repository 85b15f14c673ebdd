package stencil

import (
	"html/template"
	"reflect"
)

// Quick calls a function without reflection.
type Quick struct {
	call  func(text string) (string, error)
	add   func(to []byte, text string, given []any) ([]byte, error) // in place of call: appends what it gives
	kind  kind
	takes reflect.Type // the type of the text; nil if it takes none
	named bool         // it takes a template's name, and anything else
	value func() reflect.Value
	plain any // see Plain
}

// Text is a function from one text to another, of whatever types.
func Text[From, To ~string](f func(From) (To, error)) Quick {
	return Quick{
		call:  func(s string) (string, error) { t, err := f(From(s)); return string(t), err },
		kind:  kindOf(reflect.TypeFor[To]()),
		takes: reflect.TypeFor[From](),
		plain: f,
	}
}

// Words is one that cannot fail.
func Words[From, To ~string](f func(From) To) Quick {
	return Text(func(s From) (To, error) { return f(s), nil })
}

// Says is one that takes nothing.
func Says[To ~string](f func() To) Quick {
	return Quick{call: func(string) (string, error) { return string(f()), nil }, kind: kindOf(reflect.TypeFor[To]()), plain: f}
}

// Gives is one that takes nothing and gives something else.
func Gives[To any](f func() To) Quick {
	return Quick{value: func() reflect.Value { return reflect.ValueOf(f()) }, plain: f}
}

// Adds is Text for a function that appends what it gives.
func Adds[To, From ~string](f func(to []byte, text From) ([]byte, error)) Quick {
	return Quick{
		add:   func(to []byte, text string, _ []any) ([]byte, error) { return f(to, From(text)) },
		kind:  kindOf(reflect.TypeFor[To]()),
		takes: reflect.TypeFor[From](),
		plain: func(s From) (To, error) { b, err := f(nil, s); return To(b), err },
	}
}

// Tells is Says for such a function.
func Tells[To ~string](f func(to []byte) []byte) Quick {
	return Quick{
		add:   func(to []byte, _ string, _ []any) ([]byte, error) { return f(to), nil },
		kind:  kindOf(reflect.TypeFor[To]()),
		plain: func() To { return To(f(nil)) },
	}
}

// Part is for a function that is told the name of a template and appends what that says of what it is given besides.
func Part(f func(to []byte, name string, given []any) ([]byte, error)) Quick {
	return Quick{
		add:   func(to []byte, _ string, given []any) ([]byte, error) { return f(to, given[0].(string), given[1:]) },
		kind:  markup,
		named: true,
		plain: func(name string, given ...any) (template.HTML, error) {
			b, err := f(nil, name, given)
			return template.HTML(b), err
		},
	}
}

// Plain is the function as html/template calls it.
func (q Quick) Plain() any { return q.plain }

// kindOf is that of a text of a type; 0 of a type that may not be taken for a plain text.
func kindOf(t reflect.Type) kind {
	switch {
	case t == htmlType:
		return markup
	case t == attrType:
		return attribute
	case t == stringType:
		return plain
	}
	return 0
}

// function is what one gives: of the language of templates or of those that they were made with.
func (c *compiler) function(name string, args []argument) expr {
	f, own := c.functions[name]
	if !own {
		return builtin(name, args)
	}
	if q, ok := c.quick[name]; ok && (q.kind != 0 || q.value != nil) {
		return q.of(args)
	}
	if f, ok := f.(func(...any) (map[string]any, error)); ok {
		return func(r *run) val {
			given := r.given(args)
			m, err := f(given...)
			r.forget(given)
			if err != nil {
				panic(fault{})
			}
			return val{v: reflect.ValueOf(m)}
		}
	}
	return reflected(reflect.ValueOf(f), args)
}

// of is a quick function of what it is given.
func (q Quick) of(args []argument) expr {
	if q.add != nil {
		add := q.adding(args)
		return func(r *run) val { return val{text: string(add(r, nil)), kind: q.kind} }
	}
	if q.takes == nil {
		if len(args) != 0 {
			return fail
		}
		if q.value != nil {
			return func(*run) val { return val{v: q.value()} }
		}
		return func(*run) val { return q.text("") }
	}
	if len(args) != 1 {
		return fail
	}
	return func(r *run) val { return q.text(q.from(r, args[0])) }
}

func (q Quick) text(of string) val {
	s, err := q.call(of)
	if err != nil {
		panic(fault{})
	}
	return val{text: s, kind: q.kind}
}

// from is an argument as the text that a function takes.
func (q Quick) from(r *run, a argument) string {
	x := basic(a.value(r))
	s, is := x.words()
	if !is || a.written == nil && (x.kind == 0 && x.v.Type() != q.takes || x.kind != 0 && kindOf(q.takes) != x.kind) {
		panic(fault{})
	}
	return s
}

// adding appends what a function gives.
type adding func(r *run, to []byte) []byte

func (q Quick) adding(args []argument) adding {
	switch {
	case q.named:
		return q.part(args)
	case q.takes == nil && len(args) == 0:
		return func(r *run, to []byte) []byte { return q.added(to, "", nil) }
	case q.takes != nil && len(args) == 1:
		return func(r *run, to []byte) []byte { return q.added(to, q.from(r, args[0]), nil) }
	}
	return notAdded
}

func (q Quick) part(args []argument) adding {
	if len(args) == 0 {
		return notAdded
	}
	if _, named := args[0].written.(string); !named {
		return notAdded
	}
	return func(r *run, to []byte) []byte {
		given := r.given(args)
		to = q.added(to, "", given)
		r.forget(given)
		return to
	}
}

func notAdded(*run, []byte) []byte { panic(fault{}) }

func (q Quick) added(to []byte, text string, given []any) []byte {
	to, err := q.add(to, text, given)
	if err != nil {
		panic(fault{})
	}
	return to
}

// given are arguments as they are given to a function that takes anything, until it has and they are forgotten.
func (r *run) given(args []argument) []any {
	n := len(r.boxes)
	for _, a := range args {
		x := a.written
		if x == nil {
			x = a.value(r).given()
		}
		r.boxes = append(r.boxes, x)
	}
	return r.boxes[n:len(r.boxes):len(r.boxes)]
}

func (r *run) forget(given []any) {
	n := len(r.boxes) - len(given)
	clear(r.boxes[n:])
	r.boxes = r.boxes[:n]
}

// reflected calls any function.
func reflected(f reflect.Value, args []argument) expr {
	t := f.Type()
	if t.IsVariadic() || t.NumIn() != len(args) {
		return fail
	}
	return func(r *run) val {
		in := make([]reflect.Value, len(args))
		for i, a := range args {
			in[i] = fit(a.value(r), t.In(i), a.written != nil)
		}
		return laidOpen(called(f, in))
	}
}

// fit is a value as one of a type.
func fit(x val, t reflect.Type, written bool) reflect.Value {
	v := x.value()
	switch {
	case !v.IsValid():
		panic(fault{})
	case v.Type() == t, v.Type().AssignableTo(t):
		return v
	case written && v.Kind() == t.Kind():
		return v.Convert(t)
	case v.CanAddr() && reflect.PointerTo(v.Type()).AssignableTo(t):
		return v.Addr()
	case v.Kind() == reflect.Pointer && !v.IsNil() && v.Type().Elem().AssignableTo(t):
		return v.Elem()
	case v.Kind() == reflect.Interface && !v.IsNil():
		return fit(val{v: v.Elem()}, t, false)
	}
	panic(fault{})
}

package stencil

import (
	"html/template"
	"reflect"
)

// Quick calls a function without reflection.
type Quick struct {
	call  func(text string) (string, error)
	kind  kind
	takes reflect.Type // the type of the text; nil if it takes none
	value func() reflect.Value
}

// Text is a function from one text to another, of whatever types.
func Text[From, To ~string](f func(From) (To, error)) Quick {
	return Quick{
		call:  func(s string) (string, error) { t, err := f(From(s)); return string(t), err },
		kind:  kindOf(reflect.TypeFor[To]()),
		takes: reflect.TypeFor[From](),
	}
}

// Words is one that cannot fail.
func Words[From, To ~string](f func(From) To) Quick {
	return Text(func(s From) (To, error) { return f(s), nil })
}

// Says is one that takes nothing.
func Says[To ~string](f func() To) Quick {
	return Quick{call: func(string) (string, error) { return string(f()), nil }, kind: kindOf(reflect.TypeFor[To]())}
}

// Gives is one that takes nothing and gives something else.
func Gives[To any](f func() To) Quick {
	return Quick{value: func() reflect.Value { return reflect.ValueOf(f()) }}
}

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
	switch f := f.(type) {
	case func(string, ...any) (template.HTML, error):
		return c.spoken(args, 1, func(given []any) (template.HTML, error) { return f(given[0].(string), given[1:]...) })
	case func(string, any, ...any) (template.HTML, error):
		return c.spoken(args, 2, func(given []any) (template.HTML, error) { return f(given[0].(string), given[1], given[2:]...) })
	case func(...any) (map[string]any, error):
		return func(r *run) val {
			m, err := f(given(r, args)...)
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
	a := args[0]
	return func(r *run) val {
		x := basic(a.value(r))
		s, is := x.words()
		if !is || !a.written && (x.kind == 0 && x.v.Type() != q.takes || x.kind != 0 && kindOf(q.takes) != x.kind) {
			panic(fault{})
		}
		return q.text(s)
	}
}

func (q Quick) text(of string) val {
	s, err := q.call(of)
	if err != nil {
		panic(fault{})
	}
	return val{text: s, kind: q.kind}
}

func given(r *run, args []argument) []any {
	all := make([]any, len(args))
	for i, a := range args {
		all[i] = a.value(r).given()
	}
	return all
}

// spoken is markup that a function gives, whose first argument is a template's name.
func (c *compiler) spoken(args []argument, least int, f func([]any) (template.HTML, error)) expr {
	if len(args) < least || !args[0].written {
		return fail
	}
	return func(r *run) val {
		text, err := f(given(r, args))
		if err != nil {
			panic(fault{})
		}
		return val{text: string(text), kind: markup}
	}
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
			in[i] = fit(a.value(r), t.In(i), a.written)
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

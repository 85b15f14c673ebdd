package stencil

import "reflect"

// fields are those of a value, one of the other.
func fields(of expr, names []string) expr {
	for i, name := range names {
		of = field(of, name, i == len(names)-1)
	}
	return of
}

// member is how a type has a name: as a method, a field, or a key.
type member struct {
	method int   // -1 if it is none
	field  []int // nil if it is none
	key    reflect.Value
}

// typed is a type and whether its methods with pointers can be called.
type typed struct {
	t       reflect.Type
	pointed bool
}

// field is what a value has by a name. What it is of a type is asked once. An "any" is laid open only at the last: there is nothing, and nothing is
// said, of a name of a key that there is not, but a name of an "any" that holds nothing is a fault.
func field(of expr, name string, last bool) expr {
	var (
		asked typed
		m     *member
		known map[typed]*member
	)
	return func(r *run) val {
		x := of(r)
		if x.kind != 0 {
			panic(fault{})
		}
		v := x.v
		if !v.IsValid() {
			return val{}
		}
		for v.Kind() == reflect.Pointer || v.Kind() == reflect.Interface {
			if v.IsNil() {
				panic(fault{})
			}
			v = v.Elem()
		}
		if t := (typed{v.Type(), v.CanAddr()}); t != asked {
			if known[t] == nil {
				if known == nil {
					known = map[typed]*member{}
				}
				known[t] = named(t, name)
			}
			asked, m = t, known[t]
		}
		if x = m.of(v); last {
			x = laidOpen(x)
		}
		return x
	}
}

// named finds a name in a type.
func named(t typed, name string) *member {
	with := t.t
	if t.pointed {
		with = reflect.PointerTo(with)
	}
	if m, ok := with.MethodByName(name); ok {
		return &member{method: m.Index}
	}
	switch t.t.Kind() {
	case reflect.Struct:
		if f, ok := t.t.FieldByName(name); ok && f.IsExported() {
			return &member{method: -1, field: f.Index}
		}
	case reflect.Map:
		if t.t.Key() == stringType {
			return &member{method: -1, key: reflect.ValueOf(name)}
		}
	}
	return &member{method: -1}
}

func (m *member) of(v reflect.Value) val {
	switch {
	case m.method >= 0:
		if v.CanAddr() {
			v = v.Addr()
		}
		return called(v.Method(m.method), nil)
	case len(m.field) == 1:
		return val{v: v.Field(m.field[0])}
	case m.field != nil:
		f, err := v.FieldByIndexErr(m.field)
		if err != nil {
			panic(fault{})
		}
		return val{v: f}
	case m.key.IsValid():
		return val{v: v.MapIndex(m.key)}
	}
	panic(fault{})
}

// called is what a function or a method gives.
func called(f reflect.Value, args []reflect.Value) val {
	t := f.Type()
	if n := t.NumOut(); t.NumIn() != len(args) && !t.IsVariadic() || n == 0 || n > 2 || n == 2 && t.Out(1) != errorType {
		panic(fault{})
	}
	out := f.Call(args)
	if len(out) == 2 && !out[1].IsNil() {
		panic(fault{})
	}
	return val{v: out[0]}
}

package digest

import (
	"encoding/binary"
	"math"
	"reflect"
	"slices"
	"sync"
	"unsafe"
)

// plan is how values of a type are noted.
type plan struct {
	of   reflect.Type
	name string
	to   *plan // of a pointer's type, what it leads to
	note func(n *noter, at unsafe.Pointer) bool
}

// plans are those of all types that were noted.
var plans struct {
	mu    sync.Mutex // held while one is made: a type may lead to itself
	known sync.Map   // of reflect.Type → *plan, whole
}

func planOf(t reflect.Type) *plan {
	if p, ok := plans.known.Load(t); ok {
		return p.(*plan)
	}
	plans.mu.Lock()
	defer plans.mu.Unlock()
	drawn := map[reflect.Type]*plan{}
	p := draw(t, drawn)
	for t, p := range drawn {
		plans.known.Store(t, p)
	}
	return p
}

// draw makes the plan of a type and of those in it.
func draw(t reflect.Type, drawn map[reflect.Type]*plan) *plan {
	if p, ok := plans.known.Load(t); ok {
		return p.(*plan)
	}
	if p, ok := drawn[t]; ok {
		return p
	}
	p := &plan{of: t, name: t.String()}
	drawn[t] = p
	switch t.Kind() {
	case reflect.Pointer:
		p.to = draw(t.Elem(), drawn)
		p.note = func(n *noter, at unsafe.Pointer) bool { return p.to.lead(n, *(*unsafe.Pointer)(at)) }
	case reflect.Struct:
		p.note = fields(t, drawn)
	case reflect.Slice:
		p.note = slice(draw(t.Elem(), drawn))
	case reflect.Array:
		each := draw(t.Elem(), drawn)
		p.note = func(n *noter, at unsafe.Pointer) bool { return n.list(each, at, t.Len()) }
	case reflect.Map:
		draw(t.Key(), drawn)
		draw(t.Elem(), drawn)
		p.note = func(n *noter, at unsafe.Pointer) bool { return n.table(reflect.NewAt(t, at).Elem()) }
	case reflect.Interface:
		p.note = func(n *noter, at unsafe.Pointer) bool { return n.typed(reflect.NewAt(t, at).Elem().Elem()) }
	case reflect.Func:
		p.note = func(_ *noter, at unsafe.Pointer) bool { return *(*unsafe.Pointer)(at) == nil } // a function that there is not
	default:
		p.note = scalar(t)
	}
	return p
}

// scalar is how what holds nothing else is noted.
func scalar(t reflect.Type) func(*noter, unsafe.Pointer) bool {
	switch t.Kind() {
	case reflect.String:
		return func(n *noter, at unsafe.Pointer) bool { n.text(*(*string)(at)); return true }
	case reflect.Bool:
		return func(n *noter, at unsafe.Pointer) bool {
			if *(*bool)(at) {
				n.out = append(n.out, '1')
			} else {
				n.out = append(n.out, '0')
			}
			return true
		}
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		return func(n *noter, at unsafe.Pointer) bool {
			n.out = binary.AppendVarint(n.out, reflect.NewAt(t, at).Elem().Int())
			return true
		}
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr:
		return func(n *noter, at unsafe.Pointer) bool { n.number(reflect.NewAt(t, at).Elem().Uint()); return true }
	case reflect.Float32, reflect.Float64:
		return func(n *noter, at unsafe.Pointer) bool {
			n.number(math.Float64bits(reflect.NewAt(t, at).Elem().Float()))
			return true
		}
	}
	return func(*noter, unsafe.Pointer) bool { return false }
}

// fields is how a struct is noted: by all of its fields that count.
func fields(t reflect.Type, drawn map[reflect.Type]*plan) func(*noter, unsafe.Pointer) bool {
	type field struct {
		*plan
		from uintptr
	}
	var told []field
	for i := range t.NumField() {
		if f := t.Field(i); !f.Type.Implements(untold) && !(f.Type.Kind() == reflect.Slice && f.Type.Elem().Implements(untold)) {
			told = append(told, field{draw(f.Type, drawn), f.Offset})
		}
	}
	return func(n *noter, at unsafe.Pointer) bool {
		for i := range told {
			if !told[i].note(n, unsafe.Add(at, told[i].from)) {
				return false
			}
		}
		return true
	}
}

func slice(each *plan) func(*noter, unsafe.Pointer) bool {
	if each.of.Kind() == reflect.Uint8 {
		return func(n *noter, at unsafe.Pointer) bool {
			n.text(unsafe.String(*(**byte)(at), len(*(*[]byte)(at))))
			return true
		}
	}
	return func(n *noter, at unsafe.Pointer) bool {
		s := (*[]struct{})(at) // of which only place and length are asked
		return n.list(each, unsafe.Pointer(unsafe.SliceData(*s)), len(*s))
	}
}

// lead notes what a pointer leads to by what is remembered of it.
func (p *plan) lead(n *noter, to unsafe.Pointer) bool {
	at := seen{to, p}
	if to == nil {
		return p.follow(n, to)
	}
	k, ok := n.load(at)
	if !ok {
		if slices.Contains(n.open, at) {
			return false
		}
		k = p.look(n, at)
		n.keep(at, k)
	}
	return n.told(k)
}

// follow notes what a pointer leads to, and remembers nothing.
func (p *plan) follow(n *noter, to unsafe.Pointer) bool {
	if to == nil {
		n.out = append(n.out, 0)
		return true
	}
	return n.told(p.look(n, seen{to, p}))
}

// look gives what stands for what is in a place.
func (p *plan) look(n *noter, at seen) (k known) {
	begin, outer := len(n.out), n.part
	n.open, n.part = append(n.open, at), part{begin: begin}
	if p.note(n, at.at) {
		s := n.part.sum(n.out)
		copy(k[:], s[:])
	}
	n.open, n.out, n.part = n.open[:len(n.open)-1], n.out[:begin], outer
	return k
}

func (n *noter) told(k known) bool {
	n.out = append(append(n.out, 1), k[:]...)
	return k != none
}

package stencil

import (
	"html/template"
	"reflect"
)

// Set executes the templates of a set, one at a time.
type Set struct {
	templates *template.Template
	functions template.FuncMap
	quick     map[string]Quick
	known     map[string]*stencil // nil of what html/template has not executed yet
	out       []byte
	boxes     []any // what functions are being given, see given
	depth     int
	idle      []*run
}

// New is for templates whose functions are these; those that are called often may be given a second time as they are called without reflection.
func New(templates *template.Template, functions template.FuncMap, quick map[string]Quick) *Set {
	return &Set{templates: templates, functions: functions, quick: quick, known: map[string]*stencil{}}
}

// Executed tells that html/template has executed a template, with all that it calls.
func (s *Set) Executed(name string) {
	if s.known[name] == nil {
		s.compiled(name)
	}
}

// Append executes a template and appends what it says; it gives back what there was, and false, of one that was not executed before and
// where anything is not as expected. Functions may call it.
func (s *Set) Append(to []byte, name string, data any) (all []byte, done bool) {
	st := s.known[name]
	if st == nil {
		return to, false
	}
	out, boxes, depth, n := s.out, len(s.boxes), s.depth, len(to)
	s.out = to
	defer func() {
		if fault := recover(); fault != nil { // of a template or a function: html/template will tell
			all, done = to[:n], false
		}
		s.out, s.boxes, s.depth = out, s.boxes[:boxes], depth
	}()
	s.execute(st, val{v: reflect.ValueOf(data)})
	return s.out, true
}

// mostDepth is how deep templates may call each other; beyond it one calls itself for ever.
const mostDepth = 1000

func (s *Set) execute(st *stencil, dot val) {
	if s.depth++; s.depth > mostDepth {
		panic(fault{})
	}
	r := s.borrow(st.variables)
	r.dot, r.vars[0] = dot, dot
	r.all(st.steps)
	s.idle = append(s.idle, r)
	s.depth--
}

// borrow gives a run with so many variables.
func (s *Set) borrow(variables int) *run {
	var r *run
	if n := len(s.idle); n > 0 {
		r, s.idle = s.idle[n-1], s.idle[:n-1]
	} else {
		r = &run{Set: s}
	}
	if len(r.vars) < variables {
		r.vars = make([]val, variables)
	}
	return r
}

// fault is what is left to html/template.
type fault struct{}

// stencil is one template.
type stencil struct {
	steps     []step
	variables int
}

// run is one execution of a stencil.
type run struct {
	*Set
	dot  val
	vars []val // the first is "$"
}

type (
	step func(r *run)
	expr func(r *run) val
)

// compiled is a template of the set as a stencil. One that there is not, or not under its name, has a single step, which fails.
func (s *Set) compiled(name string) *stencil {
	if st, ok := s.known[name]; ok {
		return st
	}
	st := &stencil{}
	s.known[name] = st // before its steps, as it may call itself
	t := s.templates.Lookup(name)
	if t == nil || t.Tree == nil || t.Tree.Root == nil {
		st.steps, st.variables = []step{unknown}, 1
		return st
	}
	c := compiler{Set: s, scope: []string{"$"}, most: 1}
	st.steps = c.list(t.Tree.Root)
	st.variables = c.most
	return st
}

func unknown(*run) { panic(fault{}) }

package stencil

import (
	"reflect"
	"strings"
	"text/template/parse"
)

// compiler makes steps of the nodes of one template.
type compiler struct {
	*Set
	scope []string // variables that are known, by their places
	most  int      // of them at any time
}

func (c *compiler) list(l *parse.ListNode) (steps []step) {
	if l == nil {
		return nil
	}
	for _, n := range l.Nodes {
		if do := c.node(n); do != nil {
			steps = append(steps, do)
		}
	}
	return steps
}

func (c *compiler) node(n parse.Node) step {
	switch n := n.(type) {
	case *parse.CommentNode:
		return nil
	case *parse.TextNode:
		text := n.Text
		return func(r *run) { r.out = append(r.out, text...) }
	case *parse.ActionNode:
		return c.action(n.Pipe)
	case *parse.IfNode:
		return c.choice(&n.BranchNode, false)
	case *parse.WithNode:
		return c.choice(&n.BranchNode, true)
	case *parse.RangeNode:
		return c.loop(&n.BranchNode)
	case *parse.TemplateNode:
		return c.call(n)
	}
	return unknown
}

// action says a value, escaped as html/template has decided, or sets a variable.
func (c *compiler) action(p *parse.PipeNode) step {
	if len(p.Decl) > 0 {
		value := c.pipe(p, len(p.Cmds))
		return func(r *run) { value(r) }
	}
	n := len(p.Cmds)
	for n > 0 && strings.HasPrefix(p.Cmds[n-1].String(), "_html_template_") {
		n--
	}
	var names []string
	for _, escaper := range p.Cmds[n:] {
		names = append(names, escaper.String())
	}
	escape, known := escapers[strings.Join(names, "|")]
	if !known || n == 0 {
		return unknown
	}
	if n == 1 {
		if add, kind := c.appended(p.Cmds[0]); add != nil {
			return func(r *run) {
				from := len(r.out)
				r.out = escape.appended(add(r, r.out), from, kind)
			}
		}
	}
	value := c.pipe(p, n)
	return func(r *run) { r.out = escape.say(r.out, value(r)) }
}

// within runs compile in a scope of its own.
func (c *compiler) within(compile func()) {
	n := len(c.scope)
	compile()
	c.scope = c.scope[:n]
}

func (c *compiler) choice(b *parse.BranchNode, with bool) (do step) {
	c.within(func() {
		value := c.pipe(b.Pipe, len(b.Pipe.Cmds))
		var then, otherwise []step
		c.within(func() { then = c.list(b.List) })
		c.within(func() { otherwise = c.list(b.ElseList) })
		do = func(r *run) {
			x := value(r)
			if !x.truth() {
				r.all(otherwise)
				return
			}
			dot := r.dot
			if with {
				r.dot = x
			}
			r.all(then)
			r.dot = dot
		}
	})
	return do
}

func (r *run) all(steps []step) {
	for _, do := range steps {
		do(r)
	}
}

func (c *compiler) loop(b *parse.BranchNode) (do step) {
	if b.Pipe.IsAssign {
		return unknown
	}
	c.within(func() {
		of := c.commands(b.Pipe, len(b.Pipe.Cmds))
		var otherwise, each []step
		declared := len(b.Pipe.Decl)
		first := c.declare(b.Pipe.Decl)
		c.within(func() { otherwise = c.list(b.ElseList) })
		c.within(func() { each = c.list(b.List) })
		do = func(r *run) {
			x := laidOpen(of(r))
			for i := range declared { // what is said if there is nothing in it has it whole
				r.vars[first+i] = x
			}
			v := x.value()
			switch v.Kind() {
			case reflect.Slice, reflect.Array:
			case reflect.Invalid:
				r.all(otherwise)
				return
			default:
				panic(fault{})
			}
			if v.Len() == 0 {
				r.all(otherwise)
			}
			dot := r.dot
			for i := range v.Len() {
				r.dot = val{v: v.Index(i)}
				switch declared {
				case 1:
					r.vars[first] = r.dot
				case 2:
					r.vars[first], r.vars[first+1] = val{v: reflect.ValueOf(i)}, r.dot
				}
				r.all(each)
			}
			r.dot = dot
		}
	})
	return do
}

// declare gives variables places and returns the first.
func (c *compiler) declare(vars []*parse.VariableNode) (first int) {
	first = len(c.scope)
	for _, v := range vars {
		c.scope = append(c.scope, v.Ident[0])
	}
	c.most = max(c.most, len(c.scope))
	return first
}

// call is a template within another; it is compiled when the other is.
func (c *compiler) call(n *parse.TemplateNode) step {
	given := func(*run) val { return val{} }
	if n.Pipe != nil {
		given = c.pipe(n.Pipe, len(n.Pipe.Cmds))
	}
	st := c.compiled(n.Name)
	return func(r *run) { r.execute(st, given(r)) }
}

package stencil

import (
	"reflect"
	"strings"
	"text/template/parse"
)

// pipe is the value of the first commands of a pipeline, which is put into its variable if it has one.
func (c *compiler) pipe(p *parse.PipeNode, commands int) expr {
	value := c.commands(p, commands)
	switch {
	case len(p.Decl) == 0:
		return value
	case len(p.Decl) > 1:
		return fail
	}
	at := c.place(p.Decl[0].Ident[0])
	if !p.IsAssign {
		at = c.declare(p.Decl)
	}
	if at < 0 {
		return fail
	}
	return func(r *run) val {
		x := value(r)
		r.vars[at] = x
		return x
	}
}

func fail(*run) val { panic(fault{}) }

// place is that of a variable, the last of its name.
func (c *compiler) place(name string) int {
	for i := len(c.scope) - 1; i >= 0; i-- {
		if c.scope[i] == name {
			return i
		}
	}
	return -1
}

// commands are the first of a pipeline, each with what the one before gave as its last argument.
func (c *compiler) commands(p *parse.PipeNode, n int) expr {
	var value expr
	for _, cmd := range p.Cmds[:n] {
		value = c.command(cmd, value)
	}
	if value == nil {
		return fail
	}
	return value
}

func (c *compiler) command(cmd *parse.CommandNode, last expr) expr {
	if name, ok := cmd.Args[0].(*parse.IdentifierNode); ok {
		args := c.arguments(cmd)
		if last != nil {
			args = append(args, argument{value: last})
		}
		return c.function(name.Ident, args)
	}
	if len(cmd.Args) > 1 || last != nil {
		return fail
	}
	return c.argument(cmd.Args[0]).value
}

// appended is a command that appends what it gives, and of what kind that is; nil if it gives a value.
func (c *compiler) appended(cmd *parse.CommandNode) (adding, kind) {
	name, ok := cmd.Args[0].(*parse.IdentifierNode)
	if !ok {
		return nil, 0
	}
	q := c.quick[name.Ident]
	if q.add == nil || q.kind == 0 {
		return nil, 0
	}
	return q.adding(c.arguments(cmd)), q.kind
}

// arguments are what a command gives its function.
func (c *compiler) arguments(cmd *parse.CommandNode) []argument {
	args := make([]argument, 0, len(cmd.Args))
	for _, a := range cmd.Args[1:] {
		args = append(args, c.argument(a))
	}
	return args
}

// argument is what a function is given. What is written in the template is known before: such a text may be of any type that is one.
type argument struct {
	value   expr
	written any // nil of what is not
}

func (c *compiler) argument(n parse.Node) argument {
	switch n := n.(type) {
	case *parse.DotNode:
		return argument{value: func(r *run) val { return r.dot }}
	case *parse.StringNode:
		x := val{text: n.Text, kind: plain}
		return argument{func(*run) val { return x }, n.Text}
	case *parse.BoolNode:
		x := val{v: reflect.ValueOf(n.True)}
		return argument{func(*run) val { return x }, n.True}
	case *parse.NumberNode:
		if !n.IsInt || n.IsComplex || strings.ContainsAny(n.Text, "'.eEpP") || int64(int(n.Int64)) != n.Int64 { // 1e3 is no whole number there
			return argument{value: fail}
		}
		x := val{v: reflect.ValueOf(int(n.Int64))}
		return argument{func(*run) val { return x }, int(n.Int64)}
	case *parse.FieldNode:
		return argument{value: fields(func(r *run) val { return r.dot }, n.Ident)}
	case *parse.VariableNode:
		at := c.place(n.Ident[0])
		if at < 0 {
			return argument{value: fail}
		}
		return argument{value: fields(func(r *run) val { return r.vars[at] }, n.Ident[1:])}
	case *parse.ChainNode:
		return argument{value: fields(c.argument(n.Node).value, n.Field)}
	case *parse.PipeNode:
		return argument{value: c.pipe(n, len(n.Cmds))}
	case *parse.IdentifierNode:
		return argument{value: c.function(n.Ident, nil)}
	}
	return argument{value: fail}
}

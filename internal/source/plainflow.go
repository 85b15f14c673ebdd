package source

import (
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"
)

// plainFlow reads a flow collection on one line: {from: 7.5, to: 8}, [a, b].
type plainFlow struct {
	r   *plainReader
	at  int // a byte of the line
	col int // its column
}

// next goes on by some bytes.
func (f *plainFlow) next(bytes int) {
	f.col += utf8.RuneCountInString(f.r.body[f.at : f.at+bytes])
	f.at += bytes
}

// space goes over spaces and gives what follows, 0 at the end of the line.
func (f *plainFlow) space() byte {
	for f.at < len(f.r.body) && f.r.body[f.at] == ' ' {
		f.at, f.col = f.at+1, f.col+1
	}
	if f.at == len(f.r.body) {
		return 0
	}
	return f.r.body[f.at]
}

// collection reads a list or a mapping, with its brackets.
func (f *plainFlow) collection(depth int) *yaml.Node {
	if depth > plainDepth {
		return f.r.give()
	}
	kind, closing := yaml.SequenceNode, byte(']')
	if f.r.body[f.at] == '{' {
		kind, closing = yaml.MappingNode, '}'
	}
	n, mark := f.r.node(kind, f.r.number, f.col), len(f.r.below)
	n.Style = yaml.FlowStyle
	f.next(1)
	for c := f.space(); c != closing || len(f.r.below) > mark; c = f.space() {
		if kind == yaml.MappingNode && !f.key() {
			return f.r.give()
		}
		f.r.below = append(f.r.below, f.item(depth+1))
		if f.r.odd {
			return nil
		}
		if c = f.space(); c == closing {
			break
		}
		if c != ',' {
			return f.r.give()
		}
		f.next(1)
	}
	f.next(1)
	return f.r.collect(n, mark)
}

// key reads a key with its colon and the space after it.
func (f *plainFlow) key() bool {
	colon := keyEnd(f.r.body, f.at)
	if colon == 0 || colon+1 == len(f.r.body) {
		return false
	}
	n := f.r.node(yaml.ScalarNode, f.r.number, f.col)
	n.Value = f.r.body[f.at:colon]
	tagNull(n)
	f.r.below = append(f.r.below, n)
	f.next(colon + 2 - f.at)
	f.space()
	return true
}

// item reads a value: a collection, or a text with quotes or without.
func (f *plainFlow) item(depth int) *yaml.Node {
	body := f.r.body
	if f.at == len(body) {
		return f.r.give()
	}
	if body[f.at] == '[' || body[f.at] == '{' {
		return f.collection(depth)
	}
	n := f.r.node(yaml.ScalarNode, f.r.number, f.col)
	end := f.at
	if body[f.at] == '"' || body[f.at] == '\'' {
		n.Value, n.Style, end = quoted(body, f.at)
	} else if size := strings.IndexAny(body[f.at:], ",]}[{?:#\"'"); size > 0 && startsPlain(body[f.at:]) {
		end = f.at + size
		n.Value = strings.TrimRight(body[f.at:end], " ")
		tagNull(n)
	}
	if end <= f.at {
		return f.r.give()
	}
	f.next(end - f.at)
	return n
}

package source

import (
	"strings"
	"sync"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"
)

// plainReader reads the plain part of YAML that people write into data files, and nothing else: block mappings and lists, values on one
// line, folded and literal texts of even lines, flow collections on one line, comments on lines of their own. What it makes of them is
// what yaml.v3 makes, node by node, as far as the walker looks at nodes; FuzzPlain holds them equal. At the first thing that is not
// plainly of this kind it gives up, and the whole document goes to yaml.v3, which also tells what is wrong with it.
//
// Values are parts of one text, and nodes lie in blocks that are used again for the next file, so they must not be kept.
type plainReader struct {
	root *yaml.Node

	text string
	at   int  // where the next line begins
	line int  // the number of the line before
	odd  bool // given up

	// The line that is looked at: without its end, where its text begins, and its number. A line without text is skipped.
	body   string
	indent int
	number int
	end    bool // there is no further line

	blocks [][]yaml.Node
	used   int          // nodes in blocks
	below  []*yaml.Node // children of what is being read, a stack
	links  []*yaml.Node // where Content lies
}

const (
	plainDepth = 16  // deeper is odd
	plainKey   = 128 // a longer key is odd: yaml.v3 has a limit
	nodeBlock  = 1024
)

var plainReaders = sync.Pool{New: func() any { return &plainReader{} }}

// plainDocument reads a document if all of it is plain, else it gives nil. Nodes are good until the reader is released.
func plainDocument(text string) *plainReader {
	if !plainBytes(text) {
		return nil
	}
	r := plainReaders.Get().(*plainReader)
	*r = plainReader{text: text, blocks: r.blocks, below: r.below[:0], links: r.links[:0]}
	if r.next(); !r.end && r.indent == 0 {
		r.root = r.block(0, 0)
	}
	if r.root == nil || r.odd || !r.end {
		r.release()
		return nil
	}
	return r
}

// release gives the reader's memory to the next one.
func (r *plainReader) release() {
	if r != nil {
		r.root, r.text, r.body = nil, "", ""
		plainReaders.Put(r)
	}
}

// plainBytes tells whether there is no character that means more to YAML than itself: tabs, carriage returns but before a line feed,
// controls, other line ends, byte order marks.
func plainBytes(b string) bool {
	for i := range len(b) {
		c := b[i]
		switch {
		case c >= ' ' && c < 0x7F, c == '\n':
		case c == '\r':
			if i+1 == len(b) || b[i+1] != '\n' {
				return false
			}
		case c < ' ', c == 0x7F:
			return false
		case c == 0xC2: // U+0080 to U+00BF: the first half are controls
			if i+1 == len(b) || b[i+1] < 0xA0 {
				return false
			}
		case c == 0xE2: // U+2028, U+2029
			if i+2 < len(b) && b[i+1] == 0x80 && (b[i+2] == 0xA8 || b[i+2] == 0xA9) {
				return false
			}
		case c >= 0xEE: // private use, U+FEFF, U+FFFE; beyond the first plane
			return false
		}
	}
	return utf8.ValidString(b)
}

// next goes to the next line that has text and is no comment.
func (r *plainReader) next() {
	r.raw()
	r.settle()
}

// settle skips lines without text and comments, from the line on that is looked at.
func (r *plainReader) settle() {
	for !r.end && (r.indent == len(r.body) || r.body[r.indent] == '#') {
		r.raw()
	}
}

// raw goes to the next line, whatever it is.
func (r *plainReader) raw() {
	if r.at >= len(r.text) {
		r.end, r.body, r.indent = true, "", -1
		return
	}
	rest := r.text[r.at:]
	n := strings.IndexByte(rest, '\n')
	if n < 0 {
		n = len(rest)
	}
	r.at += n + 1
	r.line++
	r.body, r.number = strings.TrimSuffix(rest[:n], "\r"), r.line
	for r.indent = 0; r.indent < len(r.body) && r.body[r.indent] == ' '; r.indent++ {
	}
}

// give gives up.
func (r *plainReader) give() *yaml.Node {
	r.odd = true
	return nil
}

// node makes a node at a byte of the line before which there are only ASCII characters.
func (r *plainReader) node(kind yaml.Kind, line, col int) *yaml.Node {
	at, in := r.used/nodeBlock, r.used%nodeBlock
	if at == len(r.blocks) {
		r.blocks = append(r.blocks, make([]yaml.Node, nodeBlock))
	}
	r.used++
	n := &r.blocks[at][in]
	*n = yaml.Node{Kind: kind, Line: line, Column: col}
	return n
}

// collect gives a node the children that were put below since a mark.
func (r *plainReader) collect(n *yaml.Node, mark int) *yaml.Node {
	children := r.below[mark:]
	if len(r.links)+len(children) > cap(r.links) {
		r.links = make([]*yaml.Node, 0, max(4*nodeBlock, len(children)))
	}
	from := len(r.links)
	r.links = append(r.links, children...)
	n.Content = r.links[from:len(r.links):len(r.links)]
	r.below = r.below[:mark]
	return n
}

// block reads the mapping or the list whose first entry is at a byte of the line.
func (r *plainReader) block(col, depth int) *yaml.Node {
	switch {
	case depth > plainDepth:
		return r.give()
	case isDash(r.body, col):
		return r.list(col, depth)
	}
	return r.mapping(col, depth)
}

// isDash tells whether a list's entry begins at a byte of the line.
func isDash(body string, col int) bool {
	return col+1 < len(body) && body[col] == '-' && body[col+1] == ' '
}

// list reads a list's entries, all of whose dashes stand in one column.
func (r *plainReader) list(col, depth int) *yaml.Node {
	n, mark := r.node(yaml.SequenceNode, r.number, col+1), len(r.below)
	for {
		at := col + 1
		for at < len(r.body) && r.body[at] == ' ' {
			at++
		}
		switch {
		case at == len(r.body):
			return r.give()
		case keyEnd(r.body, at) > 0:
			r.below = append(r.below, r.mapping(at, depth+1))
		default:
			r.below = append(r.below, r.value(at, col, depth+1))
		}
		if r.odd {
			return nil
		}
		if r.end || r.indent != col || !isDash(r.body, col) {
			return r.collect(n, mark)
		}
	}
}

// keyEnd is where the colon after a key is that begins at a byte of the line: letters, digits, - and _. 0 if there is no such key.
func keyEnd(body string, from int) int {
	for i := from; i < len(body) && i < from+plainKey; i++ {
		switch c := body[i]; {
		case c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z', c == '_':
		case i > from && (c >= '0' && c <= '9' || c == '-'):
		case i > from && c == ':' && (i+1 == len(body) || body[i+1] == ' '):
			return i
		default:
			return 0
		}
	}
	return 0
}

// mapping reads the keys that begin in a column, the first of which is in the line.
func (r *plainReader) mapping(col, depth int) *yaml.Node {
	n, mark := r.node(yaml.MappingNode, r.number, col+1), len(r.below)
	for {
		colon := keyEnd(r.body, col)
		if colon == 0 {
			return r.give()
		}
		key := r.node(yaml.ScalarNode, r.number, col+1)
		key.Value = r.body[col:colon]
		tagNull(key)
		r.below = append(r.below, key)
		at := colon + 1
		for at < len(r.body) && r.body[at] == ' ' {
			at++
		}
		if at == len(r.body) {
			r.below = append(r.below, r.under(col, colon+1, depth+1))
		} else {
			r.below = append(r.below, r.value(at, col, depth+1))
		}
		if r.odd {
			return nil
		}
		if r.end || r.indent != col || isDash(r.body, col) {
			return r.collect(n, mark)
		}
	}
}

// under reads what stands below a key that has nothing beside it, which may be nothing.
func (r *plainReader) under(col, after, depth int) *yaml.Node {
	line := r.number
	r.next()
	switch {
	case r.odd:
		return nil
	case !r.end && (r.indent > col || r.indent == col && isDash(r.body, col)):
		return r.block(r.indent, depth)
	}
	n := r.node(yaml.ScalarNode, line, after+1)
	n.Tag = nullTag
	return n
}

// value reads what stands beside a key or a dash, and goes to the next line. The column is that of the key or the dash.
func (r *plainReader) value(at, col, depth int) *yaml.Node {
	if depth > plainDepth {
		return r.give()
	}
	line, end := r.number, len(r.body)
	var n *yaml.Node
	switch r.body[at] {
	case '|', '>':
		return r.long(at, col)
	case '[', '{':
		f := plainFlow{r: r, at: at, col: at + 1}
		n, end = f.collection(depth), f.at
	case '"', '\'':
		n = r.node(yaml.ScalarNode, line, at+1)
		n.Value, n.Style, end = quoted(r.body, at)
	default:
		n = r.node(yaml.ScalarNode, line, at+1)
		n.Value = strings.TrimRight(r.body[at:], " ")
		r.odd = r.odd || !startsPlain(n.Value) || strings.Contains(n.Value, ": ") || strings.Contains(n.Value, " #") || strings.HasSuffix(n.Value, ":")
		tagNull(n)
	}
	if r.odd || end == 0 || strings.TrimRight(r.body[end:], " ") != "" {
		return r.give()
	}
	if r.next(); !r.end && r.indent > col {
		return r.give() // the value goes on, or something is wrong
	}
	return n
}

// startsPlain tells whether a text without quotes may begin as this one does.
func startsPlain(s string) bool {
	if s[0] == '-' {
		return len(s) > 1 && s[1] >= '0' && s[1] <= '9'
	}
	return strings.IndexByte("?:,[]{}#&*!|>'\"%@`", s[0]) < 0
}

// tagNull marks what stands for nothing.
func tagNull(n *yaml.Node) {
	switch n.Value {
	case "", "~", "null", "Null", "NULL":
		n.Tag = nullTag
	}
}

// quoted takes a text in quotes apart, which begins at a byte of the line, and gives where it ends; 0 if it does not, or if
// something in it is escaped by \.
func quoted(body string, at int) (value string, style yaml.Style, end int) {
	from := at + 1
	if body[at] == '"' {
		n := strings.IndexAny(body[from:], "\"\\")
		if n < 0 || body[from+n] == '\\' {
			return "", 0, 0
		}
		return body[from : from+n], yaml.DoubleQuotedStyle, from + n + 1
	}
	for i := from; i < len(body); i++ {
		switch {
		case body[i] != '\'':
		case i+1 < len(body) && body[i+1] == '\'':
			i++
		default:
			return strings.ReplaceAll(body[from:i], "''", "'"), yaml.SingleQuotedStyle, i + 1
		}
	}
	return "", 0, 0
}

// long reads a text of several lines, folded or literal: all of them begin in one column, and there is no empty one among them.
func (r *plainReader) long(at, col int) *yaml.Node {
	n := r.node(yaml.ScalarNode, r.number, at+1)
	n.Style = yaml.LiteralStyle
	joint := "\n"
	if r.body[at] == '>' {
		n.Style, joint = yaml.FoldedStyle, " "
	}
	header := strings.TrimRight(r.body[at+1:], " ")
	r.raw()
	in := r.indent
	if header != "" && header != "-" || r.end || in <= col || in == len(r.body) {
		return r.give()
	}
	var b strings.Builder
	for ; !r.end && r.indent == in && len(r.body) > in; r.raw() {
		if b.Len() > 0 {
			b.WriteString(joint)
		}
		b.WriteString(r.body[in:])
		if r.at > len(r.text) {
			return r.give() // no line feed at the end of the file
		}
	}
	if header == "" {
		b.WriteByte('\n')
	}
	n.Value = b.String()
	for !r.end && r.indent <= in && r.indent == len(r.body) {
		r.raw()
	}
	if !r.end && r.indent >= in {
		return r.give() // more of the text, set off, even if it looks like a comment
	}
	if r.settle(); !r.end && r.indent > col {
		return r.give()
	}
	return n
}

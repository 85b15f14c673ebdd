package source

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"
)

// Field is a key with its text, or, if it has Of, with a mapping.
type Field struct {
	Key, Text string
	Of        []Field
}

// nothing tells whether a field has nothing to be written.
func (f Field) nothing() bool {
	return f.Text == "" && !slices.ContainsFunc(f.Of, func(inner Field) bool { return !inner.nothing() })
}

// Change sets a key of the award with an id.
type Change struct {
	ID string
	Field
}

// Unwritable is a file that cannot be changed without losing how it is written; a person has to do it.
type Unwritable struct {
	Line int
	Why  string // in Vietnamese
}

func (e *Unwritable) Error() string { return e.Why }

// NewRoll writes a file of data/awards/ as a person would.
func NewRoll(comment []string, decision string, awards [][]Field) ([]byte, error) {
	var b strings.Builder
	for _, line := range comment {
		b.WriteString("# " + line + "\n")
	}
	b.WriteString("decision: " + scalar(decision) + "\nawards:\n")
	for _, a := range awards {
		b.WriteString(strings.Join(listed("  ", a), "\n") + "\n")
	}
	out := []byte(b.String())
	return out, holds(nil, out, nil, awards)
}

// EditRoll changes a file of data/awards/: keys of awards that are there, and new awards after the last. Nothing else of it changes, not a
// comment, an empty line or the way a text is folded. What comes out is read again and held against what was meant.
func EditRoll(b []byte, changes []Change, added [][]Field) ([]byte, error) {
	e, err := openRoll(b)
	if err != nil {
		return nil, err
	}
	for _, c := range changes {
		if err := e.change(c); err != nil {
			return nil, err
		}
	}
	if err := e.append(added); err != nil {
		return nil, err
	}
	out := e.bytes()
	return out, holds(b, out, changes, added)
}

// rollEdit is a file as lines, and what is to happen to them.
type rollEdit struct {
	lines   []string // without their ends
	eol     string
	closed  bool // the last line has an end
	root    *yaml.Node
	awards  *yaml.Node
	splices []splice
}

// splice replaces lines from (counted from 0) to (not included).
type splice struct {
	from, to int
	lines    []string
}

func openRoll(b []byte) (*rollEdit, error) {
	e := &rollEdit{eol: "\n"}
	text := string(b)
	if strings.Contains(text, "\r\n") {
		e.eol = "\r\n"
	}
	text, e.closed = strings.CutSuffix(text, "\n")
	for line := range strings.SplitSeq(text, "\n") {
		e.lines = append(e.lines, strings.TrimSuffix(line, "\r"))
	}
	root, err := rollNode(b)
	if err != nil {
		return nil, err
	}
	e.root, e.awards = root, valueOf(root, "awards")
	if e.awards == nil {
		return nil, &Unwritable{1, "tệp không có khoá awards"}
	}
	return e, nil
}

func rollNode(b []byte) (*yaml.Node, error) {
	var doc yaml.Node
	if err := yaml.Unmarshal(b, &doc); err != nil {
		return nil, err
	}
	if len(doc.Content) != 1 || doc.Content[0].Kind != yaml.MappingNode || doc.Content[0].Style&yaml.FlowStyle != 0 {
		return nil, &Unwritable{1, "tệp không phải một nhóm khoá"}
	}
	return doc.Content[0], nil
}

func valueOf(m *yaml.Node, key string) *yaml.Node {
	if i := keyAt(m, key); i >= 0 {
		return m.Content[i+1]
	}
	return nil
}

func keyAt(m *yaml.Node, key string) int {
	for i := 0; i+1 < len(m.Content); i += 2 {
		if m.Content[i].Value == key {
			return i
		}
	}
	return -1
}

// after is the line (from 0) at which what follows an entry of a mapping or list begins: limit if it is the last.
func after(n *yaml.Node, i, step, limit int) int {
	if i+step < len(n.Content) {
		return n.Content[i+step].Line - 1
	}
	return limit
}

// end is where the text that begins at a line really ends, before a limit: empty lines, and comments that do not stand deeper than column, are
// of what follows.
func (e *rollEdit) end(from, limit, column int) int {
	for limit > from+1 {
		line := e.lines[limit-1]
		inside := strings.TrimLeft(line, " \t")
		if inside != "" && !(inside[0] == '#' && len(line)-len(inside) <= column) {
			break
		}
		limit--
	}
	return limit
}

// awardsLimit is the line at which the list of awards is over.
func (e *rollEdit) awardsLimit() int {
	return after(e.root, keyAt(e.root, "awards"), 2, len(e.lines))
}

// find gives an award's node, and the line at which the next begins.
func (e *rollEdit) find(id string) (*yaml.Node, int) {
	for i, n := range e.awards.Content {
		if v := valueOf(n, "id"); n.Kind == yaml.MappingNode && v != nil && v.Value == id {
			return n, after(e.awards, i, 1, e.awardsLimit())
		}
	}
	return nil, 0
}

func (e *rollEdit) change(c Change) error {
	n, limit := e.find(c.ID)
	if n == nil {
		return fmt.Errorf("source: no award %q to change", c.ID)
	}
	if n.Style&yaml.FlowStyle != 0 || len(n.Content) == 0 {
		return &Unwritable{n.Line, fmt.Sprintf("%s viết trong ngoặc nhọn trên một dòng", c.ID)}
	}
	column := n.Content[0].Column - 1
	i := keyAt(n, c.Key)
	if i < 0 {
		if c.nothing() {
			return nil
		}
		i = before(n, c.Key)
		next := after(n, i, 2, limit)
		at := e.end(n.Content[i].Line-1, next, column)
		e.splices = append(e.splices, splice{at, at, field(strings.Repeat(" ", column), c.Field)})
		return nil
	}
	from := n.Content[i].Line - 1
	to := e.end(from, after(n, i, 2, limit), column)
	if utf8.RuneCountInString(e.lines[from]) < column {
		return fmt.Errorf("source: line %d is shorter than it was", from+1)
	}
	lead := e.lines[from][:column] // spaces, or a dash
	var lines []string
	if !c.nothing() {
		lines = field(strings.Repeat(" ", column), c.Field)
		lines[0] = lead + lines[0][column:]
		if note := n.Content[i+1].LineComment; note != "" && n.Content[i+1].Kind == yaml.ScalarNode && !strings.Contains(note, "\n") {
			lines[0] += "  " + note
		}
	} else if strings.Contains(lead, "-") {
		return &Unwritable{from + 1, fmt.Sprintf("khoá %q của %s đứng ngay sau dấu -", c.Key, c.ID)}
	}
	e.splices = append(e.splices, splice{from, to, lines})
	return nil
}

// before gives the key of an award after which another is written, in the order of the format.
func before(n *yaml.Node, key string) int {
	order := fileNamed("awards").Shape.Key("awards").Of.names
	rank := slices.Index(order, key)
	at := 0
	for i := 0; i+1 < len(n.Content); i += 2 {
		if r := slices.Index(order, n.Content[i].Value); r >= 0 && r < rank {
			at = i
		}
	}
	return at
}

// append adds awards after the last.
func (e *rollEdit) append(added [][]Field) error {
	if len(added) == 0 {
		return nil
	}
	key := e.root.Content[keyAt(e.root, "awards")]
	if len(e.awards.Content) == 0 {
		if e.awards.Kind == yaml.MappingNode {
			return &Unwritable{e.awards.Line, "khoá awards không phải danh sách"}
		}
		line, note, _ := strings.Cut(e.lines[key.Line-1], "#")
		head := strings.TrimRight(line[:strings.Index(line, "awards")]+"awards:", " ")
		if note != "" {
			head += "  #" + note
		}
		e.splices = append(e.splices, splice{key.Line - 1, key.Line, slices.Concat([]string{head}, entries("  ", added, false))})
		return nil
	}
	if e.awards.Kind != yaml.SequenceNode || e.awards.Style&yaml.FlowStyle != 0 {
		return &Unwritable{e.awards.Line, "danh sách awards viết trong ngoặc vuông"}
	}
	last := e.awards.Content[len(e.awards.Content)-1]
	first := e.lines[last.Line-1]
	dash := strings.IndexByte(first, '-')
	if dash < 0 || strings.Trim(first[:dash], " ") != "" {
		return &Unwritable{last.Line, "dấu - của khen thưởng cuối không ở đầu dòng"}
	}
	at := e.end(last.Line-1, e.awardsLimit(), dash)
	e.splices = append(e.splices, splice{at, at, entries(strings.Repeat(" ", dash), added, e.spaced())})
	return nil
}

// spaced tells whether an empty line stands before each award but the first.
func (e *rollEdit) spaced() bool {
	for _, n := range e.awards.Content[1:] {
		i := n.Line - 2
		for i > 0 && strings.HasPrefix(strings.TrimLeft(e.lines[i], " "), "#") {
			i--
		}
		if strings.TrimSpace(e.lines[i]) != "" {
			return false
		}
	}
	return len(e.awards.Content) > 1
}

func (e *rollEdit) bytes() []byte {
	slices.SortStableFunc(e.splices, func(a, b splice) int { return a.from - b.from })
	var out []string
	at := 0
	for _, s := range e.splices {
		out = append(out, e.lines[at:s.from]...)
		out = append(out, s.lines...)
		at = s.to
	}
	out = append(out, e.lines[at:]...)
	text := strings.Join(out, e.eol)
	if e.closed || len(e.splices) > 0 {
		text += e.eol
	}
	return []byte(text)
}

func entries(indent string, awards [][]Field, spaced bool) []string {
	var out []string
	for _, a := range awards {
		if spaced {
			out = append(out, "")
		}
		out = append(out, listed(indent, a)...)
	}
	return out
}

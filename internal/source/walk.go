package source

import (
	"fmt"
	"reflect"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"bangvang/internal/diag"
	"bangvang/internal/viet"
)

// walker fills records from the nodes of one file and reports what does not fit.
type walker struct {
	file     string
	problems diag.List
	whole    string // the text of a data file, if it is what is walked
	asIs     bool   // the bytes are NFC and nothing in them is invisible
	lossy    bool   // something of the file could not be read
	number   int    // of problems so far
	told     map[*diag.Rule]int

	plain *plainReader // whose nodes are walked, if it took the file
	seen  []sighting   // of the mappings that are being walked, a stack
}

// sighting is where a key of a mapping was seen, if at all, and whether it had nothing to say.
type sighting struct {
	place diag.Place
	empty bool
	null  bool // it said null or ~
}

// at is the place of a node.
func (w *walker) at(n *yaml.Node) diag.Place {
	return diag.Place{File: w.file, Line: int32(n.Line), Col: int32(n.Column)}
}

// record fills a record from a mapping and reports the keys it lacks. It tells whether the node was a mapping at all.
func (w *walker) record(s *Shape, n *yaml.Node, into reflect.Value, what string) bool {
	if n.Kind != yaml.MappingNode {
		w.wrongShape(n, what, MappingKey)
		return false
	}
	from := len(w.seen)
	w.seen = append(w.seen, make([]sighting, len(s.Keys))...)
	seen := w.seen[from:len(w.seen):len(w.seen)] // as it is, should a record within need more room
	excused := w.keys(s, n, into, seen)
	*into.Field(s.place).Addr().Interface().(*diag.Place) = w.at(n)
	w.missing(s, into, seen, excused)
	w.seen = w.seen[:from]
	return true
}

// keys fills what a mapping gives, noting in seen where each key stands. It gives the keys that are excused from being missing:
// those that an unknown key was probably meant to be.
func (w *walker) keys(s *Shape, n *yaml.Node, into reflect.Value, seen []sighting) (excused []string) {
	for i := 0; i+1 < len(n.Content) && !w.full(); i += 2 {
		name, value := n.Content[i], n.Content[i+1]
		if name.Kind != yaml.ScalarNode || name.Tag == mergeTag {
			continue // told by lint
		}
		j, ok := s.byName[viet.NFC(name.Value)]
		if !ok {
			excused = append(excused, w.unknownKey(s, name))
			continue
		}
		k, at := &s.Keys[j], w.at(name)
		if seen[j].place.Known() {
			if again(n.Content[:i], n.Content[i:]) {
				w.dashless(name.Value, at, seen[j].place)
				return excused
			}
			w.duplicateKey(name.Value, at, seen[j].place)
			continue
		}
		if null(value) {
			w.swallowed(name)
		}
		seen[j] = sighting{place: at, empty: !w.value(k, value, into.Field(k.field)), null: null(value) && value.Value != ""}
	}
	return excused
}

// again tells whether the keys of a mapping begin once more, in their order: a second record that lost its dash.
func again(before, from []*yaml.Node) bool {
	return len(before) > 2 && len(from) > 2 && before[0].Value == from[0].Value && before[2].Value == from[2].Value
}

// value fills one field. It tells whether anything was written there; what was written wrong is told and counts as written.
func (w *walker) value(k *Key, n *yaml.Node, into reflect.Value) bool {
	if n.Kind == yaml.AliasNode {
		return true // told by lint
	}
	if n.Kind == yaml.ScalarNode {
		w.swallowed(n)
	}
	if null(n) {
		if k.Kind == TextKey {
			into.Addr().Interface().(*Value).Place = w.at(n)
		}
		return false
	}
	what := k.what
	switch k.Kind {
	case TextKey:
		if n.Kind != yaml.ScalarNode {
			w.wrongShape(n, what, TextKey)
			return true
		}
		v := w.text(n)
		*into.Addr().Interface().(*Value) = v
		return v.Given()
	case TextsKey:
		w.texts(n, into, what)
	case ListKey:
		w.list(k.Of, n, into, what)
	case TableKey:
		w.table(k.Of, n, into, what)
	case MappingKey:
		if !k.pointer {
			w.record(k.Of, n, into, what)
			break
		}
		if r := reflect.New(k.Of.record); w.record(k.Of, n, r.Elem(), what) {
			into.Set(r)
		}
	}
	return true
}

// texts fills a list of scalars.
func (w *walker) texts(n *yaml.Node, into reflect.Value, what string) {
	if n.Kind != yaml.SequenceNode {
		w.wrongShape(n, what, TextsKey)
		return
	}
	values := make([]Value, 0, len(n.Content))
	for _, c := range n.Content {
		if w.full() {
			break
		}
		if c.Kind == yaml.AliasNode {
			continue
		}
		if c.Kind != yaml.ScalarNode {
			w.wrongShape(c, "mỗi mục của "+what, TextKey)
			continue
		}
		w.swallowed(c)
		if v := w.text(c); v.Given() && !null(c) {
			values = append(values, v)
		} else {
			w.add(keyMissing, w.at(c), what+" có một mục để trống", "điền vào hoặc bỏ dòng đó")
		}
	}
	into.Set(reflect.ValueOf(values))
}

// list fills a list of records; one that is no mapping is told and left out.
func (w *walker) list(s *Shape, n *yaml.Node, into reflect.Value, what string) {
	if n.Kind != yaml.SequenceNode {
		w.wrongShape(n, what, ListKey)
		w.lossy = true
		return
	}
	records, filled := reflect.New(reflect.SliceOf(s.record)).Elem(), 0
	each := "mỗi mục của " + what
	for i, c := range n.Content {
		if w.full() {
			break
		}
		if filled == records.Len() { // at once, if the list is not made to hurt
			more := min(len(n.Content)-i, max(filled, 4096))
			records.Grow(more)
			records.SetLen(filled + more)
		}
		record := records.Index(filled)
		record.SetZero()
		if c.Kind != yaml.AliasNode && w.record(s, c, record, each) {
			filled++
		} else {
			w.lossy = true
		}
	}
	into.Set(records.Slice(0, filled))
}

// table fills a list of records from a mapping, each of its keys that of one record.
func (w *walker) table(s *Shape, n *yaml.Node, into reflect.Value, what string) {
	if n.Kind != yaml.MappingNode {
		w.wrongShape(n, what, TableKey)
		w.lossy = true
		return
	}
	first := map[string]diag.Place{}
	for i := 0; i+1 < len(n.Content) && !w.full(); i += 2 {
		name, value := n.Content[i], n.Content[i+1]
		if name.Kind != yaml.ScalarNode || name.Tag == mergeTag {
			w.lossy = true
			continue // told by lint
		}
		key := w.text(name)
		if !key.Given() {
			w.add(keyMissing, key.Place, what+" có một khoá để trống", "điền vào hoặc bỏ dòng đó")
			continue
		}
		if at, ok := first[key.Text]; ok {
			w.duplicateKey(key.Text, key.Place, at)
			continue
		}
		first[key.Text] = key.Place
		record := reflect.New(s.record).Elem()
		record.Field(s.free).Set(reflect.ValueOf(key))
		if w.entry(s, value, record, fmt.Sprintf("khoá %q", clip(key.Text))) {
			into.Set(reflect.Append(into, record))
		}
	}
}

// entry fills one record of a table: from a mapping, or from a text alone where the shape has it. It tells whether there is a record.
func (w *walker) entry(s *Shape, n *yaml.Node, record reflect.Value, what string) bool {
	switch {
	case n.Kind == yaml.AliasNode:
		return false // told by lint
	case null(n), s.alone >= 0 && n.Kind == yaml.ScalarNode:
		w.swallowed(n)
		record.Field(s.place).Set(reflect.ValueOf(w.at(n)))
		switch {
		case s.alone >= 0 && null(n):
			record.Field(s.alone).Set(reflect.ValueOf(Value{Place: w.at(n)}))
		case s.alone >= 0:
			record.Field(s.alone).Set(reflect.ValueOf(w.text(n)))
		}
		return true
	case len(s.Keys) == 0:
		w.wrongShape(n, what, TextKey)
		w.lossy = true
		return false
	}
	ok := w.record(s, n, record, what)
	w.lossy = w.lossy || !ok
	return ok
}

// text is a scalar as a value.
func (w *walker) text(n *yaml.Node) Value {
	t := n.Value
	if escaped := n.Style&yaml.DoubleQuotedStyle != 0; escaped || !w.asIs {
		t = viet.NFC(t)
		clean := withoutInvisible(t)
		if escaped && w.asIs && clean != t { // "\u200B": nothing was to be seen in the bytes
			w.add(charInvisible, w.at(n), "mã \\ trong ngoặc kép tạo ra ký tự ẩn", "xoá mã này")
		}
		t = clean
	}
	t = w.unquoted(n, w.untabbed(n, t))
	return Value{Text: strings.TrimSpace(t), Place: w.at(n), Quoted: n.Style&^yaml.TaggedStyle != 0}
}

// null tells whether a node is the absence of a value: nothing, ~ or null, not in quotes.
func null(n *yaml.Node) bool {
	return n.Kind == yaml.ScalarNode && n.Style == 0 && n.Tag == nullTag
}

const (
	nullTag  = "!!null"
	mergeTag = "!!merge"
)

// missing reports required keys that were not written or left empty.
func (w *walker) missing(s *Shape, record reflect.Value, seen []sighting, excused []string) {
	for i := range s.Keys {
		k := &s.Keys[i]
		switch {
		case !k.Required || slices.Contains(excused, k.Name):
		case seen[i].empty:
			hint := ""
			if seen[i].null {
				hint = "chữ null và dấu ~ nghĩa là để trống; nếu là giá trị thật, đặt trong ngoặc kép"
			}
			w.add(keyMissing, seen[i].place, fmt.Sprintf("khoá %q%s để trống", k.Name, ofRecord(s, record)), hint)
		case !seen[i].place.Known():
			at := record.Field(s.place).Interface().(diag.Place)
			w.add(keyMissing, at, fmt.Sprintf("thiếu khoá %q%s", k.Name, ofRecord(s, record)), "")
		}
	}
}

// ofRecord names a record that has an id, as the end of a sentence.
func ofRecord(s *Shape, record reflect.Value) string {
	k := s.Key("id")
	if k == nil || k.Kind != TextKey {
		return ""
	}
	id := record.Field(k.field).Addr().Interface().(*Value)
	if !id.Given() {
		return ""
	}
	return fmt.Sprintf(" của %q", id.Text)
}

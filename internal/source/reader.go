package source

import (
	"reflect"
	"slices"

	"bangvang/internal/diag"
)

// A Reader reads the same folders again and again, while someone edits them. The zero Reader knows nothing. One Read at a time; whoever has a
// Tree must not change it: the next may have the same records, and where nothing has changed be the same.
type Reader struct {
	known map[string]*part // by path: of the last Read
	last  *Tree            // of the last Read, if there was nothing to tell
}

// again gives the last tree if the one that was read is the same.
func (r *Reader) again(tree *Tree, problems *diag.List) *Tree {
	last := r.last
	switch r.last = tree; {
	case problems.Failed(true):
		r.last = nil
	case last != nil && slices.Equal(last.Files, tree.Files) && slices.Equal(last.Assets, tree.Assets):
		r.last = last
		return last
	}
	return tree
}

// keep keeps what each file gave, for the next Read, and forgets all others.
func (r *Reader) keep(parts []part) {
	r.known = make(map[string]*part, len(parts))
	for i := range parts {
		if p := &parts[i]; p.text != nil {
			own := p.again()
			r.known[p.path] = &own
		}
	}
}

// again is a part whose record may be joined with others without changing this one's.
func (p *part) again() part {
	q := *p
	q.excused, q.seen = slices.Clone(p.excused), slices.Clone(p.seen)
	if p.record.IsValid() {
		q.record = reflect.New(p.record.Type()).Elem()
		q.record.Set(p.record)
	}
	if p.list.IsValid() {
		q.list = p.list.Slice3(0, p.list.Len(), p.list.Len())
	}
	return q
}

package source

import (
	"reflect"
	"slices"
)

// A Reader reads the same folders again and again, while someone edits them. The zero Reader knows nothing. One Read at a time; whoever has a
// Tree must not change its records: the next Tree may have the same.
type Reader struct {
	known map[string]*part // by path: of the last Read
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

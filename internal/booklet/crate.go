package booklet

import (
	"crypto/sha256"
	"io"
	"strconv"
)

// crate is some shelves in a row, packed, as they are kept together for when the file is written the next time: of what says how a book is built, and
// where links lead, nearly all is as it was then, and to pack it takes three times as long as to write it.
type crate struct {
	name   string
	before map[[sha256.Size]byte][]byte
	taken  int
	isNew  bool // a shelf of it was not there before
	all    []byte
}

const crateSize = 16 // shelves

// packed is what is known of a shelf before it is packed.
type packed struct {
	in   *crate // nil if it is not kept
	sum  [sha256.Size]byte
	data []byte // as it was packed the last time, if it was
}

// find looks for a shelf, one after another, in what is kept.
func (f *pdfFile) find(head, bodies []byte) *packed {
	if f.kept == nil {
		return &packed{}
	}
	if f.shelves%crateSize == 0 {
		name := "shelves-" + strconv.Itoa(f.shelves)
		f.crate = &crate{name: name, before: f.kept.streams(name)}
	}
	f.shelves++
	h := sha256.New()
	io.WriteString(h, f.kept.Of)
	h.Write(head)
	h.Write(bodies)
	p := &packed{in: f.crate, sum: [sha256.Size]byte(h.Sum(nil))}
	p.data = p.in.before[p.sum]
	return p
}

// take takes a shelf that is packed, in the same order.
func (f *pdfFile) take(p *packed, data []byte) {
	if p == nil || p.in == nil {
		return
	}
	c := p.in
	c.taken++
	c.isNew = c.isNew || p.data == nil
	if c.all == nil { // of shelves one is about as long as another
		c.all = make([]byte, 0, crateSize*(len(data)*5/4+aroundKept))
	}
	c.all = appendKept(c.all, p.sum, data)
	if c.taken == crateSize {
		f.keep(c)
	}
}

// keep keeps a crate, in place of what it was, if that is not the same.
func (f *pdfFile) keep(c *crate) {
	if c.isNew || len(c.before) > c.taken {
		f.kept.Save(c.name, c.all)
	}
	c.before, c.all = nil, nil
}

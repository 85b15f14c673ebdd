// Package digest tells by one number whether two values are the same, all that they hold and point to included: what is made of equal values by
// the same program is equal, and need not be made again.
//
// It knows Go's kinds of values. Structs count with all their fields, unexported ones too, interfaces with the type of what they hold, maps in
// the order of their keys; nil differs from what is empty only for pointers and interfaces. A pointer counts by what it points to, which is
// looked at once for each [Book] (but see [Once]): nothing that a Book has seen may be changed while it is used. Fields that are [Untold] are left out.
// What has no content that can be compared (functions, channels), or holds itself, has no Sum.
//
// It must never know: what the values mean.
package digest

import (
	"crypto/sha256"
	"encoding/binary"
	"hash"
	"reflect"
	"slices"
	"strings"
	"sync"
	"unsafe"
)

// Sum is the number of a value, SHA-256 over how it is noted here.
type Sum = [sha256.Size]byte

// Of is the Sum of values, in their order; false if one of them has none.
func Of(values ...any) (Sum, bool) { return (*Book)(nil).Of(values...) }

// A Book remembers the Sums of what was pointed to. The zero Book is ready; several goroutines may use it at once.
type Book struct {
	shelves [shelves]shelf
}

// shelf is what a Book remembers of some places: of very many, so that each takes little.
type shelf struct {
	mu    sync.RWMutex
	known map[seen]known
}

const shelves = 64

// known is what stands for what is in a place: half a Sum, which tells as many apart as can be and of which there are very many. None is nothing.
type known [sha256.Size / 2]byte

var none known

func (b *Book) shelf(at seen) *shelf {
	const golden = 0x9E3779B97F4A7C15 // spreads what lies together
	return &b.shelves[uint64(uintptr(at.at))*golden>>58]
}

// seen is what a pointer leads to, of which type: a struct and its first field lie in the same place.
type seen struct {
	at unsafe.Pointer // holds what is there, so that nothing else can come to lie in its place
	of *plan
}

// Once is a pointer to what nobody else will ask for: a Book does not remember it, only what that leads to. It has the Sum of the pointer.
type Once struct{ Pointer any }

var once = reflect.TypeFor[Once]()

// Of is the Sum of values, in their order; false if one of them has none.
func (b *Book) Of(values ...any) (Sum, bool) {
	n := noters.Get().(*noter)
	defer n.rest()
	n.book = b
	for _, v := range values {
		if !n.typed(reflect.ValueOf(v)) {
			return Sum{}, false
		}
	}
	return n.part.sum(n.out), true
}

// Untold is what counts for nothing: where a value came from, say, which is never written.
type Untold interface{ Untold() }

var untold = reflect.TypeFor[Untold]()

// noter writes a value so that no other is written alike.
type noter struct {
	book  *Book
	known map[seen]known // without a book
	out   []byte
	part  part
	open  []seen // the pointers that lead here
}

// part is what a Sum is of: what was noted from a place on, but for what of it is in the hash already.
type part struct {
	begin int
	hash  hash.Hash // nil if there is nothing in it
	whole bool      // nothing may go into the hash yet
}

// longPart is how much of a part is held: that of a long table is as large as the table.
const longPart = 64 << 10

// hashed puts what is long into the hash.
func (n *noter) hashed() {
	p := &n.part
	if p.whole || len(n.out)-p.begin < longPart {
		return
	}
	if p.hash == nil {
		p.hash = sha256.New()
	}
	p.hash.Write(n.out[p.begin:])
	n.out = n.out[:p.begin]
}

func (p *part) sum(out []byte) (s Sum) {
	if p.hash == nil {
		return sha256.Sum256(out[p.begin:])
	}
	p.hash.Write(out[p.begin:])
	p.hash.Sum(s[:0])
	return s
}

// noters are used again, unless they have grown large.
var noters = sync.Pool{New: func() any { return &noter{known: map[seen]known{}} }}

const largeNote = 1 << 20

func (n *noter) rest() {
	if cap(n.out) > largeNote || len(n.known) > largeNote/100 {
		return
	}
	clear(n.known)
	n.book, n.out, n.part, n.open = nil, n.out[:0], part{}, n.open[:0]
	noters.Put(n)
}

func (n *noter) number(v uint64) { n.out = binary.AppendUvarint(n.out, v) }

func (n *noter) text(s string) {
	n.number(uint64(len(s)))
	n.out = append(n.out, s...)
}

// typed notes a value with its type, as an interface holds it.
func (n *noter) typed(v reflect.Value) bool {
	lead := (*plan).lead
	if v.IsValid() && v.Type() == once {
		v, lead = v.Field(0).Elem(), (*plan).follow
	}
	if !v.IsValid() {
		n.number(0)
		return true
	}
	p := planOf(v.Type())
	n.text(p.name) // never empty
	if v.Kind() == reflect.Pointer {
		return lead(p.to, n, v.UnsafePointer())
	}
	at := reflect.New(p.of) // what an interface holds has no address
	at.Elem().Set(v)
	return p.note(n, at.UnsafePointer())
}

// list notes as many values as lie from a place on.
func (n *noter) list(p *plan, at unsafe.Pointer, count int) bool {
	n.number(uint64(count))
	for i := range count {
		if !p.note(n, unsafe.Add(at, uintptr(i)*p.of.Size())) {
			return false
		}
		n.hashed()
	}
	return true
}

// table notes a map, its entries in the order of how they are noted.
func (n *noter) table(v reflect.Value) bool {
	entries := make([]string, 0, v.Len())
	key, value := planOf(v.Type().Key()), planOf(v.Type().Elem())
	k, e := reflect.New(key.of).Elem(), reflect.New(value.of).Elem()
	begin, whole := len(n.out), n.part.whole
	n.part.whole = true
	for at := v.MapRange(); at.Next(); {
		k.SetIterKey(at)
		e.SetIterValue(at)
		if !key.note(n, k.Addr().UnsafePointer()) || !value.note(n, e.Addr().UnsafePointer()) {
			return false
		}
		entries = append(entries, string(n.out[begin:]))
		n.out = n.out[:begin]
	}
	n.part.whole = whole
	slices.SortFunc(entries, strings.Compare)
	n.number(uint64(len(entries)))
	for _, e := range entries {
		n.text(e)
	}
	return true
}

// load and keep are what is known of where a pointer leads.
func (n *noter) load(at seen) (k known, ok bool) {
	if n.book == nil {
		k, ok = n.known[at]
		return k, ok
	}
	s := n.book.shelf(at)
	s.mu.RLock()
	defer s.mu.RUnlock()
	k, ok = s.known[at]
	return k, ok
}

func (n *noter) keep(at seen, k known) {
	if n.book == nil {
		n.known[at] = k
		return
	}
	s := n.book.shelf(at)
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.known == nil {
		s.known = map[seen]known{}
	}
	s.known[at] = k
}

package site

import (
	"bytes"
	"fmt"
	"reflect"
	"strconv"
	"sync"

	"bangvang/internal/edition"
)

// openPart is a part that says the same on each page on which it stands, but for how its links are written. Of very many lines there is one each.
type openPart struct {
	text  string // without links
	links []openLink
}

// openLink is a link and where in the text it is written.
type openLink struct {
	at int
	to edition.Path
}

// opened is what an openPart is written for: nothing else may be in it.
type opened struct {
	name, lang string
	given      [mostGiven]any
}

const (
	mostGiven = 4
	usualRoom = 16 << 10 // bytes
	mostOpen  = 48 << 20 // bytes of parts that are kept: 64,060 of the roll's lines
)

// openParts are those of all workers.
type openParts struct {
	mu    sync.RWMutex
	known map[opened]*openPart // nil of what cannot be left open
	size  int
}

// same is what the function "same" of templates appends: a template for what stands on several pages, executed once for all of them. It may say nothing
// but what is given to it: words, paths, and what the edition holds, by itself or by a pointer; links may be in it.
func (k *worker) same(b []byte, name string, given []any) ([]byte, error) {
	of, can := k.opening(name, given)
	if !can {
		return k.execute(b, name, given)
	}
	p, known := k.open.of(of)
	if !known {
		var err error
		if p, err = k.leaveOpen(name, given); err != nil {
			return b, err
		}
		k.open.keep(of, p)
	}
	if p == nil {
		return k.execute(b, name, given)
	}
	from := 0
	for _, l := range p.links {
		b = k.appendHref(append(b, p.text[from:l.at]...), l.to)
		from = l.at
	}
	return append(b, p.text[from:]...), nil
}

// each is the same for all of a list, one after the other: the template is given an element in place of the list.
func (k *worker) each(b []byte, name string, given []any) ([]byte, error) {
	return forAll(b, name, given, func(b []byte) ([]byte, error) { return k.same(b, name, given) })
}

// once is each for what stands on one page.
func (k *worker) once(b []byte, name string, given []any) ([]byte, error) {
	var all any = given
	return forAll(b, name, given, func(b []byte) ([]byte, error) { return k.execute(b, name, all) })
}

// forAll adds something of each element of a list, which is the first that is given: it stands there by itself.
func forAll(b []byte, name string, given []any, add func(b []byte) ([]byte, error)) (_ []byte, err error) {
	if len(given) == 0 {
		return b, fmt.Errorf("%s: thiếu danh sách", name)
	}
	list := reflect.ValueOf(given[0])
	if list.Kind() != reflect.Slice {
		return b, fmt.Errorf("%s: %T không phải danh sách", name, given[0])
	}
	for i := range list.Len() {
		given[0] = list.Index(i).Interface()
		if b, err = add(b); err != nil {
			return b, err
		}
	}
	return b, nil
}

// takeRoom is where to write a part that is left open: there may be others in it.
func (k *worker) takeRoom() []byte {
	if n := len(k.rooms); n > 0 {
		b := k.rooms[n-1]
		k.rooms = k.rooms[:n-1]
		return b
	}
	return make([]byte, 0, usualRoom)
}

func (k *worker) giveRoom(b []byte) { k.rooms = append(k.rooms, b[:0]) }

// opening is for what a part is written; not if that cannot be told from other things.
func (k *worker) opening(name string, given []any) (of opened, can bool) {
	if len(given) > mostGiven {
		return of, false
	}
	of.name, of.lang = name, k.lang
	for i, g := range given {
		if g != nil && !reflect.TypeOf(g).Comparable() {
			return of, false
		}
		of.given[i] = g
	}
	return of, true
}

// leaveOpen executes a template with marks for links; nil if something in it knows the page, or a link is written otherwise than as it is.
func (k *worker) leaveOpen(name string, given []any) (*openPart, error) {
	outer, personal := k.links, k.personal
	k.links, k.personal = &[]edition.Path{}, false
	text, err := k.execute(k.takeRoom(), name, given)
	defer k.giveRoom(text)
	to, known := *k.links, k.personal
	k.links, k.personal = outer, personal
	if err != nil || known {
		return nil, err
	}
	links := make([]openLink, len(to))
	said := text[:0]
	for i, t := range to {
		before, after, found := bytes.Cut(text, []byte(mark(i)))
		if !found || !asWritten(t) || bytes.Contains(before, []byte(markSign)) {
			return nil, nil
		}
		said, text = append(said, before...), after
		links[i] = openLink{len(said), t}
	}
	if bytes.Contains(text, []byte(markSign)) {
		return nil, nil
	}
	return &openPart{string(append(said, text...)), links}, nil
}

// markSign begins and ends what stands for a link while a part is left open. Nothing in a page is written otherwise for its signs.
const markSign = "~~"

func mark(i int) string { return markSign + strconv.Itoa(i) + markSign }

// asWritten tells whether an address stands in an attribute as it is.
func asWritten(to edition.Path) bool {
	for i := range len(to) {
		switch c := to[i]; {
		case c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z', c >= '0' && c <= '9', c == '/', c == '-', c == '.', c == '_', c == '#':
		default:
			return false
		}
	}
	return true
}

func (o *openParts) of(of opened) (p *openPart, known bool) {
	o.mu.RLock()
	defer o.mu.RUnlock()
	p, known = o.known[of]
	return p, known
}

func (o *openParts) keep(of opened, p *openPart) {
	o.mu.Lock()
	defer o.mu.Unlock()
	if o.known == nil || o.size > mostOpen {
		o.known, o.size = map[opened]*openPart{}, 0
	}
	o.known[of] = p
	o.size += 300 // what keeps it
	if p != nil {
		o.size += len(p.text)
	}
}

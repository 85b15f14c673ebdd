package booklet

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"math"
)

// sheet is a page to be drawn, and then its content stream as files have it. When a value of the data has changed, nearly all pages of a book are what they
// were when it was written the last time: their streams are kept by all that they are made from. That is little, since where pages lie, what
// links to them, and how fonts are embedded stands in other objects.
type sheet struct {
	number int // of the object
	page   *Page
	marks  []stretch
	goesOn []bool // see goingOn; nil without marks
	sum    [sha256.Size]byte
	data   []byte // packed
}

// sheets are those pages of a run that are not blank.
func sheets(pages []*Page, numbers []int, marks [][]stretch, after *Page) []sheet {
	out := make([]sheet, 0, len(pages))
	for i, page := range pages {
		if numbers[i] == 0 {
			continue
		}
		s := sheet{number: numbers[i], page: page, marks: marks[i]}
		next := after
		if i+1 < len(pages) {
			next = pages[i+1]
		}
		if s.marks != nil {
			s.goesOn = goingOn(page, next)
		}
		out = append(out, s)
	}
	return out
}

// drawAgain draws those sheets of a run that are not as they were, and keeps all in place of what was kept of a run of this name.
func (b *binder) drawAgain(run []sheet, name string) error {
	kept := &b.Layout.drawn
	if kept.Load == nil {
		return b.drawAll(run)
	}
	b.sum(run, kept.Of)
	before := kept.streams(name)
	var rest []sheet
	for i := range run {
		if run[i].data = before[run[i].sum]; run[i].data == nil {
			rest = append(rest, run[i])
		}
	}
	if len(rest) == 0 && len(before) <= len(run) { // else of a page that is gone
		return nil
	}
	if err := b.drawAll(rest); err != nil {
		return err
	}
	size := 0
	for i := range run {
		s := &run[i]
		if s.data == nil {
			s.data, rest = rest[0].data, rest[1:]
		}
		size += len(s.data) + aroundKept
	}
	all := make([]byte, 0, size)
	for i := range run {
		all = appendKept(all, run[i].sum, run[i].data)
	}
	kept.Save(name, all)
	return nil
}

// aroundKept is at most what appendKept adds to a stream.
const aroundKept = sha256.Size + binary.MaxVarintLen64

// appendKept adds a stream to what is kept.
func appendKept(all []byte, sum [sha256.Size]byte, data []byte) []byte {
	return append(binary.AppendUvarint(append(all, sum[:]...), uint64(len(data))), data...)
}

// streams gives the streams that are kept by a name, by their sums; what is not whole is not kept.
func (k *Kept) streams(name string) map[[sha256.Size]byte][]byte {
	out := map[[sha256.Size]byte][]byte{}
	all, ok := k.Load(name)
	if !ok {
		return nil
	}
	for len(all) > sha256.Size {
		n, size := binary.Uvarint(all[sha256.Size:])
		data := all[min(sha256.Size+max(size, 0), len(all)):]
		if size <= 0 || n > uint64(len(data)) {
			return nil
		}
		out[[sha256.Size]byte(all)] = data[:n:n]
		all = data[n:]
	}
	return out
}

// sum sums up what the streams of sheets are made from, in ink of a screen: of operations, what is drawn, and nothing of their numbers.
func (b *binder) sum(run []sheet, of string) {
	head := fmt.Appendf(nil, "%q %q %g %g", of, b.names, b.width, b.height)
	note := make([]byte, 0, 1<<13)
	for i := range run {
		s := &run[i]
		note = binary.AppendUvarint(append(note[:0], head...), uint64(len(s.page.Ops)))
		for k := range s.page.Ops {
			note = b.note(note, &s.page.Ops[k])
			note = appendFlag(note, s.goesOn != nil && s.goesOn[k])
		}
		for k := range s.marks {
			m := &s.marks[k]
			note = binary.AppendUvarint(binary.AppendUvarint(note, uint64(m.from)), uint64(m.to))
			note = m.appendBegin(note)
		}
		s.sum = sha256.Sum256(note)
	}
}

// note notes what is drawn of an operation.
func (b *binder) note(n []byte, o *Op) []byte {
	n = append(n, byte(o.Kind), byte(o.Face), o.Colour.R, o.Colour.G, o.Colour.B)
	n = appendLengths(n, o.X, o.Y, o.Size, o.Tracking, o.Spread)
	n = append(binary.AppendUvarint(n, uint64(len(o.Text))), o.Text...)
	k := o.Shape
	if k == nil {
		return append(n, 0)
	}
	n = appendFlag(append(n, 1), k.Closed)
	n = appendLengths(n, k.Width, k.Dash, k.Turn, k.W, k.H)
	if o.Kind == OpImage {
		n = binary.AppendVarint(n, int64(b.same[k.Image]))
	}
	n = binary.AppendUvarint(n, uint64(len(k.Points)))
	for _, p := range k.Points {
		n = appendLengths(n, p.X, p.Y)
	}
	return n
}

func appendLengths(n []byte, lengths ...float64) []byte {
	for _, v := range lengths {
		n = binary.LittleEndian.AppendUint64(n, math.Float64bits(v))
	}
	return n
}

func appendFlag(n []byte, is bool) []byte {
	if is {
		return append(n, 1)
	}
	return append(n, 0)
}

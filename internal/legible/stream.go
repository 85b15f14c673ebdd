package legible

import (
	"path"
	"slices"
	"strings"
	"unsafe"
)

// Stream reads a file while it is written, and shows the same texts as Read does. Tables and JSON are read piece by piece and never held whole, as
// those of many awards are large; any other file is held, and read when it is closed.
type Stream struct {
	reader *Reader
	name   string
	see    func(part, text string) (done bool)
	pieces pieces // nil: the file is held
	order  order
	bytes  []byte // as they came and not yet read
	text   []byte // of them, in UTF-8, whose texts are not yet whole
	piece  int    // as many bytes at least are read together
}

// pieces shows the texts in the next piece of a file and tells how many bytes of it are done with. The others come again, before more.
// Of the last piece that is all.
type pieces func(s string, last bool, see func(string)) (done int)

const (
	piece    = 64 << 10
	mostRoom = 1 << 20 // that a Reader keeps for the next Stream
)

// Stream gives where to write a file to. A Reader reads one Stream at a time.
func (r *Reader) Stream(name string, see func(part, text string) (done bool)) *Stream {
	s := &Stream{reader: r, name: name, see: r.unlessDone(see), bytes: r.bytes[:0], text: r.text[:0], piece: piece}
	switch strings.ToLower(path.Ext(name)) {
	case ".json", ".webmanifest":
		s.pieces = strs
	case ".csv", ".tsv":
		s.pieces = new(table).cells
	}
	return s
}

func (s *Stream) Write(b []byte) (int, error) {
	if len(s.bytes)+len(b) > cap(s.bytes) { // to twice as many: of a long archive less is copied
		s.bytes = slices.Grow(s.bytes, max(len(b), len(s.bytes)))
	}
	s.bytes = append(s.bytes, b...)
	// A text longer than a piece is not looked for its end more often than it doubles.
	if s.pieces != nil && len(s.bytes) >= max(s.piece, len(s.text)) {
		s.read(false)
	}
	return len(b), nil
}

// Close reads what is left. What cannot be read, because the file is broken, is an error.
func (s *Stream) Close() (err error) {
	if s.pieces != nil {
		s.read(true)
	} else {
		err = s.reader.read(s.name, s.bytes, s.see)
	}
	if cap(s.bytes)+cap(s.text) <= mostRoom {
		s.reader.bytes, s.reader.text = s.bytes, s.text
	}
	return err
}

// read shows the texts that are whole.
func (s *Stream) read(last bool) {
	if s.order == unknown {
		if len(s.bytes) < longestMark && !last {
			return
		}
		var mark int
		s.order, mark = orderOf(s.bytes)
		s.bytes = s.bytes[:copy(s.bytes, s.bytes[mark:])]
	}
	var rest int
	s.text, rest = s.order.append(s.text, s.bytes)
	s.bytes = s.bytes[:copy(s.bytes, s.bytes[len(s.bytes)-rest:])]
	done := s.pieces(unsafe.String(unsafe.SliceData(s.text), len(s.text)), last, func(text string) { s.see("", text) })
	s.text = s.text[:copy(s.text, s.text[done:])]
}

package booklet

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"hash"
	"io"
	"runtime"
	"strconv"
	"sync"

	"github.com/klauspost/compress/zlib"
)

// pdfFile writes a PDF file from its head to its end and keeps of it only where its objects lie. Streams are made and compressed on all cores
// and written in the order they were asked for, so the bytes do not depend on timing. Other objects are packed into object streams.
type pdfFile struct {
	w       *bufio.Writer
	sum     hash.Hash
	at      int64
	places  []place // by number
	plain   bool    // no object streams: every object lies open, as PDF 1.4 has it
	shelf   shelf
	kept    *Kept  // where shelves are kept for the next time; nil is nowhere
	crate   *crate // the last one that shelves are kept in
	shelves int    // so far
	pending []*chore
	err     error
}

// place is where an object lies: at an offset, or within an object stream.
type place struct {
	offset int64 // 0 is not written yet
	within int32 // number of the object stream
	index  int32 // in it
}

// streams are what a chore made: stream objects with the entries of their dictionaries, the data being compressed already.
type streams []streamObject

type streamObject struct {
	number int
	dict   string
	data   []byte
	shelf  *packed // nil if it is none
}

// chore is the making of streams while others are made.
type chore struct {
	done chan struct{}
	made streams
	err  error
}

// shelf holds objects that wait to be packed.
type shelf struct {
	numbers []int
	starts  []int
	bodies  *bytes.Buffer
}

// shelfSize is how many bytes, or mostShelved how many objects, are packed together: few enough that a reader finds one quickly.
const (
	shelfSize   = 20000
	mostShelved = shelfSize / 100
)

func newFile(w io.Writer, as dialect) *pdfFile {
	f := &pdfFile{w: bufio.NewWriterSize(w, 1<<16), sum: sha256.New(), places: make([]place, 1), plain: as == archaic}
	f.write([]byte("%PDF-" + versions[as] + "\n%\xe2\xe3\xcf\xd3\n"))
	return f
}

func (f *pdfFile) write(b []byte) {
	if f.err != nil {
		return
	}
	f.sum.Write(b) // a hash does not fail
	n, err := f.w.Write(b)
	f.at += int64(n)
	f.err = err
}

// reserve gives the first of so many numbers in a row.
func (f *pdfFile) reserve(n int) int {
	first := len(f.places)
	f.places = append(f.places, make([]place, n)...)
	return first
}

// put writes an object that is not a stream.
func (f *pdfFile) put(n int, body []byte) {
	if f.plain {
		f.settleAll()
		f.begin(n)
		f.write(body)
		f.write([]byte("\nendobj\n"))
		return
	}
	s := &f.shelf
	if s.bodies == nil {
		*s = shelf{make([]int, 0, mostShelved), make([]int, 0, mostShelved), emptyBuffer()}
	}
	s.numbers = append(s.numbers, n)
	s.starts = append(s.starts, s.bodies.Len())
	s.bodies.Write(body)
	s.bodies.WriteByte('\n')
	if s.bodies.Len() >= shelfSize || len(s.numbers) >= mostShelved {
		f.clear()
	}
}

// putf is put of a format.
func (f *pdfFile) putf(n int, format string, args ...any) {
	f.put(n, fmt.Appendf(nil, format, args...))
}

// add writes a new object.
func (f *pdfFile) add(body []byte) int {
	n := f.reserve(1)
	f.put(n, body)
	return n
}

// addf is add of a format.
func (f *pdfFile) addf(format string, args ...any) int {
	return f.add(fmt.Appendf(nil, format, args...))
}

// clear packs what is on the shelf.
func (f *pdfFile) clear() {
	s := f.shelf
	if len(s.numbers) == 0 {
		return
	}
	f.shelf = shelf{}
	n := f.reserve(1)
	for i, number := range s.numbers {
		f.places[number] = place{within: int32(n), index: int32(i)}
	}
	head := make([]byte, 0, 16*len(s.numbers))
	for i, number := range s.numbers {
		head = append(strconv.AppendInt(head, int64(number), 10), ' ')
		head = append(strconv.AppendInt(head, int64(s.starts[i]), 10), ' ')
	}
	packed := f.find(head, s.bodies.Bytes())
	f.later(func() (streams, error) {
		defer buffers.Put(s.bodies)
		dict := fmt.Sprintf("/Type /ObjStm /N %d /First %d", len(s.numbers), len(head))
		if packed.data != nil {
			return streams{{n, dict, packed.data, packed}}, nil
		}
		return streams{{n, dict, deflated(head, s.bodies.Bytes()), packed}}, nil
	})
}

// later has streams made and writes them in their turn.
func (f *pdfFile) later(do func() (streams, error)) {
	c := &chore{done: make(chan struct{})}
	go func() {
		defer close(c.done)
		c.made, c.err = do()
	}()
	f.pending = append(f.pending, c)
	for len(f.pending) > runtime.GOMAXPROCS(0) {
		f.settle()
	}
}

// settle writes what the oldest chore made.
func (f *pdfFile) settle() {
	c := f.pending[0]
	f.pending = f.pending[1:]
	<-c.done
	if f.err == nil {
		f.err = c.err
	}
	for _, s := range c.made {
		f.begin(s.number)
		f.streamBody(s.dict+" /Filter /FlateDecode", s.data)
		f.take(s.shelf, s.data)
	}
}

func (f *pdfFile) settleAll() {
	for len(f.pending) > 0 {
		f.settle()
	}
}

// stream writes a stream object as it is, after what was asked for before it.
func (f *pdfFile) stream(n int, dict string, data []byte) {
	f.settleAll()
	f.begin(n)
	f.streamBody(dict, data)
}

func (f *pdfFile) streamBody(dict string, data []byte) {
	f.write(fmt.Appendf(nil, "<<%s /Length %d>>\nstream\n", dict, len(data)))
	f.write(data)
	f.write([]byte("\nendstream\nendobj\n"))
}

// addStream writes a new stream object, uncompressed.
func (f *pdfFile) addStream(dict string, data []byte) int {
	n := f.reserve(1)
	f.stream(n, dict, data)
	return n
}

// addPacked writes a new stream object, compressed.
func (f *pdfFile) addPacked(dict string, data []byte) int {
	return f.addStream(dict+" /Filter /FlateDecode", deflated(data))
}

func (f *pdfFile) begin(n int) {
	f.places[n].offset = f.at
	f.write(append(strconv.AppendInt(nil, int64(n), 10), " 0 obj\n"...))
}

// close writes what waits, the table of objects and the trailer. /ID is the hash of all that comes before.
func (f *pdfFile) close(root, info int) error {
	f.clear()
	f.settleAll()
	if f.crate != nil && f.crate.taken < crateSize {
		f.keep(f.crate)
	}
	if !f.plain {
		f.reserve(1) // the table itself
	}
	id := fmt.Sprintf("%X", f.sum.Sum(nil)[:16])
	trailer := fmt.Sprintf("/Size %d /Root %d 0 R /Info %d 0 R /ID [<%s> <%s>]", len(f.places), root, info, id, id)
	at := f.at
	if f.plain {
		f.table()
		f.write(fmt.Appendf(nil, "trailer\n<<%s>>\n", trailer))
	} else {
		f.tableStream(trailer)
	}
	f.write(fmt.Appendf(nil, "startxref\n%d\n%%%%EOF\n", at))
	for n := range f.places[1:] {
		if p := f.places[n+1]; p == (place{}) && f.err == nil {
			f.err = fmt.Errorf("booklet: object %d was promised and never written", n+1)
		}
	}
	if f.err != nil {
		return f.err
	}
	return f.w.Flush()
}

// table writes the classic table.
func (f *pdfFile) table() {
	f.write(fmt.Appendf(nil, "xref\n0 %d\n0000000000 65535 f \n", len(f.places)))
	for _, p := range f.places[1:] {
		f.write(fmt.Appendf(nil, "%010d 00000 n \n", p.offset))
	}
}

// tableStream writes the table as a stream: kind, offset or stream, generation or index; each line less the one above it.
func (f *pdfFile) tableStream(trailer string) {
	const width = 1 + 4 + 2
	self := len(f.places) - 1
	f.places[self].offset = f.at
	data := make([]byte, 0, len(f.places)*(width+1))
	var above [width]byte
	for n, p := range f.places {
		var row [width]byte
		switch {
		case n == 0:
			row[5], row[6] = 0xFF, 0xFF
		case p.within > 0:
			row[0] = 2
			binary.BigEndian.PutUint32(row[1:], uint32(p.within))
			binary.BigEndian.PutUint16(row[5:], uint16(p.index))
		default:
			row[0] = 1
			binary.BigEndian.PutUint32(row[1:], uint32(p.offset))
		}
		data = append(data, 2) // of PNG's predictors: up
		for i, b := range row {
			data = append(data, b-above[i])
		}
		above = row
	}
	f.stream(self, fmt.Sprintf("/Type /XRef /W [1 4 2] %s /DecodeParms <</Predictor 12 /Columns %d>> /Filter /FlateDecode", trailer, width), deflated(data))
}

// deflateLevel takes half the time of compress/zlib for one byte in twenty more.
const deflateLevel = 5

var deflaters = sync.Pool{New: func() any {
	z, err := zlib.NewWriterLevel(nil, deflateLevel)
	if err != nil {
		panic(err) // of a level that there is not
	}
	return z
}}

// buffers are used again: most of what is made is thrown away when it is compressed.
var buffers = sync.Pool{New: func() any { return new(bytes.Buffer) }}

func emptyBuffer() *bytes.Buffer {
	b := buffers.Get().(*bytes.Buffer)
	b.Reset()
	return b
}

// deflated compresses with a writer that is used again: a new one takes longer than a page.
func deflated(data ...[]byte) []byte {
	w := emptyBuffer()
	defer buffers.Put(w)
	z := deflaters.Get().(*zlib.Writer)
	defer deflaters.Put(z)
	z.Reset(w)
	for _, d := range data {
		z.Write(d) // a bytes.Buffer does not fail
	}
	z.Close()
	return bytes.Clone(w.Bytes())
}

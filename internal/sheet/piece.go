package sheet

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"hash/crc32"
	"io"
	"slices"

	"github.com/klauspost/compress/flate"
)

// Kept keeps packed pieces of long texts from one build to the next: of a long table one row is changed. What Load gives is what Save was given, or
// nothing; several goroutines may ask both.
type Kept struct {
	Of   string // what packing depends on besides the text: the program
	Load func(key string) ([]byte, bool)
	Save func(key string, packed []byte)
}

// A long text is packed in pieces, each of which depends on itself and on what a packer looks back at. A piece ends at the end of a line, and what the
// line says decides which one that is: what is put in or taken out moves the ends of no other piece. Where no line ends, it ends when it is as long as
// can be.
const (
	leastPiece = 128 << 10
	meanPiece  = 384 << 10 // beyond the least
	mostPiece  = 1 << 20
	lookBack   = 32 << 10
)

// ends tells whether a piece ends with a line: one of meanPiece bytes would be sure to.
func ends(line []byte) bool {
	return uint64(crc32.ChecksumIEEE(line))*meanPiece < uint64(len(line))<<32
}

// A packer packs a text.
type packer struct {
	out     io.Writer
	kept    *Kept // nil keeps nothing
	deflate *flate.Writer
	left    []byte // what is not packed yet
	line    int    // where its last line begins
	before  []byte // of what is packed, the last that is looked back at
	packed  bytes.Buffer
}

func (p *packer) Write(b []byte) (int, error) {
	for more := b; len(more) > 0; {
		n := min(len(more), mostPiece-len(p.left))
		p.left, more = append(p.left, more[:n]...), more[n:]
		if err := p.cut(); err != nil {
			return 0, err
		}
	}
	return len(b), nil
}

// cut packs what is whole.
func (p *packer) cut() error {
	for {
		n := bytes.IndexByte(p.left[p.line:], '\n') + 1
		whole := len(p.left)
		switch {
		case n > 0:
			whole = p.line + n
			if whole < leastPiece || !ends(p.left[p.line:whole]) {
				p.line = whole
				continue
			}
		case whole < mostPiece:
			return nil
		}
		if err := p.pack(p.left[:whole], false); err != nil {
			return err
		}
		p.before = append(p.before[:0], p.left[max(0, whole-lookBack):whole]...)
		p.left, p.line = append(p.left[:0], p.left[whole:]...), 0
	}
}

// Close packs what is left and gives the packer back.
func (p *packer) Close() error {
	err := p.pack(p.left, true)
	p.out, p.kept, p.left, p.line, p.before = nil, nil, p.left[:0], 0, p.before[:0]
	packers.Put(p)
	return err
}

// pack writes a piece as it was packed before, or packs it.
func (p *packer) pack(piece []byte, last bool) error {
	var of sha256sum
	keeps := p.kept != nil && len(piece) >= leastPiece
	if keeps {
		of = p.kept.sum(p.before, piece, last)
		if b, ok := p.kept.Load(of.key()); ok && bytes.HasPrefix(b, of[:]) {
			_, err := p.out.Write(b[len(of):])
			return err
		}
	}
	p.packed.Reset()
	p.packed.Write(of[:])
	p.deflate.ResetDict(&p.packed, p.before)
	if _, err := p.deflate.Write(piece); err != nil {
		return err
	}
	end := p.deflate.Flush
	if last {
		end = p.deflate.Close
	}
	if err := end(); err != nil {
		return err
	}
	if keeps {
		p.kept.Save(of.key(), slices.Clone(p.packed.Bytes()))
	}
	_, err := p.out.Write(p.packed.Bytes()[len(of):])
	return err
}

// sha256sum names a piece, and stands before what is kept of it.
type sha256sum [sha256.Size]byte

func (s sha256sum) key() string { return hex.EncodeToString(s[:]) }

func (k *Kept) sum(before, piece []byte, last bool) (sum sha256sum) {
	h := sha256.New()
	fmt.Fprintf(h, "%q %t %d\n", k.Of, last, len(before))
	h.Write(before)
	h.Write(piece)
	h.Sum(sum[:0])
	return sum
}

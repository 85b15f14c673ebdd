package outdir

import (
	"crypto/sha256"
	"encoding/binary"
	"io/fs"
	"os"
	"slices"
)

// Stamps are what the system told of each file of a destination when its bytes were last known: which file it is, and when it was written and
// changed in any way. A file of which the system tells the same, and the size, has not been written since, and need not be read to know what is
// in it. (What a failing disk makes of it is not seen so: who publishes does without Stamps.)
//
// They hold for one manifest. Where the system does not tell enough there are none.
type Stamps struct {
	of   [sha256.Size]byte // sum of the manifest
	list []stamp           // by place in the manifest
	new  bool              // other than NewStamps was given
}

// stamp is what the system tells of a file; the zero stamp is nothing.
type stamp struct {
	file, written, changed int64 // inode; nanoseconds
}

const stampSize = 3 * 8

// newly is how long before the last change of any file one must have been written to be stamped, in nanoseconds: clocks of disks have ticks, and
// a file that is written twice in one looks the same after it.
const newly = 50e6

// NewStamps reads what Bytes gave; from anything else there are none.
func NewStamps(b []byte) *Stamps {
	s := &Stamps{}
	if len(b) < sha256.Size || (len(b)-sha256.Size)%stampSize != 0 {
		return s
	}
	b = b[copy(s.of[:], b):]
	s.list = make([]stamp, len(b)/stampSize)
	for i := range s.list {
		at := b[i*stampSize:]
		s.list[i] = stamp{int64(binary.LittleEndian.Uint64(at)), int64(binary.LittleEndian.Uint64(at[8:])), int64(binary.LittleEndian.Uint64(at[16:]))}
	}
	return s
}

// Bytes are the stamps for the next run; nil if they are those that it was given.
func (s *Stamps) Bytes() []byte {
	if !s.new {
		return nil
	}
	b := append(make([]byte, 0, len(s.of)+len(s.list)*stampSize), s.of[:]...)
	for _, f := range s.list {
		for _, v := range []int64{f.file, f.written, f.changed} {
			b = binary.LittleEndian.AppendUint64(b, uint64(v))
		}
	}
	return b
}

// under gives the stamps of a manifest's files, by their places; nil if there are none.
func (s *Stamps) under(m Manifest) []stamp {
	if s == nil || len(s.list) != len(m) || len(m) == 0 || s.of != m.Sum() {
		return nil
	}
	return s.list
}

// take notes the files of a manifest at p as they are now. seen are they as they were when they were read or written, by their places: one that was
// written since gets no stamp, nor does one that was written just now. now are they as they are, where that is known.
func (s *Stamps) take(p place, m Manifest, seen, now []stamp, jobs int) {
	if s == nil {
		return
	}
	list := slices.Clone(now)
	inParallel(len(m), jobs, func(i int) bool {
		if now[i] != (stamp{}) {
			return true
		}
		if st, err := os.Lstat(p.live(m[i].Name)); err == nil && isOpen(st, m[i]) {
			if f := stampOf(st); f.file == seen[i].file && f.written == seen[i].written {
				list[i] = f
			}
		}
		return true
	})
	last := int64(0)
	for _, f := range list {
		last = max(last, f.changed)
	}
	for i := range list {
		if list[i].written > last-newly {
			list[i] = stamp{}
		}
	}
	s.of, s.list, s.new = m.Sum(), list, true
}

// isOpen reports whether a file may have the bytes of its entry as far as its size tells, and is open to all readers.
func isOpen(st fs.FileInfo, e Entry) bool {
	return st.Mode().IsRegular() && st.Size() == e.Size && st.Mode().Perm()&0o444 == 0o444
}

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
// So it is with folders: one of which the system tells the same holds the same names, each of the same file, and need not be read to know whether
// somebody put something into it. That is believed only of this machine's disks, and if a run has seen that a folder's stamp changes there.
//
// They hold for one manifest. Where the system does not tell enough there are none.
type Stamps struct {
	of      [sha256.Size]byte // sum of the manifest
	last    int64             // when any file was changed last, as far as is known
	list    []stamp           // by place in the manifest
	folders []stamp           // by place among the manifest's branches: of those that held what it says and nothing else; nil if the disk tells nothing of folders
	spare   []stamp           // the same of the spare site, if each file in it is the very one of the destination; else nil
	new     bool              // other than NewStamps was given
}

// stamp is what the system tells of a file or folder; the zero stamp is nothing.
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
	number := func() int64 {
		if len(b) < 8 {
			return 0
		}
		v := binary.LittleEndian.Uint64(b)
		b = b[8:]
		return int64(v)
	}
	b = b[copy(s.of[:], b):]
	s.last = number()
	var counts [3]int64
	var all int64
	for i := range counts {
		counts[i] = number()
		if counts[i] < 0 || counts[i] > int64(len(b)) {
			return &Stamps{}
		}
		all += counts[i]
	}
	if all*stampSize != int64(len(b)) {
		return &Stamps{}
	}
	for i, list := range []*[]stamp{&s.list, &s.folders, &s.spare} {
		*list = make([]stamp, counts[i])
		for k := range *list {
			(*list)[k] = stamp{number(), number(), number()}
		}
	}
	return s
}

// Bytes are the stamps for the next run; nil if they are those that it was given.
func (s *Stamps) Bytes() []byte {
	if !s.new {
		return nil
	}
	b := append(make([]byte, 0, len(s.of)+4*8+(len(s.list)+len(s.folders)+len(s.spare))*stampSize), s.of[:]...)
	number := func(v int64) { b = binary.LittleEndian.AppendUint64(b, uint64(v)) }
	number(s.last)
	lists := [][]stamp{s.list, s.folders, s.spare}
	for _, list := range lists {
		number(int64(len(list)))
	}
	for _, list := range lists {
		for _, f := range list {
			number(f.file)
			number(f.written)
			number(f.changed)
		}
	}
	return b
}

// under gives the stamps if they are of a manifest of this sum, with so many files and branches; nil if there are none.
func (s *Stamps) under(sum [sha256.Size]byte, files, branches int) *Stamps {
	if s == nil || len(s.list) != files || files == 0 || s.of != sum {
		return nil
	}
	for _, folders := range [][]stamp{s.folders, s.spare} {
		if len(folders) != 0 && len(folders) != branches {
			return nil
		}
	}
	return s
}

// ofFile, ofFolder and ofSpare tell whether the file, the folder and that of the spare site at a place is as it was.
func (s *Stamps) ofFile(i int, now stamp) bool   { return s != nil && isSame(s.list, i, now) }
func (s *Stamps) ofFolder(k int, now stamp) bool { return s != nil && isSame(s.folders, k, now) }
func (s *Stamps) ofSpare(k int, now stamp) bool  { return s != nil && isSame(s.spare, k, now) }

func isSame(stamps []stamp, i int, now stamp) bool {
	return i < len(stamps) && now != (stamp{}) && stamps[i] == now
}

// take notes the files of a manifest at p as they are now. seen are they as they were when they were read or written, by their places: one that was
// written since gets no stamp, nor does one that was written just now. now are they as they are, where that is known.
func (s *Stamps) take(p place, m Manifest, seen, now []stamp, jobs int) {
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
	s.last = 0
	for _, f := range list {
		s.last = max(s.last, f.changed)
	}
	for i := range list {
		if list[i].written > s.last-newly {
			list[i] = stamp{}
		}
	}
	s.of, s.list, s.new = m.Sum(), list, true
}

// found takes note of a destination that was found whole.
func (s *Stamps) found(p place, at *survey, jobs int) {
	if s == nil {
		return
	}
	folders, spare := at.given.kept(at), at.given.twins(at)
	if at.given != nil && slices.Equal(at.seen, s.list) && slices.Equal(folders, s.folders) {
		return
	}
	now := make([]stamp, len(at.seen))
	for i, seen := range at.seen {
		if at.given.ofFile(i, seen) {
			now[i] = seen
		}
	}
	s.take(p, at.manifest, at.seen, now, jobs)
	s.folders, s.spare = folders, spare
}

// twins are the stamps of the spare site's folders if nothing in it is changed, of those in which each file is still that of the destination.
func (s *Stamps) twins(at *survey) []stamp {
	if s == nil || len(s.spare) == 0 {
		return nil
	}
	out := slices.Clone(s.spare)
	for k := range out {
		_ = inside(at.branches, k, func(i int) error {
			if s.list[i].file == 0 || s.list[i].file != at.seen[i].file {
				out[k] = stamp{}
			}
			return nil
		}, func(int) error { return nil })
	}
	return out
}

// kept are the stamps of the destination's folders if nothing in it is changed; nil if the disk tells nothing of folders.
func (s *Stamps) kept(at *survey) []stamp {
	if s == nil || len(s.folders) == 0 {
		return nil
	}
	return s.settled(at.looks, at.littered)
}

// settled gives, of how folders looked, that of those which hold nothing else and were last changed well before the run began: whoever changes one
// after the look makes it look otherwise.
func (s *Stamps) settled(looks []stamp, littered []bool) []stamp {
	out := make([]stamp, len(looks))
	for k, f := range looks {
		if s != nil && !littered[k] && max(f.written, f.changed) <= s.last-newly {
			out[k] = f
		}
	}
	return out
}

// isOpen reports whether a file may have the bytes of its entry as far as its size tells, and is open to all readers.
func isOpen(st fs.FileInfo, e Entry) bool {
	return st.Mode().IsRegular() && st.Size() == e.Size && st.Mode().Perm()&0o444 == 0o444
}

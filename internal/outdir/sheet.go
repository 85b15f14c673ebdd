package outdir

import (
	"crypto/sha256"
	"hash"
	"os"
	"path"
)

// sheetSize is how many bytes of a file are held in memory before they go to
// the disk: more than nearly every page has, so that an unchanged page costs no
// write.
const sheetSize = 1 << 20

// A sheet takes the bytes of one file: the first MiB in memory, the rest to the
// disk. It is used for one file after another.
type sheet struct {
	stage *stage

	name string
	size int64
	hash hash.Hash // of what is on the disk, then of all
	buf  []byte    // what is not there yet
	file *os.File  // nil while all is in buf
	err  error     // the first failure, which stays
	told stamp     // what the system told of the file when all was written
}

func newSheet(s *stage) *sheet {
	return &sheet{stage: s, hash: newHash()}
}

func (w *sheet) begin(name string) {
	w.name, w.size, w.buf, w.file, w.err = name, 0, w.buf[:0], nil, nil
	w.told = stamp{}
	w.hash.Reset()
}

// Write takes bytes of the file.
func (w *sheet) Write(p []byte) (int, error) {
	if !w.takes(len(p)) {
		return 0, w.err
	}
	if len(p) > sheetSize {
		w.spill(p)
	} else {
		w.buf = append(w.buf, p...)
	}
	return len(p), w.err
}

// WriteString takes text of the file.
func (w *sheet) WriteString(p string) (int, error) {
	if len(p) > sheetSize {
		return w.Write([]byte(p))
	}
	if !w.takes(len(p)) {
		return 0, w.err
	}
	w.buf = append(w.buf, p...)
	return len(p), nil
}

// takes makes room for n bytes, unless the file has failed or the run ended.
func (w *sheet) takes(n int) bool {
	if w.err == nil {
		w.err = w.stage.ctx.Err()
	}
	if w.err == nil && len(w.buf) > 0 && len(w.buf)+n > sheetSize {
		w.spill(w.buf)
		w.buf = w.buf[:0]
	}
	w.size += int64(n)
	return w.err == nil
}

// spill writes p to the disk, opening the file if it is the first.
func (w *sheet) spill(p []byte) {
	if w.file == nil && w.err == nil {
		w.file, w.err = w.create()
	}
	if w.err == nil {
		w.hash.Write(p)
		w.fail(w.stage.disk.write(w.file, p))
	}
}

func (w *sheet) create() (*os.File, error) {
	if err := w.stage.folder(path.Dir(w.name)); err != nil {
		return nil, err
	}
	at := w.stage.place.staged(w.name)
	if err := w.stage.clear(at); err != nil {
		return nil, err
	}
	f, err := w.stage.disk.create(at)
	if err != nil {
		return nil, w.stage.place.machine("không ghi được tệp", at, err)
	}
	return f, nil
}

func (w *sheet) fail(err error) {
	if err != nil && w.err == nil {
		w.err = w.stage.place.machine("không ghi được tệp", w.stage.place.staged(w.name), err)
	}
}

// sum is the hash of all that was written. Nothing can be written after it.
func (w *sheet) sum() [sha256.Size]byte {
	w.hash.Write(w.buf)
	return sumOf(w.hash)
}

// finish puts on the disk what is not there yet.
func (w *sheet) finish() error {
	if w.file == nil {
		if w.file, w.err = w.create(); w.err != nil {
			return w.err
		}
	}
	if len(w.buf) > 0 {
		w.fail(w.stage.disk.write(w.file, w.buf))
	}
	if w.err == nil && w.stage.chmodFile {
		w.fail(w.stage.disk.chmod(w.file.Name(), 0o644))
	}
	if st, err := w.file.Stat(); err == nil {
		w.told = stampOf(st)
	}
	w.fail(w.stage.disk.close(w.file))
	w.file = nil
	return w.err
}

// discard takes the file back from the disk: it is there already, unchanged.
func (w *sheet) discard() error {
	if w.file == nil {
		return nil
	}
	at := w.file.Name()
	w.abandon()
	w.fail(w.stage.disk.remove(at))
	return w.err
}

// abandon closes the file as it is.
func (w *sheet) abandon() {
	if w.file != nil {
		w.file.Close()
		w.file = nil
	}
}

func newHash() hash.Hash { return sha256.New() }

func sumOf(h hash.Hash) (sum [sha256.Size]byte) {
	h.Sum(sum[:0])
	return sum
}

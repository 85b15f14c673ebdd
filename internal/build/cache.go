package build

import (
	"cmp"
	"crypto/sha256"
	"io"
	"os"
	"path/filepath"
	"slices"

	"bangvang/internal/chart"
)

// cacheIn keeps what was drawn of one kind in a folder, one file a key: chart scenes, pictures. The folder is safe to delete; one that cannot
// be written means no cache. Before the bytes of each file stands their SHA-256: what a failing disk made of them is no cache either. A file is
// as old as its last use, to a day: see sweep. ask, if not nil, is asked before each change of the disk.
func cacheIn(folder, kind, ending string, ask Ask) chart.Store {
	folder = filepath.Join(folder, kind)
	path := func(key string) string { return filepath.Join(folder, key+ending) }
	load := func(room []byte, key string) ([]byte, bool) {
		sum, b, err := readSummed(path(key), room)
		if err != nil || sha256.Sum256(b) != sum {
			return b, false
		}
		ask.freshen(path(key))
		return b, true
	}
	return chart.Store{
		LoadTo: load,
		Load: func(key string) ([]byte, bool) {
			b, ok := load(nil, key)
			if !ok {
				return nil, false // not even what a failing disk made of it
			}
			return b, true
		},
		Save: func(key string, b []byte) {
			sum := sha256.Sum256(b)
			_ = ask.place(folder, path(key), sum[:], b) // what cannot be kept is drawn again
		},
	}
}

// readSummed reads a file and the sum that stands before it, into room if that is large enough.
func readSummed(name string, room []byte) (sum [sha256.Size]byte, b []byte, err error) {
	f, err := os.Open(name)
	if err != nil {
		return sum, room, err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return sum, room, err
	}
	if _, err := io.ReadFull(f, sum[:]); err != nil {
		return sum, room, err
	}
	n := max(int(info.Size())-len(sum), 0) // it may have grown since
	b = slices.Grow(room[:0], n)[:n]
	_, err = io.ReadFull(f, b)
	return sum, b, err
}

// Ask is asked before each change of the disk and may refuse it: tests fail it at the n-th. Nobody is nil.
type Ask func(op, path string) error

func (a Ask) may(op, path string) error {
	if a == nil {
		return nil
	}
	return a(op, path)
}

// place writes a file apart and renames it, so that a build cut short leaves no half file.
func (a Ask) place(folder, path string, parts ...[]byte) error {
	if err := a.may("mkdir", folder); err != nil {
		return err
	}
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	if err := a.may("create", path); err != nil {
		return err
	}
	f, err := os.CreateTemp(folder, newPrefix+"*")
	if err != nil {
		return err
	}
	for _, b := range parts {
		if err == nil {
			err = a.may("write", path)
		}
		if err == nil {
			_, err = f.Write(b)
		}
	}
	err = cmp.Or(err, a.may("close", path))
	if err = cmp.Or(f.Close(), err); err == nil {
		err = a.may("rename", path)
	}
	if err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil && a.may("remove", path) == nil {
		os.Remove(f.Name())
	}
	return err
}

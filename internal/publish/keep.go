package publish

import (
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"bangvang/internal/fileset"
)

// ErrKept is a publication whose day has kept other bytes already.
var ErrKept = errors.New("đã có bản công bố khác của ngày này")

// ErrEarlier is a publication whose day is before one that there was.
var ErrEarlier = errors.New("đã có bản công bố sau ngày này")

const sums = "SHA256SUMS"

// keepsake is a folder of kept files beside its place, to be put there.
type keepsake struct {
	at, staged string
	same       bool // its place holds the same bytes already
}

// stage writes the kept files beside folder. It refuses with ErrKept a folder that is there with other bytes, unless it may be replaced.
func stage(ctx context.Context, folder string, kept *fileset.Set, replace bool) (*keepsake, error) {
	k := &keepsake{at: folder, staged: filepath.Join(filepath.Dir(folder), "."+filepath.Base(folder)+".new")}
	if err := errors.Join(os.RemoveAll(k.staged), os.MkdirAll(k.staged, 0o755)); err != nil {
		return nil, err
	}
	list, err := k.write(ctx, kept)
	if err != nil {
		k.drop()
		return nil, err
	}
	old, err := os.ReadFile(filepath.Join(folder, sums))
	_, absent := os.Lstat(folder)
	switch {
	case err == nil && bytes.Equal(old, list):
		k.same = true
		k.drop()
	case errors.Is(absent, fs.ErrNotExist) || replace:
	default:
		k.drop()
		return nil, fmt.Errorf("%w: %s", ErrKept, folder)
	}
	return k, nil
}

// write writes the files and their sums, which it returns.
func (k *keepsake) write(ctx context.Context, kept *fileset.Set) ([]byte, error) {
	var mu sync.Mutex
	var lines []string
	read := func(name string, w io.Writer) error {
		f, err := os.Open(filepath.Join(k.staged, filepath.FromSlash(name)))
		if err != nil {
			return err
		}
		defer f.Close()
		_, err = io.Copy(w, f)
		return err
	}
	err := kept.Each(ctx, 0, read, func(_ int, name string, r fileset.Recipe) error {
		sum, err := k.file(name, r)
		mu.Lock()
		defer mu.Unlock()
		lines = append(lines, fmt.Sprintf("%x  %s\n", sum, name))
		return err
	})
	if err != nil {
		return nil, err
	}
	slices.SortFunc(lines, func(a, b string) int { return strings.Compare(a[2*sha256.Size:], b[2*sha256.Size:]) })
	list := []byte(strings.Join(lines, ""))
	_, err = k.file(sums, func(w io.Writer) error { _, err := w.Write(list); return err })
	return list, err
}

// file writes one file and waits for the disk.
func (k *keepsake) file(name string, r fileset.Recipe) (sum []byte, err error) {
	at := filepath.Join(k.staged, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(at), 0o755); err != nil {
		return nil, err
	}
	f, err := os.OpenFile(at, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return nil, err
	}
	hash := sha256.New()
	err = r(io.MultiWriter(f, hash))
	return hash.Sum(nil), errors.Join(err, f.Sync(), f.Close())
}

// put puts the staged folder into its place. It tells whether anything changed.
func (k *keepsake) put() (bool, error) {
	if k.same {
		return false, nil
	}
	old := k.staged[:len(k.staged)-len("new")] + "old"
	if err := os.RemoveAll(old); err != nil {
		return false, err
	}
	if err := os.Rename(k.at, old); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return false, err
	}
	if err := os.Rename(k.staged, k.at); err != nil {
		return false, errors.Join(err, restore(old, k.at))
	}
	return true, os.RemoveAll(old)
}

// restore puts back what was there before, if anything was.
func restore(old, at string) error {
	if err := os.Rename(old, at); !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}

func (k *keepsake) drop() { os.RemoveAll(k.staged) }

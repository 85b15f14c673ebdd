package site

import (
	"errors"
	"io/fs"
	"slices"
	"strings"
)

// Overlay shows base with the files of over in front of it, file by file. A folder holds what either holds.
func Overlay(over, base fs.FS) fs.FS { return overlay{over, base} }

type overlay struct{ over, base fs.FS }

var _ fs.ReadDirFS = overlay{}

func (o overlay) Open(name string) (fs.File, error) {
	f, err := o.over.Open(name)
	if errors.Is(err, fs.ErrNotExist) {
		return o.base.Open(name)
	}
	return f, err
}

func (o overlay) ReadDir(name string) ([]fs.DirEntry, error) {
	over, err := fs.ReadDir(o.over, name)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	base, baseErr := fs.ReadDir(o.base, name)
	if baseErr != nil && (err != nil || !errors.Is(baseErr, fs.ErrNotExist)) {
		return nil, baseErr
	}
	for _, e := range base {
		if !slices.ContainsFunc(over, func(x fs.DirEntry) bool { return x.Name() == e.Name() }) {
			over = append(over, e)
		}
	}
	slices.SortFunc(over, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	return over, nil
}

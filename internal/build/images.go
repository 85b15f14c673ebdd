package build

import (
	"crypto/sha256"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"bangvang/internal/digest"
	"bangvang/internal/edition"
	"bangvang/internal/fileset"
	"bangvang/internal/photo"
)

// folder is the input as recipes read it, long after Render: each file is opened anew, and never outside the folder.
type folder string

// Open opens a file below the folder.
func (f folder) Open(name string) (fs.File, error) {
	if !fs.ValidPath(name) {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrInvalid}
	}
	return os.OpenInRoot(string(f), filepath.FromSlash(name))
}

// images judges the pictures that documents show and adds a recipe for each that may be published.
func (r *Result) images(input fs.FS, set *fileset.Set) error {
	for _, m := range r.Edition.Images {
		file := path.Join("content", m.File)
		if err := photo.Check(input, file, m.Place, &r.Problems); err != nil {
			return err
		}
		if err := set.AddOf(strings.TrimPrefix(string(m.Path), "/"), madeFrom(input, file), func(w io.Writer) error { return photo.Clean(w, input, file) }); err != nil {
			return err
		}
	}
	return nil
}

// madeFrom is the origin of what is made from files alone, as they are when it is asked for.
func madeFrom(input fs.FS, files ...string) fileset.Origin {
	return func() (sum [sha256.Size]byte, ok bool) {
		var all []any
		for _, file := range files {
			b, err := fs.ReadFile(input, file)
			if err != nil {
				return sum, false
			}
			all = append(all, b)
		}
		return digest.Of(all...)
	}
}

// imageAddress is where the picture lies that a document names.
func imageAddress(document, address string) (edition.Path, error) {
	return edition.ImageOf(document, address).Path, nil
}

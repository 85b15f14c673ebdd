package build

import (
	"crypto/sha256"
	"io/fs"
	"os"
	"slices"
	"strings"

	"bangvang/internal/source"
)

// input is the files that were read, by path, when their texts are no longer held: of many awards these are larger than what is published.
type input struct {
	folder string
	files  []read
}

type read struct {
	path string
	sum  [sha256.Size]byte
}

// forget lets go of all that was read, but for what earlier publications kept: what was believed of it is in the ledger.
func (r *Result) forget(opt Options) {
	r.public()
	r.input.folder = opt.Source
	for _, f := range r.Tree.Files {
		r.input.files = append(r.input.files, read{f.Path, sha256.Sum256([]byte(f.Text))})
	}
	r.Tree = &source.Tree{Published: r.Tree.Published}
}

// Text is a file of the input as it was read. It is "" of one that there was not, and of one that was let go of and is another by now.
func (r *Result) Text(path string) string {
	if r.Tree == nil {
		return ""
	}
	if i, ok := slices.BinarySearchFunc(r.Tree.Files, path, func(f source.File, path string) int { return strings.Compare(f.Path, path) }); ok {
		return r.Tree.Files[i].Text
	}
	i, ok := slices.BinarySearchFunc(r.input.files, path, func(f read, path string) int { return strings.Compare(f.path, path) })
	if !ok {
		return ""
	}
	root, err := os.OpenRoot(r.input.folder)
	if err != nil {
		return ""
	}
	defer root.Close()
	b, err := fs.ReadFile(root.FS(), path)
	if err != nil || sha256.Sum256(b) != r.input.files[i].sum {
		return ""
	}
	return string(b)
}

// ShownFile is Text as it may be shown with a problem: what is personal in it is not to be seen, whatever the problem is.
func (r *Result) ShownFile(path string) []byte {
	r.shown.Lock()
	defer r.shown.Unlock()
	b, ok := r.shown.files[path]
	if !ok { // a file that has one problem has many, which are told and then kept to be told again
		if r.shown.files == nil {
			r.shown.files = map[string][]byte{}
		}
		b = []byte(r.Shown(r.Text(path)))
		r.shown.files[path] = b
	}
	return b
}

// paths are those of all files that were read.
func (r *Result) paths() []string {
	var out []string
	for _, f := range r.Tree.Files {
		out = append(out, f.Path)
	}
	for _, f := range r.input.files {
		out = append(out, f.path)
	}
	return out
}

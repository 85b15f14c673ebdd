package fileset

import (
	"bytes"
	"io"
	"io/fs"
	"path"
	"sort"
	"strings"
	"time"
)

// FS shows the set as a file system, for a preview and for tests. A file is
// made when it is opened, and its size is known only by making it. Times are
// zero: a set has none.
func (s *Set) FS() fs.FS { return tree{s} }

// tree is a Set as fs.FS.
type tree struct{ set *Set }

var (
	_ fs.ReadDirFS  = tree{}
	_ fs.ReadFileFS = tree{}
	_ fs.StatFS     = tree{}
)

// Open makes a file, or lists a folder.
func (t tree) Open(name string) (fs.File, error) {
	if !fs.ValidPath(name) {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrInvalid}
	}
	if t.set.hasFolder(name) {
		return &folder{info: info{name: path.Base(name), mode: fs.ModeDir | 0o755}, path: name, entries: t.set.entries(name)}, nil
	}
	b, err := t.ReadFile(name)
	if err != nil {
		return nil, err
	}
	return &content{bytes.NewReader(b), info{path.Base(name), int64(len(b)), 0o644}}, nil
}

// ReadFile makes a file.
func (t tree) ReadFile(name string) ([]byte, error) {
	err := fs.ErrNotExist
	switch {
	case !fs.ValidPath(name):
		err = fs.ErrInvalid
	case t.set.hasFolder(name):
		err = errFolder
	case t.set.Has(name):
		var b []byte
		if b, err = t.set.Bytes(name); err == nil {
			return b, nil
		}
	}
	return nil, &fs.PathError{Op: "open", Path: name, Err: err}
}

// ReadDir lists a folder without making its files.
func (t tree) ReadDir(name string) ([]fs.DirEntry, error) {
	if !fs.ValidPath(name) || !t.set.hasFolder(name) {
		return nil, &fs.PathError{Op: "readdir", Path: name, Err: fs.ErrNotExist}
	}
	return t.set.entries(name), nil
}

// Stat makes a file to tell its size.
func (t tree) Stat(name string) (fs.FileInfo, error) {
	f, err := t.Open(name)
	if err != nil {
		return nil, err
	}
	return f.Stat()
}

// entries lists a folder, sorted. Names sort by bytes, so a folder is one
// stretch of them, and so is each folder in it.
func (s *Set) entries(name string) []fs.DirEntry {
	prefix := name + "/"
	if name == "." {
		prefix = ""
	}
	names := s.index().names
	var list []fs.DirEntry
	for i := sort.SearchStrings(names, prefix); i < len(names) && strings.HasPrefix(names[i], prefix); {
		base, _, isFolder := strings.Cut(names[i][len(prefix):], "/")
		list = append(list, entry{s, prefix + base, isFolder})
		i++
		if isFolder {
			i += sort.SearchStrings(names[i:], prefix+base+"0") // "0" is the byte after "/"
		}
	}
	sort.Slice(list, func(a, b int) bool { return list[a].Name() < list[b].Name() })
	return list
}

// An entry is a line of a folder.
type entry struct {
	set      *Set
	path     string
	isFolder bool
}

func (e entry) Name() string { return path.Base(e.path) }
func (e entry) IsDir() bool  { return e.isFolder }
func (e entry) Type() fs.FileMode {
	if e.isFolder {
		return fs.ModeDir
	}
	return 0
}
func (e entry) Info() (fs.FileInfo, error) { return tree{e.set}.Stat(e.path) }
func (e entry) String() string             { return fs.FormatDirEntry(e) }

// info describes a file or folder.
type info struct {
	name string
	size int64
	mode fs.FileMode
}

func (i info) Name() string       { return i.name }
func (i info) Size() int64        { return i.size }
func (i info) Mode() fs.FileMode  { return i.mode }
func (i info) ModTime() time.Time { return time.Time{} }
func (i info) IsDir() bool        { return i.mode.IsDir() }
func (i info) Sys() any           { return nil }
func (i info) String() string     { return fs.FormatFileInfo(i) }

// content is an open file.
type content struct {
	*bytes.Reader
	info info
}

func (c *content) Stat() (fs.FileInfo, error) { return c.info, nil }
func (c *content) Close() error               { return nil }

// folder is an open folder.
type folder struct {
	info
	path    string
	entries []fs.DirEntry
	at      int
}

func (f *folder) Stat() (fs.FileInfo, error) { return f.info, nil }
func (f *folder) Close() error               { return nil }
func (f *folder) Read([]byte) (int, error) {
	return 0, &fs.PathError{Op: "read", Path: f.path, Err: errFolder}
}

// ReadDir returns the next n entries, or all that remain if n is not positive.
func (f *folder) ReadDir(n int) ([]fs.DirEntry, error) {
	rest := f.entries[f.at:]
	if n > 0 && len(rest) == 0 {
		return nil, io.EOF
	}
	if n > 0 && n < len(rest) {
		rest = rest[:n]
	}
	f.at += len(rest)
	return append([]fs.DirEntry(nil), rest...), nil
}

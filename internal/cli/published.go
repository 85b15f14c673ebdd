package cli

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"bangvang/internal/outdir"
)

// isPublished tells whether a folder lies in the one that is published, or in any other that bangvang published, through links too.
// What is printed holds what is for nobody else, or not yet.
func isPublished(folder, public string) bool {
	target, public := truly(folder), truly(public)
	if rel, err := filepath.Rel(public, target); err == nil && rel != ".." && !strings.HasPrefix(rel, ".."+string(filepath.Separator)) {
		return true
	}
	published, absent := os.Stat(public)
	for dir := target; ; dir = filepath.Dir(dir) {
		if at, err := os.Stat(dir); err == nil && absent == nil && os.SameFile(at, published) {
			return true
		}
		if _, err := outdir.ReadManifest(dir); err == nil {
			return true
		}
		if dir == filepath.Dir(dir) {
			return false
		}
	}
}

// truly is a path without links, though its end may not be there yet.
func truly(path string) string {
	path, err := filepath.Abs(path)
	if err != nil {
		return path
	}
	rest := ""
	for dir := path; ; dir = filepath.Dir(dir) {
		real, err := filepath.EvalSymlinks(dir)
		if err == nil {
			return filepath.Join(real, rest)
		}
		if !errors.Is(err, fs.ErrNotExist) || dir == filepath.Dir(dir) {
			return path
		}
		rest = filepath.Join(filepath.Base(dir), rest)
	}
}

package build_test

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"bangvang/internal/bench"
)

// TestPackedIsClean: tables long enough that pieces of them are kept are, after one of their cells is changed and whatever has become of the pieces,
// what a build from nothing makes.
func TestPackedIsClean(t *testing.T) {
	long(t)
	set, err := bench.Campaign(bench.Size{Awards: 1200, Units: 26, Assignments: 26, Decisions: 3}, 8)
	if err != nil {
		t.Fatal(err)
	}
	e := editor{t: t, folder: t.TempDir()}
	if err := os.CopyFS(e.folder, set.FS()); err != nil {
		t.Fatal(err)
	}
	e.build("public")
	if len(e.packed()) < 2 {
		t.Fatalf("%d pieces are kept: nothing is shown", len(e.packed()))
	}
	e.cite("Đã được sửa")
	changed, _ := e.build("public")
	for what, spoil := range map[string]func([]byte) []byte{
		"as they are": func(b []byte) []byte { return b },
		"cut":         func(b []byte) []byte { return b[:len(b)/2] },
		"flipped":     func(b []byte) []byte { b[len(b)-1] ^= 1; return b },
		"none":        nil,
	} {
		for _, name := range e.packed() {
			b, err := os.ReadFile(name)
			switch {
			case err != nil:
			case spoil == nil:
				err = os.Remove(name)
			default:
				err = os.WriteFile(name, spoil(b), 0o644)
			}
			if err != nil {
				t.Fatal(err)
			}
		}
		other, _ := e.build("other")
		if e.same(what, changed.Manifest, other.Manifest); os.RemoveAll(filepath.Join(e.folder, "other")) != nil {
			t.Fatal(what)
		}
	}
}

// packed are the pieces of tables that are kept.
func (e *editor) packed() []string {
	e.t.Helper()
	files, err := filepath.Glob(filepath.Join(e.folder, ".bangvang", "cache", "packed", "*"))
	if err != nil {
		e.t.Fatal(err)
	}
	return files
}

// cite changes what the first award is for.
func (e *editor) cite(words string) {
	e.t.Helper()
	files, err := fs.Glob(os.DirFS(e.folder), "data/awards/*.yaml")
	if err != nil || len(files) == 0 {
		e.t.Fatal(files, err)
	}
	name := filepath.Join(e.folder, files[0])
	b, err := os.ReadFile(name)
	was, now := []byte("citation: "), []byte("citation: "+words+" ")
	if err != nil || !bytes.Contains(b, was) {
		e.t.Fatal(name, err)
	}
	if err := os.WriteFile(name, bytes.Replace(b, was, now, 1), 0o644); err != nil {
		e.t.Fatal(err)
	}
}

package outdir

import (
	"os"
	"path/filepath"
	"testing"
)

// TestHolds: a folder holds what it was made to hold until anything in it differs, and looking changes nothing.
func TestHolds(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	sum := func(version string) [32]byte {
		m, err := Weigh(background, site(t, version, 30), Options{})
		must(t, err)
		return m.Sum()
	}
	if _, ok := Holds(background, dir, sum("one"), Options{}); ok {
		t.Error("nothing holds a site")
	}
	made := replaceOK(t, dir, site(t, "one", 30), Options{})
	before := dump(t, dir)
	stats, ok := Holds(background, dir, sum("one"), Options{Jobs: 3})
	if want := (Stats{Files: made.Files, Unchanged: made.Files, Bytes: made.Bytes}); !ok || stats != want {
		t.Errorf("holds %+v, %t, want %+v", stats, ok, want)
	}
	if _, ok := Holds(background, dir, sum("two"), Options{}); ok {
		t.Error("one site is taken for another")
	}
	if dump(t, dir) != before {
		t.Error("looking changed the folder")
	}
	onlyLockBeside(t, dir)
	page := filepath.Join(dir, "index.html")
	b, err := os.ReadFile(page)
	must(t, err)
	b[0]++ // of the same size
	put(t, page, string(b))
	if _, ok := Holds(background, dir, sum("one"), Options{}); ok {
		t.Error("a changed page goes unseen")
	}
}

package build_test

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"bangvang/internal/build"
)

// TestInputAgain: a build holds no file of its input, but shows it as it was read; one that is another by now is not shown.
func TestInputAgain(t *testing.T) {
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS("testdata/campaigns/hai-dang")); err != nil {
		t.Fatal(err)
	}
	r, err := build.Check(context.Background(), build.Options{Source: dir})
	if err != nil || r.Set == nil {
		t.Fatal(err, r.Problems.Sorted())
	}
	const name = "data/units.yaml"
	b, err := os.ReadFile(filepath.Join(dir, name))
	if err != nil {
		t.Fatal(err)
	}
	if len(r.Tree.Files) > 0 {
		t.Errorf("%d files are held", len(r.Tree.Files))
	}
	if got := r.Text(name); got == "" || got != string(b) {
		t.Errorf("%s is shown as %.80q", name, got)
	}
	if r.Text("data/no.yaml") != "" || r.Text("../x") != "" {
		t.Error("a file that was not read is shown")
	}
	write(t, dir, name, "# another\n"+string(b))
	if r.Text(name) != "" {
		t.Error("another file is shown for one that was read")
	}
}

package build_test

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
	"time"

	"bangvang/internal/build"
)

// TestSameElsewhere builds the same input where the clock, the language, the working folder and the ends of lines are others.
func TestSameElsewhere(t *testing.T) {
	m := theSecond(t)
	folder := filepath.Join(t.TempDir(), "nơi khác")
	if err := copyCampaign(m.folder, folder); err != nil {
		t.Fatal(err)
	}
	changed := 0
	for _, part := range []string{"data", "content"} {
		if err := filepath.WalkDir(filepath.Join(folder, part), func(name string, e fs.DirEntry, err error) error {
			if ext := filepath.Ext(name); err != nil || ext != ".yaml" && ext != ".md" {
				return err
			}
			b, err := os.ReadFile(name)
			if err != nil {
				return err
			}
			changed++
			return os.WriteFile(name, bytes.ReplaceAll(b, []byte("\n"), []byte("\r\n")), 0o644)
		}); err != nil {
			t.Fatal(err)
		}
	}
	if changed < 10 {
		t.Fatalf("%d files", changed)
	}
	defer func(local *time.Location) { time.Local = local }(time.Local)
	time.Local = time.FixedZone("nơi khác", -11*60*60)
	for _, name := range []string{"LANG", "LC_ALL", "LANGUAGE"} {
		t.Setenv(name, "tr_TR.UTF-8")
	}
	t.Setenv("TZ", "Pacific/Niue")
	t.Chdir(filepath.Dir(folder))
	out := t.TempDir()
	r, err := build.Build(t.Context(), build.Options{Source: "nơi khác", Destination: out})
	if err != nil || r.Failed(false) {
		t.Fatal(err, problems(r))
	}
	files, err := readTree(out)
	if err != nil {
		t.Fatal(err)
	}
	sameTree(t, "elsewhere", files, m.files)
}

package build_test

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"bangvang/internal/build"
	"bangvang/internal/edition"
	"bangvang/internal/export"
)

// TestSinceLastPublication: what was kept of the publication before is read, that of today and of later days is not, and a broken one is told of.
func TestSinceLastPublication(t *testing.T) {
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS("testdata/campaigns/hai-dang")); err != nil {
		t.Fatal(err)
	}
	press := func() (*build.Result, *edition.PressPage) {
		r, err := build.Render(context.Background(), build.Options{Source: dir})
		if err != nil {
			t.Fatal(err)
		}
		if r.Edition == nil {
			t.Fatal(problems(r))
		}
		for _, p := range r.Edition.Pages {
			if body, ok := p.Body.(*edition.PressPage); ok {
				return r, body
			}
		}
		t.Fatal("no press page")
		return nil, nil
	}
	keep := func(day, text string) {
		folder := filepath.Join(dir, "data", "published", day)
		if err := os.MkdirAll(folder, 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(folder, export.SnapshotName), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	r, page := press()
	if page.Since != nil {
		t.Errorf("nothing was published: %+v", page.Since)
	}
	before := r.Edition.Snapshot
	before.Day, before.Targets[0].Newest = "2021-08-15", "0,1%"
	var b bytes.Buffer
	if err := export.WriteSnapshot(&b, before); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "data", "urls.lock"), []byte("/ 2021-08-15\n# hết: 1 địa chỉ\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	keep("2021-08-15", b.String())
	keep("2021-09-01", "the clock's own day")
	if _, page := press(); page.Since == nil || len(page.Since.Changes) != 2 || !strings.Contains(page.Since.Changes[0].Detail, "0,1%") {
		t.Errorf("%+v", page.Since)
	}
	keep(".2021-08-20.new", "what a run that was killed left behind")
	if r, page := press(); page.Since == nil || len(page.Since.Changes) != 2 || strings.Contains(problems(r), "publication-damaged") {
		t.Errorf("a hidden folder is read: %s", problems(r))
	}
	keep("2021-08-20", "{")
	if r, _ := press(); !strings.Contains(problems(r), "publication-damaged") {
		t.Errorf("a broken one: %s", problems(r))
	}
}

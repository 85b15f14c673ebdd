package build_test

import (
	"cmp"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"bangvang/internal/build"
)

// cacheOf is the cache of a campaign for tests of what stays in it.
type cacheOf struct {
	t      *testing.T
	folder string
}

func (c *cacheOf) at(parts ...string) string {
	return filepath.Join(append([]string{c.folder, ".bangvang", "cache"}, parts...)...)
}

// build builds into a folder and gives how many files were spared.
func (c *cacheOf) build(to string) int {
	c.t.Helper()
	r, err := build.Build(c.t.Context(), build.Options{Source: c.folder, Destination: filepath.Join(c.folder, to)})
	if err != nil || r.Failed(false) {
		c.t.Fatal(err, problems(r))
	}
	return r.Out.Spared
}

// age makes files of the cache look as if they were used that long ago, all but those which tell when it was swept.
func (c *cacheOf) age(days int) {
	c.t.Helper()
	err := filepath.WalkDir(c.at(), func(name string, e fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case name == c.at("swept"):
			return fs.SkipDir
		case e.IsDir() && filepath.Dir(name) == c.at("spare"):
			return cmp.Or(before(name, days), fs.SkipDir)
		}
		return before(name, days)
	})
	if err != nil {
		c.t.Fatal(err)
	}
}

// swept makes it look as if the cache was swept that long ago.
func (c *cacheOf) swept(days int) {
	c.t.Helper()
	marks, _ := filepath.Glob(c.at("swept", "*"))
	for _, m := range marks {
		if err := before(m, days); err != nil {
			c.t.Fatal(err)
		}
	}
	if len(marks) == 0 {
		c.t.Fatal("nothing tells when the cache was swept")
	}
}

func before(name string, days int) error {
	then := time.Now().Add(-time.Duration(days) * 24 * time.Hour)
	return os.Chtimes(name, then, then)
}

// litter lays into each folder of the cache something that nobody asks for, and gives their names.
func (c *cacheOf) litter() []string {
	c.t.Helper()
	out := []string{c.at(".new-1")}
	entries, err := os.ReadDir(c.at())
	for _, e := range entries {
		if e.IsDir() && e.Name() != "swept" {
			out = append(out, c.at(e.Name(), "gone"))
		}
	}
	for _, name := range out {
		err = errors.Join(err, os.WriteFile(name, nil, 0o644))
	}
	if err != nil || len(out) < 7 {
		c.t.Fatal(out, err)
	}
	return append(out, c.at("still", ".new-2"), c.at("spare", "0123"))
}

// left are those of files that are there.
func (c *cacheOf) left(names []string) (out []string) {
	for _, name := range names {
		if _, err := os.Lstat(name); err == nil {
			in, _ := filepath.Rel(c.at(), name)
			out = append(out, filepath.ToSlash(in))
		}
	}
	return out
}

// TestSweep holds the cache to what is told of it: what no build asked for since it was swept the last time goes, thirty days after that; what some
// build did ask for stays, and what cannot be made again; nobody but a build removes anything.
func TestSweep(t *testing.T) {
	c := &cacheOf{t, filepath.Join(t.TempDir(), "hai-dang")}
	if err := copyCampaign("testdata/campaigns/hai-dang", c.folder); err != nil {
		t.Fatal(err)
	}
	drawn, err := filepath.EvalSymlinks(c.at())
	if err := errors.Join(err, os.Remove(c.at()), os.CopyFS(c.at(), os.DirFS(drawn)), os.MkdirAll(c.at("signoff"), 0o755)); err != nil {
		t.Fatal(err)
	}
	c.build("public")
	c.build("public") // which lays the spare site
	litter := c.litter()
	if err := errors.Join(os.MkdirAll(c.at("spare", "0123", "ky-yeu"), 0o755), os.WriteFile(c.at("still", ".new-2"), nil, 0o644)); err != nil {
		t.Fatal(err)
	}
	holds := func(what string, want ...string) {
		t.Helper()
		left := c.left(litter)
		if !slices.Equal(left, want) {
			t.Errorf("%s: of what nobody asks for are left %q, want %q", what, left, want)
		}
	}
	all := c.left(litter)

	c.age(100)
	c.swept(29)
	c.build("public")
	holds("29 days after the last time", all...)

	c.age(100)
	c.swept(-1000)
	c.build("public")
	holds("when the clock was wrong the last time", all...)

	c.age(50)
	c.swept(60)
	c.build("public")
	holds("what was used since the last time", all...)

	c.age(100)
	c.swept(60)
	if r, err := build.Check(t.Context(), build.Options{Source: c.folder}); err != nil || r.Failed(false) {
		t.Fatal(err, problems(r))
	}
	holds("a check", all...)

	pictures := c.count("picture")
	c.build("public")
	holds("a build that finds its files made", "picture/gone", "signoff/gone")
	if made, _ := filepath.Glob(c.at("made", "*.txt")); len(made) != 1 || c.count("spare") != 1 {
		t.Errorf("of what the build asked for it removed something: %q, %d", made, c.count("spare"))
	}

	c.age(100)
	c.swept(60)
	if err := os.RemoveAll(filepath.Join(c.folder, "public")); err != nil {
		t.Fatal(err)
	}
	c.build("public")
	holds("a build to which its files come back", "picture/gone", "signoff/gone")

	if spared := c.build("elsewhere"); spared > 0 {
		t.Fatalf("%d files spared in a new folder", spared)
	}
	holds("a build that makes all", "signoff/gone")
	if n := c.count("picture"); n < 10 || n >= pictures {
		t.Errorf("%d of %d pictures are left", n, pictures)
	}
	public, err := readTree(filepath.Join(c.folder, "public"))
	elsewhere, e := readTree(filepath.Join(c.folder, "elsewhere"))
	if errors.Join(err, e) != nil {
		t.Fatal(err, e)
	}
	sameTree(t, "built over a swept cache", elsewhere, public)
}

// count is how much lies in a folder of the cache.
func (c *cacheOf) count(kind string) int {
	entries, err := os.ReadDir(c.at(kind))
	if err != nil {
		c.t.Fatal(err)
	}
	return len(entries)
}

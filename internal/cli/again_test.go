package cli

import (
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"bangvang/internal/build"
)

var fleeting = regexp.MustCompile(`\(ghi \d+, giữ nguyên \d+, bỏ \d+\)|Thời gian .*`)

// remembered tells whether a build with these options would be the last one again.
func remembered(t *testing.T, opt build.Options) bool {
	t.Helper()
	opt.Source = "."
	var last told
	_, ok := build.Remember(opt, (&session{}).manner()).Again(t.Context(), &last)
	return ok
}

// TestAgain: a build of what was built says the same, but for what it wrote and how long it took, and touches nothing.
func TestAgain(t *testing.T) {
	campaignIn(t, sea)
	edit(t, "data/units.yaml", "name: ", "name:  ") // an input that no other test has
	first := want(t, exitFine, "Đã dựng", "", "build")
	before := times(t, "public")
	if !remembered(t, build.Options{}) {
		t.Fatal("the last build is not known again")
	}
	second := want(t, exitFine, "(ghi 0, ", "", "build")
	if a, b := fleeting.ReplaceAllString(first.out, ""), fleeting.ReplaceAllString(second.out, ""); a != b || first.err != second.err {
		t.Errorf("told at first\n%s%s\nand then\n%s%s", first.out, first.err, second.out, second.err)
	}
	if !slices.Equal(before, times(t, "public")) {
		t.Error("an unchanged build touched files")
	}
	if quiet := want(t, exitFine, "", "", "build", "--quiet"); quiet.out != "" || quiet.err != first.err {
		t.Errorf("quiet, it says %q, %q", quiet.out, quiet.err)
	}
}

// times are the names and times of all that lies in a folder.
func times(t *testing.T, dir string) (all []string) {
	t.Helper()
	if err := filepath.WalkDir(dir, func(name string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		i, err := e.Info()
		all = append(all, name+" "+i.ModTime().String())
		return err
	}); err != nil {
		t.Fatal(err)
	}
	return all
}

// TestNotAgain: whatever differs from the last build makes another.
func TestNotAgain(t *testing.T) {
	campaignIn(t, sea)
	want(t, exitFine, "", "", "build")
	put := func(name, text string) func() {
		return func() {
			if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
	file := func(name string) (text string) {
		b, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		return string(b)
	}
	kept := filepath.Join(".bangvang", "cache", "last-build.json")
	for what, c := range map[string]struct{ change, back func() }{
		"a value":            {put("data/results.yaml", file("data/results.yaml")+"\n"), put("data/results.yaml", file("data/results.yaml"))},
		"a new text":         {put("content/moi.md", "x"), func() { os.Remove("content/moi.md") }},
		"an empty folder":    {func() { os.Mkdir("data/moi", 0o755) }, func() { os.Remove("data/moi") }},
		"a template":         {put("templates/notfound.html", "x"), func() { os.RemoveAll("templates") }},
		"a link":             {func() { os.Symlink("units.yaml", "data/link.yaml") }, func() { os.Remove("data/link.yaml") }},
		"a page edited":      {put("public/index.html", file("public/index.html")+" "), put("public/index.html", file("public/index.html"))},
		"a page lost":        {func() { os.Remove("public/404.html") }, put("public/404.html", file("public/404.html"))},
		"a page unreadable":  {func() { os.Chmod("public/404.html", 0o600) }, func() { os.Chmod("public/404.html", 0o644) }},
		"somebody's file":    {put("public/cua-toi.txt", "x"), func() { os.Remove("public/cua-toi.txt") }},
		"a torn manifest":    {put("public/.bangvang", file("public/.bangvang")[1:]), put("public/.bangvang", file("public/.bangvang"))},
		"another's manifest": {put("public/.bangvang", "bangvang 1 0\n"), put("public/.bangvang", file("public/.bangvang"))},
		"a torn memory":      {put(kept, file(kept)[1:]), put(kept, file(kept))},
		"no memory":          {func() { os.Remove(kept) }, put(kept, file(kept))},
	} {
		if !remembered(t, build.Options{}) {
			t.Fatalf("before %s: the last build is not known again", what)
		}
		if c.change(); remembered(t, build.Options{}) {
			t.Errorf("after %s: the last build is taken for this one", what)
		}
		c.back()
	}
	for _, opt := range []build.Options{{Portable: true}, {Strict: true}, {BaseURL: "https://vi-du.vn/"}, {AsOf: "2020-01-01T00:00:00Z"}, {Destination: "other"},
		{Publishing: true}, {Compress: true}, {Preview: true}, {Drafts: true}} {
		if remembered(t, opt) {
			t.Errorf("%+v: the last build is taken for this one", opt)
		}
	}
}

// TestIncrementalIsClean: after each of some random edits, of which many break the data and some are taken back, a build over the last one
// ends as a build into an empty folder does, byte for byte.
func TestIncrementalIsClean(t *testing.T) {
	long(t)
	campaignIn(t, sea)
	names := slices.Concat(glob(t, "data/*.yaml"), glob(t, "data/awards/*.yaml"), glob(t, "content/*.md"))
	random := rand.New(rand.NewPCG(8, 1))
	built := 0
	for step := 0; step < 40 && built < 6; step++ {
		name := names[random.IntN(len(names))]
		b, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		was := string(b)
		// A letter or digit of a value, so that texts, figures, dates and references are hit.
		at := random.IntN(len(b))
		skip := strings.IndexAny(was[at:], "aeio0123456789")
		if skip < 0 {
			continue
		}
		at += skip
		b[at] = "aeio0123456789"[random.IntN(14)]
		if err := os.WriteFile(name, b, 0o644); err != nil {
			t.Fatal(err)
		}
		over := bangvang("build", "-d", "over")
		os.RemoveAll("clean")
		clean, err := build.Build(t.Context(), build.Options{Source: ".", Destination: "clean"})
		if err != nil {
			t.Fatal(err)
		}
		if failed := over.code == exitProblems; failed != clean.Failed(false) {
			t.Fatalf("step %d, %s: exit %d, and clean:\n%s", step, name, over.code, over.err)
		} else if failed {
			if err := os.WriteFile(name, []byte(was), 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		built++
		if !same(tree(t, "over"), tree(t, "clean")) {
			t.Fatalf("step %d, %s at byte %d: an incremental build is not as a clean one", step, name, at)
		}
	}
	if built < 6 {
		t.Errorf("only %d edits could be built", built)
	}
}

func glob(t *testing.T, pattern string) []string {
	t.Helper()
	names, err := filepath.Glob(pattern)
	if err != nil || len(names) == 0 {
		t.Fatal(pattern, err)
	}
	return names
}

// TestInventedIsRemembered: what is measured on an invented campaign is what a real one costs, with its cache.
func TestInventedIsRemembered(t *testing.T) {
	t.Chdir(t.TempDir())
	want(t, exitFine, "", "", "bench-data", "real", "invented")
	if _, err := os.Lstat(filepath.Join("invented", ".bangvang")); err == nil {
		t.Error("the manifest of an invented campaign stands where its cache should")
	}
}

package outdir

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"

	"bangvang/internal/fileset"
)

// With a spare site a run touches what changes, and nothing else: no number of the disk's changes grows with the site.
func TestSpareTouchesWhatChanges(t *testing.T) {
	changes := func(pages int) int64 {
		room := memory(t)
		dir, opt := filepath.Join(room, "public"), Options{Spare: filepath.Join(room, "cache", "spare")}
		texts := map[string]string{}
		for i := range pages {
			texts[fmt.Sprintf("trang/%d/index.html", i)] = "?"
		}
		var n int64
		for i := range 4 {
			texts["trang/3/index.html"] = strings.Repeat("!", i)
			var count atomic.Int64
			opt.disk.ask = func(string, string) error { count.Add(1); return nil }
			if got := replaceOK(t, dir, texted(t, texts), opt); i > 0 && got.Written != 1 {
				t.Errorf("%+v", got)
			}
			n = count.Load()
		}
		return n
	}
	if few, many := changes(10), changes(100); few != many || few > 30 {
		t.Errorf("%d changes for 10 pages, %d for 100", few, many)
	}
}

// Whatever somebody does to a spare site, it does not come into the new one.
func TestSpareIsLookedAt(t *testing.T) {
	for what, harm := range map[string]func(spare string) error{
		"a file more":   func(spare string) error { return os.WriteFile(filepath.Join(spare, "a", "x"), nil, 0o644) },
		"a folder more": func(spare string) error { return os.MkdirAll(filepath.Join(spare, "x", "y"), 0o755) },
		"a manifest":    func(spare string) error { return os.WriteFile(filepath.Join(spare, manifestName), []byte("x"), 0o644) },
		"a file less":   func(spare string) error { return os.Remove(filepath.Join(spare, "a", "1")) },
		"a folder less": func(spare string) error { return os.RemoveAll(filepath.Join(spare, "a")) },
		"another file": func(spare string) error {
			at := filepath.Join(spare, "a", "1")
			if err := os.Remove(at); err != nil {
				return err
			}
			return os.WriteFile(at, []byte("one"), 0o600)
		},
		"a folder for a file": func(spare string) error {
			at := filepath.Join(spare, "a", "1")
			if err := os.Remove(at); err != nil {
				return err
			}
			return os.MkdirAll(filepath.Join(at, "1"), 0o755)
		},
		"a file for a folder": func(spare string) error {
			at := filepath.Join(spare, "a")
			if err := os.RemoveAll(at); err != nil {
				return err
			}
			return os.WriteFile(at, nil, 0o644)
		},
		"a closed folder": func(spare string) error { return os.Chmod(filepath.Join(spare, "a"), 0o700) },
		"all closed":      func(spare string) error { return os.Chmod(spare, 0o700) },
		"a link for a folder": func(spare string) error {
			at := filepath.Join(spare, "a")
			if err := os.RemoveAll(at); err != nil {
				return err
			}
			return os.Symlink(os.TempDir(), at)
		},
		"a file for it all": func(spare string) error {
			if err := os.RemoveAll(spare); err != nil {
				return err
			}
			return os.WriteFile(spare, nil, 0o644)
		},
	} {
		t.Run(what, func(t *testing.T) {
			room := t.TempDir()
			dir, opt := filepath.Join(room, "public"), Options{Spare: filepath.Join(room, "cache", "spare")}
			texts := map[string]string{"a/1": "one", "a/2": "two", "b/1": "three", "c": "0"}
			for i := range 3 {
				texts["c"] = fmt.Sprint(i)
				replaceOK(t, dir, texted(t, texts), opt)
			}
			must(t, harm(opt.Spare))
			texts["b/1"] = "four"
			for _, last := range []string{"3", "4"} {
				texts["c"] = last
				replaceOK(t, dir, texted(t, texts), opt)
				clean := filepath.Join(t.TempDir(), "public")
				replaceOK(t, clean, texted(t, texts), Options{})
				if got, want := dump(t, dir), dump(t, clean); got != want {
					t.Errorf("%s\nwant\n%s", got, want)
				}
			}
		})
	}
}

// A site whose destination is gone, or whose files are nearly all others, leaves none; files become folders and folders files.
func TestSpareOfOtherSites(t *testing.T) {
	room := t.TempDir()
	dir, opt := filepath.Join(room, "public"), Options{Spare: filepath.Join(room, "cache", "spare")}
	spared := func() bool { _, err := os.Lstat(opt.Spare); return err == nil }
	steps := []struct {
		texts map[string]string
		left  bool
	}{
		{map[string]string{"a/1": "1", "b": "2", "c": "3", "d": "4"}, false},
		{map[string]string{"a/1": "1", "b": "2", "c": "3", "d": "5"}, true},
		{map[string]string{"a": "1", "b/1": "2", "c": "3", "d": "5"}, true},
		{map[string]string{"a/1": "1", "b": "2", "c": "3", "d": "5"}, true},
		{map[string]string{"a/1": "6", "b": "7", "c": "8", "d": "9"}, false},
	}
	for i, s := range steps {
		replaceOK(t, dir, texted(t, s.texts), opt)
		clean := filepath.Join(t.TempDir(), "public")
		replaceOK(t, clean, texted(t, s.texts), Options{})
		if got, want := dump(t, dir), dump(t, clean); got != want {
			t.Errorf("step %d: %s\nwant\n%s", i, got, want)
		}
		if spared() != s.left {
			t.Errorf("step %d: spared %v", i, spared())
		}
	}
	for _, d := range []string{"5", "6"} {
		steps[0].texts["d"] = d
		replaceOK(t, dir, texted(t, steps[0].texts), opt)
	}
	must(t, os.RemoveAll(dir))
	if replaceOK(t, dir, texted(t, steps[0].texts), opt); spared() {
		t.Error("a site that is gone is spared")
	}
}

// texted is a set of these files.
func texted(t *testing.T, texts map[string]string) *fileset.Set {
	t.Helper()
	s := fileset.New()
	for name, text := range texts {
		must(t, s.Add(name, func(w io.Writer) error { _, err := io.WriteString(w, text); return err }))
	}
	return s
}

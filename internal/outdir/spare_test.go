package outdir

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"syscall"
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
		for _, gone := range []bool{false, true} {
			t.Run(fmt.Sprintf("%s, destination gone %v", what, gone), func(t *testing.T) {
				room := t.TempDir()
				dir, opt := filepath.Join(room, "public"), Options{Spare: filepath.Join(room, "cache", "spare")}
				texts := map[string]string{"a/1": "one", "a/2": "two", "b/1": "three", "c": "0"}
				for i := range 3 {
					texts["c"] = fmt.Sprint(i)
					replaceOK(t, dir, texted(t, texts), opt)
				}
				must(t, harm(opt.Spare))
				if gone {
					must(t, os.RemoveAll(dir))
				}
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
}

// Files become folders and folders files, nearly all are others, or there was no site: the next spare one is like the new one.
func TestSpareOfOtherSites(t *testing.T) {
	for _, noExchange := range []bool{false, true} {
		room := t.TempDir()
		dir, opt := filepath.Join(room, "public"), Options{Spare: filepath.Join(room, "cache", "spare")}
		opt.disk.ask = func(op, path string) error {
			if noExchange && op == "exchange" {
				return errNoExchange
			}
			return nil
		}
		spareOfOtherSites(t, dir, opt)
	}
}

func spareOfOtherSites(t *testing.T, dir string, opt Options) {
	for i, texts := range []map[string]string{
		{"a/1": "1", "b": "2", "c": "3", "d": "4"},
		{"a/1": "1", "b": "2", "c": "3", "d": "5"},
		{"a": "1", "b/1": "2", "c": "3", "d": "5"},
		{"a/1": "1", "b": "2", "c": "3", "d": "5"},
		{"a/1": "6", "b": "7", "c": "8", "d": "9"},
	} {
		replaceOK(t, dir, texted(t, texts), opt)
		clean := filepath.Join(t.TempDir(), "public")
		replaceOK(t, clean, texted(t, texts), Options{})
		if got, want := dump(t, dir), dump(t, clean); got != want {
			t.Errorf("step %d: %s\nwant\n%s", i, got, want)
		}
		for name := range texts {
			a, err := os.Stat(filepath.Join(dir, name))
			must(t, err)
			if b, err := os.Stat(filepath.Join(opt.Spare, name)); err != nil || !os.SameFile(a, b) {
				t.Errorf("step %d: %s is not spared: %v", i, name, err)
			}
		}
	}
}

// Where the spare site would lie on another disk there is none, and hardly anything is done in vain.
func TestSpareOnAnotherDisk(t *testing.T) {
	dir, opt := filepath.Join(t.TempDir(), "public"), Options{Spare: filepath.Join(t.TempDir(), "cache", "spare"), Jobs: 1}
	var links int
	opt.disk.ask = func(op, path string) error {
		if !strings.HasPrefix(path, opt.Spare) || op != "link" && op != "rename" {
			return nil
		}
		links++
		return &os.LinkError{Op: op, New: path, Err: syscall.EXDEV}
	}
	texts := map[string]string{}
	for i := range 50 {
		texts[fmt.Sprintf("%d/index.html", i)] = "?"
	}
	for _, text := range []string{"1", "2", "3"} {
		texts["7/index.html"] = text
		replaceOK(t, dir, texted(t, texts), opt)
		if _, err := os.Lstat(opt.Spare); err == nil {
			t.Error("there is a spare site")
		}
	}
	if links > 6 {
		t.Errorf("%d links and moves for three runs", links)
	}
}

// Of a destination that is gone come back the files that would be made again, be they known or not, without being written; no others, and
// none if the run fails.
func TestSpareOfGoneSite(t *testing.T) {
	dir, opt := filepath.Join(t.TempDir(), "public"), Options{Jobs: 1}
	opt.Spare = filepath.Join(filepath.Dir(dir), "cache", "spare")
	texts := map[string]string{"a.html": "1", "b.html": "2", "c.html": strings.Repeat("3", 3*sheetSize)}
	var kept []byte
	run := func(want string) {
		t.Helper()
		set, times := told(t, texts)
		opt.Known = NewKnown(kept)
		stats := replaceOK(t, dir, set, opt)
		kept = opt.Known.Bytes()
		if got := fmt.Sprint(times["a.html"], times["b.html"], times["c.html"], times["sum.txt"], stats.Written, stats.Spared); got != want {
			t.Errorf("%s, want %s", got, want)
		}
		clean := filepath.Join(t.TempDir(), "public")
		again, _ := told(t, texts)
		replaceOK(t, clean, again, Options{})
		if got, want := dump(t, dir), dump(t, clean); got != want {
			t.Errorf("other bytes: %d, want %d", len(got), len(want))
		}
	}
	inode := func(name string) os.FileInfo { st, err := os.Stat(filepath.Join(dir, name)); must(t, err); return st }
	run("1 1 1 1 4 0")
	before, other := inode("a.html"), inode("b.html")
	held, err := os.Open(filepath.Join(dir, "b.html")) // else the new file may get the number of the old one
	must(t, err)
	defer held.Close()
	must(t, os.RemoveAll(dir))
	texts["b.html"] = "4"
	run("0 1 1 0 4 2")
	if !os.SameFile(before, inode("a.html")) || os.SameFile(other, inode("b.html")) {
		t.Error("a.html was written, or b.html not")
	}
	put(t, filepath.Join(opt.Spare, "a.html"), "2") // of the same length
	must(t, os.RemoveAll(dir))
	run("1 0 1 0 4 2")

	must(t, os.RemoveAll(dir))
	set, _ := told(t, texts)
	must(t, set.Add("x", func(io.Writer) error { return io.ErrUnexpectedEOF }))
	if _, err := Replace(background, dir, set, opt); err == nil {
		t.Error("no error")
	}
	if _, err := os.Lstat(dir); err == nil {
		t.Error("a run that failed brought the old site back")
	}
}

// A destination that was moved away and not removed shares no file with the one that is made instead.
func TestSpareOfMovedSite(t *testing.T) {
	room := t.TempDir()
	dir, away, opt := filepath.Join(room, "public"), filepath.Join(room, "of-2018"), Options{Spare: filepath.Join(room, "cache", "spare")}
	texts := map[string]string{"a/1.html": "1", "b.html": "2"}
	replaceOK(t, dir, texted(t, texts), opt)
	must(t, os.Rename(dir, away))
	replaceOK(t, dir, texted(t, texts), opt)
	for name := range texts {
		must(t, os.WriteFile(filepath.Join(away, name), []byte("changed"), 0o644))
	}
	clean := filepath.Join(t.TempDir(), "public")
	replaceOK(t, clean, texted(t, texts), Options{})
	if got, want := dump(t, dir), dump(t, clean); got != want {
		t.Errorf("%s\nwant\n%s", got, want)
	}
}

// Each single change of the disk fails, alone or with all after it, while a site that is gone is made from the spare one.
func TestSpareOfGoneSiteFailsAtEveryChange(t *testing.T) {
	for _, stays := range []bool{false, true} {
		room := memory(t)
		dir, opt := filepath.Join(room, "public"), Options{Jobs: 2, Spare: filepath.Join(room, "cache", "spare")}
		v := bothVersions(t, 9)
		empty := func() {
			must(t, os.RemoveAll(dir))
			put(t, filepath.Join(dir, ".gitignore"), "*")
		}
		for last, n := int64(1), int64(0); last == 1 || n >= last-1; last++ {
			empty()
			replaceOK(t, dir, crashSite("old", 9), opt)
			empty()
			var count atomic.Int64
			failing := opt
			failing.disk.ask = func(op, path string) error {
				if at := count.Add(1); at == last || stays && at > last {
					return &os.PathError{Op: op, Path: path, Err: syscall.ENOSPC}
				}
				return nil
			}
			_, err := Replace(background, dir, crashSite("new", 9), failing)
			n = count.Load()
			_, gone := os.Lstat(filepath.Join(dir, manifestName))
			switch {
			case err == nil || errors.Is(err, ErrLeftover):
				if got := v.of(dump(t, dir)); got != "new" {
					t.Fatalf("change %d fails, stays %v: the destination is %s (%v)", last, stays, got, err)
				}
			case gone == nil:
				t.Fatalf("change %d fails, stays %v: there is a destination after %v", last, stays, err)
			}
			empty()
			replaceOK(t, dir, crashSite("new", 9), opt)
			if got := v.of(dump(t, dir)); got != "new" {
				t.Fatalf("after change %d failed: %s", last, got)
			}
		}
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

// Whoever makes a file first takes the spare site, while others ask whether a file of theirs lies in it: for the race detector.
func TestSpareIsTakenWhileFilesAreMade(t *testing.T) {
	room := t.TempDir()
	dir, opt := filepath.Join(room, "public"), Options{Spare: filepath.Join(room, "cache", "spare"), Jobs: 4}
	texts := map[string]string{"same": "0"}
	for last := range 3 {
		for i := range 40 {
			texts[fmt.Sprintf("%d.html", i)] = fmt.Sprint(last)
		}
		for i := range 40 {
			texts[fmt.Sprintf("kept-%d.html", i)] = "?"
		}
		replaceOK(t, dir, texted(t, texts), opt)
	}
}

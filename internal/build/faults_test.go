package build_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"
	"syscall"
	"testing"

	"bangvang/internal/build"
	"bangvang/internal/fileset"
	"bangvang/internal/outdir"
)

// faults fails the n-th change of the disk, and all after it if it stays so; n of 0 fails none. It counts them all.
type faults struct {
	n     int64
	stays bool
	count atomic.Int64
	of    string // what failed first
}

func (f *faults) ask(op, path string) error {
	at := f.count.Add(1)
	if at == f.n {
		f.of = op
	}
	if at == f.n || f.stays && f.n > 0 && at > f.n {
		return &fs.PathError{Op: op, Path: path, Err: syscall.ENOSPC}
	}
	return nil
}

// site30 are 30 pages of a built site with its style, scripts, feeds and data: real bytes, as recipes that cost nothing. With a word added to all pages
// but each third it is another version of it, with two pages gone and one new.
func site30(t *testing.T, word string) *fileset.Set {
	t.Helper()
	m, set, pages, others := theSecond(t), fileset.New(), 0, 0
	for i, name := range names(m.files) {
		b := m.files[name]
		switch page := filepath.Ext(name) == ".html"; {
		case page && pages < 30:
			pages++
			if word != "" && (pages == 5 || pages == 6) {
				name += ".moi"
			}
			if word != "" && pages%3 != 0 {
				b = append(slices.Clip(b), word...)
			}
		case !page && i%5 == 0 && len(b) < 1<<16 && others < 30:
			others++
		default:
			continue
		}
		if err := set.Add(name, func(w io.Writer) error { _, err := w.Write(b); return err }); err != nil {
			t.Fatal(err)
		}
	}
	if pages != 30 || others < 20 {
		t.Fatalf("%d pages, %d other files", pages, others)
	}
	return set
}

func replace(dir string, set *fileset.Set, ask func(op, path string) error) error {
	_, err := outdir.Replace(context.Background(), dir, set, outdir.Options{Jobs: 2, Ask: ask, Sync: true})
	return err
}

// TestEveryChangeFails fails each change of the disk that a site of 30 pages makes, alone and with all after it, where there was none before and where there
// was another: what is live is what was there, byte for byte, or the new site whole; it says what to do; and the next run leaves nothing behind.
func TestEveryChangeFails(t *testing.T) {
	long(t)
	old, next := site30(t, ""), site30(t, "<!-- mới -->")
	base, err := os.MkdirTemp("/dev/shm", "bangvang-faults-")
	if err != nil {
		base = t.TempDir()
	}
	t.Cleanup(func() { os.RemoveAll(base) })
	want := map[string]string{"none": ""}
	for name, set := range map[string]*fileset.Set{"old": old, "new": next} {
		if err := replace(filepath.Join(base, name), set, nil); err != nil {
			t.Fatal(err)
		}
		want[name] = state(t, filepath.Join(base, name))
	}
	for _, before := range []string{"none", "old"} {
		for _, stays := range []bool{false, true} {
			if stays && before == "none" {
				continue // which writes the same
			}
			ops := map[string]int{}
			dir := filepath.Join(base, fmt.Sprint(before, stays), "public")
			for n, more, changed := int64(1), true, true; more; n++ {
				if changed { // else what failed left it as it was, and what it left is the next one's
					if err := os.RemoveAll(filepath.Dir(dir)); err != nil {
						t.Fatal(err)
					}
					if before == "old" {
						if err := os.CopyFS(dir, os.DirFS(filepath.Join(base, "old"))); err != nil {
							t.Fatal(err)
						}
					}
				}
				f := &faults{n: n, stays: stays}
				err := replace(dir, next, f.ask)
				more = f.count.Load() >= n
				if more {
					ops[f.of]++
				}
				changed = err == nil || errors.Is(err, outdir.ErrLeftover)
				broken(t, fmt.Sprintf("%s, %s %d fails", before, f.of, n), err, state(t, dir), want[before], want["new"])
				if n%8 != 1 && !changed {
					continue
				}
				changed = true
				if err := replace(dir, next, nil); err != nil || state(t, dir) != want["new"] {
					t.Fatalf("%s, %s %d failed, and the next run: %v", before, f.of, n, err)
				}
				if left, _ := filepath.Glob(filepath.Join(filepath.Dir(dir), ".public*")); len(left) != 1 || !strings.HasSuffix(left[0], "-lock") {
					t.Fatalf("%s, %s %d failed, and the next run left %q", before, f.of, n, left)
				}
			}
			t.Logf("from %s, stays %v: %v", before, stays, ops)
			if ops["create"] < 8 || ops["write"] < 8 || ops["close"] < 8 || ops["create"]+ops["write"]+ops["close"] < 45 || ops["mkdir"] < 20 || ops["sync"] != 2 || before == "old" && (ops["link"] < 10 || ops["exchange"] != 1 || ops["remove"] == 0) {
				t.Errorf("from %s: only %v", before, ops)
			}
		}
	}
}

// broken judges what stands after a run that may have failed.
func broken(t *testing.T, what string, err error, got, before, after string) {
	t.Helper()
	want := after
	if err != nil && !errors.Is(err, outdir.ErrLeftover) {
		want = before
	}
	if got != want {
		t.Fatalf("%s: what is live is neither as before nor complete (%v)", what, err)
	}
	if err != nil && (!errors.Is(err, syscall.ENOSPC) || !strings.Contains(err.Error(), "đĩa đầy, hãy giải phóng chỗ trống rồi chạy lại")) {
		t.Errorf("%s: it says %v", what, err)
	}
}

// state is all that lies in a folder, "" if there is none: names and bytes.
func state(t *testing.T, dir string) string {
	t.Helper()
	files, err := readTree(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return ""
	}
	if err != nil {
		t.Fatal(err)
	}
	var all bytes.Buffer
	for _, name := range names(files) {
		fmt.Fprintf(&all, "%s %d\n%s\n", name, len(files[name]), files[name])
	}
	return all.String()
}

// TestWholeBuildFails fails changes of the disk in whole builds, the cache's among them, from the first to the last: what is of the cache alone is not
// missed, all else is refused; and what the cache holds after it makes the same site.
func TestWholeBuildFails(t *testing.T) {
	long(t)
	m := theSecond(t)
	folder := filepath.Join(t.TempDir(), "dot-thi-dua")
	if err := errors.Join(copyCampaign(m.folder, folder), os.Remove(filepath.Join(folder, ".bangvang", "cache"))); err != nil {
		t.Fatal(err)
	}
	out := filepath.Join(folder, "public")
	run := func(f *faults) error {
		_, err := build.Build(t.Context(), build.Options{Source: folder, Destination: out, Ask: f.ask})
		return err
	}
	whole := &faults{n: 1, stays: true} // nothing can be kept, nothing written
	if err := run(whole); !errors.Is(err, syscall.ENOSPC) || whole.of != "mkdir" {
		t.Fatal(err, whole.of)
	}
	if left, _ := os.ReadDir(filepath.Join(folder, ".bangvang")); len(left) > 0 {
		t.Fatalf("a cache that cannot be written holds %v", left)
	}
	for _, n := range []int64{3, 9, 150, 900} {
		f := &faults{n: n}
		err := run(f)
		files, _ := readTree(out)
		if err == nil {
			sameTree(t, fmt.Sprintf("%s %d failed", f.of, n), files, m.files)
		} else if len(files) > 0 || !errors.Is(err, syscall.ENOSPC) {
			t.Errorf("%s %d failed: %d files, %v", f.of, n, len(files), err)
		}
		if err := os.RemoveAll(out); err != nil {
			t.Fatal(err)
		}
	}
	// A disk that gives back other bytes than it was given.
	spoilt := 0
	err := filepath.WalkDir(filepath.Join(folder, ".bangvang", "cache"), func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		if strings.Contains(e.Name(), ".new-") {
			t.Errorf("%s was left", name)
		}
		b, err := os.ReadFile(name)
		if spoilt++; spoilt%6 != 0 || err != nil {
			return err
		}
		b[len(b)/2] ^= 1
		return os.WriteFile(name, b[:len(b)-len(b)/2*(spoilt/6%2)], 0o644)
	})
	if err != nil || spoilt < 50 {
		t.Fatal(spoilt, err)
	}
	if err := run(&faults{}); err != nil {
		t.Fatal(err)
	}
	files, err := readTree(out)
	if err != nil {
		t.Fatal(err)
	}
	sameTree(t, "a spoilt cache", files, m.files)
	if !maps.EqualFunc(files, m.files, bytes.Equal) {
		t.Error("a spoilt cache makes another site")
	}
}

package outdir

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"testing"
	"time"
)

// old makes a file one that was not written just now, as if a build had lasted longer.
func old(t *testing.T, path string) {
	t.Helper()
	then := time.Now().Add(-time.Hour)
	must(t, os.Chtimes(path, then, then))
}

// stamped is a site whose files are old and have stamps.
func stamped(t *testing.T) (dir string, kept []byte, run func() Stats) {
	t.Helper()
	dir = filepath.Join(t.TempDir(), "public")
	texts := map[string]string{"a.html": "1", "b.html": "2", "c.html": "3"}
	run = func() Stats {
		t.Helper()
		set, _ := told(t, texts)
		s := NewStamps(kept)
		got, err := Replace(background, dir, set, Options{Stamps: s, Jobs: 1})
		must(t, err)
		if b := s.Bytes(); b != nil {
			kept = b
		}
		return got
	}
	run()
	for _, name := range []string{"a.html", "b.html", "c.html", "sum.txt"} {
		old(t, filepath.Join(dir, name))
	}
	run()
	if s := NewStamps(kept); len(s.list) != 4 || s.list[0] == (stamp{}) {
		t.Skip("the system tells nothing of files")
	}
	return dir, kept, run
}

// What the system tells to be as it was is not read. That it is believed is seen from bytes changed behind its back.
func TestStamps(t *testing.T) {
	dir, kept, _ := stamped(t)
	p, err := locate(dir, "")
	must(t, err)
	whole := func(b []byte) bool {
		s, err := p.survey(NewStamps(b))
		must(t, err)
		for i := range s.manifest {
			s.manifest[i].Sum[0] ^= 1 // no bytes have these sums
		}
		return s.intact(background, p, 1)
	}
	if !whole(kept) {
		t.Error("files that were not written are read")
	}
	for i := range kept[:len(kept)-1] {
		if i < 32 && whole(append(append(append([]byte{}, kept[:i]...), kept[i]^1), kept[i+1:]...)) || i < 200 && whole(kept[:i]) {
			t.Fatalf("stamps of another manifest, or torn at %d, are believed", i)
		}
	}
	old(t, filepath.Join(dir, "b.html")) // its bytes are the same, but the system does not know that
	if whole(kept) {
		t.Error("a file that was changed in some way is not read")
	}
}

// Whatever is done to a file, it is mended, stamps or not.
func TestStampsMend(t *testing.T) {
	for what, harm := range map[string]func(path string) error{
		"written":              func(path string) error { return os.WriteFile(path, []byte("x"), 0o644) },
		"written, of one size": func(path string) error { return os.WriteFile(path, []byte("text: x"), 0o644) },
		"written, of one size and time": func(path string) error {
			st, err := os.Stat(path)
			if err == nil {
				err = os.WriteFile(path, []byte("text: x"), 0o644)
			}
			if err == nil {
				err = os.Chtimes(path, st.ModTime(), st.ModTime())
			}
			return err
		},
		"another file": func(path string) error {
			if err := os.WriteFile(path+"~", []byte("text: x"), 0o644); err != nil {
				return err
			}
			return os.Rename(path+"~", path)
		},
		"lost":   os.Remove,
		"closed": func(path string) error { return os.Chmod(path, 0o600) },
	} {
		t.Run(what, func(t *testing.T) {
			dir, _, run := stamped(t)
			must(t, harm(filepath.Join(dir, "b.html")))
			if got := run(); got.Mended != 1 || got.Written != 1 {
				t.Errorf("%+v", got)
			}
			b, err := os.ReadFile(filepath.Join(dir, "b.html"))
			must(t, err)
			if string(b) != "text: 2" {
				t.Errorf("%q", b)
			}
			if got := run(); got.Written != 0 {
				t.Errorf("again %+v", got)
			}
		})
	}
}

// A file that somebody writes after the exchange, before the run has ended, has no stamp: it is not what the run wrote.
func TestStampsOfWrittenMeanwhile(t *testing.T) {
	dir, kept, _ := stamped(t)
	set, _ := told(t, map[string]string{"a.html": "1", "b.html": "4", "c.html": "5"})
	s, exchanged := NewStamps(kept), false
	_, err := Replace(background, dir, set, Options{Stamps: s, Jobs: 1, Ask: func(op, _ string) error {
		if exchanged && op == "remove" {
			exchanged = false
			if err := os.WriteFile(filepath.Join(dir, "b.html"), []byte("text: x"), 0o644); err != nil {
				return err
			}
			time.Sleep(2 * newly)
			return os.Chmod(filepath.Join(dir, "c.html"), 0o644) // the last change of any file
		}
		exchanged = exchanged || op == "exchange"
		return nil
	}})
	must(t, err)
	m, err := ReadManifest(dir)
	must(t, err)
	if _, ok := Holds(background, dir, m.Sum(), Options{Stamps: NewStamps(s.Bytes()), Jobs: 1}); ok {
		t.Error("bytes of somebody's are taken for those that were written")
	}
}

// A file that was written just before it was looked at has no stamp: if it is written again within the tick of the clock, nobody sees.
func TestStampsOfNew(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	set, _ := told(t, map[string]string{"a.html": "1", "b.html": "2", "c.html": "3"})
	s := NewStamps(nil)
	_, err := Replace(background, dir, set, Options{Stamps: s, Jobs: 1})
	must(t, err)
	for _, f := range NewStamps(s.Bytes()).list {
		if f != (stamp{}) {
			t.Error("a file has a stamp that was written just now")
		}
	}
	for _, name := range []string{"a.html", "b.html", "c.html", "sum.txt"} {
		old(t, filepath.Join(dir, name))
	}
	m, err := ReadManifest(dir)
	must(t, err)
	s = NewStamps(s.Bytes())
	if _, ok := Holds(background, dir, m.Sum(), Options{Stamps: s, Jobs: 1}); !ok || s.Bytes() == nil {
		t.Error("what was read and found whole is not stamped")
	}
	s = NewStamps(s.Bytes())
	if _, ok := Holds(background, dir, m.Sum(), Options{Stamps: s, Jobs: 1}); !ok || s.Bytes() != nil && s.list[0] != (stamp{}) {
		t.Error("stamps are taken anew without need")
	}
}

// What somebody puts into any folder of the destination while the new site is made is not lost.
func TestPutMeanwhile(t *testing.T) {
	for _, at := range []string{"x", "trang/1/x", "trang/1/p01/x"} {
		dir := filepath.Join(t.TempDir(), "public")
		replaceOK(t, dir, site(t, "old", 6), Options{})
		set := site(t, "new", 6)
		must(t, set.Add("last.html", func(io.Writer) error {
			return os.WriteFile(filepath.Join(dir, filepath.FromSlash(at)), []byte("somebody's"), 0o644)
		}))
		if _, err := Replace(background, dir, set, Options{}); !errors.Is(err, ErrForeign) {
			t.Errorf("%s: err = %v", at, err)
		}
		if b, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(at))); err != nil || string(b) != "somebody's" {
			t.Errorf("%s: %q, %v", at, b, err)
		}
	}
}

// With a spare site, what stays has the stamps that it was found with there; that somebody writes to it meanwhile is seen by the next run.
func TestStampsOfKept(t *testing.T) {
	for _, meddle := range []bool{false, true} {
		dir, kept, _ := stamped(t)
		spare := filepath.Join(filepath.Dir(dir), "spare")
		for i, text := range []string{"4", "5", "6"} {
			set, _ := told(t, map[string]string{"a.html": "1", "b.html": text, "c.html": "3"})
			s := NewStamps(kept)
			_, err := Replace(background, dir, set, Options{Stamps: s, Jobs: 1, Spare: spare, Ask: func(op, _ string) error {
				if meddle && i == 2 && op == "exchange" {
					return os.WriteFile(filepath.Join(dir, "a.html"), []byte("text: x"), 0o644)
				}
				return nil
			}})
			must(t, err)
			time.Sleep(2 * newly)
			old(t, filepath.Join(dir, "b.html")) // which is read once more
			kept = s.Bytes()
		}
		m, err := ReadManifest(dir)
		must(t, err)
		s := NewStamps(kept)
		for i, f := range s.list {
			st, err := os.Lstat(filepath.Join(dir, m[i].Name))
			must(t, err)
			if stays := m[i].Name == "a.html" || m[i].Name == "c.html"; stays && (f == stamp{} || (f != stampOf(st)) != (meddle && m[i].Name == "a.html")) {
				t.Errorf("%s has the stamp %v, the system tells %v", m[i].Name, f, stampOf(st))
			}
		}
		if _, ok := Holds(background, dir, m.Sum(), Options{Stamps: s, Jobs: 1}); ok == meddle {
			t.Errorf("somebody wrote to a file that stays: %v, taken for whole: %v", meddle, ok)
		}
	}
}

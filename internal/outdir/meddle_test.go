package outdir

import (
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"
	"time"
)

// A house is a site that is built again and again, with stamps and a spare site, whose folders are not read if the system tells the same of them.
type house struct {
	t     *testing.T
	texts map[string]string
	dir   string
	opt   Options
	kept  []byte
}

func newHouse(t *testing.T) *house {
	room := t.TempDir()
	h := &house{t: t, texts: map[string]string{}, dir: filepath.Join(room, "public"), opt: Options{Spare: filepath.Join(room, "cache", "spare"), Jobs: 2}}
	for i := range 12 {
		h.texts[fmt.Sprintf("trang/%d/p%d/index.html", i%3, i)] = "?"
	}
	h.texts["c"] = "0"
	h.texts["trang/1-a/x.html"], h.texts["trang/1.html"] = "?", "?" // which stand before what is in trang/1
	return h
}

// build builds; what it takes note of is older than its end.
func (h *house) build() error {
	time.Sleep(newly * 6 / 5)
	h.opt.Stamps = NewStamps(h.kept)
	_, err := Replace(background, h.dir, texted(h.t, h.texts), h.opt)
	if b := h.opt.Stamps.Bytes(); b != nil {
		h.kept = b
	}
	return err
}

// settle builds so often that folders have stamps.
func (h *house) settle() {
	for i := range 4 {
		h.texts["c"] = fmt.Sprint("settle", i)
		must(h.t, h.build())
	}
}

// same fails unless the site is what a first build would have made.
func (h *house) same(when string) {
	clean := filepath.Join(h.t.TempDir(), "public")
	replaceOK(h.t, clean, texted(h.t, h.texts), Options{})
	if got, want := dump(h.t, h.dir), dump(h.t, clean); got != want {
		h.t.Fatalf("%s: %s\nwant\n%s", when, got, want)
	}
}

func none(stamps []stamp) (n int) {
	for _, s := range stamps {
		if s == (stamp{}) {
			n++
		}
	}
	return n
}

// Where nothing is done to folders all but few have stamps, and are not read: that they are believed is seen from what a manifest says that is not so.
func TestFoldersAreStamped(t *testing.T) {
	h := newHouse(t)
	h.settle()
	s := NewStamps(h.kept)
	if len(s.list) != len(h.texts) || none(s.list) == len(s.list) || isFar(h.dir) {
		t.Skip("the system tells nothing of files")
	}
	if len(s.folders) != 18 || none(s.folders) > 1 || len(s.spare) != 18 || none(s.spare) > 1 {
		t.Errorf("without stamps are %d of %d folders, %d of %d of the spare site", none(s.folders), len(s.folders), none(s.spare), len(s.spare))
	}
	p, err := locate(h.dir, "")
	must(t, err)
	must(t, os.Rename(filepath.Join(h.dir, "trang/1/p1/index.html"), filepath.Join(h.dir, "trang/1/p1/other.html")))
	there := func(stamps *Stamps) bool {
		at, err := p.survey(stamps)
		must(t, err)
		k, _ := branchOf(at.branches, "trang/1/p1")
		if st, err := os.Lstat(p.live("trang/1/p1")); err == nil && at.given != nil {
			at.given.folders[k] = stampOf(st)
		}
		err = at.all()
		i, _ := at.manifest.find("trang/1/p1/index.html")
		return err == nil && at.there[i]
	}
	if !there(NewStamps(h.kept)) {
		t.Error("a folder is read that is told to be the same")
	}
	if there(nil) {
		t.Error("a folder is not read")
	}
}

// Whatever somebody puts into a folder of the destination is seen, though the folders were not changed for long.
func TestForeignInStampedFolder(t *testing.T) {
	for what, harm := range map[string]func(at string) error{
		"a file more":         func(at string) error { return os.WriteFile(filepath.Join(at, "x"), nil, 0o644) },
		"a folder more":       func(at string) error { return os.Mkdir(filepath.Join(at, "x"), 0o755) },
		"a link more":         func(at string) error { return os.Symlink("index.html", filepath.Join(at, "x")) },
		"another name":        func(at string) error { return os.Rename(filepath.Join(at, "index.html"), filepath.Join(at, "x")) },
		"a file for a folder": func(at string) error { return errors.Join(os.RemoveAll(at), os.WriteFile(at, nil, 0o644)) },
		"a link for a folder": func(at string) error { return errors.Join(os.RemoveAll(at), os.Symlink(os.TempDir(), at)) },
		"another folder": func(at string) error {
			return errors.Join(os.RemoveAll(at), os.Mkdir(at, 0o755), os.WriteFile(filepath.Join(at, "x"), nil, 0o644))
		},
		"a time like before": func(at string) error {
			st, err := os.Stat(at)
			return errors.Join(err, os.WriteFile(filepath.Join(at, "x"), nil, 0o644), os.Chtimes(at, st.ModTime(), st.ModTime()))
		},
	} {
		t.Run(what, func(t *testing.T) {
			t.Parallel()
			h := newHouse(t)
			h.settle()
			m, err := ReadManifest(h.dir)
			must(t, err)
			if _, ok := Holds(background, h.dir, m.Sum(), Options{Stamps: NewStamps(h.kept)}); !ok {
				t.Error("a site that was not touched is not taken for whole")
			}
			must(t, harm(filepath.Join(h.dir, "trang", "1", "p4")))
			if _, ok := Holds(background, h.dir, m.Sum(), Options{Stamps: NewStamps(h.kept)}); ok {
				t.Error("taken for whole")
			}
			before := dump(t, h.dir)
			h.texts["c"] = "9"
			if err := h.build(); !errors.Is(err, ErrForeign) {
				t.Errorf("err = %v", err)
			}
			if dump(t, h.dir) != before {
				t.Error("it was touched")
			}
		})
	}
}

// What a file manager left in a folder does not come back from the spare site, however long it lay there.
func TestLitterIsNotKept(t *testing.T) {
	h := newHouse(t)
	h.settle()
	m, err := ReadManifest(h.dir)
	must(t, err)
	put(t, filepath.Join(h.dir, "trang/1/p4/.DS_Store"), "")
	for range 3 {
		time.Sleep(newly * 6 / 5)
		must(t, os.Chmod(filepath.Join(h.dir, "c"), 0o644)) // the last change of any file
		stamps := NewStamps(h.kept)
		if _, ok := Holds(background, h.dir, m.Sum(), Options{Stamps: stamps}); !ok || stamps.Bytes() == nil {
			t.Fatal("not whole, or nothing is learnt")
		}
		h.kept = stamps.Bytes()
	}
	for i := range 2 {
		h.texts["c"] = fmt.Sprint(i)
		must(t, h.build())
		h.same(fmt.Sprintf("build %d", i))
	}
}

// A folder that somebody closed is opened again, though nothing else is to be done.
func TestClosedFolder(t *testing.T) {
	h := newHouse(t)
	h.settle()
	m, err := ReadManifest(h.dir)
	must(t, err)
	for what, again := range map[string]func(){
		"a build": func() { must(t, h.build()) },
		"a look":  func() { Holds(background, h.dir, m.Sum(), Options{Stamps: NewStamps(h.kept)}) },
	} {
		must(t, os.Chmod(filepath.Join(h.dir, "trang", "1"), 0o700))
		must(t, os.Chmod(h.dir, 0o700))
		again()
		h.same(what)
	}
}

// A file that somebody moved away, and put one of the same bytes in its place, is not the spare site's any more: what they do to theirs must not show.
func TestSpareOfReplacedFile(t *testing.T) {
	for _, again := range []func(h *house){
		func(h *house) {
			m, err := ReadManifest(h.dir)
			must(h.t, err)
			stamps := NewStamps(h.kept)
			if _, ok := Holds(background, h.dir, m.Sum(), Options{Stamps: stamps}); !ok || stamps.Bytes() == nil {
				h.t.Fatal("not whole, or nothing is learnt")
			}
			h.kept = stamps.Bytes()
		},
		func(h *house) { must(h.t, h.build()) }, // in which nothing is changed
	} {
		h := newHouse(t)
		h.settle()
		at, away := filepath.Join(h.dir, "trang/1/p4/index.html"), filepath.Join(filepath.Dir(h.dir), "away")
		must(t, os.Rename(at, away))
		put(t, at, "?")
		old(t, at)
		time.Sleep(newly * 6 / 5)
		must(t, os.Chmod(filepath.Join(h.dir, "c"), 0o644)) // the last change of any file
		again(h)
		put(t, away, "!")
		h.texts["c"] = "9"
		must(t, h.build())
		h.same("afterwards")
	}
}

// Over many builds, whatever is edited and whoever meddles with the destination and the spare site, each gives what a first build would give.
func TestMeddledWith(t *testing.T) {
	for seed := range uint64(4) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			t.Parallel()
			h, r := newHouse(t), rand.New(rand.NewPCG(9, seed))
			var kept [][]byte
			for step := range 20 {
				h.edit(r)
				if step > 2 && r.IntN(2) == 0 {
					h.meddle(r, []string{h.dir, h.opt.Spare}[r.IntN(2)])
				}
				if step > 2 && r.IntN(4) == 0 {
					h.kept = kept[r.IntN(len(kept))] // as after a run that was killed before it kept what it took note of
				}
				must(t, h.build())
				h.same(fmt.Sprintf("step %d", step))
				kept = append(kept, h.kept)
			}
		})
	}
}

// edit changes what the site is.
func (h *house) edit(r *rand.Rand) {
	for range 1 + r.IntN(3) {
		i := r.IntN(14)
		name := fmt.Sprintf("trang/%d/p%d/index.html", i%3, i)
		switch r.IntN(6) {
		case 0:
			delete(h.texts, name)
		case 1:
			h.texts[name] = fmt.Sprint(r.IntN(3))
		case 2:
			h.texts[fmt.Sprintf("trang/%d/p%d/2/index.html", i%3, i)] = "2"
		case 3:
			maps.DeleteFunc(h.texts, func(name, _ string) bool { return filepath.Dir(name) == fmt.Sprintf("trang/%d/p%d/2", i%3, i) })
		default:
			h.texts["c"] = fmt.Sprint(r.IntN(100))
		}
	}
}

// meddle does something to a file or folder of a site that a build mends.
func (h *house) meddle(r *rand.Rand, site string) {
	i := r.IntN(14)
	folder := filepath.Join(site, "trang", fmt.Sprint(i%3), fmt.Sprintf("p%d", i))
	file := filepath.Join(folder, "index.html")
	if _, err := os.Lstat(file); err != nil {
		return
	}
	var err error
	switch r.IntN(9) {
	case 0:
		err = os.Remove(file)
	case 1:
		err = os.RemoveAll(folder)
	case 2:
		err = os.WriteFile(file, []byte("!"), 0o644)
	case 3:
		err = errors.Join(os.WriteFile(file+"~", []byte("!"), 0o644), os.Rename(file+"~", file))
	case 4:
		err = os.Chmod(file, 0o600)
	case 5:
		err = os.Chmod(folder, 0o700)
	case 6:
		err = os.WriteFile(filepath.Join(folder, ".DS_Store"), nil, 0o644)
	case 7:
		err = os.RemoveAll(site)
	case 8:
		if site == h.opt.Spare { // in the destination it would be refused
			err = errors.Join(os.WriteFile(filepath.Join(folder, "x"), nil, 0o644), os.MkdirAll(filepath.Join(site, "trang", "x"), 0o755))
		}
	}
	must(h.t, err)
}

package outdir

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"bangvang/internal/fileset"
)

var background = context.Background()

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func put(t testing.TB, path, text string) {
	t.Helper()
	must(t, os.MkdirAll(filepath.Dir(path), 0o755))
	must(t, os.WriteFile(path, []byte(text), 0o644))
}

// site is a set of n pages and some, of which those whose number divides by 3
// are the same in every version, with a file that does not fit in memory and a
// sum over all of it.
func site(t testing.TB, version string, n int) *fileset.Set {
	s := fileset.New()
	add := func(name, text string) {
		must(t, s.Add(name, func(w io.Writer) error { _, err := io.WriteString(w, text); return err }))
	}
	for i := range n {
		v := version
		if i%3 == 0 {
			v = "every"
		}
		add(fmt.Sprintf("trang/%d/p%02d/index.html", i%4, i), fmt.Sprintf("page %d of %s version", i, v))
	}
	add("index.html", "version "+version)
	add("only-"+version+"/index.html", version)
	must(t, s.Add("ky-yeu.pdf", func(w io.Writer) error {
		for i := range 300 { // 1.2 MB
			if _, err := fmt.Fprintf(w, "%04095d\n", i); err != nil {
				return err
			}
		}
		return nil
	}))
	must(t, s.AddFrom("du-lieu/all.txt", s.Names(), func(w io.Writer, earlier fileset.Earlier) error {
		for _, name := range earlier.Names() {
			b, err := earlier.Bytes(name)
			if err != nil {
				return err
			}
			if _, err := fmt.Fprintf(w, "%s %d %.30q\n", name, len(b), b); err != nil {
				return err
			}
		}
		return nil
	}))
	return s
}

// dump tells everything of a folder that a reader could see, "" if it is absent.
func dump(t testing.TB, dir string) string {
	t.Helper()
	var b strings.Builder
	err := filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		st, err := e.Info()
		if err != nil {
			return err
		}
		rel, _ := filepath.Rel(dir, path)
		fmt.Fprintf(&b, "%v %s", st.Mode(), filepath.ToSlash(rel))
		if e.Type().IsRegular() {
			text, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			fmt.Fprintf(&b, " %d %q", len(text), text)
		}
		b.WriteByte('\n')
		return nil
	})
	if errors.Is(err, fs.ErrNotExist) {
		return ""
	}
	must(t, err)
	return b.String()
}

// holdsSet fails unless dir holds exactly the set, the manifest and also.
func holdsSet(t testing.TB, dir string, set *fileset.Set, also ...string) {
	t.Helper()
	dir, err := filepath.EvalSymlinks(dir)
	must(t, err)
	want := map[string]bool{manifestName: true}
	for _, name := range also {
		want[name] = true
	}
	for _, name := range set.Names() {
		want[name] = true
		b, err := set.Bytes(name)
		must(t, err)
		got, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name)))
		must(t, err)
		if !bytes.Equal(got, b) {
			t.Errorf("%s: %.40q, want %.40q", name, got, b)
		}
	}
	must(t, filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
		rel, _ := filepath.Rel(dir, path)
		if err == nil && !e.IsDir() && !want[filepath.ToSlash(rel)] {
			t.Errorf("%s should not be there", rel)
		}
		return err
	}))
}

// onlyLockBeside fails if a run left anything else than its lock.
func onlyLockBeside(t testing.TB, dir string) {
	t.Helper()
	list, err := os.ReadDir(filepath.Dir(dir))
	must(t, err)
	for _, e := range list {
		if name := e.Name(); strings.Contains(name, ".bangvang-") && !strings.HasSuffix(name, ".bangvang-lock") {
			t.Errorf("left behind: %s", name)
		}
	}
}

func replaceOK(t testing.TB, dir string, set *fileset.Set, opt Options) Stats {
	t.Helper()
	stats, err := Replace(background, dir, set, opt)
	must(t, err)
	onlyLockBeside(t, dir)
	return stats
}

func TestReplace(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "deep", "public")
	one, two := site(t, "one", 30), site(t, "two", 30)
	size := func(s *fileset.Set) (n int64) {
		m, err := Weigh(background, s, Options{Jobs: 1})
		must(t, err)
		for _, e := range m {
			n += e.Size
		}
		return n
	}
	steps := []struct {
		set  *fileset.Set
		want Stats
	}{
		{one, Stats{Files: 34, Written: 34, Bytes: size(one)}},
		{one, Stats{Files: 34, Unchanged: 34, Bytes: size(one)}},
		{two, Stats{Files: 34, Written: 23, Unchanged: 11, Removed: 1, Bytes: size(two)}},
		{fileset.New(), Stats{Removed: 34}},
		{fileset.New(), Stats{}},
		{two, Stats{Files: 34, Written: 34, Bytes: size(two)}},
	}
	for i, step := range steps {
		if got := replaceOK(t, dir, step.set, Options{Jobs: 1 + i}); got != step.want {
			t.Errorf("step %d: %+v, want %+v", i, got, step.want)
		}
		holdsSet(t, dir, step.set)
	}
}

func TestSync(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	set := site(t, "one", 3)
	var synced []string
	replaceOK(t, dir, set, Options{Sync: true, disk: disk{ask: func(op, path string) error {
		if op == "sync" || op == "rename" {
			synced = append(synced, op+" "+filepath.Base(path))
		}
		return nil
	}}})
	if got := strings.Join(synced, ", "); got != "sync .public.bangvang-new, rename public, sync "+filepath.Base(filepath.Dir(dir)) {
		t.Error(got)
	}
	must(t, syncEach(dir))
	holdsSet(t, dir, set)
}

// The bytes do not depend on jobs, nor on what was there before.
func TestSameBytes(t *testing.T) {
	base := t.TempDir()
	one, two := filepath.Join(base, "one"), filepath.Join(base, "two")
	replaceOK(t, one, site(t, "x", 30), Options{Jobs: 1})
	replaceOK(t, two, site(t, "y", 50), Options{Jobs: 3})
	replaceOK(t, two, site(t, "x", 30), Options{Jobs: 8})
	if a, b := dump(t, one), dump(t, two); a != b {
		t.Error("two builds differ")
	}
	a, err := ReadManifest(one)
	must(t, err)
	b, err := ReadManifest(two)
	must(t, err)
	if a.Sum() != b.Sum() || len(a) != 34 {
		t.Error("two manifests differ")
	}
}

// Unchanged files are the same files on the disk, with their time.
func TestUnchangedKeepsTime(t *testing.T) {
	for _, noLinks := range []bool{false, true} {
		dir := filepath.Join(t.TempDir(), "public")
		replaceOK(t, dir, site(t, "one", 9), Options{})
		old := time.Date(2018, 12, 5, 1, 2, 3, 0, time.UTC)
		page, pdf, changed := filepath.Join(dir, "trang/0/p00/index.html"), filepath.Join(dir, "ky-yeu.pdf"), filepath.Join(dir, "index.html")
		for _, path := range []string{page, pdf, changed} {
			must(t, os.Chtimes(path, old, old))
		}
		d := disk{}
		if noLinks {
			d.ask = func(op, path string) error {
				if op == "link" {
					return errors.ErrUnsupported
				}
				return nil
			}
		}
		set := site(t, "two", 9)
		if st := replaceOK(t, dir, set, Options{disk: d}); st.Unchanged != 4 {
			t.Errorf("no links %v: %+v", noLinks, st)
		}
		holdsSet(t, dir, set)
		for path, want := range map[string]bool{page: true, pdf: true, changed: false} {
			st, err := os.Stat(path)
			must(t, err)
			if st.ModTime().Equal(old) != want {
				t.Errorf("no links %v: %s has time %v", noLinks, path, st.ModTime())
			}
		}
	}
}

// If nothing changes nothing is touched, not even the folder.
func TestNothingToDo(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	set := site(t, "one", 9)
	replaceOK(t, dir, set, Options{})
	put(t, filepath.Join(dir, ".DS_Store"), "litter")
	before, err := os.Stat(dir)
	must(t, err)
	var changes []string
	var mu sync.Mutex
	replaceOK(t, dir, set, Options{disk: disk{ask: func(op, path string) error {
		mu.Lock()
		defer mu.Unlock()
		if path == dir || strings.HasPrefix(path, dir+string(filepath.Separator)) {
			changes = append(changes, op+" "+path)
		}
		return nil
	}}})
	after, err := os.Stat(dir)
	must(t, err)
	if !os.SameFile(before, after) || !before.ModTime().Equal(after.ModTime()) || len(changes) > 0 {
		t.Errorf("touched: %q", changes)
	}
}

// Files of ours that were changed, lost or closed to readers are made anew.
func TestMends(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	set := site(t, "one", 9)
	replaceOK(t, dir, set, Options{})
	good := dump(t, dir)
	st, err := os.Stat(filepath.Join(dir, "index.html"))
	must(t, err)
	put(t, filepath.Join(dir, "index.html"), "version ONE") // same size
	must(t, os.Chtimes(filepath.Join(dir, "index.html"), st.ModTime(), st.ModTime()))
	must(t, os.Remove(filepath.Join(dir, "trang/1/p01/index.html")))
	must(t, os.Chmod(filepath.Join(dir, "trang/1/p05/index.html"), 0o600))
	must(t, os.Truncate(filepath.Join(dir, "ky-yeu.pdf"), 0))
	if got := replaceOK(t, dir, set, Options{}); got.Mended != 4 || got.Written != 4 || got.Removed != 0 {
		t.Errorf("%+v", got)
	}
	if dump(t, dir) != good {
		t.Error("not as before the damage")
	}
}

func TestGitignoreSurvives(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	ignore := filepath.Join(dir, ".gitignore")
	put(t, ignore, "*\n!.gitignore\n")
	for _, version := range []string{"one", "two", "two"} {
		set := site(t, version, 6)
		replaceOK(t, dir, set, Options{})
		holdsSet(t, dir, set, ".gitignore")
		if b, err := os.ReadFile(ignore); err != nil || string(b) != "*\n!.gitignore\n" {
			t.Errorf("%s: .gitignore = %q, %v", version, b, err)
		}
		if m, err := ReadManifest(dir); err != nil || len(m) != set.Len() {
			t.Errorf("manifest of %d files, %v", len(m), err)
		}
	}
}

func TestForeign(t *testing.T) {
	ours := func(t *testing.T, dir string) { replaceOK(t, dir, site(t, "one", 6), Options{}) }
	tests := []struct {
		name  string
		make  func(t *testing.T, dir string)
		names string // of the error; "" if it is not refused
		count int
	}{
		{"empty", func(t *testing.T, dir string) { must(t, os.Mkdir(dir, 0o755)) }, "", 0},
		{"only litter", func(t *testing.T, dir string) { put(t, dir+"/.DS_Store", "x") }, "", 0},
		{"somebody's site", func(t *testing.T, dir string) {
			for _, name := range []string{"a.html", "b.html", "c/x.html", "c/y.html", "d.html", "e.html", "f.html", ".git/config"} {
				put(t, dir+"/"+name, "x")
			}
		}, ".git/ a.html b.html c/ d.html", 7},
		{"a stray file in ours", func(t *testing.T, dir string) { ours(t, dir); put(t, dir+"/trang/1/CNAME", "x") }, "trang/1/CNAME", 1},
		{"a stray folder in ours", func(t *testing.T, dir string) { ours(t, dir); must(t, os.Mkdir(dir+"/trang/x", 0o755)) }, "trang/x/", 1},
		{"a link in ours", func(t *testing.T, dir string) { ours(t, dir); must(t, os.Symlink("index.html", dir+"/x.html")) }, "x.html", 1},
		{"a page became a link", func(t *testing.T, dir string) {
			ours(t, dir)
			must(t, os.Remove(dir+"/index.html"))
			must(t, os.Symlink("ky-yeu.pdf", dir+"/index.html"))
		}, "index.html", 1},
		{"a folder became a link", func(t *testing.T, dir string) {
			ours(t, dir)
			must(t, os.Rename(dir+"/trang", filepath.Dir(dir)+"/trang"))
			must(t, os.Symlink("../trang", dir+"/trang"))
		}, "trang", 1},
		{"gitignore is a folder", func(t *testing.T, dir string) { must(t, os.MkdirAll(dir+"/.gitignore", 0o755)) }, ".gitignore/", 1},
		{"gitignore deeper", func(t *testing.T, dir string) { ours(t, dir); put(t, dir+"/trang/.gitignore", "x") }, "trang/.gitignore", 1},
		{"manifest of another", func(t *testing.T, dir string) { put(t, dir+"/.bangvang", "x") }, ".bangvang", 1},
		{"manifest of a later version", func(t *testing.T, dir string) { put(t, dir+"/.bangvang", "bangvang 2 0\n") }, ".bangvang", 1},
		{"manifest torn", func(t *testing.T, dir string) { ours(t, dir); must(t, os.Truncate(dir+"/.bangvang", 500)) }, ".bangvang", 1},
		{"manifest empty", func(t *testing.T, dir string) { ours(t, dir); must(t, os.Truncate(dir+"/.bangvang", 0)) }, ".bangvang", 1},
		{"manifest is a folder", func(t *testing.T, dir string) { must(t, os.MkdirAll(dir+"/.bangvang", 0o755)) }, ".bangvang/", 1},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "public")
			tt.make(t, dir)
			before := dump(t, dir)
			ran := false
			set := fileset.New()
			must(t, set.Add("x", func(io.Writer) error { ran = true; return nil }))
			_, err := Replace(background, dir, set, Options{})
			onlyLockBeside(t, dir)
			if tt.names == "" {
				must(t, err)
				holdsSet(t, dir, set)
				return
			}
			var fe *ForeignError
			if !errors.As(err, &fe) || !errors.Is(err, ErrForeign) {
				t.Fatalf("not refused: %v", err)
			}
			if strings.Join(fe.Names, " ") != tt.names || fe.Count != tt.count || fe.Dir != dir {
				t.Errorf("%+v", fe)
			}
			if dump(t, dir) != before || ran {
				t.Error("refused, yet something was done")
			}
		})
	}
}

// A file that somebody puts there while the site is made is not lost.
func TestStrayWhileBuilding(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	replaceOK(t, dir, site(t, "one", 3), Options{})
	set := site(t, "two", 3)
	must(t, set.Add("z", func(io.Writer) error { return os.WriteFile(dir+"/trang/mine.txt", []byte("mine"), 0o644) }))
	if _, err := Replace(background, dir, set, Options{}); !errors.Is(err, ErrForeign) {
		t.Errorf("err = %v", err)
	}
	onlyLockBeside(t, dir)
	must(t, os.Remove(dir+"/trang/mine.txt"))
	holdsSet(t, dir, site(t, "one", 3))
}

func TestPlaces(t *testing.T) {
	base := t.TempDir()
	home, source := filepath.Join(base, "home", "user"), filepath.Join(base, "source")
	must(t, os.MkdirAll(home, 0o755))
	must(t, os.MkdirAll(filepath.Join(source, "public"), 0o755))
	must(t, os.MkdirAll(filepath.Join(base, "work", "deep"), 0o755))
	must(t, os.MkdirAll(filepath.Join(base, "target"), 0o755))
	must(t, os.Symlink("source", filepath.Join(base, "to-source")))
	must(t, os.Symlink("nowhere", filepath.Join(base, "dangling")))
	must(t, os.Symlink("loop", filepath.Join(base, "loop")))
	must(t, os.Symlink("target", filepath.Join(base, "to-target")))
	put(t, filepath.Join(base, "file"), "x")
	t.Setenv("HOME", home)
	t.Setenv("USERPROFILE", home)
	t.Chdir(filepath.Join(base, "work", "deep"))
	set := site(t, "one", 3)
	before := dump(t, base)
	for _, dir := range []string{"", "/", "../../file", "../../dangling", home, filepath.Dir(home), base, source, base + "/to-source", ".", "..", base + "/home/../source/."} {
		_, err := Replace(background, dir, set, Options{Source: base + "/to-source"})
		if !errors.Is(err, ErrPlace) {
			t.Errorf("%q: %v", dir, err)
		}
	}
	if _, err := Replace(background, base+"/loop", set, Options{}); err == nil {
		t.Error("a loop of links was taken")
	}
	if _, err := Replace(background, base+"/file/public", set, Options{}); err == nil {
		t.Error("a file was taken for a folder")
	}
	if dump(t, base) != before {
		t.Error("refused, yet something was done")
	}
	for _, dir := range []string{"../../to-target", source + "/public", base + "/a/b/c"} {
		replaceOK(t, dir, set, Options{Source: source})
		holdsSet(t, dir, set)
	}
	if st, err := os.Lstat(base + "/to-target"); err != nil || st.Mode()&fs.ModeSymlink == 0 {
		t.Error("the link was replaced instead of followed")
	}
}

func TestBusy(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	inside, finish := make(chan bool), make(chan bool)
	set := fileset.New()
	must(t, set.Add("a", func(io.Writer) error { inside <- true; <-finish; return nil }))
	result := make(chan error)
	go func() {
		_, err := Replace(background, dir, set, Options{})
		result <- err
	}()
	<-inside
	for range 7 {
		if _, err := Replace(background, dir, site(t, "one", 3), Options{}); !errors.Is(err, ErrBusy) {
			t.Errorf("second run: %v", err)
		}
	}
	finish <- true
	must(t, <-result)
	holdsSetNames(t, dir, "a")
	replaceOK(t, dir, site(t, "one", 3), Options{})
}

func holdsSetNames(t *testing.T, dir string, names ...string) {
	t.Helper()
	m, err := ReadManifest(dir)
	must(t, err)
	var got []string
	for _, e := range m {
		got = append(got, e.Name)
	}
	if strings.Join(got, " ") != strings.Join(names, " ") {
		t.Errorf("%q, want %q", got, names)
	}
}

func TestProgress(t *testing.T) {
	var calls []int
	replaceOK(t, filepath.Join(t.TempDir(), "public"), site(t, "one", 30), Options{Jobs: 8, Progress: func(done, total int) {
		calls = append(calls, done)
		if total != 34 {
			t.Errorf("total = %d", total)
		}
	}})
	for i, done := range calls {
		if done != i+1 {
			t.Fatalf("calls = %v", calls)
		}
	}
	if len(calls) != 34 {
		t.Errorf("%d calls", len(calls))
	}
}

// A failing recipe at any place leaves the destination as it was; so does one
// that panics or hides an error of its writer.
func TestRecipeFails(t *testing.T) {
	boom := errors.New("boom")
	for _, absent := range []bool{false, true} {
		dir := filepath.Join(memory(t), "public")
		if !absent {
			replaceOK(t, dir, site(t, "one", 27), Options{})
		}
		before := dump(t, dir)
		for n := range 30 {
			set := fileset.New()
			for i := range 30 {
				must(t, set.Add(fmt.Sprintf("trang/%d/p%02d/index.html", i%4, i), func(w io.Writer) error {
					if _, err := fmt.Fprintf(w, "new page %d", i); err != nil {
						return err
					}
					switch {
					case i == n && n%2 == 0:
						return boom
					case i == n:
						panic(boom)
					}
					return nil
				}))
			}
			_, err := Replace(background, dir, set, Options{Jobs: 1 + n%3})
			if !errors.Is(err, boom) || !strings.Contains(err.Error(), fmt.Sprintf("p%02d", n)) {
				t.Fatalf("recipe %d: %v", n, err)
			}
			if dump(t, dir) != before {
				t.Fatalf("recipe %d: the destination changed", n)
			}
			onlyLockBeside(t, dir)
		}
	}
}

func TestHiddenWriteError(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	boom := errors.New("boom")
	set := fileset.New()
	must(t, set.Add("big", func(w io.Writer) error {
		block := make([]byte, 300<<10)
		for range 10 {
			w.Write(block)
		}
		return nil
	}))
	_, err := Replace(background, dir, set, Options{disk: disk{ask: func(op, path string) error {
		if op == "write" {
			return boom
		}
		return nil
	}}})
	if !errors.Is(err, boom) || dump(t, dir) != "" {
		t.Errorf("err = %v", err)
	}
}

func TestCancel(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	replaceOK(t, dir, site(t, "one", 9), Options{})
	before := dump(t, dir)
	stop := errors.New("stopped by hand")
	for _, at := range []string{"recipe", "write", "link", "manifest"} {
		ctx, cancel := context.WithCancelCause(background)
		defer cancel(nil)
		set := site(t, "two", 9)
		must(t, set.Add("slow", func(w io.Writer) error {
			if at != "recipe" {
				return nil
			}
			cancel(stop)
			for { // until the writer says that it is over
				if _, err := w.Write([]byte("x")); err != nil {
					return err
				}
			}
		}))
		var n atomic.Int32
		_, err := Replace(ctx, dir, set, Options{disk: disk{ask: func(op, path string) error {
			if op == at && n.Add(1) == 2 || at == "manifest" && op == "write" && filepath.Base(path) == manifestName {
				cancel(stop)
			}
			return nil
		}}})
		if !errors.Is(err, stop) || dump(t, dir) != before {
			t.Errorf("%s: err = %v", at, err)
		}
		onlyLockBeside(t, dir)
	}
}

func BenchmarkReplace(b *testing.B) {
	page := bytes.Repeat([]byte("Bằng khen "), 1000) // 12 kB
	pages := func(n, changed int) *fileset.Set {
		s := fileset.New()
		for i := range n {
			must(b, s.Add(fmt.Sprintf("vinh-danh/qd-%05d/index.html", i), func(w io.Writer) error {
				if _, err := fmt.Fprint(w, i, i < changed); err != nil {
					return err
				}
				_, err := w.Write(page)
				return err
			}))
		}
		return s
	}
	for _, n := range []int{1000, 7000, 65_000} {
		if n > 1000 && os.Getenv("OUTDIR_BENCH") == "" {
			continue // minutes of work for the disk
		}
		plain, edited, other := pages(n, 0), pages(n, 1), pages(n, n)
		for _, bb := range []struct {
			name          string
			before, after *fileset.Set
		}{{"new", nil, plain}, {"nothing-changed", plain, plain}, {"one-changed", plain, edited}, {"all-changed", plain, other}} {
			b.Run(fmt.Sprintf("%s/files=%d", bb.name, n), func(b *testing.B) {
				dir := filepath.Join(b.TempDir(), "public")
				for b.Loop() {
					b.StopTimer()
					if bb.before == nil {
						must(b, os.RemoveAll(dir))
					} else {
						replaceOK(b, dir, bb.before, Options{})
					}
					b.StartTimer()
					replaceOK(b, dir, bb.after, Options{})
				}
			})
		}
	}
}

// A hastened file is begun while the destination is still looked at; where that is somebody's, nothing comes of it.
func TestHastenedForeign(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	put(t, dir+"/index.html", "mine")
	before := dump(t, dir)
	for _, size := range []int{1, 3 * sheetSize} {
		set := fileset.New()
		must(t, set.Add("x", func(w io.Writer) error { _, err := w.Write(make([]byte, size)); return err }))
		must(t, set.Add("y", func(io.Writer) error { t.Error("made in vain"); return nil }))
		must(t, set.Add("z", func(io.Writer) error { return errors.New("failed too") }))
		set.Hasten("x")
		set.Hasten("z")
		_, err := Replace(background, dir, set, Options{Spare: filepath.Join(filepath.Dir(dir), "spare")})
		if !errors.Is(err, ErrForeign) {
			t.Errorf("not refused: %v", err)
		}
		onlyLockBeside(t, dir)
		if dump(t, dir) != before {
			t.Error("refused, yet something was done")
		}
	}
}

package fileset

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"testing/fstest"
	"time"
)

func words(s string) Recipe {
	return func(w io.Writer) error {
		_, err := io.WriteString(w, s)
		return err
	}
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// sample is a small site with an archive and checksums over it.
func sample(t testing.TB) *Set {
	s := New()
	for _, name := range []string{"index.html", "b/index.html", "b-c/index.html", "b-c.html", "a/b/c/d.txt", "Z.txt", ".well-known/security.txt"} {
		must(t, s.Add(name, words("this is "+name)))
	}
	join := func(w io.Writer, earlier Earlier) error {
		for _, name := range earlier.Names() {
			if err := earlier.Write(name, w); err != nil {
				return err
			}
			if _, err := io.WriteString(w, "\n"); err != nil {
				return err
			}
		}
		return nil
	}
	must(t, s.AddFrom("z.zip", []string{"index.html", "b/index.html", "index.html"}, join))
	must(t, s.AddFrom("a/sums", []string{"z.zip", "Z.txt"}, join))
	return s
}

func TestSet(t *testing.T) {
	s := sample(t)
	want := []string{".well-known/security.txt", "Z.txt", "a/b/c/d.txt", "a/sums", "b-c.html", "b-c/index.html", "b/index.html", "index.html", "z.zip"}
	if got := s.Names(); !slices.Equal(got, want) || s.Len() != len(want) {
		t.Errorf("Names = %q", got)
	}
	for name, want := range map[string]bool{"Z.txt": true, "z.txt": false, "a": false, "a/b": false, "": false, "a/b/c/d.txt": true} {
		if s.Has(name) != want {
			t.Errorf("Has(%q) = %v", name, !want)
		}
	}
	b, err := s.Bytes("a/sums")
	must(t, err)
	if got, want := string(b), "this is Z.txt\nthis is b/index.html\nthis is index.html\n\n"; got != want {
		t.Errorf("a/sums = %q, want %q", got, want)
	}
	if _, err := s.Bytes("z.txt"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("Bytes of an unknown name: %v", err)
	}
	if got := s.Needs("a/sums"); !slices.Equal(got, []string{"Z.txt", "z.zip"}) {
		t.Errorf("Needs = %q", got)
	}
	if s.Needs("Z.txt") != nil || s.Needs("nowhere") != nil {
		t.Error("a plain file needs others")
	}
	must(t, s.Add("a/first", words("")))
	if got := s.Names(); got[2] != "a/b/c/d.txt" || got[3] != "a/first" {
		t.Errorf("after an addition Names = %q", got)
	}
}

func TestNoRecipe(t *testing.T) {
	s := New()
	if s.Add("a", nil) == nil || s.AddFrom("b", nil, nil) == nil || s.Len() != 0 {
		t.Error("a file without a recipe was taken")
	}
}

func TestEarlierOnly(t *testing.T) {
	s := New()
	must(t, s.Add("a", words("a")))
	must(t, s.Add("b", words("b")))
	idle := func(io.Writer, Earlier) error { return nil }
	for _, needs := range [][]string{{"c"}, {"a", "later"}, {"A"}} {
		var ne *NameError
		if err := s.AddFrom("c", needs, idle); !errors.As(err, &ne) || ne.Other != needs[len(needs)-1] {
			t.Errorf("needs %q: %v", needs, err)
		}
	}
	must(t, s.AddFrom("c", []string{"a"}, func(w io.Writer, e Earlier) error {
		_, err := e.Bytes("b")
		return err
	}))
	if _, err := s.Bytes("c"); err == nil || !strings.Contains(err.Error(), "b") || !strings.Contains(err.Error(), "c") {
		t.Errorf("read what was not named: %v", err)
	}
}

func TestAddSet(t *testing.T) {
	s := New()
	must(t, s.Add("booklet.pdf", words("pdf")))
	must(t, s.AddSet(sample(t)))
	b, err := s.Bytes("z.zip")
	must(t, err)
	if s.Len() != 10 || string(b) != "this is b/index.html\nthis is index.html\n" {
		t.Errorf("%d files, z.zip = %q", s.Len(), b)
	}
	var ne *NameError
	if err := s.AddSet(sample(t)); !errors.As(err, &ne) || ne.Other != "index.html" {
		t.Errorf("the same files twice: %v", err)
	}
}

func TestPanicNamesFile(t *testing.T) {
	s := New()
	must(t, s.Add("a/b.html", func(io.Writer) error { panic(io.ErrNoProgress) }))
	must(t, s.Add("c.html", func(w io.Writer) error { _, err := w.Write([]byte(s.Names()[s.Len()])); return err }))
	_, err := s.Bytes("a/b.html")
	var pe *PanicError
	if !errors.As(err, &pe) || pe.Name != "a/b.html" || !errors.Is(err, io.ErrNoProgress) || !bytes.Contains(pe.Stack, []byte("set_test.go")) {
		t.Errorf("panic became %v", err)
	}
	if _, err := s.Discard(context.Background(), 2); !errors.As(err, &pe) || pe.Name != "a/b.html" {
		t.Errorf("Discard: %v", err)
	}
	if _, err := fs.ReadFile(s.FS(), "c.html"); !errors.As(err, &pe) || pe.Name != "c.html" {
		t.Errorf("FS: %v", err)
	}
}

func TestDiscard(t *testing.T) {
	s := sample(t)
	want := int64(0)
	for _, name := range s.Names() {
		b, err := s.Bytes(name)
		must(t, err)
		want += int64(len(b))
	}
	for _, jobs := range []int{0, 1, 2, 64} {
		got, err := s.Discard(context.Background(), jobs)
		if err != nil || got != (Stats{s.Len(), want}) {
			t.Errorf("jobs %d: %+v, %v, want %d bytes", jobs, got, err, want)
		}
	}
	if got, err := New().Discard(context.Background(), 3); err != nil || got != (Stats{}) {
		t.Errorf("empty set: %v, %v", got, err)
	}
}

// However many goroutines run, the error is that of the first name that fails.
func TestFirstErrorByName(t *testing.T) {
	boom := errors.New("boom")
	for _, jobs := range []int{1, 2, 7, 100} {
		for range 20 {
			s := New()
			var begun atomic.Int32
			for i := range 200 {
				must(t, s.Add(fmt.Sprintf("%03d", 199-i), func(io.Writer) error {
					begun.Add(1)
					switch n := 199 - i; {
					case n == 50: // fails last of all in time
						time.Sleep(2 * time.Millisecond)
						return boom
					case n > 50 && n%3 == 0:
						return errors.New("another")
					}
					return nil
				}))
			}
			must(t, s.AddFrom("000-from", []string{"001"}, func(io.Writer, Earlier) error { return errors.New("last") }))
			_, err := s.Discard(context.Background(), jobs)
			if !errors.Is(err, boom) || !strings.Contains(err.Error(), "050") {
				t.Fatalf("jobs %d: %v", jobs, err)
			}
			if n := int(begun.Load()); n > 51+4*jobs {
				t.Errorf("jobs %d: %d recipes begun after the failure of the 51st", jobs, n)
			}
		}
	}
}

// Visits that read see what earlier visits stored, in any number of goroutines.
func TestEachReadsWhatWasStored(t *testing.T) {
	for _, jobs := range []int{1, 2, 16} {
		s := New()
		var made atomic.Int32
		for i := range 40 {
			must(t, s.Add(fmt.Sprintf("p%02d", i), func(w io.Writer) error {
				made.Add(1)
				_, err := fmt.Fprint(w, i)
				return err
			}))
		}
		// A chain: each reads the one before it and a page.
		previous := "p39"
		for i := range 20 {
			name := fmt.Sprintf("c%02d", 19-i)
			must(t, s.AddFrom(name, []string{previous, fmt.Sprintf("p%02d", i)}, func(w io.Writer, e Earlier) error {
				for _, n := range e.Names() {
					if err := e.Write(n, w); err != nil {
						return err
					}
				}
				return nil
			}))
			previous = name
		}
		var mu sync.Mutex
		stored := map[string]string{}
		read := func(name string, w io.Writer) error {
			mu.Lock()
			defer mu.Unlock()
			text, ok := stored[name]
			if !ok {
				return errors.New("read before it was stored: " + name)
			}
			_, err := io.WriteString(w, text)
			return err
		}
		err := s.Each(context.Background(), jobs, read, func(i int, name string, r Recipe) error {
			if s.Names()[i] != name {
				return fmt.Errorf("place %d is not %s", i, name)
			}
			var b bytes.Buffer
			if err := r(&b); err != nil {
				return err
			}
			mu.Lock()
			defer mu.Unlock()
			stored[name] = b.String()
			return nil
		})
		must(t, err)
		if made.Load() != 40 || len(stored) != 60 {
			t.Errorf("jobs %d: %d pages made for 40, %d stored", jobs, made.Load(), len(stored))
		}
		for name, text := range stored {
			if again, err := s.Bytes(name); err != nil || string(again) != text {
				t.Errorf("jobs %d: %s stored %q, made anew %q, %v", jobs, name, text, again, err)
			}
		}
	}
}

// Hastened files are taken before all others, also under an eye and from another set, and what reads them after them.
func TestHasten(t *testing.T) {
	other := New()
	for _, name := range []string{"z", "m", "a"} {
		must(t, other.Add(name, func(io.Writer) error { return nil }))
	}
	other.Hasten("m")
	s := New()
	must(t, s.AddSet(other))
	must(t, s.AddFrom("0", []string{"m", "z"}, func(io.Writer, Earlier) error { return nil }))
	s.Hasten("z")
	s = s.Watched(func(string) io.WriteCloser { return nil }).Told(func(string) func() { return func() {} })
	var order []string
	must(t, s.Each(context.Background(), 1, nil, func(i int, name string, r Recipe) error {
		order = append(order, name)
		return nil
	}))
	if got := strings.Join(order, " "); got != "m z 0 a" {
		t.Errorf("taken in the order %s", got)
	}
}

// If what a file reads fails, the file is not begun and nobody waits for ever.
func TestEachNeedFails(t *testing.T) {
	s := New()
	boom := errors.New("boom")
	must(t, s.Add("z", func(io.Writer) error { return boom }))
	must(t, s.AddFrom("a", []string{"z"}, func(io.Writer, Earlier) error {
		t.Error("begun without what it reads")
		return nil
	}))
	for _, jobs := range []int{1, 3} {
		if _, err := s.Discard(context.Background(), jobs); !errors.Is(err, boom) {
			t.Errorf("jobs %d: %v", jobs, err)
		}
	}
}

func TestEachCancelled(t *testing.T) {
	stop := errors.New("stopped by hand")
	ctx, cancel := context.WithCancelCause(context.Background())
	defer cancel(nil)
	s := New()
	var begun atomic.Int32
	for i := range 1000 {
		must(t, s.Add(fmt.Sprintf("%04d", i), func(w io.Writer) error {
			if begun.Add(1) == 10 {
				cancel(stop)
			}
			_, err := w.Write([]byte("x"))
			return err
		}))
	}
	must(t, s.AddFrom("last", []string{"0999"}, func(io.Writer, Earlier) error { return nil }))
	if _, err := s.Discard(ctx, 2); !errors.Is(err, stop) {
		t.Errorf("err = %v", err)
	}
	if n := begun.Load(); n > 20 {
		t.Errorf("%d recipes begun after the end", n)
	}
}

// A recipe that ends its goroutine is an error, not a file without bytes.
func TestGoexit(t *testing.T) {
	s := New()
	must(t, s.Add("a", func(io.Writer) error { runtime.Goexit(); return nil }))
	must(t, s.AddFrom("b", []string{"a"}, func(io.Writer, Earlier) error { return nil }))
	for _, jobs := range []int{1, 2} {
		if _, err := s.Discard(context.Background(), jobs); err == nil || !strings.Contains(err.Error(), "a") {
			t.Errorf("jobs %d: %v", jobs, err)
		}
	}
}

func TestFS(t *testing.T) {
	s := sample(t)
	must(t, fstest.TestFS(s.FS(), s.Names()...))
	must(t, fstest.TestFS(New().FS()))
	list, err := fs.ReadDir(s.FS(), ".")
	must(t, err)
	var got []string
	for _, e := range list {
		got = append(got, fs.FormatDirEntry(e))
	}
	want := "d .well-known/ - Z.txt d a/ d b/ d b-c/ - b-c.html - index.html - z.zip"
	if strings.Join(got, " ") != want {
		t.Errorf("root = %s", strings.Join(got, " "))
	}
	for name, want := range map[string]error{"../x": fs.ErrInvalid, "nowhere": fs.ErrNotExist, "A": fs.ErrNotExist, "z.txt": fs.ErrNotExist} {
		if _, err := s.FS().Open(name); !errors.Is(err, want) {
			t.Errorf("Open(%q) = %v", name, err)
		}
	}
	if _, err := fs.ReadFile(s.FS(), "a"); err == nil {
		t.Error("a folder was read as a file")
	}
	if _, err := fs.ReadDir(s.FS(), "Z.txt"); err == nil {
		t.Error("a file was read as a folder")
	}
}

// Listing a folder makes nothing; opening one file makes that one.
func TestFSIsLazy(t *testing.T) {
	s := New()
	var made atomic.Int32
	for i := range 10 {
		must(t, s.Add(fmt.Sprintf("d/%d", i), func(w io.Writer) error { made.Add(1); return nil }))
	}
	_, err := fs.ReadDir(s.FS(), "d")
	must(t, err)
	_, err = fs.Stat(s.FS(), "d")
	must(t, err)
	if made.Load() != 0 {
		t.Errorf("%d files made by listing", made.Load())
	}
	_, err = fs.ReadFile(s.FS(), "d/3")
	must(t, err)
	if made.Load() != 1 {
		t.Errorf("%d files made for one", made.Load())
	}
}

func awardNames(n int) []string {
	names := make([]string, n)
	for i := range names {
		names[i] = fmt.Sprintf("vinh-danh/qd-%04d-%03d/index.html", i/1000, i%1000)
	}
	return names
}

func BenchmarkAdd(b *testing.B) {
	for _, n := range []int{1_000, 64_000, 1_000_000} {
		b.Run(fmt.Sprintf("names=%d", n), func(b *testing.B) {
			names := awardNames(n)
			r := words("x")
			var before, after runtime.MemStats
			for b.Loop() {
				runtime.GC()
				runtime.ReadMemStats(&before)
				s := New()
				for _, name := range names {
					if err := s.Add(name, r); err != nil {
						b.Fatal(err)
					}
				}
				runtime.GC()
				runtime.ReadMemStats(&after)
				b.ReportMetric(float64(after.HeapAlloc-before.HeapAlloc)/float64(n), "B/name")
				runtime.KeepAlive(s)
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(n), "ns/name")
		})
	}
}

func BenchmarkFSOpen(b *testing.B) {
	for _, n := range []int{1_000, 1_000_000} {
		b.Run(fmt.Sprintf("names=%d", n), func(b *testing.B) {
			names := awardNames(n)
			s := New()
			for _, name := range names {
				must(b, s.Add(name, words("x")))
			}
			tree := s.FS()
			i := 0
			for b.Loop() {
				f, err := tree.Open(names[i*7919%n])
				if err != nil {
					b.Fatal(err)
				}
				f.Close()
				i++
			}
		})
	}
}

func BenchmarkEach(b *testing.B) {
	s := New()
	for _, name := range awardNames(64_000) {
		must(b, s.Add(name, words("x")))
	}
	for b.Loop() {
		if _, err := s.Discard(context.Background(), 2); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/64_000, "ns/file")
}

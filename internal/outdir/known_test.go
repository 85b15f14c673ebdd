package outdir

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"bangvang/internal/fileset"
)

// told is a set of files that tell their origins, with one that is made of two of them, and how often each was made.
func told(t *testing.T, texts map[string]string) (*fileset.Set, map[string]int) {
	t.Helper()
	set, times := fileset.New(), map[string]int{}
	var mu sync.Mutex
	made := func(name string) { mu.Lock(); defer mu.Unlock(); times[name]++ }
	for _, name := range []string{"a.html", "b.html", "c.html"} {
		of := func() (sum [32]byte, ok bool) {
			copy(sum[:], texts[name])
			return sum, name != "c.html" // which does not tell
		}
		must(t, set.AddOf(name, of, func(w io.Writer) error {
			made(name)
			_, err := io.WriteString(w, "text: "+texts[name])
			return err
		}))
	}
	of := func() (sum [32]byte, ok bool) { return sum, true }
	must(t, set.AddFromOf("sum.txt", []string{"a.html", "c.html"}, of, func(w io.Writer, earlier fileset.Earlier) error {
		made("sum.txt")
		for _, name := range earlier.Names() {
			if err := earlier.Write(name, w); err != nil {
				return err
			}
		}
		return nil
	}))
	return set, times
}

func TestKnown(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	texts := map[string]string{"a.html": "1", "b.html": "2", "c.html": "3"}
	var kept []byte
	run := func(what, made string, stats Stats) {
		t.Helper()
		set, times := told(t, texts)
		k := NewKnown(kept)
		got, err := Replace(background, dir, set, Options{Known: k, Jobs: 1})
		must(t, err)
		kept = k.Bytes()
		var all []string
		for _, name := range set.Names() {
			if times[name] > 0 {
				all = append(all, name)
			}
			b, err := os.ReadFile(filepath.Join(dir, name))
			must(t, err)
			if want, _ := set.Bytes(name); string(b) != string(want) {
				t.Errorf("%s: %s is %q, want %q", what, name, b, want)
			}
		}
		if got.Bytes = 0; strings.Join(all, " ") != made || got != stats {
			t.Errorf("%s: made %v with %+v, want %s with %+v", what, all, got, made, stats)
		}
	}
	run("at first", "a.html b.html c.html sum.txt", Stats{Files: 4, Written: 4})
	run("again", "c.html", Stats{Files: 4, Unchanged: 4, Spared: 3})
	texts["b.html"] = "4"
	run("another origin", "b.html c.html", Stats{Files: 4, Written: 1, Unchanged: 3, Spared: 2})
	texts["a.html"] = "5"
	run("another origin of what others read", "a.html c.html sum.txt", Stats{Files: 4, Written: 2, Unchanged: 2, Spared: 1})
	texts["c.html"] = "6"
	run("other bytes of what others read", "c.html sum.txt", Stats{Files: 4, Written: 2, Unchanged: 2, Spared: 2})
	put(t, filepath.Join(dir, "a.html"), "somebody's")
	run("a file that was changed", "a.html c.html", Stats{Files: 4, Written: 1, Unchanged: 3, Spared: 2, Mended: 1})
	must(t, os.Remove(filepath.Join(dir, "b.html")))
	run("a file that was lost", "b.html c.html", Stats{Files: 4, Written: 1, Unchanged: 3, Spared: 2, Mended: 1})
	must(t, os.RemoveAll(dir))
	run("a folder that was lost", "a.html b.html c.html sum.txt", Stats{Files: 4, Written: 4})
	for i := range kept { // torn or flipped, it is no knowledge
		for _, b := range [][]byte{kept[:i], []byte(fmt.Sprintf("%s%c%s", kept[:i], kept[i]^1, kept[i+1:]))} {
			if k := NewKnown(b); len(k.before) > 0 {
				t.Fatalf("%q is taken for knowledge", b)
			}
		}
	}
}

// TestWeighKnown: what is known is not made to be weighed, and what others read is made once.
func TestWeighKnown(t *testing.T) {
	texts := map[string]string{"a.html": "1", "b.html": "2", "c.html": "3"}
	set, times := told(t, texts)
	k := NewKnown(nil)
	first, err := Weigh(background, set, Options{Known: k, Jobs: 2})
	must(t, err)
	if times["a.html"] != 1 || times["c.html"] != 1 || times["sum.txt"] != 1 {
		t.Errorf("made so often: %v", times)
	}
	texts["a.html"] = "4"
	set, times = told(t, texts)
	second, err := Weigh(background, set, Options{Known: NewKnown(k.Bytes())})
	must(t, err)
	if times["a.html"] != 1 || times["b.html"] != 0 || times["sum.txt"] != 1 {
		t.Errorf("made so often: %v", times)
	}
	plain, err := Weigh(background, set, Options{})
	must(t, err)
	if second.Sum() != plain.Sum() || second.Sum() == first.Sum() {
		t.Error("what is known weighs otherwise")
	}
	t.Setenv("TMPDIR", "/nowhere")
	without, err := Weigh(background, set, Options{})
	must(t, err)
	if without.Sum() != plain.Sum() {
		t.Error("without room for files that others read they weigh otherwise")
	}
}

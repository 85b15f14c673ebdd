package booklet

import (
	"bytes"
	"slices"
	"testing"
)

// TestCrate: a file of shelves that were kept is the file without; of these all are kept, those that are new in place of others, by the program, by what is on them and by
// the numbers of it.
func TestCrate(t *testing.T) {
	s := &shelved{by: map[string][]byte{}}
	body := func(fill byte) []byte { return append(bytes.Repeat([]byte{fill}, shelfSize), "\n(…)"...) }
	file := func(k *Kept, skip int, fills string) []byte {
		var b bytes.Buffer
		f := newFile(&b, modern)
		f.kept = k
		for range skip {
			f.addStream("", nil)
		}
		for _, fill := range []byte(fills) {
			f.add(body(fill))
		}
		if err := f.close(1, 1); err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	}
	check := func(what, of string, skip int, fills string, kept ...string) {
		t.Helper()
		s.last = nil
		k := s.kept(of)
		if !bytes.Equal(file(&k, skip, fills), file(nil, skip, fills)) {
			t.Errorf("%s: another file", what)
		}
		if !slices.Equal(s.last, kept) {
			t.Errorf("%s: kept are %q, want %q", what, s.last, kept)
		}
		if n := len(k.streams("shelves-0")); n != min(len(fills), crateSize) {
			t.Errorf("%s: %d shelves of the first crate are kept", what, n)
		}
	}
	check("nothing kept", "a", 0, "xyz", "shelves-0")
	check("all kept", "a", 0, "xyz")
	check("another", "a", 0, "xbz", "shelves-0")
	check("numbers", "a", 2, "xbz", "shelves-0")
	check("a shelf less", "a", 2, "xb", "shelves-0")
	check("another program", "b", 2, "xb", "shelves-0")
	check("two crates", "b", 2, "xbcdefghijklmnopqr", "shelves-0", "shelves-16")
	check("two crates kept", "b", 2, "xbcdefghijklmnopqr")
	check("the last crate", "b", 2, "xbcdefghijklmnopqs", "shelves-16")
	check("a whole crate", "b", 2, "xbcdefghijklmnop")
}

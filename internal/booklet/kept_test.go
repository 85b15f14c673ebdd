package booklet

import (
	"bytes"
	"maps"
	"slices"
	"sync"
	"testing"

	"bangvang/internal/chart"
)

// shelved is a store in memory.
type shelved struct {
	mu    sync.Mutex
	by    map[string][]byte
	saved int
	last  []string // saved, by their keys
}

func (s *shelved) kept(of string) Kept {
	return Kept{Of: of, Store: chart.Store{
		Load: func(key string) ([]byte, bool) {
			s.mu.Lock()
			defer s.mu.Unlock()
			b, ok := s.by[key]
			return b, ok
		},
		Save: func(key string, b []byte) {
			s.mu.Lock()
			defer s.mu.Unlock()
			s.by[key], s.saved, s.last = b, s.saved+1, append(s.last, key)
		},
	}}
}

// TestKept: a book with subsets that were kept is the book without, byte for byte, and they are kept once.
func TestKept(t *testing.T) {
	l := layout(t, 20)
	want := written(t, l)
	s := &shelved{by: map[string][]byte{}}
	l.kept = s.kept("program")
	for _, what := range []string{"kept", "as kept"} {
		if !bytes.Equal(written(t, l), want) {
			t.Errorf("%s: another book", what)
		}
	}
	faces := 0
	for _, chars := range used(l.allOps()) {
		faces += min(len(chars), 1)
	}
	if s.saved != faces {
		t.Errorf("%d faces, kept %d times", faces, s.saved)
	}
	before := maps.Clone(s.by)
	l.kept = s.kept("another program")
	if !bytes.Equal(written(t, l), want) || s.saved != 2*faces {
		t.Errorf("kept by another program: kept %d times", s.saved)
	}
	o := &l.Pages[len(l.Pages)-1].Ops
	*o = append(*o, Op{Kind: OpText, Face: Regular, Size: 9, X: 20, Y: 20, Text: "≥"})
	l.kept = Kept{}
	more := written(t, l)
	if l.kept = s.kept("program"); !bytes.Equal(written(t, l), more) || s.saved != 2*faces+1 {
		t.Errorf("one character more: kept %d times", s.saved)
	}
	if s.by = before; !bytes.Equal(written(t, l), more) {
		t.Error("another book")
	}
}

// TestKeptSpoilt: what is not whole is made again.
func TestKeptSpoilt(t *testing.T) {
	l := layout(t, 5)
	want := written(t, l)
	s := &shelved{by: map[string][]byte{}}
	l.kept = s.kept("program")
	written(t, l)
	whole := maps.Clone(s.by)
	for what, spoil := range map[string]func([]byte) []byte{
		"nothing":          func([]byte) []byte { return nil },
		"cut by a byte":    func(b []byte) []byte { return b[:len(b)-1] },
		"half":             func(b []byte) []byte { return b[:len(b)/2] },
		"more than wanted": func(b []byte) []byte { return append(slices.Clone(b), 1, 'x') },
		"a part less": func(b []byte) []byte {
			return b[:bytes.LastIndex(b, []byte("<<"))-2] // the length of the last part takes two bytes
		},
		"no lengths": func(b []byte) []byte { return bytes.Repeat([]byte{0xFF}, len(b)) },
	} {
		for key, b := range whole {
			s.by[key] = spoil(b)
		}
		if s.saved = 0; !bytes.Equal(written(t, l), want) || s.saved != len(whole) {
			t.Errorf("%s: %d of %d are made again", what, s.saved, len(whole))
		}
	}
}

package fileset

import (
	"context"
	"errors"
	"io"
	"slices"
	"strings"
	"sync"
	"testing"
)

// TestWatched: the eye sees each file that it cares for, whole and once; what it refuses is not made.
func TestWatched(t *testing.T) {
	s := New()
	must(t, s.Add("a", words("một")))
	must(t, s.Add("b", words("hai")))
	must(t, s.AddFrom("c", []string{"a", "b"}, func(w io.Writer, e Earlier) error { return errors.Join(e.Write("a", w), e.Write("b", w)) }))
	var mu sync.Mutex
	var seen []string
	refuse := errors.New("refused")
	eye := func(name string) func([]byte) error {
		if name == "b" {
			return nil
		}
		return func(b []byte) error {
			mu.Lock()
			defer mu.Unlock()
			seen = append(seen, name+"="+string(b))
			if name == "c" {
				return refuse
			}
			return nil
		}
	}
	_, err := s.Watched(eye).Discard(context.Background(), 2)
	if !errors.Is(err, refuse) {
		t.Errorf("%v", err)
	}
	slices.Sort(seen)
	if got := strings.Join(slices.Compact(seen), " "); got != "a=một c=mộthai" {
		t.Errorf("seen: %s", got)
	}
	if _, err := s.Discard(context.Background(), 2); err != nil {
		t.Errorf("the set itself: %v", err)
	}
}

package fileset

import (
	"bytes"
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
	eye := func(name string) io.WriteCloser {
		if name == "b" {
			return nil
		}
		return &look{end: func(b []byte) error {
			mu.Lock()
			defer mu.Unlock()
			seen = append(seen, name+"="+string(b))
			if name == "c" {
				return refuse
			}
			return nil
		}}
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

// TestWatchedUnmade: a file that cannot be made is not taken for whole.
func TestWatchedUnmade(t *testing.T) {
	s := New()
	broken := errors.New("broken")
	must(t, s.Add("a", func(w io.Writer) error { return errors.Join(words("một")(w), broken) }))
	ended := false
	_, err := s.Watched(func(string) io.WriteCloser { return &look{end: func([]byte) error { ended = true; return nil }} }).Discard(context.Background(), 1)
	if !errors.Is(err, broken) || ended {
		t.Errorf("%v, taken for whole: %v", err, ended)
	}
}

// look keeps what it is shown.
type look struct {
	bytes.Buffer
	end func([]byte) error
}

func (l *look) Close() error { return l.end(l.Bytes()) }

package fileset

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
)

// What is read is taken first, and what reads it from the middle of the others on.
func TestEachMixes(t *testing.T) {
	s := New()
	for _, name := range []string{"a", "b", "c", "d", "e", "f", "y", "z"} {
		must(t, s.Add(name, words(name)))
	}
	none := func(io.Writer, Earlier) error { return nil }
	must(t, s.AddFrom("2", []string{"y", "z"}, none))
	must(t, s.AddFrom("1", []string{"2", "z"}, none))
	var order []string
	must(t, s.Each(context.Background(), 1, nil, func(_ int, name string, _ Recipe) error {
		order = append(order, name)
		return nil
	}))
	if got := strings.Join(order, " "); got != "y z a b c 2 d 1 e f" {
		t.Errorf("taken in the order %s", got)
	}
}

// A file is gauged by its bytes, or by what is told instead of them; an error stays one.
func TestGauge(t *testing.T) {
	s := New()
	must(t, s.Add("a", words("mười")))
	told, boom := sha256.Sum256([]byte("x")), errors.New("boom")
	must(t, s.AddFrom("b", []string{"a"}, func(w io.Writer, earlier Earlier) error {
		size, sum, err := earlier.Gauge("a")
		fmt.Fprintf(w, "%d %x", size, sum)
		return err
	}))
	for _, of := range []struct {
		read func(string, io.Writer) error
		want string
		err  error
	}{
		{nil, fmt.Sprintf("%d %x", len("mười"), sha256.Sum256([]byte("mười"))), nil},
		{func(_ string, w io.Writer) error { w.(*Gauge).Tell(7, told); return nil }, fmt.Sprintf("7 %x", told), nil},
		{func(string, io.Writer) error { return boom }, "", boom},
	} {
		var b strings.Builder
		err := s.Each(context.Background(), 1, of.read, func(_ int, name string, r Recipe) error {
			if name == "b" {
				return r(&b)
			}
			return nil
		})
		if !errors.Is(err, of.err) || err == nil && b.String() != of.want {
			t.Errorf("gauged %q, %v; want %q, %v", b.String(), err, of.want, of.err)
		}
	}
}

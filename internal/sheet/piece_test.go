package sheet

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// shelf is a Kept in memory that counts.
type shelf struct {
	Kept
	pieces        map[string][]byte
	found, missed int
}

func newShelf() *shelf {
	s := &shelf{pieces: map[string][]byte{}}
	s.Of = "chương trình"
	s.Load = func(key string) ([]byte, bool) {
		b, ok := s.pieces[key]
		if ok {
			s.found++
		} else {
			s.missed++
		}
		return b, ok
	}
	s.Save = func(key string, b []byte) { s.pieces[key] = b }
	return s
}

// packed packs a text, which is given to the packer in parts as long as step says, and unpacks it again.
func packed(t *testing.T, text string, kept *Kept, step func() int) []byte {
	t.Helper()
	var b bytes.Buffer
	z := NewZip(&b, kept)
	w, err := z.Create("a")
	for left := text; err == nil && left != ""; {
		n := min(len(left), step())
		_, err = io.WriteString(w, left[:n])
		left = left[n:]
	}
	if err == nil {
		err = z.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
	r, err := zip.NewReader(bytes.NewReader(b.Bytes()), int64(b.Len()))
	if err != nil {
		t.Fatal(err)
	}
	f, err := r.Open("a")
	if err != nil {
		t.Fatal(err)
	}
	got, err := io.ReadAll(f)
	if err != nil || string(got) != text {
		t.Fatalf("%d bytes came back as %d: %v", len(text), len(got), err)
	}
	return b.Bytes()
}

func atOnce() int { return 1 << 30 }

// invented are n lines; those of the same number are the same, whatever n is.
func invented(n int) []string {
	r := rand.New(rand.NewPCG(8, 0))
	out := make([]string, n)
	for i := range out {
		out[i] = fmt.Sprintf("quyết định %d của Ủy ban nhân dân%s\n", i, strings.Repeat(" và "+fmt.Sprint(r.IntN(99)), r.IntN(90)))
	}
	return out
}

// TestPieces: a text is packed the same whatever is kept and however it comes, and of a text in which a line is changed, put in or taken out
// only what is around that is packed.
func TestPieces(t *testing.T) {
	lines := invented(8000)
	r := rand.New(rand.NewPCG(8, 1))
	s := newShelf()
	whole := len(lines)
	for _, what := range []string{"new", "the same", "in parts", "changed", "put in", "taken out", "shorter"} {
		step := atOnce
		switch at := r.IntN(len(lines)); what {
		case "in parts":
			step = func() int { return 1 + r.IntN(100_000) }
		case "changed":
			lines[at] = "đã sửa\n"
		case "put in":
			lines = slices.Insert(lines, at, "thêm một dòng\n")
		case "taken out":
			lines = slices.Delete(lines, at, at+1)
		case "shorter":
			lines = lines[:whole/2]
		}
		text := strings.Join(lines, "")
		s.found, s.missed = 0, 0
		got := packed(t, text, &s.Kept, step)
		if !bytes.Equal(got, packed(t, text, nil, atOnce)) {
			t.Errorf("%s: other bytes than without what is kept", what)
		}
		most := map[string]int{"new": 99, "the same": 0, "in parts": 0}
		if missed, ok := most[what]; !ok && s.missed > 3 || ok && s.missed > missed || what != "new" && s.found < 3 {
			t.Errorf("%s: %d pieces packed, %d not", what, s.missed, s.found)
		}
	}
}

// TestPiecesOfOthers: what another program packed, and what was kept of another piece, is not taken.
func TestPiecesOfOthers(t *testing.T) {
	text := strings.Join(invented(3000), "")
	want := packed(t, text, nil, atOnce)
	s := newShelf()
	packed(t, text, &s.Kept, atOnce)
	mixed := newShelf()
	var last []byte
	for key, b := range s.pieces {
		mixed.pieces[key], last = last, b
	}
	if got := packed(t, text, &mixed.Kept, atOnce); !bytes.Equal(got, want) || mixed.found < 2 {
		t.Error("pieces were taken for others")
	}
	s.Of, s.found = "chương trình khác", 0
	if got := packed(t, text, &s.Kept, atOnce); !bytes.Equal(got, want) || s.found > 0 {
		t.Error("pieces of another program were taken")
	}
}

// TestOneLine: a text without ends of lines is packed too, and a short one in one piece, of which nothing is kept.
func TestOneLine(t *testing.T) {
	r := rand.New(rand.NewPCG(8, 2))
	s := newShelf()
	for _, n := range []int{0, 1, leastPiece - 1} {
		if packed(t, strings.Repeat("a", n), &s.Kept, atOnce); len(s.pieces) > 0 {
			t.Fatalf("of %d bytes something is kept", n)
		}
	}
	text := strings.Repeat("một dòng rất dài ", 200_000)
	want := packed(t, text, nil, atOnce)
	if got := packed(t, text, &s.Kept, func() int { return 1 + r.IntN(mostPiece) }); !bytes.Equal(got, want) || len(s.pieces) < 2 {
		t.Errorf("%d pieces, or other bytes", len(s.pieces))
	}
}

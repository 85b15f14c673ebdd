package legible

import (
	"bytes"
	"io"
	"slices"
	"strings"
	"testing"
)

// streamed are the texts of a file that is written in pieces of n bytes.
func streamed(t *testing.T, r *Reader, name string, b []byte, n int) (texts []string) {
	t.Helper()
	s := r.Stream(name, func(_, text string) bool {
		texts = append(texts, strings.Clone(text))
		return false
	})
	s.piece = 1 // so that the pieces are those that are written
	for c := range slices.Chunk(b, n) {
		if _, err := s.Write(c); err != nil {
			t.Fatal(err)
		}
		clear(c) // who writes may use the room again
	}
	if err := s.Close(); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return texts
}

// FuzzStream: wherever a file is cut, its texts are the same.
func FuzzStream(f *testing.F) {
	for _, s := range []string{
		"a,b\r\n1,\"x \"\"y\"\"\nz\"\r\n", "a;b,c;d\n1;2;3", "\xFF\xFEa\x00\t\x00\xD0\x1E\n\x00\x01\xD8", "\xFE\xFF\x00a", "\xEF\xBB\xBFa\tb\n\"\"\"\"", `{"a":[1,"b\u0030\"",{"c\\":"d"}]`, `"a\`, `"`, "",
	} {
		f.Add([]byte(s), 1)
		f.Add([]byte(s), 3)
	}
	r := new(Readers).Take()
	f.Fuzz(func(t *testing.T, b []byte, n int) {
		for _, name := range []string{"a.csv", "a.json", "a.html"} {
			var want []string
			if err := Read(name, b, func(_, text string) { want = append(want, strings.Clone(text)) }); err != nil {
				t.Fatal(err)
			}
			if got := streamed(t, r, name, bytes.Clone(b), min(max(n, 1), len(b)+1)); !slices.Equal(got, want) {
				t.Errorf("%s %q in pieces of %d: %q, want %q", name, b, n, got, want)
			}
		}
	})
}

// TestStreamHolds: of a long table no more is held than a piece and the text that is not yet whole.
func TestStreamHolds(t *testing.T) {
	r, n := new(Readers).Take(), 0
	s := r.Stream("a.csv", func(string, string) bool { n++; return false })
	row := []byte("giấy khen,\"Nguyễn Thị \"\"Hoa\"\"\",12\r\n")
	for range 100_000 {
		if _, err := s.Write(row); err != nil {
			t.Fatal(err)
		}
	}
	if room := cap(s.bytes) + cap(s.text); room > 4*piece {
		t.Errorf("%d bytes held of %d", room, 100_000*len(row))
	}
	if err := s.Close(); err != nil || n != 300_000 {
		t.Errorf("%d cells, %v", n, err)
	}
}

func BenchmarkStream(b *testing.B) {
	csv := bytes.Repeat([]byte("giay-khen-00001-001,Giấy khen,Bà,\"Nguyễn Thị \"\"Hoa\"\"\",Phó Đội trưởng,12\r\n"), 10_000)
	r := new(Readers).Take()
	b.SetBytes(int64(len(csv)))
	b.ReportAllocs()
	for b.Loop() {
		s := r.Stream("a.csv", func(string, string) bool { return true })
		_, _ = io.Copy(s, bytes.NewReader(csv))
		_ = s.Close()
	}
}

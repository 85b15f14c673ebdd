package export

import (
	"bytes"
	"strings"
	"testing"
	"unicode/utf16"
)

// FuzzWide: a text is written as the library's own pieces of UTF-16 are, wherever it is cut.
func FuzzWide(f *testing.F) {
	f.Add("Nguyễn Văn Ấ 🏅 \xff\xe1\xba", 9)
	f.Add("", 0)
	f.Fuzz(func(t *testing.T, text string, cut int) {
		cut = min(max(cut, 0), len(text))
		var got bytes.Buffer
		w := &wideWriter{to: &got}
		for _, part := range append([]string{text[:cut]}, strings.SplitAfter(text[cut:], "\xBA")...) {
			if n, err := w.Write([]byte(part)); n != len(part) || err != nil {
				t.Fatal(n, err)
			}
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
		want := []byte{0xFF, 0xFE}
		for _, u := range utf16.Encode([]rune(text)) {
			want = append(want, byte(u), byte(u>>8))
		}
		if !bytes.Equal(got.Bytes(), want) {
			t.Errorf("%q cut at %d: % x, want % x", text, cut, got.Bytes(), want)
		}
	})
}

func BenchmarkWide(b *testing.B) {
	text := []byte(strings.Repeat("Nguyễn Văn Minh\tĐã có thành tích xuất sắc\t2018-12-20\r\n", 70))
	w := &wideWriter{to: &bytes.Buffer{}}
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		w.to.(*bytes.Buffer).Reset()
		if _, err := w.Write(text); err != nil {
			b.Fatal(err)
		}
	}
}

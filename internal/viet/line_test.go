package viet

import (
	"strings"
	"testing"
)

// FuzzOneLine: whatever parts the words, and however quickly that is seen, the result is the words with single spaces.
func FuzzOneLine(f *testing.F) {
	for _, s := range []string{"", " ", "a b", "a  b", "a ", " a", "a\tb\r\nc", "a\u0085b", "a\u00a0b", "ả\u1680 \u3000", "“a” – b", "Phạm Thị Úc"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if got, want := OneLine(s), strings.Join(strings.Fields(s), " "); got != want {
			t.Fatalf("OneLine(%q) = %q, want %q", s, got, want)
		}
	})
}

func BenchmarkOneLine(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		OneLine("Có nhiều đổi mới trong dạy tốt, học tốt ở khu dân cư năm 2018")
	}
}

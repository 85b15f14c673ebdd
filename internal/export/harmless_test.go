package export

import (
	"strings"
	"testing"
)

func TestHarmless(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"", ""},
		{"Đỗ Đức Đạt", "Đỗ Đức Đạt"},
		{"tăng 5% - 7%", "tăng 5% - 7%"},
		{"a@b", "a@b"},
		{"'=1", "'=1"},
		{"−5", "−5"}, // the sign of minus is no formula's
		{"=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"},
		{"+84 292", "'+84 292"},
		{"-5%", "'-5%"},
		{"@SUM(A1)", "'@SUM(A1)"},
		{"＝1", "'＝1"}, {"＋1", "'＋1"}, {"－1", "'－1"}, {"＠1", "'＠1"},
		{"\tx", "'\tx"}, {"\rx", "'\rx"}, {"\nx", "'\nx"},
		{"  =1", "  '=1"},
		{"\u00a0\ufeff\u200b=1", "\u00a0\ufeff\u200b'=1"},
		{"\t=1", "'\t'=1"},
		{"a;=1", "a;'=1"},
		{"a; - b", "a; - b"},
		{"a\n-b", "a\n'-b"},
		{"a,=1", "a,=1"}, // such a field is quoted
	} {
		if got := harmless(c.in); got != c.want {
			t.Errorf("harmless(%q) = %q, want %q", c.in, got, c.want)
		}
	}
}

func FuzzHarmless(f *testing.F) {
	for _, s := range []string{"=1", "a;=1", "\t\t=", " ;@", "\n\n-", "a b", "a  b", "a ", "a\u00a0b", "ả\u1680 \u3000", "“a” – b"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		s = strings.ToValidUTF8(s, "")
		got := harmless(s)
		for cell := range strings.FieldsFuncSeq(got, func(r rune) bool { return strings.ContainsRune(partings, r) }) {
			if strings.IndexAny(cell, signs) == 0 {
				t.Fatalf("harmless(%q) = %q has a cell that begins a formula", s, got)
			}
		}
		if strings.ReplaceAll(got, "'", "") != strings.ReplaceAll(s, "'", "") {
			t.Fatalf("harmless(%q) = %q changed more than apostrophes", s, got)
		}
		if slow := guarded(s, partings); got != slow || harmlessWhole(s) != guarded(s, "") {
			t.Fatalf("harmless(%q) = %q, looked at rune by rune %q", s, got, slow)
		}
		if again := harmless(got); again != got {
			t.Fatalf("harmless(%q) = %q, and again %q", s, got, again)
		}
		whole := harmlessWhole(s)
		if strings.IndexAny(whole, signs+breaks) == 0 || harmlessWhole(whole) != whole || strings.ReplaceAll(whole, "'", "") != strings.ReplaceAll(s, "'", "") {
			t.Fatalf("harmlessWhole(%q) = %q", s, whole)
		}
	})
}

func BenchmarkHarmless(b *testing.B) {
	texts := []string{"Huỳnh Thanh Tuấn Liễu", "giay-khen-mau-00008-073", "Có nhiều đổi mới trong dạy tốt, học tốt ở khu dân cư năm 2018", "Ban Thi đua - Khen thưởng thành phố Minh Họa"}
	b.ReportAllocs()
	for b.Loop() {
		for _, s := range texts {
			if len(harmless(s))+len(harmlessWhole(s)) == 0 {
				b.Fatal(s)
			}
		}
	}
}

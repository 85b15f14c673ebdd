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
	for _, s := range []string{"=1", "a;=1", "\t\t=", " ;@", "\n\n-"} {
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
		if again := harmless(got); again != got {
			t.Fatalf("harmless(%q) = %q, and again %q", s, got, again)
		}
		whole := harmlessWhole(s)
		if strings.IndexAny(whole, signs+breaks) == 0 || harmlessWhole(whole) != whole || strings.ReplaceAll(whole, "'", "") != strings.ReplaceAll(s, "'", "") {
			t.Fatalf("harmlessWhole(%q) = %q", s, whole)
		}
	})
}

package fileset

import (
	"errors"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"
)

func TestNames(t *testing.T) {
	long := strings.Repeat("a", 255)
	tests := []struct {
		names string // "|" between them; the last one is the one in question
		other string // what its refusal names; "" if it is fine
	}{
		{"index.html", ""},
		{"vinh-danh/van/đ/index.html", ""},
		{".well-known/security.txt", ""},
		{"a b/c,d;e'(f).html", ""},
		{"a|a-b|a.b|a0", ""},
		{"a/b|a/c|b/a", ""},
		{"console.html|com/x|com10|lpt|nul-1.txt|auxiliary", ""},
		{long + "/" + long, ""},
		{"Thới-Lai.jpg|Thoi-Lai.jpg", ""},

		{"", ""}, {".", "."}, {"/a", "/a"}, {"a/", "a/"}, {"a//b", "a//b"}, {"../a", "../a"}, {"a/./b", "a/./b"}, {"a\xff", "a\xff"},
		{long + "a", long + "a"},
		{strings.Repeat(long+"/", 4) + "abcde", strings.Repeat(long+"/", 4) + "abcde"},

		{"a|a", "a"},
		{"a/b|a/b", "a/b"},
		{"index.html|Index.HTML", "index.html"},
		{"Ảnh.jpg|ảnh.JPG", "Ảnh.jpg"},
		{"ảnh.jpg|" + norm.NFD.String("ảnh.jpg"), "ảnh.jpg"},
		{norm.NFD.String("Đặng.jpg") + "|" + "đẶng.jpg", norm.NFD.String("Đặng.jpg")},
		{"straße|STRASSE", "straße"},
		{"k.html|\u212a.html", "k.html"}, // the Kelvin sign

		{"a|a/b", "a"},
		{"a|a/b/c/d", "a"},
		{"a/b/c|a/b", "a/b/c"},
		{"a/b/c|a", "a/b/c"},
		{"a/b/c|A", "a/b/c"},
		{"A|a/b", "A"},
		{"a/x|A/y", "a/x"},
		{"a/b/x|a/B/y", "a/b/x"},
		{"ả/x|" + norm.NFD.String("ả/y"), "ả/x"},
		{"a/b/x|a/b/y|A/c", "a/b/x"},

		{"CON", "CON"}, {"a/nul", "nul"}, {"nul.txt", "nul.txt"}, {"Aux.tar.gz", "Aux.tar.gz"}, {"com1/x", "com1"}, {"LPT9.html", "LPT9.html"}, {"com¹", "com¹"}, {"prn .txt", "prn .txt"}, {"conout$", "conout$"},
		{"a./b", "a."}, {"a ", "a "}, {"a/b.", "b."},
		{"a:b", "a:b"}, {`a\b`, `a\b`}, {"a*", "a*"}, {"a?", "a?"}, {"<a", "<a"}, {"a>", "a>"}, {`"a`, `"a`},
		{".git/config", ".git"}, {"a/.htaccess", ".htaccess"}, {".well-known2", ".well-known2"}, {".Well-Known/x", ".Well-Known"}, {"..a", "..a"},
		{"a\nb", "a\nb"}, {"a\x00", "a\x00"}, {"a\u200bb", "a\u200bb"}, {"a\u202eb", "a\u202eb"}, {"a\u00a0b", "a\u00a0b"}, {"a\u00adb", "a\u00adb"}, {"a\ufffdb", "a\ufffdb"}, {"a\x7f", "a\x7f"},
	}
	for _, tt := range tests {
		names := strings.Split(tt.names, "|")
		last := len(names) - 1
		s := New()
		for _, name := range names[:last] {
			if err := s.Add(name, words("x")); err != nil {
				t.Fatalf("%q: %v", tt.names, err)
			}
		}
		err := s.Add(names[last], words("x"))
		if tt.other == "" && names[last] != "" {
			if err != nil {
				t.Errorf("%q: %v", tt.names, err)
			}
			continue
		}
		var ne *NameError
		if !errors.As(err, &ne) {
			t.Errorf("%q: error %v, want a NameError", tt.names, err)
			continue
		}
		if ne.Name != names[last] || ne.Other != tt.other || ne.Why == "" {
			t.Errorf("%q: refused %q for %q (%s), want %q for %q", tt.names, ne.Name, ne.Other, ne.Why, names[last], tt.other)
		}
		if s.Len() != last || len(s.Names()) != last {
			t.Errorf("%q: the refused name left a trace: %q", tt.names, s.Names())
		}
	}
}

// A refused name leaves no folder behind either.
func TestRefusalLeavesNoFolder(t *testing.T) {
	s := New()
	must(t, s.Add("a/b", words("")))
	if s.Add("a/b/c/d", words("")) == nil || s.Add("a/x/CON", words("")) == nil {
		t.Fatal("not refused")
	}
	must(t, s.Add("a/x", words(""))) // "a/x" would be taken if it had become a folder
	must(t, s.Add("c", words("")))
}

func FuzzNames(f *testing.F) {
	f.Add("a/b", "a")
	f.Add("A/x", "a/y")
	f.Add("con", "a/lpt1.html")
	f.Add("ả/x.html", "ả/X.html")
	f.Add("≮", "<\u0338")
	f.Fuzz(func(t *testing.T, a, b string) {
		for _, name := range []string{a, b, "x/" + a, a + ".x"} {
			if isOrdinary(name) && judgeName(name) != nil {
				t.Fatal(judgeName(name))
			}
		}
		s := New()
		if s.Add(a, words("")) != nil {
			return
		}
		if s.Add(b, words("")) != nil {
			if len(s.Names()) != 1 {
				t.Fatal("a refused name was kept")
			}
			return
		}
		for _, same := range []func(a, b string) bool{
			func(a, b string) bool { return a == b },
			strings.EqualFold,
			func(a, b string) bool { return strings.EqualFold(norm.NFC.String(a), norm.NFC.String(b)) },
			func(a, b string) bool { return norm.NFD.String(a) == norm.NFD.String(b) },
		} {
			if same(a, b) || same(a+"/", b[:min(len(b), len(a)+1)]) || same(b+"/", a[:min(len(a), len(b)+1)]) {
				t.Fatalf("%q and %q meet on some disk", a, b)
			}
		}
	})
}

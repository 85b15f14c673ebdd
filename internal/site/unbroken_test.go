package site

import (
	"regexp"
	"slices"
	"testing"
)

func TestUnbroken(t *testing.T) {
	for in, want := range map[string]string{
		"":         "",
		"Sở Ví Dụ": "Sở Ví Dụ",
		"Quyết định số MẪU-01 ngày 20/12":    `Quyết định số <span class="nb">MẪU-01</span> ngày 20/12`,
		"số 1234/QĐ-UBND, <b>":               `số <span class="nb">1234/QĐ-UBND</span>, &lt;b&gt;`,
		"A & MẪU-01-B":                       `A &amp; <span class="nb">MẪU-01-B</span>`,
		"Y-lăng Niê – Xơ-đăng":               "Y-lăng Niê – Xơ-đăng",
		"2018-2019":                          `<span class="nb">2018-2019</span>`,
		"trang - 01":                         "trang - 01",
		"1-aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa": "1-aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
	} {
		if got := string(unbroken(nil, in)); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

// FuzzToken: the tokens of a text are those of the pattern that says what they are, but for single letters.
func FuzzToken(f *testing.F) {
	for _, s := range []string{"Quyết định số MẪU-01 ngày 20/12", "-1.a-, b", "x -y-/", "\u0301a\u0301-1\u0301", "a\xff-1", "2018-2019"} {
		f.Add(s)
	}
	pattern := regexp.MustCompile(`[\p{L}\p{N}][\p{L}\p{M}\p{N}./-]*[\p{L}\p{M}\p{N}]`)
	f.Fuzz(func(t *testing.T, s string) {
		var got []string
		for from, to := token(s, 0); from < len(s); from, to = token(s, to) {
			if pattern.MatchString(s[from:to]) {
				got = append(got, s[from:to])
			}
		}
		if want := pattern.FindAllString(s, -1); !slices.Equal(got, want) {
			t.Errorf("%q: %q, want %q", s, got, want)
		}
	})
}

func BenchmarkUnbroken(b *testing.B) {
	for _, s := range []struct{ name, text string }{{"words", "Bà Tôn Nữ Hoàng Ngọc Phương Thảo Minh Họa"}, {"number", "Quyết định số 1234/QĐ-UBND ngày 20/12/2018"}} {
		b.Run("text="+s.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				unbroken(nil, s.text)
			}
		})
	}
}

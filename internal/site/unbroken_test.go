package site

import "testing"

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
		if got := string(unbroken(in)); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

func BenchmarkUnbroken(b *testing.B) {
	for _, s := range []struct{ name, text string }{{"words", "Bà Tôn Nữ Hoàng Ngọc Phương Thảo Minh Họa"}, {"number", "Quyết định số 1234/QĐ-UBND ngày 20/12/2018"}} {
		b.Run("text="+s.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				unbroken(s.text)
			}
		})
	}
}

package site

import "testing"

func TestPhrased(t *testing.T) {
	for in, want := range map[string]string{
		"":                         "",
		"Tăng trưởng (GRDP) & <b>": `<span class="nb">Tăng trưởng</span> (GRDP) &amp; &lt;b&gt;`,
		"Quyết định số MẪU-01 ngày 20/12/2018": `<span class="nb">Quyết định</span> số <span class="nb">MẪU-01</span> <span class="nb">ngày 20/12/2018</span>`,
	} {
		if got := string(phrased(nil, in)); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

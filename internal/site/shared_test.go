package site

import (
	"testing"

	"bangvang/internal/fileset"
)

// A page is the same whether its shared parts were written for it or for another.
func TestSharedPartsSuitEachPage(t *testing.T) {
	used := 0
	for _, ed := range []func() *fileset.Set{
		func() *fileset.Set { return render(t, sample(), false) },
		func() *fileset.Set { return render(t, sample(), true) },
		func() *fileset.Set { return render(t, inTwoLanguages(), false) },
	} {
		together := ed()
		for _, name := range together.Names() {
			apart := ed() // whose first page this is
			a, err := together.Bytes(name)
			b, errB := apart.Bytes(name)
			if err != nil || errB != nil || string(a) != string(b) {
				t.Errorf("%s differs when it is not the first page (%v, %v)", name, err, errB)
			}
			used++
		}
	}
	if used < 50 {
		t.Errorf("%d files only", used)
	}
}

// What tells of the page itself is never taken over from another one.
func TestSharedTakesNothingPersonal(t *testing.T) {
	for _, text := range []string{`{{linked}}`, `{{range versions}}{{.Path}} {{end}}`, `{{href (own "/vinh-danh/mau-01-001/")}}`, `{{href "/vinh-danh/"}}`, `{{with current "/vinh-danh/"}}{{.}}{{end}}`,
		`<a href="{{href "/vinh-danh/mau-01-001/#a"}}">~~0~~</a>`, `{{search.Root}} {{search.Index}}`, `{{$a := href "/"}}<a href="{{$a}}">{{$a}}</a>`, `<a href="{{href "/vinh-danh/đ/"}}"></a>`} {
		for _, how := range []string{"shared", "same"} {
			sameByItself(t, how, text)
		}
	}
}

func sameByItself(t *testing.T, how, text string) {
	t.Helper()
	over := overlayOf("award.html", `{{define "part"}}`+text+`{{end}}{{define "award"}}{{`+how+` "part"}}{{end}}`)
	plain := overlayOf("award.html", `{{define "award"}}`+text+`{{end}}`)
	shared, own := fileset.New(), fileset.New()
	if err := Render(inTwoLanguages(), Options{Templates: over, Charts: testCharts()}, shared); err != nil {
		t.Fatal(err)
	}
	if err := Render(inTwoLanguages(), Options{Templates: plain, Charts: testCharts()}, own); err != nil {
		t.Fatal(err)
	}
	for _, name := range own.Names() {
		a, err := shared.Bytes(name)
		b, errB := own.Bytes(name)
		if err != nil || errB != nil || string(a) != string(b) {
			t.Errorf("%s with %s %s: %q, by itself %q (%v, %v)", name, how, text, a, b, err, errB)
		}
	}
}

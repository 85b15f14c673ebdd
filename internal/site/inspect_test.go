package site

import (
	"io"
	"regexp"
	"strings"
	"testing"

	"bangvang/internal/fileset"
	"bangvang/templates"
)

// others adds the files that other rooms make.
func others(t *testing.T, set *fileset.Set) {
	for _, name := range []string{"favicon.ico", "apple-touch-icon.png", "site.webmanifest", "chi-tieu/nuoc-sach/the.png", "feed.xml", "tim-kiem/chi-muc.js", "vinh-danh/danh-sach.js", "ky-yeu/ky-yeu.pdf", "du-lieu/v1/nuoc-sach.csv", "du-lieu/v1/ket-qua.csv", "du-lieu/v1/mau-01.csv", "du-lieu/v1/toan-bo.zip"} {
		if err := set.Add(name, writes(nil)); err != nil {
			t.Fatal(err)
		}
	}
}

func TestSampleIsWellMade(t *testing.T) {
	for _, portable := range []bool{false, true} {
		ed := sample()
		set := render(t, ed, portable)
		others(t, set)
		flaws, err := Inspect(set, ed.Site.BaseURL)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range flaws {
			t.Errorf("portable %t: %v", portable, f)
		}
	}
}

func TestPortableNamesEveryFile(t *testing.T) {
	set := render(t, sample(), true)
	folder := regexp.MustCompile(`(?:href|action)="(?:[^":]*/)?"`)
	for _, name := range set.Names() {
		if !strings.HasSuffix(name, ".html") || name == "404.html" {
			continue
		}
		b, err := set.Bytes(name)
		if err != nil {
			t.Fatal(err)
		}
		if m := folder.Find(b); m != nil {
			t.Errorf("%s: %s", name, m)
		}
	}
}

func TestInspectFinds(t *testing.T) {
	page := func(body string) string {
		return "<!doctype html>\n<html lang=\"vi\"><head><title>T</title></head><body><main><h1>T</h1>" + body + "</main></body></html>"
	}
	tests := []struct{ name, page, want string }{
		{"nothing", page(`<p id="a"><a href="#a">a</a><a href="other.html#x">b</a><br></p><svg><path d="M0 0"/></svg>`), ""},
		{"open element", page(`<p>a`), "đóng"},
		{"crossed elements", page(`<b><i>a</b></i>`), "đóng"},
		{"bare attribute value", page(`<p class=a>a</p>`), "thẻ viết sai"},
		{"attribute twice", page(`<p class="a" class="b">a</p>`), "hai lần"},
		{"text like a tag", page(`<p>1 < 2</p>`), "không phải là thẻ"},
		{"closed by itself", page(`<p/>`), "ngoài hình vẽ"},
		{"id twice", page(`<p id="a">a</p><p id="a">b</p>`), "hai lần"},
		{"no such id", page(`<label for="x">a</label>`), `"x"`},
		{"no such anchor", page(`<a href="#x">a</a>`), `"x"`},
		{"no such anchor elsewhere", page(`<a href="other.html#y">a</a>`), `"y" trong other.html`},
		{"no such page", page(`<a href="khong-co/">a</a>`), "không dẫn đến đâu"},
		{"no such asset", page(`<img src="/bang-vang/a.png" alt="">`), "không dẫn đến đâu"},
		{"out of the site", page(`<a href="../">a</a>`), "không dẫn đến đâu"},
		{"other sites", page(`<a href="https://example.org/">a</a><a href="http://example.org/">b</a><a href="mailto:a@example.vn">c</a><a href="https://example.vn/khac/">d</a>`), ""},
		{"third party", page(`<img src="https://example.org/a.png" alt="">`), "dẫn ra ngoài"},
		{"script scheme", page(`<a href="javascript:1">a</a>`), "dẫn ra ngoài"},
		{"inline script", page(`<script>1</script>`), "nội dung trong trang"},
		{"inline style", page(`<p style="color:red">a</p>`), "style"},
		{"inline handler", page(`<p onclick="1">a</p>`), "onclick"},
		{"heading level", page(`<h3>a</h3>`), "h3 ngay sau h1"},
		{"two h1", page(`<h1>a</h1>`), "2 h1"},
		{"refused value", page(`<a href="#ZgotmplZ" id="ZgotmplZ">a</a>`), "từ chối"},
		{"no language", strings.Replace(page(``), ` lang="vi"`, "", 1), "lang"},
	}
	for _, test := range tests {
		set := fileset.New()
		for name, text := range map[string]string{"p.html": test.page, "other.html": page(`<p id="x">x</p>`)} {
			if err := set.Add(name, writes([]byte(text))); err != nil {
				t.Fatal(err)
			}
		}
		flaws, err := Inspect(set, "https://example.vn/bang-vang/")
		if err != nil {
			t.Fatal(err)
		}
		switch {
		case test.want == "" && len(flaws) > 0:
			t.Errorf("%s: %v", test.name, flaws)
		case test.want != "" && (len(flaws) == 0 || !strings.Contains(flaws[0].Text, test.want)):
			t.Errorf("%s: got %v, want …%s…", test.name, flaws, test.want)
		}
	}
}

func FuzzScanMarkup(f *testing.F) {
	f.Add("<!doctype html>\n<p a=\"b\">c</p>")
	f.Fuzz(func(t *testing.T, page string) {
		size := 0
		err := scanMarkup(page, func(e *element) error { size += len(e.name) + 2; return nil }, func(_, s string) error { size += len(s); return nil })
		if err == nil && size > len(page) {
			t.Errorf("%d bytes seen in a page of %d", size, len(page))
		}
	})
}

func TestUnknownLanguage(t *testing.T) {
	ed := sample()
	ed.Site.Lang = "xx"
	if err := Render(ed, Options{Templates: templates.FS, Charts: testCharts()}, fileset.New()); err == nil {
		t.Error("no error")
	}
}

func BenchmarkPages(b *testing.B) {
	set := render(b, sample(), false)
	for b.Loop() {
		if err := set.Write("vinh-danh/mau-01-001/index.html", io.Discard); err != nil {
			b.Fatal(err)
		}
	}
}

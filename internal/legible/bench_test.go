package legible

import (
	"fmt"
	"strings"
	"testing"
)

// pageOf is markup such as the site's: much that all pages say, a list in which each line is another.
func pageOf(n int) string {
	var b strings.Builder
	b.WriteString(`<!doctype html>` + "\n" + `<html lang="vi"><head><meta charset="utf-8"><title>Danh sách</title>` + "\n")
	for i := range 40 {
		fmt.Fprintf(&b, `<link rel="alternate" type="application/atom+xml" href="../../feed/%d.xml" title="Tất cả tin mới &amp; quyết định">`+"\n", i)
	}
	b.WriteString("</head><body><main><ol class=\"roll\">\n")
	for i := range 60 {
		fmt.Fprintf(&b, `<li><a href="../giay-khen-%05d-%03d/"><span class="honorific">Ông</span> Huỳnh Thanh Tuấn Liễu</a> <span class="office">Phó Đội trưởng, Công an phường Duy Nguyên %d</span></li>`+"\n", n, i, i)
	}
	b.WriteString("</ol></main></body></html>\n")
	return b.String()
}

func BenchmarkRead(b *testing.B) {
	var pages [16][]byte
	for i := range pages {
		pages[i] = []byte(pageOf(i))
	}
	for _, c := range []struct {
		name string
		read *Reader
	}{{"alone", nil}, {"among others", new(Readers).Take()}} {
		b.Run(c.name, func(b *testing.B) {
			b.SetBytes(int64(len(pages[0])))
			b.ReportAllocs()
			n := 0
			for i := 0; b.Loop(); i++ {
				_ = c.read.Read("a.html", pages[i%len(pages)], func(_, text string) bool { n += len(text); return true })
			}
		})
	}
	b.Run("before", func(b *testing.B) {
		b.SetBytes(int64(len(pages[0])))
		b.ReportAllocs()
		for i := 0; b.Loop(); i++ {
			markupOf(string(pages[i%len(pages)]), func(string) {})
		}
	})
}

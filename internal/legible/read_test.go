package legible

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"io"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
)

func seen(t *testing.T, name string, b []byte) string {
	t.Helper()
	var out []string
	if err := Read(name, b, func(part, text string) {
		if part != "" {
			text = part + ": " + text
		}
		if text = strings.Join(strings.Fields(text), " "); text != "" {
			out = append(out, text)
		}
	}); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return strings.Join(out, " | ")
}

// TestRead: what a reader takes as one text comes as one, and what only draws does not come.
func TestRead(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"a.html", `<p class=x>Gọi <b>0939</b>123&nbsp;456</p><td>1<td>2`, "Gọi 0939123 456 | 1 | 2"},
		{"a.html", `<a href="tel:0939" title='a > b'>x</a><img alt=ảnh src="a.png"><!-- ghi chú -->`, "tel:0939 | a > b | ảnh | a.png | x | ghi chú"},
		{"a.html", `<script type="application/json">{"a":"b\u0030\"","n":123456789}</script><style>p{}</style><script>x</script>z`, `application/json | a | b0" | n | x | z`},
		{"a.html", `<div data-x='{"k":["v"]}'>`, "k | v"},
		{"a.svg", `<svg viewBox="0 0 1 1"><title>Tên</title><path d="M123.456 789.012"/><text x="1">Chữ <tspan>nối</tspan></text></svg>`, "Tên | Chữ nối"},
		{"a.xml", `<?xml version="1.0"?><feed><title type="html">a &lt;b&gt;</title><x><![CDATA[c]]></x></feed>`, "1.0 | html | a <b> | c"},
		{"a.csv", "\xEF\xBB\xBFa,b\r\n1,\"x \"\"y\"\"\nz\"\r\n", `a | b | 1 | x "y" z`},
		{"a.csv", "a;b,c;d\n1;2;3", "a | b,c | d | 1 | 2 | 3"},
		{"a.csv", "\xFF\xFEa\x00\t\x00\xD0\x1E", "a | Ố"},
		{"a.json", `{"a":[1,"b",{"c\\":"d"}]`, `a | b | c\ | d`},
		{"a.txt", "một dòng", "một dòng"},
		{"noi.woff2", "một dòng", ""},
		{"_headers", "\xFF\x00", ""},
		{"a.html", `<p`, ""}, {"a.html", `<p a="`, ""}, {"a.html", `x<`, "x"}, {"a.json", `"a\`, "a\\"}, {"a.csv", `"a`, "a"},
	} {
		if got := seen(t, c.name, []byte(c.in)); got != c.want {
			t.Errorf("%s %q: %q, want %q", c.name, c.in, got, c.want)
		}
	}
}

func TestPacked(t *testing.T) {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	z.SetComment("ngoài")
	w, err := z.Create("xl/sharedStrings.xml")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.Write([]byte(`<sst><si><t>ô một</t></si><si><r><t>ô </t></r><r><t>hai</t></r></si></sst>`)); err != nil {
		t.Fatal(err)
	}
	z.Close()
	inner := b.Bytes()
	if got, want := seen(t, "a.xlsx", inner), "ngoài | xl/sharedStrings.xml: xl/sharedStrings.xml | xl/sharedStrings.xml: ô một | xl/sharedStrings.xml: ô hai"; got != want {
		t.Errorf("%q", got)
	}
	if err := Read("a.zip", inner[:20], func(_, _ string) {}); err == nil {
		t.Error("a broken ZIP is read")
	}
}

func chunk(kind, data string) string {
	b := binary.BigEndian.AppendUint32(nil, uint32(len(data)))
	return string(b) + kind + data + "crc."
}

func TestPictures(t *testing.T) {
	head := "\x89PNG\r\n\x1a\n"
	if got, want := seen(t, "a.png", []byte(head+chunk("IHDR", "abc")+chunk("tEXt", "Author\x00Nguyễn A")+chunk("eXIf", "MM\x00*GPS here")+chunk("IDAT", "ZZ"))), "Author Nguyễn A | MM *GPS here"; got != want {
		t.Errorf("%q", got)
	}
	if got, want := seen(t, "a.jpg", []byte("\xFF\xD8\xFF\xE1\x00\x0AExif\x00\x00me\xFF\xFE\x00\x05abc\xFF\xDB\x00\x05xyz\xFF\xDA\x00\x00picture")), "Exif me | abc"; got != want {
		t.Errorf("%q", got)
	}
	for name, in := range map[string]string{"a.png": head + "\x00\x00\x00\xFFtEXt", "b.png": "GIF", "a.jpg": "\xFF\xD8\xFF\xE1\xFF\xFF", "b.jpg": "\xFF\xD8"} {
		if Read(name, []byte(in), func(_, _ string) {}) == nil {
			t.Errorf("%s is read", name)
		}
	}
}

func FuzzRead(f *testing.F) {
	for _, s := range []string{`<p a="b">x</p><script>`, `{"a":"b\u12"}`, "a;b\n\"c", "\x89PNG\r\n\x1a\n\x00\x00\x00\x01iTXtx", "\xFF\xD8\xFF\xE1\x00\x04ab", "PK\x03\x04"} {
		for i := range 6 {
			f.Add(uint8(i), []byte(s))
		}
	}
	f.Fuzz(func(t *testing.T, kind uint8, b []byte) {
		name := []string{"a.html", "a.json", "a.csv", "a.png", "a.jpg", "a.zip"}[kind%6]
		size := 0
		_ = Read(name, b, func(_, text string) { size += len(text) })
		if name != "a.zip" && name != "a.png" && size > 4*len(b)+64 {
			t.Fatalf("%d bytes of text from %d", size, len(b))
		}
	})
}

// TestDone: what was done with is not shown again, in whatever file it comes; all else is, each time.
func TestDone(t *testing.T) {
	r := new(Readers).Take()
	for _, c := range []struct{ name, in, want string }{
		{"a.csv", "chữ sạch,chữ bẩn,chữ bẩn\nchữ sạch,sạch,sạch\n", "chữ sạch | chữ bẩn | chữ bẩn | sạch | sạch"}, // a word is sooner looked at than looked up
		{"a.json", `["chữ sạch","chữ bẩn"]`, "chữ bẩn"},
		{"a.html", "<p title='chữ sạch'>chữ bẩn</p>\n<p>chữ sạch</p>", "chữ bẩn"},
		{"a.txt", "chữ sạch", ""},
		{"b.txt", "chữ bẩn", "chữ bẩn"},
	} {
		var shown []string
		s := r.Stream(c.name, func(_, text string) (done bool) {
			shown = append(shown, strings.Clone(text))
			return strings.Contains(text, "sạch")
		})
		if _, err := io.WriteString(s, c.in); err != nil || s.Close() != nil {
			t.Fatal(c.name)
		}
		if got := strings.Join(shown, " | "); got != c.want {
			t.Errorf("%s %q: %q, want %q", c.name, c.in, got, c.want)
		}
	}
}

// TestTogether: whoever else reads, what was not done with is shown each time, and what was done with seldom more than once.
func TestTogether(t *testing.T) {
	var (
		readers      Readers
		clean, dirty atomic.Int32
		all          sync.WaitGroup
	)
	for range 4 {
		all.Go(func() {
			for range 100 {
				r := readers.Take()
				s := r.Stream("a.html", func(_, text string) (done bool) {
					done = text == "chữ sạch"
					if done {
						clean.Add(1)
					} else {
						dirty.Add(1)
					}
					return done
				})
				_, _ = io.WriteString(s, "<p>chữ sạch</p>\n<p>chữ bẩn</p>\n")
				_ = s.Close()
				readers.Give(r)
			}
		})
	}
	all.Wait()
	if clean.Load() < 1 || clean.Load() > 4 || dirty.Load() != 400 {
		t.Errorf("shown %d and %d times", clean.Load(), dirty.Load())
	}
}

package site

import (
	"bytes"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"bangvang/internal/edition"
	"bangvang/internal/fileset"
	"bangvang/templates"
)

var update = flag.Bool("update", false, "write the golden pages anew")

// testCharts stands for the chart engine, whose pictures have tests of their own.
func testCharts() Charts {
	svg := func(c *edition.Chart, size string) string {
		return `<svg xmlns="http://www.w3.org/2000/svg" width="` + size + `" height="9" viewBox="0 0 9 9"><title>` + c.ID + `</title></svg>`
	}
	return Charts{
		Stills: func(c *edition.Chart) (string, error) { return svg(c, "340") + svg(c, "680"), nil },
		Height: func(*edition.Chart) (int, error) { return 200, nil },
		Live:   func(c *edition.Chart) (string, error) { return `{"title":"` + c.ID + `"}`, nil },
		Mark:   func(c *edition.Chart) (string, error) { return svg(c, "96"), nil },
		Strip: func(s edition.Strip) (string, error) {
			return fmt.Sprintf(`<svg viewBox="0 0 %d 9" aria-hidden="true"></svg>`, s.Most), nil
		},
	}
}

func render(t testing.TB, ed *edition.Edition, portable bool) *fileset.Set {
	t.Helper()
	set := fileset.New()
	if err := Render(ed, Options{Templates: templates.FS, Charts: testCharts(), Portable: portable}, set); err != nil {
		t.Fatal(err)
	}
	return set
}

func TestGoldenPages(t *testing.T) {
	goldenPages(t, render(t, sample(), false), "")
	goldenPages(t, render(t, inTwoLanguages(), false), "en/")
}

func goldenPages(t *testing.T, set *fileset.Set, below string) {
	t.Helper()
	for _, name := range set.Names() {
		if !strings.HasSuffix(name, ".html") || !strings.HasPrefix(name, below) {
			continue
		}
		got, err := set.Bytes(name)
		if err != nil {
			t.Error(err)
			continue
		}
		got = hashes.ReplaceAll(got, []byte(".HASH."))
		golden := filepath.Join("testdata", "pages", strings.ReplaceAll(strings.TrimSuffix(name, "/index.html"), "/", "__")+".golden")
		if *update {
			if err := os.MkdirAll(filepath.Dir(golden), 0o755); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(golden, got, 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		want, err := os.ReadFile(golden)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got, want) {
			t.Errorf("%s differs from %s; go test ./internal/site -update, and look at the difference", name, golden)
		}
	}
}

func TestRecipesRunTogether(t *testing.T) {
	set := render(t, sample(), false)
	want := map[string]string{}
	for _, name := range set.Names() {
		b, err := set.Bytes(name)
		if err != nil {
			t.Fatal(err)
		}
		want[name] = string(b)
	}
	var all sync.WaitGroup
	for range 4 {
		for _, name := range set.Names() {
			all.Go(func() {
				if b, err := set.Bytes(name); err != nil || string(b) != want[name] {
					t.Errorf("%s: other bytes or %v when others run", name, err)
				}
			})
		}
	}
	all.Wait()
}

func TestRenderRendersNothingYet(t *testing.T) {
	charts := testCharts()
	charts.Mark = func(*edition.Chart) (string, error) { panic("drawn before its page is asked for") }
	if err := Render(sample(), Options{Templates: templates.FS, Charts: charts}, fileset.New()); err != nil {
		t.Fatal(err)
	}
}

func TestFailures(t *testing.T) {
	t.Run("an error of a chart names it", func(t *testing.T) {
		charts, set := testCharts(), fileset.New()
		charts.Mark = func(*edition.Chart) (string, error) { return "", io.ErrUnexpectedEOF }
		if err := Render(sample(), Options{Templates: templates.FS, Charts: charts}, set); err != nil {
			t.Fatal(err)
		}
		if err := set.Write("index.html", io.Discard); err == nil || !strings.Contains(err.Error(), "bieu-do-nuoc-sach") {
			t.Errorf("got %v", err)
		}
		if err := set.Write("vinh-danh/index.html", io.Discard); err != nil {
			t.Errorf("a page after a failed one: %v", err)
		}
	})
	t.Run("a template of the campaign that calls for what there is not", func(t *testing.T) {
		for _, text := range []string{`{{w "khong-co"}}`, `{{asset "khong-co.css"}}`, `{{.KhongCo}}`} {
			set := fileset.New()
			over := overlayOf("article.html", `{{define "article"}}`+text+`{{end}}`)
			if err := Render(sample(), Options{Templates: over, Charts: testCharts()}, set); err != nil {
				t.Fatal(err)
			}
			if err := set.Write("ke-hoach/chuong-trinh/index.html", io.Discard); err == nil {
				t.Errorf("%s: no error", text)
			}
		}
	})
	t.Run("a style sheet that names what there is not", func(t *testing.T) {
		over := overlayOf("assets/site.css", `a{background:url(khong-co.png)}`)
		if err := Render(sample(), Options{Templates: over, Charts: testCharts()}, fileset.New()); err == nil {
			t.Error("no error")
		}
	})
}

func TestOverlay(t *testing.T) {
	set := fileset.New()
	over := overlayOf("article.html", `{{define "article"}}riêng {{.Title}}{{end}}`)
	if err := Render(sample(), Options{Templates: over, Charts: testCharts()}, set); err != nil {
		t.Fatal(err)
	}
	if b, err := set.Bytes("ke-hoach/chuong-trinh/index.html"); string(b) != "riêng Chương trình" {
		t.Errorf("got %q, %v", b, err)
	}
	if b, err := set.Bytes("index.html"); err != nil || !bytes.Contains(b, []byte("10 năm thành phố Ví Dụ")) {
		t.Errorf("the other pages: %v", err)
	}
}

func TestBrand(t *testing.T) {
	ed := sample()
	ed.Site.Brand = edition.Brand{Red: "#123456", Gold: `red;}body{display:none`}
	set := render(t, ed, false)
	for _, name := range set.Names() {
		if !strings.HasSuffix(name, ".css") {
			continue
		}
		b, err := set.Bytes(name)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Contains(b, []byte("--brand-red:#123456")) || bytes.Contains(b, []byte("body{display")) {
			t.Errorf("the brand's colours end %q", b[len(b)-80:])
		}
	}
}

func TestWeight(t *testing.T) {
	set := render(t, sample(), false)
	most := map[string]int{"assets/site": 30_000, "assets/embed": 6_000} // a page has one of them
	for _, name := range set.Names() {
		if !strings.HasSuffix(name, ".css") {
			continue
		}
		css, err := set.Bytes(name)
		if err != nil {
			t.Fatal(err)
		}
		sheet, _, _ := strings.Cut(name, ".")
		if limit, known := most[sheet]; !known || len(css) > limit {
			t.Errorf("%s has %d bytes, more than %d", name, len(css), limit)
		}
		delete(most, sheet)
	}
	if len(most) > 0 {
		t.Errorf("no style sheet for %v", most)
	}
}

func TestTightened(t *testing.T) {
	const sheet = "/* why\n it is so */\n:root { --a:1px; --b:calc(-1 * var(--a)) }\n\n@media (min-width:30em) {\n  a > b ,\n  q::before { content:\" /* { ; \" }\n}\n" +
		"q::after { content:' ; /* ' ' } \\' { ' \"\\\" ; \" }\n"
	const want = `:root{--a:1px;--b:calc(-1 * var(--a))}@media (min-width:30em){a>b,q::before{content:" /* { ; "}}q::after{content:' ; /* ' ' } \' { ' "\" ; "}`
	if got := string(tightened([]byte(sheet))); got != want {
		t.Errorf("got %s\nwant %s", got, want)
	}
}

// FuzzTightened holds it against the same in one expression.
func FuzzTightened(f *testing.F) {
	padding := regexp.MustCompile(`(?s)"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|/\*.*?\*/|\s*[{};,>]\s*|\s+`)
	for _, s := range []string{"a { b : c }", "a /* x */ > b", `"a \" {" /*`, "/*/ 'x", "  {;} ", `'\`, "a\v{"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) {
			return // the expression reads letters
		}
		want := strings.TrimSpace(padding.ReplaceAllStringFunc(s, func(found string) string {
			switch trimmed := strings.TrimSpace(found); {
			case found[0] == '"' || found[0] == '\'':
				return found
			case trimmed == "":
				return " "
			case trimmed[0] == '/':
				return ""
			default:
				return trimmed
			}
		}))
		if got := string(tightened([]byte(s))); got != want {
			t.Errorf("%q: %q, want %q", s, got, want)
		}
	})
}

package build_test

import (
	"bytes"
	"context"
	"fmt"
	"image"
	"image/png"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"bangvang/internal/build"
	"bangvang/internal/digest"
	"bangvang/internal/outdir"
)

// After each of some random edits, of which many break the data and are taken back, a build over the last one, which spares
// what need not be made again, ends as a build from nothing does, byte for byte. INCREMENTAL is how many edits of each campaign are built. That the
// command as a whole does so, which tells again what is as it was, package cli tests.
func TestSparedIsClean(t *testing.T) {
	wanted := 1
	if os.Getenv("CI") != "" {
		wanted = 6
	}
	if n, err := strconv.Atoi(os.Getenv("INCREMENTAL")); err == nil {
		wanted = n
	}
	for i, campaign := range []string{"hai-dang", "gian-nan"} {
		t.Run(campaign, func(t *testing.T) {
			folder := filepath.Join(t.TempDir(), campaign)
			if err := copyCampaign(filepath.Join("testdata/campaigns", campaign), folder); err != nil {
				t.Fatal(err)
			}
			e := editor{t: t, folder: folder, rand: rand.New(rand.NewPCG(8, uint64(i)))}
			e.build("public")
			built, spared, files := 0, 0, 0
			for step := 0; step < 20*wanted && built < wanted; step++ {
				what, undo := e.edit()
				out, ok := e.build("public")
				if !ok { // which is no matter of this test
					undo()
					continue
				}
				e.forget()
				clean, _ := e.build("clean")
				e.same(what, out.Manifest, clean.Manifest)
				if err := os.RemoveAll(filepath.Join(folder, "clean")); err != nil {
					t.Fatal(err)
				}
				built, spared, files = built+1, spared+out.Out.Spared, files+out.Out.Files
			}
			if built < wanted || spared < files/4 {
				t.Errorf("%d edits built, %d of %d files spared: nothing is shown", built, spared, files)
			}
			t.Logf("%d edits built, %d of %d files spared", built, spared, files)
		})
	}
}

// After each of many random edits a preview that remembers the renderings before it says and holds the same as one that remembers nothing:
// problems word for word, and all of the edition.
func TestEarlierIsClean(t *testing.T) {
	steps := 25
	if os.Getenv("CI") != "" {
		steps = 150
	}
	for i, campaign := range []string{"hai-dang", "gian-nan"} {
		t.Run(campaign, func(t *testing.T) {
			folder := filepath.Join(t.TempDir(), campaign)
			if err := copyCampaign(filepath.Join("testdata/campaigns", campaign), folder); err != nil {
				t.Fatal(err)
			}
			e := editor{t: t, folder: folder, rand: rand.New(rand.NewPCG(9, uint64(i)))}
			earlier, good, kept := &build.Earlier{}, 0, 0
			for range steps {
				what, undo := e.edit()
				got, want := e.render(earlier), e.render(nil)
				e.told(what, got, want)
				g, told := digest.Of(got.Edition)
				w, _ := digest.Of(want.Edition)
				if g != w || !told {
					t.Fatalf("%s: another edition than without what is remembered (%v)", what, told)
				}
				again := e.render(earlier)
				e.told("nothing more after "+what, again, want)
				if got.Set == nil {
					undo()
					continue
				}
				if good++; again.Edition == got.Edition {
					kept++
				}
			}
			if kept == 0 {
				t.Error("an edition of the same input is made again")
			}
			t.Logf("%d of %d edits were good", good, steps)
			if good < steps/10 {
				t.Error("nothing is shown")
			}
		})
	}
}

// told holds the problems of a rendering to those of one that remembers nothing.
func (e *editor) told(what string, got, want *build.Result) {
	e.t.Helper()
	if g, w := fmt.Sprint(got.Problems.Sorted()), fmt.Sprint(want.Problems.Sorted()); g != w {
		e.t.Fatalf("%s: problems\n%s\nwithout what is remembered\n%s", what, g, w)
	}
}

func (e *editor) render(earlier *build.Earlier) *build.Result {
	e.t.Helper()
	r, err := build.Render(context.Background(), build.Options{Source: e.folder, Preview: true, Earlier: earlier})
	if err != nil {
		e.t.Fatal(err)
	}
	return r
}

// editor changes a campaign at random.
type editor struct {
	t      *testing.T
	folder string
	rand   *rand.Rand
}

func (e *editor) build(to string) (*build.Result, bool) {
	e.t.Helper()
	r, err := build.Build(context.Background(), build.Options{Source: e.folder, Destination: filepath.Join(e.folder, to)})
	if err != nil {
		e.t.Fatal(err)
	}
	return r, !r.Failed(false)
}

// forget forgets what books and tables keep, which a build from nothing has not.
func (e *editor) forget() {
	e.t.Helper()
	for _, kind := range []string{"font", "column", "packed", "page"} {
		if err := os.RemoveAll(filepath.Join(e.folder, ".bangvang", "cache", kind)); err != nil {
			e.t.Fatal(err)
		}
	}
}

func (e *editor) same(what string, got, want outdir.Manifest) {
	e.t.Helper()
	if got.Sum() == want.Sum() {
		return
	}
	for _, f := range want {
		if g, ok := got.Find(f.Name); !ok || g != f {
			e.t.Errorf("%s: %s is not what a clean build makes", what, f.Name)
		}
	}
	e.t.Errorf("%s: %d files, %d in a clean build", what, len(got), len(want))
}

var figure = regexp.MustCompile(`[0-9]`)

// edit changes a line of a file: a word more, another digit, a line less, a line twice.
func (e *editor) edit() (what string, undo func()) {
	var files []string
	for _, dir := range []string{"data", "content"} {
		err := filepath.WalkDir(filepath.Join(e.folder, dir), func(name string, d fs.DirEntry, err error) error {
			if err == nil && d.Type().IsRegular() && (strings.HasSuffix(name, ".yaml") || strings.HasSuffix(name, ".md")) {
				files = append(files, name)
			}
			return err
		})
		if err != nil {
			e.t.Fatal(err)
		}
	}
	file := files[e.rand.IntN(len(files))]
	old, err := os.ReadFile(file)
	if err != nil {
		e.t.Fatal(err)
	}
	lines := strings.SplitAfter(string(old), "\n")
	at := e.rand.IntN(len(lines))
	line := strings.TrimRight(lines[at], "\r\n")
	switch e.rand.IntN(7) {
	case 0:
		lines[at] = ""
	case 1:
		lines[at] += lines[at]
	case 2, 3:
		lines[at] = figure.ReplaceAllStringFunc(line, func(string) string { return strconv.Itoa(1 + e.rand.IntN(9)) }) + "\n"
	case 4: // a letter or figure of a value, so that names, dates and references are hit
		if i := strings.IndexAny(line, "aeio0123456789"); i >= 0 {
			lines[at] = line[:i] + string("aeio0123456789"[e.rand.IntN(14)]) + line[i+1:] + "\n"
		}
	default:
		lines[at] = line + " thêm\n"
	}
	if err := os.WriteFile(file, []byte(strings.Join(lines, "")), 0o644); err != nil {
		e.t.Fatal(err)
	}
	name, _ := filepath.Rel(e.folder, file)
	return fmt.Sprintf("%s:%d: %q", name, at+1, lines[at]), func() {
		if err := os.WriteFile(file, old, 0o644); err != nil {
			e.t.Fatal(err)
		}
	}
}

// What the command line or the campaign's own templates decide otherwise than in the last build is decided so on every page.
func TestSparedFollowsOptions(t *testing.T) {
	long(t)
	folder := filepath.Join(t.TempDir(), "hai-dang")
	if err := copyCampaign("testdata/campaigns/hai-dang", folder); err != nil {
		t.Fatal(err)
	}
	e := editor{t: t, folder: folder}
	put := func(name, text string) {
		file := filepath.Join(folder, name)
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	font := func(of string) func() {
		return func() {
			b, err := os.ReadFile(filepath.Join("../../templates/assets/fonts", of))
			if err != nil {
				t.Fatal(err)
			}
			put("templates/assets/fonts/Tinos-Regular.ttf", string(b))
		}
	}
	plain := build.Options{Source: folder}
	for _, step := range []struct {
		what string
		opt  func(*build.Options)
		do   func()
	}{
		{"as it was", nil, nil},
		{"portable", func(o *build.Options) { o.Portable = true }, nil},
		{"another address", func(o *build.Options) { o.BaseURL = "https://khac.example/thi-dua/" }, nil},
		{"another clock", func(o *build.Options) { o.AsOf = "2030-01-01T00:00:00+07:00" }, nil},
		{"a template", nil, func() {
			put("templates/article.html", `{{define "article"}}{{template "top" .}}<h1>{{.Title}}</h1>{{template "bottom" .}}{{end}}`)
		}},
		{"a style sheet", nil, func() { put("templates/assets/site.css", "body{color:#123456}") }},
		{"a font of the book's", nil, font("Tinos-Italic.ttf")},
		{"another", nil, font("Tinos-Bold.ttf")},
		{"compressed", func(o *build.Options) { o.Compress = true }, nil},
		{"as before", nil, func() {
			if err := os.RemoveAll(filepath.Join(folder, "templates")); err != nil {
				t.Fatal(err)
			}
		}},
	} {
		opt := plain
		if step.opt != nil {
			step.opt(&opt)
		}
		if step.do != nil {
			step.do()
		}
		var built []*build.Result
		for _, to := range []string{"public", "clean"} {
			if opt.Destination = filepath.Join(folder, to); to == "clean" {
				e.forget()
			}
			r, err := build.Build(context.Background(), opt)
			if err != nil || r.Failed(false) {
				t.Fatalf("%s: %v %v", step.what, err, r.Problems)
			}
			built = append(built, r)
		}
		e.same(step.what, built[0].Manifest, built[1].Manifest)
		if err := os.RemoveAll(filepath.Join(folder, "clean")); err != nil {
			t.Fatal(err)
		}
	}
}

// What a preview remembers of the data is shown with the templates, words and pictures that there are now.
func TestEarlierFollowsLook(t *testing.T) {
	long(t)
	folder := filepath.Join(t.TempDir(), "hai-dang")
	if err := copyCampaign("testdata/campaigns/hai-dang", folder); err != nil {
		t.Fatal(err)
	}
	e, earlier := editor{t: t, folder: folder}, &build.Earlier{}
	picture := func(grey uint8) func([]byte) []byte {
		return func([]byte) []byte {
			var b bytes.Buffer
			if err := png.Encode(&b, &image.Gray{Pix: bytes.Repeat([]byte{grey}, 64*64), Stride: 64, Rect: image.Rect(0, 0, 64, 64)}); err != nil {
				t.Fatal(err)
			}
			return b.Bytes()
		}
	}
	more := func(s string) func([]byte) []byte { return func(b []byte) []byte { return append(b, s...) } }
	var before outdir.Manifest
	var edition any
	for _, step := range []struct {
		what, file, from string
		to               func([]byte) []byte
		data             bool
	}{
		{"as it was", "templates/words/vi.json", "../../templates/words/vi.json", bytes.Clone, true},
		{"a template", "templates/notfound.html", "../../templates/notfound.html", func(b []byte) []byte { return bytes.ReplaceAll(b, []byte("class=\"lead\""), []byte("class=\"lede\"")) }, false},
		{"a style sheet", "templates/assets/site.css", "../../templates/assets/site.css", more("body{color:#123456}"), false},
		{"a font", "templates/assets/fonts/Tinos-Regular.ttf", "../../templates/assets/fonts/Tinos-Bold.ttf", bytes.Clone, false},
		{"a word", "templates/words/vi.json", "../../templates/words/vi.json", func(b []byte) []byte { return bytes.ReplaceAll(b, []byte("Mục lục"), []byte("Danh mục")) }, true},
		{"a picture", "content/anh.png", "", picture(10), true},
		{"that is shown", "content/ke-hoach.md", "testdata/campaigns/hai-dang/content/ke-hoach.md", more("\n![Một bức ảnh](anh.png)\n"), true},
		{"another", "content/anh.png", "", picture(20), false},
	} {
		var old []byte
		if step.from != "" {
			b, err := os.ReadFile(step.from)
			if err != nil {
				t.Fatal(err)
			}
			old = b
		}
		name := filepath.Join(folder, step.file)
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, step.to(old), 0o644); err != nil {
			t.Fatal(err)
		}
		got, want := e.render(earlier), e.render(nil)
		e.told(step.what, got, want)
		if got.Set == nil {
			t.Fatalf("%s: %v", step.what, got.Problems.Sorted())
		}
		now, clean := e.weigh(got), e.weigh(want)
		e.same(step.what, now, clean)
		if step.what != "a picture" && now.Sum() == before.Sum() {
			t.Errorf("%s changes nothing: nothing is shown", step.what)
		}
		if kept := edition == any(got.Edition); kept == step.data {
			t.Errorf("%s: the edition is kept: %v", step.what, kept)
		}
		before, edition = now, got.Edition
	}
}

// weigh makes all files of a rendering.
func (e *editor) weigh(r *build.Result) outdir.Manifest {
	e.t.Helper()
	m, err := outdir.Weigh(context.Background(), r.Set, outdir.Options{})
	if err != nil {
		e.t.Fatal(err)
	}
	return m
}

// What books and tables keep is made anew where it is not whole: whatever lies there, the site is the same.
func TestSpoiltKeptIsClean(t *testing.T) {
	long(t)
	folder := filepath.Join(t.TempDir(), "hai-dang")
	if err := copyCampaign("testdata/campaigns/hai-dang", folder); err != nil {
		t.Fatal(err)
	}
	e := editor{t: t, folder: folder}
	want, _ := e.build("public")
	for what, spoil := range map[string]func([]byte) []byte{
		"cut":     func(b []byte) []byte { return b[:len(b)/2] },
		"flipped": func(b []byte) []byte { b[len(b)-1] ^= 1; return b },
		"empty":   func([]byte) []byte { return nil },
	} {
		spoilt := 0
		for _, kind := range []string{"font", "column", "packed", "page"} {
			files, err := filepath.Glob(filepath.Join(folder, ".bangvang", "cache", kind, "*"))
			if err != nil {
				t.Fatal(err)
			}
			for _, name := range files {
				b, err := os.ReadFile(name)
				if err == nil {
					err = os.WriteFile(name, spoil(b), 0o644)
				}
				if err != nil {
					t.Fatal(err)
				}
				spoilt++
			}
		}
		got, _ := e.build("other")
		if e.same(what, got.Manifest, want.Manifest); spoilt < 5 {
			t.Errorf("%s: %d files, nothing is shown", what, spoilt)
		}
		if err := os.RemoveAll(filepath.Join(folder, "other")); err != nil {
			t.Fatal(err)
		}
	}
}

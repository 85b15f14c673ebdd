package deliver

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"bangvang/internal/fileset"
	"bangvang/internal/outdir"
)

var background = context.Background()

// A made site is files by name.
type files map[string]string

// write makes a folder as build does.
func (f files) write(t *testing.T, dir string) {
	t.Helper()
	set := fileset.New()
	for _, name := range slices.Sorted(maps.Keys(f)) {
		must(t, set.Add(name, func(w io.Writer) error { _, err := io.WriteString(w, f[name]); return err }))
	}
	_, err := outdir.Replace(background, dir, set, outdir.Options{})
	must(t, err)
}

// version is a site whose pages each name the hashed asset they need.
func version(n, pages int) files {
	asset := fmt.Sprintf("assets/site.%010x.css", n)
	f := files{
		asset: fmt.Sprintf("/* %d */", n), "index.html": "needs " + asset, "404.html": "needs " + asset, "sitemap.xml": fmt.Sprint(n),
		"anh/the.png": "\x89PNG", "du-lieu/v1/chi-tieu.csv": fmt.Sprintf("%d\n", n), "en/index.html": "needs " + asset, "feed/awards.xml": fmt.Sprint(n),
	}
	for i := range pages {
		text := fmt.Sprintf("page %d needs %s", i, asset)
		if i%3 == 0 {
			text = fmt.Sprintf("page %d of all versions", i)
		}
		f[fmt.Sprintf("vinh-danh/p-%03d/index.html", i)] = text
	}
	return f
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// memory is a folder on a disk in memory if there is one: deliveries wait for the disk, and tests deliver hundreds of times.
func memory(t *testing.T) string {
	dir, err := os.MkdirTemp("/dev/shm", "deliver-test-")
	if err != nil {
		return t.TempDir()
	}
	t.Cleanup(func() { must(t, os.RemoveAll(dir)) })
	return dir
}

// built writes a site into a folder of its own.
func built(t *testing.T, f files) string {
	dir := filepath.Join(memory(t), "public")
	f.write(t, dir)
	return dir
}

func open(t *testing.T, address string, opt Options) *Place {
	t.Helper()
	p, err := Open(address, opt)
	must(t, err)
	return p
}

func publishOK(t *testing.T, p *Place, dir string) Report {
	t.Helper()
	r, err := p.Publish(background, dir)
	must(t, err)
	if r.Warning != "" {
		t.Errorf("warned: %s", r.Warning)
	}
	return r
}

// seen is all that a folder shows to readers.
func seen(t *testing.T, dir string) files {
	t.Helper()
	f := files{}
	root := dir + string(filepath.Separator)
	err := filepath.WalkDir(root, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || path != root && e.Type()&fs.ModeSymlink != 0 {
			return err
		}
		b, err := os.ReadFile(path)
		rel, _ := filepath.Rel(root, path)
		f[filepath.ToSlash(rel)] = string(b)
		return err
	})
	if !errors.Is(err, fs.ErrNotExist) {
		must(t, err)
	}
	return f
}

// same fails unless readers see this site, and beside it nothing but these.
func same(t *testing.T, got, want files, beside ...string) {
	t.Helper()
	for name, text := range want {
		if got[name] != text {
			t.Errorf("%s is %q, want %q", name, got[name], text)
		}
	}
	for name := range got {
		if _, ok := want[name]; !ok && !slices.Contains(beside, name) {
			t.Errorf("%s is there too", name)
		}
	}
}

func TestRecord(t *testing.T) {
	r := &release{name: "", from: "000003-0123456789", site: manifestOf(t, version(2, 3)), old: manifestOf(t, files{"assets/a.0123456789.css": ""})}
	r.name = nameAfter([]string{"000009-0123456789", "000010-0123456789"}, r.site)
	r.tags = map[string]string{"index.html": "abc", "assets/a.0123456789.css": "d"}
	if number(r.name) != 11 {
		t.Error(r.name)
	}
	text := r.text()
	back, err := parseRelease(string(text))
	must(t, err)
	if !bytes.Equal(back.text(), text) || back.from != r.from || back.tags["index.html"] != "abc" {
		t.Errorf("read as\n%s", back.text())
	}
	for i := range text {
		if _, err := parseRelease(string(text[:i])); err == nil {
			t.Fatalf("cut after %d bytes it is read", i)
		}
	}
}

func FuzzRecord(f *testing.F) {
	r := &release{site: outdir.Manifest{{Name: "a b/c.html", Size: 3}}}
	r.name, r.tags = nameAfter(nil, r.site), map[string]string{"a b/c.html": "x"}
	f.Add(string(r.text()))
	f.Fuzz(func(t *testing.T, text string) {
		r, err := parseRelease(text)
		if err != nil {
			return
		}
		again, err := parseRelease(string(r.text()))
		if err != nil || !bytes.Equal(again.text(), r.text()) {
			t.Errorf("%q is read and cannot be written", text)
		}
	})
}

func manifestOf(t *testing.T, f files) outdir.Manifest {
	m, err := outdir.ReadManifest(built(t, f))
	must(t, err)
	return m
}

func TestSteps(t *testing.T) {
	for name, want := range map[string]step{
		"assets/site.0a1b2c3d4e.css": stepAssets, "anh/a.png": stepFiles, "du-lieu/v1/chi-tieu.csv": stepFiles,
		"vinh-danh/a/index.html": stepNew, "vinh-danh/index.html": stepPages, "index.html": stepEntries, "en/index.html": stepEntries,
		"en/vinh-danh/index.html": stepNew, "sitemap.xml": stepEntries, "feed/awards.xml": stepEntries, "tim-kiem/chi-muc.js": stepEntries,
		"tim-kiem/a.0123456789.js": stepAssets,
	} {
		if got := stepOf(name, name == "vinh-danh/index.html"); got != want {
			t.Errorf("%s travels with %v, want %v", name, got, want)
		}
	}
}

func TestAddresses(t *testing.T) {
	for _, address := range []string{"", "dir:", "ftp://a/b", "ftp://x", "https://a.vn/"} {
		if _, err := Open(address, Options{}); !errors.Is(err, ErrAddress) || !strings.Contains(err.Error(), "s3://BUCKET") {
			t.Errorf("%q: %v", address, err)
		}
	}
}

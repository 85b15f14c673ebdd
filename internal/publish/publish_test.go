package publish

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"bangvang/internal/campaign"
	"bangvang/internal/edition"
	"bangvang/internal/fileset"
	"bangvang/internal/source"
)

func day(d int) campaign.Date { return campaign.Date{Year: 2019, Month: 1, Day: d} }

func set(t *testing.T, files ...string) *fileset.Set {
	t.Helper()
	s := fileset.New()
	for _, f := range files {
		name, text, _ := strings.Cut(f, " ")
		if err := s.Add(name, func(w io.Writer) error { _, err := io.WriteString(w, text); return err }); err != nil {
			t.Fatal(err)
		}
	}
	return s
}

func TestPromised(t *testing.T) {
	for address, want := range map[string]bool{"/": true, "/chi-tieu/a/": true, "/du-lieu/v1/a.csv": true, "/ky-yeu/ky-yeu.pdf": true, "/feed.xml": true,
		"/nhung/a/": true, "/chi-tieu/a/chart.png": true, "/.well-known/security.txt": true, "/sitemap.xml": true, "/v/2019-01-02/chi-tieu/a/": true,
		"/assets/site.0123456789.css": false, "/assets/licences.txt": false, "/tim-kiem/am-0.js": false, "/vinh-danh/danh-sach-3.js": false,
		"/sitemap-2.xml": false, "/404.html": false, "/vinh-danh/a-001/the.png": false, "/_redirects": false, "/may-chu/nginx.conf": false,
		"/index.html.br": false, "/du-lieu/v1/chi-tieu.csv.gz": false, "/du-lieu/v1/bang-vang.zip": true} {
		if Promised(address) != want {
			t.Errorf("%s: %v", address, !want)
		}
	}
}

// TestLockReads: what is written is what source reads, without a problem, in order, each address with its first day.
func TestLockReads(t *testing.T) {
	sofar := []campaign.Promise{{Address: "/", Since: day(1)}, {Address: "/cu/", Since: day(1)}}
	all := Merge(sofar, set(t, "index.html", "moi/index.html", "a.csv", "assets/a.css"), day(2))
	var b bytes.Buffer
	if err := WriteLock(&b, all); err != nil {
		t.Fatal(err)
	}
	tree, problems, err := source.Read(fstest.MapFS{"data/urls.lock": &fstest.MapFile{Data: b.Bytes()}})
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range problems.Sorted() {
		if p.Place.File == "data/urls.lock" {
			t.Errorf("%s\n%s", p.Text, b.String())
		}
	}
	var got []string
	for _, l := range tree.Lock.Lines {
		got = append(got, l.Address.Text+" "+l.Since.Text)
	}
	if want := []string{"/ 2019-01-01", "/a.csv 2019-01-02", "/cu/ 2019-01-01", "/moi/ 2019-01-02"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

// TestStage: what is kept is put there at once; other bytes are refused, and leftovers of a killed run are cleared.
func TestStage(t *testing.T) {
	ctx := context.Background()
	folder := filepath.Join(t.TempDir(), "published", "2019-01-02")
	if err := os.MkdirAll(filepath.Join(filepath.Dir(folder), ".2019-01-02.new", "rest"), 0o755); err != nil {
		t.Fatal(err)
	}
	put := func(replace bool, files ...string) (bool, error) {
		k, err := stage(ctx, folder, set(t, files...), replace)
		if err != nil {
			return false, err
		}
		defer k.drop()
		return k.put()
	}
	if changed, err := put(false, "a.txt một", "b/c.txt hai"); err != nil || !changed {
		t.Fatal(changed, err)
	}
	if changed, err := put(false, "b/c.txt hai", "a.txt một"); err != nil || changed {
		t.Error("the same again:", changed, err)
	}
	if _, err := put(false, "a.txt khác"); !errors.Is(err, ErrKept) {
		t.Error("other bytes:", err)
	}
	b, err := os.ReadFile(filepath.Join(folder, "b", "c.txt"))
	if err != nil || string(b) != "hai" {
		t.Errorf("%q %v", b, err)
	}
	if changed, err := put(true, "a.txt khác"); err != nil || !changed {
		t.Error("replaced:", changed, err)
	}
	entries, err := os.ReadDir(filepath.Dir(folder))
	if err != nil || len(entries) != 1 {
		t.Error("something is left behind:", entries, err)
	}
	broken := fileset.New()
	broken.Add("a", func(io.Writer) error { return os.ErrInvalid })
	if _, err := stage(ctx, folder, broken, true); !errors.Is(err, os.ErrInvalid) {
		t.Error(err)
	}
	if entries, _ := os.ReadDir(filepath.Dir(folder)); len(entries) != 1 {
		t.Error("a failed run leaves something behind")
	}
}

// TestUnreadable: what no later build could read is not kept.
func TestUnreadable(t *testing.T) {
	if err := frozen(&edition.Edition{}, fileset.New()); err == nil {
		t.Error("a publication without a day is kept")
	}
}

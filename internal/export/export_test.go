package export

import (
	"bytes"
	"context"
	"flag"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"bangvang/internal/edition"
	"bangvang/internal/fileset"
)

var update = flag.Bool("update", false, "write the golden files anew")

// files returns what Add makes of ed, by name.
func files(t *testing.T, ed *edition.Edition, jobs int) map[string][]byte {
	t.Helper()
	set := fileset.New()
	if err := Add(ed, nil, nil, set); err != nil {
		t.Fatal(err)
	}
	out := make(map[string][]byte)
	var mu sync.Mutex
	err := set.Each(context.Background(), jobs, nil, func(_ int, name string, r fileset.Recipe) error {
		var b bytes.Buffer
		if err := r(&b); err != nil {
			return err
		}
		mu.Lock()
		defer mu.Unlock()
		out[name] = b.Bytes()
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestGolden(t *testing.T) {
	folder := filepath.Join("testdata", "site")
	made := files(t, sample(), 0)
	for name := range made { // what is packed is looked at by other tests: how tight a packer packs is its own business
		if e := path.Ext(name); e == ".xlsx" || e == ".zip" || name == sumsName {
			delete(made, name)
		}
	}
	if *update {
		if err := os.RemoveAll(folder); err != nil {
			t.Fatal(err)
		}
		for name, b := range made {
			at := filepath.Join(folder, filepath.FromSlash(name))
			if err := os.MkdirAll(filepath.Dir(at), 0o777); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(at, b, 0o666); err != nil {
				t.Fatal(err)
			}
		}
	}
	var golden int
	err := fs.WalkDir(os.DirFS(folder), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		golden++
		want, err := os.ReadFile(filepath.Join(folder, filepath.FromSlash(name)))
		if got, ok := made[name]; !ok {
			t.Errorf("%s is no longer made", name)
		} else if !bytes.Equal(got, want) {
			t.Errorf("%s: got\n%s\nwant\n%s", name, got, want)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if golden != len(made) {
		t.Errorf("%d golden files, %d made", golden, len(made))
	}
}

func TestSameBytes(t *testing.T) {
	first := files(t, sample(), 1)
	for range 3 {
		again := files(t, sample(), 8)
		if len(again) != len(first) {
			t.Fatalf("%d files, then %d", len(first), len(again))
		}
		for name := range first {
			if !bytes.Equal(first[name], again[name]) {
				t.Errorf("%s differs", name)
			}
		}
	}
}

// TestWellFormed reads every XML file as others do: feeds against the grammar of Atom, sitemaps against their schema.
func TestWellFormed(t *testing.T) {
	ed := sample()
	set := fileset.New()
	if err := Add(ed, nil, nil, set); err != nil {
		t.Fatal(err)
	}
	if err := addSitemapsElsewhere(ed, set); err != nil {
		t.Fatal(err)
	}
	seen := make(map[string]int)
	for _, name := range set.Names() {
		if !strings.HasSuffix(name, ".xml") {
			continue
		}
		b, err := set.Bytes(name)
		if err != nil {
			t.Fatal(err)
		}
		flags := []string{"--relaxng", "testdata/atom.rng"}
		switch {
		case bytes.Contains(b, []byte("<sitemapindex")):
			flags = []string{"--schema", "testdata/siteindex.xsd"}
		case strings.Contains(name, "sitemap"):
			flags = []string{"--schema", "testdata/sitemap.xsd"}
		}
		seen[flags[1]]++
		if out, err := xmllint(t, b, flags...); err != nil {
			t.Errorf("%s: %v\n%s", name, err, out)
		}
	}
	if len(seen) != 3 {
		t.Errorf("not every grammar was used: %v", seen)
	}
}

// TestGrammars shows that the grammars refuse what they should.
func TestGrammars(t *testing.T) {
	made := files(t, sample(), 0)
	for _, c := range []struct{ file, grammar, old, new string }{
		{"feed.xml", "testdata/atom.rng", "2018-12-21T00:00:00Z", "hôm qua"},
		{"feed.xml", "testdata/atom.rng", "<id>tag:bangvang.example,2018:mau-01</id>", ""},
		{"feed.xml", "testdata/atom.rng", "author>", "autor>"},
		{"sitemap.xml", "testdata/sitemap.xsd", "2018-12-20", "2018-13-20"},
		{"sitemap.xml", "testdata/sitemap.xsd", "https://bangvang.example/thi-dua/bao-chi/", "/bao-chi/"},
	} {
		bad := strings.ReplaceAll(string(made[c.file]), c.old, c.new)
		flag := "--relaxng"
		if strings.HasSuffix(c.grammar, ".xsd") {
			flag = "--schema"
		}
		if _, err := xmllint(t, []byte(bad), flag, c.grammar); err == nil {
			t.Errorf("%s accepts %s with %q for %q", c.grammar, c.file, c.new, c.old)
		}
	}
}

// xmllint runs xmllint over b. Without the tool the test is skipped, but not where the result counts.
func xmllint(t *testing.T, b []byte, flags ...string) (string, error) {
	t.Helper()
	path, err := exec.LookPath("xmllint")
	if err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatal("xmllint is missing")
		}
		t.Skip("xmllint is missing")
	}
	cmd := exec.Command(path, append(slices.Clone(flags), "--nonet", "--noout", "-")...)
	cmd.Stdin = bytes.NewReader(b)
	out, err := cmd.CombinedOutput()
	return string(out), err
}

func TestAddRefuses(t *testing.T) {
	offer := edition.Download{Words: "ODS", Path: "/du-lieu/v1/ghi-chu.ods"}
	for name, spoil := range map[string]func(*edition.Edition){
		"không có tệp này": func(ed *edition.Edition) { ed.Datasets[1].Downloads = []edition.Download{offer} },
		"trang /bao-chi/": func(ed *edition.Edition) {
			ed.Pages[1].Body = &edition.DecisionPage{Downloads: []edition.Download{offer}}
		},
		"trang /": func(ed *edition.Edition) {
			ed.Pages[0].Body = &edition.TargetPage{Downloads: []edition.Download{offer}}
		},
		"dấu gạch chéo":          func(ed *edition.Edition) { ed.Site.BaseURL = "https://bangvang.example/a" },
		"https://":               func(ed *edition.Edition) { ed.Site.BaseURL = "/a/" },
		"trùng với tệp đã có":    func(ed *edition.Edition) { ed.Datasets[1].ID = "index" },
		"đường dẫn không hợp lệ": func(ed *edition.Edition) { ed.Datasets[1].ID = "../x" },
		"thời điểm":              func(ed *edition.Edition) { ed.Site.Updated = "15/01/2019" },
		"lời dẫn":                func(ed *edition.Edition) { ed.DataGuide = nil },
	} {
		ed := sample()
		spoil(ed)
		if err := Add(ed, nil, nil, fileset.New()); err == nil || !strings.Contains(err.Error(), name) {
			t.Errorf("got %v, want it to say %q", err, name)
		}
	}
}

func TestRecipesRefuse(t *testing.T) {
	cell := func(column int, value string) func(*edition.Edition) {
		return func(ed *edition.Edition) { ed.Datasets[0].Table.Rows[0][column].Value = value }
	}
	for _, c := range []struct {
		want  string
		file  string
		spoil func(*edition.Edition)
	}{
		{`hàng 1, cột value: "1,5"`, "du-lieu/v1/chi-tieu/ho-ngheo.csv", cell(1, "1,5")},
		{`hàng 1, cột value: "1,5"`, "du-lieu/v1/chi-tieu/ho-ngheo.xlsx", cell(1, "1,5")},
		{"tên trang tính", "du-lieu/v1/toan-bo.xlsx", func(ed *edition.Edition) { ed.Datasets[1].Title = "a/b" }},
		{`"=1"`, "du-lieu/v1/chi-tieu/ho-ngheo.csv", cell(1, "=1")},
		{`"1e5"`, "du-lieu/v1/chi-tieu/ho-ngheo.excel.csv", cell(1, "1e5")},
		{`"+1"`, "du-lieu/v1/chi-tieu/ho-ngheo.json", cell(1, "+1")},
		{`"1.0"`, "du-lieu/v1/chi-tieu/ho-ngheo.json", cell(2, "1.0")},
		{`"01/10/2018"`, "du-lieu/v1/chi-tieu/ho-ngheo.csv", cell(0, "01/10/2018")},
		{`"2018-02-30"`, "du-lieu/v1/chi-tieu/ho-ngheo.csv", cell(0, "2018-02-30")},
		{`"có"`, "du-lieu/v1/chi-tieu/ho-ngheo.json", cell(3, "có")},
		{`kiểu string`, "du-lieu/v1/chi-tieu/ho-ngheo.json", cell(4, "\xff")},
		{"hàng 1 có 4 ô, bảng có 5 cột", "du-lieu/v1/chi-tieu/ho-ngheo.json", func(ed *edition.Edition) {
			rows := ed.Datasets[0].Table.Rows
			rows[0] = rows[0][:4]
		}},
		{"trống hoặc trùng", "du-lieu/v1/chi-tieu/ho-ngheo.csv", func(ed *edition.Edition) { ed.Datasets[0].Table.Columns[1].Key = "rank" }},
		{"không có cột", "du-lieu/v1/ghi-chu.json", func(ed *edition.Edition) { ed.Datasets[1].Table.Columns = nil }},
		{"kiểu giá trị", "du-lieu/v1/ghi-chu.json", func(ed *edition.Edition) { ed.Datasets[1].Table.Columns[0].Kind = "any" }},
		{"bảng một cột", "du-lieu/v1/ghi-chu.csv", func(ed *edition.Edition) { ed.Datasets[1].Table.Rows[2][0].Value = "" }},
		{"hôm qua", "feed.xml", func(ed *edition.Edition) { ed.Feeds[0].Entries[0].Updated = "hôm qua" }},
		{"RFC 3339", "feed.xml", func(ed *edition.Edition) { ed.Feeds[0].Updated = "" }},
		{"trống hoặc trùng", "feed.xml", func(ed *edition.Edition) { ed.Feeds[0].Entries[0].ID = ed.Feeds[0].Entries[1].ID }},
		{"trang /bao-chi/", "sitemap.xml", func(ed *edition.Edition) { ed.Pages[1].Updated = "20/12/2018" }},
	} {
		ed := sample()
		c.spoil(ed)
		set := fileset.New()
		if err := Add(ed, nil, nil, set); err != nil {
			t.Fatalf("%s: %v", c.want, err)
		}
		if err := set.Write(c.file, io.Discard); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("got %v, want it to say %q", err, c.want)
		}
	}
}

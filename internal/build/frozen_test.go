package build_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"bangvang/internal/build"
	"bangvang/internal/edition"
	"bangvang/internal/kept"
	"bangvang/internal/publish"
	"bangvang/internal/source"
)

// published publishes a campaign and gives the files of the site, without the booklet and pictures.
func published(t testing.TB, folder string) map[string][]byte {
	t.Helper()
	out := filepath.Join(folder, "public")
	r, err := build.Render(context.Background(), build.Options{Source: folder, Publishing: true})
	if err != nil || r.Failed(false) {
		t.Fatal(err, problems(r))
	}
	if _, err := publish.Publish(context.Background(), publish.Publication{Edition: r.Edition, Site: r.Set, Promises: r.Promises, Day: r.Day,
		Destination: out, Data: filepath.Join(folder, "data")}); err != nil {
		t.Fatal(err)
	}
	files, err := readTree(out)
	if err != nil {
		t.Fatal(err)
	}
	maps.DeleteFunc(files, func(name string, _ []byte) bool { return !compared(name) })
	return files
}

// compared are the files that these tests look at.
func compared(name string) bool {
	return slices.Contains([]string{".html", ".csv", ".json", ".xml", ".txt"}, filepath.Ext(name))
}

// rendered is a site's files; the pictures and the booklet are left out.
func rendered(t testing.TB, opt build.Options) (*build.Result, map[string][]byte) {
	t.Helper()
	r, err := build.Render(context.Background(), opt)
	if err != nil || r.Failed(false) {
		t.Fatal(err, problems(r))
	}
	files := map[string][]byte{}
	for _, name := range r.Set.Names() {
		if !compared(name) {
			continue
		}
		if files[name], err = fs.ReadFile(r.Set.FS(), name); err != nil {
			t.Fatal(name, err)
		}
	}
	return r, files
}

// TestTwoVersions publishes a campaign, changes a figure with a correction, and publishes again. An older publication was kept by an earlier
// program: testdata/published is what it wrote and testdata/frozen what people downloaded then, neither of which is ever written anew.
func TestTwoVersions(t *testing.T) {
	folder := t.TempDir()
	if err := copyCampaign("testdata/campaigns/hai-dang", folder); err != nil {
		t.Fatal(err)
	}
	change := func(name, old, new string) {
		t.Helper()
		at := filepath.Join(folder, "data", name)
		b, err := os.ReadFile(at)
		if err != nil || bytes.Count(b, []byte(old)) != 1 {
			t.Fatalf("%s: %d times %q, %v", name, bytes.Count(b, []byte(old)), old, err)
		}
		if err := os.WriteFile(at, bytes.Replace(b, []byte(old), []byte(new), 1), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	const figure = "  value: 5\n"
	if err := os.CopyFS(filepath.Join(folder, "data", "published"), os.DirFS("testdata/published")); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(folder, "data", "urls.lock"), []byte("# hết: 0 địa chỉ\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	one := published(t, folder)
	before, err := readTree("testdata/frozen")
	if err != nil || len(before) != 12 {
		t.Fatal(len(before), err)
	}
	for name, b := range before {
		if !bytes.Equal(one["v/2021-08-30/du-lieu/v1/chi-tieu/"+name], b) {
			t.Errorf("%s of an earlier program has changed: v1 of the data formats is promised", name)
		}
	}

	change("results.yaml", figure, "  value: 6\n")
	change("campaign.yaml", "2021-09-01T09:30:00+08:00", "2021-10-01T09:30:00+08:00")
	corrections, err := os.OpenFile(filepath.Join(folder, "data", "corrections.yaml"), os.O_APPEND|os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := corrections.WriteString("- {date: 2021-09-15, subject: Số bãi có cây chắn sóng, was: 05 bãi, now: 06 bãi, reason: Đếm sót, target: cay-chan-song}\n"); err != nil {
		t.Fatal(err)
	}
	corrections.Close()
	two := published(t, folder)

	const old, living = "v/2021-09-01/", "chi-tieu/cay-chan-song/index.html"
	for file, words := range map[string][]string{
		old + living: {"Bản lưu ngày 01/09/2021.", `<a href="../../../../chi-tieu/cay-chan-song/">Có bản mới hơn</a>`, "Khi đó: 05 bãi (vượt); nay: 06 bãi (vượt).",
			"Vượt kế hoạch: số chính thức năm 2021 là 05 bãi", `name="robots" content="noindex"`, "Đếm sót", "https://haidang.example/v/2021-09-01/chi-tieu/cay-chan-song/", "đã được đính chính sau đó"},
		"v/2021-10-01/" + living: {"Số liệu chưa thay đổi từ ngày đó.", "là 06 bãi"},
		living:                   {"Địa chỉ không đổi của bản này</small> https://haidang.example/v/2021-10-01/chi-tieu/cay-chan-song/", "Đếm sót", "là 06 bãi", `href="../../v/2021-09-01/chi-tieu/cay-chan-song/"`, `href="../../v/2021-10-01/chi-tieu/cay-chan-song/"`},
		"v/index.html":           {"01/10/2021", "01/09/2021", "01 chỉ tiêu có số liệu khác"},
		"v/2021-09-01/chi-tieu/tre-bo-hoc/index.html": {"Số liệu chưa thay đổi từ ngày đó."},
		"feed/corrections.xml":                        {"correction/2021-09-15/so-bai-co-cay-chan-song", "https://haidang.example/chi-tieu/cay-chan-song/"},
		"bao-chi/index.html":                          {"Đếm sót"},
	} {
		for _, w := range words {
			if !strings.Contains(strings.ReplaceAll(string(two[file]), "\u00a0", " "), w) {
				t.Errorf("%s does not say %q", file, w)
			}
		}
	}
	if strings.Contains(string(two["sitemap.xml"]), "/v/2021") {
		t.Error("a frozen copy is in the sitemap")
	}
	frozen := 0
	for name, b := range one {
		if strings.HasPrefix(name, "du-lieu/v1/chi-tieu/") {
			frozen++
			if !bytes.Equal(two[old+name], b) {
				t.Errorf("%s%s is not what was at /%s", old, name, name)
			}
		}
	}
	if frozen != 12 {
		t.Errorf("%d frozen data files", frozen)
	}

	clone := t.TempDir()
	if err := copyCampaign(folder, clone); err != nil {
		t.Fatal(err)
	}
	_, three := rendered(t, build.Options{Source: clone})
	sameTree(t, "a build from a copy of the data", three, two)

	early, err := build.Render(context.Background(), build.Options{Source: clone, AsOf: "2021-09-20T00:00:00+08:00"})
	if err != nil || !strings.Contains(problems(early), "kept-later") {
		t.Error("a copy of the future is not told", err)
	}
	if set := early.Set; set == nil {
		t.Error("the site of an earlier day cannot be looked at:", problems(early))
	} else if set.Has("v/2021-10-01/index.html") || !set.Has("v/2021-09-01/index.html") {
		t.Error("a copy of the future is there, or one of the past is not")
	} else if _, err := publish.Publish(context.Background(), publish.Publication{Edition: early.Edition, Site: set, Promises: early.Promises, Day: early.Day,
		Destination: filepath.Join(clone, "public"), Data: filepath.Join(clone, "data")}); !errors.Is(err, publish.ErrEarlier) {
		t.Error("the site of an earlier day is published:", err)
	}
}

// TestKeptHasNoNames: of whoever is honoured, and of nobody else of the awards, is a word in what is kept.
func TestKeptHasNoNames(t *testing.T) {
	for _, m := range []*made{theReal(t), theSecond(t), theAwkward(t)} {
		tree := read(t, m.folder)
		files, err := edition.Keep(m.result.Edition).Files()
		if err != nil {
			t.Fatal(err)
		}
		var all []text
		said := ""
		for _, f := range files {
			all = append(all, plain(f.Path, string(f.Bytes)))
			said += string(f.Bytes)
		}
		public := map[string]bool{}
		for _, u := range tree.Units {
			public[u.Name.Text] = true
		}
		for _, s := range tree.Sources {
			public[s.Publisher.Text] = true
		}
		var names []string
		eachAward(tree, func(_ string, a source.Award) {
			for _, w := range []string{a.ID.Text, a.Name.Text, a.Citation.Text} {
				if strings.Contains(w, " ") && !public[w] || w == a.ID.Text {
					names = append(names, w)
				}
			}
		})
		without(t, all, names, "an award")
	}
}

// TestKeptRoundTrip: what is kept is read again as it was, and says what the living page says.
func TestKeptRoundTrip(t *testing.T) {
	for _, m := range []*made{theReal(t), theSecond(t), theAwkward(t)} {
		p := edition.Keep(m.result.Edition)
		files, err := p.Files()
		if err != nil {
			t.Fatal(err)
		}
		got, list := kept.Read(files)
		if list.Failed(true) || len(got) != 1 {
			t.Fatalf("%v", list.Sorted())
		}
		a, _ := json.Marshal(p)
		b, _ := json.Marshal(got[0])
		if !bytes.Equal(a, b) {
			t.Error("another publication is read than was written")
		}
		for i, v := range got[0].Volumes {
			for j, target := range v.Targets {
				if !kept.Same(target, p.Volumes[i].Targets[j]) {
					t.Errorf("%s is read otherwise than written", target.ID)
				}
			}
		}
	}
}

package build_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"

	"bangvang/internal/build"
	"bangvang/internal/publish"
	"bangvang/internal/site"
)

// subPath is where the versions lie on their servers.
const subPath = "/ngon-den"

// versions are two publications of the second campaign. Between them a target and a decision got other ids, an award was withdrawn and a
// story was taken back.
type versions struct {
	folder        string
	first, second map[string][]byte // what was published
	refused       *build.Result     // of the second before data said what became of the addresses
	settled       *build.Result
	out           string // of the second
	err           error
}

var versionsOnce = sync.OnceValue(func() *versions {
	v := &versions{folder: filepath.Join(scratch, "versions")}
	v.err = v.make()
	return v
})

func theVersions(t *testing.T) *versions {
	t.Helper()
	v := versionsOnce()
	if v.err != nil {
		t.Fatal(v.err)
	}
	return v
}

const moved = `- from: /chi-tieu/san-luong-che-bien/
  to: /chi-tieu/san-luong-thuy-san/
- from: /quyet-dinh/thu-khen-01/
  to: /quyet-dinh/thu-khen-2021/
- from: /dien-hinh/giu-bai/
  withdrawn: {date: 2021-09-02, reason: Theo đề nghị của gia đình}
- from: /san-luong.html
  to: /chi-tieu/san-luong-che-bien/
- from: /ket-qua/bao-cao.pdf
  to: https://bao.hai-dang.example/tin?so=1&trang=2
- from: /anh/ban-do.jpg
  withdrawn: {date: 2021-09-02, reason: Ảnh của người khác}
`

func (v *versions) make() error {
	if err := copyCampaign("testdata/campaigns/hai-dang", v.folder); err != nil {
		return err
	}
	story := filepath.Join(v.folder, "content", "dien-hinh", "giu-bai.md")
	if err := os.MkdirAll(filepath.Dir(story), 0o755); err != nil {
		return err
	}
	if err := os.WriteFile(story, []byte("---\ntitle: Giữ bãi\ndate: 2021-08-20\naward: thu-khen-01-001\narea: bo-bien-sach\n---\n\nMỗi kỳ triều cường, cả tổ ra bãi.\n"), 0o644); err != nil {
		return err
	}
	var err error
	if v.first, _, err = v.publish("first", ""); err != nil {
		return err
	}
	data := filepath.Join(v.folder, "data")
	for _, e := range []struct{ file, old, new string }{
		{"campaign.yaml", "2021-09-01", "2021-09-03"},
		{"targets.yaml", "san-luong-che-bien", "san-luong-thuy-san"},
		{"results.yaml", "san-luong-che-bien", "san-luong-thuy-san"},
		{"decisions.yaml", "thu-khen-01", "thu-khen-2021"},
		{"corrections.yaml", "thu-khen-01", "thu-khen-2021"},
		{"awards/thu-khen-01.yaml", "thu-khen-01", "thu-khen-2021"},
		{"awards/ky-niem-chuong-01.yaml", "    name: Đước Văn Đảo\n", "    name: Đước Văn Đảo\n    withdrawn: {date: 2021-09-02, reason: Hồ sơ khai sai}\n"},
	} {
		file := filepath.Join(data, filepath.FromSlash(e.file))
		b, err := os.ReadFile(file)
		if err != nil || !strings.Contains(string(b), e.old) {
			return fmt.Errorf("%s has no %q: %w", e.file, e.old, err)
		}
		if err := os.WriteFile(file, []byte(strings.ReplaceAll(string(b), e.old, e.new)), 0o644); err != nil {
			return err
		}
	}
	if err := os.Remove(story); err != nil {
		return err
	}
	if v.refused, err = build.Render(context.Background(), v.options("")); err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(data, "moved.yaml"), []byte(moved), 0o644); err != nil {
		return err
	}
	v.out = v.place("second")
	v.second, v.settled, err = v.publish("second", "")
	return err
}

func (v *versions) options(asOf string) build.Options {
	return build.Options{Source: v.folder, BaseURL: "https://hai-dang.example" + subPath + "/", AsOf: asOf}
}

// place is where a version is published: below the folder that a server would have as its root.
func (v *versions) place(name string) string {
	return filepath.Join(scratch, "versions-"+name, subPath)
}

// publish publishes the campaign as it is.
func (v *versions) publish(name, asOf string) (map[string][]byte, *build.Result, error) {
	r, err := build.Render(context.Background(), v.options(asOf))
	if err != nil || r.Set == nil {
		if err == nil {
			err = errors.New(problems(r))
		}
		return nil, r, err
	}
	out := v.place(name)
	if _, err = publish.Publish(context.Background(), publish.Publication{Edition: r.Edition, Site: r.Set, Promises: r.Promises, Day: r.Day,
		Destination: out, Data: filepath.Join(v.folder, "data")}); err != nil {
		return nil, r, err
	}
	files, err := readTree(out)
	return files, r, err
}

// belonging is what is told of addresses that go with another: how many there are is others' business.
var belonging = regexp.MustCompile(`cùng \d+ địa chỉ thuộc nó \([^)]*\)`)

// TestVersionsRefused: a build that would lose addresses says so of each page, once, with what to write.
func TestVersionsRefused(t *testing.T) {
	v := theVersions(t)
	golden(t, "versions.problems", belonging.ReplaceAllString(problems(v.refused), "cùng các địa chỉ thuộc nó"))
	for _, p := range v.refused.Problems.Sorted() {
		if p.Rule.ID == "address-lost" && (p.Place.File != "data/urls.lock" || p.Place.Line == 0 || !strings.Contains(p.Hint, "- from: /")) {
			t.Errorf("%v: %s\n%s", p.Place, p.Text, p.Hint)
		}
	}
	if v.refused.Set != nil {
		t.Error("there is something to write")
	}
}

// TestVersionsKept: every address of the first version is there in the second, but those of which servers say that they are gone.
func TestVersionsKept(t *testing.T) {
	v := theVersions(t)
	gone := map[string]bool{}
	for _, s := range v.settled.Settled.Standins {
		if !s.Page && !s.Copy {
			gone[strings.TrimPrefix(string(s.From), "/")] = true
		}
	}
	for _, name := range names(v.first) {
		if _, there := v.second[name]; !there && publish.Promised("/"+name) && !gone[name] {
			t.Errorf("%s is lost", name)
		}
	}
	for name := range gone {
		if _, there := v.first[name]; there {
			t.Errorf("%s was published and nothing stands for it on the disk", name)
		}
	}
	for old, new := range map[string]string{
		"chi-tieu/san-luong-che-bien/index.html": "../san-luong-thuy-san/",
		"quyet-dinh/thu-khen-01/index.html":      "../thu-khen-2021/",
		"vinh-danh/thu-khen-01-002/index.html":   "../thu-khen-2021-002/",
		"san-luong.html":                         "chi-tieu/san-luong-thuy-san/", // over an address that moved itself
	} {
		page := string(v.second[old])
		for _, w := range []string{`<meta http-equiv="refresh" content="0; url=` + new + `">`, `<a href="` + new + `">`, `<link rel="canonical" href="https://hai-dang.example` + subPath + "/"} {
			if !strings.Contains(page, w) {
				t.Errorf("%s does not say %s:\n%s", old, w, page)
			}
		}
	}
	for old, new := range map[string]string{
		"du-lieu/v1/chi-tieu/san-luong-che-bien.csv":  "du-lieu/v1/chi-tieu/san-luong-thuy-san.csv",
		"du-lieu/v1/quyet-dinh/thu-khen-01.excel.csv": "du-lieu/v1/quyet-dinh/thu-khen-2021.excel.csv",
		"du-lieu/v1/chi-tieu/san-luong-che-bien.json": "du-lieu/v1/chi-tieu/san-luong-thuy-san.json",
	} {
		if len(v.second[old]) == 0 || string(v.second[old]) != string(v.second[new]) {
			t.Errorf("%s is not %s", old, new)
		}
	}
}

// TestVersionsWithdrawn: what was taken back says so, and nothing else tells of it.
func TestVersionsWithdrawn(t *testing.T) {
	v := theVersions(t)
	page := strings.ReplaceAll(string(v.second["dien-hinh/giu-bai/index.html"]), "\u00a0", " ")
	for _, w := range []string{"<h1>Đã thu hồi</h1>", "ngày 02/09/2021", "Theo đề nghị của gia đình", `<meta name="robots" content="noindex">`} {
		if !strings.Contains(page, w) {
			t.Errorf("the tombstone does not say %q:\n%s", w, page)
		}
	}
	if strings.Contains(page, "Giữ bãi") || strings.Contains(page, "canonical") {
		t.Error("the tombstone tells what it stands for")
	}
	award := string(v.second["vinh-danh/ky-niem-chuong-01-003/index.html"])
	if !strings.Contains(award, "Đã rút khỏi danh sách") || strings.Contains(award, "Đước Văn Đảo") || strings.Contains(award, "khai sai") {
		t.Error("a withdrawn award does not stand there without its name")
	}
	for name, b := range v.second {
		old := string(b)
		if name == "sitemap.xml" || strings.HasPrefix(name, "feed") || strings.HasPrefix(name, "tim-kiem/") || name == "vinh-danh/danh-sach.js" {
			for _, w := range []string{"giu-bai", "san-luong-che-bien", "thu-khen-01"} {
				if strings.Contains(old, w) {
					t.Errorf("%s speaks of %s", name, w)
				}
			}
		}
	}
	// A part of the roll that nobody is in now leads to the roll.
	parts := 0
	for _, s := range v.settled.Settled.Standins {
		if s.Temporary {
			parts++
		}
		if strings.HasPrefix(string(s.From), "/vinh-danh/van/") && (s.To != "/vinh-danh/" || !s.Temporary || !s.Page) {
			t.Errorf("%+v", s)
		}
	}
	if parts == 0 {
		t.Error("no list came to its end")
	}
}

// TestVersionsMade: the pages that stand in are as well made as all others, from a stick too.
func TestVersionsMade(t *testing.T) {
	v := theVersions(t)
	for _, portable := range []bool{false, true} {
		opt := v.options("")
		opt.Portable = portable
		r, err := build.Render(context.Background(), opt)
		if err != nil {
			t.Fatal(err)
		}
		flaws, err := site.Inspect(r.Set, opt.BaseURL)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range flaws {
			t.Error(f)
		}
		page, err := r.Set.Bytes("chi-tieu/san-luong-che-bien/index.html")
		if want := `content="0; url=../san-luong-thuy-san/index.html"`; err != nil || portable && !strings.Contains(string(page), want) {
			t.Errorf("%v: no %s in\n%s", err, want, page)
		}
	}
}

// TestVersionsGrow: the lock keeps what it had, and a third version without data/moved.yaml is refused again.
func TestVersionsGrow(t *testing.T) {
	v := theVersions(t)
	lock, err := os.ReadFile(filepath.Join(v.folder, "data", "urls.lock"))
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range []string{"/chi-tieu/san-luong-che-bien/ 2021-09-01\n", "/chi-tieu/san-luong-thuy-san/ 2021-09-03\n", "/dien-hinh/giu-bai/ 2021-09-01\n"} {
		if !strings.Contains(string(lock), line) {
			t.Errorf("the lock has no %q", line)
		}
	}
	again := filepath.Join(t.TempDir(), "again")
	if err := copyCampaign(v.folder, again); err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(filepath.Join(again, "data", "moved.yaml")); err != nil {
		t.Fatal(err)
	}
	r, err := build.Render(context.Background(), build.Options{Source: again})
	if err != nil || !r.Failed(false) || !strings.Contains(problems(r), "/san-luong.html") {
		t.Errorf("%v\n%s", err, problems(r))
	}
}

package signoff

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"golang.org/x/tools/txtar"

	"bangvang/internal/diag"
	"bangvang/internal/edition"
	"bangvang/internal/outdir"
)

var update = flag.Bool("update", false, "write golden files anew")

// site reads one of the two sites of testdata/sites.txtar: files below NAME/.
func site(t testing.TB, name string, edits ...string) (fstest.MapFS, *State) {
	t.Helper()
	a, err := txtar.ParseFile("testdata/sites.txtar")
	if err != nil {
		t.Fatal(err)
	}
	files := fstest.MapFS{}
	for _, f := range a.Files {
		if rest, ok := strings.CutPrefix(f.Name, name+"/"); ok {
			text := strings.NewReplacer(edits...).Replace(string(f.Data))
			files[rest] = &fstest.MapFile{Data: []byte(text)}
		}
	}
	s, err := Read(files, manifestOf(t, files))
	if err != nil {
		t.Fatal(err)
	}
	return files, s
}

func manifestOf(t testing.TB, files fs.FS) outdir.Manifest {
	t.Helper()
	m, err := weigh(files)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func notes() Notes {
	var l diag.List
	rule := &diag.Rule{ID: "unit-idle", Severity: diag.Warning}
	l.Add(rule, diag.Place{File: "data/units.yaml", Line: 3, Col: 1}, "đơn vị chưa có gì", "")
	return Notes{
		Against: Against{Words: "bản Trần Văn Mẫu duyệt lúc 08:00 ngày 15/01/2019", AsOf: "2019-01-15T08:00:00+07:00"},
		Decisions: []edition.DecisionAccount{{ID: "bk-1", Name: "Quyết định số 1", Expects: "03 cá nhân", Lists: "03 cá nhân", Withdrawn: 1},
			{ID: "bk-2", Name: "Quyết định số 2", Expects: "02 tập thể", Lists: "01 tập thể"}},
		Problems: &l, Promised: func(address string) bool { return !strings.HasPrefix(address, "/assets/") }, Next: "bangvang publish --approve …",
	}
}

func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	at := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(at, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(at)
	if err != nil || !bytes.Equal(got, want) {
		t.Errorf("%s differs (%v):\n%s", name, err, got)
	}
}

// TestReport: every kind of difference, in each form.
func TestReport(t *testing.T) {
	_, before := site(t, "before")
	_, after := site(t, "after")
	r := Compare(before, after, notes())
	var text, page, machine bytes.Buffer
	if err := errors.Join(r.Text(&text), r.HTML(&page), r.JSON(&machine)); err != nil {
		t.Fatal(err)
	}
	golden(t, "report.txt", text.Bytes())
	golden(t, "report.json", machine.Bytes())
	golden(t, "report.html", page.Bytes())
	sum := after.Manifest.Sum()
	if want := fmt.Sprintf("%x\n", sum); !strings.HasSuffix(text.String(), "\n"+want) {
		t.Error("the text does not end in the hash")
	}
	var again Report
	if err := json.Unmarshal(machine.Bytes(), &again); err != nil || again.Hash != fmt.Sprintf("%x", sum) {
		t.Error(err, again.Hash)
	}
}

// TestSame: a site is not unlike itself; without one before everything is new.
func TestSame(t *testing.T) {
	_, s := site(t, "after")
	r := Compare(s, s, Notes{Promised: func(string) bool { return true }})
	if !r.Unchanged() || len(r.People)+len(r.Numbers)+len(r.Rest)+len(r.Fields)+len(r.Addresses.Added)+len(r.Addresses.Moved)+len(r.Addresses.Gone)+len(r.Addresses.Lost) > 0 {
		t.Errorf("%+v", r)
	}
	first := Compare(nil, s, Notes{Promised: func(string) bool { return true }})
	if len(first.People[0].Added) != len(s.table("vinh-danh").order) || len(first.Fields) == 0 || first.Files.Added != first.Files.All || len(first.Addresses.Added) == 0 {
		t.Errorf("%+v", first)
	}
}

// TestHash: one byte of any file is another hash; the same bytes are the same.
func TestHash(t *testing.T) {
	files, s := site(t, "after")
	for name := range files {
		other := fstest.MapFS{}
		for n, f := range files {
			other[n] = &fstest.MapFile{Data: bytes.Clone(f.Data)}
		}
		if manifestOf(t, other).Sum() != s.Manifest.Sum() {
			t.Fatal("the same bytes, another hash")
		}
		other[name].Data = append(other[name].Data, ' ')
		if manifestOf(t, other).Sum() == s.Manifest.Sum() {
			t.Errorf("a byte more in %s, the same hash", name)
		}
	}
}

// TestPack: a pack tells what its site does, and a folder without a manifest too; whatever was touched is refused.
func TestPack(t *testing.T) {
	files, s := site(t, "before")
	_, after := site(t, "after")
	var b bytes.Buffer
	if err := Pack(&b, files, s); err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	pack, folder := filepath.Join(dir, "a.zip"), filepath.Join(dir, "site")
	if err := errors.Join(os.WriteFile(pack, b.Bytes(), 0o644), os.CopyFS(folder, files)); err != nil {
		t.Fatal(err)
	}
	want, _ := json.Marshal(Compare(s, after, notes()))
	for _, name := range []string{pack, folder} {
		opened, err := Open(name)
		if err != nil {
			t.Fatal(name, err)
		}
		if got, _ := json.Marshal(Compare(opened, after, notes())); !bytes.Equal(got, want) {
			t.Errorf("%s tells\n%s, want\n%s", name, got, want)
		}
	}
	if _, err := Open(dir); !errors.Is(err, ErrNoSite) {
		t.Error(err)
	}
	files["du-lieu/v1/vinh-danh.csv"].Data = append(files["du-lieu/v1/vinh-danh.csv"].Data, ' ')
	if _, err := Read(files, s.Manifest); err == nil || !strings.Contains(err.Error(), "vinh-danh.csv") {
		t.Error(err)
	}
}

// TestHostile: what data says is text in the page, and the page calls for nothing.
func TestHostile(t *testing.T) {
	_, before := site(t, "before")
	const evil = `<script src=//a.example></script><img src=x onerror=alert(1)>`
	_, after := site(t, "after", "Bùi Thị Mới", evil, "Trần Văn Đổi Tên", evil)
	var page bytes.Buffer
	if err := Compare(before, after, notes()).HTML(&page); err != nil {
		t.Fatal(err)
	}
	for _, no := range []string{"<script", "<img", " src=", " href=", "url(", "@import"} {
		if strings.Contains(page.String(), no) && !strings.Contains(evil, no) || strings.Contains(page.String(), "<script") || strings.Contains(page.String(), "<img") {
			t.Errorf("the page holds %q", no)
		}
	}
	if n := strings.Count(page.String(), "&lt;script"); n < 2 {
		t.Errorf("%d names are told", n)
	}
}

// crowd is a site with so many awards.
func crowd(t testing.TB, n int, citation string) *State {
	var csv strings.Builder
	csv.WriteString("id,decision,kind,name,unit,citation,sample\r\n")
	m := outdir.Manifest{}
	for i := range n {
		fmt.Fprintf(&csv, "bk-1-%05d,bk-1,individual,Nguyễn Văn Đông Người %d,so-%d,%s %d,false\r\n", i, i, i%60, citation, i%7)
		m = append(m, outdir.Entry{Name: fmt.Sprintf("vinh-danh/bk-1-%05d/index.html", i), Sum: sha256.Sum256([]byte(citation))})
	}
	files, _ := site(t, "before")
	files["du-lieu/v1/vinh-danh.csv"] = &fstest.MapFile{Data: []byte(csv.String())}
	m = append(manifestOf(t, files), m...)
	slices.SortFunc(m, func(a, b outdir.Entry) int { return strings.Compare(a.Name, b.Name) })
	s, err := Read(files, m)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// TestCrowd: the roll of a whole country is compared in seconds; text is short, HTML and JSON are whole.
func TestCrowd(t *testing.T) {
	const n = 64060
	before, after := crowd(t, n, "Có thành tích"), crowd(t, n, "Có nhiều thành tích")
	start := time.Now()
	r := Compare(before, after, notes())
	var text, page, machine bytes.Buffer
	if err := errors.Join(r.Text(&text), r.HTML(&page), r.JSON(&machine)); err != nil {
		t.Fatal(err)
	}
	if took := time.Since(start); took > 30*time.Second {
		t.Errorf("took %v", took)
	}
	if len(r.People[0].Changed) != n || text.Len() > 50_000 || !strings.Contains(text.String(), fmt.Sprintf("và %d người, tập thể nữa", n-mostShown)) {
		t.Errorf("%d changed, text of %d bytes", len(r.People[0].Changed), text.Len())
	}
	if got := strings.Count(page.String(), "<del>"); got != n || bytes.Count(machine.Bytes(), []byte(`"was"`)) != n {
		t.Errorf("HTML tells %d of %d", got, n)
	}
}

func BenchmarkCompare(b *testing.B) {
	before, after := crowd(b, 64060, "Có thành tích"), crowd(b, 64060, "Có nhiều thành tích")
	for b.Loop() {
		Compare(before, after, notes())
	}
}

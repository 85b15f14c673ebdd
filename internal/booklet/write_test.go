package booklet

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
)

var update = flag.Bool("update", false, "write golden files anew")

// layout lays a synthetic booklet without problems.
func layout(t testing.TB, awardees int) *Layout {
	t.Helper()
	l, problems, err := Lay(synthetic(awardees), Options{Fonts: testFonts(t), Paint: paintBars})
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range problems {
		t.Errorf("%s: %s", p.Place, p.Text)
	}
	return l
}

func written(t testing.TB, l *Layout) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := l.WritePDF(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// file writes a booklet where the tools can read it.
func file(t *testing.T, awardees int) string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "ky-yeu.pdf")
	if err := os.WriteFile(name, written(t, layout(t, awardees)), 0o644); err != nil {
		t.Fatal(err)
	}
	return name
}

// tool runs a reader of PDF that is not ours and gives what it says. Without it the test is skipped, but not where tests must be whole.
func tool(t *testing.T, name string, args ...string) string {
	t.Helper()
	out, err := runTool(t, name, args)
	if err != nil {
		t.Fatalf("%s: %v\n%s", name, err, out)
	}
	return out
}

// toolSaysNo is tool for one that ends with an error when it has findings.
func toolSaysNo(t *testing.T, name string, args ...string) string {
	t.Helper()
	out, _ := runTool(t, name, args)
	return out
}

func runTool(t *testing.T, name string, args []string) (string, error) {
	t.Helper()
	if _, err := exec.LookPath(name); err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatalf("%s is not installed", name)
		}
		t.Skipf("%s is not installed", name)
	}
	out, err := exec.Command(name, args...).CombinedOutput()
	return string(out), err
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s differs; go test -update writes it anew\n%s", path, firstDifference(string(want), got))
	}
}

func firstDifference(want, got string) string {
	w, g := strings.Split(want, "\n"), strings.Split(got, "\n")
	for i := range min(len(w), len(g)) {
		if w[i] != g[i] {
			return fmt.Sprintf("line %d:\nwant %s\ngot  %s", i+1, w[i], g[i])
		}
	}
	return fmt.Sprintf("%d lines wanted, %d got", len(w), len(g))
}

// rows gives the text of a page line by line as it stands there.
func rows(page *Page) []string {
	var ops []Op
	for _, o := range page.Ops {
		if o.Kind == OpText {
			ops = append(ops, o)
		}
	}
	slices.SortStableFunc(ops, func(a, b Op) int {
		if d := a.Y - b.Y; d < -2 || d > 2 {
			return int(d)
		}
		return int(a.X - b.X)
	})
	var out []string
	for i, o := range ops {
		switch {
		case i == 0 || o.Y-ops[i-1].Y > 2:
			out = append(out, o.Text)
		case o.X-ops[i-1].X-ops[i-1].Wide > 12:
			out[len(out)-1] += "  |  " + o.Text
		case o.X-ops[i-1].X-ops[i-1].Wide > 0.5:
			out[len(out)-1] += " " + o.Text
		default:
			out[len(out)-1] += o.Text
		}
	}
	return out
}

// TestPages: the text of a small booklet as it stands on its pages.
func TestPages(t *testing.T) {
	l := layout(t, 24)
	var b strings.Builder
	for i := range l.Pages {
		fmt.Fprintf(&b, "== %s\n%s\n", l.Pages[i].Label, strings.Join(rows(&l.Pages[i]), "\n"))
	}
	golden(t, "pages.txt", b.String())
}

// TestTextExtracts: a reader that is not ours finds on every page the words that we set there, justified lines included.
func TestTextExtracts(t *testing.T) {
	l := layout(t, 24)
	pages := strings.Split(tool(t, "pdftotext", "-enc", "UTF-8", file(t, 24), "-"), "\f")
	if len(pages) != len(l.Pages)+1 {
		t.Fatalf("%d pages of text for %d pages", len(pages)-1, len(l.Pages))
	}
	for i := range l.Pages {
		got, want := strings.Fields(pages[i]), strings.Fields(strings.Join(rows(&l.Pages[i]), " "))
		want = slices.DeleteFunc(want, func(s string) bool { return s == "|" })
		slices.Sort(got)
		slices.Sort(want)
		if !slices.Equal(got, want) {
			t.Errorf("page %s reads\n%q\nand was set\n%q", l.Pages[i].Label, got, want)
		}
	}
}

// TestValid: other people's readers find nothing to repair.
func TestValid(t *testing.T) {
	name := file(t, 120)
	if out := tool(t, "qpdf", "--check", name); !strings.Contains(out, "No syntax or stream encoding errors found") {
		t.Errorf("qpdf: %s", out)
	}
	if out := tool(t, "pdfcpu", "validate", "-m", "strict", name); !strings.Contains(out, "validation ok") {
		t.Errorf("pdfcpu: %s", out)
	}
	out := strings.ReplaceAll(tool(t, "mutool", "draw", "-F", "text", "-o", os.DevNull, name), "warning: ICC support is not available\n", "")
	if strings.Contains(out, "warning") || strings.Contains(out, "error") || strings.Contains(out, "repair") {
		t.Errorf("mutool: %s", out)
	}
	for _, line := range strings.Split(strings.TrimSpace(tool(t, "pdffonts", name)), "\n")[2:] {
		if !regexp.MustCompile(`^[A-Z]{6}\+\S+ +CID TrueType +Identity-H +yes yes yes`).MatchString(line) {
			t.Errorf("a font is not embedded as a subset with its characters: %s", line)
		}
	}
	info := tool(t, "pdfinfo", "-isodates", name)
	for _, want := range []string{
		"Title:           Kỷ yếu vinh danh 15 năm thành phố Minh Họa trực thuộc Trung ương\n",
		"Author:          Ủy ban nhân dân thành phố Minh Họa\n",
		"CreationDate:    2019-01-15T", "Metadata Stream: yes\n", "Page size:       419.53 x 595.28 pts",
	} {
		if !strings.Contains(info, want) {
			t.Errorf("pdfinfo does not say %q:\n%s", want, info)
		}
	}
}

// TestNavigation: outline, page labels, language and links, as read back.
func TestNavigation(t *testing.T) {
	name := file(t, 24)
	golden(t, "outline.txt", regexp.MustCompile(`#.*`).ReplaceAllString(tool(t, "mutool", "show", name, "outline"), ""))
	catalog := tool(t, "mutool", "show", name, "trailer/Root")
	for _, want := range []string{"/Lang (vi-VN)", "/DisplayDocTitle true", "/PageMode /UseOutlines", "/S /r"} {
		if !strings.Contains(catalog, want) {
			t.Errorf("the catalog lacks %s:\n%s", want, catalog)
		}
	}
	annots := tool(t, "mutool", "show", "-g", name, "grep")
	links := strings.Count(annots, "/Subtype/Link")
	if links < 24*1 || links != strings.Count(annots, "/F 4") {
		t.Errorf("%d links, %d of them with the flag to print", links, strings.Count(annots, "/F 4"))
	}
}

// TestSameBytes: two runs, one core or two, give the same file; so does writing twice.
func TestSameBytes(t *testing.T) {
	l := layout(t, 150)
	first := sha256.Sum256(written(t, l))
	if sha256.Sum256(written(t, l)) != first {
		t.Error("written twice, the file differs")
	}
	before := runtime.GOMAXPROCS(1)
	defer runtime.GOMAXPROCS(before)
	one := sha256.Sum256(written(t, layout(t, 150)))
	runtime.GOMAXPROCS(2)
	two := sha256.Sum256(written(t, layout(t, 150)))
	if one != first || two != first {
		t.Error("the file depends on the run or on the number of cores")
	}
}

// TestWriteTogether: a layout may be written by several at once.
func TestWriteTogether(t *testing.T) {
	l := layout(t, 40)
	want := written(t, l)
	var group sync.WaitGroup
	for range 4 {
		group.Go(func() {
			var b bytes.Buffer
			if err := l.WritePDF(&b); err != nil || !bytes.Equal(b.Bytes(), want) {
				t.Errorf("written beside others, the file differs (%v)", err)
			}
		})
	}
	group.Wait()
}

type failing struct{}

func (failing) Write(p []byte) (int, error) { return 0, errors.New("the disk is full") }

type short struct{}

func (short) Write(p []byte) (int, error) { return len(p) / 2, nil }

func TestWriteErrors(t *testing.T) {
	l := layout(t, 3)
	if err := l.WritePDF(failing{}); err == nil || err.Error() != "the disk is full" {
		t.Errorf("a failing writer gives %v", err)
	}
	if err := l.WritePDF(short{}); err == nil {
		t.Error("a writer that takes half is believed")
	}
	l.Pages[0].Links = append(l.Pages[0].Links, Link{W: 1, H: 1, Target: "#nowhere"})
	if err := l.WritePDF(&bytes.Buffer{}); err == nil || !strings.Contains(err.Error(), "nowhere") {
		t.Errorf("a link to nowhere gives %v", err)
	}
}

// TestReadObjectsRefuses: what is not gopdf's file is refused and never read beyond its end.
func TestReadObjectsRefuses(t *testing.T) {
	l := layout(t, 3)
	studio, err := l.newStudio(l.allOps()...)
	if err != nil {
		t.Fatal(err)
	}
	p, err := studio.open(true)
	if err != nil {
		t.Fatal(err)
	}
	if err := p.page(l.Pages[0].Ops); err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if _, err := p.pdf.WriteTo(&b); err != nil {
		t.Fatal(err)
	}
	whole := b.Bytes()
	if _, err := readObjects(whole); err != nil {
		t.Fatal(err)
	}
	for _, cut := range []int{0, 1, 100, len(whole) / 2, len(whole) - 30} {
		if _, err := readObjects(whole[:cut]); err == nil {
			t.Errorf("the first %d bytes are taken for a file", cut)
		}
	}
	if _, err := readObjects(bytes.Replace(whole, []byte("\n5 0 obj"), []byte("\n6 0 obj"), 1)); err == nil {
		t.Error("an object with a wrong number is taken")
	}
}

// TestWriteFile writes the synthetic booklet to a file; BOOKLET_OUT names one that stays, to be looked at.
func TestWriteFile(t *testing.T) {
	out := cmp.Or(os.Getenv("BOOKLET_OUT"), filepath.Join(t.TempDir(), "ky-yeu.pdf"))
	if err := os.WriteFile(out, written(t, layout(t, 120)), 0o644); err != nil {
		t.Fatal(err)
	}
}

func FuzzReadObjects(f *testing.F) {
	l := layout(f, 1)
	studio, err := l.newStudio(l.Pages[0].Ops)
	if err != nil {
		f.Fatal(err)
	}
	p, err := studio.open(true)
	if err != nil {
		f.Fatal(err)
	}
	if err := p.page(l.Pages[0].Ops); err != nil {
		f.Fatal(err)
	}
	var b bytes.Buffer
	if _, err := p.pdf.WriteTo(&b); err != nil {
		f.Fatal(err)
	}
	f.Add(b.Bytes())
	f.Add([]byte("1 0 obj\n<<>>endobj\nxref\n0 2\n0000000000 65535 f \n0000000000 00000 n \nstartxref\n20\n%%EOF"))
	f.Fuzz(func(t *testing.T, data []byte) {
		o, err := readObjects(data)
		for k := 1; err == nil && k < len(o); k++ {
			reference(o[k], "/Contents")
			streamOf(o[k])
		}
	})
}

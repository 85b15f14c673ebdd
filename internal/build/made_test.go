package build_test

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"bangvang/internal/build"
	"bangvang/internal/viet"
)

var update = flag.Bool("update", false, "write the golden files anew")

// scratch is where the builds that several tests look at lie.
var scratch string

func TestMain(m *testing.M) {
	flag.Parse()
	var err error
	if scratch, err = os.MkdirTemp("", "bangvang-build-"); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	code := m.Run()
	os.RemoveAll(scratch)
	os.Exit(code)
}

// made is a campaign built once, with as many jobs as there are cores.
type made struct {
	folder string // a copy of the campaign's data/ and content/, no more: the program brings the rest
	out    string
	result *build.Result
	files  map[string][]byte // what lies in out, by name, without the manifest
	err    error
}

var (
	realOnce = sync.OnceValue(func() *made { return make1("../..", "real") })
	seaOnce  = sync.OnceValue(func() *made { return make1("testdata/campaigns/hai-dang", "hai-dang") })
	hardOnce = sync.OnceValue(func() *made { return make1("testdata/campaigns/gian-nan", "gian-nan") })
)

// theReal is the campaign of this repository.
func theReal(t testing.TB) *made { return ready(t, realOnce()) }

// theSecond is an invented campaign of another city.
func theSecond(t testing.TB) *made { return ready(t, seaOnce()) }

// theAwkward is an invented campaign of all that is hard to set: the longest names, the largest and smallest numbers, parts left empty.
func theAwkward(t testing.TB) *made { return ready(t, hardOnce()) }

func ready(t testing.TB, m *made) *made {
	t.Helper()
	if m.err != nil {
		t.Fatal(m.err)
	}
	if m.result.Failed(false) {
		t.Fatalf("the campaign has problems:\n%s", problems(m.result))
	}
	return m
}

func make1(from, name string) *made {
	m := &made{folder: filepath.Join(scratch, name), out: filepath.Join(scratch, name+"-out")}
	if m.err = copyCampaign(from, m.folder); m.err != nil {
		return m
	}
	if m.result, m.err = build.Build(context.Background(), build.Options{Source: m.folder, Destination: m.out}); m.err != nil {
		return m
	}
	m.files, m.err = readTree(m.out)
	return m
}

// copyCampaign copies a campaign's own files, so that no test reads or writes the cache of the work tree. What is drawn for one copy is not
// drawn again for the next.
func copyCampaign(from, to string) error {
	drawings := filepath.Join(scratch, "drawings")
	if err := errors.Join(os.MkdirAll(drawings, 0o755), os.MkdirAll(filepath.Join(to, ".bangvang"), 0o755)); err != nil {
		return err
	}
	if err := os.Symlink(drawings, filepath.Join(to, ".bangvang", "cache")); err != nil {
		return err
	}
	for _, part := range []string{"data", "content"} {
		if err := os.CopyFS(filepath.Join(to, part), os.DirFS(filepath.Join(from, part))); err != nil {
			return err
		}
	}
	return nil
}

// readTree reads all files below a folder but the manifest.
func readTree(dir string) (map[string][]byte, error) {
	files := map[string][]byte{}
	err := fs.WalkDir(os.DirFS(dir), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || name == ".bangvang" {
			return err
		}
		files[name], err = os.ReadFile(filepath.Join(dir, name))
		return err
	})
	return files, err
}

func names(files map[string][]byte) []string {
	var out []string
	for name := range files {
		out = append(out, name)
	}
	slices.Sort(out)
	return out
}

// sameTree tells where two trees differ.
func sameTree(t *testing.T, what string, got, want map[string][]byte) {
	t.Helper()
	for _, name := range names(want) {
		b, ok := got[name]
		switch {
		case !ok:
			t.Errorf("%s: %s is missing", what, name)
		case !bytes.Equal(b, want[name]):
			t.Errorf("%s: %s differs at byte %d of %d", what, name, firstDifference(b, want[name]), len(want[name]))
		}
	}
	for _, name := range names(got) {
		if _, ok := want[name]; !ok {
			t.Errorf("%s: %s is new", what, name)
		}
	}
}

func firstDifference(a, b []byte) int {
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			return i
		}
	}
	return min(len(a), len(b))
}

// problems prints the problems of a run without line numbers, which change with every line that is added above.
func problems(r *build.Result) string {
	var b strings.Builder
	for _, p := range r.Problems.Sorted() {
		fmt.Fprintf(&b, "%s: %s [%s]: %s\n", p.Place.File, p.Rule.Severity.Word(), p.Rule.ID, p.Text)
	}
	return b.String()
}

// golden holds a text to the file testdata/golden/NAME.
func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", "golden", name)
	if *update {
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
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
	if got == string(want) {
		return
	}
	have, had := strings.Split(got, "\n"), strings.Split(string(want), "\n")
	for _, line := range have {
		if !slices.Contains(had, line) {
			t.Errorf("%s: new: %s", name, line)
		}
	}
	for _, line := range had {
		if !slices.Contains(have, line) {
			t.Errorf("%s: gone: %s", name, line)
		}
	}
	t.Errorf("%s differs; if that is meant: go test ./internal/build -update", name)
}

// run runs a program of the machine. Without it a test is skipped on a desk and fails in CI.
func run(t *testing.T, program string, args ...string) string {
	t.Helper()
	if _, err := exec.LookPath(program); err != nil {
		if os.Getenv("CI") != "" {
			t.Fatalf("%s is not installed: run .ci/test, which installs it", program)
		}
		t.Skipf("%s is not installed", program)
	}
	var stdout, stderr bytes.Buffer
	cmd := exec.Command(program, args...)
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	if err := cmd.Run(); err != nil {
		t.Fatalf("%s %s: %v\n%s%s", program, strings.Join(args, " "), err, stdout.String(), stderr.String())
	}
	return stdout.String()
}

// text is a text of a tree, ready to be looked through.
type text struct {
	name             string
	composed, folded string
}

// texts gives the texts of a tree that people and machines read: UTF-16 decoded, the booklet's as a reader copies it.
func texts(t *testing.T, m *made) []text {
	t.Helper()
	var out []text
	for _, name := range names(m.files) {
		s := ""
		switch filepath.Ext(name) {
		case ".woff2", ".ttf", ".png", ".jpg":
			continue
		case ".pdf":
			path := filepath.Join(m.out, name)
			// What is on the pages, then what is around them: titles, labels, addresses.
			s = run(t, "pdftotext", "-raw", path, "-") + run(t, "mutool", "show", path, "outline") + run(t, "pdfinfo", path) + run(t, "pdfinfo", "-meta", path) + run(t, "pdfinfo", "-url", path)
		case ".xlsx", ".zip":
			eachPacked(t, name, m.files[name], func(name string, b []byte) {
				s := decode(b)
				out = append(out, text{name, viet.NFC(s), " " + viet.Fold(s) + " "})
			})
			continue
		default:
			s = decode(m.files[name])
		}
		out = append(out, plain(name, s))
	}
	return out
}

// eachPacked unpacks an archive and the archives in it.
func eachPacked(t *testing.T, name string, b []byte, do func(name string, b []byte)) {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		inner, err := io.ReadAll(r)
		if err != nil {
			t.Fatalf("%s: %s: %v", name, f.Name, err)
		}
		if ext := filepath.Ext(f.Name); ext == ".xlsx" || ext == ".zip" {
			eachPacked(t, name+"!"+f.Name, inner, do)
			continue
		}
		do(name+"!"+f.Name, inner)
	}
}
func plain(name, s string) text { return text{name, viet.NFC(s), " " + viet.Fold(s) + " "} }

func decode(b []byte) string {
	if !bytes.HasPrefix(b, []byte{0xff, 0xfe}) {
		return string(b)
	}
	var s strings.Builder
	for i := 2; i+1 < len(b); i += 2 {
		s.WriteRune(rune(b[i]) | rune(b[i+1])<<8)
	}
	return s.String()
}

// teller tells of a text whether a word is in it, however it is spelled there.
func teller(word string) func(text) bool {
	composed, folded := viet.NFC(word), " "+viet.Fold(word)+" "
	return func(x text) bool { return strings.Contains(x.composed, composed) || strings.Contains(x.folded, folded) }
}

// without tells which texts hold one of the words, as they stand, decomposed, or folded.
func without(t *testing.T, texts []text, words []string, why string) {
	t.Helper()
	if len(words) == 0 {
		t.Errorf("%s: there is nothing to look for", why)
	}
	for _, w := range words {
		tells := teller(w)
		for _, text := range texts {
			if tells(text) {
				t.Errorf("%s: %q is in %s", why, w, text.name)
			}
		}
	}
}

// long marks a test that .ci/test runs: with all of them go test alone would take more than its two minutes.
func long(t *testing.T) {
	t.Helper()
	if os.Getenv("CI") == "" {
		t.Skip("long: CI=true runs it")
	}
}

package cli

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// sea is a small campaign, invented.
const sea = "../build/testdata/campaigns/hai-dang"

// drawings is the cache of all campaigns of campaignIn, so that what is drawn for one test is not drawn again for the next.
var drawings string

func TestMain(m *testing.M) {
	var err error
	if drawings, err = os.MkdirTemp("", "bangvang-cli-"); err != nil {
		panic(err)
	}
	code := m.Run()
	os.RemoveAll(drawings)
	os.Exit(code)
}

// campaignIn copies a campaign's own files into a folder of the test's and makes that the working folder.
func campaignIn(t *testing.T, from string) string {
	t.Helper()
	from, err := filepath.Abs(from)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	for _, part := range []string{"data", "content"} {
		if err := os.CopyFS(filepath.Join(dir, part), os.DirFS(filepath.Join(from, part))); err != nil {
			t.Fatal(err)
		}
	}
	if err := errors.Join(os.Mkdir(filepath.Join(dir, ".bangvang"), 0o755), os.Symlink(drawings, filepath.Join(dir, ".bangvang", "cache"))); err != nil {
		t.Fatal(err)
	}
	t.Chdir(dir)
	return dir
}

// outcome is what a run of the program left.
type outcome struct {
	code     int
	out, err string
}

func bangvang(args ...string) outcome {
	var stdout, stderr bytes.Buffer
	code := Run(context.Background(), args, &stdout, &stderr)
	return outcome{code, stdout.String(), stderr.String()}
}

// want runs a command line and holds its code and what it says to what is wanted.
func want(t *testing.T, code int, out, err string, args ...string) outcome {
	t.Helper()
	o := bangvang(args...)
	if o.code != code || !strings.Contains(o.out, out) || !strings.Contains(o.err, err) {
		t.Errorf("bangvang %q: exit %d, want %d\nstdout (want %q):\n%s\nstderr (want %q):\n%s", args, o.code, code, out, o.out, err, o.err)
	}
	return o
}

// tree reads all files below a folder but the cache.
func tree(t *testing.T, dir string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		if err == nil && d.IsDir() && d.Name() == ".bangvang" {
			return filepath.SkipDir
		}
		if err != nil || d.IsDir() {
			return err
		}
		b, err := os.ReadFile(path)
		files[strings.TrimPrefix(filepath.ToSlash(path), filepath.ToSlash(dir))] = string(b)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func same(a, b map[string]string) bool {
	if len(a) != len(b) {
		return false
	}
	for name, text := range a {
		if other, ok := b[name]; !ok || other != text {
			return false
		}
	}
	return true
}

// edit replaces a text in a file that must hold it.
func edit(t *testing.T, path, old, new string) {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil || !bytes.Contains(b, []byte(old)) {
		t.Fatalf("%s does not hold %q (%v)", path, old, err)
	}
	if err := os.WriteFile(path, bytes.Replace(b, []byte(old), []byte(new), 1), 0o644); err != nil {
		t.Fatal(err)
	}
}

func TestExitCodes(t *testing.T) {
	dir := campaignIn(t, sea)
	want(t, exitFine, "Đã dựng", "", "build", "-d", "public")
	want(t, exitFine, "", "", "check", "--quiet")
	want(t, exitFine, "Cách dùng", "", "--help")
	want(t, exitFine, "bangvang", "", "version")
	want(t, exitUsage, "", "không có lệnh", "dung")
	want(t, exitUsage, "", "không có cờ", "build", "--khong-co")
	want(t, exitUsage, "", "không hiểu", "build", "thua")
	want(t, exitUsage, "", "không có thư mục", "build", "-s", "khong-co")
	want(t, exitUsage, "", "không có data/", "build", "-s", "content")
	want(t, exitUsage, "", "--jobs", "build", "--jobs", "-1")
	want(t, exitUsage, "", "--base-url", "build", "-b", "khong-phai-dia-chi")
	want(t, exitUsage, "", "không có dạng", "check", "--format", "xml")
	want(t, exitUsage, "", "không có quy tắc", "explain", "khong-co-quy-tac")
	want(t, exitUsage, "", "một quy tắc", "explain", "unit-unknown", "area-unknown")
	want(t, exitUsage, "", "--as-of", "check", "--as-of", "2019-01-15")
	want(t, exitUsage, "", `có phải "build"?`, "biuld")
	want(t, exitUsage, "", `có phải "--as-of"?`, "check", "--as-off", "2019")
	want(t, exitUsage, "", `giá trị không hợp lệ "hai" của --jobs`, "check", "--jobs", "hai")
	edit(t, filepath.Join(dir, "data", "awards", "thu-khen-01.yaml"), "unit: ", "unit: khong-co-")
	want(t, exitProblems, "", "[unit-unknown]", "check")
	want(t, exitProblems, "", "Không ghi gì", "build", "-d", "public")
}

// TestFailedInputLeavesTheSite: not a byte of a published folder changes when the input is wrong.
func TestFailedInputLeavesTheSite(t *testing.T) {
	dir := campaignIn(t, sea)
	want(t, exitFine, "", "", "build")
	before := tree(t, filepath.Join(dir, "public"))
	if len(before) < 50 {
		t.Fatalf("%d files", len(before))
	}
	edit(t, filepath.Join(dir, "data", "campaign.yaml"), "as_of: ", "as_off: ")
	o := want(t, exitProblems, "", "as_off", "build")
	if strings.Contains(o.out, "Đã dựng") {
		t.Errorf("claims to have built:\n%s", o.out)
	}
	if !same(before, tree(t, filepath.Join(dir, "public"))) {
		t.Error("public/ changed")
	}
	edit(t, filepath.Join(dir, "data", "campaign.yaml"), "as_off: ", "as_of: ")
	want(t, exitFine, "ghi 0", "", "build")
}

// TestForeignFolder: a folder that we did not make is the user's, whatever is in it.
func TestForeignFolder(t *testing.T) {
	dir := campaignIn(t, sea)
	mine := filepath.Join(dir, "anh")
	if err := os.MkdirAll(mine, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(mine, "ky-niem.jpg"), []byte("ảnh"), 0o644); err != nil {
		t.Fatal(err)
	}
	before := tree(t, mine)
	want(t, exitMachine, "", "ky-niem.jpg", "build", "-d", mine)
	if !same(before, tree(t, mine)) {
		t.Error("the folder changed")
	}
	data := tree(t, filepath.Join(dir, "data"))
	for _, place := range []string{"data", ".", "content"} {
		if o := bangvang("build", "-d", place); o.code == exitFine || o.err == "" {
			t.Errorf("built into %s: %+v", place, o)
		}
	}
	if !same(data, tree(t, filepath.Join(dir, "data"))) {
		t.Error("the input changed")
	}
}

// TestOwnGitignore: public/ with nothing but .gitignore is ours, and that file stays.
func TestOwnGitignore(t *testing.T) {
	dir := campaignIn(t, sea)
	path := filepath.Join(dir, "public", ".gitignore")
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte("*\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	for range 2 {
		want(t, exitFine, "index.html", "", "build")
		if b, err := os.ReadFile(path); err != nil || string(b) != "*\n" {
			t.Fatal(err)
		}
	}
}

// TestNoStaleText: nothing of an earlier build is left where the data has changed.
func TestNoStaleText(t *testing.T) {
	dir := campaignIn(t, sea)
	want(t, exitFine, "", "", "build")
	edit(t, filepath.Join(dir, "data", "campaign.yaml"), "https://haidang.example/", "https://khac.example/")
	want(t, exitFine, "", "", "build")
	for name, text := range tree(t, filepath.Join(dir, "public")) {
		if strings.Contains(text, "https://haidang.example/") {
			t.Errorf("%s still names the old address", name)
		}
	}
}

func TestInterrupted(t *testing.T) {
	dir := campaignIn(t, sea)
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	var stdout, stderr bytes.Buffer
	if code := Run(ctx, []string{"build"}, &stdout, &stderr); code != exitInterrupted {
		t.Errorf("exit %d: %s", code, stderr.String())
	}
	if _, err := os.Stat(filepath.Join(dir, "public", "index.html")); err == nil {
		t.Error("it built all the same")
	}
}

// TestPromptly: who is told to stop and does not look up is not waited for; who ends by itself ends as it says.
func TestPromptly(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	var stderr bytes.Buffer
	if code := promptly(ctx, time.Hour, &stderr, func() int { return exitProblems }); code != exitProblems {
		t.Errorf("exit %d", code)
	}
	cancel()
	if code := promptly(ctx, time.Hour, &stderr, func() int { return exitFine }); code != exitFine || stderr.Len() > 0 {
		t.Errorf("exit %d, %s", code, stderr.String())
	}
	never := make(chan int)
	if code := promptly(ctx, time.Millisecond, &stderr, func() int { return <-never }); code != exitInterrupted || !strings.Contains(stderr.String(), "vẫn trọn vẹn") {
		t.Errorf("exit %d, %s", code, stderr.String())
	}
}

// full is a disk without room.
type full struct{}

func (full) Write([]byte) (int, error) { return 0, syscall.ENOSPC }

// TestOutputLost: a command whose results could not be written did not end well, whichever way it writes them.
func TestOutputLost(t *testing.T) {
	campaignIn(t, sea)
	for _, args := range [][]string{{"build"}, {"check"}, {"check", "--format", "json"}, {"explain"}, {"explain", "unit-unknown"}, {"version"}, {"--help"}} {
		var stderr bytes.Buffer
		if code := Run(context.Background(), args, full{}, &stderr); code != exitMachine || !strings.Contains(stderr.String(), "không ghi được kết quả") {
			t.Errorf("%q: exit %d: %s", args, code, stderr.String())
		}
	}
}

func TestStrict(t *testing.T) {
	dir := campaignIn(t, sea)
	want(t, exitFine, "", "", "check", "--strict")
	// A name as a Mac writes it: normalised and told, no more.
	edit(t, filepath.Join(dir, "data", "campaign.yaml"), "secretariat: Tổ", "secretariat: Tô\u0309")
	want(t, exitFine, "", "cảnh báo", "check")
	want(t, exitProblems, "", "cảnh báo", "check", "--strict")
}

// TestFormats: what machines read is whole, alone on stdout, and tells of the same problem.
func TestFormats(t *testing.T) {
	dir := campaignIn(t, sea)
	edit(t, filepath.Join(dir, "data", "awards", "thu-khen-01.yaml"), "unit: ", "unit: khong-co-")
	for _, format := range []string{"json", "sarif"} {
		o := want(t, exitProblems, "unit-unknown", "", "check", "--format", format)
		if !json.Valid([]byte(o.out)) {
			t.Errorf("%s is no JSON:\n%s", format, o.out)
		}
	}
	want(t, exitProblems, "::error file=data/awards/thu-khen-01.yaml,line=", "", "check", "--format", "github")
	if o := want(t, exitProblems, "", "data/awards/thu-khen-01.yaml:", "check"); strings.Contains(o.err, "\x1b[") {
		t.Error("colour in a file")
	}
}

// TestExplainAll: each rule is explained, with a wrong and a right example.
func TestExplainAll(t *testing.T) {
	list := want(t, exitFine, "unit-unknown", "", "explain")
	lines := strings.Split(strings.TrimSpace(list.out), "\n")
	if len(lines) < 30 {
		t.Errorf("%d rules", len(lines))
	}
	for _, line := range lines {
		id := strings.Fields(line)[0]
		o := want(t, exitFine, "Sai:\n", "", "explain", id)
		_, examples, _ := strings.Cut(o.out, "Sai:\n")
		wrong, right, ok := strings.Cut(examples, "\n\nĐúng:\n")
		if !ok || strings.TrimSpace(wrong) == "" || strings.TrimSpace(right) == "" {
			t.Errorf("%s has no wrong or no right example:\n%s", id, o.out)
		}
	}
}

// TestPortable: no link needs a server; without the flag none names a file that a server adds.
func TestPortable(t *testing.T) {
	dir := campaignIn(t, sea)
	for _, c := range []struct {
		args      []string
		want, not string
	}{
		{[]string{"build", "--portable"}, `href="vinh-danh/index.html"`, `href="vinh-danh/"`},
		{[]string{"build"}, `href="vinh-danh/"`, `href="vinh-danh/index.html"`},
	} {
		want(t, exitFine, "", "", c.args...)
		home, err := os.ReadFile(filepath.Join(dir, "public", "index.html"))
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(string(home), c.want) || strings.Contains(string(home), c.not) {
			t.Errorf("%q: the home page has no %s, or %s", c.args, c.want, c.not)
		}
	}
}

// TestOwnTemplates: a folder beside the data overrides one file, the program brings the rest.
func TestOwnTemplates(t *testing.T) {
	dir := campaignIn(t, sea)
	own := filepath.Join(dir, "templates", "notfound.html")
	if err := os.MkdirAll(filepath.Dir(own), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(own, []byte(`{{define "notfound"}}{{template "top" .}}<h1>Lạc đường giữa biển</h1>{{template "bottom" .}}{{end}}`), 0o644); err != nil {
		t.Fatal(err)
	}
	want(t, exitFine, "", "", "build")
	b, err := os.ReadFile(filepath.Join(dir, "public", "404.html"))
	if err != nil || !strings.Contains(string(b), "Lạc đường giữa biển") {
		t.Errorf("the own template is not used: %v", err)
	}
	if _, err := os.Stat(filepath.Join(dir, "public", "vinh-danh", "index.html")); err != nil {
		t.Error(err)
	}
}

// TestUnwritableCache: no cache is no problem.
func TestUnwritableCache(t *testing.T) {
	long(t) // each chart is drawn anew
	dir := campaignIn(t, sea)
	os.RemoveAll(filepath.Join(dir, ".bangvang"))
	if err := os.WriteFile(filepath.Join(dir, ".bangvang"), []byte("a file, where a folder is due"), 0o644); err != nil {
		t.Fatal(err)
	}
	want(t, exitFine, "", "", "build")
}

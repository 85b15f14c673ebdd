package cli

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"bangvang/internal/viet"
)

// TestWithdraw takes a person off the roll who was also named in the note of a figure: data says so, the copies that a publication kept do not
// name them any more and fit their sums, the lines that a person has to look at are told, and the next site names them nowhere.
func TestWithdraw(t *testing.T) {
	const id, name = "ky-niem-chuong-01-003", "Đước Văn Đảo"
	dir := campaignIn(t, sea)
	note := "  note: Theo lời Đước  Văn Đảo, thuyền trưởng\n"
	edit(t, filepath.Join(dir, "data", "results.yaml"), "  value: 13.2\n", "  value: 13.2\n"+note)
	live := filepath.Join(t.TempDir(), "srv", "bang-vang")
	others := spares(dir)
	want(t, exitFine, "Đã giữ", "", append(approved(t), "--to", live)...)
	before := tree(t, filepath.Join(dir, "data"))
	if !named(before, "/published/", name) {
		t.Fatal("the copies did not name anybody, so that nothing is shown here")
	}

	own := slices.DeleteFunc(spares(dir), func(at string) bool { return slices.Contains(others, at) })
	if len(own) != 1 {
		t.Fatalf("a publication leaves the spare sites %q", own)
	}
	spare := own[0]
	if !namesIn(t, spare, name) {
		t.Fatal("no spare site names the person, so that nothing is shown here")
	}
	o := want(t, exitFine, "data/results.yaml:4:18 cũng nêu tên này", "", "withdraw", id, "--reason", "Rút theo đơn", "--dry-run")
	if !strings.Contains(o.out, "data/published/2021-09-01/ban-luu/") {
		t.Errorf("the copies are not told of:\n%s", o.out)
	}
	sameAs(t, before, tree(t, filepath.Join(dir, "data")))
	want(t, exitFine, `bangvang publish --approve MÃ --by "HỌ TÊN" --to `+live+" --purge", "", "withdraw", id, "--reason", "Rút theo đơn")
	after := tree(t, filepath.Join(dir, "data"))
	if named(after, "/published/", name) {
		t.Error("a copy still names the person")
	}
	if !strings.Contains(after["/awards/ky-niem-chuong-01.yaml"], "    withdrawn:\n      date: 2021-09-01\n      reason: Rút theo đơn\n") {
		t.Errorf("data/awards/:\n%s", after["/awards/ky-niem-chuong-01.yaml"])
	}
	fitsSums(t, after, "/published/2021-09-01/")
	want(t, exitFine, "đã được ghi là rút", "", "withdraw", id, "--reason", "Rút theo đơn")
	sameAs(t, after, tree(t, filepath.Join(dir, "data")))

	edit(t, filepath.Join(dir, "data", "results.yaml"), note, "")
	edit(t, filepath.Join(dir, "data", "campaign.yaml"), "2021-09-01", "2021-09-02")
	command := approved(t)
	o = want(t, exitFine, "Đã khoá", "Chú ý: 1 lượt khen đã rút", append(command, "--to", live)...)
	if !namesIn(t, filepath.Dir(live), name) {
		t.Error("no older release names the person, so that nothing is shown here")
	}
	_, next, _ := strings.Cut(o.err, "\n  bangvang ")
	want(t, exitFine, "Đã khoá", "", shellWords(strings.TrimSpace(strings.ReplaceAll(next, "HỌ TÊN", approver)))...)
	if namesIn(t, filepath.Dir(live), name) {
		t.Error("what is kept where the public reads still names the person")
	}
	public := tree(t, filepath.Join(dir, "public"))
	if namesIn(t, spare, name) {
		t.Error("what the next site will be made of still names the person")
	}
	for file, text := range public {
		if len(viet.Mentions(text, name)) > 0 || strings.Contains(text, "Rút theo đơn") {
			t.Errorf("public%s tells", file)
		}
	}
	for _, page := range []string{"/vinh-danh/" + id + "/index.html", "/v/2021-09-01/chi-tieu/san-luong-che-bien/index.html"} {
		if public[page] == "" {
			t.Errorf("no page at %s", page)
		}
	}
	if copied := public["/v/2021-09-01/chi-tieu/san-luong-che-bien/index.html"]; !strings.Contains(copied, "Theo lời [đã rút tên], thuyền trưởng") {
		t.Error("the frozen copy does not tell that a name stood there")
	}
}

// spares are the spare sites of a campaign, and of other tests.
func spares(dir string) []string {
	all, _ := filepath.Glob(filepath.Join(dir, ".bangvang", "cache", "spare", "*"))
	return all
}

func named(files map[string]string, below, name string) bool {
	for file, text := range files {
		if strings.HasPrefix(file, below) && len(viet.Mentions(text, name)) > 0 {
			return true
		}
	}
	return false
}

// fitsSums holds the files of a folder against its SHA256SUMS.
func fitsSums(t *testing.T, files map[string]string, folder string) {
	t.Helper()
	var lines, n = files[folder+"SHA256SUMS"], 0
	for file, text := range files {
		if name, ok := strings.CutPrefix(file, folder); ok && name != "SHA256SUMS" {
			n++
			if line := fmt.Sprintf("%x  %s\n", sha256.Sum256([]byte(text)), name); !strings.Contains(lines, line) {
				t.Errorf("SHA256SUMS has no %s", line)
			}
		}
	}
	if got := bytes.Count([]byte(lines), []byte("\n")); got != n || n == 0 {
		t.Errorf("SHA256SUMS has %d lines of %d files", got, n)
	}
}

func TestWithdrawRefuses(t *testing.T) {
	dir := campaignIn(t, sea)
	before := tree(t, dir)
	for _, c := range []struct {
		want string
		args []string
	}{
		{"cần đúng một mã", nil},
		{"cần --reason", []string{"ky-niem-chuong-01-003"}},
		{`có phải "ky-niem-chuong-01-003"?`, []string{"ky-niem-chuong-1-003", "--reason", "x"}},
		{"ghi revoked: {date, reason} ở data/decisions.yaml:", []string{"ky-niem-chuong-01", "--reason", "x"}},
		{"không phải ngày như 2019-01-15", []string{"ky-niem-chuong-01-003", "--reason", "x", "--date", "15/01/2019"}},
	} {
		want(t, exitUsage, "", c.want, append([]string{"withdraw"}, c.args...)...)
	}
	sameAs(t, before, tree(t, dir))
}

// namesIn tells whether a file below a folder, however it is hidden, has a name as it is written.
func namesIn(t *testing.T, dir, name string) (found bool) {
	t.Helper()
	if err := filepath.WalkDir(dir, func(path string, e os.DirEntry, err error) error {
		if err != nil || !e.Type().IsRegular() {
			return err
		}
		b, err := os.ReadFile(path)
		found = found || bytes.Contains(b, []byte(name))
		return err
	}); err != nil {
		t.Fatal(err)
	}
	return found
}

package cli

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"bangvang/internal/outdir"
)

// approver is who approves in tests.
const approver = "Trần Văn Mẫu"

// approved is the command line that publishes what diff shows now.
func approved(t *testing.T, flags ...string) []string {
	t.Helper()
	return append([]string{"publish", "--approve", hashNow(t, flags...), "--by", approver}, flags...)
}

// hashes are what diff ended in, by all that it was asked of, so that one campaign is not weighed again for each test that starts with it.
var hashes = map[[sha256.Size]byte]string{}

// hashNow is what diff ends in.
func hashNow(t *testing.T, flags ...string) (now string) {
	t.Helper()
	asked := inputSum(t, flags)
	if known, ok := hashes[asked]; ok {
		return known
	}
	defer func() { hashes[asked] = now }()
	o := want(t, exitFine, "BẢN ĐỐI CHIẾU", "", append([]string{"diff"}, flags...)...)
	lines := strings.Split(strings.TrimSpace(o.out), "\n")
	return lines[len(lines)-1]
}

// inputSum is a sum of the campaign in the working folder and of flags.
func inputSum(t *testing.T, flags []string) [sha256.Size]byte {
	t.Helper()
	h := sha256.New()
	fmt.Fprintf(h, "%q\n", flags)
	for _, part := range []string{"data", "content", "templates"} {
		if _, err := os.Stat(part); err != nil {
			continue
		}
		files := tree(t, part)
		for _, name := range slices.Sorted(maps.Keys(files)) {
			fmt.Fprintf(h, "%s %q %q\n", part, name, files[name])
		}
	}
	return [sha256.Size]byte(h.Sum(nil))
}

// TestApprove: what was approved is what stands there, byte by byte, and who approved it is kept beside the data.
func TestApprove(t *testing.T) {
	dir := campaignIn(t, sea)
	public, data := filepath.Join(dir, "public"), filepath.Join(dir, "data")
	before := tree(t, data)
	want(t, exitUsage, "", "chưa có người duyệt", "publish")
	hash := hashNow(t)
	for _, wrong := range [][]string{{"--approve", hash}, {"--approve", hash, "--by", " "}, {"--approve", hash, "--by", "12"}, {"--approve", hash, "--by", "A\nB"},
		{"--approve", hash[:12], "--by", approver}, {"--approve", "", "--by", approver}, {"--by", approver}, {"--at", "2021-09-01T10:00:00+07:00"},
		{"--approve", hash, "--by", approver, "--at", "hôm nay"}} {
		want(t, exitUsage, "", "bangvang: ", append([]string{"publish"}, wrong...)...)
	}
	other := strings.Repeat("0", 64)
	want(t, exitProblems, "", "không phải bản đã duyệt", "publish", "--approve", other, "--by", approver)
	sameAs(t, before, tree(t, data))
	if _, err := os.Stat(public); err == nil {
		t.Error("public/ was made of what nobody approved")
	}
	for _, c := range []struct{ name, text string }{{"approvals.yaml", "[]\n"}, {"approvals/2021.yaml", "[]\n"}} {
		at := filepath.Join(data, filepath.FromSlash(c.name))
		if err := errors.Join(os.MkdirAll(filepath.Dir(at), 0o755), os.WriteFile(at, []byte(c.text), 0o644)); err != nil {
			t.Fatal(err)
		}
		want(t, exitProblems, "", "không ghi thêm được vào data/approvals.yaml", "publish", "--approve", hash, "--by", approver)
		if err := errors.Join(os.Remove(at), os.RemoveAll(filepath.Join(data, "approvals"))); err != nil {
			t.Fatal(err)
		}
	}
	sameAs(t, before, tree(t, data))
	want(t, exitFine, "Đã duyệt", "", "publish", "--approve", strings.ToUpper(hash), "--by", approver, "--at", "2021-09-01T08:00:00+07:00")
	m, err := outdir.ReadManifest(public)
	if err != nil {
		t.Fatal(err)
	}
	if sum := m.Sum(); hex.EncodeToString(sum[:]) != hash {
		t.Errorf("approved %s, published %x", hash, sum)
	}
	record := tree(t, data)["/approvals.yaml"]
	for _, text := range []string{"- hash: " + hash, "by: " + approver, "2021-09-01T09:00:00+08:00", `as_of: "2021-09-01T09:30:00+08:00"`} {
		if !strings.Contains(record, text) {
			t.Errorf("the record has no %q:\n%s", text, record)
		}
	}
	want(t, exitFine, "Đã duyệt", "", "publish", "--approve", hash, "--by", approver)
	if again := tree(t, data)["/approvals.yaml"]; again != record {
		t.Errorf("the same word is written twice:\n%s", again)
	}
	for name, text := range tree(t, public) {
		if strings.Contains(text, approver) || strings.Contains(text, hash) {
			t.Errorf("%s tells of the approval", name)
		}
	}
}

// TestApproveOther: data that changed after the comparison is refused, told where, and leaves all as it was.
func TestApproveOther(t *testing.T) {
	dir := campaignIn(t, sea)
	want(t, exitFine, "Đã khoá", "", approved(t)...)
	stale := approved(t)
	edit(t, filepath.Join(dir, "data", "awards", "thu-khen-01.yaml"), "Buồm Thị Êm", "Buồm Thị Yên")
	before := tree(t, dir)
	o := want(t, exitProblems, "", "du-lieu/v1/vinh-danh.csv", append(stale, "--replace")...)
	if strings.Contains(o.out, "Đã dựng") || !strings.Contains(o.err, "Chạy lại bangvang diff") {
		t.Error(o.out, o.err)
	}
	sameAs(t, before, tree(t, dir))
	want(t, exitFine, "Đã giữ", "", append(approved(t), "--replace")...)
	if n := strings.Count(tree(t, dir)["/data/approvals.yaml"], "- hash: "); n != 2 {
		t.Errorf("%d approvals", n)
	}
}

// TestDiff: against what was approved last, though another site was built over it; against a folder; against nothing.
func TestDiff(t *testing.T) {
	dir := campaignIn(t, sea)
	want(t, exitFine, "mọi thứ đều là mới", "", "diff")
	want(t, exitFine, "Đã khoá", "", approved(t)...)
	want(t, exitFine, "không tệp nào đổi", "", "diff")
	if err := os.CopyFS(filepath.Join(dir, "truoc"), os.DirFS(filepath.Join(dir, "public"))); err != nil {
		t.Fatal(err)
	}
	edit(t, filepath.Join(dir, "data", "awards", "thu-khen-01.yaml"), "Buồm Thị Êm", "Buồm Thị Yên")
	edit(t, filepath.Join(dir, "data", "results.yaml"), "value: 13.2", "value: 12.1")
	want(t, exitFine, "", "", "build", "--quiet")
	const renamed, figure = "Buồm Thị Êm → Buồm Thị Yên", "13.2 → 12.1"
	for _, args := range [][]string{{"diff"}, {"diff", "--against", "truoc"}} {
		o := want(t, exitFine, renamed, "", args...)
		for _, text := range []string{figure, "Mức hoàn thành: vượt → chưa đạt", "khớp tất cả"} {
			if !strings.Contains(o.out, text) {
				t.Errorf("%q: no %q in\n%s", args, text, o.out)
			}
		}
	}
	want(t, exitFine, "noi-bo/doi-chieu.html", "", "diff", "--format", "html")
	page, err := os.ReadFile(filepath.Join(dir, "noi-bo", "doi-chieu.html"))
	if err != nil || !strings.Contains(string(page), "<del>Buồm Thị Êm</del> → <ins>Buồm Thị Yên</ins>") {
		t.Errorf("%v\n%.2000s", err, page)
	}
	var report struct {
		Hash   string
		People []struct{ Changed []struct{ ID string } }
	}
	if err := json.Unmarshal([]byte(want(t, exitFine, "", "", "diff", "--format", "json").out), &report); err != nil || len(report.People) != 1 ||
		report.People[0].Changed[0].ID != "thu-khen-01-004" || report.Hash != hashNow(t) {
		t.Errorf("%v %+v", err, report)
	}
	if err := os.Remove(filepath.Join(dir, "truoc", "du-lieu", "v1", "ket-qua.csv")); err != nil {
		t.Fatal(err)
	}
	want(t, exitMachine, "", "ket-qua.csv", "diff", "--against", "truoc")
	want(t, exitUsage, "", "--against", "diff", "--against", "content")
	want(t, exitUsage, "", "--against", "diff", "--against", "khong-co")
	want(t, exitUsage, "", "thư mục công bố", "diff", "-o", "public/doi-chieu.txt")
	want(t, exitUsage, "", "không có dạng", "diff", "--format", "pdf")
	edit(t, filepath.Join(dir, "data", "campaign.yaml"), "short_name: ", "short_nam: ")
	want(t, exitProblems, "", "Không đối chiếu được", "diff")
}

// TestDiffForgotten: where what was approved is nowhere any more, everything is new and it says why.
func TestDiffForgotten(t *testing.T) {
	dir := campaignIn(t, sea)
	want(t, exitFine, "Đã khoá", "", approved(t)...)
	for _, name := range []string{"public", filepath.Join(".bangvang", "cache", "signoff")} {
		if err := os.RemoveAll(filepath.Join(dir, name)); err != nil {
			t.Fatal(err)
		}
	}
	o := want(t, exitFine, "không tìm thấy", "", "diff")
	if !strings.Contains(o.out, "--against") || !strings.Contains(o.out, "thêm 10") {
		t.Error(o.out)
	}
}

// TestDiffSamples: samples can be compared and rehearsed, and the report says that they cannot be published.
func TestDiffSamples(t *testing.T) {
	dir := campaignIn(t, sea)
	edit(t, filepath.Join(dir, "data", "results.yaml"), "  value: 13.2\n", "  value: 13.2\n  sample: true\n")
	o := want(t, exitFine, "CHƯA CÔNG BỐ", "", "diff")
	if strings.Contains(o.out, "--approve") {
		t.Error("tells how to publish samples")
	}
	want(t, exitProblems, "", "dữ liệu mẫu", approved(t)...)
	before := tree(t, filepath.Join(dir, "data"))
	want(t, exitFine, "Đã duyệt", "", append(approved(t), "--rehearsal", "thu")...)
	sameAs(t, before, tree(t, filepath.Join(dir, "data")))
	if _, err := os.Stat(filepath.Join(dir, "thu", "data", "approvals.yaml")); err != nil {
		t.Error(err)
	}
}

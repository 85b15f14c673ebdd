package cli

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestDeliver publishes to a folder, verifies it, changes something, publishes again and goes back.
func TestDeliver(t *testing.T) {
	dir := campaignIn(t, sea)
	live := filepath.Join(t.TempDir(), "srv", "bang-vang")
	want(t, exitUsage, "", "không hiểu nơi công bố", "publish", "--to", "ftp://a/b")
	want(t, exitUsage, "", "thiếu nơi công bố", "rollback")
	want(t, exitMachine, "", "chưa có bản nào", "rollback", "--to", live, "--list")
	o := want(t, exitFine, "Đã đưa lên", "", append(approved(t), "--to", live)...)
	if strings.Contains(o.out, "chép thư mục") || !strings.Contains(o.out, "← đang công bố") {
		t.Errorf("it says\n%s", o.out)
	}
	if _, err := os.Stat(filepath.Join(live, ".bangvang")); err == nil {
		t.Error("the manifest is public")
	}
	want(t, exitFine, "Đã duyệt   "+approver+", ", "", "verify", live)
	want(t, exitFine, "gửi 0 trong", "", append(approved(t), "--to", live)...)
	edit(t, filepath.Join(dir, "data", "campaign.yaml"), "short_name: ", "short_name: Một ")
	want(t, exitFine, "Đã dựng", "", "build") // over what was published
	want(t, exitFine, "không tệp nào khác sổ của nơi công bố", "", "verify", live)
	want(t, exitProblems, "", "không phải bản được duyệt gần nhất ("+approver, "verify", live, "-d", "public")
	want(t, exitFine, "thay bản 000001-", "", append(approved(t), "--replace", "--to", "dir:"+live)...)
	want(t, exitFine, "không tệp nào đổi", "", "diff", "--against", live)
	want(t, exitFine, "lấy lại từ bản 000001-", "", "rollback", "--to", live)
	if o := want(t, exitProblems, "Khác", "đang có bản 000003-", "verify", live); !strings.Contains(o.err, "không phải bản được duyệt gần nhất") {
		t.Error(o.err)
	}
	want(t, exitMachine, "", "không có bản ấy", "rollback", "--to", live, "000009-0123456789")
	if err := os.WriteFile(filepath.Join(live, "theirs.html"), nil, 0o644); err != nil {
		t.Fatal(err)
	}
	want(t, exitMachine, "", "theirs.html", append(approved(t), "--to", live, "--replace")...)
}

package cli

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestPublish publishes, again, with another content on the same day, and on another.
func TestPublish(t *testing.T) {
	dir := campaignIn(t, sea)
	o := want(t, exitFine, "Đã khoá", "", approved(t)...)
	first := tree(t, filepath.Join(dir, "data"))
	lock := first["/urls.lock"]
	for _, line := range []string{"# Mọi địa chỉ đã công bố", "\n/ ", "\n/chi-tieu/ ", "\n/du-lieu/v1/chi-tieu.csv ", "\n/feed.xml ", "\n/ky-yeu/ky-yeu.pdf ", "\n# hết: "} {
		if !strings.Contains(lock, line) {
			t.Errorf("the lock has no %q:\n%.600s", line, lock)
		}
	}
	for _, line := range []string{"/assets/", "/tim-kiem/", ".js ", "/404.html"} {
		if strings.Contains(lock, line) {
			t.Errorf("the lock has %q", line)
		}
	}
	if !strings.Contains(o.out, "Tiếp theo") {
		t.Errorf("does not say what comes next:\n%s", o.out)
	}
	want(t, exitFine, "(đã có, không đổi)", "", approved(t)...)
	sameAs(t, first, tree(t, filepath.Join(dir, "data")))
	if _, err := os.Stat(filepath.Join(dir, "public", "index.html")); err != nil {
		t.Error(err)
	}

	// The same day, another title.
	edit(t, filepath.Join(dir, "data", "campaign.yaml"), "short_name: ", "short_name: Một ")
	public := tree(t, filepath.Join(dir, "public"))
	before := tree(t, filepath.Join(dir, "data"))
	want(t, exitProblems, "", "--replace", approved(t)...)
	sameAs(t, before, tree(t, filepath.Join(dir, "data")))
	sameAs(t, public, tree(t, filepath.Join(dir, "public")))
	want(t, exitFine, "Đã giữ", "", append(approved(t), "--replace")...)
	after := tree(t, filepath.Join(dir, "data"))
	if len(after) != len(before) || after["/urls.lock"] != lock {
		t.Error("another title changed the lock or left something behind")
	}
}

// TestPublishRefuses samples and problems, and lets both data/ and public/ be; a rehearsal takes samples and lets data/ be.
func TestPublishRefuses(t *testing.T) {
	dir := campaignIn(t, sea)
	edit(t, filepath.Join(dir, "data", "results.yaml"), "  value: 13.2\n", "  value: 13.2\n  sample: true\n")
	before := tree(t, filepath.Join(dir, "data"))
	want(t, exitProblems, "", "dữ liệu mẫu", "publish")
	want(t, exitFine, "data/ của đợt thi đua giữ nguyên", "", "publish", "--rehearsal", "thu")
	for _, name := range []string{"thu/data/urls.lock", "thu/public/index.html"} {
		if _, err := os.Stat(filepath.Join(dir, filepath.FromSlash(name))); err != nil {
			t.Error(err)
		}
	}
	want(t, exitUsage, "", "--rehearsal", "publish", "--rehearsal", ".")
	edit(t, filepath.Join(dir, "data", "campaign.yaml"), "short_name: ", "short_nam: ")
	want(t, exitProblems, "", "Không công bố", "publish", "--rehearsal", "khac")
	edit(t, filepath.Join(dir, "data", "campaign.yaml"), "short_nam: ", "short_name: ")
	sameAs(t, before, tree(t, filepath.Join(dir, "data")))
	for _, name := range []string{"public", "khac"} {
		if _, err := os.Stat(filepath.Join(dir, name)); err == nil {
			t.Errorf("%s was made", name)
		}
	}
}

// TestPublishPersonal: what only the last look at the files finds stops it as any problem does, and nothing is written, not even an address.
func TestPublishPersonal(t *testing.T) {
	b, err := os.ReadFile("../../templates/notfound.html")
	if err != nil {
		t.Fatal(err)
	}
	dir := campaignIn(t, sea)
	if err := os.Mkdir(filepath.Join(dir, "templates"), 0o755); err != nil {
		t.Fatal(err)
	}
	page := strings.Replace(string(b), "{{with .Description}}", "<p>0939 123 456</p>{{with .Description}}", 1)
	if err := os.WriteFile(filepath.Join(dir, "templates", "notfound.html"), []byte(page), 0o644); err != nil {
		t.Fatal(err)
	}
	before := tree(t, filepath.Join(dir, "data"))
	want(t, exitProblems, "", "404.html: lỗi [personal-published]", "diff")
	o := want(t, exitProblems, "", "404.html: lỗi [personal-published]", "publish", "--approve", strings.Repeat("0", 64), "--by", approver)
	if strings.Contains(o.err, "0939") || !strings.Contains(o.err, "Không công bố, không ghi gì") {
		t.Error(o.err)
	}
	sameAs(t, before, tree(t, filepath.Join(dir, "data")))
	if _, err := os.Stat(filepath.Join(dir, "public", "index.html")); err == nil {
		t.Error("public was made")
	}
}

func sameAs(t *testing.T, before, after map[string]string) {
	t.Helper()
	for name, text := range before {
		if after[name] != text {
			t.Errorf("%s changed", name)
		}
	}
	for name := range after {
		if _, ok := before[name]; !ok {
			t.Errorf("%s is new", name)
		}
	}
}

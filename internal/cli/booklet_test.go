package cli

import (
	"bytes"
	"encoding/json"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestBooklet writes each edition where it is told, and nothing else.
func TestBooklet(t *testing.T) {
	dir := campaignIn(t, sea)
	before := tree(t, dir)
	want(t, exitFine, "Khung      giấy 148 × 210 mm", "", "booklet")
	want(t, exitFine, "tràn lề 154 × 216 mm", "", "booklet", "--edition", "press", "--cover", "bia.pdf")
	want(t, exitFine, "tờ A4 in hai mặt", "", "booklet", "--edition", "sheets", "-o", "gap.pdf")
	want(t, exitFine, "giấy 210 × 297 mm", "", "booklet", "--edition", "proof")
	for _, name := range []string{"ky-yeu.pdf", "ky-yeu-in.pdf", "bia.pdf", "gap.pdf", "ky-yeu-doc-soat.pdf"} {
		b, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil || !bytes.HasPrefix(b, []byte("%PDF-1.7\n")) {
			t.Errorf("%s: %v", name, err)
		}
		if err := os.Remove(filepath.Join(dir, name)); err != nil {
			t.Error(err)
		}
	}
	if !same(before, tree(t, dir)) {
		t.Error("something else was written or changed")
	}
}

// TestBookletReport: the report for machines says what was made, and its problems.
func TestBookletReport(t *testing.T) {
	campaignIn(t, sea)
	o := want(t, exitFine, "", "", "booklet", "--edition", "press", "--format", "json")
	var told struct {
		Files []struct {
			File   string
			Bytes  int64
			Report struct {
				Edition string
				Pages   int
				Added   []int `json:"pages_added"`
				Fonts   []struct{ Name string }
				Missing []string `json:"missing_glyphs"`
				Inks    []struct{ Colour string }
				Most    int     `json:"most_ink_percent"`
				Line    float64 `json:"thinnest_line_pt"`
			}
		}
		Problems struct{ Errors int }
	}
	if err := json.Unmarshal([]byte(o.out), &told); err != nil {
		t.Fatal(err)
	}
	if len(told.Files) != 1 || told.Files[0].File != "ky-yeu-in.pdf" || told.Files[0].Bytes < 10000 {
		t.Fatalf("%+v", told)
	}
	r := told.Files[0].Report
	if r.Edition != "press" || r.Pages < 12 || r.Pages%4 != 0 || len(r.Fonts) < 3 || len(r.Missing) != 0 || len(r.Inks) < 3 || r.Most > 300 || r.Line < 0.25 {
		t.Errorf("%+v", r)
	}
}

// TestBookletRefusals: what cannot be done is said, and files stay as they were.
func TestBookletRefusals(t *testing.T) {
	dir := campaignIn(t, sea)
	if err := os.WriteFile("ky-yeu-in.pdf", []byte("cũ"), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		says string
		args []string
	}{
		{`có phải "press"?`, []string{"--edition", "pres"}},
		{"không có dạng", []string{"--format", "xml"}},
		{"--cover chỉ dùng với --edition press", []string{"--cover", "bia.pdf"}},
		{"--icc chỉ dùng với --edition press", []string{"--icc", "a.icc", "--edition", "sheets"}},
		{"--signature chỉ dùng với --edition sheets", []string{"--signature", "16"}},
		{"chia hết cho 4", []string{"--edition", "sheets", "--signature", "18"}},
		{"quá dày", []string{"--edition", "sheets", "--signature", "128"}},
		{"không có quyết định", []string{"--decision", "khong-co"}},
		{"không có tệp", []string{"--edition", "press", "--icc", "khong-co.icc"}},
		{"không có thư mục", []string{"-o", "khong-co/a.pdf"}},
		{"là thư mục", []string{"-o", "data"}},
		{"cùng một tệp", []string{"--edition", "press", "-o", "a.pdf", "--cover", "./a.pdf"}},
		{"từ 0 đến 1", []string{"--edition", "sheets", "--leaf", "80"}},
		{"không hiểu", []string{"thua"}},
	} {
		want(t, exitUsage, "", c.says, append([]string{"booklet"}, c.args...)...)
	}
	if err := os.Mkdir("public", 0o755); err != nil {
		t.Fatal(err)
	}
	want(t, exitUsage, "", "thư mục công bố", "booklet", "-o", "public/ky-yeu.pdf")
	want(t, exitUsage, "", "thư mục công bố", "booklet", "--edition", "press", "--cover", "public/bia.pdf")
	want(t, exitProblems, "", "[icc-profile-unusable]", "booklet", "--edition", "press", "--icc", filepath.Join(dir, "data", "campaign.yaml"))
	edit(t, filepath.Join(dir, "data", "awards", "thu-khen-01.yaml"), "unit: ", "unit: khong-co-")
	want(t, exitProblems, "", "Không ghi gì", "booklet", "--edition", "press")
	if b, err := os.ReadFile("ky-yeu-in.pdf"); err != nil || string(b) != "cũ" {
		t.Errorf("the old file is %q (%v)", b, err)
	}
	files, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		if strings.HasPrefix(f.Name(), ".bangvang-") {
			t.Errorf("%s is left behind", f.Name())
		}
	}
}

// TestBookletIsStrict: a picture too coarse for paper is a warning, with which the book is made, or not made if it is to be strict.
func TestBookletIsStrict(t *testing.T) {
	dir := campaignIn(t, sea)
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, 120, 160))); err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(filepath.Join(dir, "content", "anh"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "content", "anh", "ut.png"), b.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
	edit(t, filepath.Join(dir, "data", "awards", "thu-khen-01.yaml"), "    position: Thợ máy\n",
		"    position: Thợ máy\n    photo: {file: anh/ut.png, alt: Ông Út trên tàu, consent: true}\n")
	coarse := "cảnh báo [image-coarse]"
	want(t, exitProblems, "", coarse, "--strict", "booklet", "--edition", "press")
	if _, err := os.Stat("ky-yeu-in.pdf"); err == nil {
		t.Error("written all the same")
	}
	want(t, exitFine, "điểm/inch: anh/ut.png", coarse, "booklet", "--edition", "press")
}

// TestBookletOfOneDecision holds that list alone.
func TestBookletOfOneDecision(t *testing.T) {
	campaignIn(t, sea)
	whole := want(t, exitFine, "", "", "booklet", "--format", "json")
	one := want(t, exitFine, "", "", "booklet", "--format", "json", "--decision", "thu-khen-01")
	pages := func(s string) int {
		var told struct {
			Files []struct{ Report struct{ Pages, Names int } }
		}
		if err := json.Unmarshal([]byte(s), &told); err != nil || len(told.Files) != 1 {
			t.Fatalf("%v\n%s", err, s)
		}
		if told.Files[0].Report.Names == 0 {
			t.Error("nobody is in it")
		}
		return told.Files[0].Report.Pages
	}
	if pages(one.out) >= pages(whole.out) {
		t.Error("one decision is as long as all")
	}
}

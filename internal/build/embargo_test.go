package build_test

import (
	"bytes"
	"context"
	"encoding/binary"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"bangvang/internal/build"
)

// TestTeller: what looks for names sees each way in which they are spelled, so that finding none means something.
func TestTeller(t *testing.T) {
	const name = "Đỗ Thị Ngọc Ước"
	tells := teller(name)
	for _, spelled := range []string{name, norm.NFD.String(name), "đỗ thị ngọc ước", "ĐỖ THỊ NGỌC ƯỚC", "do thi ngoc uoc", "Đỗ Thị\nNgọc Ước", "do-thi-ngoc-uoc"} {
		if !tells(plain("a", "… "+spelled+" …")) {
			t.Errorf("%q is not seen", spelled)
		}
	}
	if tells(plain("a", "Đỗ Thị Ngọc Ướng")) {
		t.Error("another name is taken for it")
	}
}

// pictureParts are what a PNG may be made of: pixels, and how they are to be seen.
var pictureParts = []string{"IHDR", "PLTE", "tRNS", "IDAT", "IEND", "pHYs", "sRGB", "gAMA", "cHRM"}

// TestPicturesTellNothing: no picture holds a text, so that none can tell what the pages do not; and no archive holds what texts cannot read.
func TestPicturesTellNothing(t *testing.T) {
	seen := map[string]int{}
	for _, m := range []*made{theReal(t), theSecond(t)} {
		for _, name := range names(m.files) {
			b := m.files[name]
			ext := filepath.Ext(name)
			seen[ext]++
			switch ext {
			case ".png":
				for _, part := range pngParts(t, name, b) {
					if !slices.Contains(pictureParts, part) {
						t.Errorf("%s holds a part %q", name, part)
					}
				}
			case ".jpg", ".jpeg", ".webp", ".avif", ".gif":
				for _, mark := range []string{"Exif\x00", "http://ns.adobe.com", "Photoshop", "\xff\xfe"} {
					if bytes.Contains(b[:min(len(b), 4096)], []byte(mark)) {
						t.Errorf("%s holds %q", name, mark)
					}
				}
			case ".zip", ".xlsx":
				eachPacked(t, name, b, func(name string, _ []byte) {
					if e := filepath.Ext(name); slices.Contains([]string{".pdf", ".png", ".jpg", ".gz", ".br"}, e) {
						t.Errorf("%s is looked at by nobody", name)
					}
				})
			}
		}
	}
	if seen[".png"] < 20 || seen[".zip"] == 0 || seen[".xlsx"] == 0 || seen[".pdf"] == 0 {
		t.Errorf("%v", seen)
	}
}

func pngParts(t *testing.T, name string, b []byte) []string {
	t.Helper()
	if !bytes.HasPrefix(b, []byte("\x89PNG\r\n\x1a\n")) {
		t.Fatalf("%s is no PNG", name)
	}
	var out []string
	for b = b[8:]; len(b) >= 12; {
		n := int(binary.BigEndian.Uint32(b))
		out = append(out, string(b[4:8]))
		if n > len(b)-12 {
			t.Fatalf("%s is torn", name)
		}
		b = b[12+n:]
	}
	return out
}

// TestCorrectedAndRevoked: a correction is on the page that it corrects, on the press page and in both feeds; a decision that was revoked keeps its
// page and those of its awards, which say so, and the roll and the book honour nobody for it.
func TestCorrectedAndRevoked(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "c")
	if err := copyCampaign("testdata/campaigns/hai-dang", dir); err != nil {
		t.Fatal(err)
	}
	rewrite(t, filepath.Join(dir, "data", "decisions.yaml"), "- id: thu-khen-01\n", "- id: thu-khen-01\n  revoked: {date: 2021-08-28, reason: Lập sai thẩm quyền}\n")
	r, err := build.Render(context.Background(), build.Options{Source: dir})
	if err != nil || r.Failed(false) {
		t.Fatal(err, problems(r))
	}
	read := func(name string) string {
		b, err := r.Set.Bytes(name)
		if err != nil {
			t.Fatal(err)
		}
		return plain(name, string(b)).composed
	}
	for _, c := range []struct{ name, text string }{
		{"chi-tieu/cay-chan-song/index.html", "Bản tin lần đầu ghi thiếu cây trồng"}, {"quyet-dinh/thu-khen-01/index.html", "Viết thiếu hai chữ"},
		{"bao-chi/index.html", "Gõ nhầm"}, {"bao-chi/index.html", "Viết thiếu hai chữ"}, {"bao-chi/index.html", "ghi thiếu cây trồng"},
		{"feed/corrections.xml", "Kết quả trồng cây chắn sóng"}, {"feed/corrections.xml", "Gõ nhầm"}, {"feed.xml", "Kết quả trồng cây chắn sóng"},
		{"quyet-dinh/thu-khen-01/index.html", "thu hồi"}, {"vinh-danh/thu-khen-01-004/index.html", "thu hồi"}, {"du-lieu/v1/quyet-dinh-khen.csv", "16/TK-HĐ"},
	} {
		if !strings.Contains(read(c.name), c.text) {
			t.Errorf("%s does not say %q", c.name, c.text)
		}
	}
	for _, name := range []string{"vinh-danh/index.html", "index.html", "du-lieu/v1/vinh-danh.csv", "ky-yeu/index.html", "feed/awards.xml"} {
		if text := read(name); strings.Contains(text, "Buồm Thị Êm") || strings.Contains(text, "thu-khen-01-004") {
			t.Errorf("%s honours somebody for a decision that was revoked", name)
		}
	}
}

// rewrite replaces a text in a file that must hold it.
func rewrite(t *testing.T, path, old, new string) {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil || !bytes.Contains(b, []byte(old)) {
		t.Fatalf("%s does not hold %q (%v)", path, old, err)
	}
	if err := os.WriteFile(path, bytes.Replace(b, []byte(old), []byte(new), 1), 0o644); err != nil {
		t.Fatal(err)
	}
}

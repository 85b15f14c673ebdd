package build_test

import (
	"path"
	"regexp"
	"strings"
	"testing"
)

// hollow finds what should not be on a page when there is nothing to put in it. What a script fills is marked as such.
var hollow = regexp.MustCompile(`<(?:p|li|ul|ol|dl|dt|dd|h\d|a|nav|table|tbody|caption|figcaption|article|section)(?: [^>]*)?>\s*</|</h[23]>\s*</section>|href=""|<th scope="col"[^>]*></th>`)

// TestAwkwardCampaign: a campaign that leaves out what may be left out, and goes to the end of what may be long, large and small,
// comes out whole, without hollow parts.
func TestAwkwardCampaign(t *testing.T) {
	m := theAwkward(t)
	golden(t, "gian-nan.problems", problems(m.result))
	for _, name := range names(m.files) {
		if path.Ext(name) != ".html" {
			continue
		}
		for _, found := range hollow.FindAllString(string(m.files[name]), -1) {
			t.Errorf("%s: nothing in %s", name, found)
		}
	}
	for name, words := range map[string][]string{
		"index.html": {"06 trong 07 chỉ tiêu"},
		"chi-tieu/tong-gia-tri/index.html": {
			"9.876.543.210.987 nghìn đồng",
			"https://congthongtindientu.example/van-ban/1234567890123456789012345678901234567890123456789012345678901234567890",
		},
		"chi-tieu/chua-co-gi/index.html":           {"chưa có số liệu"},
		"chi-tieu/nong-do/index.html":              {"dưới 0,0001 mg/l"},
		"chi-tieu/tang-dan-so/index.html":          {"−1,05%", "−12,34%", "25/01/2021"},
		"chi-tieu/can-doi/index.html":              {"−12.345 người", "−100 đến 100 người"},
		"vinh-danh/rat-dai-005/index.html":         {`<span class="honorific">Ông</span> Y</h1>`},
		"vinh-danh/rat-dai-009/index.html":         {"không nêu tên"},
		"vinh-danh/rat-dai-010/index.html":         {"Đã rút khỏi danh sách"},
		"vinh-danh/van/ow/index.html":              {">Ớt<"},
		"quyet-dinh/mot-nguoi/index.html":          {"01 cá nhân", ">Út<"},
		"quyet-dinh/thu-hoi/index.html":            {"Đã bị thu hồi ngày 29/12/2021"},
		"dien-hinh/index.html":                     {"Chưa có bài viết về điển hình."},
		"noi-dung/tinh-than/index.html":            {"Không có chỉ tiêu bằng số."},
		"don-vi/khoi-lon/index.html":               {"01 chỉ tiêu chưa có số liệu"},
		"vinh-danh/hinh-thuc/bang-khen/index.html": {"trong 1 lượt khen"},
	} {
		page, ok := m.files[name]
		if !ok {
			t.Errorf("there is no %s", name)
			continue
		}
		text := strings.ReplaceAll(string(page), "\u00a0", " ")
		for _, w := range words {
			if !strings.Contains(text, w) {
				t.Errorf("%s does not say %q", name, w)
			}
		}
	}
	if strings.Contains(string(m.files["chi-tieu/tang-dan-so/index.html"]), "Ghi chú") {
		t.Error("a column of notes where no report has one")
	}
	for name, b := range m.files {
		if path.Ext(name) == ".html" && strings.Contains(string(b), "Rút") {
			t.Errorf("%s names who was taken off the list", name)
		}
	}
}

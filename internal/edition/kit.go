package edition

import (
	"slices"
	"strings"

	"bangvang/internal/viet"
)

// Kit is what is put to the site's files in the one file that the media get: texts of its own.
type Kit struct {
	Texts []KitText
}

// KitText is a text file: a name below the kit's root and its lines.
type KitText struct {
	Name  string
	Lines []string
}

// kitFolders say what lies in each folder of a kit, in their order. One that is not here is named without words.
var kitFolders = []Link{
	{"Biểu đồ của từng chỉ tiêu, ảnh cho liên kết", targetsPath}, {"Danh sách và bản trích của từng quyết định", decisionsPath}, {"Ảnh cho liên kết, theo người và tập thể được khen", rollPath},
	{"Bảng số liệu (CSV cho chương trình; CSV cho Excel và XLSX để mở bằng bảng tính)", dataPath}, {"Kỷ yếu", bookletPath}, {"Biểu trưng; ảnh tĩnh, tên và lời đọc cho truyền hình", pressPath},
}

// ComposeKit decides the texts of a kit of these files, by name. Decisions whose time has not come are named first, with their embargo.
func (e *Edition) ComposeKit(files []string, ahead []*DecisionRef) Kit {
	s := &e.Site
	lines := []string{"BỘ TÀI LIỆU CHO BÁO CHÍ", s.Campaign, loose(s.DataDate), ""}
	for _, d := range ahead {
		lines = append(lines, d.Embargo.Words+": "+loose(d.Words)+". Mọi tệp của quyết định này nằm ở cam-cong-bo/ và mang dòng chữ ấy trong tên và trong nội dung.")
	}
	if len(ahead) > 0 {
		lines = append(lines, "")
	}
	if s.Sample != "" {
		lines = append(lines, strings.ToUpper(sampleWords)+". "+s.Sample, "")
	}
	lines = append(lines, "SỬ DỤNG", s.Licence, "Khi dùng một con số, xin nêu thời điểm của báo cáo, là số ước hay số chính thức, và nguồn.", "Trang: "+s.BaseURL)
	for _, p := range e.Pages {
		if press, ok := p.Body.(*PressPage); ok {
			lines = append(lines, "Trích dẫn: "+loose(press.Cite))
		}
	}
	lines = append(lines, joined(", ", "Liên hệ: "+s.Contact.Name, s.Contact.Phone, s.Contact.Email, s.Contact.Address), "", "TRONG BỘ NÀY")
	texts := []KitText{{Name: "DOC-TRUOC.txt", Lines: append(lines, folders(files)...)}}
	for _, p := range e.Pages {
		if press, ok := p.Body.(*PressPage); ok {
			var intro []string
			for _, b := range press.Boilerplates {
				intro = append(intro, strings.ToUpper(b.Heading), b.Text, "")
			}
			texts = append(texts, KitText{Name: "gioi-thieu.txt", Lines: intro})
		}
	}
	return Kit{texts}
}

// folders count the files of a kit by folder.
func folders(files []string) []string {
	n := map[string]int{}
	var order []string
	for _, f := range kitFolders {
		order = append(order, strings.Trim(string(f.Path), "/"))
	}
	for _, f := range files {
		root, _, _ := strings.Cut(f, "/")
		if n[root]++; n[root] == 1 && !slices.Contains(order, root) {
			order = append(order, root)
		}
	}
	var out []string
	for i, root := range order {
		if n[root] == 0 {
			continue
		}
		line := root + "/: " + viet.Count(n[root], "tệp")
		if i < len(kitFolders) {
			line += ". " + kitFolders[i].Words
		}
		out = append(out, line)
	}
	return out
}

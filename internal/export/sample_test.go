package export

import (
	"fmt"
	"math/rand/v2"
	"strings"

	"bangvang/internal/edition"
)

// sample is an invented edition of another city that has a case of everything that this package writes.
func sample() *edition.Edition {
	ed := &edition.Edition{
		Site: edition.Site{
			Name: "Bảng vàng Minh Họa", Organizer: "Ủy ban nhân dân thành phố Minh Họa", Licence: "CC BY 4.0",
			BaseURL: "https://bangvang.example/thi-dua/", Lang: "vi", Sample: "DỮ LIỆU MẪU", Updated: "2019-01-15T08:00:00+07:00",
			Contact: edition.Contact{Name: "Phòng Minh Họa", Email: "thi.dua@bangvang.example"},
		},
		Datasets:  []edition.Dataset{sampleTargets(), sampleNotes()},
		DataGuide: sampleGuide(),
		Humans:    []edition.Humans{{Heading: "Cơ quan", Facts: []edition.Fact{{Term: "Thường trực", Value: "Ban\nThi đua"}}}, {Heading: "Trang", Facts: []edition.Fact{{Term: "Tên", Value: "Bảng vàng"}}}},
		Feeds:     []edition.Feed{sampleFeed(), {ID: "tag:bangvang.example,2018-05-01:feed/corrections.xml", Path: "/feed/corrections.xml", Title: "Đính chính", Updated: "2019-01-15T08:00:00+07:00"}},
		Search: edition.Entries{Others: []edition.Entry{
			{Kind: edition.PersonEntry, Name: "Đỗ Đức Đạt Mẫu", Line: "Trưởng phòng · Sở Minh Họa · Bằng khen", Path: "/vinh-danh/mau-01-001/"},
			{Kind: edition.PersonEntry, Name: "Lý Thị Ánh Ví Dụ", Line: "Chuyên viên · Sở Minh Họa · Bằng khen", Path: "/vinh-danh/mau-01-002/"},
			{Kind: edition.CollectiveEntry, Name: "Phòng “Thí Dụ” </script><b>&", Line: "Bằng khen", Path: "/vinh-danh/mau-02-010/"},
			{Kind: edition.UnitEntry, Name: "Sở Minh Họa", Also: "SMH, Sở\u2028MH", Path: "/don-vi/so-minh-hoa/"},
			{Kind: edition.PageEntry, Name: "Trang chủ", Line: "Bảng vàng", Path: "/"},
		}},
	}
	for _, h := range []edition.Head{
		{Path: "/", Updated: "2019-01-15T08:00:00+07:00"},
		{Path: "/bao-chi/", Updated: "2018-12-20"},
		{Path: "/chi-tieu/ho-ngheo/", Updated: "2018-12"},
		{Path: "/vinh-danh/mau-01-003/", Updated: "2018-12-20", NoIndex: true},
		{Path: "/vinh-danh/mau-01-004/"},
	} {
		ed.Pages = append(ed.Pages, edition.Page{Head: h, Body: &edition.PressPage{}})
	}
	ed.Pages[2].Body = &edition.TargetPage{Downloads: ed.Datasets[0].Downloads}
	return ed
}

func sampleTargets() edition.Dataset {
	return edition.Dataset{
		ID: "chi-tieu/ho-ngheo", Shape: "ket-qua", Title: "Tỷ lệ hộ nghèo", Description: "Mọi báo cáo của một chỉ tiêu.", Page: "/chi-tieu/ho-ngheo/",
		Cite: "Phòng Minh Họa, “Tỷ lệ hộ nghèo”", Caveats: []string{"Số ước là số dự kiến."}, Sources: []edition.SourceRow{{Title: "Số 1", Publisher: "Báo Minh Họa", Date: "2018", URL: "https://bao.example/1"}},
		Notes: []edition.NoteGroup{{Facts: []edition.Fact{{Term: "Bảng", Value: "Mọi báo cáo."}, {Term: "Điện thoại", Value: "+84 292"}}}, {Heading: "Nguồn", Facts: []edition.Fact{{Value: "- Báo Minh Họa\nhttps://bao.example/1"}}}},
		Table: edition.Table{
			Columns: []edition.Column{
				{Key: "as_of", Head: "Ngày báo cáo", Kind: edition.DateValue},
				{Key: "value", Head: "Kết quả", Kind: edition.NumberValue, Note: "Theo đơn vị tính của chỉ tiêu."},
				{Key: "rank", Head: "Thứ tự", Kind: edition.WholeValue},
				{Key: "official", Head: "Số liệu chính thức", Kind: edition.BoolValue},
				{Key: "source", Head: "Nguồn", Kind: edition.TextValue},
			},
			Rows: [][]edition.Cell{
				{cell("01/10/2018", "2018-10-01"), cell("1,550%", "1.550"), cell("1", "1"), cell("không", "false"), cell(`Báo Minh Họa, "số 1"`, `bao, "1"; 2`)},
				{cell("2017", "2017"), cell("−12.345.678.901.234.567,89", "-12345678901234567.89"), cell("−2", "-2"), cell("có", "true"), cell("", "=1+1")},
				make([]edition.Cell, 5),
			},
		},
		Downloads: []edition.Download{
			{Words: "CSV", Path: "/du-lieu/v1/chi-tieu/ho-ngheo.csv", Format: "text/csv"},
			{Words: "CSV cho Excel", Path: "/du-lieu/v1/chi-tieu/ho-ngheo.excel.csv", Format: "text/csv"},
			{Words: "JSON", Path: "/du-lieu/v1/chi-tieu/ho-ngheo.json", Format: "application/json"},
		},
	}
}

func cell(words, value string) edition.Cell { return edition.Cell{Words: words, Value: value} }

func sampleNotes() edition.Dataset {
	return edition.Dataset{
		ID: "ghi-chu", Shape: "ghi-chu", Title: "Lời ghi <&>", Whole: true, Page: "/du-lieu/",
		Table: edition.Table{
			Columns: []edition.Column{{Key: "text", Head: "=Ghi chú", Kind: edition.TextValue}},
			Rows: [][]edition.Cell{
				{{Value: "hai\ndòng\rhay\r\nbốn"}}, {{Value: "tab\tở giữa"}}, {{Value: "-5%"}}, {{Value: "</script>\u2028"}},
			},
		},
	}
}

func sampleGuide() *edition.DataGuide {
	return &edition.DataGuide{
		Title: "Dữ liệu Minh Họa", Tables: "Các bảng", Columns: "Các cột", Reading: "Cách đọc", NotesAre: "Ghi chú",
		Files:   []edition.Download{{Words: "Tất cả", Path: "/du-lieu/v1/toan-bo.zip", Format: "application/zip"}, {Words: "Mục lục", Path: "/du-lieu/v1/index.json", Format: "application/json"}},
		Formats: []edition.Fact{{Term: "CSV", Value: "Cho chương trình."}}, Promise: []string{"Khóa của cột không đổi."},
		Notes: []edition.NoteGroup{{Facts: []edition.Fact{{Term: "Bộ dữ liệu", Value: "Minh Họa"}}}}, English: []string{"Invented data."}, Keywords: []string{"mẫu"},
	}
}

func sampleFeed() edition.Feed {
	return edition.Feed{ID: "tag:bangvang.example,2018-05-01:feed.xml",
		Path: "/feed.xml", Title: "Bảng vàng & kết quả", Updated: "2019-01-15T08:00:00+07:00",
		Entries: []edition.FeedEntry{
			{ID: "tag:bangvang.example,2018:mau-01", Title: "Quyết định số MẪU-01 <b>", Path: "/quyet-dinh/mau-01/", Updated: "2018-12-20T00:00:00+07:00",
				Summary: "12 tập thể,\n46 cá nhân\x00\x0b\ufffe ]]> hết"},
			{ID: "tag:bangvang.example,2018:dinh-chinh-1", Title: "Đính chính", Path: "/bao-chi/#dinh-chinh-1", Updated: "2018-12-21T00:00:00Z"},
		},
	}
}

// roll returns n invented entries, as varied as a city's: names of three or four syllables, 300 units, 40 offices, 30 decisions.
func roll(n int) []edition.Entry {
	family := strings.Fields("Nguyễn Trần Lê Phạm Huỳnh Hoàng Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Trương Lâm Mai Trịnh Đoàn Cao Thái Tạ Tô Châu Quách La Kiều")
	middle := strings.Fields("Văn Thị Hữu Minh Ngọc Thanh Quốc Hoàng Kim Thu Đức Công Xuân Hồng Bích Thùy Anh Phương Trung Tuấn Mỹ Như Thành Gia Khánh Bảo Tấn Phước Nhật Diễm")
	given := strings.Fields("An Anh Bảo Bình Châu Chi Cường Danh Đào Đạt Diễm Điền Dũng Duy Giang Hà Hải Hằng Hạnh Hậu Hiền Hiếu Hoa Hòa Hùng Hương Huy Huyền Khang Khoa Kiên Lan Linh Loan Lộc Long My Nam Nga Ngân Nghĩa Nhân Nhi Nhung Oanh Phát Phong Phúc Quân Quang Quyên Sơn Tài Tâm Thảo Thắng Thịnh Thủy Tiên Toàn Trang Trí Trinh Tú Tùng Tuyết Uyên Vân Vinh Vy Yến")
	offices := strings.Split("Trưởng phòng|Chuyên viên|Giáo viên|Bác sĩ|Điều dưỡng|Hiệu trưởng|Giám đốc|Kế toán|Công nhân|Nông dân|Đội trưởng|Bí thư Đoàn|Chủ tịch Hội|Cán bộ|Chủ tịch|Thanh tra viên|Kỹ sư|Văn thư|Lái xe|Thủ quỹ", "|")
	rnd := rand.New(rand.NewPCG(2019, 2))
	pick := func(words []string) string { return words[rnd.IntN(len(words))] }
	var units []string
	for range 300 {
		units = append(units, pick([]string{"Phòng", "Trường Tiểu học", "Trung tâm", "Ủy ban nhân dân xã", "Chi cục"})+" "+pick(given)+" "+pick(middle)+" "+pick(given))
	}
	out := make([]edition.Entry, n)
	for i := range out {
		e := edition.Entry{Kind: edition.PersonEntry, Path: edition.Path(fmt.Sprintf("/vinh-danh/qd-%02d-ubnd-2018-%03d/", i%30, i/30+1))}
		e.Name = pick(family) + " " + pick(middle) + " " + pick(middle) + " " + pick(given)
		e.Line = pick([]string{"", "Phó "}) + pick(offices) + " · " + pick(units) + " · " + pick([]string{"Bằng khen", "Giấy khen"})
		if rnd.IntN(5) == 0 {
			e.Kind, e.Name = edition.CollectiveEntry, "Tập thể "+pick(given)+" "+pick(middle)+", "+pick(units)
			e.Line = pick(units) + " · Giấy khen"
		}
		out[i] = e
	}
	rnd.Shuffle(n, func(i, j int) { out[i], out[j] = out[j], out[i] }) // an edition lists by name, which scatters the paths
	return out
}

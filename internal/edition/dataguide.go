package edition

import (
	"slices"

	"bangvang/internal/campaign"
)

// DataGuide is what holds for all data sets together: the words of /du-lieu/ and of the notes in the files that hold all of them.
type DataGuide struct {
	Title    string
	Tables   string      // the heading over a list of the tables
	Columns  string      // the heading over what columns mean
	Reading  string      // the heading over how to read the files
	TooLong  string      // the end of a text that a workbook cannot hold
	NotesAre string      // the name of the sheet of notes
	Files    []Download  // all tables in one file, then the descriptions for machines
	Formats  []Fact      // Term a kind of file, Value for whom it is and how to read it
	Promise  []string    // what stays as it is
	Notes    []NoteGroup // as on a Dataset, for all of them
	English  []string    // the same in short for those who read no Vietnamese, in lines
	Keywords []string
}

func (c *composer) dataGuide() {
	s := &c.ed.Site
	all := func(name string) Path { return dataRoot + Path(name) }
	g := &DataGuide{
		Title: "Dữ liệu của " + c.l.Campaign.Name, Tables: "Các bảng", Columns: "Các cột", Reading: "Cách đọc tệp", TooLong: " […] Ô của Excel không chứa hết; xem tệp CSV hoặc JSON.", NotesAre: "Ghi chú",
		Files: []Download{
			{"Mọi bảng trong một tệp Excel", all("toan-bo.xlsx"), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
			{"Mọi bảng trong một tệp ZIP", all("toan-bo.zip"), "application/zip"},
			{"Mục lục (JSON)", all("index.json"), "application/json"},
			{"Mô tả bảng (Data Package)", all("datapackage.json"), "application/json"},
			{"Mô tả địa chỉ (OpenAPI)", all("openapi.json"), "application/json"},
			{"Mã kiểm tra tệp (SHA-256)", all("SHA256SUMS"), "text/plain"},
		},
		Formats: dataFormats,
		Promise: []string{
			"Địa chỉ dưới /du-lieu/v1/ và khóa của các cột không đổi, không dùng lại cho nghĩa khác. Bảng có thể thêm hàng, thêm cột ở sau; chương trình nên đọc cột theo khóa, không theo thứ tự.",
			"Thay đổi nào làm hỏng chương trình đang đọc sẽ ra thư mục mới (v2); thư mục v1 giữ nguyên.",
			"Mã của chỉ tiêu, đơn vị, quyết định và lượt khen không đổi.",
		},
		Keywords: []string{"thi đua", "khen thưởng", "chỉ tiêu", "vinh danh"},
	}
	g.Notes = slices.Concat([]NoteGroup{{Facts: paired("Bộ dữ liệu", g.Title, "Lưu ý", s.Sample, "Đơn vị phụ trách", c.l.Campaign.Organizer, "Biên tập", c.l.Campaign.Secretariat,
		"Thời điểm", s.DataDate, "Sử dụng lại", s.Licence, "Trang", c.absolute(dataPath), "Trích dẫn", c.cite("Dữ liệu", dataPath))}},
		c.noteGroups(c.everyCaveat(), each(c.l.Sources, c.sourceRow)))
	g.English = c.guideInEnglish()
	c.ed.DataGuide = g
}

// everyCaveat is what applies to any of the campaign's tables.
func (c *composer) everyCaveat() []string {
	var out []string
	for _, k := range allCaveats {
		for i := range c.ed.Datasets {
			if d := &c.ed.Datasets[i]; d.Whole && k.to(d) {
				out = append(out, k.words)
				break
			}
		}
	}
	return out
}

var dataFormats = paired(
	"Excel (XLSX)", "Mở được bằng Excel, LibreOffice, Google Trang tính. Ô có kiểu: số là số, ngày đủ ngày là ngày; tên cột bằng tiếng Việt; trang “Ghi chú” nêu nguồn và điều cần biết.",
	"CSV", "Cho chương trình: UTF-8 không BOM, dấu phẩy, CRLF (RFC 4180); hàng đầu là khóa của cột; dấu chấm thập phân; ngày là 2018-12-05, 2018-12 hoặc 2018; ô trống là chưa biết.",
	"CSV cho Excel", "Nhấp đúp là mở đúng chữ, đúng cột trên mọi máy: UTF-16 có BOM, tab; tên cột bằng tiếng Việt.",
	"JSON", "Cho chương trình: mọi điều nói về bảng, rồi từng hàng là một đối tượng; có JSON Schema trong thư mục schema.",
	"ZIP", "Bảng ở dạng CSV và Excel, mô tả theo chuẩn Data Package, và tệp README.txt.",
	"Ô chữ bắt đầu bằng = + - @", "Trong CSV và Excel, chữ như vậy có thêm một dấu nháy đơn ở trước, để bảng tính không chạy nó như công thức. JSON giữ nguyên chữ.",
)

// guideInEnglish is worded from what the campaign says in English, or else in its own words.
func (c *composer) guideInEnglish() []string {
	return []string{
		"Data of an emulation campaign (phong trào thi đua): targets, results with their sources, commended people and collectives.",
		"Publisher: " + c.l.Campaign.Organizer + ". Data as of " + campaign.Day(c.l.Campaign.AsOf).ISO() + ".",
		"Keys of columns and coded values are English; names, texts and notes are Vietnamese.",
		"Dates are ISO 8601 and as exact as the source: a day, a month or a year. An empty cell means unknown. sample = true marks invented rows: do not report them.",
		"status: estimate = expected for the whole period; official = published by the competent authority; computed = worked out by the editors, see formula.",
		"qualifier: above, below, about = the source gave no exact figure; empty = exact.",
		"Keys keep their meaning as long as the address has /v1/; columns may be added after the others.",
		"Reuse: " + c.l.Campaign.Licence,
		"Source: " + c.absolute(dataPath),
	}
}

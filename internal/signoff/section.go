package signoff

import (
	"fmt"
	"strings"
)

// Section is a part of the report in words, the same for text and HTML.
type Section struct {
	Title  string
	Count  string
	Groups []Group
}

// Group is lines of one kind. Of is what they are, for "và 5 người nữa".
type Group struct {
	Title string
	Of    string
	Lines []Line
}

// Line is one thing that is told. Mark is "+", "−", "~", "→" or "!".
type Line struct {
	Mark   string
	Head   string
	Text   string
	Code   string
	Fields []Field
}

// Sections are the parts of the report in the order in which one reads before signing.
func (r *Report) Sections() []Section {
	return []Section{
		differences("Người, tập thể được khen", "người, tập thể", r.People, false),
		differences("Con số: chỉ tiêu, kết quả, mức hoàn thành", "dòng", r.Numbers, true),
		differences("Dữ liệu khác: quyết định, đơn vị, thành tích, nguồn", "dòng", r.Rest, true),
		r.addresses(),
		r.fields(),
		r.decisions(),
		r.warnings(),
	}
}

// none is said where there is nothing to tell.
const none = "không có"

// counted joins the counts that are not nothing: "thêm 3, bỏ 1".
func counted(counts ...any) string {
	var parts []string
	for i := 0; i+1 < len(counts); i += 2 {
		if n := counts[i+1].(int); n > 0 {
			parts = append(parts, fmt.Sprintf("%s %d", counts[i], n))
		}
	}
	if len(parts) == 0 {
		return none
	}
	return strings.Join(parts, ", ")
}

// differences tells of data sets what changed, by name if there may be several.
func differences(title, of string, all []Difference, named bool) Section {
	s := Section{Title: title}
	added, removed, altered := 0, 0, 0
	for _, d := range all {
		added, removed, altered = added+len(d.Added), removed+len(d.Removed), altered+len(d.Changed)
		headed := func(word string) string {
			if named {
				return d.Title + ": " + strings.ToLower(word)
			}
			return word
		}
		var lost, more, other []Line
		for _, x := range d.Removed {
			lost = append(lost, Line{Mark: "−", Head: x.Name, Text: x.About, Code: x.ID})
		}
		for _, x := range d.Changed {
			other = append(other, Line{Mark: "~", Head: x.Name, Code: x.ID, Fields: x.Fields})
		}
		for _, x := range d.Added {
			more = append(more, Line{Mark: "+", Head: x.Name, Text: x.About, Code: x.ID})
		}
		s.group(headed("Bỏ"), of, lost)
		s.group(headed("Đổi"), of, other)
		s.group(headed("Thêm"), of, more)
	}
	s.Count = counted("thêm", added, "bỏ", removed, "đổi", altered)
	return s
}

// group adds lines, if there are any.
func (s *Section) group(title, of string, lines []Line) {
	if len(lines) > 0 {
		s.Groups = append(s.Groups, Group{title, of, lines})
	}
}

func (r *Report) addresses() Section {
	a := &r.Addresses
	s := Section{Title: "Trang và địa chỉ", Count: counted("mất", len(a.Lost), "thu hồi", len(a.Gone), "chuyển", len(a.Moved), "thêm", len(a.Added))}
	lines := func(mark string, all []string) []Line {
		var out []Line
		for _, address := range all {
			out = append(out, Line{Mark: mark, Head: address})
		}
		return out
	}
	var moved []Line
	for _, m := range a.Moved {
		moved = append(moved, Line{Mark: "→", Head: m.From, Text: "nay ở " + m.To})
	}
	s.group("Mất", "địa chỉ", lines("!", a.Lost))
	s.group("Thu hồi", "địa chỉ", lines("−", a.Gone))
	s.group("Chuyển", "địa chỉ", moved)
	s.group("Thêm", "địa chỉ", lines("+", a.Added))
	return s
}

func (r *Report) fields() Section {
	s := Section{Title: "Trường và loại tệp lần đầu công khai", Count: counted("mới", len(r.Fields))}
	var lines []Line
	for _, f := range r.Fields {
		lines = append(lines, Line{Mark: "+", Head: f.Where + ": " + f.Field, Text: fmt.Sprintf("%d chỗ: %s", f.Count, strings.Join(f.Examples, "; "))})
	}
	s.group("", "trường", lines)
	return s
}

func (r *Report) decisions() Section {
	s := Section{Title: "Số người theo từng quyết định"}
	var lines []Line
	wrong := 0
	for _, d := range r.Decisions {
		l := Line{Mark: "=", Head: d.Name, Text: "quyết định ghi " + shown(d.Expects) + "; danh sách có " + shown(d.Lists), Code: d.ID}
		if !d.Agrees {
			l.Mark = "!"
			wrong++
		}
		if d.Withdrawn > 0 {
			l.Text += fmt.Sprintf(", trong đó đã rút %d", d.Withdrawn)
		}
		lines = append(lines, l)
	}
	s.Count = fmt.Sprintf("%d quyết định, khớp tất cả", len(lines))
	switch {
	case len(lines) == 0:
		s.Count = none
	case wrong > 0:
		s.Count = fmt.Sprintf("%d quyết định, không khớp %d", len(lines), wrong)
	}
	s.group("", "quyết định", lines)
	return s
}

func (r *Report) warnings() Section {
	s := Section{Title: "Cảnh báo còn mở", Count: counted("còn", len(r.Warnings))}
	var lines []Line
	for _, w := range r.Warnings {
		lines = append(lines, Line{Mark: "!", Head: w.Place, Text: w.Text, Code: w.Rule})
	}
	s.group("", "cảnh báo", lines)
	return s
}

package edition

import (
	"slices"
	"strings"
)

// A caveat is what to know before using a table, and when it applies.
type caveat struct {
	words string
	to    func(*Dataset) bool
}

// any tells whether a row has one of the values in a column.
func (d *Dataset) any(key string, values ...string) bool {
	at := slices.IndexFunc(d.Table.Columns, func(c Column) bool { return c.Key == key })
	if at < 0 {
		return false
	}
	if l, ok := d.Table.Lines.(*awardLines); ok {
		if cell := l.ofDecision(key); cell != nil {
			return slices.ContainsFunc(l.Awards, func(a *Award) bool { return slices.Contains(values, cell(a.Decision).Value) })
		}
	}
	for _, row := range d.Table.All() {
		if slices.Contains(values, row[at].Value) {
			return true
		}
	}
	return false
}

// has tells whether there is a column of a key.
func (d *Dataset) has(key string) bool {
	return slices.ContainsFunc(d.Table.Columns, func(c Column) bool { return c.Key == key })
}

var allCaveats = []caveat{
	{"Hàng có cột “Mẫu” ghi “có” là dữ liệu đặt ra để thử, không phải thật: không dùng để đưa tin.", func(d *Dataset) bool { return d.any("sample", "true") }},
	{"Số ước là số dự kiến cho cả kỳ, nêu khi kỳ chưa kết thúc hoặc chưa có số chính thức. Số chính thức là số do cơ quan có thẩm quyền công bố sau cùng.",
		func(d *Dataset) bool { return d.any("status", "estimate", "official") }},
	{"Số tính toán do người biên tập tính từ số khác, có ghi cách tính.", func(d *Dataset) bool { return d.any("status", "computed") }},
	{"Cột “Dấu” ghi trên, dưới hoặc khoảng khi nguồn không nêu số chính xác: khi dẫn số phải dẫn cả chữ ấy.", func(d *Dataset) bool { return d.any("qualifier", "above", "below", "about") }},
	{"Có thể có nhiều báo cáo cho một chỉ tiêu; báo cáo mới không xóa báo cáo cũ. Kết luận theo báo cáo mới nhất.", func(d *Dataset) bool { return d.Shape == "ket-qua" }},
	{"Thành phố có thể đặt mức khác mức của kế hoạch. Cột “Mức hoàn thành” so với kế hoạch; cột “So với mức của thành phố” so với mức kia.",
		func(d *Dataset) bool {
			return d.Shape == "chi-tieu" && d.any("official_attainment", "exceeded", "met", "missed", "undecided", "unknown")
		}},
	{"Tên đơn vị ghi “không” ở cột “Đã kiểm chứng” chưa đối chiếu được với nguồn.", func(d *Dataset) bool { return d.any("verified", "false") }},
	{"Quyết định đã thu hồi vẫn được ghi, nhưng không tính vào bảng Vinh danh.", func(d *Dataset) bool { return d.any("revoked", "true") }},
	{"Mỗi hàng là một lượt khen: ai được khen nhiều lần thì có nhiều hàng. Mục đã rút khỏi danh sách không có trong bảng; trẻ em không được đồng ý công bố thì không nêu tên.",
		func(d *Dataset) bool { return d.Shape == "vinh-danh" }},
	{"Ngày ghi đúng mức mà nguồn nêu: cả ngày, chỉ tháng, hoặc chỉ năm.", func(d *Dataset) bool {
		return slices.ContainsFunc(d.Table.Columns, func(c Column) bool { return c.Kind == DateValue })
	}},
}

// caveats are those that apply to a data set.
func caveats(d *Dataset) []string {
	var out []string
	for _, k := range allCaveats {
		if k.to(d) {
			out = append(out, k.words)
		}
	}
	return out
}

// notes are what the pages of notes in a workbook and an archive say of a data set.
func (c *composer) notes(d *Dataset) []NoteGroup {
	s := &c.ed.Site
	sample := s.Sample
	if d.has("sample") && !d.any("sample", "true") {
		sample = ""
	}
	about := NoteGroup{Facts: paired(
		"Bảng", d.Description, "Lưu ý", sample, "Đơn vị phụ trách", c.l.Campaign.Organizer, "Biên tập", c.l.Campaign.Secretariat, "Thời điểm", s.DataDate,
		"Sử dụng lại", s.Licence, "Trang", c.absolute(d.Page), "Trích dẫn", d.Cite)}
	return slices.Concat([]NoteGroup{about}, c.noteGroups(d.Caveats, d.Sources))
}

// noteGroups are what follows what a file is: how to use it, and where it comes from.
func (c *composer) noteGroups(caveats []string, sources []SourceRow) []NoteGroup {
	var out []NoteGroup
	if len(caveats) > 0 {
		g := NoteGroup{Heading: "Cần biết khi dùng"}
		for _, words := range caveats {
			g.Facts = append(g.Facts, Fact{Value: words})
		}
		out = append(out, g)
	}
	if len(sources) > 0 {
		g := NoteGroup{Heading: "Nguồn"}
		for _, s := range sources {
			g.Facts = append(g.Facts, Fact{Value: strings.TrimSpace(joined(", ", s.Publisher, s.Title, s.Date) + "\n" + s.URL)})
		}
		out = append(out, g)
	}
	return out
}

// paired makes facts of terms and values in turn; what has no value is left out.
func paired(pairs ...string) []Fact {
	var out []Fact
	for i := 0; i+1 < len(pairs); i += 2 {
		if pairs[i+1] != "" {
			out = append(out, Fact{Term: pairs[i], Value: pairs[i+1]})
		}
	}
	return out
}

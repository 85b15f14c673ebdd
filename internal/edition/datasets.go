package edition

import (
	"slices"
	"strconv"

	"bangvang/internal/campaign"
)

// downloads are the files that export makes of a data set.
func (c *composer) downloads(id string) []Download {
	p := dataRoot + Path(id)
	return []Download{{Words: "CSV", Path: p + ".csv", Format: "text/csv"}, {Words: c.say.target.excel, Path: p + ".excel.csv", Format: "text/csv"}, {Words: "JSON", Path: p + ".json", Format: "application/json"}}
}

func (c *composer) dataset(id, title, description string, whole bool, t Table) {
	t.Caption = title
	c.ed.Datasets = append(c.ed.Datasets, Dataset{ID: id, Title: title, Description: description, Whole: whole, Table: t, Downloads: c.downloads(id)})
}

// datasets are the tables for download: the campaign's whole ones, then one for each target and each decision.
func (c *composer) datasets() {
	c.dataset("chi-tieu", "Chỉ tiêu", "Các chỉ tiêu của kế hoạch, mức phải đạt và mức hoàn thành theo báo cáo mới nhất.", true, c.targetTable())
	c.dataset("ket-qua", "Kết quả", "Mọi báo cáo về kết quả của các chỉ tiêu, có nguồn.", true, c.resultTable(c.l.Targets))
	c.dataset("don-vi", "Đơn vị", "Các đơn vị và việc kiểm chứng tên.", true, c.unitTable())
	c.dataset("chi-tieu-giao", "Chỉ tiêu giao cho đơn vị", "Chỉ tiêu giao cho từng đơn vị, kết quả mới nhất và thời hạn.", true, c.assignmentTable())
	c.dataset("thanh-tich", "Thành tích", "Thành tích của các đơn vị.", true, c.achievementTable())
	c.dataset("quyet-dinh-khen", "Quyết định khen thưởng", "Các quyết định khen thưởng đã công bố.", true, c.decisionTable())
	c.dataset("vinh-danh", "Vinh danh", "Tập thể, cá nhân, hộ gia đình được khen, theo quyết định.", true, c.awardTable(c.gate.valid))
	c.dataset("nguon", "Nguồn", "Các nguồn của số liệu.", true, c.sourceTable())
	for _, t := range c.l.Targets {
		c.dataset("chi-tieu/"+t.ID, t.Name, "Mọi báo cáo về kết quả của chỉ tiêu này.", false, c.resultTable([]*campaign.Target{t}))
	}
	for _, d := range c.gate.decisions {
		c.dataset("quyet-dinh/"+d.ID, c.refs[d].Words, "Danh sách được khen theo quyết định này.", false, c.awardTable([]*campaign.Decision{d}))
	}
}

func col(key, head string, kind ValueKind, note string) Column {
	return Column{Key: key, Head: head, Kind: kind, Note: note}
}

func dec(d campaign.Decimal) Cell { return Cell{Words: vietnamese.number(d), Value: d.String()} }

func day(d campaign.Date) Cell { return Cell{Words: vietnamese.date(d), Value: d.ISO()} }

func whole(n int) Cell { return Cell{Words: strconv.Itoa(n), Value: strconv.Itoa(n)} }

func yes(b bool) Cell {
	if b {
		return Cell{Words: "có", Value: "true"}
	}
	return Cell{Words: "không", Value: "false"}
}

// bounds are the two ends of a goal; an end that it doesn't have is empty.
func bounds(g campaign.Goal) (from, to Cell) {
	if g.Kind != campaign.AtMost {
		from = dec(g.From)
	}
	if g.Kind == campaign.AtMost || g.Kind == campaign.Between {
		to = dec(g.To)
	}
	return from, to
}

var qualifierWords = map[campaign.Qualifier]string{campaign.Above: "trên", campaign.Below: "dưới", campaign.About: "khoảng"}

func goalCell(g campaign.Goal) Cell {
	words := map[campaign.GoalKind]string{campaign.AtLeast: "ít nhất", campaign.AtMost: "không quá", campaign.Between: "trong khoảng", campaign.Count: "số lượng"}
	return Cell{Words: words[g.Kind], Value: string(g.Kind)}
}

var goalColumns = []Column{
	col("goal_kind", "Kiểu mức", TextValue, "at_least: ít nhất; at_most: không quá; between: trong khoảng; count: số lượng"),
	col("goal_from", "Mức từ", NumberValue, "mức phải đạt, hoặc đầu dưới của khoảng"), col("goal_to", "Mức đến", NumberValue, "mức không được vượt, hoặc đầu trên của khoảng")}

var verdictColumn = col("attainment", "Mức hoàn thành", TextValue, "exceeded: vượt; met: đạt; missed: chưa đạt; undecided: chưa đủ căn cứ; unknown: chưa có số liệu")

func verdictCell(a campaign.Attainment) Cell {
	return Cell{Words: vietnamese.verdicts[a], Value: string(a)}
}

// newestCells are value, qualifier, status and date of the newest report, empty without one.
func newestCells(r *campaign.Result) []Cell {
	if r == nil {
		return []Cell{{}, {}, {}, {}}
	}
	return []Cell{dec(r.Value), {Words: qualifierWords[r.Qualifier], Value: string(r.Qualifier)}, {Words: vietnamese.statuses[r.Status], Value: string(r.Status)}, day(r.AsOf)}
}

var newestColumns = slices.Concat([]Column{col("value", "Kết quả", NumberValue, "theo báo cáo mới nhất")}, reportColumns[1:])

// reportColumns are the columns of one report; newestColumns the same, of the newest.
var reportColumns = []Column{col("value", "Kết quả", NumberValue, ""), col("qualifier", "Dấu", TextValue, "above: trên; below: dưới; about: khoảng"),
	col("status", "Loại số", TextValue, "estimate: ước; official: chính thức; computed: tính toán"), col("as_of", "Thời điểm", DateValue, "của báo cáo")}

func (c *composer) targetTable() Table {
	t := Table{Columns: slices.Concat([]Column{col("id", "Mã", TextValue, ""), col("area", "Nội dung", TextValue, ""), col("name", "Chỉ tiêu", TextValue, ""),
		col("measure", "Đơn vị tính", TextValue, ""), col("period", "Kỳ", DateValue, "")}, goalColumns,
		[]Column{col("official_from", "Mức của thành phố, từ", NumberValue, ""), col("official_to", "Mức của thành phố, đến", NumberValue, ""), col("part_of", "Thuộc chỉ tiêu", TextValue, "")},
		newestColumns, []Column{verdictColumn, col("official_attainment", "So với mức của thành phố", TextValue, ""), col("sentence", "Nhận định", TextValue, "")})}
	for _, x := range c.l.Targets {
		from, to := bounds(x.Goal)
		var ofrom, oto, over, part Cell
		r := campaign.Newest(x.Results)
		if o := x.Official; o != nil {
			ofrom, oto = bounds(o.Goal)
			over = verdictCell(campaign.Attain(o.Goal, r))
		}
		if x.Whole != nil {
			part = text(x.Whole.ID)
		}
		t.Rows = append(t.Rows, slices.Concat([]Cell{text(x.ID), text(x.Area.ID), text(x.Name), text(x.Measure), day(x.Period), goalCell(x.Goal), from, to, ofrom, oto, part},
			newestCells(r), []Cell{verdictCell(x.Attainment()), over, text(c.sentenceOf(x))}))
	}
	return t
}

func (c *composer) resultTable(ts []*campaign.Target) Table {
	t := Table{Columns: slices.Concat([]Column{col("target", "Mã chỉ tiêu", TextValue, ""), col("name", "Chỉ tiêu", TextValue, ""), col("measure", "Đơn vị tính", TextValue, "")},
		reportColumns, []Column{col("source", "Mã nguồn", TextValue, ""), col("source_title", "Nguồn", TextValue, ""), col("source_url", "Địa chỉ nguồn", TextValue, ""), col("formula", "Cách tính", TextValue, ""), col("note", "Ghi chú", TextValue, ""), col("sample", "Mẫu", BoolValue, "")})}
	for _, x := range ts {
		for _, r := range x.Results {
			formula := ""
			if r.Computed != nil {
				formula = r.Computed.Formula
			}
			src := vietnamese.sourceCell(r)
			t.Rows = append(t.Rows, slices.Concat([]Cell{text(x.ID), text(x.Name), text(x.Measure)}, newestCells(r),
				[]Cell{text(src.Value), text(src.Words), text(src.URL), text(formula), text(r.Note), yes(r.Sample)}))
		}
	}
	return t
}

func (c *composer) unitTable() Table {
	t := Table{Columns: []Column{col("id", "Mã", TextValue, ""), col("name", "Tên", TextValue, ""), col("kind", "Loại", TextValue, ""), col("parent", "Thuộc", TextValue, ""),
		col("block", "Cụm, khối", TextValue, ""), col("verified", "Đã kiểm chứng", BoolValue, "tên đơn vị có nguồn xác nhận")}}
	for _, u := range c.l.Units {
		row := []Cell{text(u.ID), text(u.Name), {Words: unitKindWords[u.Kind], Value: string(u.Kind)}, {}, {}, yes(u.Verified)}
		if u.Parent != nil {
			row[3] = Cell{Words: u.Parent.Name, Value: u.Parent.ID}
		}
		if u.Block != nil {
			row[4] = Cell{Words: u.Block.Name, Value: u.Block.ID}
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

func (c *composer) assignmentTable() Table {
	t := Table{Columns: slices.Concat([]Column{col("id", "Mã", TextValue, ""), col("unit", "Mã đơn vị", TextValue, ""), col("target", "Mã chỉ tiêu", TextValue, "của kế hoạch, nếu có"), col("name", "Chỉ tiêu", TextValue, ""),
		col("measure", "Đơn vị tính", TextValue, "")}, goalColumns, []Column{col("deadline", "Thời hạn", DateValue, "")}, newestColumns,
		[]Column{verdictColumn, col("timeliness", "Đúng hạn", TextValue, "in-time: đúng hạn; late: sau hạn; open: chưa hoàn thành"), col("sample", "Mẫu", BoolValue, "")})}
	for _, a := range c.l.Assignments {
		from, to := bounds(a.Goal)
		r := campaign.Newest(a.Results)
		target := ""
		if a.Target != nil {
			target = a.Target.ID
		}
		timely := campaign.Timely(a.Goal, a.Deadline, a.Results)
		t.Rows = append(t.Rows, slices.Concat([]Cell{text(a.ID), text(a.Unit.ID), text(target), text(a.Name), text(a.Measure), goalCell(a.Goal), from, to, day(a.Deadline)},
			newestCells(r), []Cell{verdictCell(campaign.Attain(a.Goal, r)), {Words: vietnamese.timely[timely], Value: string(timely)}, yes(a.Sample)}))
	}
	return t
}

func (c *composer) achievementTable() Table {
	t := Table{Columns: []Column{col("id", "Mã", TextValue, ""), col("unit", "Mã đơn vị", TextValue, ""), col("area", "Nội dung", TextValue, ""), col("target", "Mã chỉ tiêu", TextValue, ""),
		col("text", "Thành tích", TextValue, ""), col("value", "Số liệu", NumberValue, ""), col("measure", "Đơn vị tính", TextValue, ""), col("date", "Ngày", DateValue, ""), col("sample", "Mẫu", BoolValue, "")}}
	for _, a := range c.l.Achievements {
		row := []Cell{text(a.ID), text(a.Unit.ID), text(a.Area.ID), {}, text(a.Text), {}, text(a.Measure), day(a.Date), yes(a.Sample)}
		if a.Target != nil {
			row[3] = text(a.Target.ID)
		}
		if a.Value != nil {
			row[5] = dec(*a.Value)
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

func (c *composer) decisionTable() Table {
	t := Table{Columns: []Column{col("id", "Mã", TextValue, ""), col("form", "Mã hình thức", TextValue, ""), col("form_name", "Hình thức", TextValue, ""), col("number", "Số", TextValue, ""),
		col("date", "Ngày ký", DateValue, ""), col("issuer", "Người ra quyết định", TextValue, ""), col("reason", "Lý do", TextValue, ""), col("collectives", "Tập thể", WholeValue, ""),
		col("individuals", "Cá nhân", WholeValue, ""), col("households", "Hộ gia đình", WholeValue, ""), col("revoked", "Đã thu hồi", BoolValue, ""), col("sample", "Mẫu", BoolValue, "")}}
	for _, d := range c.gate.decisions {
		n := standing(d)
		t.Rows = append(t.Rows, []Cell{text(d.ID), text(d.Form.ID), text(d.Form.Name), text(d.Number), day(d.Date), text(d.Issuer), text(d.Reason),
			whole(n.Collectives), whole(n.Individuals), whole(n.Households), yes(d.Revoked != nil), yes(d.Sample)})
	}
	return t
}

func (c *composer) awardTable(ds []*campaign.Decision) Table {
	t := Table{Columns: []Column{col("id", "Mã", TextValue, ""), col("decision", "Mã quyết định", TextValue, ""), col("form", "Hình thức", TextValue, ""), col("no", "STT", WholeValue, "số thứ tự trong quyết định"),
		col("kind", "Đối tượng", TextValue, ""), col("honorific", "Ông, Bà", TextValue, ""), col("name", "Họ và tên, tên tập thể", TextValue, ""), col("position", "Chức vụ", TextValue, ""),
		col("group", "Nhóm", TextValue, ""), col("unit", "Mã đơn vị", TextValue, ""), col("unit_name", "Đơn vị", TextValue, ""), col("area", "Nội dung", TextValue, ""),
		col("citation", "Thành tích", TextValue, ""), col("revoked", "Quyết định đã thu hồi", BoolValue, ""), col("sample", "Mẫu", BoolValue, "")}}
	for _, d := range ds {
		for _, a := range d.Awards {
			if a.Withdrawn != nil {
				continue
			}
			p := c.awards[a]
			area := ""
			if a.Area != nil && named(a) {
				area = a.Area.ID
			}
			t.Rows = append(t.Rows, []Cell{text(a.ID), text(d.ID), text(d.Form.Name), whole(a.No), {Words: upper(p.KindWords), Value: string(a.Kind)}, text(p.Honorific), text(p.Name), text(p.Position),
				text(p.Group), text(a.Unit.ID), text(p.Unit.Words), {Words: p.Area.Words, Value: area}, text(p.Citation), yes(d.Revoked != nil), yes(d.Sample)})
		}
	}
	return t
}

func (c *composer) sourceTable() Table {
	t := Table{Columns: []Column{col("id", "Mã", TextValue, ""), col("title", "Tên", TextValue, ""), col("publisher", "Nơi công bố", TextValue, ""), col("date", "Ngày", DateValue, ""), col("url", "Địa chỉ", TextValue, "")}}
	for _, s := range c.l.Sources {
		t.Rows = append(t.Rows, []Cell{text(s.ID), text(s.Title), text(s.Publisher), day(s.Date), text(s.URL)})
	}
	return t
}

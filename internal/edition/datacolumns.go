package edition

import (
	"slices"
	"strings"

	"bangvang/internal/campaign"
)

// A key, once published, keeps its meaning for ever: other people's programs read it. New columns are added after the others.

func col(key, head string, kind ValueKind, note string) Column {
	return Column{Key: key, Head: head, Kind: kind, Note: note}
}

// always says that no row leaves the column empty.
func (c Column) always() Column { c.Always = true; return c }

// of says that the column holds ids of another data set.
func (c Column) of(id string) Column { c.Of = id; return c }

// coded says that the column holds one of a few values.
func coded[T ~string](c Column, values []T, words map[T]string) Column {
	for _, v := range values {
		c.Codes = append(c.Codes, Code{Value: string(v), Words: words[v]})
	}
	return c
}

var qualifierWords = map[campaign.Qualifier]string{campaign.Above: "trên", campaign.Below: "dưới", campaign.About: "khoảng"}

var goalWords = map[campaign.GoalKind]string{campaign.AtLeast: "ít nhất", campaign.AtMost: "không quá", campaign.Between: "trong khoảng", campaign.Count: "số lượng"}

func idColumn(note string) Column { return col("id", "Mã", TextValue, note).always() }

var (
	nameColumn    = col("name", "Chỉ tiêu", TextValue, "tên chỉ tiêu").always()
	measureColumn = col("measure", "Đơn vị tính", TextValue, "của các con số trong cùng hàng")
	sampleColumn  = col("sample", "Mẫu", BoolValue, "có: dữ liệu đặt ra để thử, không phải thật").always()
	pageColumn    = col("page", "Trang", TextValue, "địa chỉ trang giới thiệu, không đổi").always()
	unitColumn    = col("unit", "Mã đơn vị", TextValue, "").of("don-vi").always()
	areaColumn    = col("area", "Nội dung", TextValue, "").of("noi-dung")
	verdictColumn = verdicts(col("attainment", "Mức hoàn thành", TextValue, "kết quả so với mức phải đạt, xét theo quy tắc")).always()
)

func verdicts(c Column) Column {
	return coded(c, []campaign.Attainment{campaign.Exceeded, campaign.Met, campaign.Missed, campaign.Undecided, campaign.Unknown}, vietnamese.verdicts)
}

var goalColumns = []Column{
	coded(col("goal_kind", "Kiểu mức", TextValue, "").always(), []campaign.GoalKind{campaign.AtLeast, campaign.AtMost, campaign.Between, campaign.Count}, goalWords),
	col("goal_from", "Mức từ", NumberValue, "mức phải đạt, hoặc đầu dưới của khoảng"),
	col("goal_to", "Mức đến", NumberValue, "mức không được vượt, hoặc đầu trên của khoảng"),
}

// reportColumns are the columns of one report; newestColumns the same, of the newest.
var reportColumns = []Column{
	col("value", "Kết quả", NumberValue, "theo đơn vị tính").always(),
	coded(col("qualifier", "Dấu", TextValue, "nguồn không nêu số chính xác; trống là số đúng như ghi"), []campaign.Qualifier{campaign.Above, campaign.Below, campaign.About}, qualifierWords),
	coded(col("status", "Loại số", TextValue, "").always(), []campaign.Status{campaign.StatusEstimate, campaign.StatusOfficial, campaign.StatusComputed}, vietnamese.statuses),
	col("as_of", "Thời điểm", DateValue, "của báo cáo").always(),
}

var newestColumns = func() []Column {
	out := slices.Clone(reportColumns)
	for i := range out {
		out[i].Always = false // a target may have no report yet
	}
	out[0].Note = "theo báo cáo mới nhất; trống là chưa có báo cáo"
	out[3].Note = "của báo cáo mới nhất"
	return out
}()

var targetColumns = slices.Concat([]Column{idColumn("mã của chỉ tiêu"), areaColumn.always(), nameColumn, measureColumn, col("period", "Kỳ", DateValue, "năm hoặc kỳ mà con số nói về")}, goalColumns,
	[]Column{col("official_from", "Mức của thành phố, từ", NumberValue, "nếu thành phố đặt mức khác kế hoạch"), col("official_to", "Mức của thành phố, đến", NumberValue, "như trên"),
		col("part_of", "Thuộc chỉ tiêu", TextValue, "chỉ tiêu mà chỉ tiêu này là một phần").of("chi-tieu")},
	newestColumns,
	[]Column{verdictColumn, verdicts(col("official_attainment", "So với mức của thành phố", TextValue, "")), col("sentence", "Nhận định", TextValue, "một câu, dùng được nguyên văn").always(),
		col("baseline_value", "Số kỳ trước", NumberValue, "để so sánh"), col("baseline_period", "Kỳ trước", DateValue, "kỳ của số kỳ trước"),
		col("deadline", "Thời hạn", DateValue, "hạn hoàn thành"), col("note", "Ghi chú", TextValue, ""), pageColumn})

var resultColumns = slices.Concat([]Column{col("target", "Mã chỉ tiêu", TextValue, "").of("chi-tieu").always(), nameColumn, measureColumn},
	reportColumns, []Column{col("source", "Mã nguồn", TextValue, "").of("nguon"), col("source_title", "Nguồn", TextValue, "tên nguồn và ngày"), col("source_url", "Địa chỉ nguồn", TextValue, ""),
		col("formula", "Cách tính", TextValue, "của số tính toán"), col("note", "Ghi chú", TextValue, ""), sampleColumn})

var unitColumns = []Column{idColumn("mã của đơn vị"), col("name", "Tên", TextValue, "").always(), coded(col("kind", "Loại", TextValue, "").always(), campaign.UnitKinds, unitKindWords),
	col("parent", "Thuộc", TextValue, "đơn vị cấp trên, như huyện của xã").of("don-vi"), col("block", "Cụm, khối", TextValue, "cụm, khối thi đua").of("khoi"),
	col("verified", "Đã kiểm chứng", BoolValue, "tên đơn vị có nguồn xác nhận").always(), pageColumn}

var assignmentColumns = slices.Concat([]Column{idColumn("mã của chỉ tiêu được giao"), unitColumn, col("target", "Mã chỉ tiêu", TextValue, "của kế hoạch, nếu có").of("chi-tieu"), nameColumn, measureColumn}, goalColumns,
	[]Column{col("deadline", "Thời hạn", DateValue, "hạn hoàn thành")}, newestColumns,
	[]Column{verdictColumn, coded(col("timeliness", "Đúng hạn", TextValue, "kết quả đầu tiên đạt mức, so với thời hạn; trống là không có thời hạn"), []campaign.Timeliness{campaign.InTime, campaign.Late, campaign.Open}, vietnamese.timely), sampleColumn})

var achievementColumns = []Column{idColumn("mã của thành tích"), unitColumn, areaColumn.always(), col("target", "Mã chỉ tiêu", TextValue, "nếu góp vào một chỉ tiêu của kế hoạch").of("chi-tieu"),
	col("text", "Thành tích", TextValue, "").always(), col("value", "Số liệu", NumberValue, "theo đơn vị tính"), measureColumn, col("date", "Ngày", DateValue, ""), sampleColumn, col("source", "Nguồn", TextValue, "").of("nguon")}

var decisionColumns = []Column{idColumn("mã của quyết định"), col("form", "Mã hình thức", TextValue, "hình thức khen thưởng").always(), col("form_name", "Hình thức", TextValue, "hình thức khen thưởng").always(),
	col("number", "Số", TextValue, "số và ký hiệu của quyết định").always(), col("date", "Ngày ký", DateValue, ""), col("issuer", "Người ra quyết định", TextValue, ""), col("reason", "Lý do", TextValue, "về việc khen thưởng"),
	col("collectives", "Tập thể", WholeValue, "số tập thể được khen, không kể mục đã rút").always(), col("individuals", "Cá nhân", WholeValue, "số cá nhân, như trên").always(), col("households", "Hộ gia đình", WholeValue, "số hộ, như trên").always(),
	col("revoked", "Đã thu hồi", BoolValue, "").always(), sampleColumn, pageColumn}

var awardColumns = []Column{idColumn("mã của lượt khen, không đổi"), col("decision", "Mã quyết định", TextValue, "").of("quyet-dinh-khen").always(), col("form", "Hình thức", TextValue, "hình thức khen thưởng").always(),
	col("no", "STT", WholeValue, "số thứ tự trong quyết định").always(), coded(col("kind", "Đối tượng", TextValue, "").always(), awardKinds, kindHeads), col("honorific", "Ông, Bà", TextValue, "cách xưng hô"),
	col("name", "Họ và tên, tên tập thể", TextValue, "đúng như trong quyết định").always(), col("position", "Chức vụ", TextValue, ""), col("group", "Nhóm", TextValue, "nhóm đối tượng, như công chức, công nhân, nông dân"),
	unitColumn, col("unit_name", "Đơn vị", TextValue, "").always(), areaColumn, col("citation", "Thành tích", TextValue, "ghi trong quyết định"), col("revoked", "Quyết định đã thu hồi", BoolValue, "").always(), sampleColumn, pageColumn}

var sourceColumns = []Column{idColumn("mã của nguồn"), col("title", "Tên", TextValue, "").always(), col("publisher", "Nơi công bố", TextValue, ""), col("date", "Ngày", DateValue, "ngày công bố"), col("url", "Địa chỉ", TextValue, "")}

var areaColumns = []Column{idColumn("mã của nội dung thi đua"), col("letter", "Chữ", TextValue, "chữ đánh dấu trong kế hoạch"), col("name", "Tên", TextValue, "").always(), col("summary", "Tóm tắt", TextValue, ""), pageColumn}

var blockColumns = []Column{idColumn("mã của cụm, khối"), col("name", "Tên", TextValue, "").always(), col("lead", "Đơn vị phụ trách", TextValue, "").of("don-vi"), pageColumn}

// kindHeads are whom an award honours, as the cells of a table say it.
var kindHeads = func() map[campaign.AwardKind]string {
	out := map[campaign.AwardKind]string{}
	for _, k := range awardKinds {
		out[k] = upper(kindWords[k])
	}
	return out
}()

// valueKindWords name what the values of a column are.
var valueKindWords = map[ValueKind]string{TextValue: "chữ", NumberValue: "số", WholeValue: "số nguyên", DateValue: "ngày, tháng hoặc năm", BoolValue: "có hoặc không"}

// saying gives columns with Says: the kind of their values, whether they may be empty, whose ids they are, what they mean.
func saying(columns []Column) []Column {
	out := slices.Clone(columns)
	for i := range out {
		c := &out[i]
		words := []string{valueKindWords[c.Kind]}
		if c.Of != "" {
			words[0] = "mã trong bảng " + vietnamese.tables[c.Of]
		}
		if !c.Always {
			words = append(words, "có thể trống")
		}
		if c.Note != "" {
			words = append(words, c.Note)
		}
		c.Says = upper(strings.Join(words, "; ")) + "."
	}
	return out
}

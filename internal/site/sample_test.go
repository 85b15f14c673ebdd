package site

import (
	"slices"
	"strings"

	"bangvang/internal/edition"
	"bangvang/internal/markdown"
)

// sample is an edition that holds each kind of page once or twice, with what is awkward: no figures, long names, nobody's unit,
// withdrawn and revoked awards, text that looks like markup.
func sample() *edition.Edition {
	ed := &edition.Edition{
		Site: edition.Site{
			Title: "Bảng vàng", Name: "Bảng vàng · 10 năm thành phố Ví Dụ", Campaign: "Đợt thi đua kỷ niệm 10 năm thành phố Ví Dụ", Short: "10 năm thành phố Ví Dụ",
			Occasion: "10 năm thành phố Ví Dụ", Dates: "01/03/2010 – 01/03/2020", Theme: "Đoàn kết & sáng tạo",
			Organizer: "Ủy ban nhân dân thành phố Ví Dụ", Contact: edition.Contact{Name: "Ban Thi đua", Phone: "0000 000 000", Email: "ban@example.vn"},
			Licence: "Được dùng lại khi ghi nguồn.", LegalBasis: "Luật Ví Dụ.", BaseURL: "https://example.vn/bang-vang/", Lang: "vi",
			Sample: "Dữ liệu mẫu: không có thật.", DataDate: "Dữ liệu đến ngày 15/02/2020", Updated: "2020-02-15T00:00:00+07:00",
			Nav: []edition.Link{{Words: "Kế hoạch", Path: "/ke-hoach/"}, {Words: "Chỉ tiêu", Path: "/chi-tieu/"}, {Words: "Vinh danh", Path: "/vinh-danh/"},
				{Words: "Điển hình", Path: "/dien-hinh/"}, {Words: "Đơn vị", Path: "/don-vi/"}, {Words: "Kỷ yếu", Path: "/ky-yeu/"}},
			FooterNav: []edition.Link{{Words: "Báo chí", Path: "/bao-chi/"}, {Words: "Dữ liệu", Path: "/du-lieu/"}},
		},
		Feeds: []edition.Feed{{Path: "/feed.xml", Title: "Tất cả"}},
	}
	w := newWorld()
	ed.Pages = []edition.Page{
		page("/", "Bảng vàng · 10 năm thành phố Ví Dụ", w.home()),
		page("/bao-chi/", "Dành cho báo chí", w.press()),
		page("/chi-tieu/", "Chỉ tiêu", w.targets()),
		page("/chi-tieu/nuoc-sach/", "Hộ dân được cung cấp nước sạch", w.target()),
		page("/dien-hinh/", "Gương điển hình", &edition.StoriesPage{Lead: "01 bài.", Cards: []edition.StoryCard{w.card},
			Indexes: []edition.StoryIndex{{Heading: "Theo đơn vị", Anchor: "theo-don-vi", Groups: []edition.StoryGroup{{Of: w.unit, Stories: []edition.Link{w.card.Link}}}}}}),
		page("/dien-hinh/nguoi-giu-nuoc/", w.card.Words, w.story()),
		page("/don-vi/", "Đơn vị", w.units()),
		page("/don-vi/so-vi-du/", w.unit.Words, w.unitPage()),
		page("/du-lieu/", "Dữ liệu", w.data()),
		page("/ke-hoach/", "Kế hoạch", w.plan()),
		page("/ke-hoach/chuong-trinh/", "Chương trình", &edition.ArticlePage{Article: w.article}),
		page("/khoi/khoi-mot/", "Khối một", &edition.BlockPage{Lead: "02 đơn vị.", Head: w.unit, Units: []edition.UnitRow{{Link: w.unit}}, Given: new(w.counts("Được giao"))}),
		page("/ky-yeu/", "Kỷ yếu", &edition.BookletPage{Booklet: w.booklet(), PDF: edition.Download{Words: "PDF", Path: "/ky-yeu/ky-yeu.pdf", Format: "application/pdf"}}),
		page("/noi-dung/a/", "Kinh tế", w.area()),
		page("/quyet-dinh/", "Quyết định khen thưởng", &edition.DecisionsPage{Lead: "01 quyết định.", Rows: []edition.DecisionRow{w.row}}),
		page("/quyet-dinh/mau-01/", w.ref.Words, w.decision()),
		page("/quyet-dinh/mau-01/trich.html", "Trích "+w.ref.Words, w.extract()),
		page("/vinh-danh/", "Bảng vàng vinh danh", w.roll(true)),
		page("/vinh-danh/mau-01-001/", "Ông Đỗ Đức Đạt", &edition.AwardPage{Award: w.person, Next: w.gone, Story: &edition.Link{Words: w.card.Words, Path: w.card.Path}}),
		page("/vinh-danh/mau-01-002/", "Đã rút khỏi danh sách", &edition.AwardPage{Award: w.gone, Previous: w.person}),
		page("/vinh-danh/thong-ke/", "Thống kê khen thưởng", &edition.StatisticsPage{Lead: "01 cá nhân.", Overviews: []edition.Overview{w.counts("Bằng khen")}, Note: "Mỗi lượt một lần."}),
		page("/vinh-danh/van/dd/", "Vần Đ", w.roll(false)),
	}
	ed.Pages = append(ed.Pages, w.embedded(ed.Pages, "/chi-tieu/nuoc-sach/", "/nhung/nuoc-sach/", &edition.EmbedPage{Overline: "Chỉ tiêu", Sentence: "Ước 84,7% <theo Báo Ví Dụ>.",
		Verdict: &edition.Verdict{Standing: edition.Exceeded, Words: "vượt"}, Chart: &w.chart, Source: "Nguồn: Báo Ví Dụ"}))
	ed.Pages = append(ed.Pages, w.embedded(ed.Pages, "/quyet-dinh/mau-01/", "/nhung/quyet-dinh/mau-01/", &edition.EmbedPage{Warning: "Đã bị thu hồi ngày 01/02/2020.", Sample: "Dữ liệu mẫu.",
		Sentence: "Vì <thành tích>", Counts: []edition.EmbedCounts{{Heading: "Theo đối tượng", Rows: []edition.Fact{{Term: "Cá nhân", Value: "1"}}}}, Source: "Nguồn: Chủ tịch"}))
	ed.NotFound = edition.Page{Head: edition.Head{Path: "/404.html", Title: "Không tìm thấy trang", Description: "Địa chỉ này không có.", NoIndex: true},
		Body: &edition.NotFoundPage{Links: []edition.Link{{Words: "Trang đầu", Path: "/"}}}}
	return ed
}

// embedded tells a page of how others show it, and gives the page for frames.
func (w *world) embedded(pages []edition.Page, of, at edition.Path, frame *edition.EmbedPage) edition.Page {
	h := &pages[slices.IndexFunc(pages, func(p edition.Page) bool { return p.Path == of })].Head
	frame.Of, frame.Address = of, "example.vn/bang-vang"+string(of)
	answers := edition.Path("/oembed" + strings.TrimSuffix(string(of), "/"))
	h.Embed = &edition.Embed{Frame: frame, Path: at, Title: h.Title, Sentence: "“Một” câu & nguồn: https://example.vn/", JSON: answers + ".json", XML: answers + ".xml",
		Picture: &edition.Picture{Path: "/anh.png", Alt: `Hình "84,7%" & <hơn>`, Width: 1600, Height: 900}}
	out := page(at, h.Title, frame)
	out.NoIndex = true
	return out
}

func page(path edition.Path, title string, body edition.Body) edition.Page {
	h := edition.Head{Path: path, Title: title, Description: "Mô tả <" + title + ">"}
	if path != "/" {
		h.Crumbs = []edition.Link{{Words: "Trang đầu", Path: "/"}}
	}
	return edition.Page{Head: h, Body: body}
}

// world is what the sample's pages speak of.
type world struct {
	area1, unit, unknown edition.Link
	ref                  *edition.DecisionRef
	row                  edition.DecisionRow
	person, gone         *edition.Award
	card                 edition.StoryCard
	article              edition.Article
	chart                edition.Chart
	rows                 []edition.TargetRow
	reports              edition.Table
}

func newWorld() *world {
	w := &world{
		area1:   edition.Link{Words: "Kinh tế", Path: "/noi-dung/a/"},
		unit:    edition.Link{Words: "Sở Ví Dụ về Khoa học, Công nghệ, Tài nguyên, Môi trường và Phát triển nông thôn bền vững", Path: "/don-vi/so-vi-du/"},
		unknown: edition.Link{Words: "Đơn vị không có trang"},
		ref: &edition.DecisionRef{ID: "mau-01", Path: "/quyet-dinh/mau-01/", Number: "MẪU-01", Words: "Quyết định số MẪU-01 ngày 20/12/2019",
			Form:  edition.Link{Words: "Bằng khen của Chủ tịch", Path: "/vinh-danh/van/dd/"},
			Short: "Bằng khen", Issuer: "Chủ tịch Ủy ban nhân dân thành phố Ví Dụ", Date: "20/12/2019", Sample: true},
	}
	w.row = edition.DecisionRow{DecisionRef: w.ref, Reason: "Vì <thành tích> trong đợt thi đua", Counts: "01 cá nhân"}
	w.person = &edition.Award{ID: "mau-01-001", Path: "/vinh-danh/mau-01-001/", No: 1, Kind: edition.PersonEntry, KindWords: "cá nhân", Honorific: "Ông",
		Name: "Đỗ Đức Đạt", Position: "Phó Giám đốc", Unit: w.unit, Block: edition.Link{Words: "Khối một", Path: "/khoi/khoi-mot/"}, Area: w.area1,
		Citation: "Đã có thành tích xuất sắc \"giữ nước\" & trồng rừng.", Decision: w.ref, Letter: "Đ"}
	w.gone = &edition.Award{ID: "mau-01-002", Path: "/vinh-danh/mau-01-002/", No: 2, Kind: edition.PersonEntry, KindWords: "cá nhân", Decision: w.ref,
		Withdrawn: "Đã rút khỏi danh sách ngày 05/01/2020."}
	w.card = edition.StoryCard{Link: edition.Link{Words: "Người giữ nước", Path: "/dien-hinh/nguoi-giu-nuoc/"}, Date: "10/01/2020", Summary: "Một đời với dòng nước.",
		Award: edition.Link{Words: "Đỗ Đức Đạt, Bằng khen", Path: "/vinh-danh/mau-01-001/"}, Area: w.area1, Sample: true}
	w.article = edition.Article{Title: "Bài", Doc: document()}
	eight := 80.0
	w.chart = edition.Chart{ID: "bieu-do-nuoc-sach", Form: edition.Bullet, Title: "Hộ dân được cung cấp nước sạch", Measure: "%", Sentence: "Đạt 84,7%, vượt kế hoạch.",
		Axis: edition.Axis{Max: 100}, Goal: edition.ChartGoal{From: &eight, Name: "Kế hoạch", Words: "84,5%"}, Verdict: "vượt", Standing: edition.Exceeded}
	unknown := w.chart
	unknown.ID = "bieu-do-do-thi"
	w.rows = []edition.TargetRow{
		{Name: "Hộ dân được cung cấp nước sạch", Path: "/chi-tieu/nuoc-sach/", Area: w.area1, Goal: "84,5%", Newest: "84,7%", Report: "ước cả năm, 01/10/2019",
			Verdict: edition.Verdict{Standing: edition.Exceeded, Words: "vượt"}, Chart: &w.chart},
		{Name: "– đô thị", Path: "/chi-tieu/nuoc-sach/", Area: w.area1, Goal: "90%", Newest: "chưa có số liệu", Verdict: edition.Verdict{Standing: edition.Unknown, Words: "chưa có số liệu"}, Part: true, Chart: &unknown},
	}
	w.reports = edition.Table{Columns: []edition.Column{{Key: "date", Head: "Ngày báo cáo", Kind: edition.DateValue}, {Key: "value", Head: "Kết quả", Kind: edition.NumberValue}, {Key: "source", Head: "Nguồn"}},
		Rows: [][]edition.Cell{{{Words: "01/10/2019"}, {Words: "84,7%", Value: "84.7"}, {Words: "Báo Ví Dụ", Path: "/du-lieu/"}}}}
	return w
}

func (w *world) group() []edition.RollGroup {
	return []edition.RollGroup{{Heading: "Cá nhân", Anchor: "ca-nhan", Path: w.ref.Path, Awards: []*edition.Award{w.person, w.gone}}}
}

func (w *world) home() *edition.Home {
	return &edition.Home{Occasion: "10 năm thành phố Ví Dụ", Dates: "01/03/2010 – 01/03/2020", Lead: "01 trong 02 chỉ tiêu có số liệu và vượt kế hoạch.",
		Tally: []edition.Cell{{Words: "01 vượt", Value: "exceeded"}, {Words: "01 chưa có số liệu", Value: "unknown"}}, Theme: "Đoàn kết & sáng tạo", Event: "Họp mặt kỷ niệm.",
		Doorway: edition.Doorway{Words: "01 cá nhân được vinh danh", Path: "/vinh-danh/", Forms: []edition.Chip{{Link: w.ref.Form, Count: "1"}}},
		Targets: []edition.TargetGroup{{Area: w.area1, Letter: "a", Rows: w.rows}}, Areas: w.areas(), Stories: []edition.StoryCard{w.card}}
}

// counts is an overview with a number and none.
func (w *world) counts(head string) edition.Overview {
	cell := func(n string) edition.Cell { return edition.Cell{Words: n, Value: n} }
	return edition.Overview{Anchor: "dem", Heading: "Đếm", First: "Đơn vị", Heads: []string{head, "Vượt"}, Lines: []edition.OverviewLine{
		{Link: w.unit, Counts: []edition.Cell{cell("2"), cell("0")}, Strip: edition.Strip{Parts: []edition.StripPart{{Count: 2, Standing: edition.Met}}, Most: 2}}}}
}

func (w *world) areas() []edition.AreaLink {
	return []edition.AreaLink{{Link: w.area1, Letter: "a", Summary: "Phát triển kinh tế.", Counts: "02 chỉ tiêu"}}
}

func (w *world) press() *edition.PressPage {
	return &edition.PressPage{Boilerplates: []edition.Boilerplate{{Heading: "Bản ngắn (03 chữ)", Lang: "vi", Text: "Đợt thi đua."}, {Heading: "Bản ngắn, tiếng Anh", Lang: "en", Text: "A campaign."}},
		Since:    &edition.Since{Lead: "So với lần công bố trước:", Changes: []edition.Change{{Link: edition.Link{Words: "Nước sạch", Path: "/chi-tieu/nuoc-sach/"}, Detail: "trước: 84%; nay: 84,7%"}}},
		Charts:   []edition.ChartFiles{{Link: edition.Link{Words: "Nước sạch", Path: "/chi-tieu/nuoc-sach/"}, Files: []edition.Download{{Words: "PNG", Path: "/chi-tieu/"}, {Words: "SVG", Path: "/chi-tieu/"}}}},
		Logos:    []edition.Download{{Words: "Biểu trưng", Path: edition.LogoPath}},
		Extracts: []edition.DecisionRow{w.row}, Article: &w.article, Contact: edition.Contact{Name: "Ban Thi đua"}, Feeds: []edition.Link{{Words: "Tất cả", Path: "/feed.xml"}},
		Data: edition.Link{Words: "Dữ liệu", Path: "/du-lieu/"}, Address: "https://example.vn/bang-vang/", Cite: "Ví Dụ, 2020.",
		Corrections: []edition.Correction{{Date: "01/02/2020", Subject: "Tên", Was: "Đổ", Now: "Đỗ", Reason: "viết sai"}}}
}

func (w *world) targets() *edition.TargetsPage {
	return &edition.TargetsPage{Lead: "01 có số liệu.", Tally: w.home().Tally, Groups: []edition.TargetGroup{{Area: w.area1, Letter: "a", Summary: "Kinh tế.", Rows: w.rows}}, Areas: new(w.counts("Chỉ tiêu")), Notes: []string{"Ước cả năm."}}
}

func (w *world) assigned() []edition.AssignmentRow {
	return []edition.AssignmentRow{{ID: "g1", Name: "Lắp 100 trạm", Unit: w.unit, Goal: "100 trạm", Newest: "101 trạm", Report: "30/10/2019", Deadline: "30/11/2019",
		Timely: "đúng hạn", Verdict: edition.Verdict{Standing: edition.Exceeded, Words: "vượt"}, Chart: &w.chart, Sample: true}}
}

func (w *world) target() *edition.TargetPage {
	second := edition.Verdict{Standing: edition.Met, Words: "đạt"}
	return &edition.TargetPage{ID: "nuoc-sach", Area: w.area1, Sentence: "Ước 84,7%, vượt kế hoạch 0,2 điểm phần trăm.", Second: "Đạt chỉ tiêu của thành phố.",
		Verdict: edition.Verdict{Standing: edition.Exceeded, Words: "vượt"}, SecondVerdict: &second, Chart: w.chart, Facts: []edition.Fact{{Term: "Kế hoạch", Value: "84,5%"}, {Term: "Nội dung", Value: "Kinh tế", Path: "/noi-dung/a/"}},
		Reports: w.reports, Note: "Chú thích.", Parts: w.rows[1:], Assigned: w.assigned(), Downloads: []edition.Download{{Words: "CSV", Path: "/du-lieu/v1/nuoc-sach.csv"}},
		Cite: "Ví Dụ, 2020.", Address: "https://example.vn/bang-vang/chi-tieu/nuoc-sach/"}
}

func (w *world) story() *edition.StoryPage {
	return &edition.StoryPage{StoryCard: w.card, Unit: w.unit, Article: w.article, Others: []edition.StoryCard{w.card}}
}

func (w *world) units() *edition.UnitsPage {
	return &edition.UnitsPage{Lead: "02 đơn vị.", Blocks: []edition.Link{{Words: "Khối một", Path: "/khoi/khoi-mot/"}}, Notes: []string{"Chưa kiểm chứng là …"},
		Groups: []edition.UnitGroup{{Heading: "Sở, ban, ngành", Anchor: "so-ban-nganh", Units: []edition.UnitRow{{Link: w.unit, Unverified: "chưa kiểm chứng", Counts: "01 được khen"}}}}}
}

func (w *world) deeds() []edition.Achievement {
	return []edition.Achievement{{Unit: w.unit, Text: "Xây 05 nhà.", Date: "10/2019", Value: "1.200 triệu đồng", Source: edition.Link{Words: "Báo cáo"}, Sample: true}}
}

func (w *world) unitPage() *edition.UnitPage {
	return &edition.UnitPage{Kind: "Sở", Unverified: "Chưa kiểm chứng.", Facts: []edition.Fact{{Term: "Khối", Value: "Khối một", Path: "/khoi/khoi-mot/"}}, Lead: "01 chỉ tiêu được giao.",
		Assignments: w.assigned(), Achievements: w.deeds(), Groups: w.group(), Children: []edition.UnitRow{{Link: w.unknown, Parent: "Sở"}}, Stories: []edition.StoryCard{w.card}}
}

func (w *world) data() *edition.DataPage {
	d := &edition.Dataset{ID: "ket-qua", Title: "Kết quả", Description: "Mọi báo cáo.", Table: w.reports, Downloads: []edition.Download{{Words: "CSV", Path: "/du-lieu/v1/ket-qua.csv"}}}
	g := &edition.DataGuide{Reading: "Cách đọc", Files: []edition.Download{{Words: "ZIP", Path: "/du-lieu/v1/toan-bo.zip"}}, Formats: []edition.Fact{{Term: "CSV", Value: "Cho chương trình."}}, Promise: []string{"Khóa không đổi."}}
	return &edition.DataPage{Guide: g, Article: &w.article, Licence: "Ghi nguồn.", Datasets: []*edition.Dataset{d}, Updated: "Dữ liệu đến ngày 15/02/2020",
		Sources: []edition.SourceRow{{Title: "Báo cáo", Publisher: "Báo Ví Dụ", Date: "2019", URL: "https://example.vn/a?b=c&d=e"}}}
}

func (w *world) plan() *edition.PlanPage {
	return &edition.PlanPage{Article: &w.article, Theme: "Đoàn kết & sáng tạo", Facts: []edition.Fact{{Term: "Ban hành", Value: "2019"}}, Bases: []string{"Luật <Ví Dụ>"},
		Areas: w.areas(), Programme: &edition.Link{Words: "Chương trình", Path: "/ke-hoach/chuong-trinh/"},
		Milestones: []edition.Milestone{{Date: "01/10/2019", ISO: "2019-10-01", Words: "Số liệu về 01 chỉ tiêu", Path: "/chi-tieu/"}, {Date: "03/2020", ISO: "2020-03", Words: "Họp mặt", Ahead: "sắp tới"}}}
}

func (w *world) area() *edition.AreaPage {
	return &edition.AreaPage{Letter: "a", Summary: "Kinh tế.", Article: &w.article, Targets: w.rows, Achievements: w.deeds(), Stories: []edition.StoryCard{w.card},
		Honoured: edition.Link{Words: "01 được khen", Path: "/vinh-danh/"}, Next: &edition.Link{Words: "Xã hội", Path: "/noi-dung/a/"}}
}

func (w *world) extract() *edition.ExtractPage {
	return &edition.ExtractPage{Text: "/quyet-dinh/mau-01/trich.txt", Marks: []string{"Dữ liệu mẫu"}, Bases: edition.ExtractList{Heading: "Căn cứ", Lines: []string{"Luật <một>"}},
		Lead: "Tặng Bằng khen.", Lists: w.group(), Signed: "Người ký: Ông Ký", Source: "Nguồn: đây."}
}

func (w *world) decision() *edition.DecisionPage {
	row := w.row
	ref := *w.ref
	ref.Revoked = "Đã bị thu hồi ngày 01/02/2020: sai thẩm quyền."
	row.DecisionRef = &ref
	return &edition.DecisionPage{DecisionRow: row, Facts: []edition.Fact{{Term: "Người ký", Value: "Nguyễn Văn Mẫu"}}, Bases: []string{"Luật Ví Dụ"}, Groups: w.group(),
		Downloads: []edition.Download{{Words: "CSV", Path: "/du-lieu/v1/mau-01.csv"}}, Cite: "Ví Dụ, 2020."}
}

// filter is that of the roll's first page.
func (w *world) filter(first bool) []edition.Facet {
	if !first {
		return nil
	}
	return []edition.Facet{{Key: "don-vi", Label: "Đơn vị", Options: []edition.FacetOption{{Value: "so-vi-du", Link: w.unit, Count: "1"}}},
		{Key: "van", Label: "Vần", Options: []edition.FacetOption{{Value: "dd", Link: edition.Link{Words: "Đ", Path: "/vinh-danh/van/dd/"}, Count: "1"}}}}
}

func (w *world) roll(first bool) *edition.RollPage {
	return &edition.RollPage{Lead: "01 cá nhân.", Shown: "Hiện 1–2 trong 2.", Lists: []edition.FacetList{{Label: "Hình thức", Chips: []edition.Chip{{Link: w.ref.Form, Count: "1", Current: !first}}}}, Filter: w.filter(first),
		Letters: []edition.Chip{{Link: edition.Link{Words: "A"}}, {Link: edition.Link{Words: "Đ", Path: "/vinh-danh/van/dd/"}, Current: !first}}, Pages: []edition.Chip{{Link: edition.Link{Words: "1", Path: "/vinh-danh/"}, Current: first}},
		Previous: &edition.Link{Words: "Trang trước", Path: "/vinh-danh/"}, Next: &edition.Link{Words: "Trang sau", Path: "/vinh-danh/"}, Groups: w.group(), Search: first}
}

func (w *world) booklet() *edition.Booklet {
	return &edition.Booklet{Cover: edition.Cover{Kind: "Kỷ yếu vinh danh", Title: "10 năm thành phố Ví Dụ", Dates: "01/03/2010 – 01/03/2020", Theme: "Đoàn kết", Organizer: "UBND", Year: "2020"},
		Words:    edition.BookletWords{Foreword: "Lời nói đầu", Plan: "Kế hoạch", Contents: "Mục lục", Results: "Kết quả", Stories: "Điển hình", Roll: "Bảng vàng", Index: "Tra tên", Colophon: "Về kỷ yếu này"},
		Foreword: &w.article, Plan: &edition.PlanSpread{Title: "Kế hoạch", Theme: "Đoàn kết", Facts: w.plan().Facts, Areas: w.areas(), Bases: []string{"Luật"}},
		Results: []edition.ResultChapter{{Letter: "a", Title: "Kinh tế", Summary: "Tóm tắt.", Targets: []edition.BookletTarget{{ID: "nuoc-sach", Name: "Nước sạch", Sentence: "Vượt.",
			Second: "Đạt.", Verdict: edition.Verdict{Standing: edition.Exceeded, Words: "vượt"}, Chart: &w.chart, Reports: w.reports, Note: "Chú thích."}}}},
		Stories: []edition.BookletStory{{Title: "Người giữ nước", Line: "Đỗ Đức Đạt", Article: edition.Article{Doc: markdown.Doc{File: "dien-hinh/nguoi-giu-nuoc.md", Blocks: document().Blocks}}, Sample: true}},
		Roll: []edition.RollForm{{ID: "bk", Name: "Bằng khen", Counts: "01 cá nhân", Decisions: []edition.RollDecision{{DecisionRef: w.ref, Reason: "Vì thành tích", Counts: "01 cá nhân", Signed: "Nguyễn Văn Mẫu",
			Blocks: []edition.RollBlock{{Name: "Khối một", Units: []edition.RollUnit{{Name: w.unit.Words, Groups: []edition.RollGroup{{Heading: "Cá nhân", Awards: []*edition.Award{w.person}}}}}}}}}}},
		Colophon: edition.Colophon{Paragraphs: []string{"Kỷ yếu làm từ dữ liệu."}, Sources: []string{"Báo Ví Dụ"}, DataDate: "Dữ liệu đến ngày 15/02/2020", Address: "https://example.vn/"},
	}
}

// document has a block and a span of each kind.
func document() markdown.Doc {
	text := func(s string) []markdown.Span { return []markdown.Span{{Kind: markdown.Text, Text: s}} }
	para := func(s string) markdown.Block { return markdown.Block{Kind: markdown.Paragraph, Spans: text(s)} }
	return markdown.Doc{File: "bai.md", Blocks: []markdown.Block{
		{Kind: markdown.Paragraph, Spans: []markdown.Span{
			{Kind: markdown.Text, Text: "Chữ <b>&\"' "}, {Kind: markdown.Emphasis, Children: text("nghiêng")}, {Kind: markdown.Strong, Children: text("đậm")},
			{Kind: markdown.CodeSpan, Text: "<code>"}, {Kind: markdown.Break}, {Kind: markdown.Link, Href: "/chi-tieu/", Children: text("chỉ tiêu")},
			{Kind: markdown.Link, Href: "#phan-mot", Children: text("phần một")}, {Kind: markdown.Link, Href: "https://example.vn/?a=b&c=\"", Children: text("ngoài")}}},
		{Kind: markdown.Heading, Level: 2, Anchor: "phan-mot", Spans: text("Phần một")},
		{Kind: markdown.List, Tight: true, Children: []markdown.Block{{Kind: markdown.Item, Children: []markdown.Block{para("một"),
			{Kind: markdown.List, Ordered: true, Start: 3, Children: []markdown.Block{{Kind: markdown.Item, Children: []markdown.Block{para("ba")}}}}}}}},
		{Kind: markdown.Quote, Children: []markdown.Block{para("Lời dẫn")}},
		{Kind: markdown.Table, Align: []markdown.Align{markdown.AlignNone, markdown.AlignRight}, Rows: [][]markdown.CellSpans{{text("Tên"), text("Số")}, {text("a"), text("1")}}},
		{Kind: markdown.Rule},
		{Kind: markdown.Code, Text: "a < b\n"},
	}}
}

package booklet

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"bangvang/internal/chart"
	"bangvang/internal/diag"
	"bangvang/internal/edition"
	"bangvang/internal/markdown"
)

// testFonts reads the faces that the program embeds.
func testFonts(t testing.TB) Fonts {
	t.Helper()
	var fonts Fonts
	for f, name := range faceNames {
		data, err := os.ReadFile(filepath.Join("..", "..", "templates", "assets", "fonts", strings.NewReplacer(
			"Tinos.ttf", "Tinos-Regular.ttf").Replace(name+".ttf")))
		if err != nil {
			t.Fatal(err)
		}
		fonts[f] = data
	}
	return fonts
}

func testFaces(t testing.TB) *typefaces {
	t.Helper()
	faces, err := loadFonts(testFonts(t))
	if err != nil {
		t.Fatal(err)
	}
	return faces
}

// paintBars stands for the chart package: a bar, a line, live text.
func paintBars(c *edition.Chart, on chart.Canvas, x, y, w float64) (float64, error) {
	grey, blue := chart.RGB{R: 0x5f, G: 0x5a, B: 0x50}, chart.RGB{G: 0x72, B: 0xb2}
	on.Fill([]chart.Point{{X: x, Y: y + 20}, {X: x + w*0.7, Y: y + 20}, {X: x + w*0.7, Y: y + 34}, {X: x, Y: y + 34}}, blue, 0.6)
	on.Stroke([]chart.Point{{X: x, Y: y + 44}, {X: x + w/2, Y: y + 40}, {X: x + w, Y: y + 44}}, false, 0.5, grey, 1)
	if err := on.Text(c.Title, x, y+12, 8, 0, true, grey); err != nil {
		return 0, err
	}
	label := "ước 84,7%"
	return 62, on.Text(label, x+w-on.Width(label, 8, false), y+58, 8, 0, false, grey)
}

// census makes names without chance: every combination of syllables once, with every tone.
type census struct{ n int }

var (
	families = strings.Fields("Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý")
	middles  = strings.Fields("Văn Thị Hữu Đức Ngọc Minh Thanh Quốc Thùy Kim Hoài Phương Xuân Thế Mỹ Bảo")
	givens   = strings.Fields("An Ánh Ân Bình Cường Dũng Đạt Đượm Giang Hằng Hiếu Khánh Kỳ Lộc Mẫn Nghĩa Oanh Phúc Quý Sương Tâm Thủy Trị Uyên Ước Vỹ Ý Yến Thữa Tuệ")
)

func (c *census) next() (name, given string) {
	n := c.n
	c.n++
	given = givens[n%len(givens)]
	f, m := families[(n/len(givens))%len(families)], middles[(n/len(givens)/len(families)+n)%len(middles)]
	second := middles[(n*7+3+n/7680)%len(middles)] // else names would come again after 7,680
	return fmt.Sprintf("%s %s %s %s", f, m, second, given), given
}

// synthetic makes an edition with a booklet of the given number of awardees.
func synthetic(awardees int) *edition.Edition {
	b := &edition.Booklet{
		Cover: edition.Cover{
			Kind: "Kỷ yếu vinh danh", Title: "15 năm thành phố Minh Họa trực thuộc Trung ương", Dates: "02/01/2004 – 02/01/2019",
			Theme:     "Đoàn kết, sáng tạo, quyết tâm thi đua hoàn thành vượt mức các chỉ tiêu, nhiệm vụ được giao trước thời gian quy định",
			Organizer: "Ủy ban nhân dân thành phố Minh Họa", Year: "2019",
		},
		Words: edition.BookletWords{Foreword: "Lời nói đầu", Plan: "Kế hoạch phát động", Contents: "Mục lục", Results: "Kết quả thực hiện chỉ tiêu",
			Stories: "Gương điển hình", Roll: "Danh sách vinh danh", Index: "Mục lục tên", Colophon: "Về kỷ yếu này", Continued: "tiếp theo", Page: "trang"},
		Sample: "DỮ LIỆU MẪU", Lang: "vi-VN", Created: "2019-01-15T08:00:00+07:00",
		Foreword: &edition.Article{Title: "Lời nói đầu", Doc: document()},
		Plan:     plan(),
		Colophon: edition.Colophon{
			Paragraphs: []string{"Kỷ yếu này được lập từ cùng một nguồn dữ liệu với trang thông tin của đợt thi đua. Tên, chức vụ và thành tích in đúng như quyết định khen thưởng."},
			Sources:    []string{"Báo Minh Họa, ngày 12/12/2017: Chỉ tiêu kinh tế - xã hội năm 2018", "Báo cáo trình Hội đồng nhân dân, kỳ họp ngày 05–07/12/2018"},
			DataDate:   "Dữ liệu đến ngày 15/01/2019.", Address: "https://thidua.example.vn/",
		},
	}
	b.Results = results()
	b.Stories = []edition.BookletStory{{Title: "Người giữ dòng nước sạch cho xóm cồn", Line: "Bà Lê Thị Minh Họa, Trạm cấp nước xã Thí Dụ", Article: edition.Article{Doc: document()}, Sample: true}}
	fillRoll(b, awardees)
	return &edition.Edition{
		Site:    edition.Site{Campaign: "Đợt thi đua đặc biệt kỷ niệm 15 năm", BaseURL: "https://thidua.example.vn/"},
		Booklet: b,
	}
}

func document() markdown.Doc {
	words := func(s string) []markdown.Span { return []markdown.Span{{Text: s}} }
	para := func(spans ...markdown.Span) markdown.Block {
		return markdown.Block{Kind: markdown.Paragraph, Place: diag.Place{File: "content/loi-noi-dau.md", Line: 3}, Spans: spans}
	}
	long := "Ngày 02 tháng 01 năm 2019, thành phố tròn 15 năm trực thuộc Trung ương. Từ tháng 5 năm 2018, các sở, ban, ngành, đoàn thể, quận, huyện đã phát động đợt thi đua đặc biệt, hướng vào những việc cụ thể: 1.790 triệu USD kim ngạch xuất khẩu, 05 xã được công nhận nông thôn mới, 84,5% hộ dân được cung cấp nước sạch. "
	return markdown.Doc{File: "content/loi-noi-dau.md", Blocks: []markdown.Block{
		para(markdown.Span{Text: long}, markdown.Span{Kind: markdown.Strong, Children: words("Tập thể trước, cá nhân sau")}, markdown.Span{Text: ", ai cũng có phần. Xem "}, markdown.Span{Kind: markdown.Link, Href: "https://thidua.example.vn/ke-hoach/", Children: words("toàn văn kế hoạch")}, markdown.Span{Text: "."}),
		para(markdown.Span{Text: long + long}),
		{Kind: markdown.Heading, Level: 2, Anchor: "viec-da-lam", Spans: words("Việc đã làm")},
		para(markdown.Span{Text: "Ba việc chính:"}),
		{Kind: markdown.List, Tight: true, Children: []markdown.Block{
			{Kind: markdown.Item, Children: []markdown.Block{para(markdown.Span{Text: "phát động ở từng cơ quan, đơn vị, địa phương;"})}},
			{Kind: markdown.Item, Children: []markdown.Block{para(markdown.Span{Text: "kiểm tra, đôn đốc, kịp thời nêu gương những cá nhân, tập thể làm tốt, để nhiều nơi cùng học theo;"})}},
		}},
		{Kind: markdown.Quote, Children: []markdown.Block{para(markdown.Span{Text: "Thi đua là yêu nước, yêu nước thì phải thi đua. Và những người thi đua là những người yêu nước nhất."})}},
		{Kind: markdown.Heading, Level: 3, Anchor: "so-lieu", Spans: words("Số liệu")},
		{Kind: markdown.Table, Align: []markdown.Align{markdown.AlignNone, markdown.AlignRight}, Rows: [][]markdown.CellSpans{
			{words("Chỉ tiêu"), words("Giá trị")}, {words("Tổng vốn đầu tư trên địa bàn"), words("56.100 tỷ đồng")}, {words("Tỷ lệ hộ nghèo còn"), words("1,55%")}}},
		{Kind: markdown.Rule},
		para(markdown.Span{Text: "Xin trân trọng giới thiệu.", Kind: markdown.Text}),
	}}
}

func plan() *edition.PlanSpread {
	p := &edition.PlanSpread{
		Title: "Phát động đợt thi đua đặc biệt kỷ niệm 15 năm thành phố Minh Họa trực thuộc Trung ương",
		Theme: "Đoàn kết, sáng tạo, quyết tâm thi đua hoàn thành vượt mức các chỉ tiêu",
		Facts: []edition.Fact{{Term: "Cơ quan ban hành", Value: "Ủy ban nhân dân thành phố Minh Họa"}, {Term: "Thời gian", Value: "Từ tháng 5 năm 2018 đến ngày 30/11/2018"}},
		Bases: []string{"Chỉ thị số 14/CT-UBND ngày 11/12/2017", "Kế hoạch số 80/KH-UBND ngày 27/4/2018"},
	}
	for i, letter := range strings.Fields("a b c d đ e g") {
		p.Areas = append(p.Areas, edition.AreaLink{Link: edition.Link{Words: fmt.Sprintf("Nội dung thi đua thứ %d", i+1)}, Letter: letter,
			Summary: "Đẩy mạnh phát triển kinh tế, nâng cao đời sống nhân dân, giữ vững an ninh, trật tự."})
	}
	return p
}

func results() []edition.ResultChapter {
	standings := []edition.Verdict{{Standing: edition.Exceeded, Words: "vượt"}, {Standing: edition.Met, Words: "đạt"}, {Standing: edition.Missed, Words: "chưa đạt"},
		{Standing: edition.Unknown, Words: "chưa có số liệu"}, {Standing: edition.Undecided, Words: "chưa đủ căn cứ"}}
	c := edition.ResultChapter{Letter: "a", Title: "Phát triển kinh tế", Summary: "Tăng trưởng, xuất khẩu, đầu tư và thu ngân sách."}
	for i, v := range standings {
		c.Targets = append(c.Targets, edition.BookletTarget{
			ID: fmt.Sprintf("chi-tieu-%d", i), Name: fmt.Sprintf("Chỉ tiêu minh họa số %d", i+1), Verdict: v,
			Sentence: "Ước cả năm 2018 là 1.847 triệu USD, so với kế hoạch 1.790 triệu USD, theo báo cáo ngày 01/10/2018.",
			Second:   "So với chỉ tiêu của thành phố 1.790 triệu USD: vượt.",
			Chart:    &edition.Chart{Title: "Kim ngạch xuất khẩu (triệu USD)"},
			Reports: edition.Table{Columns: []edition.Column{{Head: "Ngày báo cáo", Kind: edition.DateValue}, {Head: "Giá trị", Kind: edition.NumberValue}, {Head: "Nguồn", Kind: edition.TextValue}},
				Rows: [][]edition.Cell{
					{{Words: "01/2019"}, {Words: "≈2.020 triệu USD"}, {Words: "Báo Nhân Dân, đầu năm 2019, tính từ mục tiêu năm sau"}},
					{{Words: "01/10/2018"}, {Words: "1.847 triệu USD"}, {Words: "Thông tấn xã, phát biểu ngày 01/10/2018"}}}},
			Note: "Số ước, chưa phải số chính thức.",
		})
	}
	return []edition.ResultChapter{c}
}

// fillRoll spreads awardees over two forms, decisions, blocks and units, and indexes them.
func fillRoll(b *edition.Booklet, awardees int) {
	var names census
	var all []*edition.Award
	forms := []edition.RollForm{{ID: "bang-khen", Name: "Bằng khen", Counts: "12 tập thể, 45 cá nhân"}, {ID: "giay-khen", Name: "Giấy khen"}}
	citations := []string{
		"Đã có thành tích xuất sắc trong đợt thi đua đặc biệt kỷ niệm 15 năm thành phố trực thuộc Trung ương",
		"Hoàn thành trước thời hạn 03 chỉ tiêu được giao; vận động 1,2 tỷ đồng xây dựng nông thôn mới, đưa thêm 02 xã về đích trước kế hoạch 06 tháng",
		"",
	}
	made := 0
	for f := range forms {
		share := awardees / 2
		if f == 1 {
			share = awardees - share
		}
		ref := &edition.DecisionRef{ID: forms[f].ID + "-01", Number: "MẪU-01", Words: fmt.Sprintf("Quyết định số MẪU-0%d ngày 20/12/2018", f+1), Short: forms[f].Name}
		d := edition.RollDecision{DecisionRef: ref, Reason: "Khen thưởng thành tích trong đợt thi đua đặc biệt", Counts: "12 tập thể, 45 cá nhân, 01 hộ gia đình", Signed: "Chủ tịch: Nguyễn Văn Mẫu"}
		const perUnit = 31
		for u := 0; share > 0; u++ {
			if u%4 == 0 {
				d.Blocks = append(d.Blocks, edition.RollBlock{Name: fmt.Sprintf("Khối thi đua số %d", u/4+1)})
			}
			block := &d.Blocks[len(d.Blocks)-1]
			unit := edition.RollUnit{Name: fmt.Sprintf("Sở Minh Họa thứ %d", u+1)}
			for _, heading := range []string{"Tập thể", "Cá nhân"} {
				g := edition.RollGroup{Heading: heading}
				size := 3
				if heading == "Cá nhân" {
					size = perUnit - 3
				}
				for ; size > 0 && share > 0; size-- {
					name, given := names.next()
					a := &edition.Award{ID: fmt.Sprintf("%s-%04d", ref.ID, made), No: made + 1, Name: name, Honorific: "Ông", Kind: edition.PersonEntry,
						Position: "Phó Trưởng phòng Kế hoạch - Tài chính", Citation: citations[made%3], Decision: ref,
						Place: diag.Place{File: "data/awards/mau.yaml", Line: int32(10 + made)}}
					if made%5 == 0 {
						a.Honorific, a.Position = "Bà", "Chuyên viên"
					}
					g.Awards = append(g.Awards, a)
					a.Letter, a.Unit.Words = string([]rune(given)[:1]), unit.Name
					all = append(all, a)
					made++
					share--
				}
				if len(g.Awards) > 0 {
					unit.Groups = append(unit.Groups, g)
				}
			}
			block.Units = append(block.Units, unit)
		}
		if len(d.Blocks) > 0 {
			forms[f].Decisions = []edition.RollDecision{d}
			b.Roll = append(b.Roll, forms[f])
		}
	}
	for _, given := range givens { // letter by letter, as an index is
		for _, e := range all {
			if strings.HasSuffix(e.Name, " "+given) {
				e.Letter = string([]rune(given)[:1])
				b.Index = append(b.Index, e)
			}
		}
	}
}

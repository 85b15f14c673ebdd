package chart

import "bangvang/internal/edition"

func at(v float64) *float64 { return &v }

func report(value float64, words, label string) edition.ChartPoint {
	return edition.ChartPoint{Value: value, Words: words, Label: label, Long: "Ước cả năm 2018, theo báo cáo ngày " + label, Provisional: true, Newest: true}
}

func official(value float64, words, label string) edition.ChartPoint {
	p := report(value, words, label)
	p.Provisional = false
	return p
}

func yearBefore(value float64, words string) *edition.ChartPoint {
	return &edition.ChartPoint{Value: value, Words: words, Label: "2017", Long: "Năm 2017, theo báo cáo của thành phố"}
}

// samples has every form in every state that looks different.
func samples() []edition.Chart {
	return []edition.Chart{
		{ID: "bullet-missed", Form: edition.Bullet, Title: "Tăng trưởng kinh tế (GRDP)", Measure: "%", Axis: edition.Axis{Max: 10},
			Sentence: "Ước đạt 7,5%, chưa đạt kế hoạch 8%.",
			Goal:     edition.ChartGoal{From: at(8), Name: "Kế hoạch", Label: "Kế hoạch: 8%", Words: "8%"},
			Official: &edition.ChartGoal{From: at(7.5), To: at(8), Name: "Chỉ tiêu của thành phố", Label: "Chỉ tiêu của thành phố: 7,5–8%"},
			Baseline: yearBefore(6.54, "6,54%"), Points: []edition.ChartPoint{report(7.5, "7,5%", "01/10/2018")},
			Verdict: "chưa đạt", Standing: edition.Missed},
		{ID: "bullet-exceeded", Form: edition.Bullet, Title: "Tổng thu ngân sách nhà nước (chỉ tiêu Trung ương giao)", Measure: "tỷ đồng", Axis: edition.Axis{Max: 12500},
			Sentence: "Ước đạt 11.191 tỷ đồng, vượt kế hoạch 11.076 tỷ đồng.",
			Goal:     edition.ChartGoal{From: at(11076), Label: "Kế hoạch: 11.076 tỷ đồng"},
			Points:   []edition.ChartPoint{official(11191, "11.191 tỷ đồng", "01/10/2018")}, Verdict: "vượt", Standing: edition.Exceeded},
		{ID: "bullet-close", Form: edition.Bullet, Title: "GRDP bình quân đầu người", Measure: "triệu đồng", Axis: edition.Axis{Max: 90},
			Sentence: "Ước đạt 80,48 triệu đồng.",
			Goal:     edition.ChartGoal{From: at(80.8), Label: "Kế hoạch: 80,8 triệu đồng"},
			Official: &edition.ChartGoal{From: at(80.4), To: at(80.8), Label: "Chỉ tiêu của thành phố: 80,4–80,8 triệu đồng"},
			Baseline: yearBefore(72.97, "≈72,97 triệu đồng"), Points: []edition.ChartPoint{report(80.48, "80,48 triệu đồng", "12/2018")},
			Verdict: "chưa đạt", Standing: edition.Missed},
		{ID: "bullet-unknown", Form: edition.Bullet, Title: "Hộ dân nông thôn được cung cấp nước sạch", Measure: "%", Axis: edition.Axis{Max: 100},
			Sentence: "Chưa có số liệu; kế hoạch 74%.",
			Goal:     edition.ChartGoal{From: at(74), Label: "Kế hoạch: 74%"}, NoData: "chưa có số liệu", Verdict: "chưa có số liệu", Standing: edition.Unknown},
		{ID: "bullet-undecided", Form: edition.Bullet, Title: "Tăng trưởng kinh tế (GRDP)", Measure: "%", Axis: edition.Axis{Max: 10},
			Sentence: "Ước trên 7,5%: chưa đủ căn cứ.",
			Goal:     edition.ChartGoal{From: at(8), Label: "Kế hoạch: 8%"},
			Points:   []edition.ChartPoint{{Value: 7.5, Words: "trên 7,5%", Label: "12/2018", Provisional: true, Open: 1, Newest: true}},
			Verdict:  "chưa đủ căn cứ", Standing: edition.Undecided},
		{ID: "bullet-low", Form: edition.Bullet, Title: "Số hộ dân vùng sâu, vùng xa được vay vốn ưu đãi", Measure: "hộ", Axis: edition.Axis{Max: 100},
			Sentence: "Mới đạt 3 hộ.",
			Goal:     edition.ChartGoal{From: at(20), Label: "Kế hoạch giao cho các quận, huyện và các tổ chức chính trị - xã hội thành phố: 20 hộ"},
			Official: &edition.ChartGoal{From: at(25), Label: "Chỉ tiêu của thành phố: 25 hộ"},
			Baseline: yearBefore(1, "01 hộ"),
			Points:   []edition.ChartPoint{report(3, "03 hộ", "01/10/2018")}, Verdict: "chưa đạt", Standing: edition.Missed},
		{ID: "band-met", Form: edition.Band, Title: "Tổng vốn đầu tư trên địa bàn", Measure: "tỷ đồng", Axis: edition.Axis{Min: 54000, Max: 63000, Zoomed: true},
			Sentence: "Ước đạt 56.100 tỷ đồng, trong khoảng kế hoạch 56.000–61.000 tỷ đồng.",
			Goal:     edition.ChartGoal{From: at(56000), To: at(61000), Label: "Kế hoạch: 56.000–61.000 tỷ đồng"},
			Baseline: yearBefore(55860, "≈55.860 tỷ đồng"), Points: []edition.ChartPoint{report(56100, "56.100 tỷ đồng", "01/10/2018")},
			Verdict: "đạt", Standing: edition.Met},
		{ID: "band-unknown", Form: edition.Band, Title: "Tổng vốn đầu tư trên địa bàn", Measure: "tỷ đồng", Axis: edition.Axis{Min: 54000, Max: 63000, Zoomed: true},
			Sentence: "Chưa có số liệu.",
			Goal:     edition.ChartGoal{From: at(56000), To: at(61000), Label: "Kế hoạch: 56.000–61.000 tỷ đồng"}, NoData: "chưa có số liệu", Verdict: "chưa có số liệu", Standing: edition.Unknown},
		{ID: "ceiling-met", Form: edition.Ceiling, Title: "Tỷ lệ hộ nghèo", Measure: "%", Axis: edition.Axis{Max: 3},
			Sentence: "Ước còn 1,55%, đạt kế hoạch.",
			Goal:     edition.ChartGoal{To: at(1.55), Label: "Đạt: không quá 1,55%"},
			Baseline: yearBefore(2.55, "2,55%"), Points: []edition.ChartPoint{report(1.55, "1,55%", "01/10/2018")}, Verdict: "đạt", Standing: edition.Met},
		{ID: "ceiling-missed", Form: edition.Ceiling, Title: "Tỷ lệ hộ nghèo", Measure: "%", Axis: edition.Axis{Max: 3},
			Sentence: "Còn 1,72%, chưa đạt kế hoạch.",
			Goal:     edition.ChartGoal{To: at(1.55), Label: "Đạt: không quá 1,55%"},
			Official: &edition.ChartGoal{To: at(1.6), Label: "Chỉ tiêu của thành phố: không quá 1,6%"},
			Baseline: yearBefore(2.55, "2,55%"), Points: []edition.ChartPoint{report(1.72, "1,72%", "01/10/2018")}, Verdict: "chưa đạt", Standing: edition.Missed},
		{ID: "tally-exceeded", Form: edition.Tally, Title: "Số xã được công nhận nông thôn mới", Measure: "xã", Axis: edition.Axis{Max: 6},
			Sentence: "Thêm 06 xã, vượt kế hoạch 05 xã.",
			Goal:     edition.ChartGoal{From: at(5), Label: "Kế hoạch: 05 xã"},
			Points:   []edition.ChartPoint{report(6, "06 xã", "01/10/2018")}, Verdict: "vượt", Standing: edition.Exceeded},
		{ID: "tally-missed", Form: edition.Tally, Title: "Số xã được công nhận nông thôn mới", Measure: "xã", Axis: edition.Axis{Max: 14},
			Sentence: "Mới 03 xã.",
			Goal:     edition.ChartGoal{From: at(14), Label: "Kế hoạch: 14 xã"}, Baseline: yearBefore(2, "02 xã"),
			Points: []edition.ChartPoint{report(3, "03 xã", "01/10/2018")}, Verdict: "chưa đạt", Standing: edition.Missed},
		{ID: "tally-unknown", Form: edition.Tally, Title: "Số xã được công nhận nông thôn mới", Measure: "xã", Axis: edition.Axis{Max: 5},
			Goal: edition.ChartGoal{From: at(5), Label: "Kế hoạch: 05 xã"}, NoData: "chưa có số liệu", Verdict: "chưa có số liệu", Standing: edition.Unknown},
		{ID: "course-exceeded", Form: edition.Course, Title: "Kim ngạch xuất khẩu và doanh thu dịch vụ ngoại tệ", Measure: "triệu USD", Axis: edition.Axis{Min: 1700, Max: 2100, Zoomed: true},
			Sentence: "Ước đạt ≈2.020 triệu USD, vượt kế hoạch 1.790 triệu USD.",
			Goal:     edition.ChartGoal{From: at(1790), Label: "Kế hoạch: 1.790 triệu USD"},
			Baseline: yearBefore(1769, "≈1.769 triệu USD"),
			Points: []edition.ChartPoint{
				{Value: 1847, Words: "1.847 triệu USD", Label: "01/10/2018", Provisional: true},
				{Value: 2020, Words: "≈2.020 triệu USD", Label: "đầu 2019", Provisional: true, Computed: true, Newest: true}},
			Verdict: "vượt", Standing: edition.Exceeded},
		{ID: "course-undecided", Form: edition.Course, Title: "Tăng trưởng kinh tế (GRDP)", Measure: "%", Axis: edition.Axis{Min: 6, Max: 8.5, Zoomed: true},
			Sentence: "Ước trên 7,5%: chưa đủ căn cứ so với kế hoạch 8%.",
			Goal:     edition.ChartGoal{From: at(8), Label: "Kế hoạch: 8%"},
			Official: &edition.ChartGoal{From: at(7.5), To: at(8), Label: "Chỉ tiêu của thành phố: 7,5–8%"},
			Baseline: yearBefore(6.54, "6,54%"),
			Points: []edition.ChartPoint{
				{Value: 7.5, Words: "7,5%", Label: "01/10/2018", Provisional: true},
				{Value: 7.5, Words: "trên 7,5%", Label: "07/12/2018", Provisional: true, Open: 1, Newest: true}},
			Verdict: "chưa đủ căn cứ", Standing: edition.Undecided},
		{ID: "course-band", Form: edition.Course, Title: "Tổng vốn đầu tư trên địa bàn", Measure: "tỷ đồng", Axis: edition.Axis{Min: 54000, Max: 63000, Zoomed: true},
			Sentence: "Đạt.",
			Goal:     edition.ChartGoal{From: at(56000), To: at(61000), Label: "Kế hoạch: 56.000–61.000 tỷ đồng"},
			Points: []edition.ChartPoint{
				{Value: 55000, Words: "55.000 tỷ đồng", Label: "01/10/2018"},
				{Value: 58000, Words: "58.000 tỷ đồng", Label: "07/12/2018", Newest: true}},
			Verdict: "đạt", Standing: edition.Met},
		{ID: "course-long", Form: edition.Course, Title: "Giải ngân vốn đầu tư công lũy kế", Measure: "tỷ đồng", Axis: edition.Axis{Max: 4000},
			Sentence: "Lũy kế 1.990 tỷ đồng, chưa đạt kế hoạch 3.360 tỷ đồng.",
			Goal:     edition.ChartGoal{From: at(3360), Label: "Kế hoạch: 3.360 tỷ đồng"},
			Official: &edition.ChartGoal{From: at(3000), Label: "Chỉ tiêu của thành phố: 3.000 tỷ đồng"},
			Points: []edition.ChartPoint{
				{Value: 120, Words: "120 tỷ đồng", Label: "01/2018", Day: 17562}, {Value: 260, Words: "260 tỷ đồng", Label: "02/2018", Day: 17590},
				{Value: 455, Words: "455 tỷ đồng", Label: "03/2018", Day: 17621}, {Value: 700, Words: "700 tỷ đồng", Label: "04/2018", Day: 17651},
				{Value: 980, Words: "980 tỷ đồng", Label: "05/2018", Day: 17682}, {Value: 1310, Words: "1.310 tỷ đồng", Label: "06/2018", Day: 17712},
				{Value: 1602, Words: "1.602 tỷ đồng", Label: "09/2018", Day: 17804, Gap: true, Provisional: true}, {Value: 1990, Words: "1.990 tỷ đồng", Label: "10/2018", Day: 17835, Provisional: true, Newest: true}},
			Verdict: "chưa đạt", Standing: edition.Missed},
	}
}

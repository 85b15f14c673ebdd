package edition

import (
	"bangvang/internal/campaign"
)

// sentence is the one sentence that is said of a target, wherever it is shown: the verdict, the figure and how firm it is, by how much,
// as of when and by whose word. against names the threshold: "kế hoạch", "chỉ tiêu của thành phố", "chỉ tiêu được giao".
func sentence(m measured, g campaign.Goal, period campaign.Date, results []*campaign.Result, against string) string {
	r := campaign.Newest(results)
	a := campaign.Attain(g, r)
	switch a {
	case campaign.Unknown:
		return upper(noData) + ": " + against + " " + m.goal(g) + ", chưa có báo cáo nào về kết quả " + dated(period) + "."
	case campaign.Undecided:
		return "Chưa đủ căn cứ để kết luận: " + statusOf(r.Status, period) + " là " + m.result(r) + ", " + against + " " + m.goal(g) + by(r) + "."
	}
	return upper(verdictWords[a]) + " " + against + ": " + statusOf(r.Status, period) + " là " + m.result(r) + ", " +
		comparison(m, g, r, a, against) + by(r) + "."
}

// comparison says how the figure stands to the goal.
func comparison(m measured, g campaign.Goal, r *campaign.Result, a campaign.Attainment, against string) string {
	if r.Qualifier == campaign.Above || r.Qualifier == campaign.Below {
		return against + " " + m.goal(g)
	}
	approx := ""
	if r.Qualifier == campaign.About {
		approx = "khoảng "
	}
	if g.Kind == campaign.Between {
		switch a {
		case campaign.Met:
			return "nằm trong khoảng " + m.goal(g)
		case campaign.Exceeded:
			return "cao hơn mức trên của khoảng " + m.goal(g) + " là " + approx + m.difference(r.Value.Sub(g.To))
		}
		return "thấp hơn mức dưới của khoảng " + m.goal(g) + " là " + approx + m.difference(g.From.Sub(r.Value))
	}
	if r.Value.Cmp(g.Threshold()) == 0 {
		return "bằng mức " + m.words(g.Threshold())
	}
	way := "cao hơn"
	if r.Value.Cmp(g.Threshold()) < 0 {
		way = "thấp hơn"
	}
	return way + " mức " + m.words(g.Threshold()) + " là " + approx + m.difference(r.Value.Sub(g.Threshold()))
}

// by names the report: its date and who published it.
func by(r *campaign.Result) string {
	switch {
	case r.Source != nil && r.Status == campaign.StatusComputed:
		return " (tính từ số của " + r.Source.Publisher + ", " + dated(r.AsOf) + ")"
	case r.Computed != nil && r.Computed.From != nil:
		return " (tính từ số của " + r.Computed.From.Publisher + ", " + dated(r.AsOf) + ")"
	case r.Source != nil:
		return " (theo " + r.Source.Publisher + ", số liệu " + dated(r.AsOf) + ")"
	}
	return " (số liệu " + dated(r.AsOf) + ")"
}

// timelyWords words whether an assigned target was reached by its deadline.
var timelyWords = map[campaign.Timeliness]string{
	campaign.InTime: "đúng hạn",
	campaign.Late:   "sau hạn",
	campaign.Open:   "chưa hoàn thành",
}

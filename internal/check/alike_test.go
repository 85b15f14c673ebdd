package check

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"bangvang/internal/campaign"
	"bangvang/internal/diag"
	"bangvang/internal/source"
)

// crowd is n awards in eight decisions and 1,000 units, named and employed as people are: few families, few offices, unlike citations.
func crowd(n int) (*resolver, map[*campaign.Award]*source.Award) {
	var (
		rnd      = rand.New(rand.NewPCG(uint64(n), 15))
		families = strings.Fields("Nguyễn Nguyễn Nguyễn Nguyễn Trần Trần Lê Lê Phạm Huỳnh Phan Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Lâm Mai Cao Thái Tô Châu")
		middles  = strings.Fields("Thị Thị Thị Thị Văn Văn Văn Văn Minh Ngọc Thanh Hữu Quốc Hoàng Kim Thu Đức Công Xuân Hồng Bích Anh Tuấn Mỹ Như Gia")
		givens   = strings.Fields("Anh Hương Hùng Dũng Linh Hà Lan Nga Thảo Tuấn An Bảo Bình Châu Chi Cường Đạt Diễm Duy Dung Dương Đông Đức Giang Hải Hằng Hạnh Hiền Hiếu Hoa Hòa Hồng Huệ Huy " +
			"Khang Khánh Khoa Kiên Lâm Liên Loan Lộc Long Mai Minh My Nam Ngân Nghĩa Ngọc Nhân Nhi Nhung Oanh Phát Phong Phúc Phương Quân Quang Quyên Sơn Tài Tâm Tân Thái Thanh Thành Thắng Thủy Tiên Trang Trâm Trí Trung Tú Uyên Vân Vinh Vũ Xuân Ý Yến")
		offices = strings.Fields("Trưởng_phòng Phó_Trưởng_phòng Chuyên_viên Giáo_viên Nhân_viên Bác_sĩ Điều_dưỡng Công_nhân Nông_dân Cán_bộ")
		r       = &resolver{ledger: &campaign.Ledger{}, tree: &source.Tree{Campaign: &source.Campaign{}, Decisions: make([]source.Decision, 8)}}
		read    = map[*campaign.Award]*source.Award{}
		units   []*campaign.Unit
	)
	for i := range 1000 {
		units = append(units, &campaign.Unit{ID: fmt.Sprint("u", i), Name: fmt.Sprint("Đơn vị ", i), Kind: campaign.Department})
	}
	r.ledger.Campaign.Period = campaign.Span{From: campaign.Date{Year: 2018}, To: campaign.Date{Year: 2018}}
	var decisions []*campaign.Decision
	for i := range 8 {
		decisions = append(decisions, &campaign.Decision{ID: fmt.Sprint("d", i), Number: fmt.Sprint(i), Form: &campaign.Form{Short: "Giấy khen"}})
	}
	of := func(words []string) string { return words[rnd.IntN(len(words))] }
	for i := range n {
		name := of(families) + " " + of(middles) + " " + of(givens)
		if rnd.IntN(2) == 0 {
			name = of(families) + " " + of(middles) + " " + of(givens) + " " + of(givens)
		}
		a := &campaign.Award{
			ID: fmt.Sprintf("a-%05d", i), No: i + 1, Kind: campaign.Individual, Name: name, Position: strings.ReplaceAll(of(offices), "_", " "), Unit: units[rnd.IntN(1000)],
			Decision: decisions[i*8/n], Citation: fmt.Sprintf("Có thành tích xuất sắc trong việc %d cải tiến quy trình tiếp nhận, giải quyết hồ sơ năm 2018", i),
		}
		read[a] = &source.Award{Name: source.Value{Text: name, Place: diag.Place{File: "data/awards/a.yaml", Line: int32(i + 1)}}}
		r.ledger.Awards = append(r.ledger.Awards, a)
	}
	r.ledger.Units, r.ledger.Decisions = units, decisions
	return r, read
}

// BenchmarkPeople: all that is asked of a large province's roll takes less than a second.
func BenchmarkPeople(b *testing.B) {
	r, read := crowd(64_060)
	b.ReportAllocs()
	for b.Loop() {
		r.problems = diag.List{}
		r.read = read
		r.alike()
		r.citations()
		r.merits()
		r.idleUnits()
	}
	b.ReportMetric(float64(len(r.problems.Sorted())), "asked")
}

// TestAlikeWorth: of a large province's roll, whose names are as common as names are, no more is asked than people can look through.
func TestAlikeWorth(t *testing.T) {
	r, read := crowd(7_300)
	r.read = read
	r.alike()
	if n := len(r.problems.Sorted()); n > 7_300/100 {
		t.Errorf("%d questions", n)
	}
}

// TestAlikeBounded: a list of names that are all alike is told so, and no pair by pair.
func TestAlikeBounded(t *testing.T) {
	r, read := crowd(20_000)
	digits := strings.NewReplacer("0", "k", "1", "m", "2", "n", "3", "p", "4", "q", "5", "r", "6", "s", "7", "t", "8", "v", "9", "x")
	for i, a := range r.ledger.Awards {
		a.Unit, a.Position, a.Name = r.ledger.Units[0], "Giáo viên", "Nguyễn Thị Dụ "+digits.Replace(fmt.Sprint(10_000+i))
	}
	r.read = read
	r.alike()
	if n := len(r.problems.Sorted()); n != mostAsked+1 {
		t.Errorf("%d told", n)
	}
}

package bench

import (
	"bufio"
	"fmt"
)

func (c maker) decision(i int) string { return fmt.Sprintf("%s-mau-%05d", forms[i%len(forms)], i+1) }

// kindOf gives the kind of the n-th award of a decision: collectives first, as on paper, and a household at times.
func kindOf(n, of int) string {
	switch {
	case n < of/6:
		return "collective"
	case n >= of-of/40:
		return "household"
	}
	return "individual"
}

func (c maker) decisions(w *bufio.Writer, part int) {
	for i := part * decisionsInFile; i < min((part+1)*decisionsInFile, c.Decisions); i++ {
		from, to := share(c.Awards, i, c.Decisions)
		n := to - from
		fmt.Fprintf(w, "- id: %s\n  form: %s\n  number: MẪU-%05d\n  date: 2018-%02d-%02d\n  issuer: Ủy ban nhân dân thành phố Minh Họa\n  signatory:\n    office: Chủ tịch\n    name: Nguyễn Văn Mẫu\n",
			c.decision(i), forms[i%len(forms)], i+1, 6+i%7, 1+i%28)
		fmt.Fprintf(w, "  reason: >-\n    Đã có thành tích xuất sắc trong đợt thi đua giả định, được lập ra để đo tốc độ của chương trình\n    và không có thật\n"+
			"  bases:\n    - Luật Thi đua, Khen thưởng năm 2003\n    - Tờ trình mẫu số %d\n  expects:\n    collectives: %d\n    individuals: %d\n    households: %d\n  sample: true\n", i+1, n/6, n-n/6-n/40, n/40)
	}
}

var civil = []string{"công chức", "viên chức", "công nhân", "nông dân", "doanh nhân", "người lao động", "lực lượng vũ trang"}

// awards are the file of one decision.
func (c maker) awards(w *bufio.Writer, i int) {
	in := NewInventor(c.seed, forAwards+uint64(i))
	from, to := share(c.Awards, i, c.Decisions)
	first, step := in.IntN(c.Units), 1+in.IntN(max(1, c.Units/(to-from))) // no unit has two in one decision
	fmt.Fprintf(w, "# Danh sách mẫu, do máy đặt.\ndecision: %s\nawards:\n", c.decision(i))
	for n := range to - from {
		kind := kindOf(n, to-from)
		fmt.Fprintf(w, "  - id: %s-%03d\n    no: %d\n    kind: %s\n", c.decision(i), n+1, n+1, kind)
		in.awardee(w, kind, from+n)
		fmt.Fprintf(w, "    unit: %s\n    area: %s\n", unit((first+n*step)%c.Units), areas[in.IntN(len(areas))].id)
		in.citation(w)
		fmt.Fprintf(w, "    golden_book_no: MẪU-SV-%07d\n", from+n+1)
		if n%3 == 0 {
			fmt.Fprintf(w, "    from:\n      file: danh-sach-mau-%d.xlsx\n      sheet: Danh sách\n      row: %d\n", i+1, n+7)
		}
	}
}

// awardee is who is honoured. Collectives are numbered, so that none has another's name.
func (c Inventor) awardee(w *bufio.Writer, kind string, n int) {
	switch kind {
	case "collective":
		fmt.Fprintf(w, "    name: %s %s số %d\n", c.Skewed(Groups), c.Skewed(Fields), n+1)
	case "household":
		fmt.Fprintf(w, "    name: Hộ ông %s\n", c.Person())
	default:
		name := c.Person()
		fmt.Fprintf(w, "    honorific: %s\n    name: %s\n    position: %s\n    group: %s\n", [...]string{"Ông", "Bà"}[c.IntN(2)], name, c.Office(), c.Skewed(civil))
	}
}

var (
	deeds   = []string{"Dẫn đầu phong trào mẫu về", "Có nhiều đổi mới trong", "Hoàn thành xuất sắc nhiệm vụ về", "Vận động được nhiều người tham gia", "Hoàn thành trước thời hạn kế hoạch về"}
	matters = []string{"rút ngắn thời gian giải quyết thủ tục hành chính", "chuyển đổi cơ cấu cây trồng", "giữ gìn vệ sinh môi trường", "chăm sóc sức khỏe nhân dân", "dạy tốt, học tốt",
		"giúp nhau giảm nghèo bền vững", "bảo đảm an ninh, trật tự ở cơ sở", "tiết kiệm, chống lãng phí"}
	places = []string{"trên địa bàn", "tại đơn vị", "ở khu dân cư", "trong ngành", "của địa phương"}
)

// citation is a line, or in one of eight folded text of three.
func (c Inventor) citation(w *bufio.Writer) {
	line := func() string {
		return c.Any(deeds) + " " + c.Any(matters) + " " + c.Any(places)
	}
	if c.IntN(8) > 0 {
		fmt.Fprintf(w, "    citation: %s năm 2018\n", line())
		return
	}
	fmt.Fprintf(w, "    citation: >-\n      %s;\n      %s;\n      góp phần hoàn thành vượt mức chỉ tiêu được giao năm 2018\n", line(), line())
}

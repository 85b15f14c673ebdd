package bench

import (
	"bufio"
	"fmt"
	"io"

	"bangvang/internal/fileset"
)

// Campaign gives the files of a campaign: data/ and content/.
func Campaign(size Size, seed uint64) (*fileset.Set, error) {
	c := maker{Size: size, seed: seed}
	set := fileset.New()
	type file struct {
		name  string
		write func(*bufio.Writer)
	}
	files := []file{
		{"data/campaign.yaml", c.campaign}, {"data/areas.yaml", c.areas}, {"data/forms.yaml", c.forms}, {"data/targets.yaml", c.targets}, {"data/sources.yaml", c.sources},
		{"data/results/chi-tieu.yaml", c.results},
		{"content/ke-hoach.md", article("Kế hoạch phát động", "Đợt thi đua giả định, để đo tốc độ.")},
		{"content/loi-noi-dau.md", article("Lời nói đầu", "Mọi tên người, tên đơn vị dưới đây là do máy đặt.")},
		{"content/chuong-trinh.md", article("Chương trình", "Buổi lễ giả định.")},
	}
	for _, a := range areas {
		files = append(files, file{"content/noi-dung/" + a.id + ".md", article(a.name, "Nội dung giả định.")})
	}
	for i := range c.parts(size.Units, unitsInFile) {
		files = append(files, file{fmt.Sprintf("data/units/don-vi-%03d.yaml", i+1), func(w *bufio.Writer) { c.units(w, i) }})
	}
	for i := range c.parts(size.Assignments, assignmentsInFile) {
		files = append(files,
			file{fmt.Sprintf("data/assignments/chi-tieu-giao-%03d.yaml", i+1), func(w *bufio.Writer) { c.assignments(w, i) }},
			file{fmt.Sprintf("data/results/chi-tieu-giao-%03d.yaml", i+1), func(w *bufio.Writer) { c.reports(w, i) }})
	}
	for i := range c.parts(size.Decisions, decisionsInFile) {
		files = append(files, file{fmt.Sprintf("data/decisions/quyet-dinh-%03d.yaml", i+1), func(w *bufio.Writer) { c.decisions(w, i) }})
	}
	for i := range size.Decisions {
		files = append(files, file{"data/awards/" + c.decision(i) + ".yaml", func(w *bufio.Writer) { c.awards(w, i) }})
	}
	for _, f := range files {
		err := set.Add(f.name, func(w io.Writer) error {
			b := bufio.NewWriter(w)
			f.write(b)
			return b.Flush()
		})
		if err != nil {
			return nil, err
		}
	}
	return set, nil
}

// How many records are in one file.
const (
	unitsInFile       = 500
	assignmentsInFile = 2_000
	decisionsInFile   = 1_000
)

// maker makes the files of one campaign. It has no state: each file begins its own chance.
type maker struct {
	Size
	seed uint64
}

func (c maker) parts(whole, inFile int) int { return (whole + inFile - 1) / inFile }

// What an inventor is for, beside the number of the file.
const (
	forUnits uint64 = (iota + 1) << 32
	forAssignments
	forAwards
)

func article(title, text string) func(*bufio.Writer) {
	return func(w *bufio.Writer) { fmt.Fprintf(w, "---\ntitle: %s\n---\n\n%s\n", title, text) }
}

func (c maker) campaign(w *bufio.Writer) {
	fmt.Fprint(w, `# Đợt thi đua giả định, để đo tốc độ: mọi dữ liệu do máy đặt.
name: Đợt thi đua giả định để đo tốc độ của chương trình
short_name: Đợt thi đua giả định
anniversary: {from: 2004-01-02, to: 2019-01-02}
theme: Đoàn kết, sáng tạo, đo cho đúng
period: {from: 2018-05, to: 2018-11-30}
as_of: "2019-01-15T08:00:00+07:00"
time_zone: Asia/Ho_Chi_Minh
lang: vi
plan:
  title: Kế hoạch phát động đợt thi đua giả định
  issuer: Ủy ban nhân dân thành phố Minh Họa
  signatory: {office: Chủ tịch, name: Nguyễn Văn Mẫu}
organizer: Ủy ban nhân dân thành phố Minh Họa
secretariat: Ban Thi đua - Khen thưởng thành phố Minh Họa
event: {word: Lễ tổng kết, date: 2019-01, programme: chuong-trinh.md}
base_url: https://toc-do.example/
contact: {name: Ban Thi đua - Khen thưởng thành phố Minh Họa}
licence: Dữ liệu giả định, không có thật.
legal_basis: Luật Thi đua, Khen thưởng năm 2003
`)
	if c.NoBooklet {
		fmt.Fprintln(w, "booklet: false")
	}
}

var areas = []struct{ id, letter, name string }{
	{"kinh-te", "a", "Phát triển kinh tế"}, {"van-hoa-xa-hoi", "b", "Phát triển văn hóa - xã hội"}, {"quan-ly-nha-nuoc", "c", "Nâng cao hiệu lực quản lý nhà nước"},
	{"phong-chong-tham-nhung", "d", "Phòng, chống tham nhũng"}, {"quoc-phong-an-ninh", "đ", "Giữ vững quốc phòng, an ninh"}, {"moi-truong", "e", "Bảo vệ môi trường"},
	{"hoc-tap-lam-theo", "g", "Học tập và làm theo Bác"},
}

func (c maker) areas(w *bufio.Writer) {
	for _, a := range areas {
		fmt.Fprintf(w, "- id: %s\n  letter: %s\n  name: Thi đua %s\n  summary: Nội dung giả định về %s.\n", a.id, a.letter, a.name, a.name)
	}
}

func (c maker) forms(w *bufio.Writer) {
	for i, name := range []string{"Bằng khen", "Giấy khen"} {
		fmt.Fprintf(w, "- id: %s\n  name: %s của Chủ tịch Ủy ban nhân dân thành phố Minh Họa\n  short: %s\n  rank: %d\n  level: Chủ tịch Ủy ban nhân dân thành phố Minh Họa\n  kind: form\n", forms[i], name, name, i+1)
	}
}

var forms = []string{"bang-khen", "giay-khen"}

func (c maker) sources(w *bufio.Writer) {
	fmt.Fprint(w, "- id: bao-cao-gia-dinh\n  title: Báo cáo giả định\n  publisher: Ban Thi đua - Khen thưởng thành phố Minh Họa\n  date: 2018-12-01\n")
}

package edition

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"bangvang/internal/campaign"
	"bangvang/internal/diag"
	"bangvang/internal/viet"
)

// Appraisal is the sheet on which the Board appraises: what each unit was given, reached, claims and is proposed for, and what speaks against it.
// It is private: it holds drafts, and those who may not be named in public.
type Appraisal struct {
	Paper
	Lead    string // "16 đơn vị, 28 chỉ tiêu giao …"
	Words   AppraisalWords
	Blocks  AppraisalTable // a row for each block, then one for units of none, then all
	Overall AppraisalTable // a row for each unit
	Units   []AppraisalUnit
}

// AppraisalWords are what the sheet itself says.
type AppraisalWords struct {
	Targets, Achievements, Awards, Objections string // headings within a unit
	Nothing                                   string // where a table has no row
	Continued, Page                           string
	Opinion, Conclusion                       string   // before the lines that the Board fills in
	Choices                                   []string // squares to tick
	Unit, Objection, Place                    string   // heads of a workbook's columns
}

// AppraisalTable is rows under heads. The last Blank columns are for the Board to fill in: rows have no cells for them.
type AppraisalTable struct {
	Heads []string
	Blank int
	Rows  [][]Cell // a Value is a number
	Sum   bool     // the last row is a sum
}

// AppraisalUnit is one unit on the sheet.
type AppraisalUnit struct {
	Place  diag.Place
	Name   string
	Line   string // kind and block
	Lead   string // "Được giao 05 chỉ tiêu: 03 vượt …"
	Sample string

	Targets, Achievements, Awards AppraisalTable
	Objections                    []Objection
}

// Objection is something found that the Board should know of before it decides.
type Objection struct {
	Words string
	Place string // in the data: "data/results.yaml:12"; "" of what is missing
}

// AppraisalChoice narrows down whose sheets are made; its zero value is every unit that was given, did or is proposed for something.
type AppraisalChoice struct{ Unit, Block string }

// Wrong says in Vietnamese which id of a choice there is none of; "" if all are there.
func (ch AppraisalChoice) Wrong(l *campaign.Ledger) string {
	var units, blocks []string
	for _, u := range l.Units {
		units = append(units, u.ID)
	}
	for _, b := range l.Blocks {
		blocks = append(blocks, b.ID)
	}
	return wrongID([]wantedID{{"đơn vị", ch.Unit, units}, {"cụm, khối", ch.Block, blocks}})
}

func (ch AppraisalChoice) takes(u *campaign.Unit) bool {
	if len(u.Assignments)+len(u.Achievements)+len(proposed(u)) == 0 {
		return false
	}
	return (ch.Unit == "" || u.ID == ch.Unit) && (ch.Block == "" || u.Block != nil && u.Block.ID == ch.Block)
}

// proposed are the awards of a unit that the Board has to appraise: all that were not taken back, drafts among them.
func proposed(u *campaign.Unit) []*campaign.Award {
	var out []*campaign.Award
	for _, a := range u.Awards {
		if a.Withdrawn == nil && a.Decision.Revoked == nil {
			out = append(out, a)
		}
	}
	return out
}

var appraisalWords = AppraisalWords{
	Targets: "Chỉ tiêu được giao", Achievements: "Thành tích", Awards: "Đề nghị khen", Objections: "Điều cần xem lại",
	Nothing: "Không có trong dữ liệu.", Continued: "tiếp theo", Page: "trang", Opinion: "Ý kiến của Hội đồng:", Conclusion: "Kết luận:",
	Choices: []string{"đồng ý đề nghị khen", "không đồng ý", "xem xét thêm"}, Unit: "Đơn vị", Objection: "Điều cần xem lại", Place: "Ở dòng dữ liệu",
}

// ComposeAppraisal composes the sheets of units in their order. Objections are by the unit's id.
func ComposeAppraisal(l *campaign.Ledger, ch AppraisalChoice, objections map[string][]diag.Problem) *Appraisal {
	a := &Appraisal{Paper: paperOf(l, "Phiếu bình xét, thẩm định"), Words: appraisalWords}
	a.Overall = AppraisalTable{Heads: slices.Concat([]string{"Đơn vị", "Cụm, khối"}, progressHeads, []string{"Hội đồng xếp loại", "Ý kiến"}), Blank: 2}
	a.Blocks = AppraisalTable{Heads: slices.Concat([]string{"Cụm, khối thi đua", "Đơn vị"}, progressHeads, []string{"Ý kiến"}), Blank: 1, Sum: true}
	sums := map[*campaign.Block]*progress{}
	var all progress
	for _, u := range l.Units {
		if !ch.takes(u) {
			continue
		}
		unit := appraisedUnit(u, objections[u.ID])
		a.Units = append(a.Units, unit)
		s := progressOf(u, len(unit.Objections))
		a.Overall.Rows = append(a.Overall.Rows, append([]Cell{{Words: u.Name}, {Words: blockName(u.Block)}}, s.cells()...))
		if sums[u.Block] == nil {
			sums[u.Block] = &progress{}
		}
		sums[u.Block].add(s)
		all.add(s)
	}
	for _, b := range slices.Concat(l.Blocks, []*campaign.Block{nil}) {
		if s := sums[b]; s != nil {
			name := "Chưa xếp cụm, khối"
			if b != nil {
				name = b.Name
			}
			a.Blocks.Rows = append(a.Blocks.Rows, append([]Cell{{Words: name}, plainCount(s.units)}, s.cells()...))
		}
	}
	a.Blocks.Rows = append(a.Blocks.Rows, append([]Cell{{Words: "Cộng"}, plainCount(all.units)}, all.cells()...))
	a.Lead = strings.Join([]string{viet.Count(all.units, "đơn vị"), viet.Count(all.assigned, "chỉ tiêu được giao"), viet.Count(all.achievements, "thành tích"),
		viet.Count(all.proposed, "lượt đề nghị khen"), viet.Count(all.objections, "điều cần xem lại")}, ", ")
	return a
}

func blockName(b *campaign.Block) string {
	if b == nil {
		return ""
	}
	return b.Name
}

func appraisedUnit(u *campaign.Unit, problems []diag.Problem) AppraisalUnit {
	out := AppraisalUnit{Place: u.Place, Name: u.Name, Line: joined(" · ", upper(unitKindWords[u.Kind]), blockName(u.Block)), Lead: progressOf(u, 0).lead(),
		Targets:      AppraisalTable{Heads: []string{"STT", "Chỉ tiêu", "Phải đạt", "Kết quả", "Nguồn", "Thời hạn", "Đúng hạn", "Mức đạt", "Hội đồng đánh giá"}, Blank: 1},
		Achievements: AppraisalTable{Heads: []string{"STT", "Thành tích", "Số liệu", "Thời gian", "Nguồn", "Hội đồng đánh giá"}, Blank: 1},
		Awards:       AppraisalTable{Heads: []string{"STT", "Hình thức", "Tập thể, cá nhân", "Thành tích đề nghị", "Quyết định", "Hội đồng đánh giá"}, Blank: 1}}
	sample := false
	no := func(t *AppraisalTable) Cell { return plainCount(len(t.Rows) + 1) }
	for _, s := range u.Assignments {
		sample = sample || s.Sample
		out.Targets.Rows = append(out.Targets.Rows, append([]Cell{no(&out.Targets)}, appraisedTarget(s)...))
	}
	for _, h := range u.Achievements {
		sample = sample || h.Sample
		words := achievement(h)
		out.Achievements.Rows = append(out.Achievements.Rows, []Cell{no(&out.Achievements), {Words: words.Text}, {Words: words.Value}, {Words: words.Date}, {Words: words.Source.Words}})
	}
	for _, w := range proposed(u) {
		sample = sample || w.Decision.Sample
		out.Awards.Rows = append(out.Awards.Rows, append([]Cell{no(&out.Awards)}, appraisedAward(w)...))
	}
	for _, p := range problems {
		out.Objections = append(out.Objections, Objection{Words: upper(p.Text) + ".", Place: p.Place.Short()})
	}
	_, gaps := gapsOf(u)
	for _, g := range gaps {
		out.Objections = append(out.Objections, Objection{Words: upper(g) + "."})
	}
	if sample {
		out.Sample = sampleMark
	}
	return out
}

// appraisedTarget says how far a unit came with a target that was given to it, and whether in time.
func appraisedTarget(s *campaign.Assignment) []Cell {
	m := measured{vietnamese, s.Measure, s.MeasureOne, s.Goal.Kind == campaign.Count, s.Decimals}
	r := campaign.Newest(s.Results)
	result, source, timely := m.result(r), "", ""
	if r != nil {
		result = joined(", ", result, vietnamese.statuses[r.Status], vietnamese.date(r.AsOf))
		timely = vietnamese.timely[campaign.Timely(s.Goal, s.Deadline, s.Results)]
		if by := reportOf(r); by != nil {
			source = vietnamese.cited(by)
		} else if r.Sample {
			source = "số liệu mẫu, không có nguồn"
		}
		source = joined(". ", source, r.Note)
	}
	return []Cell{{Words: s.Name}, {Words: m.goal(s.Goal)}, {Words: result}, {Words: source}, {Words: vietnamese.date(s.Deadline)}, {Words: timely},
		{Words: vietnamese.verdicts[campaign.Attain(s.Goal, r)]}}
}

func appraisedAward(w *campaign.Award) []Cell {
	who := addressed(w.Honorific, w.Name)
	if w.Position != "" {
		who += ", " + w.Position
	}
	if !named(w) {
		who += " (trẻ em, chưa có đồng ý nêu tên: không nêu tên ngoài cuộc họp)"
	}
	decision := "dự thảo " + w.Decision.ID
	if !w.Decision.Draft() {
		decision = joined(" ", w.Decision.Number, vietnamese.dated(w.Decision.Date))
	}
	return []Cell{{Words: w.Decision.Form.Short + ", " + kindWords[w.Kind]}, {Words: who}, {Words: w.Citation}, {Words: decision}}
}

// progress counts what a unit, or several, were given and reached.
type progress struct {
	units, assigned, exceeded, met, missed, open, inTime, late, achievements, proposed, objections int
	awards                                                                                         campaign.Tally
}

var progressHeads = []string{"Giao", "Vượt", "Đạt", "Chưa đạt", "Chưa rõ", "Đúng hạn", "Sau hạn", "Thành tích", "Đề nghị tập thể", "Đề nghị cá nhân", "Đề nghị hộ", "Cần xem lại"}

func progressOf(u *campaign.Unit, objections int) progress {
	s := progress{units: 1, assigned: len(u.Assignments), achievements: len(u.Achievements), objections: objections}
	for _, a := range u.Assignments {
		switch campaign.Attain(a.Goal, campaign.Newest(a.Results)) {
		case campaign.Exceeded:
			s.exceeded++
		case campaign.Met:
			s.met++
		case campaign.Missed:
			s.missed++
		default:
			s.open++
		}
		switch campaign.Timely(a.Goal, a.Deadline, a.Results) {
		case campaign.InTime:
			s.inTime++
		case campaign.Late:
			s.late++
		}
	}
	for _, w := range proposed(u) {
		s.proposed++
		s.awards.Count(w.Kind)
	}
	return s
}

func (s *progress) add(o progress) {
	for _, n := range []struct{ to, of *int }{{&s.units, &o.units}, {&s.assigned, &o.assigned}, {&s.exceeded, &o.exceeded}, {&s.met, &o.met}, {&s.missed, &o.missed},
		{&s.open, &o.open}, {&s.inTime, &o.inTime}, {&s.late, &o.late}, {&s.achievements, &o.achievements}, {&s.proposed, &o.proposed}, {&s.objections, &o.objections},
		{&s.awards.Collectives, &o.awards.Collectives}, {&s.awards.Individuals, &o.awards.Individuals}, {&s.awards.Households, &o.awards.Households}} {
		*n.to += *n.of
	}
}

// cells are the counts under progressHeads.
func (s *progress) cells() []Cell {
	var out []Cell
	for _, n := range []int{s.assigned, s.exceeded, s.met, s.missed, s.open, s.inTime, s.late, s.achievements, s.awards.Collectives, s.awards.Individuals, s.awards.Households, s.objections} {
		out = append(out, plainCount(n))
	}
	return out
}

// lead says it in a sentence.
func (s progress) lead() string {
	given := "Chưa có chỉ tiêu được giao"
	if s.assigned > 0 {
		given = "Được giao " + viet.Count(s.assigned, "chỉ tiêu")
		var parts []string
		for _, n := range []struct {
			n     int
			words string
		}{{s.exceeded, "vượt"}, {s.met, "đạt"}, {s.missed, "chưa đạt"}, {s.open, "chưa rõ"}, {s.inTime, "đúng hạn"}, {s.late, "sau hạn"}} {
			if n.n > 0 {
				parts = append(parts, fmt.Sprintf("%d %s", n.n, n.words))
			}
		}
		given += ": " + strings.Join(parts, ", ")
	}
	some := func(n int, words, none string) string {
		if n == 0 {
			return none
		}
		return words
	}
	return given + "; " + some(s.achievements, viet.Count(s.achievements, "thành tích"), "chưa có thành tích") + "; " +
		some(s.proposed, "đề nghị khen "+viet.Count(s.proposed, "lượt"), "không đề nghị khen") + "."
}

func plainCount(n int) Cell { return Cell{Words: strconv.Itoa(n), Value: strconv.Itoa(n)} }

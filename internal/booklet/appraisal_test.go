package booklet

import (
	"fmt"
	"strings"
	"testing"

	"bangvang/internal/edition"
)

// anAppraisal has units of many and of no rows, with long words in each cell.
func anAppraisal(units int) *edition.Appraisal {
	table := func(heads, blank, rows int, long string) edition.AppraisalTable {
		t := edition.AppraisalTable{Blank: blank}
		for h := range heads {
			t.Heads = append(t.Heads, fmt.Sprintf("Đầu %d", h+1))
		}
		for r := range rows {
			cells := []edition.Cell{{Words: fmt.Sprint(r + 1), Value: fmt.Sprint(r + 1)}}
			for c := range heads - blank - 1 {
				cells = append(cells, edition.Cell{Words: fmt.Sprintf("h%dc%d ", r, c) + strings.Repeat(long+" ", (r*c)%5+1)})
			}
			t.Rows = append(t.Rows, cells)
		}
		return t
	}
	a := &edition.Appraisal{Paper: aPaper("Phiếu bình xét"), Lead: "các đơn vị", Words: edition.AppraisalWords{Targets: "Chỉ tiêu", Achievements: "Thành tích", Awards: "Đề nghị",
		Objections: "Xem lại", Nothing: "Không có.", Continued: "tiếp theo", Page: "trang", Opinion: "Ý kiến:", Conclusion: "Kết luận:", Choices: []string{"đồng ý", "không", "thêm"}}}
	a.Blocks, a.Overall = table(len(appraisalBlocks), 1, 0, ""), table(len(appraisalOverall), 2, 0, "")
	for i := range units {
		u := edition.AppraisalUnit{Name: fmt.Sprintf("Đơn vị %d", i), Lead: "Được giao.", Targets: table(len(appraisalTargets), 1, i*3%17, "Tỷ lệ"),
			Achievements: table(len(appraisalAchievements), 1, i%5, "Vận động"), Awards: table(len(appraisalAwards), 1, i*7%40, "Nguyễn")}
		for o := range i % 30 {
			u.Objections = append(u.Objections, edition.Objection{Words: fmt.Sprintf("Điều %d.", o), Place: "data/a.yaml:1"})
		}
		if i%3 == 0 {
			u.Sample = "MẪU"
		}
		a.Units = append(a.Units, u)
	}
	return a
}

// TestAppraisalLaid: every row stands there whole and once within the page, none over another; each unit begins a page and ends with what the
// Board writes, never alone on a page; heads are said again on each page that rows go on to.
func TestAppraisalLaid(t *testing.T) {
	a := anAppraisal(40)
	p, problems, err := LayAppraisal(a, testFonts(t))
	if err != nil || len(problems) > 0 {
		t.Fatal(err, problems)
	}
	rows, opinions := 0, 0
	for i := range p.Pages {
		page := &p.Pages[i]
		var seen []*Op
		said, content := "", ""
		for k := range page.Ops {
			o := &page.Ops[k]
			if o.Kind != OpText {
				continue
			}
			seen = append(seen, o)
			if x0, y0, x1, y1 := o.bounds(); x0 < appraisalLeft-0.05 || x1 > appraisalLeft+appraisalMeasure+0.05 || y0 < 8*mm || y1 > appraisalHeight-7*mm ||
				o.Role == Content && (y0 < appraisalTop-4 || y1 > appraisalHeight-appraisalBottom+4) {
				t.Errorf("page %s: %q leaves the type area", page.Label, o.Text)
			}
			if o.Role == Furniture {
				said += o.Text + "|"
			} else {
				content += o.Text + "|"
			}
			if strings.HasPrefix(o.Text, "h") && strings.Contains(o.Text, "c0") && o.Role == Content {
				rows++
				if !strings.Contains(said+content, "Đầu 2|") {
					t.Errorf("page %s: rows without heads", page.Label)
				}
			}
		}
		checkOverlap(t, page, seen)
		if !strings.Contains(said, "NỘI BỘ · Phiếu bình xét") || !strings.Contains(said, fmt.Sprintf("trang %d/%d", i+1, len(p.Pages))) {
			t.Errorf("page %s says %q", page.Label, said)
		}
		opinions += strings.Count(content, "Ý kiến:")
		if strings.HasPrefix(content, "Ý kiến:") {
			t.Errorf("page %s: what the Board writes stands alone", page.Label)
		}
		if p.Sizes[i] != (Size{appraisalWidth, appraisalHeight}) {
			t.Errorf("page %s is not A4 on its side", page.Label)
		}
	}
	want := 0
	for _, u := range a.Units {
		want += len(u.Targets.Rows) + len(u.Achievements.Rows) + len(u.Awards.Rows)
	}
	if rows != want || opinions != len(a.Units) {
		t.Errorf("%d rows of %d, %d places to write an opinion", rows, want, opinions)
	}
	for _, widths := range [][]float64{appraisalBlocks, appraisalOverall, appraisalTargets, appraisalAchievements, appraisalAwards} {
		sum := 0.0
		for _, w := range widths {
			sum += w * mm
		}
		if sum < appraisalMeasure-0.01 || sum > appraisalMeasure+0.01 {
			t.Errorf("columns of %v take %.1f mm", widths, sum/mm)
		}
	}
}

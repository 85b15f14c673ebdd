package booklet

import (
	"strconv"
	"strings"
	"testing"

	"bangvang/internal/edition"
)

func proofOf(t testing.TB, ed *edition.Edition, opt Options) *Layout {
	t.Helper()
	ed.Booklet.Proof = "BẢN ĐỌC SOÁT"
	ed.Booklet.Words.ProofNote, ed.Booklet.Words.Readers = "Dùng để đọc soát.", []string{"Người đọc", "Người soát", "Ngày"}
	opt.Fonts = testFonts(t)
	l, problems, err := LayProof(ed, opt)
	if err != nil || len(problems) > 0 {
		t.Fatal(err, problems)
	}
	return l
}

// TestProof: the proof has everybody once, in 14 points, on A4 within its margins, a draft marked as one, and every line has its number.
func TestProof(t *testing.T) {
	ed := synthetic(300)
	g := ed.Booklet.Roll[0].Decisions[0].Blocks[0].Units[0].Groups
	g[0].Awards[1].No = 123456
	g[0].Awards[0].Citation = strings.Repeat("Đã có thành tích đặc biệt xuất sắc, ", 200)
	ed.Booklet.Roll[1].Decisions[0].DecisionRef.Draft = "Chưa công bố"
	l := proofOf(t, ed, Options{})
	names, drafts, continued := map[string]int{}, 0, 0
	for i := range l.Pages {
		page := &l.Pages[i]
		numbers := map[float64]string{}
		var lines []float64
		var seen []*Op
		headed := false
		for k := range page.Ops {
			o := &page.Ops[k]
			if o.Kind != OpText {
				continue
			}
			seen = append(seen, o)
			headed = headed || strings.HasPrefix(o.Text, "BẢN ĐỌC SOÁT")
			x0, y0, x1, y1 := o.bounds()
			if o.Role == Furniture {
				if strings.HasSuffix(o.Text, "(tiếp theo)") {
					continued++
				}
				if x1 < proofLeft {
					numbers[o.Y] = o.Text
				}
				continue
			}
			if x0 < proofLeft-0.05 || x1 > proofWidth-proofRight+0.05 || y0 < proofTop-6 || y1 > proofHeight-proofBottom+6 {
				t.Errorf("page %s: %q leaves the type area", page.Label, o.Text)
			}
			if len(lines) == 0 || o.Y > lines[len(lines)-1]+1 {
				lines = append(lines, o.Y)
			}
			if o.Face == Bold && o.Size == 14 {
				names[o.Text]++
			}
			if o.Text == "Chưa công bố" {
				drafts++
			}
		}
		checkOverlap(t, page, seen)
		for n, y := range lines {
			if numbers[y] != strconv.Itoa(n+1) {
				t.Errorf("page %s: line %d is numbered %q", page.Label, n+1, numbers[y])
			}
		}
		if !headed || len(numbers) != len(lines) {
			t.Errorf("page %s: head %v, %d numbers for %d lines", page.Label, headed, len(numbers), len(lines))
		}
	}
	for _, e := range ed.Booklet.Index {
		if names[e.Name] != 1 {
			t.Errorf("%s stands in the proof %d times", e.Name, names[e.Name])
		}
	}
	if continued < 5 {
		t.Errorf("%d pages say what they continue", continued)
	}
	if drafts != 1 || len(l.Outline) != 2 || l.Width != 210*mm {
		t.Errorf("%d drafts, %d marks, %.1f wide", drafts, len(l.Outline), l.Width)
	}
	one := proofOf(t, synthetic(40), Options{Decision: "giay-khen-01"})
	if text := one.allText(); strings.Contains(text, "MẪU-01") || !strings.Contains(text, "MẪU-02") {
		t.Error("the proof of one decision is not of that one")
	}
}

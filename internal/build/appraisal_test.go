package build_test

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"bangvang/internal/build"
	"bangvang/internal/edition"
)

// appraised makes the Board's sheet of a campaign.
func appraised(t *testing.T, source string, ch edition.AppraisalChoice, name string) (string, *build.Appraised) {
	t.Helper()
	file := filepath.Join(t.TempDir(), name)
	r, made, err := build.Appraise(context.Background(), build.Options{Source: source}, ch, file)
	if err != nil || r.Failed(false) || made == nil {
		t.Fatal(err, problems(r))
	}
	return file, made
}

// TestAppraisalPages: what is on paper, word by word; A4 on its side, every page says that it is private, a unit begins a page; the file is sound
// and the same twice.
func TestAppraisalPages(t *testing.T) {
	file, made := appraised(t, "testdata/campaigns/hai-dang", edition.AppraisalChoice{}, "binh-xet.pdf")
	var text strings.Builder
	for line := range strings.Lines(run(t, "pdftotext", "-layout", file, "-")) {
		if words := strings.Join(strings.Fields(line), " "); words != "" {
			text.WriteString(words + "\n")
		}
	}
	golden(t, "binh-xet.txt", text.String())
	run(t, "qpdf", "--check", file)
	if sizes := run(t, "pdfinfo", "-l", "99", file); strings.Count(sizes, "841.89 x 595.28") != made.Pages || made.Pages <= len(made.Sheet.Units) {
		t.Errorf("%d pages:\n%s", made.Pages, sizes)
	}
	pages := strings.Split(strings.TrimSuffix(run(t, "pdftotext", "-raw", file, "-"), "\f"), "\f")
	begun := 0
	for _, page := range pages {
		if !strings.Contains(page, "NỘI BỘ · Phiếu bình xét, thẩm định") {
			t.Errorf("a page does not say that it is private:\n%s", page)
		}
		if begun < len(made.Sheet.Units) && strings.Contains(page, made.Sheet.Units[begun].Name+"\n") && strings.Contains(page, "Chỉ tiêu được giao") {
			begun++
		}
	}
	if begun != len(made.Sheet.Units) {
		t.Errorf("%d of %d units begin a page", begun, len(made.Sheet.Units))
	}
	again, _ := appraised(t, "testdata/campaigns/hai-dang", edition.AppraisalChoice{}, "binh-xet.pdf")
	a, _ := os.ReadFile(file)
	if b, err := os.ReadFile(again); err != nil || !bytes.Equal(a, b) {
		t.Error("not the same twice", err)
	}
}

// TestAppraisalReal: each target that a unit was given, each achievement and each award that was not taken back is on the sheet of the real
// campaign once, as a workbook's row too; a result after its deadline is an objection to that unit alone; columns are left to be marked.
func TestAppraisalReal(t *testing.T) {
	tree := read(t, "../..")
	file, made := appraised(t, "../..", edition.AppraisalChoice{}, "binh-xet.xlsx")
	f, err := excelize.OpenFile(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	awards := 0
	for _, roll := range tree.Rolls {
		for _, a := range roll.Awards {
			for _, d := range tree.Decisions {
				if d.ID.Text == roll.Decision.Text && d.Revoked == nil && a.Withdrawn == nil {
					awards++
				}
			}
		}
	}
	objections := 0
	for _, u := range made.Sheet.Units {
		objections += len(u.Objections)
	}
	for name, want := range map[string]int{"Chỉ tiêu được giao": len(tree.Assignments), "Thành tích": len(tree.Achievements), "Đề nghị khen": awards,
		"Theo đơn vị": len(made.Sheet.Units), "Điều cần xem lại": objections} {
		rows, err := f.GetRows(name)
		if err != nil || len(rows) != want+1 || want < 5 {
			t.Fatalf("%s: %d rows, want %d, %v", name, len(rows), want+1, err)
		}
		if last := rows[0][len(rows[0])-1]; !strings.Contains(last, "Hội đồng") && last != "Ý kiến" || slices.ContainsFunc(rows[1:], func(r []string) bool { return len(r) == len(rows[0]) && r[len(r)-1] != "" }) {
			t.Errorf("%s: the last column, %q, is not left to be marked", name, last)
		}
		if layout, err := f.GetPageLayout(name); err != nil || *layout.Orientation != "landscape" || *layout.Size != 9 {
			t.Errorf("%s is not printed on A4 on its side: %v", name, err)
		}
		if above, err := f.GetHeaderFooter(name); err != nil || !strings.Contains(above.OddHeader, "NỘI BỘ") {
			t.Errorf("%s: printed pages do not say that they are private: %v", name, err)
		}
	}
	late := ""
	for _, u := range made.Sheet.Units {
		for _, o := range u.Objections {
			if strings.Contains(o.Words, "sau thời hạn") {
				late += u.Name + ";"
			}
		}
	}
	if late != "Huyện Thí Dụ;" {
		t.Errorf("a late result is an objection to %q", late)
	}
	rows, _ := f.GetRows("Chỉ tiêu được giao")
	found := 0
	for _, r := range rows {
		if row := strings.Join(r, "|"); strings.HasPrefix(row, "Quận Ví Dụ|1|Tỷ lệ hộ nghèo|không quá 0,9%|0,82%, ước, 25/11/2018|") && strings.HasSuffix(row, "|30/11/2018|đúng hạn|vượt") {
			found++
		}
	}
	if found != 1 {
		t.Errorf("a target with goal, result, deadline and verdict stands there %d times:\n%q", found, rows)
	}
}

// TestAppraisalSums: the sums by block and over all are those of the units' rows.
func TestAppraisalSums(t *testing.T) {
	for _, source := range []string{"../..", "testdata/campaigns/hai-dang"} {
		_, made := appraised(t, source, edition.AppraisalChoice{}, "a.xlsx")
		a := made.Sheet
		columns := len(a.Overall.Heads) - a.Overall.Blank - 2
		sum := func(rows [][]edition.Cell, k int) (n int) {
			for _, r := range rows {
				var v int
				fmt.Sscan(r[k+2].Value, &v)
				n += v
			}
			return n
		}
		last := len(a.Blocks.Rows) - 1
		for k := range columns {
			units, blocks, all := sum(a.Overall.Rows, k), sum(a.Blocks.Rows[:last], k), sum(a.Blocks.Rows[last:], k)
			if units != blocks || units != all {
				t.Errorf("%s: %s: units %d, blocks %d, all %d", source, a.Overall.Heads[k+2], units, blocks, all)
			}
		}
	}
}

// TestAppraisalChoice: one unit or one block alone, and what there is none of is said.
func TestAppraisalChoice(t *testing.T) {
	_, made := appraised(t, "../..", edition.AppraisalChoice{Unit: "quan-vi-du"}, "a.pdf")
	if len(made.Sheet.Units) != 1 || made.Sheet.Units[0].Name != "Quận Ví Dụ" || made.Sheet.Units[0].Sample == "" {
		t.Errorf("%+v", made.Sheet.Units)
	}
	for _, ch := range []edition.AppraisalChoice{{Unit: "quan-vi-dụ"}, {Block: "khoi-dai-hoc-cao-dan"}} {
		_, _, err := build.Appraise(context.Background(), build.Options{Source: "../.."}, ch, filepath.Join(t.TempDir(), "a.pdf"))
		if err == nil || !strings.Contains(err.Error(), "có phải") {
			t.Errorf("%v: %v", ch, err)
		}
	}
}

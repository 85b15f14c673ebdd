package intake

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// TestTemplateComesBack: a unit's workbook, filled in, imports without a question; as it was made, it holds nothing; made twice, it is the same.
func TestTemplateComesBack(t *testing.T) {
	for _, unit := range []string{"ninh-kieu", "so-y-te"} {
		dir := campaignIn(t)
		file := filepath.Join(dir, "mau.xlsx")
		made, err := MakeTemplate(TemplateOrder{Source: dir, Unit: unit, Output: file})
		if err != nil || made.Problems.Failed(true) {
			t.Fatal(err, made)
		}
		if _, err := MakeTemplate(TemplateOrder{Source: dir, Unit: unit, Output: filepath.Join(dir, "mau2.xlsx")}); err != nil {
			t.Fatal(err)
		}
		one, _ := os.ReadFile(file)
		two, _ := os.ReadFile(filepath.Join(dir, "mau2.xlsx"))
		if string(one) != string(two) {
			t.Errorf("%s: made twice, it differs", unit)
		}
		var wrong *WrongOrder
		if _, err := MakeTemplate(TemplateOrder{Source: dir, Unit: unit, Output: file}); !errors.As(err, &wrong) {
			t.Errorf("%s: a file that is there is replaced: %v", unit, err)
		}
		o := Order{Source: dir, Files: []string{file}, Decision: "bk-01"}
		if out, problems := imported(t, o); strings.Count(problems, "cảnh báo [import-empty]") != 1 || strings.Count(problems, " [") != 1 || len(out.Diff) > 0 {
			t.Errorf("%s: the empty workbook holds something:\n%s%s", unit, problems, said(out))
		}
		fillIn(t, file)
		out, problems := imported(t, o)
		if problems != "" || !out.Written || len(out.Told) > 0 {
			t.Errorf("%s: what comes back is not read without a question:\n%s%s", unit, problems, said(out))
		}
		roll := rollIn(t, dir)
		for _, want := range []string{"name: Tổ Lúa Mẫu\n", "unit: " + unit + "\n", "honorific: Bà\n    name: Trần Thị Ví Dụ\n", "area: moi-truong\n", "group: nông dân\n"} {
			if !strings.Contains(roll, want) {
				t.Errorf("%s: no %q in\n%s", unit, want, roll)
			}
		}
		if unit == "ninh-kieu" && !strings.Contains(roll, "unit: ninh-kieu-an-hoa\n") {
			t.Errorf("the unit chosen from the list is not there:\n%s", roll)
		}
	}
}

// fillIn writes into the first empty row of each sheet, by its headings.
func fillIn(t *testing.T, file string) {
	t.Helper()
	f, err := excelize.OpenFile(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	answers := map[string]string{"STT": "1", "Tên tập thể": "Tổ Lúa Mẫu", "Ông/Bà": "Bà", "Họ và tên": "Trần Thị Ví Dụ", "Họ tên chủ hộ": "Lê Văn Thí", "Chức vụ": "Tổ trưởng", "Đối tượng": "nông dân",
		"Nội dung thi đua": "Thi đua giữ gìn môi trường", "Thành tích": "Được mùa lúa"}
	for _, s := range f.GetSheetList() {
		rows, err := f.GetRows(s)
		if err != nil {
			t.Fatal(err)
		}
		for i, row := range rows {
			if len(row) == 0 || row[0] != "STT" {
				continue
			}
			for j, heading := range row {
				at, _ := excelize.CoordinatesToCellName(j+1, i+3)
				text := answers[heading]
				if heading == "Đơn vị" && s == "Cá nhân" {
					text = "Phường An Hòa"
				}
				if err := f.SetCellStr(s, at, text); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
	if err := f.Save(); err != nil {
		t.Fatal(err)
	}
}

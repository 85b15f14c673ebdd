package workbook

import (
	"bytes"
	"testing"

	"github.com/xuri/excelize/v2"

	"bangvang/internal/diag"
)

func said(l diag.List) string {
	var b bytes.Buffer
	diag.Print{Most: -1}.Text(&b, &l)
	return b.String()
}

func TestReadWhatExcelizeWrites(t *testing.T) {
	f := excelize.NewFile()
	f.SetCellValue("Sheet1", "B2", "Nguyễn Văn An")
	f.SetCellValue("Sheet1", "C2", 12.5)
	f.SetCellInt("Sheet1", "D2", 7)
	style, _ := f.NewStyle(&excelize.Style{NumFmt: 14})
	f.SetCellValue("Sheet1", "E2", 43439)
	f.SetCellStyle("Sheet1", "E2", "E2", style)
	f.MergeCell("Sheet1", "A1", "C1")
	zeros := "0000"
	style, _ = f.NewStyle(&excelize.Style{CustomNumFmt: &zeros})
	f.SetCellValue("Sheet1", "F2", 7)
	f.SetCellStyle("Sheet1", "F2", "F2", style)
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	book, problems := Read("a.xlsx", b.Bytes())
	if s := said(problems); s != "" {
		t.Fatal(s)
	}
	got := ""
	for _, c := range book.Sheets[0].Rows[0].Cells {
		got += Reference(2, c.Col) + "=" + c.Text + " "
	}
	if want := "B2=Nguyễn Văn An C2=12.5 D2=7 E2=05/12/2018 F2=0007 "; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

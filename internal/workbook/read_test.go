package workbook

import (
	"bytes"
	"fmt"
	"strings"
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

// TestFurthest: the second reader may stop where ours found the last value, unless the bytes behind it might say otherwise.
func TestFurthest(t *testing.T) {
	for tail, want := range map[string]int{
		``: 3, `<row r="9"><c r="A9" s="0"/></row>`: 3, `<row r="9"><c r="A9"><v/></c></row>`: 3, `<row r="9"><c r="A9"><v></v></c></row>`: MaxRows,
		`<x:row xmlns:x="u"><x:c><x:v>7</x:v></x:c></x:row>`: MaxRows, `<row r="9"><c r="A9" t="inlineStr"><is><t> </t></is></c></row>`: 9,
	} {
		b := []byte(fmt.Sprintf(`<worksheet><sheetData><row r="3"><c r="C3"><v>1</v></c></row>%s</sheetData><v>1</v></worksheet>`, tail))
		s, err := newScanner(b)
		if err != nil {
			t.Fatal(err)
		}
		var problems diag.List
		w := &walk{reader: &reader{pack: &pack{problems: &problems}, book: &workbook{}, styles: []style{{}}}, part: &part{scanner: s}, sheet: &Sheet{Name: "a"}}
		if err := w.run(); err != nil || said(problems) != "" {
			t.Fatal(err, said(problems))
		}
		if got := w.furthest(); got != want {
			t.Errorf("%s: to row %d, want %d", tail, got, want)
		}
	}
}

// TestDiffers: a cell that the second reader reads otherwise is told by its place, and so is one that only it sees.
func TestDiffers(t *testing.T) {
	f := excelize.NewFile()
	f.SetCellStr("Sheet1", "A1", "Nguyễn Văn An")
	f.SetCellStr("Sheet1", "A2", "Trần Thị Bình")
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	book, problems := Read("a.xlsx", b.Bytes())
	if s := said(problems); s != "" {
		t.Fatal(s)
	}
	f.SetCellStr("Sheet1", "A2", "Trần Văn Bình")
	f.SetCellStr("Sheet1", "C1", "Được mùa")
	book.Sheets[0].compare(f, &problems)
	if s := said(problems); strings.Count(s, "lỗi [cell-differs]") != 2 || !strings.Contains(s, "a.xlsx!Sheet1!A2: lỗi") || !strings.Contains(s, "a.xlsx!Sheet1!C1: lỗi") {
		t.Error(s)
	}
}

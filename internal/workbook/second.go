package workbook

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"bangvang/internal/diag"
)

// second reads the file again, by excelize, and tells of each cell that comes out otherwise. What a number shows in a format of its own is
// excelize's to say.
func second(book *Book, b []byte, problems *diag.List) {
	f, err := excelize.OpenReader(bytes.NewReader(b), excelize.Options{RawCellValue: true, UnzipSizeLimit: 2 * maxUnpacked, UnzipXMLSizeLimit: 2 * maxUnpacked})
	if err != nil {
		problems.Add(readersDiffer, diag.Place{File: book.File}, "cách đọc thứ hai không mở được tệp", saveAgain)
		return
	}
	defer f.Close()
	for _, s := range book.Sheets {
		s.compare(f, problems)
	}
}

// maxDiffer is how many cells of a sheet are told one by one.
const maxDiffer = 10

func (s *Sheet) compare(f *excelize.File, problems *diag.List) {
	told := 0
	differs := func(row, col int) {
		if told++; told <= maxDiffer {
			problems.Add(readersDiffer, s.At(row, col), "hai cách đọc cho hai giá trị khác nhau ở ô này", saveAgain)
		}
	}
	theirs, err := s.grid(f, true)
	if err != nil {
		problems.Add(readersDiffer, s.AtRow(0), fmt.Sprintf("cách đọc thứ hai không đọc được trang tính %q", s.Name), saveAgain)
		return
	}
	formatted := false
	for i := range s.Rows {
		r := &s.Rows[i]
		their := theirs[r.No]
		delete(theirs, r.No)
		for col, j := 1, 0; col <= len(their) || j < len(r.Cells); col++ {
			var mine *Cell
			if j < len(r.Cells) && r.Cells[j].Col == col {
				mine = &r.Cells[j]
				j++
			}
			value := ""
			if col <= len(their) {
				value = their[col-1]
			}
			if !sameValue(mine, value) {
				differs(r.No, col)
			}
			formatted = formatted || mine != nil && mine.format != ""
		}
	}
	for _, no := range slices.Sorted(maps.Keys(theirs)) {
		for i, value := range theirs[no] {
			if value != "" {
				differs(no, i+1)
			}
		}
	}
	if formatted && told == 0 {
		s.show(f)
	}
}

// sameValue compares a cell of ours with excelize's raw value.
func sameValue(c *Cell, theirs string) bool {
	if c == nil || c.Uncached {
		return theirs == ""
	}
	if c.Raw == theirs {
		return true
	}
	switch c.Kind {
	case Bool:
		return theirs == c.Text
	case Number, Date:
		a, err1 := strconv.ParseFloat(c.Raw, 64)
		b, err2 := strconv.ParseFloat(theirs, 64)
		return err1 == nil && err2 == nil && a == b || c.Text == theirs
	case Text:
		return strings.ReplaceAll(c.Raw, "\r\n", "\n") == strings.ReplaceAll(theirs, "\r\n", "\n")
	}
	return false
}

// show fills in what numbers show in formats other than General.
func (s *Sheet) show(f *excelize.File) {
	shown, err := s.grid(f, false)
	if err != nil {
		return
	}
	for i := range s.Rows {
		for j := range s.Rows[i].Cells {
			c := &s.Rows[i].Cells[j]
			if row := shown[s.Rows[i].No]; c.format != "" && c.Col <= len(row) && row[c.Col-1] != "" {
				c.Text = row[c.Col-1]
			}
		}
	}
}

// furthest is the row that the second reader has to read to: our last, if by the bytes themselves no value can stand behind it.
func (w *walk) furthest() int {
	tail, _, _ := bytes.Cut(w.b[w.rest:], []byte("sheetData>"))
	if bytes.Contains(tail, []byte("v>")) || bytes.Contains(tail, []byte("t>")) {
		return MaxRows
	}
	if n := len(w.sheet.Rows); n > 0 {
		return w.sheet.Rows[n-1].No
	}
	return 0
}

// grid is a sheet as excelize reads it, row by row.
func (s *Sheet) grid(f *excelize.File, raw bool) (map[int][]string, error) {
	rows, err := f.Rows(s.Name)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	out := map[int][]string{}
	for no := 1; no <= s.last && rows.Next(); no++ {
		cells, err := rows.Columns(excelize.Options{RawCellValue: raw})
		if err != nil {
			return nil, err
		}
		if len(cells) > 0 {
			out[no] = cells
		}
	}
	return out, rows.Error()
}

package workbook

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"bangvang/internal/diag"
)

// ReadCSV reads the text of a CSV file as a book of one sheet without a name. Rows are known by the line that they begin at.
func ReadCSV(file, text string) (*Book, diag.List) {
	var problems diag.List
	if len(text) > maxXML {
		problems.Add(fileHostile, diag.Place{File: file}, fmt.Sprintf("tệp lớn %d MB, quá %d MB", len(text)>>20, maxXML>>20), "chia danh sách thành nhiều tệp")
		return nil, problems
	}
	best := separated(file, text, &problems)
	if best == nil {
		return nil, problems
	}
	s := &Sheet{file: file, Rows: best.rows}
	for _, r := range s.Rows {
		for _, c := range r.Cells {
			if c.Col > MaxCols || len(s.Rows) > MaxRows {
				problems.Add(cellFar, s.At(r.No, c.Col), fmt.Sprintf("tệp có quá %d cột hoặc %d hàng", MaxCols, MaxRows), "chia danh sách thành nhiều tệp")
				return nil, problems
			}
		}
	}
	return &Book{File: file, Sheets: []*Sheet{s}}, problems
}

// cut is a text cut at one separator.
type cut struct {
	comma rune
	rows  []Row
	width int // that most records have, at least 2
	same  int // records of that width
	all   int
	err   *csv.ParseError

	crowded bool // more columns or cells than a list may have
}

var separators = []struct {
	comma rune
	name  string
}{{',', "dấu phẩy"}, {';', "dấu chấm phẩy"}, {'\t', "tab"}}

// separated finds the separator: the one at which the most of the text becomes a table.
func separated(file, text string, problems *diag.List) *cut {
	var best, next *cut
	var failed *csv.ParseError
	for _, sep := range separators {
		c := cutAt(text, sep.comma)
		if c.crowded {
			problems.Add(cellFar, diag.Place{File: file}, fmt.Sprintf("tệp có quá %d cột hoặc %d ô", MaxCols, maxCells), "chia danh sách thành nhiều tệp")
			return nil
		}
		if c.err != nil {
			if c.width > 1 || failed == nil {
				failed = c.err
			}
			continue
		}
		switch {
		case c.width < 2:
		case best == nil || c.width*c.same > best.width*best.same:
			best, next = c, best
			if next != nil {
				next.rows = nil
			}
		case next == nil || c.width*c.same > next.width*next.same:
			next = c
			next.rows = nil
		}
	}
	at := diag.Place{File: file}
	switch {
	case best == nil && failed != nil:
		at.Line, at.Col = int32(failed.Line), int32(failed.Column)
		what := "dấu ngoặc kép không đóng hoặc đặt sai chỗ"
		problems.Add(csvShape, at, what, `ô có dấu ngăn hoặc ngoặc kép thì đặt cả ô trong ngoặc kép, ngoặc kép bên trong viết hai lần: "Nguyễn ""Ba"" A"`)
		return nil
	case best == nil:
		problems.Add(csvShape, at, "không thấy dấu ngăn cột: không dấu phẩy, chấm phẩy hay tab nào chia tệp thành bảng", "lưu lại từ Excel, kiểu “CSV UTF-8”")
		return nil
	case next != nil && next.width*next.same == best.width*best.same:
		problems.Add(csvShape, at, fmt.Sprintf("không rõ dấu ngăn cột là %s hay %s", nameOf(best.comma), nameOf(next.comma)), "lưu lại từ Excel thành .xlsx")
		return nil
	}
	return best
}

func nameOf(comma rune) string {
	for _, s := range separators {
		if s.comma == comma {
			return s.name
		}
	}
	return ""
}

func cutAt(text string, comma rune) *cut {
	c := &cut{comma: comma}
	if crowded(text, byte(comma)) {
		c.crowded = true
		return c
	}
	cells := 0
	r := csv.NewReader(strings.NewReader(text))
	r.Comma, r.FieldsPerRecord = comma, -1
	widths := map[int]int{}
	at := position{text: text, line: 1}
	for {
		fields, err := r.Read()
		if err == io.EOF {
			break
		}
		if err != nil {
			errors.As(err, &c.err)
			if c.err == nil {
				c.err = &csv.ParseError{Line: 1, Column: 1, Err: err}
			}
			break
		}
		line, _ := r.FieldPos(0)
		row := Row{No: line, Width: len(fields)}
		for i, f := range fields {
			if f != "" {
				line, col := r.FieldPos(i)
				col = at.column(line, col)
				cells++
				row.Cells = append(row.Cells, Cell{Col: i + 1, Text: f, Raw: f, line: line, col: col})
			}
		}
		if cells > maxCells {
			c.crowded = true
			return c
		}
		if len(row.Cells) > 0 {
			c.rows = append(c.rows, row)
			c.all++
			if len(fields) > 1 {
				widths[len(fields)]++
			}
		}
	}
	for w, n := range widths {
		if n > c.same || n == c.same && w > c.width {
			c.width, c.same = w, n
		}
	}
	return c
}

// crowded tells of a line that it is not worth the cost to cut.
func crowded(text string, comma byte) bool {
	n := 0
	for i := range len(text) {
		switch text[i] {
		case comma:
			if n++; n > 4*MaxCols {
				return true
			}
		case '\n':
			n = 0
		}
	}
	return false
}

// position goes along a text, line by line.
type position struct {
	text string // from the line on
	line int
}

// column counts the letters before a byte of a line, which is not before the line asked for last. Both count from 1.
func (p *position) column(line, at int) int {
	for ; p.line < line; p.line++ {
		p.text = p.text[strings.IndexByte(p.text, '\n')+1:]
	}
	return utf8.RuneCountInString(p.text[:min(at-1, len(p.text))]) + 1
}

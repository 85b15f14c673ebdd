package workbook

import (
	"fmt"
	"slices"
	"strings"

	"bangvang/internal/diag"
)

// Book is a file's sheets, in the order of their tabs.
type Book struct {
	File   string // as problems name it
	Sheets []*Sheet
}

// Sheet is one sheet. Rows are those that have something in them, in order.
type Sheet struct {
	Name   string // "" in a CSV file
	Hidden bool
	Rows   []Row
	Merged []Area

	file    string
	last    int    // row that the second reader reads to
	hidden  []span // columns
	covered map[[2]int]*Area
}

// Row is a row that has a cell with something in it. No counts from 1; in a CSV file it is the line that the row begins at.
type Row struct {
	No     int
	Hidden bool
	Cells  []Cell // by column, each with something in it
	Width  int    // fields of a record of a CSV file, empty ones too; else 0
}

// Cell is one cell that is not empty. Col counts from 1.
type Cell struct {
	Col  int
	Kind Kind
	Text string // what the cell shows, in its font
	Raw  string // what it is: the number behind a date, the text as stored
	Runs []Run  // of a text in more than one font, or nil
	Font string // name of the font, "" if the file does not say

	Formula  bool // a formula made it
	Uncached bool // a formula that has no value yet

	line, col int    // of a CSV file
	format    string // of a number
}

// Run is a piece of a text that is in one font.
type Run struct{ Text, Font string }

// Kind is what a cell is.
type Kind uint8

// The kinds of cells.
const (
	Text Kind = iota
	Number
	Date
	Bool
	Failure // #N/A, #REF! …
)

// Area is a rectangle of cells, its borders included.
type Area struct{ Top, Left, Bottom, Right int }

// String writes the area as spreadsheets do: "A1:C3".
func (a Area) String() string { return Reference(a.Top, a.Left) + ":" + Reference(a.Bottom, a.Right) }

type span struct{ from, to int }

// Limits of what is read. The lists of a whole city have some thousand rows and ten columns.
const (
	MaxCols = 256
	MaxRows = 20_000

	maxCells   = 60_000
	maxDrawn   = 120_000 // cells, the empty ones too
	maxStrings = 2 * maxCells
	maxFonts   = 10_000
	maxStyles  = 65_490 // Excel's own
)

// Find gives the cell at a column of a row, or nil.
func (r *Row) Find(col int) *Cell {
	for i := range r.Cells {
		if r.Cells[i].Col == col {
			return &r.Cells[i]
		}
	}
	return nil
}

// ColumnHidden tells whether a column is hidden.
func (s *Sheet) ColumnHidden(col int) bool {
	for _, h := range s.hidden {
		if col >= h.from && col <= h.to {
			return true
		}
	}
	return false
}

// Cover gives the merged area that a cell lies in.
func (s *Sheet) Cover(row, col int) (Area, bool) {
	if s.covered == nil {
		s.covered = map[[2]int]*Area{}
		for i, a := range s.Merged {
			for c := a.Left; c <= min(a.Right, MaxCols); c++ {
				for r := a.Top; r <= a.Bottom; r++ {
					s.covered[[2]int{r, c}] = &s.Merged[i]
				}
			}
		}
	}
	if a := s.covered[[2]int{row, col}]; a != nil {
		return *a, true
	}
	return Area{}, false
}

// maxMergedRows is how many rows a merged area may have: a unit's rows, not a column.
const maxMergedRows = 2000

// At is the place of a cell, for problems.
func (s *Sheet) At(row, col int) diag.Place {
	if s.Name == "" {
		at := diag.Place{File: s.file, Line: int32(row), Col: 1}
		if i, ok := slices.BinarySearchFunc(s.Rows, row, func(r Row, no int) int { return r.No - no }); ok {
			if c := s.Rows[i].Find(col); c != nil {
				at.Line, at.Col = int32(c.line), int32(c.col)
			}
		}
		return at
	}
	return diag.Place{File: s.file, Cell: s.Name + "!" + Reference(row, col)}
}

// AtRow is the place of a row, or, if it is 0, of the sheet.
func (s *Sheet) AtRow(row int) diag.Place {
	switch {
	case s.Name == "":
		return diag.Place{File: s.file, Line: int32(row)}
	case row == 0:
		return diag.Place{File: s.file, Cell: s.Name}
	}
	return diag.Place{File: s.file, Cell: s.Name + "!" + Reference(row, 1)}
}

// Column writes a column's number as letters: 1 is A, 28 is AB.
func Column(col int) string {
	var b []byte
	for ; col > 0; col = (col - 1) / 26 {
		b = append([]byte{byte('A' + (col-1)%26)}, b...)
	}
	return string(b)
}

// Reference writes a cell's place in its sheet: "C7".
func Reference(row, col int) string { return fmt.Sprintf("%s%d", Column(col), row) }

// parseReference reads "C7"; "$" is allowed nowhere.
func parseReference(s string) (row, col int, ok bool) {
	i := 0
	for ; i < len(s) && s[i] >= 'A' && s[i] <= 'Z'; i++ {
		col = col*26 + int(s[i]-'A') + 1
		if col > 1<<14 {
			return 0, 0, false
		}
	}
	row, ok = parseCount(s[i:])
	return row, col, ok && i > 0 && row > 0 && row <= 1<<20 && s[i] != '0'
}

// parseCount reads digits and nothing else.
func parseCount(s string) (int, bool) {
	if s == "" || len(s) > 9 || strings.Trim(s, "0123456789") != "" {
		return 0, false
	}
	n := 0
	for _, c := range []byte(s) {
		n = n*10 + int(c-'0')
	}
	return n, true
}

func parseArea(s string) (Area, bool) {
	from, to, ok := strings.Cut(s, ":")
	if !ok {
		to = from
	}
	var a Area
	var ok1, ok2 bool
	a.Top, a.Left, ok1 = parseReference(from)
	a.Bottom, a.Right, ok2 = parseReference(to)
	return a, ok1 && ok2 && a.Top <= a.Bottom && a.Left <= a.Right
}

package workbook

import (
	"fmt"
	"io"
	"strings"

	"github.com/xuri/excelize/v2"
)

// Form is a workbook that somebody fills in.
type Form struct {
	Title, Author string
	Sheets        []FormSheet
	Guide         FormGuide
}

// FormSheet is a sheet with a title, a row of headings, an example and empty rows.
type FormSheet struct {
	Name    string
	Title   []string // lines above the headings
	Columns []FormColumn
	Example []string // the row below the headings, in grey; by column
	Rows    int      // empty rows, numbered
}

// FormColumn is one column. Choices are offered in a list; others may be typed if Free.
type FormColumn struct {
	Heading string
	Width   float64 // in characters
	Note    string  // shown when a cell of the column is chosen
	Choices string  // name of a list of the guide, "" for none
	Free    bool
}

// FormGuide is the last sheet: what to heed, and the lists to choose from.
type FormGuide struct {
	Name  string
	Lines []string
	Lists []FormList
}

// FormList is a list to choose from.
type FormList struct {
	Name  string
	Texts []string
}

// WriteForm writes a workbook. The same form gives the same bytes.
func WriteForm(w io.Writer, form Form) error {
	f := excelize.NewFile()
	defer f.Close()
	p := &formPen{File: f, lists: map[string]string{}}
	if err := p.styles(); err != nil {
		return err
	}
	if err := f.SetSheetName("Sheet1", form.Guide.Name); err != nil {
		return err
	}
	if err := p.guide(form.Guide); err != nil {
		return err
	}
	for _, s := range form.Sheets {
		if _, err := f.NewSheet(s.Name); err != nil {
			return err
		}
		if err := p.sheet(s); err != nil {
			return err
		}
	}
	if len(form.Sheets) > 0 {
		first := form.Sheets[0].Name
		// The guide stands last, where it is in nobody's way.
		for _, s := range form.Sheets {
			if err := f.MoveSheet(s.Name, form.Guide.Name); err != nil {
				return err
			}
		}
		i, err := f.GetSheetIndex(first)
		if err != nil {
			return err
		}
		f.SetActiveSheet(i)
	}
	// Dates of making would make each file another.
	if err := f.SetDocProps(&excelize.DocProperties{Title: form.Title, Creator: form.Author, Created: "2000-01-01T00:00:00Z", Modified: "2000-01-01T00:00:00Z"}); err != nil {
		return err
	}
	return f.Write(w)
}

type formPen struct {
	*excelize.File
	title, heading, example, empty, number, plain int
	lists                                         map[string]string // ranges, by name
}

func (p *formPen) styles() error {
	thin := []excelize.Border{{Type: "left", Color: "808080", Style: 1}, {Type: "right", Color: "808080", Style: 1}, {Type: "top", Color: "808080", Style: 1}, {Type: "bottom", Color: "808080", Style: 1}}
	font := func(f excelize.Font) *excelize.Font { f.Family, f.Size = "Times New Roman", 12; return &f }
	wrap := &excelize.Alignment{WrapText: true, Vertical: "top"}
	for _, s := range []struct {
		into  *int
		style excelize.Style
	}{
		{&p.title, excelize.Style{Font: font(excelize.Font{Bold: true}), Alignment: &excelize.Alignment{WrapText: false}}},
		{&p.heading, excelize.Style{Font: font(excelize.Font{Bold: true}), Border: thin, Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"F3E3C3"}}, Alignment: &excelize.Alignment{WrapText: true, Horizontal: "center", Vertical: "center"}}},
		{&p.example, excelize.Style{Font: font(excelize.Font{Italic: true, Color: "808080"}), Border: thin, Alignment: wrap, NumFmt: 49}},
		{&p.empty, excelize.Style{Font: font(excelize.Font{}), Border: thin, Alignment: wrap, NumFmt: 49}},
		{&p.number, excelize.Style{Font: font(excelize.Font{}), Border: thin, Alignment: &excelize.Alignment{Horizontal: "center", Vertical: "top"}}},
		{&p.plain, excelize.Style{Font: font(excelize.Font{}), Alignment: wrap}},
	} {
		id, err := p.NewStyle(&s.style)
		if err != nil {
			return err
		}
		*s.into = id
	}
	return nil
}

func (p *formPen) guide(g FormGuide) error {
	if err := p.SetColWidth(g.Name, "A", "A", 100); err != nil {
		return err
	}
	for i, line := range g.Lines {
		if err := p.put(g.Name, i+1, 1, line, p.plain); err != nil {
			return err
		}
	}
	for i, l := range g.Lists {
		col := i + 3
		if err := p.put(g.Name, 1, col, l.Name, p.title); err != nil {
			return err
		}
		for j, text := range l.Texts {
			if err := p.put(g.Name, j+2, col, text, p.plain); err != nil {
				return err
			}
		}
		letter := Column(col)
		if err := p.SetColWidth(g.Name, letter, letter, 40); err != nil {
			return err
		}
		p.lists[l.Name] = fmt.Sprintf("'%s'!$%s$2:$%s$%d", strings.ReplaceAll(g.Name, "'", "''"), letter, letter, len(l.Texts)+1)
	}
	return nil
}

func (p *formPen) put(sheet string, row, col int, text string, style int) error {
	at := Reference(row, col)
	if text != "" {
		if err := p.SetCellStr(sheet, at, text); err != nil {
			return err
		}
	}
	return p.SetCellStyle(sheet, at, at, style)
}

func (p *formPen) sheet(s FormSheet) error {
	for i, line := range s.Title {
		if err := p.put(s.Name, i+1, 1, line, p.title); err != nil {
			return err
		}
	}
	head := len(s.Title) + 2
	for i, c := range s.Columns {
		letter := Column(i + 1)
		if err := p.SetColWidth(s.Name, letter, letter, c.Width); err != nil {
			return err
		}
		if err := p.put(s.Name, head, i+1, c.Heading, p.heading); err != nil {
			return err
		}
		if i < len(s.Example) {
			if err := p.put(s.Name, head+1, i+1, s.Example[i], p.example); err != nil {
				return err
			}
		}
	}
	for r := 1; r <= s.Rows; r++ {
		at := head + 1 + r
		for i := range s.Columns {
			style := p.empty
			if i == 0 {
				style = p.number
			}
			if err := p.put(s.Name, at, i+1, "", style); err != nil {
				return err
			}
			if i == 0 {
				if err := p.SetCellInt(s.Name, Reference(at, 1), int64(r)); err != nil {
					return err
				}
			}
		}
	}
	if err := p.validate(s, head+2, head+1+s.Rows); err != nil {
		return err
	}
	return p.page(s, head)
}

// validate puts a note on each column, and the list to choose from.
func (p *formPen) validate(s FormSheet, from, to int) error {
	for i, c := range s.Columns {
		if c.Note == "" && c.Choices == "" {
			continue
		}
		v := excelize.NewDataValidation(true)
		v.SetSqref(fmt.Sprintf("%s:%s", Reference(from, i+1), Reference(to, i+1)))
		if list := p.lists[c.Choices]; list != "" {
			v.SetSqrefDropList(list)
			if c.Free {
				v.SetError(excelize.DataValidationErrorStyleWarning, c.Heading, "Không có trong danh sách. Vẫn ghi?")
			} else {
				v.SetError(excelize.DataValidationErrorStyleStop, c.Heading, "Chọn một mục trong danh sách.")
			}
		}
		if c.Note != "" {
			v.SetInput(c.Heading, c.Note)
		}
		if err := p.AddDataValidation(s.Name, v); err != nil {
			return err
		}
	}
	return nil
}

// page sets how the sheet is looked at and printed.
func (p *formPen) page(s FormSheet, head int) error {
	panes := &excelize.Panes{Freeze: true, YSplit: head, TopLeftCell: Reference(head+1, 1), ActivePane: "bottomLeft"}
	if err := p.SetPanes(s.Name, panes); err != nil {
		return err
	}
	landscape, a4, wide, tall := "landscape", 9, 1, 0
	if err := p.SetPageLayout(s.Name, &excelize.PageLayoutOptions{Orientation: &landscape, Size: &a4, FitToWidth: &wide, FitToHeight: &tall}); err != nil {
		return err
	}
	fit := true
	return p.SetSheetProps(s.Name, &excelize.SheetPropsOptions{FitToPage: &fit})
}

package export

import (
	"io"
	"slices"
	"strings"
	"time"

	"bangvang/internal/edition"
	"bangvang/internal/sheet"
)

// Appraisal writes the Board's sheet as a workbook: the summary by block and by unit, then all targets, achievements, proposals and objections,
// each with its unit. It is private, which every printed page says.
func Appraisal(w io.Writer, a *edition.Appraisal) error {
	made, err := time.Parse(time.RFC3339, a.Created)
	if err != nil {
		return err
	}
	title := a.Title + " (" + a.Private + ")"
	book := sheet.Book{Title: title, Description: a.Dated, Creator: a.Author, Lang: a.Lang, Made: made, Mark: a.Private + " · " + a.Title + " · " + a.Dated}
	said := &a.Words
	book.Sheets = []sheet.Sheet{
		appraised("Theo cụm, khối", &a.Blocks, []int{32, 8}),
		appraised("Theo đơn vị", &a.Overall, []int{30, 20}),
	}
	for _, t := range []struct {
		name string
		most []int
		of   func(u *edition.AppraisalUnit) *edition.AppraisalTable
	}{
		{said.Targets, []int{22, 6, 32, 18, 24, 20, 12, 14, 14}, func(u *edition.AppraisalUnit) *edition.AppraisalTable { return &u.Targets }},
		{said.Achievements, []int{24, 6, 60, 18, 12, 26}, func(u *edition.AppraisalUnit) *edition.AppraisalTable { return &u.Achievements }},
		{said.Awards, []int{24, 6, 20, 40, 54, 16}, func(u *edition.AppraisalUnit) *edition.AppraisalTable { return &u.Awards }},
	} {
		all := edition.AppraisalTable{Heads: []string{said.Unit}}
		for i := range a.Units {
			u, of := &a.Units[i], t.of(&a.Units[i])
			all.Heads, all.Blank = append(all.Heads[:1], of.Heads...), of.Blank
			for _, r := range of.Rows {
				all.Rows = append(all.Rows, append([]edition.Cell{{Words: u.Name}}, r...))
			}
		}
		book.Sheets = append(book.Sheets, appraised(t.name, &all, t.most))
	}
	objections := edition.AppraisalTable{Heads: []string{said.Unit, said.Objection, said.Place, said.Opinion}, Blank: 1}
	for _, u := range a.Units {
		for _, o := range u.Objections {
			objections.Rows = append(objections.Rows, []edition.Cell{{Words: u.Name}, {Words: o.Words}, {Words: o.Place}})
		}
	}
	book.Sheets = append(book.Sheets, appraised(said.Objections, &objections, []int{24, 70, 36}))
	return book.Write(w)
}

// toMark is how many letters wide a column is at least that somebody writes in.
const toMark = 16

// appraised is a table as a sheet that is written in. most is how many letters wide its first columns may be.
func appraised(name string, t *edition.AppraisalTable, most []int) sheet.Sheet {
	s := sheet.Sheet{Name: name, Headed: true, Lined: true}
	for i, h := range t.Heads {
		c := sheet.Column{Head: strings.TrimSuffix(h, ":")}
		if i < len(most) {
			c.Most = most[i]
		}
		if i >= len(t.Heads)-t.Blank {
			c.Least = toMark
		}
		s.Columns = append(s.Columns, c)
	}
	var cells [][]sheet.Cell
	for _, row := range t.Rows {
		var out []sheet.Cell
		for _, c := range row {
			if c.Value != "" {
				out = append(out, sheet.Cell{Kind: sheet.Number, Text: c.Value})
				continue
			}
			out = append(out, sheet.Cell{Text: sheet.Cut(harmlessWhole(strings.ReplaceAll(c.Words, "\u00a0", " ")), "…")})
		}
		cells = append(cells, out)
	}
	s.Rows = slices.Values(cells)
	return s
}

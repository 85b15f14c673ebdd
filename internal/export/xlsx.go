package export

import (
	"cmp"
	"io"
	"iter"
	"strings"

	"bangvang/internal/edition"
	"bangvang/internal/sheet"
)

func writeXLSX(w io.Writer, d *edition.Dataset, from origin) error {
	table, err := from.sheet(d, cmp.Or(from.title(d.Shape), d.Title))
	if err != nil {
		return err
	}
	book := from.book(d.Title, d.Description)
	notes := notesSheet(from.guide.NotesAre, d.Title, d.Notes, columnNotes(from.guide.Columns, d.Table.Columns))
	book.Sheets = []sheet.Sheet{table, notes}
	return book.Write(w)
}

// writeWorkbook writes all of the campaign's tables as one workbook, notes first.
func writeWorkbook(w io.Writer, from origin) error {
	book := from.book(from.guide.Title, "")
	list := edition.NoteGroup{Heading: from.guide.Tables}
	var columns []edition.NoteGroup
	var tables []sheet.Sheet
	for _, d := range from.whole {
		t, err := from.sheet(d, d.Title)
		if err != nil {
			return err
		}
		tables = append(tables, t)
		list.Facts = append(list.Facts, edition.Fact{Term: d.Title, Value: d.Description})
		columns = append(columns, columnNotes(from.guide.Columns+": "+d.Title, d.Table.Columns))
	}
	groups := append([]edition.NoteGroup{from.guide.Notes[0], list}, from.guide.Notes[1:]...)
	book.Sheets = append([]sheet.Sheet{notesSheet(from.guide.NotesAre, from.guide.Title, groups, columns...)}, tables...)
	return book.Write(w)
}

func (o origin) book(title, description string) sheet.Book {
	return sheet.Book{Title: title, Description: description, Creator: o.site.Organizer, Lang: o.site.Lang, Made: o.made, Kept: o.packed}
}

// wideNotes is how many letters the notes have in a line.
const wideNotes = 100

// sheet is a data set as a sheet: numbers and full days as such, the rest in words. A text that Excel cannot hold says so at its end.
func (o origin) sheet(d *edition.Dataset, name string) (sheet.Sheet, error) {
	t := &d.Table
	if err := o.proof.of(t); err != nil {
		return sheet.Sheet{}, err
	}
	s := sheet.Sheet{Name: name, Headed: true, Columns: make([]sheet.Column, len(t.Columns))}
	for i, c := range t.Columns {
		s.Columns[i].Head = harmlessWhole(c.Head)
	}
	s.Rows = madeRows(t, func(i int, c *edition.Cell, _ sheet.Cell) sheet.Cell {
		out := typed(t.Columns[i].Kind, c)
		if len(out.Text) > sheet.MostText {
			out.Text = sheet.Cut(out.Text, o.guide.TooLong)
		}
		return out
	})
	return s, nil
}

// typed is a cell as a spreadsheet knows it. A month or a year is no day, and stays in words.
func typed(kind edition.ValueKind, c *edition.Cell) sheet.Cell {
	switch {
	case kind == edition.NumberValue, kind == edition.WholeValue:
		return sheet.Cell{Kind: sheet.Number, Text: c.Value}
	case kind == edition.DateValue && sheet.IsDay(c.Value):
		return sheet.Cell{Kind: sheet.Day, Text: c.Value}
	}
	return sheet.Cell{Text: harmlessWhole(cmp.Or(c.Words, c.Value))}
}

// notesSheet is a page of notes: a title, then groups of terms and what they say.
func notesSheet(name, title string, groups []edition.NoteGroup, more ...edition.NoteGroup) sheet.Sheet {
	rows := func(yield func(sheet.Cell, sheet.Cell) bool) {
		ok := yield(sheet.Cell{Kind: sheet.Title, Text: title}, sheet.Cell{})
		for _, all := range [][]edition.NoteGroup{groups, more} {
			for _, g := range all {
				ok = ok && yield(sheet.Cell{}, sheet.Cell{}) && (g.Heading == "" || yield(sheet.Cell{Kind: sheet.Strong, Text: g.Heading}, sheet.Cell{}))
				for _, f := range g.Facts {
					ok = ok && yield(sheet.Cell{Text: f.Term}, sheet.Cell{Text: f.Value})
				}
			}
		}
	}
	return sheet.Sheet{Name: name, Columns: []sheet.Column{{Most: 30}, {Most: wideNotes}}, Rows: pairs(rows)}
}

// pairs makes rows of pairs of harmless texts.
func pairs(of iter.Seq2[sheet.Cell, sheet.Cell]) iter.Seq[[]sheet.Cell] {
	return func(yield func([]sheet.Cell) bool) {
		for a, b := range of {
			a.Text, b.Text = harmlessWhole(a.Text), harmlessWhole(b.Text)
			if !yield([]sheet.Cell{a, b}) {
				return
			}
		}
	}
}

// columnNotes say what columns mean whose cells are in words. Those whose head says it all are left out.
func columnNotes(heading string, columns []edition.Column) edition.NoteGroup {
	g := edition.NoteGroup{Heading: heading}
	for _, c := range columns {
		var says []string
		if c.Note != "" {
			says = append(says, c.Note)
		}
		if len(c.Codes) > 0 {
			words := make([]string, len(c.Codes))
			for i, code := range c.Codes {
				words[i] = code.Words
			}
			says = append(says, strings.Join(words, " · "))
		}
		if len(says) > 0 {
			g.Facts = append(g.Facts, edition.Fact{Term: c.Head, Value: strings.Join(says, ": ")})
		}
	}
	return g
}

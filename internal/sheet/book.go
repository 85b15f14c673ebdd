package sheet

import (
	"fmt"
	"io"
	"iter"
	"strings"
	"time"
	"unicode/utf16"
)

// Book is a workbook.
type Book struct {
	Title       string
	Description string
	Creator     string    // who answers for it
	Lang        string    // BCP 47
	Made        time.Time // what the file says of its making, to the second
	Mark        string    // what stands above every printed page; "" is nothing
	Sheets      []Sheet   // one at least; the first is shown
	Kept        *Kept     // of what was packed before; nil is nothing
}

// Sheet is one table, or a page of text.
type Sheet struct {
	Name    string // at most 31 UTF-16 units, none of []:*?/\, no apostrophe at an end, unlike any other of the book in more than case
	Columns []Column
	// Headed sheets have the columns' heads as their first row.
	Headed bool
	// Lined sheets are printed with lines around their cells, to be written in.
	Lined bool
	// Rows are the rows below the head, of at most as many cells as there are columns. They are walked twice.
	Rows iter.Seq[[]Cell]
}

// Column is a column of a sheet.
type Column struct {
	Head  string
	Least int // how many letters wide it is at least, though it be empty
	Most  int // how many letters wide it may be before its texts wrap; 0 is 50
}

// Kind is what a cell holds.
type Kind uint8

const (
	Text   Kind = iota
	Number      // digits with a decimal point and no exponent: "-1234.50"
	Day         // "2018-12-05", not before 1900-03-01
	Strong      // a text in bold
	Title       // a text in large bold
)

// Cell is a value; an empty Text is an empty cell of any kind.
type Cell struct {
	Kind Kind
	Text string
}

const (
	mostRows    = 1_048_576
	mostColumns = 16_384
	mostName    = 31
)

// MostText is how many UTF-16 units of text a cell holds.
const MostText = 32_767

// Cut shortens a text that a cell cannot hold to one that ends in end.
func Cut(s, end string) string {
	if units(s) <= MostText {
		return s
	}
	room := MostText - units(end)
	for i, r := range s {
		if room -= max(utf16.RuneLen(r), 1); room < 0 {
			return s[:i] + end
		}
	}
	return s
}

// Write writes the workbook. An error of w, and what Excel could not hold, ends it.
func (b *Book) Write(w io.Writer) error {
	if err := b.check(); err != nil {
		return err
	}
	z := NewZip(w, b.Kept)
	p := takePen(z, b.Made.UTC().Truncate(time.Second), b.Mark)
	defer p.give()
	for _, part := range b.frame() {
		if err := p.part(part.name, part.text); err != nil {
			return err
		}
	}
	for i := range b.Sheets {
		if err := p.sheet(i, &b.Sheets[i]); err != nil {
			return fmt.Errorf("trang tính %q: %w", b.Sheets[i].Name, err)
		}
	}
	if err := p.sharedStrings(); err != nil {
		return err
	}
	if err := p.part("xl/styles.xml", p.styles()); err != nil {
		return err
	}
	return z.Close()
}

// check refuses a book that Excel would not open.
func (b *Book) check() error {
	if len(b.Sheets) == 0 {
		return fmt.Errorf("tệp XLSX không có trang tính nào")
	}
	seen := map[string]bool{}
	for _, s := range b.Sheets {
		key := strings.ToLower(s.Name)
		switch {
		case s.Name == "", units(s.Name) > mostName, strings.ContainsAny(s.Name, `[]:*?/\`), strings.Trim(s.Name, "'") != s.Name, clean(s.Name) != s.Name, key == "history":
			return fmt.Errorf("tên trang tính %q không dùng được trong Excel", s.Name)
		case seen[key]:
			return fmt.Errorf("hai trang tính cùng tên %q", s.Name)
		case len(s.Columns) == 0, len(s.Columns) > mostColumns:
			return fmt.Errorf("trang tính %q có %d cột", s.Name, len(s.Columns))
		}
		seen[key] = true
	}
	return nil
}

// units counts the UTF-16 units of s, by which Excel measures.
func units(s string) int {
	n := 0
	for _, r := range s {
		n += max(utf16.RuneLen(r), 1)
	}
	return n
}

package sheet

import (
	"archive/zip"
	"bufio"
	"fmt"
	"io"
	"strconv"
	"time"
)

// A pen writes the parts of one workbook and remembers what the last of them need: each text once, and the decimals that numbers have.
type pen struct {
	z       *zip.Writer
	made    time.Time
	mark    string
	strings map[string]int
	texts   []string
	uses    int   // of texts, by cells
	counts  []int // the numbers of decimals that numbers have, by the place of their style
}

// open begins a part.
func (p *pen) open(name string) (io.Writer, error) {
	return p.z.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate, Modified: p.made})
}

func (p *pen) part(name, text string) error {
	w, err := p.open(name)
	if err != nil {
		return err
	}
	_, err = io.WriteString(w, text)
	return err
}

const declaration = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"

const mainSpace = `xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"`

// sheet writes a sheet's part. Its rows are walked once for the widths, which stand before them, and once for the cells.
func (p *pen) sheet(i int, s *Sheet) error {
	widths, rows, err := measure(s)
	if err != nil {
		return err
	}
	part, err := p.open(sheetPart(i))
	if err != nil {
		return err
	}
	w := bufio.NewWriterSize(part, 64<<10)
	w.WriteString(head(s, widths, rows, i == 0))
	n := 0
	if s.Headed {
		n++
		if err := p.row(w, n, heads(s.Columns), widths, xfHead); err != nil {
			return err
		}
	}
	for cells := range s.Rows {
		n++
		if err := p.row(w, n, cells, widths, 0); err != nil {
			return err
		}
	}
	w.WriteString(foot(s, rows, p.mark))
	return w.Flush()
}

func heads(columns []Column) []Cell {
	out := make([]Cell, len(columns))
	for i, c := range columns {
		out[i].Text = c.Head
	}
	return out
}

// row writes a row's cells, in their own styles or, if that is not 0, all in one.
func (p *pen) row(w *bufio.Writer, n int, cells []Cell, widths []width, style int) error {
	var scratch [20]byte
	number := strconv.AppendInt(scratch[:0], int64(n), 10)
	w.WriteString(`<row r="`)
	w.Write(number)
	if tall := height(cells, widths, style == xfHead); tall > 0 {
		w.WriteString(`" ht="`)
		w.WriteString(strconv.Itoa(tall))
	}
	w.WriteString(`">`)
	for i, c := range cells {
		text := c.Text
		if c.Kind != Number && c.Kind != Day {
			text = clean(text)
		}
		if text == "" {
			continue
		}
		name := widths[i].letters
		if err := p.cell(w, name, number, Cell{c.Kind, text}, widths[i].wraps, style); err != nil {
			return fmt.Errorf("ô %s%d: %w", name, n, err)
		}
	}
	_, err := w.WriteString("</row>\n") // what failed before fails here again
	return err
}

// cell writes one cell that is not empty.
func (p *pen) cell(w *bufio.Writer, column string, row []byte, c Cell, wraps bool, style int) error {
	value, isText := "", false
	switch c.Kind {
	case Number:
		places, ok := decimals(c.Text)
		if !ok {
			return fmt.Errorf("%q không phải là số", c.Text)
		}
		if significant(c.Text) > 15 {
			isText, style = true, xfText
		} else {
			value, style = c.Text, p.decimal(places)
		}
	case Day:
		days, err := serial(c.Text)
		if err != nil {
			return err
		}
		value, style = days, xfDay
	default:
		isText = true
		if style == 0 {
			style = textStyle(c.Kind, wraps)
		}
	}
	if isText {
		// Bytes are never fewer than units.
		if len(c.Text) > MostText && units(c.Text) > MostText {
			return fmt.Errorf("dài hơn %d chữ, Excel không chứa được", MostText)
		}
		value = strconv.Itoa(p.share(c.Text))
	}
	w.WriteString(`<c r="`)
	w.WriteString(column)
	w.Write(row)
	w.WriteString(`" s="`)
	w.WriteString(strconv.Itoa(style))
	if isText {
		w.WriteString(`" t="s`)
	}
	w.WriteString(`"><v>`)
	w.WriteString(value)
	w.WriteString(`</v></c>`)
	return nil
}

// share gives the place of a text in the shared table.
func (p *pen) share(s string) int {
	p.uses++
	at, ok := p.strings[s]
	if !ok {
		at = len(p.texts)
		p.strings[s] = at
		p.texts = append(p.texts, s)
	}
	return at
}

// sharedStrings writes each text once, in the order of first use.
func (p *pen) sharedStrings() error {
	part, err := p.open("xl/sharedStrings.xml")
	if err != nil {
		return err
	}
	w := bufio.NewWriterSize(part, 64<<10)
	fmt.Fprintf(w, `%s<sst %s count="%d" uniqueCount="%d">`, declaration, mainSpace, p.uses, len(p.texts))
	for _, s := range p.texts {
		w.WriteString(`<si><t xml:space="preserve">`)
		escape(w, s)
		w.WriteString("</t></si>\n")
	}
	w.WriteString(`</sst>`)
	return w.Flush()
}

package sheet

import (
	"archive/zip"
	"bufio"
	"fmt"
	"io"
	"strconv"
	"sync"
	"time"
)

// A pen writes the parts of one workbook and remembers what the last of them need: each text once, and the decimals that numbers have.
type pen struct {
	z       *zip.Writer
	w       *bufio.Writer // of the part that is being written
	made    time.Time
	mark    string
	strings map[string]int
	texts   []string
	uses    int   // of texts, by cells
	counts  []int // the numbers of decimals that numbers have, by the place of their style
}

// pens are used again: each workbook would else need as much room as a hundred rows of it, several times.
var pens = sync.Pool{New: func() any { return &pen{w: bufio.NewWriterSize(nil, 64<<10), strings: map[string]int{}} }}

// mostShared is how many texts a pen has room for the next time: more are not cleared sooner than they are made anew.
const mostShared = 4096

// takePen gives one for a workbook.
func takePen(z *zip.Writer, made time.Time, mark string) *pen {
	p := pens.Get().(*pen)
	p.z, p.made, p.mark = z, made, mark
	return p
}

// give gives it back.
func (p *pen) give() {
	texts := p.texts
	if len(texts) > mostShared {
		return
	}
	clear(texts)
	clear(p.strings)
	p.w.Reset(nil)
	*p = pen{w: p.w, strings: p.strings, texts: texts[:0], counts: p.counts[:0]}
	pens.Put(p)
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
	w := p.w
	w.Reset(part)
	w.WriteString(head(s, widths, rows, i == 0))
	lanes, n := lanes(widths), 0
	write := func(cells []Cell, style int) error {
		n++
		b, err := p.row(w.AvailableBuffer(), n, cells, lanes, style)
		if err == nil {
			_, err = w.Write(b)
		}
		return err
	}
	if s.Headed {
		if err := write(heads(s.Columns), xfHead); err != nil {
			return err
		}
	}
	for cells := range s.Rows {
		if err := write(cells, 0); err != nil {
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

// A lane is a column while the pen goes down it.
type lane struct {
	width
	open  string // what its cells begin with
	above string // the text of the cell above
	place int    // of that in the shared table; nowhere if there is nothing in it that can be written
}

const nowhere = -1

func lanes(widths []width) []lane {
	out := make([]lane, len(widths))
	for i, w := range widths {
		out[i] = lane{width: w, open: `<c r="` + w.letters, place: nowhere}
	}
	return out
}

// row appends a row's cells, in their own styles or, if that is not 0, all in one.
func (p *pen) row(b []byte, n int, cells []Cell, lanes []lane, style int) ([]byte, error) {
	var scratch [20]byte
	number := strconv.AppendInt(scratch[:0], int64(n), 10)
	b = append(append(b, `<row r="`...), number...)
	if tall := height(cells, lanes, style == xfHead); tall > 0 {
		b = strconv.AppendInt(append(b, `" ht="`...), int64(tall), 10)
	}
	b = append(b, `">`...)
	for i := range cells {
		var err error
		if b, err = p.cell(b, &lanes[i], number, &cells[i], style); err != nil {
			return nil, fmt.Errorf("ô %s%d: %w", lanes[i].letters, n, err)
		}
	}
	return append(b, "</row>\n"...), nil
}

// cell appends one cell, if there is anything in it.
func (p *pen) cell(b []byte, l *lane, row []byte, c *Cell, style int) ([]byte, error) {
	value := ""
	switch {
	case c.Kind != Number && c.Kind != Day:
		if style == 0 {
			style = textStyle(c.Kind, l.wraps)
		}
	case c.Text == "":
		return b, nil
	default:
		var err error
		if value, style, err = p.value(c); err != nil {
			return nil, err
		}
	}
	if value != "" {
		b = append(append(append(b, l.open...), row...), `" s="`...)
		b = append(append(strconv.AppendInt(b, int64(style), 10), `"><v>`...), value...)
		return append(b, "</v></c>"...), nil
	}
	place, err := p.text(l, c.Text)
	if err != nil || place == nowhere {
		return b, err
	}
	b = append(append(append(b, l.open...), row...), `" s="`...)
	b = append(strconv.AppendInt(b, int64(style), 10), `" t="s"><v>`...)
	return append(strconv.AppendInt(b, int64(place), 10), "</v></c>"...), nil
}

// value gives a number or a day as it is written, and its style; no value if only a text can hold it.
func (p *pen) value(c *Cell) (value string, style int, err error) {
	if c.Kind == Day {
		value, err = serial(c.Text)
		return value, xfDay, err
	}
	places, ok := decimals(c.Text)
	switch {
	case !ok:
		return "", 0, fmt.Errorf("%q không phải là số", c.Text)
	case significant(c.Text) > 15:
		return "", xfText, nil
	}
	return c.Text, p.decimal(places), nil
}

// text gives the place of a column's text in the shared table. Of awards one cell in two says what the cell above says.
func (p *pen) text(l *lane, s string) (int, error) {
	if s != l.above {
		text := clean(s)
		// Bytes are never fewer than units.
		if len(text) > MostText && units(text) > MostText {
			return nowhere, fmt.Errorf("dài hơn %d chữ, Excel không chứa được", MostText)
		}
		l.above, l.place = s, p.share(text)
	}
	if l.place != nowhere {
		p.uses++
	}
	return l.place, nil
}

// share puts a text into the shared table, if it is not there.
func (p *pen) share(s string) int {
	if s == "" {
		return nowhere
	}
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
	w := p.w
	w.Reset(part)
	fmt.Fprintf(w, `%s<sst %s count="%d" uniqueCount="%d">`, declaration, mainSpace, p.uses, len(p.texts))
	for _, s := range p.texts {
		b := append(w.AvailableBuffer(), `<si><t xml:space="preserve">`...)
		w.Write(append(escape(b, s), "</t></si>\n"...))
	}
	w.WriteString(`</sst>`)
	return w.Flush()
}

package intake

import (
	"fmt"
	"slices"
	"strings"

	"bangvang/internal/diag"
	"bangvang/internal/viet"
	"bangvang/internal/workbook"
)

// grid is a sheet whose texts are Unicode.
type grid struct {
	*workbook.Sheet
	rows []line
	at   map[[2]int]*cell
}

// line is a row of a grid.
type line struct {
	*workbook.Row
	cells []*cell
}

// cell is a cell with its text decoded and on one line.
type cell struct {
	*workbook.Cell
	row    int
	text   string        // what is shown
	from   viet.Encoding // that the text was decoded from
	byFont bool          // the font said so
	doubt  string        // why the text could not be read, or ""
	tidied tidied
}

// gridOf decodes a sheet. assumed is the encoding that the file's own bytes were found to be in.
func gridOf(s *workbook.Sheet, assumed viet.Encoding) *grid {
	g := &grid{Sheet: s, at: map[[2]int]*cell{}}
	w := weigh(s, assumed)
	for i := range s.Rows {
		r := line{Row: &s.Rows[i]}
		for j := range s.Rows[i].Cells {
			c := &cell{Cell: &s.Rows[i].Cells[j], row: r.No}
			w.decode(c)
			c.text = clean(c.text, &c.tidied)
			if c.text == "" && !c.Formula && c.Kind != workbook.Failure {
				continue
			}
			r.cells = append(r.cells, c)
			g.at[[2]int{r.No, c.Col}] = c
		}
		if len(r.cells) > 0 {
			g.rows = append(g.rows, r)
		}
	}
	return g
}

// scale is what the words of a sheet say of its encodings, by what its fonts say.
type scale struct {
	byFont  [3]viet.Evidence
	assumed viet.Encoding
}

func weigh(s *workbook.Sheet, assumed viet.Encoding) *scale {
	w := &scale{assumed: assumed}
	for i := range s.Rows {
		for j := range s.Rows[i].Cells {
			for _, r := range runs(&s.Rows[i].Cells[j]) {
				e, _ := viet.FontEncoding(r.Font)
				w.byFont[e].Add(viet.Weigh(r.Text))
			}
		}
	}
	return w
}

// runs are the pieces of a cell's text, each in one font.
func runs(c *workbook.Cell) []workbook.Run {
	if len(c.Runs) > 0 {
		return c.Runs
	}
	return []workbook.Run{{Text: c.Text, Font: c.Font}}
}

// decode fills a cell's text.
func (w *scale) decode(c *cell) {
	if c.Kind != workbook.Text {
		c.text = c.Cell.Text
		return
	}
	var b strings.Builder
	for _, r := range runs(c.Cell) {
		font, capitals := viet.FontEncoding(r.Font)
		e, doubt := w.encoding(r.Text, font)
		if doubt != "" {
			c.doubt = doubt
		}
		text := e.Decode(r.Text)
		if capitals && e == viet.TCVN3 {
			text = strings.ToUpper(text)
		}
		if e != viet.Unicode && text != viet.NFC(r.Text) {
			c.from, c.byFont = e, font == e
		}
		b.WriteString(text)
	}
	c.text = b.String()
}

// encoding judges a text in a font.
func (w *scale) encoding(text string, font viet.Encoding) (viet.Encoding, string) {
	if w.assumed != viet.Unicode {
		return w.assumed, ""
	}
	if !strings.ContainsFunc(text, func(r rune) bool { return r >= 0x80 && r != 0xA0 }) {
		return font, "" // the same in all; capitals are the font's
	}
	ev := viet.Weigh(text)
	sure := sureOf(ev)
	switch {
	case len(sure) == 1:
		return sure[0], ""
	case len(sure) > 1:
		if e, ok := mostly(ev); ok && e != viet.Unicode && font == e {
			return e, ""
		}
		return viet.Unicode, fmt.Sprintf("có chữ đọc được theo %s và chữ chỉ đọc được theo %s", sure[0], sure[1])
	}
	// Nothing in the text itself decides: the other texts in the same kind of font do, then the font.
	if e, ok := mostly(w.byFont[font]); ok {
		if e == viet.Unicode || ev.Doubtful[e] > 0 || ev.Neither > 0 && e == font {
			return e, ""
		}
		return viet.Unicode, ""
	}
	if font != viet.Unicode && ev.Doubtful[font] > 0 {
		return font, ""
	}
	if ev.Doubtful[viet.Unicode] == 0 && ev.Doubtful[viet.TCVN3]+ev.Doubtful[viet.VNI] > 0 {
		return viet.Unicode, "có chữ không đọc được theo Unicode, có thể là TCVN3 hoặc VNI"
	}
	return viet.Unicode, ""
}

func sureOf(ev viet.Evidence) []viet.Encoding {
	var out []viet.Encoding
	for e, n := range ev.Words {
		if n > 0 {
			out = append(out, viet.Encoding(e))
		}
	}
	return out
}

// mostly gives the encoding that nine in ten of the words that decide are in.
func mostly(ev viet.Evidence) (viet.Encoding, bool) {
	all := ev.Words[0] + ev.Words[1] + ev.Words[2]
	for e, n := range ev.Words {
		if n > 0 && n*10 >= all*9 {
			return viet.Encoding(e), true
		}
	}
	return viet.Unicode, false
}

// find gives the cell that is shown at a place: its own, or that of the merged area it lies in.
func (g *grid) find(row, col int) *cell {
	if c := g.at[[2]int{row, col}]; c != nil {
		return c
	}
	if a, ok := g.Cover(row, col); ok {
		return g.at[[2]int{a.Top, a.Left}]
	}
	return nil
}

// text is what is shown at a place.
func (g *grid) text(row, col int) string {
	if c := g.find(row, col); c != nil {
		return c.text
	}
	return ""
}

// texts are the different texts of a row.
func (l *line) texts() []string {
	var out []string
	for _, c := range l.cells {
		if c.text != "" && !slices.Contains(out, c.text) {
			out = append(out, c.text)
		}
	}
	return out
}

func (g *grid) place(c *cell) diag.Place { return g.Sheet.At(c.row, c.Col) }

package workbook

import (
	"fmt"
	"math"
	"regexp"
	"strconv"
	"strings"

	"bangvang/internal/diag"
)

// reader reads the sheets of one workbook.
type reader struct {
	*pack
	book    *workbook
	styles  []style
	strings []stored
	cells   int
	drawn   int // cells, the empty ones too
}

// sheet walks a sheet. It gives nil if the walk broke off; the reason is told.
func (r *reader) sheet(t tab) *Sheet {
	b := r.opened(t.part)
	if b == nil {
		return nil
	}
	w := &walk{reader: r, part: b, sheet: &Sheet{Name: t.name, Hidden: t.hidden, file: r.file}}
	if err := w.run(); err != nil {
		at := w.sheet.AtRow(0)
		text := fmt.Sprintf("XML của trang tính %q sai", t.name)
		if w.row > 0 {
			at = w.sheet.AtRow(w.row)
			text += fmt.Sprintf(" sau hàng %d; phần sau đó không đọc được", w.row)
		}
		if err == errDTD {
			text, at = fmt.Sprintf("trang tính %q có DOCTYPE: bảng tính thật không có", t.name), w.sheet.AtRow(0)
		}
		r.problems.Add(sheetXML, at, text, saveAgain)
		return nil
	}
	if w.stop {
		return nil
	}
	w.merges()
	w.sheet.last = w.furthest()
	return w.sheet
}

// walk is one sheet being walked.
type walk struct {
	*reader
	*part
	sheet    *Sheet
	row, col int // last seen
	rest     int // where the last row ends that has something in it
	told     int
	stop     bool
}

// mostTold is how many problems of a sheet are told before it is given up.
const mostTold = 50

func (w *walk) tell(rule *diag.Rule, at diag.Place, text, hint string) {
	w.problems.Add(rule, at, text, hint)
	w.told++
	w.stop = w.stop || w.told >= mostTold
}

func (w *walk) run() error {
	for {
		t, err := w.next()
		if err != nil || t == atEOF {
			return err
		}
		if t != atStart {
			continue
		}
		switch w.name {
		case "worksheet":
			continue
		case "cols", "sheetData", "mergeCells":
			continue
		case "col":
			from, ok1 := parseCount(w.attr("min"))
			to, ok2 := parseCount(w.attr("max"))
			if ok1 && ok2 && from <= MaxCols && (yes(w.attr("hidden")) || nought(w.attr("width"))) {
				w.sheet.hidden = append(w.sheet.hidden, span{from, to})
			}
			if len(w.sheet.hidden) > MaxCols {
				w.tell(cellPlace, w.sheet.AtRow(0), "danh mục cột của trang tính bị hỏng", saveAgain)
				w.stop = true
				return nil
			}
		case "row":
			if err := w.oneRow(); err != nil || w.stop {
				return err
			}
			continue
		case "mergeCell":
			a, ok := parseArea(w.attr("ref"))
			switch {
			case !ok:
				w.tell(mergeWrong, w.sheet.AtRow(0), fmt.Sprintf("vùng ô gộp %q không phải địa chỉ", clip(w.attr("ref"))), saveAgain)
			case len(w.sheet.Merged) == maxCells/10:
				w.tell(mergeWrong, w.sheet.AtRow(0), fmt.Sprintf("trang tính có quá %d vùng ô gộp", maxCells/10), "bỏ gộp ô")
				w.stop = true
			default:
				w.sheet.Merged = append(w.sheet.Merged, a)
			}
			if w.stop {
				return nil
			}
		}
		if err := w.skip(); err != nil {
			return err
		}
	}
}

// oneRow walks a row that has just begun.
func (w *walk) oneRow() error {
	no := w.row + 1
	if said := w.attr("r"); said != "" {
		n, ok := parseCount(said)
		if !ok || n <= w.row || n > 1<<20 {
			w.tell(cellPlace, w.sheet.AtRow(w.row), fmt.Sprintf("sau hàng %d là hàng %q", w.row, clip(said)), saveAgain)
			w.stop = true
			return nil
		}
		no = n
	}
	w.row, w.col = no, 0
	row := Row{No: no, Hidden: yes(w.attr("hidden")) || nought(w.attr("ht"))}
	for {
		t, err := w.next()
		if err != nil {
			return err
		}
		if t == atEnd {
			break
		}
		if t != atStart {
			continue
		}
		if w.name != "c" {
			if err := w.skip(); err != nil {
				return err
			}
			continue
		}
		c, err := w.oneCell()
		if err != nil || w.stop {
			return err
		}
		if w.drawn++; w.drawn > maxDrawn {
			w.tell(fileHostile, w.sheet.AtRow(no), fmt.Sprintf("tệp có quá %d ô, kể cả ô trống có định dạng", maxDrawn), "xoá hẳn các cột và hàng trống có kẻ khung, tô màu ở ngoài danh sách")
			w.stop = true
			return nil
		}
		if c == nil {
			continue
		}
		if c.Col > MaxCols || no > MaxRows {
			w.tell(cellFar, w.sheet.At(no, c.Col), fmt.Sprintf("ô %s ở quá xa (chỉ đọc %d cột, %d hàng đầu)", Reference(no, c.Col), MaxCols, MaxRows), "xoá các ô ở xa; danh sách bắt đầu từ cột A")
			w.stop = true
			return nil
		}
		row.Cells = append(row.Cells, *c)
		if w.cells++; w.cells > maxCells {
			w.tell(fileHostile, diag.Place{File: w.file}, fmt.Sprintf("tệp có quá %d ô", maxCells), "chia danh sách thành nhiều tệp")
			w.stop = true
			return nil
		}
	}
	if len(row.Cells) > 0 {
		w.sheet.Rows, w.rest = append(w.sheet.Rows, row), w.i
	}
	return nil
}

// oneCell walks a cell that has just begun. Nil is a cell with nothing in it, or one that is told.
func (w *walk) oneCell() (*Cell, error) {
	c := &Cell{Col: w.col + 1}
	wrong := ""
	if ref := w.attr("r"); ref != "" {
		row, col, ok := parseReference(ref)
		switch {
		case !ok || row != w.row:
			wrong = fmt.Sprintf("hàng %d có ô mang địa chỉ %q", w.row, clip(ref))
		case col <= w.col:
			wrong = fmt.Sprintf("ô %s đứng sau ô %s", ref, Reference(w.row, w.col))
		default:
			c.Col = col
		}
	}
	if wrong != "" {
		w.tell(cellPlace, w.sheet.At(w.row, c.Col), wrong, saveAgain)
	}
	w.col = c.Col
	kind, styled := w.attr("t"), w.attr("s")
	in, err := w.inside(c)
	if err != nil {
		return nil, err
	}
	if wrong != "" {
		return nil, nil
	}
	st := w.style(c, styled)
	c.Font = st.font
	if c.Formula && (!in.valued || in.v == "" && kind != "str") {
		c.Uncached = true
		return c, nil
	}
	w.value(c, st, kind, in.v, in.inline)
	if c.Raw == "" && !c.Formula {
		return nil, nil
	}
	return c, nil
}

// content is what a cell holds: its value as stored, or a text of its own.
type content struct {
	v      string
	valued bool
	inline stored
}

// inside walks to the end of a cell.
func (w *walk) inside(c *Cell) (in content, err error) {
	for {
		t, err := w.next()
		if err != nil || t == atEnd {
			return in, err
		}
		if t != atStart {
			continue
		}
		switch w.name {
		case "v":
			in.v, err = w.chars()
			in.valued = true
		case "is":
			in.inline, err = w.stored()
		case "f":
			c.Formula = true
			var formula string
			if formula, err = w.chars(); err == nil && otherBook.MatchString(formula) {
				w.tell(fileLocked, w.sheet.At(w.row, c.Col), "công thức lấy giá trị từ tệp khác", "dán giá trị thay công thức (Dán đặc biệt → Giá trị), rồi lưu lại")
			}
		default:
			err = w.skip()
		}
		if err != nil {
			return in, err
		}
	}
}

func (w *walk) style(c *Cell, s string) style {
	n := 0
	if s != "" {
		var ok bool
		if n, ok = parseCount(s); !ok || n >= len(w.styles) {
			w.tell(cellIndex, w.sheet.At(w.row, c.Col), fmt.Sprintf("ô trỏ tới kiểu số %q, bảng kiểu có %d", clip(s), len(w.styles)), saveAgain)
			return style{}
		}
	}
	if n >= len(w.styles) {
		return style{}
	}
	return w.styles[n]
}

// value fills a cell by its type.
func (w *walk) value(c *Cell, st style, kind, v string, inline stored) {
	at := func() diag.Place { return w.sheet.At(w.row, c.Col) }
	switch kind {
	case "s":
		n, ok := parseCount(v)
		if !ok || n >= len(w.strings) {
			w.tell(cellIndex, at(), fmt.Sprintf("ô trỏ tới chữ số %q, bảng chữ có %d", clip(v), len(w.strings)), saveAgain)
			return
		}
		w.text(c, w.strings[n])
	case "inlineStr":
		w.text(c, inline)
	case "str":
		w.text(c, stored{text: unescape(v)})
	case "b":
		if v != "0" && v != "1" {
			w.tell(cellNumber, at(), "ô đúng/sai không có giá trị 0 hay 1", saveAgain)
			return
		}
		c.Kind, c.Raw, c.Text = Bool, v, map[string]string{"0": "FALSE", "1": "TRUE"}[v]
	case "e":
		c.Kind, c.Raw, c.Text = Failure, v, v
	case "d":
		c.Kind, c.Raw, c.Text = Date, v, isoDay(v)
	case "", "n":
		w.number(c, st, v)
	default:
		w.tell(cellNumber, at(), fmt.Sprintf("ô có loại lạ %q", clip(kind)), saveAgain)
	}
}

func (w *walk) text(c *Cell, s stored) {
	c.Text, c.Raw = s.text, s.text
	switch {
	case len(s.runs) == 1 && s.runs[0].Font != "":
		c.Font = s.runs[0].Font
	case len(s.runs) > 1:
		c.Runs = make([]Run, len(s.runs))
		for i, r := range s.runs {
			if r.Font == "" {
				r.Font = c.Font
			}
			c.Runs[i] = r
		}
	}
}

func (w *walk) number(c *Cell, st style, v string) {
	if v == "" {
		return
	}
	f, err := strconv.ParseFloat(v, 64)
	if err != nil || math.IsInf(f, 0) || math.IsNaN(f) || strings.ContainsAny(v, "xX_pP") {
		w.tell(cellNumber, w.sheet.At(w.row, c.Col), "ô số có giá trị không phải số", saveAgain)
		return
	}
	c.Kind, c.Raw, c.Text = Number, v, plainNumber(f)
	if st.isDate() {
		text, ok := st.dateText(f, w.book.from1904)
		if !ok {
			w.tell(cellNumber, w.sheet.At(w.row, c.Col), "ô ngày tháng không phải một ngày", "gõ lại ngày, hoặc đổi ô sang dạng Văn bản")
			return
		}
		c.Kind, c.Text = Date, text
		return
	}
	if st.format != "" || st.number != 0 {
		c.format = "shown by excelize"
	}
}

// plainNumber writes a number as a cell of format General does.
func plainNumber(f float64) string {
	s := strconv.FormatFloat(f, 'f', -1, 64)
	if len(s) > 18 {
		s = strconv.FormatFloat(f, 'g', 15, 64)
	}
	return s
}

// merges holds the merged areas apart from each other and tells of text hidden under one.
func (w *walk) merges() {
	taken := map[[2]int]Area{}
	for _, a := range w.sheet.Merged {
		right := min(a.Right, MaxCols)
		if a.Bottom-a.Top >= maxMergedRows || len(taken)+(a.Bottom-a.Top+1)*(max(right-a.Left, 0)+1) > maxCells {
			w.tell(mergeWrong, w.sheet.At(a.Top, a.Left), fmt.Sprintf("vùng ô gộp %s quá lớn", a), "bỏ gộp ô")
			w.sheet.Merged = nil
			return
		}
		for row := a.Top; row <= a.Bottom; row++ {
			for col := a.Left; col <= right; col++ {
				if other, ok := taken[[2]int{row, col}]; ok {
					w.tell(mergeWrong, w.sheet.At(row, col), fmt.Sprintf("hai vùng ô gộp chồng lên nhau: %s và %s", other, a), saveAgain)
					w.sheet.Merged = nil
					return
				}
				taken[[2]int{row, col}] = a
			}
		}
	}
	for _, r := range w.sheet.Rows {
		for _, c := range r.Cells {
			a, ok := taken[[2]int{r.No, c.Col}]
			if ok && (r.No != a.Top || c.Col != a.Left) && c.Text != "" {
				w.tell(mergeWrong, w.sheet.At(r.No, c.Col), fmt.Sprintf("dưới ô gộp %s có chữ không nhìn thấy", a), "bỏ gộp ô, xem lại chữ bên dưới, rồi xoá hoặc chép ra")
			}
		}
	}
}

// otherBook finds a reference to another workbook in a formula: [1]Sheet1!A1, 'C:\[a.xlsx]Sheet1'!A1.
var otherBook = regexp.MustCompile(`\[(?:\d+|[^\[\]]*\.(?i:xls[xmb]?|csv|ods))\]`)

func clip(s string) string {
	if r := []rune(s); len(r) > 20 {
		return string(r[:19]) + "…"
	}
	return s
}

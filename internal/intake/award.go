package intake

import (
	"fmt"
	"slices"
	"strings"

	"bangvang/internal/viet"
	"bangvang/internal/workbook"
)

// award is one row being read.
type award struct {
	*page
	row   *line
	d     *draft
	raw   []string // what the cells that are read hold
	wrong bool
	rest  string // what follows the name in its cell: position and unit, in a column of all three
}

// award reads a row that is an award.
func (p *page) award(row *line, name *cell, no string) {
	t := p.table
	p.tried++
	if row.Hidden {
		p.problems.Add(rowHidden, p.AtRow(row.No), "hàng bị ẩn có một khen thưởng", "hiện hàng này, hoặc xoá hẳn")
		return
	}
	if t.width > 0 && row.Width != t.width {
		p.problems.Add(rowUnclear, p.AtRow(row.No), fmt.Sprintf("hàng có %d ô, hàng tiêu đề có %d", row.Width, t.width), "ô có dấu ngăn bên trong thì đặt trong ngoặc kép")
		return
	}
	p.strays(row)
	r := &award{page: p, row: row, d: &draft{file: p.file, sheet: p.Name, row: row.No, place: p.AtRow(row.No), has: map[string]bool{}}}
	r.d.kind = p.kindNow(row)
	if r.d.kind == "" {
		p.problems.Add(kindUnknown, p.place(name), "không biết hàng này là tập thể, cá nhân hay hộ gia đình", "đặt tên trang tính là “Tập thể” hoặc “Cá nhân”, hoặc thêm mục “I. Tập thể”, “II. Cá nhân”")
		return
	}
	r.readNo(no)
	r.readName(name)
	r.readTexts()
	r.readUnit()
	r.readCitation()
	r.d.sum = sumOf(append([]string{string(r.d.kind)}, r.raw...))
	if r.wrong {
		return
	}
	p.account.Read.Count(r.d.kind)
	p.since.Count(r.d.kind)
	p.sectioned.Count(r.d.kind)
	p.drafts = append(p.drafts, r.d)
}

func (r *award) readNo(no string) {
	n, ok := atoi(no)
	if !ok {
		return
	}
	if r.counter > 0 && n != r.counter+1 && n != 1 {
		r.problems.Add(numberGap, r.Sheet.At(r.row.No, r.table.first(noColumn)), fmt.Sprintf("số thứ tự %d đứng sau %d", n, r.counter), "xem có mất hàng nào không")
	}
	r.counter = n
}

// value gives what a cell shows, told of whatever it is not. Empty cells that a merged area reaches down to take its text, if inherit.
func (r *award) value(col int, inherit bool) (string, *cell) {
	if col == 0 {
		return "", nil
	}
	c := r.at[[2]int{r.row.No, col}]
	if c == nil && inherit {
		if a, ok := r.Cover(r.row.No, col); ok && a.Left == col && a.Top >= r.table.head+r.table.depth {
			c = r.at[[2]int{a.Top, col}]
		}
	}
	if c == nil {
		delete(r.last, col)
		return "", nil
	}
	at := r.place(c)
	r.raw = append(r.raw, columnWords[r.table.columns[col]].key, c.Raw)
	if r.ColumnHidden(col) && !r.hiddenCol[col] {
		r.hiddenCol[col] = true
		r.wrong = true
		r.problems.Add(rowHidden, r.Sheet.At(r.table.head, col), fmt.Sprintf("cột %s (%s) bị ẩn mà có nội dung", workbook.Column(col), r.table.titles[col]), "hiện cột này, hoặc xoá hẳn")
	}
	switch {
	case c.Uncached:
		r.fail(cellFormula, c, "công thức chưa có giá trị", "mở bằng Excel, lưu lại; hoặc dán giá trị thay công thức")
		return "", c
	case c.Kind == workbook.Failure:
		r.fail(cellFormula, c, fmt.Sprintf("ô báo lỗi %s", c.text), "sửa công thức, hoặc gõ giá trị")
		return "", c
	case c.Kind == workbook.Bool:
		r.fail(cellFormula, c, "ô đúng/sai đứng ở cột chữ", "gõ chữ vào ô")
		return "", c
	case c.Kind == workbook.Date:
		r.problems.Add(cellDate, at, fmt.Sprintf("ô là ngày tháng, đọc là %s", quote(c.text)), "nếu là mã hay số, đổi ô sang dạng Văn bản rồi gõ lại")
	case c.doubt != "":
		r.fail(textEncoding, c, c.doubt, "gõ lại ô theo Unicode, hoặc chuyển cả tệp bằng bộ gõ")
		return "", c
	}
	for what, n := range c.tidied {
		r.tidied[what] += n
	}
	if c.from != viet.Unicode && !slices.Contains(r.converted[c.from], c) {
		r.converted[c.from] = append(r.converted[c.from], c)
		r.tell(c, c.from.String()+" → Unicode", c.Cell.Text, c.text)
	}
	text := viet.NFC(viet.Latin(c.text))
	if text != c.text {
		r.tell(c, "chữ giống chữ Latinh", c.text, text)
	}
	if what := personal(text); what != "" {
		delete(r.last, col)
		r.fail(namePrivate, c, fmt.Sprintf("ô có %s: %s", what, quote(text)), "xoá phần này; dữ liệu cá nhân không được công bố")
		return "", c
	}
	if !r.table.columns[col].dittoed() {
		return text, c
	}
	text, _ = r.above(c, text)
	return text, c
}

func (r *award) fail(rule *rule, c *cell, text, hint string) {
	r.wrong = true
	r.problems.Add(rule, r.place(c), text, hint)
}

func (r *award) tell(c *cell, what, before, after string) {
	r.told = append(r.told, Told{r.place(c), what, mask(viet.OneLine(before)), mask(after)})
}

// readTexts reads the columns that are texts and nothing else.
func (r *award) readTexts() {
	for _, f := range []struct {
		c    column
		key  string
		into *string
	}{{positionColumn, "position", &r.d.position}, {groupColumn, "group", &r.d.group}, {goldenColumn, "golden_book_no", &r.d.goldenBook}, {citationColumn, "citation", &r.d.citation}} {
		col := r.table.first(f.c)
		if col == 0 {
			continue
		}
		r.d.has[f.key] = true
		text, _ := r.value(col, f.c != goldenColumn)
		if f.c == groupColumn && kindOf(text) != "" {
			continue // a column of kinds
		}
		if f.c == positionColumn && *f.into != "" && text != "" {
			text = *f.into + ", " + text
		}
		if text != "" {
			*f.into = text
		}
	}
	if col := r.table.first(areaColumn); col > 0 {
		r.readArea(col)
	}
}

func (r *award) readArea(col int) {
	text, c := r.value(col, true)
	if text == "" {
		return
	}
	r.d.has["area"] = true
	key := viet.Fold(text)
	for i := range r.tree.Areas {
		a := &r.tree.Areas[i]
		if key == viet.Fold(a.Name.Text) || key == viet.Fold(a.ID.Text) || text == a.Letter.Text || key == strings.TrimPrefix(viet.Fold(a.Name.Text), "thi dua ") {
			r.d.area = a.ID.Text
			return
		}
	}
	var names []string
	for i := range r.tree.Areas {
		names = append(names, r.tree.Areas[i].Name.Text)
	}
	hint := "ghi tên hoặc chữ của nội dung như trong data/areas.yaml"
	if near, ok := viet.Nearest(text, names); ok {
		hint = fmt.Sprintf("có phải %q?", near)
	}
	r.problems.Add(areaUnmatched, r.place(c), fmt.Sprintf("không có nội dung thi đua %s; bỏ trống", quote(text)), hint)
}

func (r *award) readCitation() {
	if r.d.citation != "" || r.wrong || r.decision.Reason.Text == "" {
		return
	}
	r.d.citation = r.decision.Reason.Text
	r.uncited = append(r.uncited, r.d.place)
}

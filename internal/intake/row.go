package intake

import (
	"fmt"
	"slices"

	"bangvang/internal/viet"
	"bangvang/internal/workbook"
)

// row decides what a row of a table is.
func (p *page) row(row *line) {
	t := p.table
	name, no := p.nameCell(row), p.textAt(row, t.first(noColumn))
	switch {
	case p.closed:
		if name != nil && !numbering(row) && (wholeNumber.MatchString(no) || t.first(noColumn) == 0 && p.filled(row) >= 3) {
			p.problems.Add(rowUnclear, p.AtRow(row.No), "hàng này giống một khen thưởng nhưng đứng sau phần ký tên", "đưa hàng này vào trong bảng, hoặc thêm hàng tiêu đề phía trên")
		}
	case isExample(row, no):
		p.skipped["hàng ví dụ"]++
	case no != "" && viet.Fold(no) == exampleWord:
		p.problems.Add(rowUnclear, p.AtRow(row.No), "hàng ví dụ đã bị sửa: không rõ là ví dụ hay là khen thưởng", "nếu là khen thưởng, ghi số thứ tự thay chữ “Ví dụ”; nếu không, xoá hàng")
	case p.mark(row):
	case name != nil && (wholeNumber.MatchString(no) || p.filled(row) >= 3):
		p.award(row, name, no)
	case p.sectionOf(row):
	case name != nil && (len(row.texts()) > 1 || p.alone(t) && row.cells[0] == name):
		p.award(row, name, no)
	case no != "" && wholeNumber.MatchString(no) && len(row.texts()) == 1:
		p.skipped["hàng trống có số"]++
	case name != nil:
		p.problems.Add(rowUnclear, p.AtRow(row.No), fmt.Sprintf("không rõ hàng %s là mục hay là khen thưởng", quote(name.text)), "nếu là khen thưởng, điền số thứ tự và các cột khác; nếu là tên đơn vị, thêm vào data/units.yaml")
	case p.mapped(row):
		p.problems.Add(rowUnclear, p.AtRow(row.No), "hàng có nội dung mà không có tên", "điền tên; nếu là phần tiếp của hàng trên, gộp vào một ô của hàng trên")
	default:
		p.problems.Add(rowUnclear, p.AtRow(row.No), fmt.Sprintf("không hiểu hàng này: %d ô ngoài các cột được đọc", len(row.cells)), "xoá hàng, hoặc chuyển xuống dưới phần ký tên")
	}
}

// alone tells whether the table's only column that is read is that of names.
func (p *page) alone(t *table) bool {
	for _, c := range t.columns {
		if c != unknown && c != privateColumn && c != ignored && !c.names() {
			return false
		}
	}
	return true
}

// nameCell is the cell in which the row has a name, or nil.
func (p *page) nameCell(row *line) *cell {
	for _, col := range append(p.table.nameColumns(), p.table.of(familyColumn)...) {
		c := p.at[[2]int{row.No, col}]
		if c != nil && (c.text != "" || c.Uncached || c.Kind == workbook.Failure) {
			return c
		}
	}
	if c := p.at[[2]int{row.No, p.table.first(givenColumn)}]; c != nil {
		return c
	}
	return nil
}

// textAt is the row's own text in a column.
func (p *page) textAt(row *line, col int) string {
	if c := p.at[[2]int{row.No, col}]; c != nil {
		return c.text
	}
	return ""
}

// filled counts the columns of the table that the row has a text in, and mapped tells whether there is one that is read.
func (p *page) filled(row *line) int {
	n := 0
	for _, c := range row.cells {
		if p.table.titles[c.Col] != "" {
			n++
		}
	}
	return n
}

func (p *page) mapped(row *line) bool {
	return slices.ContainsFunc(row.cells, func(c *cell) bool {
		is := p.table.columns[c.Col]
		return is != unknown && is != privateColumn && is != ignored
	})
}

// strays tells, once for a column, of texts under no heading.
func (p *page) strays(row *line) {
	for _, c := range row.cells {
		if p.table.titles[c.Col] == "" && !p.table.stray[c.Col] {
			p.table.stray[c.Col] = true
			p.problems.Add(columnUnknown, p.place(c), fmt.Sprintf("cột %s không có tiêu đề mà có chữ, nên không đọc", workbook.Column(c.Col)), "thêm tiêu đề, hoặc xoá cột")
		}
	}
}

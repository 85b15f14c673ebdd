package intake

import (
	"slices"

	"bangvang/internal/viet"
)

// exampleWord stands in the column of numbers of the row that shows how to fill in a workbook of ours.
const exampleWord = "vi du"

// isExample tells of that row as it was made; once changed, it may be an award.
func isExample(row *line, no string) bool {
	if viet.Fold(no) != exampleWord {
		return false
	}
	for _, kind := range exampleRows {
		if !slices.ContainsFunc(row.cells, func(c *cell) bool { return !slices.Contains(kind, c.text) }) {
			return true
		}
	}
	return false
}

// exampleRows are the texts of the examples.
var exampleRows = [][]string{
	{"Ví dụ", "Phòng Kế hoạch", "Hoàn thành xuất sắc nhiệm vụ năm được giao, dẫn đầu phong trào thi đua"},
	{"Ví dụ", "Ông", "Nguyễn Văn Mẫu", "Trưởng phòng Kế hoạch", "công chức", "Hoàn thành xuất sắc nhiệm vụ được giao, có sáng kiến được công nhận"},
	{"Ví dụ", "Ông", "Trần Văn Mẫu", "Hiến đất làm đường giao thông nông thôn"},
}

package intake

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"bangvang/internal/campaign"
	"bangvang/internal/viet"
)

// table is a table of a sheet, as far as it is read.
type table struct {
	head    int // row of its headings, and how many rows they take
	depth   int
	width   int // fields of a CSV file's row of headings
	columns map[int]column
	titles  map[int]string // of each column, as written, for reports
	honor   map[int]string // of a column of names under “Ông” or “Bà”
	given   int            // of a pair of columns that one heading stands over: the second
	kind    campaign.AwardKind
	stray   map[int]bool // columns without a heading that have been told
}

// of gives the columns that hold something, from left to right.
func (t *table) of(c column) []int {
	var out []int
	for col, is := range t.columns {
		if is == c {
			out = append(out, col)
		}
	}
	slices.Sort(out)
	return out
}

// first gives the first column that holds something, or 0.
func (t *table) first(c column) int {
	if cols := t.of(c); len(cols) > 0 {
		return cols[0]
	}
	return 0
}

// nameColumns are the columns that an awardee's name may stand in.
func (t *table) nameColumns() []int {
	var out []int
	for col, is := range t.columns {
		if is.names() {
			out = append(out, col)
		}
	}
	slices.Sort(out)
	return out
}

// headAt tells whether a table begins at a row, and reads its headings.
func (g *grid) headAt(i int, h headings) *table {
	row := g.rows[i]
	own := 0
	for _, c := range row.cells {
		if len(c.text) <= longestHeading && h.is(c.text) != unknown {
			own++
		}
	}
	if own < 2 {
		return nil
	}
	depth := g.headDepth(i)
	if depth > 4 {
		return nil
	}
	t := &table{head: row.No, depth: depth, width: row.Width, columns: map[int]column{}, titles: map[int]string{}, honor: map[int]string{}, stray: map[int]bool{}}
	last := 0
	for j := i; j < len(g.rows) && g.rows[j].No < row.No+depth; j++ {
		for _, c := range g.rows[j].cells {
			right := c.Col
			if a, ok := g.Cover(c.row, c.Col); ok {
				right = a.Right
			}
			last = max(last, min(right, c.Col+64))
		}
	}
	known := 0
	for col := 1; col <= last; col++ {
		path := g.path(row.No, depth, col)
		if len(path) == 0 {
			continue
		}
		t.titles[col] = strings.Join(path, " – ")
		c := h.ofPath(path)
		if c == unknown {
			continue
		}
		known++
		t.columns[col] = c
		if c.names() && len(path) > 1 {
			t.honor[col] = honorOf(path[len(path)-1])
		}
	}
	t.pair(g)
	t.bareGiven(h)
	if known < 2 || !t.named() {
		return nil
	}
	return t
}

// longestHeading is how many bytes a heading may have to open a table.
const longestHeading = 200

// named tells whether the columns are those of a list: names of awardees, or, in a list of units, their own.
func (t *table) named() bool {
	if len(t.nameColumns()) > 0 || t.first(familyColumn) > 0 && t.first(givenColumn) > 0 {
		return true
	}
	return t.first(unitColumn) > 0 && t.first(noColumn) > 0
}

// bareGiven reads “Tên” beside “Họ và tên đệm” as the given name.
func (t *table) bareGiven(h headings) {
	if t.first(familyColumn) == 0 {
		return
	}
	for _, col := range t.of(nameColumn) {
		if headingKey(t.titles[col]) == "ten" {
			t.columns[col] = givenColumn
		}
	}
}

// pair reads two columns under one merged heading of names as family and given name.
func (t *table) pair(g *grid) {
	for _, col := range t.nameColumns() {
		a, ok := g.Cover(t.head, col)
		if !ok || a.Left != col || a.Right != col+1 || t.titles[col] != t.titles[col+1] {
			continue
		}
		t.columns[col+1] = givenColumn
		t.given = col + 1
	}
}

func honorOf(text string) string {
	switch viet.Fold(text) {
	case "ong", "nam":
		return "Ông"
	case "ba", "nu":
		return "Bà"
	}
	return ""
}

// headDepth is how many rows the headings that begin at a row would take.
func (g *grid) headDepth(i int) int {
	row := g.rows[i]
	depth, wide := 1, false
	for _, c := range row.cells {
		if a, ok := g.Cover(c.row, c.Col); ok && a.Top == c.row {
			depth = max(depth, a.Bottom-a.Top+1)
			wide = wide || a.Right > a.Left
		}
	}
	if depth > 1 || i+1 >= len(g.rows) || g.rows[i+1].No != row.No+1 {
		return depth
	}
	// Not merged downwards: a second row of headings has texts only where the first has none, or one that is merged across.
	next, found := g.rows[i+1], 0
	for _, c := range next.cells {
		above := g.at[[2]int{row.No, c.Col}]
		a, merged := g.Cover(row.No, c.Col)
		switch {
		case strings.Trim(c.text, "0123456789") == "":
			return 1
		case above == nil && (!merged || wide), merged && a.Right > a.Left, g.opensGroup(row.No, c.Col):
			found++
		default:
			return 1
		}
	}
	if found >= 2 {
		return 2
	}
	return 1
}

// opensGroup tells whether a heading stands over its own column and the next, without being merged.
func (g *grid) opensGroup(row, col int) bool {
	return g.at[[2]int{row, col + 1}] == nil && g.at[[2]int{row + 1, col + 1}] != nil
}

// path are the headings over a column, from the top.
func (g *grid) path(row, depth, col int) []string {
	var out []string
	for r := row; r < row+depth; r++ {
		text := g.text(r, col)
		if text == "" && r == row && depth > 1 {
			text = g.leftwards(row, col, depth)
		}
		if text != "" && !slices.Contains(out, text) {
			out = append(out, text)
		}
	}
	return out
}

// leftwards finds the heading that a column under no heading of its own belongs to: the nearest to the left that has nothing right below it.
func (g *grid) leftwards(row, col, depth int) string {
	if g.at[[2]int{row + 1, col}] == nil {
		return ""
	}
	for c := col - 1; c > 0; c-- {
		if above := g.at[[2]int{row, c}]; above != nil {
			if g.at[[2]int{row + 1, c}] != nil {
				return above.text
			}
			return ""
		}
	}
	return ""
}

// ofPath tells what a column holds by all of its headings: private if any is, else the whole, the lowest, the highest.
func (h headings) ofPath(path []string) column {
	for _, p := range path {
		if isPrivate(p) {
			return privateColumn
		}
	}
	if isPrivate(strings.Join(path, " ")) {
		return privateColumn
	}
	if c := h.is(strings.Join(path, " ")); c != unknown {
		return c
	}
	if c := h.is(path[len(path)-1]); c != unknown {
		return c
	}
	return h.is(path[0])
}

// kindOf finds a kind of awards in a title, the name of a sheet or a section; "" if none or several are named.
func kindOf(text string) campaign.AwardKind {
	folded := " " + viet.Fold(text) + " "
	var found campaign.AwardKind
	for _, k := range []struct {
		words string
		kind  campaign.AwardKind
	}{{" tap the ", campaign.Collective}, {" ca nhan ", campaign.Individual}, {" ho gia dinh ", campaign.Household}, {" gia dinh ", campaign.Household}} {
		if strings.Contains(folded, k.words) && k.kind != found {
			if found != "" {
				return ""
			}
			found = k.kind
		}
	}
	return found
}

// kind of what a column of names holds.
func (c column) kind() campaign.AwardKind {
	switch c {
	case collectiveColumn:
		return campaign.Collective
	case individualColumn, familyColumn, wholeColumn:
		return campaign.Individual
	case householdColumn:
		return campaign.Household
	}
	return ""
}

var (
	wholeNumber = regexp.MustCompile(`^\d{1,5}[.)]?$`)
	sectionMark = regexp.MustCompile(`^(?:[IVXLC]{1,6}|[A-ZĐ]|\d{1,3}(?:\.\d{1,3})*)\s*[.\-):/]\s*(.+)$`)
	dated       = regexp.MustCompile(`\bngay .*\bthang .*\bnam\b`)
	// With their accents: Tống is a surname, Tổng is not.
	endings = regexp.MustCompile(`^[(*\s]*(nơi nhận|người lập|thủ trưởng|giám đốc|phó giám đốc|tổng giám đốc|hiệu trưởng|phó hiệu trưởng|chủ tịch|phó chủ tịch|tm\b|kt\b|tl\b|tuq\b|t/m|k/t|t/l|ký tên|xác nhận|trưởng ban|trưởng phòng|bí thư|chánh văn phòng|người tổng hợp|cán bộ lập|lãnh đạo đơn vị|thư ký|ký và ghi rõ|ký, ghi rõ|ký, đóng dấu|đã ký)`)
	// “Tổng Công ty”, “Cộng đồng”, “Tổng đội” are awardees.
	totals = regexp.MustCompile(`^[(*\s]*(?:(?:tổng cộng|tổng số|danh sách này có|danh sách có|danh sách trên có|ấn định danh sách)(?:\W|$)|` +
		`(?:cộng|tổng|tổng hợp)(?:\s*[:.(;…\d)*]|\s*$|\s+(?:mục|phần|tập thể|cá nhân|hộ gia đình|hộ)(?:\W|$)))`)
	notes = regexp.MustCompile(`^[(*\s]*(ghi chú|lưu ý|chú thích)(\W|$)`)
)

// numbering tells of the row below the headings that numbers the columns: (1) (2) (3), or A B 1 2.
func numbering(l *line) bool {
	if len(l.cells) < 2 {
		return false
	}
	for i, c := range l.cells {
		text := strings.Trim(c.text, "()[] ")
		if text == "" || len([]rune(text)) > 3 {
			return false
		}
		if strings.Trim(text, "0123456789=+*x()") != "" && !(len(text) == 1 && text[0] >= 'A' && text[0] <= 'Z' || len(text) == 1 && text[0] >= 'a' && text[0] <= 'z') {
			return false
		}
		if i > 0 && l.cells[i-1].text == c.text {
			return false
		}
	}
	return true
}

// counted are the numbers in a line of totals, by kind.
var counted = regexp.MustCompile(`(\d{1,5})\s*(?:\([^)]*\)\s*)?(tap the|ca nhan|ho gia dinh|ho|nguoi)\b`)

func totalsIn(text string) map[campaign.AwardKind]int {
	out := map[campaign.AwardKind]int{}
	folded := viet.Fold(text)
	for _, m := range counted.FindAllStringSubmatch(folded, -1) {
		n := 0
		fmt.Sscan(strings.TrimLeft(m[1], "0"), &n)
		kind := map[string]campaign.AwardKind{"tap the": campaign.Collective, "ca nhan": campaign.Individual, "nguoi": campaign.Individual, "ho gia dinh": campaign.Household, "ho": campaign.Household}[m[2]]
		out[kind] += n
	}
	return out
}

package intake

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"path"
	"slices"
	"strconv"
	"strings"

	"bangvang/internal/campaign"
	"bangvang/internal/diag"
	"bangvang/internal/source"
	"bangvang/internal/viet"
	"bangvang/internal/workbook"
)

// intake is what one run knows.
type intake struct {
	tree     *source.Tree
	headings headings
	units    *register
	unit     *source.Unit // of --unit, or nil
	decision *source.Decision
	problems diag.List
	told     []Told
	sheets   []SheetAccount
	drafts   []*draft
	tried    int // rows that are awards, wrong ones too
	matched  map[string]*UnitAccount
	unknown  map[string]*unmatched // names of units that are not there
	order    []string              // of unknown
}

// unmatched is a name that no unit has, and where.
type unmatched struct {
	places []diag.Place
	found  []matched // several, if it may be any of them
}

// page reads one sheet.
type page struct {
	*intake
	*grid
	file    string
	account SheetAccount
	tidied  tidied
	skipped map[string]int

	titleKind campaign.AwardKind // of the titles above the table
	titleUnit *source.Unit
	table     *table
	closed    bool // the table is over
	kind      campaign.AwardKind
	section   *source.Unit
	counter   int            // last number in the column of numbers
	since     campaign.Tally // read since the headings
	sectioned campaign.Tally // read since the last section
	converted map[viet.Encoding][]*cell
	capitals  []*cell
	uncited   []diag.Place
	dittos    []*cell
	last      map[int]string // what each column said last, below the heading or the section
	hiddenCol map[int]bool
}

// page reads the tables of a sheet and tells whether there was one.
func (in *intake) page(s *workbook.Sheet, file string, assumed viet.Encoding) bool {
	p := &page{intake: in, grid: gridOf(s, assumed), file: file, tidied: tidied{}, skipped: map[string]int{}, last: map[int]string{}, converted: map[viet.Encoding][]*cell{}, hiddenCol: map[int]bool{}}
	p.account = SheetAccount{File: file, Sheet: s.Name}
	found := false
	for i := 0; i < len(p.rows); i++ {
		row := &p.rows[i]
		if t := p.headAt(i, p.headings); t != nil {
			if s.Hidden {
				p.problems.Add(rowHidden, s.AtRow(row.No), fmt.Sprintf("trang tính ẩn %q có bảng", s.Name), "hiện trang tính này, hoặc xoá hẳn")
				return true
			}
			found = true
			p.begin(t)
			for i+1 < len(p.rows) && p.rows[i+1].No < t.head+t.depth {
				i++
			}
			if i+1 < len(p.rows) && numbering(&p.rows[i+1]) {
				i++
			}
			continue
		}
		if p.table == nil {
			p.above(row)
			continue
		}
		p.row(row)
	}
	if found {
		p.finish()
	}
	return found
}

// above reads a row above the first table: what the list is of.
func (p *page) above(row *line) {
	for _, text := range row.texts() {
		if k := kindOf(text); k != "" && (strings.HasPrefix(viet.Fold(text), "danh sach") || len(viet.Words(text)) <= 6) {
			p.titleKind = k
		}
		if name, ok := strings.CutPrefix(text, unitLine); ok {
			if found := p.units.match(strings.Trim(name, " .")); len(found) == 1 {
				p.titleUnit = found[0].unit
				p.note(name, found[0])
			}
		}
	}
}

// begin takes a row of headings for the beginning of a table; the same headings again, as printed pages repeat them, change nothing.
func (p *page) begin(t *table) {
	again := p.table != nil && !p.closed && sameColumns(p.table, t)
	if again {
		p.skipped["hàng tiêu đề lặp lại"]++
		t.stray = p.table.stray
		t.kind = p.table.kind
		p.table = t
		return
	}
	p.table, p.closed, p.kind, p.section, p.counter = t, false, "", nil, 0
	clear(p.last)
	p.since, p.sectioned = campaign.Tally{}, campaign.Tally{}
	p.report(t)
	p.twice(t)
	for _, col := range sortedKeys(t.columns) {
		if k := t.columns[col].kind(); k != "" && t.kind == "" {
			t.kind = k
		}
	}
	named := kindOf(p.Name)
	if p.Name == "" { // a CSV file has no sheets
		named = kindOf(path.Base(p.file))
	}
	switch {
	case t.kind == "" && p.titleKind != "":
		t.kind = p.titleKind
	case t.kind == "":
		t.kind = named
	case p.titleKind != "" && p.titleKind != t.kind, p.titleKind == "" && named != "" && named != t.kind:
		other := named
		if p.titleKind != "" {
			other = p.titleKind
		}
		p.problems.Add(kindUnknown, p.AtRow(t.head), fmt.Sprintf("tiêu đề cột nói bảng này là %s, tên bảng hoặc tên trang tính nói là %s", kindWord(t.kind), kindWord(other)), "sửa tiêu đề cột tên, hoặc tên bảng, tên trang tính")
	}
	if len(t.nameColumns()) == 0 && t.first(familyColumn) == 0 {
		// A list of units: their names are the awardees'.
		col := t.first(unitColumn)
		t.columns[col] = collectiveColumn
		if t.kind == "" {
			t.kind = campaign.Collective
		}
	}
}

func kindWord(k campaign.AwardKind) string {
	switch k {
	case campaign.Collective:
		return "tập thể"
	case campaign.Individual:
		return "cá nhân"
	case campaign.Household:
		return "hộ gia đình"
	}
	return "không rõ loại"
}

func sameColumns(a, b *table) bool {
	if len(a.columns) != len(b.columns) {
		return false
	}
	for col, c := range a.columns {
		if b.titles[col] != a.titles[col] || b.columns[col] != c && !(c == collectiveColumn && b.columns[col] == unitColumn) {
			return false
		}
	}
	return true
}

// report tells which columns are read and which are not.
func (p *page) report(t *table) {
	for _, col := range sortedKeys(t.titles) {
		title, at := mask(t.titles[col]), p.Sheet.At(t.head, col)
		switch t.columns[col] {
		case unknown:
			p.account.LeftOut = append(p.account.LeftOut, title)
			p.problems.Add(columnUnknown, at, fmt.Sprintf("không nhận ra cột %s, nên không đọc", quote(title)), "nếu cần, ghi tiêu đề này trong data/headings.yaml, dưới khoá name, position, unit, citation …")
		case privateColumn:
			p.account.Private = append(p.account.Private, title)
			p.problems.Add(columnPrivate, at, fmt.Sprintf("cột %s là dữ liệu cá nhân: không đọc, không công bố", quote(title)), "lần sau xin đơn vị bỏ cột này trước khi gửi")
		case ignored:
			p.account.LeftOut = append(p.account.LeftOut, title)
		default:
			p.account.Columns = append(p.account.Columns, title)
		}
	}
}

func sortedKeys[V any](m map[int]V) []int {
	var out []int
	for k := range m {
		out = append(out, k)
	}
	slices.Sort(out)
	return out
}

// twice tells of two columns that hold the same.
func (p *page) twice(t *table) {
	for c := noColumn; c < ignored; c++ {
		cols := t.of(c)
		if len(cols) < 2 || c.names() && t.allHonoured(cols) {
			continue
		}
		p.problems.Add(columnTwice, p.Sheet.At(t.head, cols[1]), fmt.Sprintf("hai cột cùng là %s: %s và %s", columnWords[c].word, workbook.Column(cols[0]), workbook.Column(cols[1])), "đổi tiêu đề của cột không cần, ví dụ thành “Ghi chú”", p.Sheet.At(t.head, cols[0]))
	}
	names := t.nameColumns()
	for _, col := range names[min(1, len(names)):] {
		if t.columns[col] != t.columns[names[0]] {
			p.problems.Add(columnTwice, p.Sheet.At(t.head, col), "bảng có hai cột tên khác loại", "tách thành hai bảng", p.Sheet.At(t.head, names[0]))
		}
	}
}

// allHonoured tells whether the columns of names are those under “Ông” and “Bà”.
func (t *table) allHonoured(cols []int) bool {
	return !slices.ContainsFunc(cols, func(c int) bool { return t.honor[c] == "" })
}

// finish tells what the sheet's cells had in common.
func (p *page) finish() {
	for _, e := range []viet.Encoding{viet.TCVN3, viet.VNI} {
		if cells := p.converted[e]; len(cells) > 0 {
			how := "nhận ra theo phông chữ và cách ghép chữ"
			if !cells[0].byFont {
				how = "nhận ra theo cách ghép chữ"
			}
			p.problems.Add(textConverted, p.place(cells[0]), fmt.Sprintf("%d ô viết theo %s, %s, đã chuyển sang Unicode", len(cells), e, how), "đọc soát danh sách “trước → sau”; chưa chắc thì chạy với --dry-run")
		}
	}
	if len(p.capitals) > 0 {
		p.problems.Add(nameCapitals, p.place(p.capitals[0]), fmt.Sprintf("%d họ tên viết toàn chữ in hoa hoặc toàn chữ thường, đã viết lại theo lối thường", len(p.capitals)), "đọc soát danh sách “trước → sau”; tên riêng viết khác thì sửa trong data/awards/, nhập lại không mất")
	}
	if n := len(p.dittos); n > 0 {
		p.problems.Add(cellDitto, p.place(p.dittos[0]), fmt.Sprintf("%d ô ghi “như trên” (nt, \"), đã lấy theo ô phía trên", n), "đọc soát danh sách “trước → sau”")
	}
	if n := len(p.uncited); n > 0 {
		p.problems.Add(citationMissing, p.uncited[0], fmt.Sprintf("%d hàng không có thành tích; lấy lý do của quyết định: %s", n, quote(p.decision.Reason.Text)), "nếu mỗi người có thành tích riêng, thêm cột “Thành tích”")
	}
	p.account.Tidied = p.tidied.lines()
	for what, n := range p.skipped {
		p.account.Skipped = append(p.account.Skipped, fmt.Sprintf("%d %s", n, what))
	}
	slices.Sort(p.account.Skipped)
	p.sheets = append(p.sheets, p.account)
}

// sumOf is of what a row holds in the columns that are read, whatever is made of it.
func sumOf(parts []string) string {
	h := sha256.Sum256([]byte(strings.Join(parts, "\x00")))
	return hex.EncodeToString(h[:4])
}

func atoi(s string) (int, bool) {
	n, err := strconv.Atoi(strings.TrimRight(s, ".)"))
	return n, err == nil
}

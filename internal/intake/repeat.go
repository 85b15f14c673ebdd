package intake

import (
	"fmt"

	"bangvang/internal/diag"
	"bangvang/internal/source"
	"bangvang/internal/viet"
)

// repeat is a row whose awardee is in the data already, not by this row.
type repeat struct {
	row *draft
	of  *source.Award
}

// repeated tells of awardees that are in the decision twice: in the files, or in the files and in the data.
func (m *merger) repeated() {
	first := map[string]*draft{}
	there := map[string]*source.Award{}
	for _, a := range m.awards {
		if a.Withdrawn == nil && !m.taken[a] && there[m.person(a)] == nil {
			there[m.person(a)] = a
		}
	}
	var repeats []repeat
	rows := map[string]int{}
	for _, d := range m.drafts {
		rows[d.file]++
		if other := first[d.person()]; other != nil {
			m.twice(d, other.place, other.position, other.place.String())
			continue
		}
		first[d.person()] = d
		if a := there[d.person()]; a != nil && m.of[d] == nil {
			repeats = append(repeats, repeat{d, a})
		}
	}
	for _, r := range m.renamed(repeats, rows) {
		where := r.of.Place.Short()
		if r.of.From != nil {
			where += fmt.Sprintf(" (nhập từ %s, hàng %s)", r.of.From.File.Text, r.of.From.Row.Text)
		}
		m.twice(r.row, r.of.Place, r.of.Position.Text, where)
	}
}

func (m *merger) twice(d *draft, at diag.Place, position, where string) {
	rule, hint := awardRepeated, "bỏ một hàng; nếu là hai người trùng tên, ghi chức vụ của từng người; nếu tệp này là bản mới của tệp cũ, đặt lại tên tệp như cũ"
	if d.position != "" && position != "" && viet.SpellingKey(d.position) != viet.SpellingKey(position) {
		rule, hint = awardNamesake, "nếu là một người, bỏ một hàng"
	}
	m.problems.Add(rule, d.name, fmt.Sprintf("%s của %s đã có ở %s", quote(d.fullName), d.unit.ID.Text, where), hint, at)
}

// renamed tells, once, of a file at least half of whose rows came from another file before: that one under another name. It gives the repeats
// that are left to be told.
func (m *merger) renamed(repeats []repeat, rows map[string]int) []repeat {
	type pair struct{ now, was string }
	pairOf := func(r repeat) pair { return pair{r.row.file, fileOf(r.of)} }
	count := map[pair]int{}
	for _, r := range repeats {
		count[pairOf(r)]++
	}
	told := map[pair]bool{}
	var left []repeat
	for _, r := range repeats {
		p := pairOf(r)
		n := count[p]
		if p.was == "" || n < 2 || 2*n < rows[p.now] {
			left = append(left, r)
			continue
		}
		if !told[p] {
			told[p] = true
			m.problems.Add(fileRenamed, r.row.place, fmt.Sprintf("%d trong %d khen thưởng của %s đã nhập từ %s", n, rows[p.now], p.now, p.was),
				fmt.Sprintf("nếu là bản mới của danh sách ấy, đặt lại tên tệp là %s rồi nhập; nếu là danh sách khác, bỏ các hàng trùng", p.was), r.of.Place)
		}
	}
	return left
}

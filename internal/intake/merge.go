package intake

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"bangvang/internal/campaign"
	"bangvang/internal/diag"
	"bangvang/internal/source"
)

// Difference is what an import makes of one award: a new one, or changes of one that is there.
type Difference struct {
	ID, Name, Unit string
	Kind           campaign.AwardKind
	New            bool
	From           string // where the row is
	Changes        []KeyChange
}

// KeyChange is a key's text before and after.
type KeyChange struct{ Key, Before, After string }

// roll is the file that is to be written.
type roll struct {
	path     string
	was, now []byte
}

// merge puts the drafts into the decision's awards: those that are there are found by person, then by row. It gives the file to be written, or
// nil if nothing changes or something is wrong.
func (in *intake) merge(out *Outcome) *roll {
	m := &merger{intake: in, out: out, taken: map[*source.Award]bool{}, of: map[*draft]*source.Award{}, persons: map[*source.Award]string{}}
	m.existing()
	m.match()
	m.repeated()
	if !m.problems.Failed(false) { // a row with an error is not gone
		m.gone()
	}
	return m.edit()
}

type merger struct {
	*intake
	out     *Outcome
	awards  []*source.Award
	taken   map[*source.Award]bool
	of      map[*draft]*source.Award
	persons map[*source.Award]string
	next    int // number of the next id
	no      int // the last no
	file    string
	rolls   map[string]bool
}

// existing lists what the decision has.
func (m *merger) existing() {
	m.file = "data/awards/" + m.decision.ID.Text + ".yaml"
	m.next = 1
	m.rolls = map[string]bool{}
	for i := range m.tree.Rolls {
		r := &m.tree.Rolls[i]
		if r.Decision.Text != m.decision.ID.Text {
			continue
		}
		m.file = r.Place.File
		m.rolls[m.file] = true
		for j := range r.Awards {
			a := &r.Awards[j]
			m.awards = append(m.awards, a)
			if n, ok := strings.CutPrefix(a.ID.Text, m.decision.ID.Text+"-"); ok {
				if n, err := strconv.Atoi(n); err == nil {
					m.next = max(m.next, n+1)
				}
			}
			if n, err := strconv.Atoi(a.No.Text); err == nil {
				m.no = max(m.no, n)
			}
		}
	}
}

// gone tells of awards that came from the files and are in them no more. A file in which none is left is another file of the same name.
func (m *merger) gone() {
	var files []string
	for _, s := range m.sheets {
		if !slices.Contains(files, s.File) {
			files = append(files, s.File)
		}
	}
	for _, file := range files {
		var lost []*source.Award
		kept := 0
		for _, a := range m.awards {
			switch {
			case a.From == nil || fileOf(a) != file || a.Withdrawn != nil:
			case m.taken[a]:
				kept++
			default:
				lost = append(lost, a)
			}
		}
		if kept == 0 && len(lost) > 0 {
			m.problems.Add(fileNamesake, diag.Place{File: file}, fmt.Sprintf("đã nhập một tệp khác cùng tên: %d khen thưởng từ tệp ấy không có ai trong tệp này", len(lost)), "đổi tên tệp này, ví dụ thêm tên đơn vị", lost[0].Place)
			continue
		}
		for _, a := range lost {
			m.problems.Add(awardGone, a.Place, fmt.Sprintf("%s (%s) nhập từ %s nay không còn hàng nào", a.ID.Text, quote(a.Name.Text), file), "giữ nguyên; nếu đã bỏ khỏi danh sách thì xoá tay hoặc ghi withdrawn")
		}
	}
}

// edit writes the changes into the bytes of a file. Awards of other files of the decision that change make that file the one written.
func (m *merger) edit() *roll {
	changes := map[string][]source.Change{}
	var added [][]source.Field
	m.count()
	for _, d := range m.drafts {
		a := m.of[d]
		if a == nil {
			added = append(added, m.newAward(d))
			continue
		}
		diff, list := m.difference(a, d)
		if len(list) == 0 {
			m.out.Same++
			continue
		}
		if len(diff.Changes) > 0 {
			m.out.Diff = append(m.out.Diff, diff)
		} else {
			m.out.Same++
		}
		changes[a.Place.File] = append(changes[a.Place.File], list...)
	}
	if len(changes) == 0 && len(added) == 0 {
		return nil
	}
	if m.problems.Failed(false) {
		return nil
	}
	if len(changes) > 1 || len(changes) == 1 && changes[m.file] == nil && len(added) > 0 {
		m.problems.Add(rollUnwritable, diag.Place{File: m.file}, fmt.Sprintf("thay đổi nằm ở %d tệp của quyết định này", len(changes)), "gộp các tệp data/awards/ của quyết định thành một tệp")
		return nil
	}
	for file := range changes {
		m.file = file
	}
	return m.render(changes[m.file], added)
}

func (m *merger) render(changes []source.Change, added [][]source.Field) *roll {
	r := &roll{path: m.file}
	var err error
	if m.rolls[m.file] {
		i := slices.IndexFunc(m.tree.Files, func(f source.File) bool { return f.Path == m.file })
		r.was = []byte(m.tree.Files[i].Text)
		r.now, err = source.EditRoll(r.was, changes, added)
	} else {
		r.now, err = source.NewRoll(m.comment(), m.decision.ID.Text, added)
	}
	var odd *source.Unwritable
	switch {
	case errors.As(err, &odd):
		m.problems.Add(rollUnwritable, diag.Place{File: m.file, Line: int32(odd.Line)}, odd.Why+": không sửa tự động được", "viết lại mỗi khoá một dòng rồi nhập lại")
		return nil
	case err != nil:
		panic(err) // ours: what was written is not what was meant
	}
	m.out.File = m.file
	return r
}

// comment opens a new file.
func (m *merger) comment() []string {
	name := m.decision.ID.Text
	if n := m.decision.Number.Text; n != "" {
		name = "Quyết định số " + n
	}
	return []string{
		fmt.Sprintf("Danh sách khen thưởng: %s.", name),
		"Nhập bằng “bangvang import”; sửa tay được, nhập lại không mất phần đã sửa. “from” (tệp, trang tính, hàng) không bao giờ được công bố.",
	}
}

// count tells what the decision says and what it has now.
func (m *merger) count() {
	for _, a := range m.awards {
		m.out.Now.Count(campaign.AwardKind(a.Kind.Text))
	}
	for _, d := range m.drafts {
		if m.of[d] == nil {
			m.out.Now.Count(d.kind)
		}
	}
	e := m.decision.Expects
	for _, v := range []struct {
		text string
		into *int
	}{{e.Collectives.Text, &m.out.Says.Collectives}, {e.Individuals.Text, &m.out.Says.Individuals}, {e.Households.Text, &m.out.Says.Households}} {
		*v.into, _ = strconv.Atoi(v.text)
	}
}

func (m *merger) newAward(d *draft) []source.Field {
	id := fmt.Sprintf("%s-%03d", m.decision.ID.Text, m.next)
	m.next++
	m.no++
	m.out.Diff = append(m.out.Diff, Difference{ID: id, Name: d.fullName, Unit: d.unit.ID.Text, Kind: d.kind, New: true, From: d.place.String()})
	out := append([]source.Field{{Key: "id", Text: id}, {Key: "no", Text: strconv.Itoa(m.no)}}, d.fields()...)
	return append(out, d.origin(nil))
}

// write replaces the file whole, if it is still the one that was read.
func (r *roll) write(folder string) error {
	return source.ReplaceRead(folder, r.path, r.was, r.now)
}

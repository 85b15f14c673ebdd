package intake

import (
	"crypto/sha256"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"bangvang/internal/source"
)

// fields are a draft's keys, in the order in which people write them.
func (d *draft) fields() []source.Field {
	return []source.Field{
		{Key: "kind", Text: string(d.kind)}, {Key: "honorific", Text: d.honorific}, {Key: "name", Text: d.fullName}, {Key: "position", Text: d.position},
		{Key: "group", Text: d.group}, {Key: "unit", Text: d.unit.ID.Text}, {Key: "area", Text: d.area}, {Key: "citation", Text: d.citation},
		{Key: "golden_book_no", Text: d.goldenBook},
	}
}

// The sum that an award remembers of its row has two parts: "5f3a9c1e.bcdf…", of all that the row held, and of each key that was made of it. By the
// second it is known, when the row changes, which keys the file changes and which people mended. Sums of old have the first part only.
const (
	marks   = "bcdfghjklmnpqrstvwxz" // no vowels, no digits: neither a word nor a number of somebody's
	markLen = 4
)

// mark is a sum of one key's text.
func mark(text string) string {
	h := sha256.Sum256([]byte(text))
	var b [markLen]byte
	n := uint(h[0]) | uint(h[1])<<8 | uint(h[2])<<16 | uint(h[3])<<24
	for i := range b {
		b[i] = marks[n%uint(len(marks))]
		n /= uint(len(marks))
	}
	return string(b[:])
}

// rowSum is what an award remembers of its row as a whole.
func rowSum(a *source.Award) string {
	sum, _, _ := strings.Cut(a.From.Sum.Text, ".")
	return sum
}

// base gives the mark of each key, in the order of fields, as the last import left them; nil if that is not known.
func base(a *source.Award) []string {
	if a == nil || a.From == nil {
		return nil
	}
	_, all, _ := strings.Cut(a.From.Sum.Text, ".")
	if len(all) != markLen*len((&draft{unit: &source.Unit{}}).fields()) {
		return nil
	}
	var out []string
	for m := range slices.Chunk([]byte(all), markLen) {
		out = append(out, string(m))
	}
	return out
}

// origin is what an award remembers of its row. Keys that the row has no column of stay as they were remembered.
func (d *draft) origin(a *source.Award) source.Field {
	was := base(a)
	var sum strings.Builder
	sum.WriteString(d.sum + ".")
	for i, f := range d.fields() {
		if was != nil && !d.has[f.Key] {
			sum.WriteString(was[i])
		} else {
			sum.WriteString(mark(f.Text))
		}
	}
	return source.Field{Key: "from", Of: []source.Field{{Key: "file", Text: d.file}, {Key: "sheet", Text: d.sheet}, {Key: "row", Text: strconv.Itoa(d.row)}, {Key: "sum", Text: sum.String()}}}
}

// values are the texts of an award by key.
func values(a *source.Award) map[string]source.Value {
	return map[string]source.Value{
		"kind": a.Kind, "honorific": a.Honorific, "name": a.Name, "position": a.Position, "group": a.Group, "unit": a.Unit,
		"area": a.Area, "citation": a.Citation, "golden_book_no": a.GoldenBookNo,
	}
}

// difference compares an award with its row. As long as the row holds what it held, what is in the data stands; of a row that was changed, the
// keys that the file changed are changed, and what people mended stays, which is told if the file changed it too.
func (m *merger) difference(a *source.Award, d *draft) (Difference, []source.Change) {
	diff := Difference{ID: a.ID.Text, Name: a.Name.Text, Unit: a.Unit.Text, Kind: d.kind, From: d.place.String()}
	changed := a.From == nil || rowSum(a) != d.sum
	var changes []source.Change
	was, last := values(a), base(a)
	for i, f := range d.fields() {
		now := was[f.Key]
		switch {
		case !changed || !d.has[f.Key] || now.Text == f.Text || f.Text == "" && f.Key != "position" && f.Key != "golden_book_no" && f.Key != "group":
			continue
		case last != nil && last[i] == mark(f.Text):
			continue // mended by hand; the file says what it said
		case last != nil && last[i] != mark(now.Text), a.From == nil && now.Given():
			m.mended(a, d, f, now)
			continue
		}
		diff.Changes = append(diff.Changes, KeyChange{f.Key, mask(now.Text), mask(f.Text)})
		changes = append(changes, source.Change{ID: a.ID.Text, Field: f})
	}
	if changed || !fromFile(a, d) || !sameRow(a, d) {
		changes = append(changes, source.Change{ID: a.ID.Text, Field: d.origin(a)})
	}
	return diff, changes
}

// mended tells of a key that people wrote otherwise than the file did and that the file has otherwise now. Theirs is the last word.
func (m *merger) mended(a *source.Award, d *draft, f source.Field, now source.Value) {
	at := now.Place
	if !at.Known() {
		at = a.Place
	}
	says := orNothing(f.Text)
	text := fmt.Sprintf("%s (%s): %s trong tệp nay là %s, mà ở đây đã sửa tay thành %s; giữ phần sửa tay", a.ID.Text, quote(a.Name.Text), KeyWords[f.Key], says, orNothing(now.Text))
	if a.From == nil {
		text = fmt.Sprintf("%s (%s) đã viết tay: %s trong tệp là %s, ở đây là %s; giữ phần viết tay", a.ID.Text, quote(a.Name.Text), KeyWords[f.Key], says, orNothing(now.Text))
	}
	m.problems.Add(awardMended, at, text, "nếu theo tệp thì sửa ở đây; chỉ nhắc một lần", d.place)
}

func orNothing(text string) string {
	if text == "" {
		return "để trống"
	}
	return quote(text)
}

// KeyWords are the keys of an award as people call them.
var KeyWords = map[string]string{
	"kind": "loại", "honorific": "danh xưng", "name": "tên", "position": "chức vụ", "group": "đối tượng", "unit": "đơn vị", "area": "nội dung thi đua",
	"citation": "thành tích", "golden_book_no": "số sổ vàng",
}

package intake

import (
	"strconv"

	"bangvang/internal/source"
	"bangvang/internal/viet"
)

func personKey(kind, name, unit string) string {
	return kind + "\x00" + viet.SpellingKey(name) + "\x00" + unit
}

func (d *draft) person() string {
	if d.key == "" {
		d.key = personKey(string(d.kind), d.fullName, d.unit.ID.Text)
	}
	return d.key
}

func (m *merger) person(a *source.Award) string {
	key, ok := m.persons[a]
	if !ok {
		key = personKey(a.Kind.Text, a.Name.Text, a.Unit.Text)
		m.persons[a] = key
	}
	return key
}

// toldOf is whom the row of an award told of when it was imported, whatever people made of it; tells is whom a row tells of.
func toldOf(a *source.Award) string {
	b := base(a)
	if b == nil {
		return a.ID.Text
	}
	return b[0] + b[2] + b[5]
}

func (d *draft) tells() string { return mark(string(d.kind)) + mark(d.fullName) + mark(d.unit.ID.Text) }

// fileOf is the file that an award came from, or "" if it was written by hand.
func fileOf(a *source.Award) string {
	if a.From == nil {
		return ""
	}
	return viet.NFC(a.From.File.Text)
}

func fromFile(a *source.Award, d *draft) bool { return a.From != nil && fileOf(a) == d.file }

// pass is one way to know an award again: by a key that it and its row have in common. An award without one is not known this way.
type pass struct {
	award func(a *source.Award) string
	draft func(d *draft) string
	also  func(a *source.Award, d *draft) bool
}

// match finds for each draft the award that it is: the same row unchanged, where it was, then elsewhere; the same person, of the same file, then
// of none; the person whom the row told of before people mended the name; the same row with the same name in another unit, as when --unit was wrong; the same row with nearly the same name.
func (m *merger) match() {
	imported := func(key func(a *source.Award) string) func(a *source.Award) string {
		return func(a *source.Award) string {
			if a.From == nil {
				return ""
			}
			return fileOf(a) + "\x00" + key(a)
		}
	}
	of := func(key func(d *draft) string) func(d *draft) string {
		return func(d *draft) string { return d.file + "\x00" + key(d) }
	}
	row := func(a *source.Award) string { return a.From.Sheet.Text + "\x00" + a.From.Row.Text }
	drow := func(d *draft) string { return d.sheet + "\x00" + strconv.Itoa(d.row) }
	sum := rowSum
	dsum := func(d *draft) string { return d.sum }
	for _, p := range []pass{
		{imported(func(a *source.Award) string { return sum(a) + "\x00" + row(a) }), of(func(d *draft) string { return dsum(d) + "\x00" + drow(d) }), nil},
		{imported(sum), of(dsum), nil},
		{imported(func(a *source.Award) string { return m.person(a) + "\x00" + viet.SpellingKey(a.Position.Text) }),
			of(func(d *draft) string { return d.person() + "\x00" + viet.SpellingKey(d.position) }), nil},
		{imported(m.person), of((*draft).person), nil},
		{func(a *source.Award) string {
			if a.From != nil {
				return ""
			}
			return m.person(a)
		}, (*draft).person, nil},
		{imported(toldOf), of((*draft).tells), nil},
		{imported(func(a *source.Award) string { return row(a) + "\x00" + personKey(a.Kind.Text, a.Name.Text, "") }),
			of(func(d *draft) string { return drow(d) + "\x00" + personKey(string(d.kind), d.fullName, "") }), nil},
		{imported(row), of(drow), alike},
	} {
		m.run(p)
	}
}

// run matches what is left, in the order of the data and of the files.
func (m *merger) run(p pass) {
	left := map[string][]*source.Award{}
	for _, a := range m.awards {
		if key := p.award(a); key != "" && !m.taken[a] {
			left[key] = append(left[key], a)
		}
	}
	for _, d := range m.drafts {
		if m.of[d] != nil {
			continue
		}
		key := p.draft(d)
		if found := left[key]; len(found) > 0 && (p.also == nil || p.also(found[0], d)) {
			m.of[d], m.taken[found[0]] = found[0], true
			left[key] = found[1:]
		}
	}
}

func sameRow(a *source.Award, d *draft) bool {
	return a.From.Sheet.Text == d.sheet && a.From.Row.Text == strconv.Itoa(d.row)
}

// alike tells whether a row that was changed is still of the same award: its unit is the same, and its name nearly.
func alike(a *source.Award, d *draft) bool {
	_, near := viet.Nearest(d.fullName, []string{a.Name.Text})
	return near && a.Kind.Text == string(d.kind) && a.Unit.Text == d.unit.ID.Text
}

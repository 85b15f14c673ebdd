package signoff

import (
	"cmp"
	"path"
	"slices"
	"strings"

	"bangvang/internal/edition"
	"bangvang/internal/outdir"
)

// silent are the columns that say nothing of their own: the id, and the page, which is told as an address.
var silent = []string{"id", "page"}

// compareTables sets a data set against the one before; either may be nil.
func compareTables(before, after *table) Difference {
	t := cmp.Or(after, before)
	d := Difference{Dataset: t.name, Title: t.title}
	if after == nil {
		after = &table{}
	}
	if before == nil {
		before = &table{}
	}
	for _, key := range after.order {
		if before.rows[key] == nil {
			d.Added = append(d.Added, after.record(key))
		} else if fields := changed(before, after, key); len(fields) > 0 {
			d.Changed = append(d.Changed, Change{key, after.label(key), fields})
		}
	}
	for _, key := range before.order {
		if after.rows[key] == nil {
			d.Removed = append(d.Removed, before.record(key))
		}
	}
	return d
}

// record tells what a record says, in the order of its columns. Of an id whose words stand beside it only the words are told.
func (t *table) record(key string) Record {
	r := Record{ID: key, Name: t.label(key)}
	var about []string
	for i, value := range t.rows[key] {
		c := &t.columns[i]
		switch {
		case value == "" || value == "false" || value == r.Name || slices.Contains(silent, c.key), t.column(c.key+"_name") >= 0, t.column(c.key+"_title") >= 0:
		case value == "true":
			about = append(about, strings.ToLower(c.title))
		default:
			about = append(about, c.title+": "+c.word(value))
		}
	}
	r.About = strings.Join(about, " · ")
	return r
}

// changed are the fields of a record that are not as before. Columns are matched by their keys.
func changed(before, after *table, key string) []Field {
	was, is := before.rows[key], after.rows[key]
	var out []Field
	for i := range after.columns {
		c := &after.columns[i]
		old := ""
		j := i
		if j >= len(before.columns) || before.columns[j].key != c.key {
			j = before.column(c.key)
		}
		if j >= 0 {
			old = was[j]
		}
		if old != is[i] && !slices.Contains(silent, c.key) {
			out = append(out, Field{c.key, c.title, c.word(old), c.word(is[i])})
		}
	}
	for j := range before.columns {
		if c := &before.columns[j]; was[j] != "" && after.column(c.key) < 0 {
			out = append(out, Field{c.key, c.title, c.word(was[j]), ""})
		}
	}
	return out
}

// compareAddresses tells which addresses are new, lead elsewhere now, are taken back now, and are lost.
func compareAddresses(before, after *State, promised func(string) bool) Addresses {
	var a Addresses
	was := map[string]bool{}
	for _, address := range addresses(before.Manifest) {
		was[address] = true
	}
	is := map[string]bool{}
	for _, address := range addresses(after.Manifest) {
		if is[address] = true; !was[address] && promised(address) && after.moved[address] == "" && !after.gone[address] {
			a.Added = append(a.Added, address)
		}
	}
	for from, to := range after.moved {
		if before.moved[from] != to {
			a.Moved = append(a.Moved, Move{from, to})
		}
	}
	for address := range after.gone {
		if !before.gone[address] {
			a.Gone = append(a.Gone, address)
		}
	}
	for address := range was {
		if promised(address) && !is[address] && after.moved[address] == "" && !after.gone[address] {
			a.Lost = append(a.Lost, address)
		}
	}
	slices.Sort(a.Added)
	slices.SortFunc(a.Moved, func(a, b Move) int { return strings.Compare(a.From, b.From) })
	slices.Sort(a.Gone)
	slices.Sort(a.Lost)
	return a
}

func addresses(m outdir.Manifest) []string {
	out := make([]string, len(m))
	for i := range m {
		out[i] = string(edition.AddressOf(m[i].Name))
	}
	return out
}

// newFields are the columns that hold something for the first time, and the kinds of files that a part of the site did not have.
func newFields(before, after *State) []NewField {
	var out []NewField
	for _, t := range after.tables {
		old := before.table(t.name)
		if old == nil {
			out = append(out, t.asNew())
			continue
		}
		for i := range t.columns {
			c := &t.columns[i]
			if c.given == 0 {
				continue
			}
			if j := old.column(c.key); j >= 0 && old.columns[j].given > 0 {
				continue
			}
			out = append(out, NewField{"Bộ dữ liệu " + t.title, c.title, c.given, c.some})
		}
	}
	return append(out, newKinds(before.Manifest, after.Manifest)...)
}

// asNew tells of a data set that was not there, with all columns that hold something.
func (t *table) asNew() NewField {
	f := NewField{Where: "Bộ dữ liệu mới", Field: t.title, Count: len(t.order)}
	for i := range t.columns {
		if t.columns[i].given > 0 {
			f.Examples = append(f.Examples, t.columns[i].title)
		}
	}
	return f
}

// newKinds are kinds of files, by the part of the site they lie in.
func newKinds(before, after outdir.Manifest) []NewField {
	kind := func(name string) (part, ext string) {
		part, _, deep := strings.Cut(name, "/")
		if !deep {
			part = ""
		}
		return "/" + part, cmp.Or(path.Ext(name), path.Base(name))
	}
	had := map[[2]string]bool{}
	for i := range before {
		part, ext := kind(before[i].Name)
		had[[2]string{part, ext}] = true
	}
	at := map[[2]string]int{}
	var out []NewField
	for i := range after {
		part, ext := kind(after[i].Name)
		k := [2]string{part, ext}
		if had[k] {
			continue
		}
		if _, ok := at[k]; !ok {
			at[k] = len(out)
			out = append(out, NewField{Where: "Tệp dưới " + part, Field: ext})
		}
		f := &out[at[k]]
		if f.Count++; len(f.Examples) < mostExamples {
			f.Examples = append(f.Examples, after[i].Name)
		}
	}
	return out
}

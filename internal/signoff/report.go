package signoff

import (
	"encoding/hex"
	"slices"
	"strings"

	"bangvang/internal/diag"
	"bangvang/internal/edition"
	"bangvang/internal/outdir"
)

// Report is what somebody reads before signing.
type Report struct {
	Title   string   `json:"title"`
	AsOf    string   `json:"as_of"`
	BaseURL string   `json:"base_url"`
	Against Against  `json:"against"`
	Stops   []string `json:"stops"` // what forbids publishing, in words

	People  []Difference `json:"people"`
	Numbers []Difference `json:"numbers"`
	Rest    []Difference `json:"rest"`

	Addresses Addresses  `json:"addresses"`
	Fields    []NewField `json:"fields"`
	Decisions []Count    `json:"decisions"`
	Warnings  []Warning  `json:"warnings"`

	Files FileCounts `json:"files"`
	Hash  string     `json:"hash"`
	Next  string     `json:"next"` // the command that publishes these bytes; "" if nothing may
}

// Against is what the site is compared with.
type Against struct {
	None  bool   `json:"none"` // nothing: all is new
	Words string `json:"words"`
	AsOf  string `json:"as_of,omitempty"`
	Hash  string `json:"hash,omitempty"`
}

// Difference is what changed in one data set.
type Difference struct {
	Dataset string   `json:"dataset"`
	Title   string   `json:"title"`
	Added   []Record `json:"added"`
	Removed []Record `json:"removed"`
	Changed []Change `json:"changed"`
}

// Record is one record: what it is called, and its values in words.
type Record struct {
	ID    string `json:"id"`
	Name  string `json:"name"`
	About string `json:"about,omitempty"`
}

// Change is a record that is there before and after.
type Change struct {
	ID     string  `json:"id"`
	Name   string  `json:"name"`
	Fields []Field `json:"fields"`
}

// Field is a value before and after; "" is none.
type Field struct {
	Key   string `json:"key"`
	Title string `json:"title"`
	Was   string `json:"was"`
	Is    string `json:"is"`
}

// Addresses are pages and files by address.
type Addresses struct {
	Added []string `json:"added"`
	Moved []Move   `json:"moved"`
	Gone  []string `json:"gone"` // taken back: what stands there says so
	Lost  []string `json:"lost"` // nothing stands there any more
}

// Move is an address that leads to another.
type Move struct {
	From string `json:"from"`
	To   string `json:"to"`
}

// NewField is a field, or a kind of file, that no output had before.
type NewField struct {
	Where    string   `json:"where"`
	Field    string   `json:"field"`
	Count    int      `json:"count"`
	Examples []string `json:"examples"`
}

// Count is how many a decision expects, lists and shows.
type Count struct {
	ID        string `json:"id"`
	Name      string `json:"name"`
	Expects   string `json:"expects"`
	Lists     string `json:"lists"`
	Withdrawn int    `json:"withdrawn"`
	Agrees    bool   `json:"agrees"`
}

// Warning is an open warning.
type Warning struct {
	Place string `json:"place"`
	Rule  string `json:"rule"`
	Text  string `json:"text"`
}

// FileCounts are files by what becomes of them.
type FileCounts struct {
	All     int `json:"all"`
	Added   int `json:"added"`
	Changed int `json:"changed"`
	Removed int `json:"removed"`
}

// Notes are what the caller knows besides.
type Notes struct {
	Against   Against
	Stops     []string
	Decisions []edition.DecisionAccount
	Problems  *diag.List
	Promised  func(address string) bool // tells addresses that must never be lost
	Next      string
}

// dataset groups.
var (
	people  = []string{"vinh-danh"}
	numbers = []string{"chi-tieu", "ket-qua", "chi-tieu-giao"}
	derived = []string{"xuong-ten"} // what is in it is in others
)

// Compare sets what would be published against what is; before is nil where nothing is known to be.
func Compare(before, after *State, n Notes) *Report {
	if before == nil {
		before = &State{}
	}
	sum := after.Manifest.Sum()
	r := &Report{Title: after.Title, AsOf: after.AsOf, BaseURL: after.BaseURL, Against: n.Against, Stops: n.Stops, Hash: hex.EncodeToString(sum[:]), Next: n.Next}
	var names []string
	for _, t := range slices.Concat(after.tables, before.tables) {
		if !slices.Contains(names, t.name) && !slices.Contains(derived, t.name) {
			names = append(names, t.name)
		}
	}
	for _, name := range names {
		d := compareTables(before.table(name), after.table(name))
		switch {
		case d.empty():
		case slices.Contains(people, name):
			r.People = append(r.People, d)
		case slices.Contains(numbers, name):
			r.Numbers = append(r.Numbers, d)
		default:
			r.Rest = append(r.Rest, d)
		}
	}
	r.Addresses = compareAddresses(before, after, n.Promised)
	r.Fields = newFields(before, after)
	r.Files = countFiles(before.Manifest, after.Manifest)
	for _, d := range n.Decisions {
		r.Decisions = append(r.Decisions, countOf(&d))
	}
	r.Warnings = warnings(n.Problems)
	return r
}

func countOf(d *edition.DecisionAccount) Count {
	return Count{ID: d.ID, Name: d.Name, Expects: d.Expects, Lists: d.Lists, Withdrawn: d.Withdrawn, Agrees: d.Expects == d.Lists}
}

func warnings(l *diag.List) []Warning {
	if l == nil {
		return nil
	}
	var out []Warning
	for _, p := range l.Sorted() {
		out = append(out, Warning{p.Place.String(), p.Rule.ID, p.Text})
	}
	return out
}

// countFiles counts what becomes of files; both lists are by name.
func countFiles(before, after outdir.Manifest) FileCounts {
	c := FileCounts{All: len(after)}
	for _, e := range after {
		was, ok := before.Find(e.Name)
		switch {
		case !ok:
			c.Added++
		case was.Sum != e.Sum:
			c.Changed++
		}
	}
	c.Removed = len(before) - (c.All - c.Added)
	return c
}

func (d *Difference) empty() bool { return len(d.Added)+len(d.Removed)+len(d.Changed) == 0 }

// Unchanged tells whether the report has no change to tell of.
func (r *Report) Unchanged() bool { return r.Files.Added+r.Files.Changed+r.Files.Removed == 0 }

// plain is a text without spaces that hold: for terminals and for those who search.
func plain(s string) string { return strings.ReplaceAll(s, "\u00a0", " ") }

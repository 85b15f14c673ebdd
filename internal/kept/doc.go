// Package kept is what stays of a publication's targets: the format of data/published/<day>/ban-luu/, from which every later build makes the
// frozen copies at /v/<day>/.
//
// What is kept are final words and numbers, as the edition of that day had them: of each target its sentence, verdicts, facts, reports with
// their sources, its chart's points and the table that its data files are written from. How a page looks is not kept: a frozen copy stands
// in the masthead and style of the site of today, and its chart is drawn by the chart room of today.
//
// # Files
//
//	ban-luu.json           Publication: the moment, the site's address, and for each language its Volume
//	<lang>/<target>.json   Target: one target in one language
//
// All are JSON in UTF-8, in the order and the indentation in which Files writes them, so that git shows what changed from one publication to
// the next, and stores what did not change only once: no Target says of which day it is. Read takes nothing else: a key that is not known or
// stands twice, a file too many or too few, another version, a number or an address that is none is a problem with its place.
//
// The version is 1. A later program may add keys that may be missing ("omitempty"); whatever else changes is a new version beside the old one,
// as copies of old publications must be readable for as long as they are cited.
//
// # What may not be in it
//
// Awards, people and decisions have no place in these types, so that withdrawing one has nothing to look for here. What is free text (notes,
// titles of sources) can be redacted in every publication at once: see Redact.
//
// The package must never know YAML, the ledger, how a page or a chart is made, or where files lie on a disk.
package kept

// Version is that of the format which Files writes.
const Version = 1

// Publication is one publication: ban-luu.json, and the targets of its volumes.
type Publication struct {
	Day     string   `json:"-"` // its folder: 2019-01-15, the day of At
	V       int      `json:"v"`
	At      string   `json:"at"`   // the clock of the edition, RFC 3339
	Base    string   `json:"base"` // where the site stood, ends in "/"
	Volumes []Volume `json:"volumes"`
}

// Volume is a publication in one language; the first of a Publication is in the campaign's own.
type Volume struct {
	Lang      string   `json:"lang"`
	Site      string   `json:"site"` // its name, for citations
	Author    string   `json:"author"`
	Publisher string   `json:"publisher"`
	Licence   string   `json:"licence"`
	Sample    string   `json:"sample,omitempty"` // the banner, where something on the site was a sample
	Order     []string `json:"targets"`          // ids, in the order of the data

	Targets []*Target `json:"-"` // in that order
}

// Target is a target's page.
type Target struct {
	V        int      `json:"v"`
	ID       string   `json:"id"`
	Title    string   `json:"title"`
	Area     string   `json:"area"`
	Sentence string   `json:"sentence"`
	Second   string   `json:"second,omitempty"` // the same against the City's own target
	Verdict  Verdict  `json:"verdict"`
	Other    *Verdict `json:"second_verdict,omitempty"`
	Goal     string   `json:"goal"`
	Newest   string   `json:"newest"`           // the newest figure, or that there is none
	Report   string   `json:"report,omitempty"` // whose and of when
	Source   string   `json:"source"`           // whose word that is, as the embed says it
	Sample   string   `json:"sample,omitempty"` // that a report is a sample, as the embed says it
	Note     string   `json:"note,omitempty"`
	Parts    []string `json:"parts,omitempty"` // ids
	Facts    []Fact   `json:"facts"`
	Reports  Table    `json:"reports"`
	Chart    Chart    `json:"chart"`
	Data     *Data    `json:"data,omitempty"` // in the campaign's own language only
}

// Verdict is an outcome: its words, and for shape and colour one of Standings.
type Verdict struct {
	Standing string `json:"standing"`
	Words    string `json:"words"`
}

// Fact is a term with its value.
type Fact struct {
	Term  string `json:"term"`
	Value string `json:"value"`
}

// Table is rows of cells under columns.
type Table struct {
	Caption string   `json:"caption"`
	Columns []Column `json:"columns"`
	Rows    [][]Cell `json:"rows"`
}

// Column is a column of a Table; Kind is one of Kinds.
type Column struct {
	Key  string `json:"key"`
	Head string `json:"head"`
	Kind string `json:"kind"`
	Note string `json:"note,omitempty"`

	Codes []Cell `json:"codes,omitempty"` // its values, where they are few
	Of    string `json:"of,omitempty"`    // the table whose ids it holds
}

// Cell is a value with its words. Value is the machine's spelling of the column's kind.
type Cell struct {
	Words string `json:"words,omitempty"`
	Value string `json:"value,omitempty"`
	URL   string `json:"url,omitempty"`
}

// Data is the target's data set: what its data files are written from.
type Data struct {
	Shape       string   `json:"shape"` // the data set of the whole campaign that has the same columns
	Title       string   `json:"title"`
	Description string   `json:"description"`
	Cite        string   `json:"cite"`
	Caveats     []string `json:"caveats,omitempty"`
	Sources     []Source `json:"sources,omitempty"`
	Table       Table    `json:"table"`
}

// Source is where figures come from.
type Source struct {
	Title     string `json:"title"`
	Publisher string `json:"publisher"`
	Date      string `json:"date,omitempty"`
	URL       string `json:"url,omitempty"`
}

// Chart is what the target's picture says; Form is one of Forms.
type Chart struct {
	Form     string  `json:"form"`
	Measure  string  `json:"measure"`
	Decimals int     `json:"decimals"`
	Min      float64 `json:"min"`
	Max      float64 `json:"max"`
	Zoomed   bool    `json:"zoomed,omitempty"`
	Goal     Goal    `json:"goal"`
	Official *Goal   `json:"official,omitempty"`
	Baseline *Point  `json:"baseline,omitempty"`
	Points   []Point `json:"points"`
	NoData   string  `json:"no_data,omitempty"`
	Key      string  `json:"key,omitempty"`
}

// Goal is a threshold or a band.
type Goal struct {
	From  *float64 `json:"from,omitempty"`
	To    *float64 `json:"to,omitempty"`
	Name  string   `json:"name"`
	Label string   `json:"label"`
	Words string   `json:"words"`
}

// Point is one figure.
type Point struct {
	Value       float64 `json:"value"`
	Words       string  `json:"words"`
	Label       string  `json:"label"`
	Long        string  `json:"long"`
	Day         int     `json:"day"` // counted from 1970-01-01
	Open        int     `json:"open,omitempty"`
	Gap         bool    `json:"gap,omitempty"`
	Provisional bool    `json:"provisional,omitempty"`
	Computed    bool    `json:"computed,omitempty"`
	Newest      bool    `json:"newest,omitempty"`
}

// Words that fields of these kinds are one of.
var (
	Standings = []string{"exceeded", "met", "missed", "unknown", "undecided"}
	Forms     = []string{"bullet", "band", "ceiling", "tally", "course"}
	Kinds     = []string{"string", "number", "integer", "date", "boolean"}
)

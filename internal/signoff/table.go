package signoff

import (
	"encoding/csv"
	"errors"
	"io"
	"path"
	"slices"
	"strconv"
	"strings"
)

// table is a data set: its columns, and its records by what tells them apart.
type table struct {
	name, title string
	file        string // below the site
	columns     []column
	order       []string            // keys, as they stand
	rows        map[string][]string // by key
}

type column struct {
	key, title string
	words      map[string]string // of codes
	of         *table            // whose ids stand in it; nil of none
	given      int               // records that have something there
	some       []string          // what, of the first few
}

// mostExamples is how many values are kept as examples of a column.
const mostExamples = 3

func newTable(r *resource) *table {
	t := &table{name: r.Name, title: r.Title, file: path.Join(dataFolder, r.Path), rows: map[string][]string{}}
	for i := range r.Schema.Fields {
		f := &r.Schema.Fields[i]
		t.columns = append(t.columns, column{key: f.Name, title: f.Title, words: codeWords(f)})
	}
	return t
}

// apart are the columns that tell records apart: the id, or else what a record refers to and its days.
func (r *resource) apart() []int {
	var out []int
	for i := range r.Schema.Fields {
		f := &r.Schema.Fields[i]
		own := f.Type == "string" && f.Constraints.Pattern != ""
		for _, k := range r.Schema.ForeignKeys {
			own = own || k.Fields == f.Name
		}
		if f.Name == r.Schema.PrimaryKey || r.Schema.PrimaryKey == "" && own {
			out = append(out, i)
		}
	}
	return out
}

func (t *table) read(r *resource, in *csv.Reader) error {
	head, err := in.Read()
	if err != nil {
		return err
	}
	if !slices.EqualFunc(head, t.columns, func(h string, c column) bool { return h == c.key }) {
		return errors.New("hàng đầu không đúng như datapackage.json")
	}
	apart := r.apart()
	for {
		row, err := in.Read()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		t.add(row, apart)
	}
}

func (t *table) add(row []string, apart []int) {
	parts := make([]string, len(apart))
	for i, at := range apart {
		parts[i] = row[at]
	}
	key := strings.Join(parts, " ")
	for n, bare := 2, key; t.rows[key] != nil; n++ {
		key = bare + " (" + strconv.Itoa(n) + ")"
	}
	t.order, t.rows[key] = append(t.order, key), row
	for i := range t.columns {
		c := &t.columns[i]
		if row[i] == "" || row[i] == "false" {
			continue
		}
		if c.given++; len(c.some) < mostExamples && !slices.Contains(c.some, c.word(row[i])) {
			c.some = append(c.some, c.word(row[i]))
		}
	}
}

// column gives the place of a column by its key, or -1.
func (t *table) column(key string) int {
	return slices.IndexFunc(t.columns, func(c column) bool { return c.key == key })
}

// codeWords reads the words of a column's codes out of what describes it: "at_least: ít nhất; at_most: không quá."
func codeWords(f *field) map[string]string {
	words := map[string]string{}
	if f.Type == "boolean" {
		words["true"], words["false"] = "có", "không"
	}
	for _, code := range f.Constraints.Enum {
		if _, rest, ok := strings.Cut(" "+f.Description, " "+code+": "); ok {
			word, _, _ := strings.Cut(rest, ";")
			words[code] = strings.TrimSuffix(strings.TrimSpace(word), ".")
		}
	}
	return words
}

// word is a value as people read it.
func (c *column) word(value string) string {
	if w, ok := c.words[value]; ok {
		return w
	}
	if c.of != nil && c.of.rows[value] != nil {
		return c.of.label(value)
	}
	return value
}

// nameKeys are the columns that may name a record, the best first.
var nameKeys = []string{"name", "title", "text", "number"}

// label is what a record is called.
func (t *table) label(key string) string {
	row := t.rows[key]
	for _, k := range nameKeys {
		if i := t.column(k); i >= 0 && row[i] != "" {
			return row[i]
		}
	}
	return key
}

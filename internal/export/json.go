package export

import (
	"bufio"
	"encoding/json"
	"io"

	"bangvang/internal/edition"
	"bangvang/internal/jsontext"
)

// preface is what a file of data says before its records.
type preface struct {
	ID          string   `json:"id"`
	Title       string   `json:"title"`
	Description string   `json:"description"`
	Notice      string   `json:"notice,omitempty"`
	Licence     string   `json:"licence"`
	Publisher   string   `json:"publisher"`
	Updated     string   `json:"updated"`
	Address     string   `json:"address"`
	Source      string   `json:"source"`
	Schema      string   `json:"schema"`
	Page        string   `json:"page"`
	Cite        string   `json:"cite"`
	Caveats     []string `json:"caveats,omitempty"`
	Sources     []cited  `json:"sources,omitempty"`
	Columns     []column `json:"columns"`
}

// cited is where figures come from.
type cited struct {
	Title     string `json:"title"`
	Publisher string `json:"publisher,omitempty"`
	URL       string `json:"url,omitempty"`
}

type column struct {
	Key    string            `json:"key"`
	Title  string            `json:"title"`
	Type   edition.ValueKind `json:"type"`
	Note   string            `json:"note,omitempty"`
	Values []coded           `json:"values,omitempty"`
	Of     string            `json:"of,omitempty"` // the table whose ids it holds
}

// coded is a value of a column of few values.
type coded struct {
	Value string `json:"value"`
	Title string `json:"title"`
}

func columnsOf(t *edition.Table) []column {
	out := make([]column, len(t.Columns))
	for i, c := range t.Columns {
		out[i] = column{Key: c.Key, Title: c.Head, Type: c.Kind, Note: c.Note, Of: c.Of}
		for _, v := range c.Codes {
			out[i].Values = append(out[i].Values, coded{v.Value, v.Words})
		}
	}
	return out
}

func writeJSON(w io.Writer, d *edition.Dataset, from origin) error {
	if err := from.proof.of(&d.Table); err != nil {
		return err
	}
	address, err := from.base.url(format{ending: ".json"}.path(d))
	if err != nil {
		return err
	}
	var sources []cited
	for _, s := range d.Sources {
		sources = append(sources, cited{s.Title, s.Publisher, s.URL})
	}
	head, err := json.Marshal(preface{
		ID: d.ID, Title: d.Title, Description: d.Description, Notice: from.site.Sample, Licence: from.site.Licence,
		Publisher: from.site.Organizer, Updated: from.site.Updated, Address: address, Source: string(from.base),
		Schema: from.at(schemaPath(d.Shape)), Page: from.at(d.Page), Cite: d.Cite, Caveats: d.Caveats, Sources: sources, Columns: columnsOf(&d.Table),
	})
	if err != nil {
		return err
	}
	out := buffered(w)
	out.Write(head[:len(head)-1]) // records follow within the same object
	out.WriteString(`,"records":[`)
	if err := writeRecords(out, &d.Table); err != nil {
		return err
	}
	out.WriteString("\n]}\n")
	return finish(out)
}

// writeRecords writes one object a row, each on its own line. What fails to be written is told when out is flushed.
func writeRecords(out *bufio.Writer, t *edition.Table) error {
	keys := make([][]byte, len(t.Columns))
	for i, c := range t.Columns {
		key, err := json.Marshal(c.Key)
		if err != nil {
			return err
		}
		keys[i] = append(append([]byte{"{,"[min(i, 1)]}, key...), ':')
	}
	member := func(i int, c *edition.Cell, was []byte) []byte {
		return appendValue(append(was[:0], keys[i]...), t.Columns[i].Kind, c.Value)
	}
	before := "\n"
	for members := range madeRows(t, member) {
		b := append(out.AvailableBuffer(), before...)
		for _, m := range members {
			b = append(b, m...)
		}
		out.Write(append(b, '}'))
		before = ",\n"
	}
	return nil
}

// appendValue appends a value that fits its kind: digits as they are, nothing as null.
func appendValue(b []byte, kind edition.ValueKind, value string) []byte {
	switch {
	case value == "":
		return append(b, "null"...)
	case kind != edition.TextValue && kind != edition.DateValue:
		return append(b, value...)
	}
	return jsontext.Append(b, value)
}

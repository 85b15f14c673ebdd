package export

import (
	"cmp"
	"encoding/hex"
	"path"
	"strings"

	"bangvang/internal/edition"
	"bangvang/internal/fileset"
)

// measured is what is known of a file when it is written.
type measured struct {
	bytes int64
	sum   string // SHA-256 in hexadecimal
}

// measure measures a file.
func measure(earlier fileset.Earlier, name string) (measured, error) {
	size, sum, err := earlier.Gauge(name)
	return measured{size, hex.EncodeToString(sum[:])}, err
}

func csvName(d *edition.Dataset) string { return fileName(format{ending: ".csv"}.path(d)) }

// dataPackage describes the CSV files of data sets as a Data Package (specs.frictionlessdata.io, version 1, which readers of version 2 take
// too). flat: it is of one data set whose file lies beside it, whatever folder it has on the site. Keys of other tables are said where all lie
// together.
func dataPackage(earlier fileset.Earlier, from origin, sets []*edition.Dataset, flat bool) (object, error) {
	title, description, homepage, name, id := from.guide.Title, "", from.at("/du-lieu/"), from.packageName(), packageName
	if flat {
		d := sets[0]
		title, description, homepage, name, id = d.Title, d.Description, from.at(d.Page), name+"-"+strings.ReplaceAll(d.ID, "/", "-"), dataFolder+d.ID+".zip"
	}
	together := map[string]bool{}
	for _, d := range sets {
		together[d.ID] = true
	}
	var resources []object
	for _, d := range sets {
		m, err := measure(earlier, csvName(d))
		if err != nil {
			return nil, err
		}
		at := d.ID + ".csv"
		if flat {
			at = path.Base(at)
		}
		resources = append(resources, object{
			{"profile", "tabular-data-resource"}, {"name", strings.ReplaceAll(d.ID, "/", "-")}, {"title", d.Title}, {"description", d.Description},
			{"path", at}, {"format", "csv"}, {"mediatype", "text/csv"}, {"encoding", "utf-8"}, {"bytes", m.bytes}, {"hash", "sha256:" + m.sum},
			{"dialect", object{{"delimiter", ","}, {"lineTerminator", "\r\n"}, {"quoteChar", `"`}, {"doubleQuote", true}, {"skipInitialSpace", false}, {"header", true}}},
			{"schema", tableSchema(d, together)}, {"sources", unless(len(d.Sources) == 0, packageSources(d.Sources))},
		})
	}
	return object{
		{"profile", "tabular-data-package"}, {"name", name}, {"id", from.at(edition.Path("/" + id))}, {"title", title},
		{"description", strings.TrimSpace(strings.Join([]string{description, from.site.Sample}, "\n\n"))},
		{"homepage", homepage}, {"version", from.site.Updated[:len("2006-01-02")]}, {"created", from.site.Updated}, {"keywords", from.guide.Keywords},
		{"licenses", []object{{{"title", from.site.Licence}, {"path", from.at("/du-lieu/")}}}},
		{"contributors", contributors(from.site)}, {"resources", resources},
	}, nil
}

func contributors(s *edition.Site) []object {
	out := []object{{{"title", s.Organizer}, {"role", "publisher"}}}
	if s.Secretariat != "" {
		out = append(out, object{{"title", s.Secretariat}, {"role", "maintainer"}})
	}
	return out
}

// packageName is made of where the site lies: "bangvang.example-thi-dua".
func (o origin) packageName() string {
	_, at, _ := strings.Cut(string(o.base), "://")
	return strings.Trim(strings.Map(func(r rune) rune {
		switch {
		case 'a' <= r && r <= 'z', '0' <= r && r <= '9', r == '.', r == '_', r == '-':
			return r
		case 'A' <= r && r <= 'Z':
			return r + 'a' - 'A'
		}
		return '-'
	}, at), "-")
}

func packageSources(rows []edition.SourceRow) []object {
	var out []object
	for _, s := range rows {
		out = append(out, object{{"title", strings.Join(nonempty(s.Publisher, s.Title, s.Date), ", ")}, {"path", unless(s.URL == "", s.URL)}})
	}
	return out
}

func nonempty(words ...string) []string {
	var out []string
	for _, w := range words {
		if w != "" {
			out = append(out, w)
		}
	}
	return out
}

// tableSchema describes a table's columns. A day may be a month or a year, so it is a text of a pattern: a "date" would have to be a day.
func tableSchema(d *edition.Dataset, together map[string]bool) object {
	var fields, keys []object
	var primary any
	for _, c := range d.Table.Columns {
		kind, pattern := string(c.Kind), any(nil)
		if c.Kind == edition.DateValue {
			kind, pattern = "string", datePattern
		}
		var codes []string
		for _, code := range c.Codes {
			codes = append(codes, code.Value)
		}
		fields = append(fields, object{{"name", c.Key}, {"title", c.Head}, {"description", unless(c.Says == "", c.Says+codeWords(c, " "))}, {"type", kind},
			{"constraints", object{{"required", c.Always}, {"unique", unless(c.Key != "id", true)}, {"enum", unless(codes == nil, codes)}, {"pattern", pattern}}}})
		if c.Key == "id" {
			primary = "id"
		}
		if c.Of != "" && together[c.Of] {
			of := c.Of
			if of == d.ID {
				of = ""
			}
			keys = append(keys, object{{"fields", c.Key}, {"reference", object{{"resource", of}, {"fields", "id"}}}})
		}
	}
	return object{{"fields", fields}, {"missingValues", []string{""}}, {"primaryKey", primary}, {"foreignKeys", unless(keys == nil, keys)}}
}

// codeWords lists the values of a column with their words, after a text.
func codeWords(c edition.Column, before string) string {
	if len(c.Codes) == 0 {
		return ""
	}
	words := make([]string, len(c.Codes))
	for i, code := range c.Codes {
		words[i] = code.Value + ": " + cmp.Or(code.Words, code.Value)
	}
	return before + strings.Join(words, "; ") + "."
}

package export

import (
	"io"
	"strings"

	"bangvang/internal/edition"
)

// A shelf is the data sets that lie in one folder and have one shape: those of targets, those of decisions.
type shelf struct {
	folder, shape string
	ids           []string
}

// shelves are the data sets that belong to one page, by folder, in order.
func shelves(datasets []edition.Dataset) []shelf {
	var out []shelf
	for i := range datasets {
		d := &datasets[i]
		if d.Whole {
			continue
		}
		folder, id, _ := strings.Cut(d.ID, "/")
		if n := len(out); n == 0 || out[n-1].folder != folder {
			out = append(out, shelf{folder: folder, shape: d.Shape})
		}
		last := &out[len(out)-1]
		last.ids = append(last.ids, id)
	}
	return out
}

// writeOpenAPI describes every file of data: all are got by GET, and none takes a query.
func writeOpenAPI(w io.Writer, datasets []edition.Dataset, from origin) error {
	var paths object
	var wholes []string
	for _, d := range from.whole {
		wholes = append(wholes, d.ID)
		paths = append(paths, member{"/" + dataFolder + d.ID + ".json", get(d.ID+".json", d.Title, d.Description, "application/json", from.schemaOf(d.ID))})
	}
	bang := parameter("bang", "Mã của bảng", wholes)
	for _, f := range kinds() {
		if f.ending != ".json" {
			paths = append(paths, member{"/" + dataFolder + "{bang}" + f.ending, get("{bang}"+f.ending, "Một bảng ("+f.ending+")", "", f.media, nil, bang)})
		}
	}
	for _, s := range shelves(datasets) {
		of := parameter("ma", "Mã", s.ids)
		for _, f := range kinds() {
			var schema any
			if f.ending == ".json" {
				schema = from.schemaOf(s.shape)
			}
			name := s.folder + "/{ma}" + f.ending
			paths = append(paths, member{"/" + dataFolder + name, get(name, from.title(s.shape)+": "+s.folder+" ("+f.ending+")", "", f.media, schema, of)})
		}
	}
	for _, f := range from.guide.Files {
		name := strings.TrimPrefix(string(f.Path), "/"+dataFolder)
		var schema any
		if name == "index.json" {
			schema = from.schemaOf("index")
		}
		paths = append(paths, member{string(f.Path), get(name, f.Words, "", f.Format, schema)})
	}
	paths = append(paths, member{"/" + schemaFolder + "{bang}.json", get("schema/{bang}.json", "JSON Schema của các tệp JSON", "", "application/schema+json", nil, parameter("bang", "Mã của bảng, hoặc index", append(wholes[:len(wholes):len(wholes)], "index")))})
	return writeIndented(w, object{
		{"openapi", "3.1.0"},
		{"info", object{{"title", from.guide.Title}, {"version", "1"}, {"summary", "Tệp tĩnh: mọi địa chỉ chỉ đọc (GET), không cần khóa, không có tham số truy vấn."},
			{"description", strings.Join(from.guide.Promise, "\n\n")}, {"license", object{{"name", from.site.Licence}, {"url", from.at("/du-lieu/")}}},
			{"contact", object{{"name", from.site.Organizer}, {"url", from.at("/bao-chi/")}}}}},
		{"servers", []object{{{"url", strings.TrimSuffix(string(from.base), "/")}}}},
		{"security", []string{}},
		{"paths", paths},
	})
}

// at is the absolute address of one of the site's own pages.
func (o origin) at(p edition.Path) string { return string(o.base) + fileName(p) }

func (o origin) schemaOf(shape string) any {
	return object{{"$ref", o.at(schemaPath(shape))}}
}

func parameter(name, words string, values []string) object {
	return object{{"name", name}, {"in", "path"}, {"required", true}, {"description", words}, {"schema", object{{"type", "string"}, {"enum", values}}}}
}

// get is the one thing that can be done with a file.
func get(name, summary, description, media string, schema any, parameters ...object) object {
	id := strings.NewReplacer("/", "-", ".", "-", "{", "", "}", "").Replace(name)
	return object{{"get", object{
		{"operationId", id}, {"summary", summary}, {"description", unless(description == "", description)}, {"parameters", unless(len(parameters) == 0, parameters)},
		{"responses", object{
			{"200", object{{"description", "Tệp"}, {"content", object{{media, object{{"schema", schema}}}}}}},
			{"404", object{{"description", "Không có tệp này"}}},
		}},
	}}}
}

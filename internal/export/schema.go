package export

import (
	"io"

	"bangvang/internal/edition"
)

const (
	schemaFolder = dataFolder + "schema/"
	draft        = "https://json-schema.org/draft/2020-12/schema"
	datePattern  = `^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$`
)

// schemaPath is where the schema of the JSON files of a shape lies.
func schemaPath(shape string) edition.Path { return edition.Path("/" + schemaFolder + shape + ".json") }

func ofType(kind string) object { return object{{"type", kind}} }

func described(kind, title string) object {
	return object{{"type", kind}, {"title", title}}
}

func listOf(items any) object { return object{{"type", "array"}, {"items", items}} }

var uri = object{{"type", "string"}, {"format", "uri"}}

// properties of what every file of data says of itself.
var prefaceSchema = object{
	{"id", described("string", "Mã của bảng")},
	{"title", described("string", "Tên bảng")},
	{"description", described("string", "Bảng có những gì")},
	{"notice", described("string", "Lưu ý, khi có dữ liệu mẫu")},
	{"licence", described("string", "Sử dụng lại")},
	{"publisher", described("string", "Đơn vị phụ trách")},
	{"updated", object{{"type", "string"}, {"format", "date-time"}, {"title", "Thời điểm của dữ liệu"}}},
	{"address", uri}, {"source", uri}, {"schema", uri}, {"page", uri},
	{"cite", described("string", "Trích dẫn")},
	{"caveats", listOf(ofType("string"))},
	{"sources", listOf(object{{"type", "object"}, {"properties", object{{"title", ofType("string")}, {"publisher", ofType("string")}, {"url", uri}}}, {"required", []string{"title"}}})},
	{"columns", listOf(object{{"$ref", "#/$defs/column"}})},
}

var columnSchema = object{
	{"type", "object"},
	{"properties", object{
		{"key", ofType("string")}, {"title", ofType("string")},
		{"type", object{{"enum", []edition.ValueKind{edition.TextValue, edition.NumberValue, edition.WholeValue, edition.DateValue, edition.BoolValue}}}},
		{"note", ofType("string")},
		{"values", listOf(object{{"type", "object"}, {"properties", object{{"value", ofType("string")}, {"title", ofType("string")}}}, {"required", []string{"value", "title"}}})},
		{"of", described("string", "Mã của bảng mà cột này giữ mã")},
	}},
	{"required", []string{"key", "title", "type"}},
}

// writeSchema writes the JSON Schema of the files of a whole data set and of those of its shape.
func writeSchema(w io.Writer, d *edition.Dataset, from origin) error {
	if err := checkColumns(d.Table.Columns); err != nil {
		return err
	}
	address, err := from.base.url(schemaPath(d.ID))
	if err != nil {
		return err
	}
	var record object
	keys := make([]string, len(d.Table.Columns))
	for i, c := range d.Table.Columns {
		keys[i] = c.Key
		record = append(record, member{c.Key, valueSchema(c)})
	}
	properties := append(append(object{}, prefaceSchema...), member{"records", object{{"type", "array"}, {"title", "Các hàng"}, {"items", object{{"$ref", "#/$defs/record"}}}}})
	return writeIndented(w, object{
		{"$schema", draft}, {"$id", address}, {"title", d.Title}, {"description", d.Description}, {"type", "object"},
		{"properties", properties},
		{"required", []string{"id", "title", "description", "licence", "publisher", "updated", "address", "source", "schema", "page", "cite", "columns", "records"}},
		{"$defs", object{
			{"column", columnSchema},
			{"record", object{{"type", "object"}, {"title", "Một hàng"}, {"properties", record}, {"required", keys}}},
		}},
	})
}

// valueSchema is what the values of a column are in JSON.
func valueSchema(c edition.Column) object {
	kind := string(c.Kind)
	if c.Kind == edition.DateValue {
		kind = "string"
	}
	out := object{{"title", c.Head}, {"description", unless(c.Says == "", c.Says)}, {"type", []string{kind, "null"}}}
	if c.Always {
		out[2].value = kind
	}
	switch {
	case len(c.Codes) > 0:
		var values []any
		for _, code := range c.Codes {
			values = append(values, code.Value)
		}
		if !c.Always {
			values = append(values, nil)
		}
		out = append(out, member{"enum", values})
	case c.Kind == edition.DateValue:
		out = append(out, member{"pattern", datePattern})
	case c.Kind == edition.TextValue:
		out = append(out, member{"minLength", 1})
	}
	return out
}

// writeCatalogueSchema writes the schema of index.json.
func writeCatalogueSchema(w io.Writer, from origin) error {
	address, err := from.base.url(schemaPath("index"))
	if err != nil {
		return err
	}
	return writeIndented(w, object{
		{"$schema", draft}, {"$id", address}, {"title", "Mục lục"}, {"description", "Mọi bảng dữ liệu, cột của chúng và địa chỉ các tệp."}, {"type", "object"},
		{"properties", object{
			{"title", ofType("string")}, {"notice", ofType("string")}, {"licence", ofType("string")}, {"publisher", ofType("string")},
			{"updated", object{{"type", "string"}, {"format", "date-time"}}}, {"address", uri}, {"source", uri}, {"schema", uri}, {"package", uri}, {"openapi", uri},
			{"files", listOf(object{{"$ref", "#/$defs/file"}})},
			{"datasets", listOf(object{{"$ref", "#/$defs/dataset"}})},
		}},
		{"required", []string{"title", "licence", "publisher", "updated", "address", "source", "schema", "files", "datasets"}},
		{"$defs", object{
			{"file", object{{"type", "object"}, {"properties", object{{"address", uri}, {"format", ofType("string")}}}, {"required", []string{"address", "format"}}}},
			{"column", columnSchema},
			{"dataset", object{{"type", "object"},
				{"properties", object{{"id", ofType("string")}, {"title", ofType("string")}, {"description", ofType("string")}, {"whole", ofType("boolean")}, {"rows", object{{"type", "integer"}, {"minimum", 0}}},
					{"schema", uri}, {"page", uri}, {"columns", listOf(object{{"$ref", "#/$defs/column"}})}, {"files", listOf(object{{"$ref", "#/$defs/file"}})}}},
				{"required", []string{"id", "title", "description", "whole", "rows", "schema", "page", "columns", "files"}}}},
		}},
	})
}

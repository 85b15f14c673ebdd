package schema

import (
	"encoding/json"
	"io"

	"bangvang/internal/source"
)

// draft is the dialect of all schemas.
const draft = "http://json-schema.org/draft-07/schema#"

// Schema is one of the schemas.
type Schema struct {
	Name  string   // "units"
	Title string   // what it is of, in Vietnamese
	Paths []string // patterns of the YAML files that it is of, below the campaign's folder; none if it is of no such file

	root *node
}

// File is what the schema is called in a folder of schemas.
func (s *Schema) File() string { return s.Name + ".json" }

// All gives every schema: those of data files by name, then of front matter, then of what check prints.
func All() []Schema {
	var out []Schema
	for _, f := range source.DataFiles() {
		out = append(out, ofFile(&f))
	}
	out = append(out, ofFront("article", source.ArticleFront()), ofFront("story", source.StoryFront()))
	return append(out, Schema{Name: "check", Title: reportSchema.Description, root: rooted(reportSchema, reportSchema.Description)})
}

func ofFile(f *source.DataFile) Schema {
	says, paths := records[f.Shape.Name].says, f.Paths()
	n := mapping(f.Shape, "", true)
	if f.Joined() && len(n.Required) > 0 {
		paths = paths[:1] // what the parts of a file in several must have is for all of them together to have
	}
	if f.List {
		says = "Danh sách. Mỗi mục: " + says
		n = list(n, says)
	}
	return Schema{Name: f.Name, Title: says, Paths: paths, root: rooted(n, f.Name+".yaml")}
}

func ofFront(name string, s *source.Shape) Schema {
	return Schema{Name: name, Title: records[s.Name].says, root: rooted(mapping(s, "", true), name)}
}

func rooted(n *node, title string) *node {
	root := *n
	root.Draft, root.Title = draft, title
	return &root
}

// Write writes the schema.
func (s *Schema) Write(w io.Writer) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(s.root)
}

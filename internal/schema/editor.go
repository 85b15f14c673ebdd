package schema

import (
	"encoding/json"
	"io"
	"path"
	"strings"
)

// Modeline is the comment that tells an editor of YAML which schema a file has. to is the way from the file's folder to the folder of schemas.
func (s *Schema) Modeline(to string) string {
	return "# yaml-language-server: $schema=" + path.Join(to, s.File())
}

// Settings writes the settings by which VS Code finds the schemas in a folder, named from the campaign's: which file has which, and that nothing
// is fetched from the network.
func Settings(w io.Writer, folder string) error {
	files := map[string][]string{}
	for _, s := range All() {
		if len(s.Paths) > 0 {
			files["./"+strings.TrimPrefix(path.Join(folder, s.File()), "./")] = s.Paths
		}
	}
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(struct {
		Store   bool                `json:"yaml.schemaStore.enable"`
		Schemas map[string][]string `json:"yaml.schemas"`
	}{false, files})
}

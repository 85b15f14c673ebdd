package build

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"path"
	"strings"
)

// words are what the interface is worded in: the languages that the templates have a table for, and the words of all of them by key.
func words(templates fs.FS) (langs []string, all map[string]string, err error) {
	names, err := fs.Glob(templates, "words/*.json")
	if err != nil {
		return nil, nil, err
	}
	all = map[string]string{}
	for _, name := range names {
		b, err := fs.ReadFile(templates, name)
		if err != nil {
			return nil, nil, err
		}
		if err := json.Unmarshal(b, &all); err != nil {
			return nil, nil, fmt.Errorf("%s: %w", name, err)
		}
		langs = append(langs, strings.TrimSuffix(path.Base(name), ".json"))
	}
	return langs, all, nil
}

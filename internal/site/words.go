package site

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"maps"
	"slices"
)

// words are those of the interface, by key: what stands on a page and is in no edition.
type words map[string]string

// readWords reads words/LANG.json, a flat object, and puts the campaign's own words over them.
func readWords(templates fs.FS, lang string, own map[string]string) (words, error) {
	name := "words/" + lang + ".json"
	text, err := fs.ReadFile(templates, name)
	if err != nil {
		return nil, err
	}
	var table words
	if err := json.Unmarshal(text, &table); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	for _, key := range slices.Sorted(maps.Keys(own)) {
		if _, known := table[key]; !known {
			return nil, fmt.Errorf("%s: không có từ %q", name, key)
		}
		table[key] = own[key]
	}
	return table, nil
}

func (t words) word(key string) (string, error) {
	if word, ok := t[key]; ok {
		return word, nil
	}
	return "", fmt.Errorf("không có từ %q trong bảng từ", key)
}

package schema

import (
	_ "embed"
	"strings"
)

//go:embed keys.txt
var keysText string

// record is what people are told of a record of the data.
type record struct {
	says string
	keys map[string]string
}

var records = told(keysText)

// told reads keys.txt: "Record  text", then two spaces, a key, spaces and a text.
func told(text string) map[string]*record {
	out := map[string]*record{}
	var at *record
	for line := range strings.Lines(text) {
		line = strings.TrimRight(line, "\n")
		name, says, _ := strings.Cut(strings.TrimLeft(line, " "), " ")
		says = strings.TrimSpace(says)
		switch {
		case line == "" || line[0] == '#':
		case line[0] != ' ':
			at = &record{says: says, keys: map[string]string{}}
			out[name] = at
		default:
			at.keys[name] = says
		}
	}
	return out
}

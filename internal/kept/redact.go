package kept

import (
	"bytes"
	"encoding/json"
	"regexp"
)

// literal is a JSON string, and whether it is a key.
var literal = regexp.MustCompile(`"(?:[^"\\]|\\.)*"(\s*:)?`)

// Redact rewrites the texts of files that a publication kept, and gives those that changed. It is for what a free text (a note, the title of a
// source) should not tell any more: the site's own copies lose it with the next build, copies that others took cannot be reached. Keys, order and
// indentation stay, so that Read takes what it gives.
func Redact(files []File, edit func(text string) string) ([]File, error) {
	var out []File
	for _, f := range files {
		var wrong error
		b := literal.ReplaceAllFunc(f.Bytes, func(lit []byte) []byte {
			var text string
			if lit[len(lit)-1] == ':' {
				return lit
			}
			if err := json.Unmarshal(lit, &text); err != nil {
				wrong = err
				return lit
			}
			is := edit(text)
			if is == text {
				return lit
			}
			quoted, err := Encode(is)
			if err != nil {
				wrong = err
			}
			return bytes.TrimSpace(quoted)
		})
		if wrong != nil {
			return nil, wrong
		}
		if !bytes.Equal(b, f.Bytes) {
			out = append(out, File{f.Path, b})
		}
	}
	return out, nil
}

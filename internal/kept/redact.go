package kept

import (
	"bytes"
	"encoding/json"
)

// Redact puts other words in the place of a text in every file of every publication, and gives the files that changed, to be written
// where they were. It is for what a free text should never have told: a note, the title of a source. Copies that were taken before cannot be
// reached; the site's own are, by the next build.
func Redact(files []File, text, with string) ([]File, error) {
	was, err := inner(text)
	if err != nil || len(was) == 0 {
		return nil, err
	}
	is, err := inner(with)
	if err != nil {
		return nil, err
	}
	var out []File
	for _, f := range files {
		if b := bytes.ReplaceAll(f.Bytes, was, is); !bytes.Equal(b, f.Bytes) {
			out = append(out, File{f.Path, b})
		}
	}
	return out, nil
}

// inner is a text as JSON spells it, without the quotation marks.
func inner(s string) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	err := e.Encode(s)
	return bytes.TrimSuffix(bytes.TrimPrefix(b.Bytes(), []byte(`"`)), []byte("\"\n")), err
}

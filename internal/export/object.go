package export

import (
	"bytes"
	"encoding/json"
	"io"
)

// An object is a JSON object whose members stand in the order given. A nil value leaves its member out.
type object []member

type member struct {
	key   string
	value any
}

// MarshalJSON writes the members in order.
func (o object) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	b.WriteByte('{')
	for _, m := range o {
		if m.value == nil {
			continue
		}
		if b.Len() > 1 {
			b.WriteByte(',')
		}
		for i, v := range []any{m.key, m.value} {
			if i > 0 {
				b.WriteByte(':')
			}
			out := json.NewEncoder(&b)
			out.SetEscapeHTML(false)
			if err := out.Encode(v); err != nil {
				return nil, err
			}
		}
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

// writeIndented writes v as JSON for people to read too.
func writeIndented(w io.Writer, v any) error {
	out := json.NewEncoder(w)
	out.SetEscapeHTML(false)
	out.SetIndent("", " ")
	return out.Encode(v)
}

// unless gives v, or nothing for a member that would be empty.
func unless(empty bool, v any) any {
	if empty {
		return nil
	}
	return v
}

package legible

import (
	"encoding/json"
	"strings"
)

// cells gives the cells of a CSV. What parts them is what its first line has most of.
func cells(s string, see func(string)) {
	first, _, _ := strings.Cut(s, "\n")
	comma := byte(',')
	for _, c := range []byte{';', '\t'} {
		if strings.Count(first, string(c)) > strings.Count(first, string(comma)) {
			comma = c
		}
	}
	for s != "" {
		var cell string
		if s[0] == '"' {
			cell, s = quoted(s[1:])
		} else {
			end := 0
			for end < len(s) && s[end] != comma && s[end] != '\r' && s[end] != '\n' {
				end++
			}
			cell, s = s[:end], s[end:]
		}
		if cell != "" {
			see(cell)
		}
		if s != "" {
			s = s[1:]
		}
	}
}

// quoted reads a cell after its opening quote, to the closing one.
func quoted(s string) (cell, rest string) {
	var b strings.Builder
	for {
		i := strings.IndexByte(s, '"')
		switch {
		case i < 0:
			return b.String() + s, ""
		case b.Len() == 0 && (i+1 == len(s) || s[i+1] != '"'):
			return s[:i], s[i+1:]
		}
		b.WriteString(s[:i])
		if s = s[i+1:]; !strings.HasPrefix(s, `"`) {
			return b.String(), s
		}
		b.WriteByte('"')
		s = s[1:]
	}
}

// strs gives the strings of JSON, keys too.
func strs(s string, see func(string)) {
	for {
		i := strings.IndexByte(s, '"')
		if i < 0 {
			return
		}
		s = s[i+1:]
		end, escaped := 0, false
		for end < len(s) && s[end] != '"' {
			if s[end] == '\\' {
				escaped = true
				end++
			}
			end++
		}
		end = min(end, len(s))
		value := s[:end]
		if escaped {
			var plain string
			if json.Unmarshal([]byte(`"`+value+`"`), &plain) == nil {
				value = plain
			}
		}
		if value != "" {
			see(value)
		}
		if s = s[end:]; s != "" {
			s = s[1:]
		}
	}
}

package legible

import (
	"encoding/json"
	"strings"
)

// table is a CSV that is being read.
type table struct {
	comma byte // what parts its cells: what its first line has most of; 0 before that is known
}

// cells gives the cells; see pieces.
func (t *table) cells(s string, last bool, see func(string)) (done int) {
	if t.comma == 0 {
		first, _, ended := strings.Cut(s, "\n")
		if !ended && !last {
			return 0
		}
		t.comma = commaOf(first)
	}
	all := len(s)
	for s != "" {
		var cell, rest string
		if s[0] == '"' {
			cell, rest = quoted(s[1:])
		} else {
			end := 0
			for end < len(s) && s[end] != t.comma && s[end] != '\r' && s[end] != '\n' {
				end++
			}
			cell, rest = s[:end], s[end:]
		}
		if rest == "" && !last {
			return all - len(s)
		}
		if cell != "" {
			see(cell)
		}
		if s = rest; s != "" {
			s = s[1:]
		}
	}
	return all
}

func commaOf(first string) byte {
	comma := byte(',')
	for _, c := range []byte{';', '\t'} {
		if strings.Count(first, string(c)) > strings.Count(first, string(comma)) {
			comma = c
		}
	}
	return comma
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

// strs gives the strings of JSON, keys too; see pieces.
func strs(s string, last bool, see func(string)) (done int) {
	all := len(s)
	for {
		i := strings.IndexByte(s, '"')
		if i < 0 {
			return all
		}
		from := all - len(s) + i
		s = s[i+1:]
		end, escaped := 0, false
		for end < len(s) && s[end] != '"' {
			if s[end] == '\\' {
				escaped = true
				end++
			}
			end++
		}
		if end >= len(s) && !last {
			return from
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

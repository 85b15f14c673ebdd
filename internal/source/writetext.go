package source

import (
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"
)

// widest is how many characters a line may have before a text is folded.
const widest = 120

// listed writes a record of a list.
func listed(indent string, fields []Field) []string {
	var out []string
	for _, f := range fields {
		out = append(out, field(indent+"  ", f)...)
	}
	if len(out) > 0 {
		out[0] = indent + "- " + strings.TrimPrefix(out[0], indent+"  ")
	}
	return out
}

// field writes a key with its value; nothing for one that has none.
func field(indent string, f Field) []string {
	if f.nothing() {
		return nil
	}
	if len(f.Of) > 0 {
		out := []string{indent + f.Key + ":"}
		for _, inner := range f.Of {
			out = append(out, field(indent+"  ", inner)...)
		}
		return out
	}
	line := indent + f.Key + ": " + scalar(f.Text)
	if utf8.RuneCountInString(line) <= widest {
		return []string{line}
	}
	if folded := fold(indent, f.Text); folded != nil {
		return append([]string{indent + f.Key + ": >-"}, folded...)
	}
	return []string{line}
}

// scalar writes a text on one line: plain if it stays the same text to any reader of YAML, else in double quotes. Whole numbers and
// days are plain, as everywhere in data/.
func scalar(s string) string {
	if n, ok := reread("k: " + s + "\n"); ok && !switches[strings.ToLower(s)] && n.Value == s && n.Style == 0 && n.LineComment == "" && n.HeadComment == "" && n.FootComment == "" &&
		(n.Tag == "!!str" || n.Tag == "!!int" && (s == "0" || strings.Trim(s, "0123456789") == "" && s[0] != '0') ||
			n.Tag == "!!timestamp" && day.MatchString(s)) {
		return s
	}
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\t':
			b.WriteString(`\t`)
		case r < ' ' || r >= 0x7F && r < 0xA0:
			fmt.Fprintf(&b, `\x%02X`, r)
		case r == 0x2028 || r == 0x2029 || r == 0xFEFF || r == 0xFFFE || r == 0xFFFF:
			fmt.Fprintf(&b, `\u%04X`, r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}

var day = regexp.MustCompile(`^\d{4}-\d\d-\d\d$`)

// switches are what other readers of YAML take for true and false.
var switches = map[string]bool{"y": true, "n": true, "yes": true, "no": true, "on": true, "off": true}

func reread(text string) (*yaml.Node, bool) {
	n, err := next(yaml.NewDecoder(strings.NewReader(text)))
	if err != nil || len(n.Content) != 1 || n.Content[0].Kind != yaml.MappingNode || len(n.Content[0].Content) != 2 {
		return nil, false
	}
	v := n.Content[0].Content[1]
	return v, v.Kind == yaml.ScalarNode && n.HeadComment == "" && n.FootComment == "" && n.Content[0].Content[0].FootComment == ""
}

// fold cuts a long text into lines of a folded block, or gives nil if it would not come out the same.
func fold(indent, s string) []string {
	indent += "  "
	var out []string
	line := indent
	for _, w := range strings.Split(s, " ") {
		if w == "" {
			return nil
		}
		if line != indent && utf8.RuneCountInString(line)+1+utf8.RuneCountInString(w) > widest {
			out, line = append(out, line), indent
		}
		if line != indent {
			line += " "
		}
		line += w
	}
	out = append(out, line)
	n, ok := reread("k: >-\n" + strings.ReplaceAll(strings.Join(out, "\n"), indent, "  ") + "\n")
	if !ok || n.Value != s {
		return nil
	}
	return out
}

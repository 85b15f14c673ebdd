package site

import (
	"html/template"
	"regexp"
	"strings"
)

// token finds what a line should not end in, if it is a number with a hyphen, such as a decision's: "MẪU-01", "1234/QĐ-UBND".
var token = regexp.MustCompile(`[\p{L}\p{N}][\p{L}\p{M}\p{N}./-]*[\p{L}\p{M}\p{N}]`)

func numbered(s string) bool { return mayNumber(s) && len(s) <= longestNumber }

// mayNumber tells whether there can be a number with a hyphen anywhere in a text.
func mayNumber(s string) bool {
	return strings.Contains(s, "-") && strings.ContainsAny(s, "0123456789")
}

// longestNumber is how many bytes of a number are held on one line: a longer one would not fit a phone's.
const longestNumber = 32

// unbroken is a text in which no line ends within a number. The characters stay as they are, so that what is copied is what was signed.
func unbroken(s string) template.HTML {
	if !mayNumber(s) { // most texts: nothing need be looked for
		return template.HTML(template.HTMLEscapeString(s))
	}
	var out []byte
	last := 0
	for _, at := range token.FindAllStringIndex(s, -1) {
		if !numbered(s[at[0]:at[1]]) {
			continue
		}
		out = append(out, template.HTMLEscapeString(s[last:at[0]])...)
		out = append(out, `<span class="nb">`...)
		out = append(out, template.HTMLEscapeString(s[at[0]:at[1]])...)
		out = append(out, `</span>`...)
		last = at[1]
	}
	return template.HTML(append(out, template.HTMLEscapeString(s[last:])...))
}

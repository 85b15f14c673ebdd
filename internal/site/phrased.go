package site

import (
	"html/template"
	"strings"

	"bangvang/internal/edition"
)

// phrased is a title in which no line ends within a phrase or a number. The characters stay as they are.
func phrased(title string) template.HTML {
	var out strings.Builder
	for i, phrase := range edition.Phrases(title) {
		if i > 0 {
			out.WriteByte(' ')
		}
		if strings.Contains(phrase, " ") {
			out.WriteString(`<span class="nb">` + template.HTMLEscapeString(phrase) + `</span>`)
		} else {
			out.WriteString(string(unbroken(phrase)))
		}
	}
	return template.HTML(out.String())
}

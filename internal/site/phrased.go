package site

import (
	"html/template"
	"strings"

	"bangvang/internal/edition"
)

// phrased is a title or a summary; on the page of a twin only its numbers are held, as names in the campaign's language are looked for there.
func (k *worker) phrased(title string) template.HTML {
	if k.tongue != k.tongues[0] {
		return unbroken(title)
	}
	return phrased(title)
}

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

package site

import (
	"html/template"
	"strings"

	"bangvang/internal/edition"
)

// phrased appends a title or a summary; on the page of a twin only its numbers are held, as names in the campaign's language are looked for there.
func (k *worker) phrased(b []byte, title string) ([]byte, error) {
	if k.tongue != k.tongues[0] {
		return unbroken(b, title), nil
	}
	return phrased(b, title), nil
}

// phrased appends a title in which no line ends within a phrase or a number. The characters stay as they are.
func phrased(b []byte, title string) []byte {
	for i, phrase := range edition.Phrases(title) {
		if i > 0 {
			b = append(b, ' ')
		}
		if strings.Contains(phrase, " ") {
			b = append(b, `<span class="nb">`...)
			b = append(b, template.HTMLEscapeString(phrase)...)
			b = append(b, `</span>`...)
		} else {
			b = unbroken(b, phrase)
		}
	}
	return b
}

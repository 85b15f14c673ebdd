package intake

import (
	"fmt"
	"regexp"

	"bangvang/internal/viet"
)

// dittos is how people write “as above”, folded or as it stands.
var (
	dittoWords = regexp.MustCompile(`^(?:nt|n t|nhu tren|nhu hang tren|nhu o tren)$`)
	dittoMarks = regexp.MustCompile(`^(?:["”“″〃]+|''|-+ ?["”“″〃]+ ?-+|/ ?/)$`)
)

func isDitto(text string) bool {
	return dittoMarks.MatchString(text) || len(text) < 24 && dittoWords.MatchString(viet.Fold(text))
}

// above takes a cell that says “as above” for what its column says above, which is told. Nothing is above the first row of a table or a section.
func (r *award) above(c *cell, text string) (string, bool) {
	if !isDitto(text) {
		r.last[c.Col] = text
		return text, true
	}
	last := r.last[c.Col]
	if last == "" {
		r.fail(dittoNothing, c, fmt.Sprintf("ô ghi %s mà phía trên không có gì để lấy", quote(text)), "ghi đủ chữ vào ô")
		return "", false
	}
	r.raw = append(r.raw, "above", last) // the row does not tell
	r.dittos = append(r.dittos, c)
	r.tell(c, "như trên", text, last)
	return last, true
}

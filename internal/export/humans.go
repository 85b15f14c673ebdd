package export

import (
	"strings"

	"bangvang/internal/edition"
	"bangvang/internal/fileset"
)

// addHumans adds humans.txt: who made the site and what it is, a section each.
func addHumans(ed *edition.Edition, _ base, set *fileset.Set) error {
	var b strings.Builder
	for i, s := range ed.Humans {
		if i > 0 {
			b.WriteByte('\n')
		}
		b.WriteString("/* " + printable(s.Heading) + " */\n")
		for _, f := range s.Facts {
			b.WriteString(printable(f.Term) + ": " + printable(f.Value) + "\n")
		}
	}
	return set.Add("humans.txt", text(b.String()))
}

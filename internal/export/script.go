package export

import (
	"io"

	"bangvang/internal/edition"
	"bangvang/internal/fileset"
	"bangvang/internal/viet"
)

// addScript adds what an announcer reads out as plain text. A byte order mark tells every browser and editor that it is UTF-8, whatever the
// server says; lines end as on Windows, where it will be printed.
func addScript(ed *edition.Edition, _ base, set *fileset.Set) error {
	if ed.Script == nil {
		return nil
	}
	return set.AddOf(fileName(ed.Script.Path), of("script", *ed.Script), func(w io.Writer) error {
		b := buffered(w)
		b.WriteString("\ufeff")
		for l := range ed.Script.Lines() {
			b.WriteString(viet.OneLine(l))
			b.WriteString("\r\n")
		}
		return finish(b)
	})
}

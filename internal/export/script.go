package export

import (
	"strings"

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
	lines := make([]string, len(ed.Script.Lines))
	for i, l := range ed.Script.Lines {
		lines[i] = viet.OneLine(l)
	}
	return set.Add(fileName(ed.Script.Path), text("\ufeff"+strings.Join(lines, "\r\n")+"\r\n"))
}

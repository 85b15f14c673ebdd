package export

import (
	"io"
	"strings"

	"bangvang/internal/digest"
	"bangvang/internal/edition"
	"bangvang/internal/fileset"
)

// addExtracts adds the extract of each decision as plain text: a paragraph a line, sections parted by an empty one.
func addExtracts(ed *edition.Edition, seen *digest.Book, set *fileset.Set) error {
	for i := range ed.Pages {
		p := &ed.Pages[i]
		x, ok := p.Body.(*edition.ExtractPage)
		if !ok {
			continue
		}
		of := func() (digest.Sum, bool) { return seen.Of("text", p.Title, x) }
		if err := set.AddOf(fileName(x.Text), of, func(w io.Writer) error { return writeExtract(w, p.Title, x) }); err != nil {
			return err
		}
	}
	return nil
}

func writeExtract(w io.Writer, title string, x *edition.ExtractPage) error {
	out := buffered(w)
	section := func(lines ...string) {
		for _, l := range lines {
			if l != "" {
				out.WriteString(printable(l) + "\n")
			}
		}
		out.WriteString("\n")
	}
	section(append([]string{strings.ToUpper(title)}, x.Marks...)...)
	if len(x.Bases.Lines) > 0 {
		lines := []string{strings.ToUpper(x.Bases.Heading)}
		for _, b := range x.Bases.Lines {
			lines = append(lines, "- "+b)
		}
		section(lines...)
	}
	if x.Lead != "" {
		section(x.Lead)
	}
	for _, g := range x.Groups() {
		lines := []string{strings.ToUpper(g.Heading)}
		for _, l := range g.Lines {
			lines = append(lines, l.Numbered())
		}
		section(lines...)
	}
	for _, l := range []string{x.Signed, x.Source} {
		out.WriteString(printable(l) + "\n")
	}
	return finish(out)
}

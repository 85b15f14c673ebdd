package signoff

import (
	_ "embed"
	"html/template"
	"io"
	"strings"
)

//go:embed report.html
var reportSource string

var reportPage = template.Must(template.New("report.html").Funcs(template.FuncMap{"shown": shown, "parts": hashParts}).Parse(reportSource))

// HTML writes the report as one page that needs no other file, to be read, printed and signed.
func (r *Report) HTML(w io.Writer) error { return reportPage.Execute(w, r) }

// hashParts cuts a hash into pieces that people can compare.
func hashParts(hash string) []string {
	var out []string
	for ; len(hash) > 8; hash = hash[8:] {
		out = append(out, hash[:8])
	}
	return append(out, strings.TrimSpace(hash))
}

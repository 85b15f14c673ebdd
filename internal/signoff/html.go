package signoff

import (
	_ "embed"
	"html/template"
	"io"
	"strings"
)

//go:embed report.html
var reportSource string

var reportPage = template.Must(template.New("report.html").Funcs(template.FuncMap{"rows": rows, "parts": hashParts}).Parse(reportSource))

// HTML writes the report as one page that needs no other file, to be read, printed and signed.
func (r *Report) HTML(w io.Writer) error { return reportPage.Execute(w, r) }

// hashParts cuts a hash into pieces that people can compare.
func hashParts(hash string) []string {
	var out []string
	for ; len(hash) > 8; hash = hash[8:] {
		out = append(out, hash[:8])
	}
	return append(out, hash)
}

// classes are how lines look, by their marks.
var classes = map[string]string{"−": "minus", "!": "alarm", "+": "plus"}

// rows writes lines, all of whose words are escaped. A template would take most of the time of a report on 64,060 awards.
func rows(lines []Line) template.HTML {
	var b strings.Builder
	text := func(before, words, after string) {
		b.WriteString(before)
		template.HTMLEscape(&b, []byte(words))
		b.WriteString(after)
	}
	for i := range lines {
		l := &lines[i]
		class := classes[l.Mark]
		if class == "" {
			class = "other"
		}
		text(`<li class="`+class+`"><b>`, l.Mark, `</b><div><span class="head">`)
		text("", l.Head, "</span>")
		if l.Text != "" {
			text(` <span class="about">`, l.Text, "</span>")
		}
		if l.Code != "" && l.Code != l.Head {
			text(` <span class="code">[`, l.Code, "]</span>")
		}
		for j, f := range l.Fields {
			if j == 0 {
				b.WriteString(`<table class="fields">`)
			}
			text("<tr><td>", f.Title, "</td><td><del>")
			text("", shown(f.Was), "</del> → <ins>")
			text("", shown(f.Is), "</ins></td></tr>")
		}
		if len(l.Fields) > 0 {
			b.WriteString("</table>")
		}
		b.WriteString("</div></li>\n")
	}
	return template.HTML(b.String())
}

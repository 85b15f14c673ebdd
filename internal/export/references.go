package export

import (
	"encoding/json"
	"fmt"
	"io"
	"strconv"
	"strings"

	"bangvang/internal/edition"
	"bangvang/internal/fileset"
)

// addReferences adds the files by which pages and data sets are cited in programs that keep references.
func addReferences(ed *edition.Edition, _ base, set *fileset.Set) error {
	for _, in := range append([]*edition.Edition{ed}, ed.Twins...) {
		for i := range in.Pages {
			if err := addReference(in.Pages[i].Reference, set); err != nil {
				return err
			}
		}
		for i := range in.Datasets {
			if err := addReference(in.Datasets[i].Reference, set); err != nil {
				return err
			}
		}
	}
	return nil
}

func addReference(r *edition.Reference, set *fileset.Set) error {
	if r == nil {
		return nil
	}
	day, err := parts(r.Version)
	if err != nil {
		return err
	}
	if err := set.AddOf(fileName(r.BibTeX.Path), of("BibTeX", r), func(w io.Writer) error { return writeBibTeX(w, r, day) }); err != nil {
		return err
	}
	return set.AddOf(fileName(r.CSL.Path), of("CSL", r), func(w io.Writer) error { return writeCSL(w, r, day) })
}

// parts are the numbers of a day.
func parts(day string) (out []int, err error) {
	if !isDate(day) {
		return nil, fmt.Errorf("%q không phải ngày", day)
	}
	for _, p := range strings.Split(day, "-") {
		n, err := strconv.Atoi(p)
		if err != nil {
			return nil, err
		}
		out = append(out, n)
	}
	return out, nil
}

// item is a reference as CSL has it (csl-data.json, 1.0.2). It says nothing of when it was seen: that is for whoever has seen it.
type item struct {
	ID        string `json:"id"`
	Type      string `json:"type"`
	Title     string `json:"title"`
	Author    []name `json:"author"`
	Container string `json:"container-title"`
	Publisher string `json:"publisher,omitempty"`
	Issued    issued `json:"issued"`
	Version   string `json:"version"`
	Language  string `json:"language"`
	URL       string `json:"URL"`
	Note      string `json:"note,omitempty"`
}

type name struct {
	Literal string `json:"literal"`
}

type issued struct {
	Parts [][]int `json:"date-parts"`
}

func writeCSL(w io.Writer, r *edition.Reference, day []int) error {
	kind := "webpage"
	if r.Dataset {
		kind = "dataset"
	}
	return json.NewEncoder(w).Encode([]item{{ID: r.Key, Type: kind, Title: r.Title, Author: []name{{r.Author}}, Container: r.Site, Publisher: r.Publisher,
		Issued: issued{[][]int{day}}, Version: r.Version, Language: r.Lang, URL: r.URL, Note: r.Note}})
}

// months are what BibTeX calls them, so that each style names them in its own way.
var months = []string{"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"}

// languages are what LaTeX calls them.
var languages = map[string]string{"vi": "vietnamese", "en": "english"}

// writeBibTeX writes an entry of a kind that every style knows. Names and titles are in braces of their own, so that no style parts a name
// or takes capitals away. Letters are UTF-8.
func writeBibTeX(w io.Writer, r *edition.Reference, day []int) error {
	out := buffered(w)
	fmt.Fprintf(out, "@misc{%s,\n", r.Key)
	for _, f := range [][2]string{{"author", "{" + latex(r.Author) + "}"}, {"title", "{" + latex(r.Title) + "}"}, {"howpublished", latex(r.Site)}, {"publisher", latex(r.Publisher)},
		{"year", strconv.Itoa(day[0])}, {"version", r.Version}, {"url", r.URL}, {"langid", languages[r.Lang]}, {"note", latex(strings.TrimSuffix(r.Dated+". "+r.Note, ". "))}} {
		if f[1] != "" {
			fmt.Fprintf(out, "  %s = {%s},\n", f[0], f[1])
		}
	}
	if len(day) > 1 {
		fmt.Fprintf(out, "  month = %s,\n", months[day[1]-1])
	}
	out.WriteString("}\n")
	return finish(out)
}

// latex is a text in which no character means anything to LaTeX, and no brace counts for BibTeX.
func latex(s string) string { return latexSigns.Replace(s) }

var latexSigns = strings.NewReplacer(`\`, `\textbackslash{}`, "{", `\textbraceleft{}`, "}", `\textbraceright{}`, "~", `\textasciitilde{}`, "^", `\textasciicircum{}`,
	"&", `\&`, "%", `\%`, "$", `\$`, "#", `\#`, "_", `\_`, "\u00a0", "~", "\n", " ")

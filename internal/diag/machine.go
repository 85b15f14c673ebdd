package diag

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"
)

// record is a problem as machines read it. Its keys are stable.
type record struct {
	Rule     string  `json:"rule"`
	Severity string  `json:"severity"` // error or warning
	File     string  `json:"file,omitempty"`
	Line     int32   `json:"line,omitempty"`
	Column   int32   `json:"column,omitempty"`
	Cell     string  `json:"cell,omitempty"`
	Text     string  `json:"text"`
	Hint     string  `json:"hint,omitempty"`
	Also     []where `json:"also,omitempty"`
}

type where struct {
	File   string `json:"file"`
	Line   int32  `json:"line,omitempty"`
	Column int32  `json:"column,omitempty"`
	Cell   string `json:"cell,omitempty"`
}

var levels = map[Severity]string{Error: "error", Warning: "warning"}

// Report is a list as machines read it, sorted, all of it.
type Report struct {
	Errors   int      `json:"errors"`
	Warnings int      `json:"warnings"`
	Problems []record `json:"problems"`
}

// NewReport makes the report of a list.
func NewReport(l *List) Report {
	out := Report{l.Count(Error), l.Count(Warning), []record{}}
	for _, p := range l.Sorted() {
		r := record{Rule: p.Rule.ID, Severity: levels[p.Rule.Severity], File: p.Place.File, Line: p.Place.Line, Column: p.Place.Col, Cell: p.Place.Cell,
			Text: p.Text, Hint: p.Hint}
		for _, a := range p.Also {
			r.Also = append(r.Also, where{a.File, a.Line, a.Col, a.Cell})
		}
		out.Problems = append(out.Problems, r)
	}
	return out
}

// JSON writes {"errors":n,"warnings":n,"problems":[…]}.
func JSON(w io.Writer, l *List) error { return Encode(w, NewReport(l)) }

// Encode writes a report, or what one is a part of.
func Encode(w io.Writer, v any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(v)
}

// GitHub writes workflow commands, which GitHub Actions shows beside the lines of a change.
func GitHub(w io.Writer, l *List) error {
	value := strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
	data := strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	for _, p := range l.Sorted() {
		text := p.Text
		if p.Hint != "" {
			text += "\ngợi ý: " + p.Hint
		}
		at := ""
		if p.Place.Known() {
			at = fmt.Sprintf("file=%s,line=%d,col=%d,", value.Replace(p.Place.File), max(p.Place.Line, 1), max(p.Place.Col, 1))
		}
		if _, err := fmt.Fprintf(w, "::%s %stitle=%s::%s\n", levels[p.Rule.Severity], at, value.Replace(p.Rule.ID), data.Replace(text)); err != nil {
			return err
		}
	}
	return nil
}

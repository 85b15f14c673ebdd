package cli

import (
	"fmt"
	"io"
	"os"
	"strings"

	"bangvang/internal/build"
	"bangvang/internal/diag"
)

func knownFormat(f string) bool { return f == "text" || f == "json" || f == "github" || f == "sarif" }

// problems prints what is wrong with the input, with a closing count.
func (s *session) problems(r *build.Result) {
	s.listProblems(&r.Problems, lines(r))
}

// listProblems prints problems with a closing count. lines gives the bytes of the input files, for excerpts.
func (s *session) listProblems(l *diag.List, lines func(string) []byte) {
	io.WriteString(s.err, s.problemText(l, lines))
}

func (s *session) problemText(l *diag.List, lines func(string) []byte) string {
	errs, warnings := l.Count(diag.Error), l.Count(diag.Warning)
	if errs+warnings == 0 {
		return ""
	}
	var b strings.Builder
	p := diag.Print{Lines: lines, Colour: s.colour()}
	p.Text(&b, l)
	fmt.Fprintf(&b, "\n%d lỗi, %d cảnh báo. Giải thích một quy tắc: bangvang explain TÊN-QUY-TẮC\n", errs, warnings)
	return b.String()
}

// colour tells whether problems are told in colour.
func (s *session) colour() bool {
	return !s.noColor && os.Getenv("NO_COLOR") == "" && isTerminal(s.err)
}

// lines gives the bytes of the input files, for excerpts.
func lines(r *build.Result) func(string) []byte { return r.ShownFile }

// machine prints the problems in a format for machines, on standard output.
func (s *session) machine(r *build.Result, format string) error {
	if r.Failed(s.strict) {
		s.code = exitProblems
	}
	switch format {
	case "json":
		return s.report(r)
	case "github":
		return diag.GitHub(s.out, &r.Problems)
	}
	return diag.SARIF(s.out, &r.Problems, build.Rules())
}

// report prints the problems and, where there is an edition, what is published of each unit.
func (s *session) report(r *build.Result) error {
	out := struct {
		diag.Report
		Units []unitRecord `json:"units,omitempty"`
	}{Report: diag.NewReport(&r.Problems)}
	if r.Edition != nil {
		out.Units = unitRecords(r.Edition.Account)
	}
	return diag.Encode(s.out, out)
}

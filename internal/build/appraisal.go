package build

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"bangvang/internal/booklet"
	"bangvang/internal/diag"
	"bangvang/internal/edition"
	"bangvang/internal/export"
	"bangvang/internal/source"
)

// Appraised is what was made for the Board.
type Appraised struct {
	Printed
	Sheet *edition.Appraisal
	Pages int // of a PDF
}

// Appraise makes the sheet on which the Board appraises: a workbook if the file is called .xlsx, else a PDF. If there are errors nothing is
// written; what is warned of stands on the sheet of its unit. The file is written whole or not at all.
func Appraise(ctx context.Context, opt Options, ch edition.AppraisalChoice, output string) (*Result, *Appraised, error) {
	root, err := os.OpenRoot(opt.Source)
	if err != nil {
		return &Result{}, nil, err
	}
	defer root.Close()
	r := &Result{}
	ledger, _, err := r.resolve(root.FS(), opt)
	if err != nil || ledger == nil || r.Failed(opt.Strict) {
		return r, nil, err
	}
	if wrong := ch.Wrong(ledger); wrong != "" {
		return r, nil, &WrongChoice{wrong}
	}
	made := &Appraised{Sheet: edition.ComposeAppraisal(ledger, ch, objections(r.Tree, &r.Problems))}
	write := func(w io.Writer) error { return export.Appraisal(w, made.Sheet) }
	if len(made.Sheet.Units) == 0 {
		return r, made, nil
	}
	if !strings.EqualFold(filepath.Ext(output), ".xlsx") {
		laid, err := r.appraisalPages(made.Sheet, opt)
		if err != nil || r.Failed(opt.Strict) {
			return r, nil, err
		}
		made.Pages, write = len(laid.Pages), laid.Write
	}
	if err := ctx.Err(); err != nil {
		return r, nil, err
	}
	if err := os.MkdirAll(filepath.Dir(output), 0o755); err != nil {
		return r, nil, unwritten(output, err)
	}
	n, err := onto(output, write)
	made.Printed = Printed{Name: output, Bytes: n}
	return r, made, err
}

func (r *Result) appraisalPages(a *edition.Appraisal, opt Options) (*booklet.Papers, error) {
	look, err := lookIn(opt.Source, opt.Ask)
	if err != nil {
		return nil, err
	}
	laid, found, err := booklet.LayAppraisal(a, look.fonts)
	if err != nil {
		return nil, fmt.Errorf("phiếu bình xét: %w", err)
	}
	for _, p := range found {
		r.Problems.Add(p.Rule, p.Place, p.Text, p.Hint, p.Also...)
	}
	return laid, nil
}

// objections are the problems that stand in lines of a unit, by the unit's id: of the unit itself, of what it was given, did, reported and is proposed for.
func objections(tree *source.Tree, problems *diag.List) map[string][]diag.Problem {
	var lines []ownedLine
	own := func(at diag.Place, unit string) { lines = append(lines, ownedLine{at, unit}) }
	given := map[string]string{}
	for _, u := range tree.Units {
		own(u.Place, u.ID.Text)
	}
	for _, a := range tree.Assignments {
		given[a.ID.Text] = a.Unit.Text
		own(a.Place, a.Unit.Text)
	}
	for _, a := range tree.Achievements {
		own(a.Place, a.Unit.Text)
	}
	for _, s := range tree.Results {
		own(s.Place, given[s.Assignment.Text])
	}
	for _, roll := range tree.Rolls {
		own(roll.Place, "")
		for _, a := range roll.Awards {
			own(a.Place, a.Unit.Text)
		}
	}
	slices.SortStableFunc(lines, func(a, b ownedLine) int { return a.at.Compare(b.at) })
	out := map[string][]diag.Problem{}
	for _, p := range problems.Sorted() {
		var told []string
		for _, at := range append([]diag.Place{p.Place}, p.Also...) {
			if unit := ownerOf(lines, at); unit != "" && !slices.Contains(told, unit) {
				told = append(told, unit)
				out[unit] = append(out[unit], p)
			}
		}
	}
	return out
}

// ownedLine is where a record begins, and whose it is: "" is no unit's.
type ownedLine struct {
	at   diag.Place
	unit string
}

// ownerOf is the unit of the record that a place lies in: the last that begins before it in the same file.
func ownerOf(lines []ownedLine, at diag.Place) string {
	i, _ := slices.BinarySearchFunc(lines, at, func(l ownedLine, at diag.Place) int {
		if c := strings.Compare(l.at.File, at.File); c != 0 || l.at.Line != at.Line {
			return l.at.Compare(diag.Place{File: at.File, Line: at.Line})
		}
		return -1
	})
	if i == 0 || lines[i-1].at.File != at.File {
		return ""
	}
	return lines[i-1].unit
}

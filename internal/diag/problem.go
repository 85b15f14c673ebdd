package diag

import (
	"fmt"
	"slices"
	"strings"
)

// Severity tells whether a problem stops the build.
type Severity uint8

const (
	Error   Severity = iota // lỗi
	Warning                 // cảnh báo: stops the build under --strict only
)

// Word is the severity as users read it.
func (s Severity) Word() string {
	if s == Warning {
		return "cảnh báo"
	}
	return "lỗi"
}

// Rule is a kind of problem. ID is English kebab-case and never changes; Title says in one line what must hold;
// Wrong and Right are the smallest input that breaks it and the same mended.
type Rule struct {
	ID           string
	Severity     Severity
	Title        string
	Wrong, Right string
}

// Problem is one breach of a rule at one place. Hint says what to do; Also are other places that take part.
type Problem struct {
	Rule  *Rule
	Place Place
	Text  string
	Hint  string
	Also  []Place
}

// List gathers problems. The zero List is empty and ready; it is not safe for concurrent use.
type List struct {
	problems []Problem
}

// Add puts a problem into the list. hint may be "".
func (l *List) Add(r *Rule, at Place, text, hint string, also ...Place) {
	l.problems = append(l.problems, Problem{Rule: r, Place: at, Text: text, Hint: hint, Also: also})
}

// Addf is Add with a formatted text.
func (l *List) Addf(r *Rule, at Place, hint, format string, args ...any) {
	l.Add(r, at, fmt.Sprintf(format, args...), hint)
}

// Append takes over the problems of other lists.
func (l *List) Append(others ...List) {
	for _, o := range others {
		l.problems = append(l.problems, o.problems...)
	}
}

// Reword writes the text and hint of every problem anew.
func (l *List) Reword(edit func(string) string) {
	for i := range l.problems {
		p := &l.problems[i]
		p.Text, p.Hint = edit(p.Text), edit(p.Hint)
	}
}

// Sorted gives the problems by place, then rule, then text, each once.
func (l *List) Sorted() []Problem {
	out := slices.Clone(l.problems)
	slices.SortStableFunc(out, func(a, b Problem) int {
		if c := a.Place.Compare(b.Place); c != 0 {
			return c
		}
		if c := strings.Compare(a.Rule.ID, b.Rule.ID); c != 0 {
			return c
		}
		return strings.Compare(a.Text, b.Text)
	})
	return slices.CompactFunc(out, func(a, b Problem) bool {
		return a.Place == b.Place && a.Rule == b.Rule && a.Text == b.Text
	})
}

// Count gives the number of problems of a severity, each once.
func (l *List) Count(s Severity) int {
	n := 0
	for _, p := range l.Sorted() {
		if p.Rule.Severity == s {
			n++
		}
	}
	return n
}

// Failed tells whether the list stops the build: it holds an error or, if strict, anything.
func (l *List) Failed(strict bool) bool {
	return strict && len(l.problems) > 0 || slices.ContainsFunc(l.problems, func(p Problem) bool { return p.Rule.Severity == Error })
}

package export

import (
	"encoding/json"
	"fmt"
	"io"
	"strconv"
	"strings"
	"sync"

	"bangvang/internal/digest"
	"bangvang/internal/edition"
	"bangvang/internal/fileset"
)

// rollIndex is what the roll's live filter reads. Its format is explained in the package comment.
const rollIndex = "vinh-danh/danh-sach.js"

// rollWhole is how many awards the filter's one file holds at most; a longer roll has a file for each decision.
const rollWhole = 20_000

// rollTexts is how many bytes of citations the filter's file holds at most. Beyond it, and in parts, of which a view may need all, the live
// list does without them: they stand on the pages of the list and of each award.
const rollTexts = 256 << 10

type rollHead struct {
	Version   int            `json:"v"`
	Total     int            `json:"total"`
	Facets    []rollFacet    `json:"facets"`
	Decisions []rollDecision `json:"decisions"`
	Prefixes  []string       `json:"prefixes"`
	Parts     []rollExtent   `json:"parts"`
	Part      *rollPart      `json:"part,omitempty"`
}

type rollFacet struct {
	Key    string   `json:"key"`
	Values []string `json:"values"`
	Words  []string `json:"words"`
	Paths  []string `json:"paths"`
}

type rollDecision struct {
	Form   string `json:"form"`
	Words  string `json:"words"`
	Path   string `json:"path"`
	Sample bool   `json:"sample,omitempty"`
}

// rollExtent is what a part holds, so that only the parts that a view needs are loaded.
type rollExtent struct {
	Count    int   `json:"count"`
	Decision int32 `json:"decision"` // of a part of its own, else -1
	Form     int32 `json:"form"`
}

type rollPart struct {
	First     int       `json:"first"` // the place of its first line in the roll
	Names     string    `json:"names"`
	Paths     string    `json:"paths"`
	Prefix    []int     `json:"prefix"`
	Of        [][]int32 `json:"of"`
	ByName    []int32   `json:"byName"`
	Honorific []int     `json:"honorific"`
	Position  []int     `json:"position"`
	Citation  []int     `json:"citation"` // empty if there are too many
	Texts     []string  `json:"texts"`
}

func addRoll(ed *edition.Edition, seen *digest.Book, set *fileset.Set) error {
	if ed.Roll == nil {
		return nil
	}
	x := newRoll(ed.Roll)
	cuts := x.cut(rollWhole)
	all := sync.OnceValues(func() (digest.Sum, bool) { return seen.Of(ed.Roll) })
	if err := set.AddOf(rollIndex, all, func(w io.Writer) error { return writeRoll(w, x.head(cuts)) }); err != nil || len(cuts) == 1 {
		return err
	}
	for i, c := range cuts {
		name := strings.TrimSuffix(rollIndex, ".js") + "-" + strconv.Itoa(i) + ".js"
		err := set.AddOf(name, all, func(w io.Writer) error {
			b, err := json.Marshal(x.part(c, false))
			if err != nil {
				return err
			}
			_, err = fmt.Fprintf(w, "bangvangRollPart(%d,%s);\n", i, b)
			return err
		})
		if err != nil {
			return err
		}
	}
	return nil
}

func writeRoll(w io.Writer, head *rollHead) error {
	b, err := json.Marshal(head) // escapes <, >, &, U+2028 and U+2029
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(w, "bangvangRoll(%s);\n", b)
	return err
}

// rollColumns is the roll with what its parts have in common.
type rollColumns struct {
	roll           *edition.Roll
	decision, form int // the places of these facets
	decisions      []rollDecision
	prefixes       []string
	prefix         []int
	rest           []string
}

func newRoll(roll *edition.Roll) *rollColumns {
	x := &rollColumns{roll: roll}
	for i, f := range roll.Facets {
		switch f.Key {
		case "quyet-dinh":
			x.decision = i
			x.decisions = make([]rollDecision, len(f.Options))
		case "hinh-thuc":
			x.form = i
		}
	}
	at := once(&x.prefixes)
	for _, l := range roll.Lines {
		prefix, rest := cutPath(fileName(l.Award.Path))
		x.prefix, x.rest = append(x.prefix, at(prefix)), append(x.rest, rest)
		d := l.Award.Decision
		x.decisions[l.Of[x.decision]] = rollDecision{d.Short, d.Words, fileName(d.Path), d.Sample}
	}
	return x
}

// span is a run of lines, from one up to but without another.
type span struct{ from, to int }

// cut parts the roll: not at all up to most lines, else by decision, whose lines stand together.
func (x *rollColumns) cut(most int) []span {
	n := len(x.roll.Lines)
	if n <= most {
		return []span{{0, n}}
	}
	var out []span
	for from, i := 0, 1; i <= n; i++ {
		if i == n || x.roll.Lines[i].Of[x.decision] != x.roll.Lines[from].Of[x.decision] {
			out = append(out, span{from, i})
			from = i
		}
	}
	return out
}

func (x *rollColumns) head(cuts []span) *rollHead {
	h := &rollHead{Version: 1, Total: len(x.roll.Lines), Decisions: x.decisions, Prefixes: x.prefixes}
	for _, f := range x.roll.Facets {
		o := rollFacet{Key: f.Key, Values: []string{}, Words: []string{}, Paths: []string{}}
		for _, v := range f.Options {
			o.Values, o.Words, o.Paths = append(o.Values, v.Value), append(o.Words, v.Words), append(o.Paths, fileName(v.Path))
		}
		h.Facets = append(h.Facets, o)
	}
	if len(cuts) == 1 {
		h.Parts = []rollExtent{{len(x.roll.Lines), -1, -1}}
		h.Part = x.part(cuts[0], true)
		return h
	}
	for _, c := range cuts {
		of := x.roll.Lines[c.from].Of
		h.Parts = append(h.Parts, rollExtent{c.to - c.from, of[x.decision], of[x.form]})
	}
	return h
}

func (x *rollColumns) part(c span, whole bool) *rollPart {
	lines := x.roll.Lines[c.from:c.to]
	p := &rollPart{First: c.from, Prefix: x.prefix[c.from:c.to], Paths: strings.Join(x.rest[c.from:c.to], "\n"), Citation: []int{}, Texts: []string{},
		Of: make([][]int32, len(x.roll.Facets))}
	text := once(&p.Texts)
	text("")
	citations, distinct := 0, map[string]bool{}
	names := make([]string, len(lines))
	for i, l := range lines {
		names[i] = l.Award.Name
		for f, o := range l.Of {
			p.Of[f] = append(p.Of[f], o)
		}
		p.ByName = append(p.ByName, l.ByName)
		p.Honorific = append(p.Honorific, text(l.Award.Honorific))
		p.Position = append(p.Position, text(l.Award.Position))
		if s := l.Award.Citation; !distinct[s] {
			distinct[s] = true
			citations += len(s)
		}
	}
	p.Names = strings.Join(names, "\n")
	if whole && citations <= rollTexts {
		for _, l := range lines {
			p.Citation = append(p.Citation, text(l.Award.Citation))
		}
	}
	return p
}

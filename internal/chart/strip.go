package chart

import (
	"bangvang/internal/edition"
)

// A strip's sizes in CSS pixels. Up to mostCells things are drawn one by one.
const (
	mostCells   = 16
	cell        = 12
	cellSide    = 10
	stripWidth  = 192
	stripHeight = 12
)

// Strip draws whole numbers in a line of a table: a square for each thing or, where a line of the table has many, a bar. It is for
// lines in which the numbers stand as words; so its picture is Ornament.
func Strip(s edition.Strip) (*Scene, error) {
	m := marker{width: stripWidth, height: stripHeight, middle: stripHeight / 2}
	if s.Most <= mostCells {
		m.cells(s)
	} else {
		m.parts(s)
	}
	out := &Scene{Width: int(m.width), Height: stripHeight, Nodes: m.nodes}
	return out, out.check()
}

// cells draws a square for each thing.
func (m *marker) cells(s edition.Strip) {
	n := 0
	for _, p := range s.Parts {
		for range p.Count {
			m.rect(float64(n*cell+1), 1, cellSide, cellSide, partStyle(p.Standing))
			n++
		}
	}
	m.width = float64(max(n, 1) * cell)
}

// parts draws a bar of parts, each with a hair's breadth between.
func (m *marker) parts(s edition.Strip) {
	at, unit := 0.0, stripWidth/float64(s.Most)
	for _, p := range s.Parts {
		w := unit * float64(p.Count)
		m.rect(at, 1, max(w-1, 1), cellSide, partStyle(p.Standing))
		at += w
	}
	m.width = max(at, 1)
	m.width = float64(int(m.width + 1))
}

// partStyle is a chart's look in small; a number without a standing is only a length.
func partStyle(s edition.Standing) itemStyle {
	if s == "" {
		return itemStyle{Color: blue}
	}
	if s == edition.Unknown {
		return itemStyle{Color: paper, BorderColor: rule, BorderWidth: 1.4, BorderType: "dashed"}
	}
	style := outcome(s)
	style.BorderWidth = 1.6
	return style
}

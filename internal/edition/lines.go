package edition

import "iter"

// Lines are the rows of a table that are made when they are wanted: of very many awards they would be larger than all else that is published.
type Lines interface {
	Len() int
	// Append makes a row, from 0.
	Append(cells []Cell, row int) []Cell
}

// Len is how many rows a table has.
func (t *Table) Len() int {
	if t.Lines != nil {
		return t.Lines.Len()
	}
	return len(t.Rows)
}

// All gives the rows from 0 on. The cells of one are good until the next is asked for.
func (t *Table) All() iter.Seq2[int, []Cell] {
	return func(yield func(int, []Cell) bool) {
		var cells []Cell
		for n := range t.Len() {
			if t.Lines == nil {
				cells = t.Rows[n]
			} else {
				cells = t.Lines.Append(cells[:0], n)
			}
			if !yield(n, cells) {
				return
			}
		}
	}
}

// awardLines are the rows of a list of awards.
type awardLines struct {
	Awards []*Award
	Base   string // of addresses in the world
}

func (l *awardLines) Len() int { return len(l.Awards) }

func (l *awardLines) Append(cells []Cell, row int) []Cell {
	a := l.Awards[row]
	d := a.Decision
	area := Cell{Words: a.Area.Words}
	if a.Area.Path != "" {
		area.Value = lastOf(a.Area.Path)
	}
	return append(cells, text(a.ID), text(d.ID), text(d.Form.Words), whole(a.No), kindCell(a.Kind), text(a.Honorific), text(a.Name), text(a.Position), text(a.Group),
		text(lastOf(a.Unit.Path)), text(a.Unit.Words), area, text(a.Citation), revokedCell(d), sampleCell(d), text(absolute(l.Base, a.Path)))
}

// ofDecision gives the cell of a column that says the same of all awards of a decision, so that nobody makes whole rows to ask for it; nil of any other.
func (l *awardLines) ofDecision(key string) func(*DecisionRef) Cell {
	switch key {
	case "revoked":
		return revokedCell
	case "sample":
		return sampleCell
	}
	return nil
}

func revokedCell(d *DecisionRef) Cell { return yes(d.Revoked != "") }

func sampleCell(d *DecisionRef) Cell { return yes(d.Sample) }

func kindCell(of EntryKind) Cell {
	k := kindOf[of]
	return Cell{Words: kindHeads[k], Value: string(k)}
}

// calledLines are the rows of those who are called.
type calledLines []calledLine

// calledLine holds what its row says and no more of an award: when something else of that changes, the files of these rows are not made again.
type calledLine struct {
	ID, Honorific, Name, Position string
	Kind                          EntryKind
	Unit                          string // "" if the name says it
	Decision                      *DecisionRef
}

func (l calledLines) Len() int { return len(l) }

func (l calledLines) Append(cells []Cell, row int) []Cell {
	a := &l[row]
	return append(cells, whole(row+1), text(a.Honorific), text(a.Name), text(a.Position), text(a.Unit), text(a.Decision.Form.Words), text(a.Decision.Words), kindCell(a.Kind), text(a.ID),
		sampleCell(a.Decision))
}

// labelled are rows of which each begins with the same cell.
type labelled struct {
	Label Cell
	Lines
}

func (l *labelled) Append(cells []Cell, row int) []Cell {
	return l.Lines.Append(append(cells, l.Label), row)
}

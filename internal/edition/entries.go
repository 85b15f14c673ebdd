package edition

import "iter"

// Entries are what search finds: the honoured by name, then all else. Of the honoured, who are very many, entries are made when they are asked for.
type Entries struct {
	Honoured []*Award
	Others   []Entry
}

// Len is how many there are.
func (e *Entries) Len() int { return len(e.Honoured) + len(e.Others) }

// At is one of them, from 0.
func (e *Entries) At(i int) Entry {
	if i >= len(e.Honoured) {
		return e.Others[i-len(e.Honoured)]
	}
	a := e.Honoured[i]
	return Entry{Kind: a.Kind, Name: a.Name, Line: joined(" · ", a.Position, a.Unit.Words, a.Decision.Short+" "+a.Decision.Number), Path: a.Path}
}

// Part gives them from one up to but without another.
func (e *Entries) Part(from, to int) iter.Seq[Entry] {
	return func(yield func(Entry) bool) {
		for i := from; i < to && yield(e.At(i)); i++ {
		}
	}
}

package edition

import (
	"iter"
	"slices"
)

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
	beside := a.beside()
	return Entry{Kind: a.Kind, Name: a.Name, Line: joined(" · ", beside[:]...), Path: a.Path}
}

// beside are the phrases that stand beside the name of an award where it is found, some of them empty.
func (a *Award) beside() [3]string {
	return [...]string{a.Position, a.Unit.Words, a.Decision.Short + " " + a.Decision.Number}
}

// Name is the name of one of them, as At has it.
func (e *Entries) Name(i int) string {
	if i >= len(e.Honoured) {
		return e.Others[i-len(e.Honoured)].Name
	}
	return e.Honoured[i].Name
}

// Beside gives the phrases that Line of one of them joins, or Line itself.
func (e *Entries) Beside(i int) iter.Seq[string] {
	if i >= len(e.Honoured) {
		return slices.Values([]string{e.Others[i-len(e.Honoured)].Line})
	}
	beside := e.Honoured[i].beside()
	return slices.Values(beside[:])
}

// Part gives them from one up to but without another.
func (e *Entries) Part(from, to int) iter.Seq[Entry] {
	return func(yield func(Entry) bool) {
		for i := from; i < to && yield(e.At(i)); i++ {
		}
	}
}

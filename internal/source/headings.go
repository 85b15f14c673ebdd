package source

import "bangvang/internal/diag"

// Headings is data/headings.yaml: what columns of spreadsheets are called, beside what the program knows. Private columns cannot be made public.
type Headings struct {
	Place        diag.Place
	No           []Value `key:"no?"`
	Kind         []Value `key:"kind?"`
	Name         []Value `key:"name?"`
	Collective   []Value `key:"collective?"`
	Individual   []Value `key:"individual?"`
	Household    []Value `key:"household?"`
	Family       []Value `key:"family?"`
	Given        []Value `key:"given?"`
	Honorific    []Value `key:"honorific?"`
	Position     []Value `key:"position?"`
	PositionUnit []Value `key:"position_unit?"`
	Unit         []Value `key:"unit?"`
	Group        []Value `key:"group?"`
	Area         []Value `key:"area?"`
	Citation     []Value `key:"citation?"`
	GoldenBookNo []Value `key:"golden_book_no?"`
	LeaveOut     []Value `key:"leave_out?"`
}

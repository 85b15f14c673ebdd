package source

import "bangvang/internal/diag"

// Ceremony is data/ceremony.yaml: how awards are handed over. Private.
type Ceremony struct {
	Place      diag.Place
	GroupSize  Value      `key:"group_size"`
	Order      []Value    `key:"order?"`
	Decisions  []Value    `key:"decisions?"`
	Readings   []Reading  `key:"readings?"`
	PlaceCards *PlaceCard `key:"place_cards?"`
	Guests     []Guest    `key:"guests?"`
}

// Reading is how an announcer says what is written.
type Reading struct {
	Place   diag.Place
	Written Value `key:"*"`
	Said    Value `key:"="`
}

// PlaceCard is the size of a folded card in millimetres.
type PlaceCard struct {
	Place  diag.Place
	Width  Value `key:"width"`
	Height Value `key:"height"`
}

// Guest is somebody who has a place at the ceremony without an award.
type Guest struct {
	Place     diag.Place
	Honorific Value `key:"honorific?"`
	Name      Value `key:"name"`
	Position  Value `key:"position?"`
	Unit      Value `key:"unit?"`
}

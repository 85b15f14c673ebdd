package campaign

import "bangvang/internal/diag"

// Ceremony is how awards are handed over: who comes on stage with whom, how names are said, who sits where. Private.
type Ceremony struct {
	Place         diag.Place
	GroupSize     int         // how many come on stage together
	Order         []AwardKind // all kinds, in the order in which they are called
	Decisions     []*Decision // those whose awards are handed over; none is all
	Readings      []Reading
	Width, Height Decimal // of a folded place card, millimetres
	Guests        []Guest
}

// Reading is how an announcer says a word or words.
type Reading struct {
	Written, Said string
}

// Guest has a place at the ceremony without an award.
type Guest struct {
	Place                           diag.Place
	Honorific, Name, Position, Unit string
}

// Hands tells whether the awards of a decision are handed over at the ceremony.
func (c *Ceremony) Hands(d *Decision) bool {
	for _, each := range c.Decisions {
		if each == d {
			return true
		}
	}
	return len(c.Decisions) == 0
}

package edition

import (
	"bangvang/internal/campaign"
	"bangvang/internal/diag"
)

// PlaceCards are the cards that stand on the tables, each folded and readable from both sides.
type PlaceCards struct {
	Paper
	Width, Height float64 // folded, millimetres
	How           string  // what is done with a sheet
	Page          string  // "tờ"
	Cards         []PlaceCard
}

// PlaceCard is one of them.
type PlaceCard struct {
	Place    diag.Place
	ID       string // of the award; "" of a guest
	Name     string // "Ông Nguyễn Văn A"
	Position string
	Unit     string
	Sample   string
}

// ComposePlaceCards decides whose cards are made: guests first, in their order, then awardees as they are called. A choice of awards has no
// guests.
func ComposePlaceCards(l *campaign.Ledger, ch Choice) *PlaceCards {
	c := &PlaceCards{Width: l.Ceremony.Width.Float(), Height: l.Ceremony.Height.Float(), Page: "tờ",
		How: "Cắt theo vạch liền, gấp theo vạch đứt; in một mặt, giấy bìa, tỷ lệ 100%."}
	var picked []handed
	c.Paper, picked = newPaper(l, "Thẻ để bàn", ch)
	if ch.Decision == "" && ch.Form == "" && len(ch.Awards) == 0 {
		for _, g := range l.Ceremony.Guests {
			c.Cards = append(c.Cards, PlaceCard{Place: g.Place, Name: addressed(g.Honorific, g.Name), Position: g.Position, Unit: g.Unit})
		}
	}
	for _, h := range picked {
		if !c.hands(l, h.decision) {
			continue
		}
		for _, kind := range l.Ceremony.Order {
			for _, a := range h.awards {
				switch {
				case a.Kind != kind:
				case !named(a):
					c.LeftOut = append(c.LeftOut, a.ID+": người chưa thành niên chưa có đồng ý nêu tên")
				default:
					c.Cards = append(c.Cards, PlaceCard{Place: a.Place, ID: a.ID, Name: addressed(a.Honorific, a.Name), Position: a.Position, Unit: belongs(a),
						Sample: across(h.decision)})
				}
			}
		}
	}
	return c
}

package check

import (
	"fmt"
	"slices"

	"bangvang/internal/campaign"
	"bangvang/internal/source"
)

// What holds where data says nothing of the ceremony.
const defaultGroup = 10

var (
	usualOrder = []campaign.AwardKind{campaign.Collective, campaign.Individual, campaign.Household}
	usualCard  = [2]campaign.Decimal{campaign.Int(95), campaign.Int(60)} // four of them on a sheet of A4
)

// ceremony reads how awards are handed over.
func (r *resolver) ceremony() {
	c := &r.ledger.Ceremony
	c.GroupSize, c.Order, c.Width, c.Height = defaultGroup, usualOrder, usualCard[0], usualCard[1]
	s := r.tree.Ceremony
	if s == nil {
		return
	}
	c.Place = s.Place
	if n, ok := r.integer(s.GroupSize, 1, 200); ok {
		c.GroupSize = n
	}
	c.Order = r.order(s.Order)
	for _, v := range s.Decisions {
		if d := find(r, &r.decisionIDs, v); d != nil {
			c.Decisions = append(c.Decisions, d)
		}
	}
	for _, k := range s.Readings {
		if !k.Said.Given() {
			r.add(readingEmpty, k.Written.Place, fmt.Sprintf("chưa ghi cách đọc của %q", k.Written.Text), "ghi cách đọc sau dấu hai chấm, hoặc bỏ dòng này")
			continue
		}
		c.Readings = append(c.Readings, campaign.Reading{Written: name(k.Written), Said: line(k.Said)})
	}
	if s.PlaceCards != nil {
		c.Width, c.Height = r.card(s.PlaceCards)
	}
	for i := range s.Guests {
		g := &s.Guests[i]
		c.Guests = append(c.Guests, campaign.Guest{Place: g.Place, Honorific: line(g.Honorific), Name: name(g.Name), Position: line(g.Position), Unit: line(g.Unit)})
	}
}

// order reads in which order the kinds are called. Those that are not named come after, in the usual order.
func (r *resolver) order(vs []source.Value) []campaign.AwardKind {
	var out []campaign.AwardKind
	for _, v := range vs {
		switch k := campaign.AwardKind(r.oneOf(v, awardWords)); {
		case k == "":
		case slices.Contains(out, k):
			r.add(orderTwice, v.Place, fmt.Sprintf("%q đã có trong thứ tự", v.Text), "mỗi đối tượng ghi một lần: collective, individual, household")
		default:
			out = append(out, k)
		}
	}
	for _, k := range usualOrder {
		if !slices.Contains(out, k) {
			out = append(out, k)
		}
	}
	return out
}

// Room for cards on a sheet of A4, within the margins that an office printer needs, in millimetres.
const (
	cardRoomWide = 190
	cardRoomHigh = 270 // of two folded heights
)

// card reads the size of a folded place card, which must fit a sheet unfolded.
func (r *resolver) card(s *source.PlaceCard) (width, height campaign.Decimal) {
	width, wide := r.number(s.Width)
	height, high := r.number(s.Height)
	if wide && (width.Cmp(campaign.Int(40)) < 0 || width.Cmp(campaign.Int(cardRoomWide)) > 0) {
		r.add(cardSize, s.Width.Place, fmt.Sprintf("thẻ rộng %s mm", s.Width.Text), fmt.Sprintf("ghi từ 40 đến %d mm: thẻ in trên giấy A4", cardRoomWide))
		wide = false
	}
	if high && (height.Cmp(campaign.Int(25)) < 0 || height.Cmp(campaign.Int(cardRoomHigh/2)) > 0) {
		r.add(cardSize, s.Height.Place, fmt.Sprintf("thẻ cao %s mm", s.Height.Text), fmt.Sprintf("ghi từ 25 đến %d mm: thẻ gấp đôi, in trên giấy A4", cardRoomHigh/2))
		high = false
	}
	if !wide {
		width = usualCard[0]
	}
	if !high {
		height = usualCard[1]
	}
	return width, height
}

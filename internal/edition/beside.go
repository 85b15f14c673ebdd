package edition

import "bangvang/internal/campaign"

// beside makes a value while other parts are composed, and gives what waits for it. What is made must read nothing that others still write.
func beside[T any](of func() T) func() T {
	var value T
	done := make(chan struct{})
	go func() {
		value = of()
		close(done)
	}()
	return func() T {
		<-done
		return value
	}
}

// awardLists are the long tables of awards, which need nothing but the awards' own words.
type awardLists struct {
	whole      Table
	ofDecision map[*campaign.Decision]Table
	called     callList
}

func (c *composer) listAwards() awardLists {
	l := awardLists{whole: c.awardTable(c.gate.valid), ofDecision: map[*campaign.Decision]Table{}, called: c.callList()}
	for _, d := range c.gate.decisions {
		l.ofDecision[d] = c.awardTable([]*campaign.Decision{d})
	}
	return l
}

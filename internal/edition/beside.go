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

// listAwards makes each row once, for the list of all decisions and for that of its own.
func (c *composer) listAwards() awardLists {
	l := awardLists{whole: Table{Columns: awardColumns}, ofDecision: map[*campaign.Decision]Table{}, called: c.callList()}
	for _, d := range c.gate.decisions {
		l.ofDecision[d] = Table{Columns: awardColumns, Rows: c.awardRows(d)}
	}
	for _, d := range c.gate.valid {
		l.whole.Rows = append(l.whole.Rows, l.ofDecision[d].Rows...)
	}
	return l
}

package edition

import (
	"bangvang/internal/campaign"
	"bangvang/internal/diag"
)

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

// apart composes a part while others are composed, into an edition of its own, of which the pages are added to this one when it is waited for. The
// part must read nothing that others still write.
func (c *composer) apart(part func(*composer)) (wait func() *Edition) {
	k := *c
	k.ed, k.problems = &Edition{Site: c.ed.Site}, diag.List{}
	done := beside(func() *Edition {
		part(&k)
		return k.ed
	})
	return func() *Edition {
		own := done()
		c.ed.Pages = append(c.ed.Pages, own.Pages...)
		c.problems.Append(k.problems)
		return own
	}
}

// longTables are those of awards, and of targets given to units.
type longTables struct {
	whole      Table
	ofDecision map[*campaign.Decision]Table
	called     callList
	given      Table // the targets given to units
}

func (c *composer) makeTables() longTables {
	of := func(awards []*Award) Table {
		return Table{Columns: awardColumns, Lines: &awardLines{awards, c.base}}
	}
	l := longTables{ofDecision: map[*campaign.Decision]Table{}, called: c.callList(), given: c.assignmentTable()}
	for _, d := range c.gate.decisions {
		l.ofDecision[d] = of(c.listed(d))
	}
	var all []*Award
	for _, d := range c.gate.valid {
		all = append(all, c.listed(d)...)
	}
	l.whole = of(all)
	return l
}

// listed are the awards of a decision that were not withdrawn.
func (c *composer) listed(d *campaign.Decision) []*Award {
	out := make([]*Award, 0, len(d.Awards))
	for _, a := range d.Awards {
		if a.Withdrawn == nil {
			out = append(out, c.awards[a])
		}
	}
	return out
}

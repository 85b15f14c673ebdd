package edition

import (
	"strconv"

	"bangvang/internal/campaign"
)

// figure is a cell of a whole number.
func (s *tongue) figure(n int) Cell {
	return Cell{Words: s.number(campaign.Int(int64(n))), Value: strconv.Itoa(n)}
}

// outcomes counts how targets of one kind came out.
type outcomes map[campaign.Attainment]int

func (o outcomes) total() (n int) {
	for _, a := range attainments {
		n += o[a]
	}
	return n
}

// outcomeLine is what an overview counts in one line.
type outcomeLine struct {
	link Link
	outcomes
}

// outcomeOverview is a table of how many targets there are in each line and how they came out; outcomes that never occur have no column.
// Lines without targets are left out; without lines there is no table.
func (s *tongue) outcomeOverview(o Overview, total string, lines []outcomeLine) *Overview {
	var seen []campaign.Attainment
	for _, a := range attainments {
		for _, l := range lines {
			if l.outcomes[a] > 0 {
				seen = append(seen, a)
				break
			}
		}
	}
	o.Heads = []string{total}
	for _, a := range seen {
		o.Heads = append(o.Heads, upper(s.verdicts[a]))
	}
	for _, l := range lines {
		n := l.total()
		if n == 0 {
			continue
		}
		line := OverviewLine{Link: l.link, Counts: []Cell{s.figure(n)}}
		for _, a := range seen {
			line.Counts = append(line.Counts, s.figure(l.outcomes[a]))
			if k := l.outcomes[a]; k > 0 {
				line.Strip.Parts = append(line.Strip.Parts, StripPart{k, Standing(a)})
			}
		}
		o.Lines = append(o.Lines, line)
	}
	if len(o.Lines) == 0 {
		return nil
	}
	o.scaled()
	return &o
}

// resultsByArea counts the verdicts on the plan's targets by area.
func (c *composer) resultsByArea() *Overview {
	var lines []outcomeLine
	for _, a := range c.l.Areas {
		lines = append(lines, outcomeLine{c.own(areaLink(a)), outcomes(standings(a.Targets))})
	}
	words := &c.say.target
	return c.say.outcomeOverview(Overview{Anchor: "theo-noi-dung", Heading: words.byArea, First: words.areaHead}, words.targetsHead, lines)
}

// given counts how the targets given to units came out.
func given(units ...*campaign.Unit) outcomes {
	n := outcomes{}
	for _, u := range units {
		for _, a := range u.Assignments {
			n[campaign.Attain(a.Goal, campaign.Newest(a.Results))]++
		}
	}
	return n
}

// resultsByUnit counts the targets given to units, unit by unit.
func (c *composer) resultsByUnit(units []*campaign.Unit) *Overview {
	var lines []outcomeLine
	for _, u := range units {
		lines = append(lines, outcomeLine{unitLink(u), given(u)})
	}
	return c.say.outcomeOverview(Overview{Anchor: "chi-tieu-theo-don-vi", Heading: "Chỉ tiêu giao cho đơn vị", First: "Đơn vị"}, "Được giao", lines)
}

// resultsByBlock counts the targets given to units, block by block.
func (c *composer) resultsByBlock() *Overview {
	var lines []outcomeLine
	for _, b := range c.l.Blocks {
		lines = append(lines, outcomeLine{blockLink(b), given(b.Units...)})
	}
	return c.say.outcomeOverview(Overview{Anchor: "chi-tieu-theo-khoi", Heading: "Chỉ tiêu giao, theo cụm, khối thi đua", First: "Cụm, khối"}, "Được giao", lines)
}

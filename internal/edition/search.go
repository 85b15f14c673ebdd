package edition

import (
	"strings"
)

// search lists what can be found by name: the honoured, units, targets, decisions, stories and the main pages.
func (c *composer) search() {
	add := func(e Entry) { c.ed.Search = append(c.ed.Search, e) }
	for _, a := range c.sortedByName() {
		p := c.awards[a]
		add(Entry{Kind: p.Kind, Name: p.Name, Line: joined(" · ", p.Position, p.Unit.Words, p.Decision.Short+" "+p.Decision.Number), Path: p.Path})
	}
	for _, u := range c.l.Units {
		line := unitKindWords[u.Kind]
		if u.Parent != nil {
			line += " · " + u.Parent.Name
		}
		add(Entry{Kind: UnitEntry, Name: u.Name, Also: joined(" | ", append([]string{u.Short}, u.Aliases...)...), Line: line, Path: unitPath(u)})
	}
	for _, t := range c.l.Targets {
		add(Entry{Kind: TargetEntry, Name: t.Name, Also: t.Short, Line: joined(" · ", areaLink(t.Area).Words, vietnamese.verdicts[t.Attainment()]), Path: targetPath(t)})
	}
	for _, d := range c.gate.decisions {
		r := c.refs[d]
		add(Entry{Kind: DecisionEntry, Name: r.Words, Also: r.Number, Line: r.Form.Words + " · " + r.Issuer, Path: r.Path})
	}
	for _, s := range c.told {
		e := Entry{Kind: StoryEntry, Name: s.Title, Line: areaLink(s.Area).Words, Path: storyPath(s)}
		if s.Award != nil {
			a := c.awards[s.Award]
			e.Also, e.Line = a.Name, joined(" · ", a.Name, a.Unit.Words)
		}
		add(e)
	}
	for _, p := range c.ed.Pages {
		switch p.Body.(type) {
		case *AreaPage, *BlockPage, *ArticlePage, *PlanPage, *PressPage, *DataPage, *BookletPage:
			add(Entry{Kind: PageEntry, Name: p.Title, Line: crumbWords(p.Crumbs), Path: p.Path})
		}
	}
}

func crumbWords(crumbs []Link) string {
	var out []string
	for _, l := range crumbs {
		out = append(out, l.Words)
	}
	return strings.Join(out, " › ")
}

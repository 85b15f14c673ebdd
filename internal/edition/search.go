package edition

import (
	"strings"

	"bangvang/internal/campaign"
)

// search lists what can be found by name: the honoured, units, targets, decisions, stories, the lists of each form and the main pages.
func (c *composer) search() {
	twins := c.entryTwins()
	for _, a := range c.sortedByName() { // on pages that no other language has
		c.ed.Search.Honoured = append(c.ed.Search.Honoured, c.awards[a])
	}
	add := func(e Entry) {
		e.Twins = twins[e.Path]
		c.ed.Search.Others = append(c.ed.Search.Others, e)
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
	forms := map[Path]*campaign.Form{}
	for _, f := range c.l.Forms {
		forms[formPath(f)] = f
	}
	for i := range c.ed.Pages {
		p := &c.ed.Pages[i]
		if f := forms[p.Path]; f != nil {
			add(Entry{Kind: PageEntry, Name: f.Name, Also: other(f.Short, f.Name), Line: crumbWords(p.Crumbs), Path: p.Path})
		}
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

// entryTwins are what entries are in other languages, by their addresses.
func (c *composer) entryTwins() map[Path][]EntryTwin {
	of := map[Path][]EntryTwin{}
	for _, k := range c.others {
		lines := map[Path]string{}
		for _, t := range k.l.Targets {
			lines[k.at(targetPath(t))] = joined(" · ", t.Area.Name, k.say.verdicts[t.Attainment()])
		}
		for _, p := range k.ed.Pages {
			line, ok := lines[p.Path]
			if !ok {
				line = crumbWords(p.Crumbs)
			}
			at := Path(strings.TrimPrefix(string(p.Path), string(k.twin.root)))
			of[at] = append(of[at], EntryTwin{k.say.lang, p.Title, line})
		}
	}
	return of
}

// other is a name if it is another one.
func other(name, than string) string {
	if name == than {
		return ""
	}
	return name
}

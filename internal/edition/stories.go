package edition

import (
	"slices"

	"bangvang/internal/campaign"
	"bangvang/internal/markdown"
)

// storiesToTell are the stories that pass the gate, newest first.
func (c *composer) storiesToTell() []*campaign.Story {
	var out []*campaign.Story
	for _, s := range c.l.Stories {
		if c.gate.story(s) {
			out = append(out, s)
		}
	}
	slices.SortStableFunc(out, func(a, b *campaign.Story) int { return b.Date.Compare(a.Date) })
	return out
}

func (c *composer) stories() {
	page := &StoriesPage{Lead: "Những cá nhân, tập thể tiêu biểu trong đợt thi đua."}
	for _, s := range c.told {
		page.Cards = append(page.Cards, c.card(s))
	}
	for i, s := range c.told {
		p := &StoryPage{StoryCard: page.Cards[i], Article: c.storyArticle(s), Published: s.Date.ISO()}
		if s.Award != nil {
			p.honoured = c.awards[s.Award]
			p.Unit = unitLink(s.Award.Unit)
		}
		for j, other := range page.Cards {
			if j != i && len(p.Others) < 3 {
				p.Others = append(p.Others, other)
			}
		}
		c.page(Head{Path: p.Path, Title: s.Title, Section: storiesPath, Crumbs: c.crumbs(storiesPath),
			Description: p.Summary, Updated: s.Date.ISO()}, p)
	}
	page.Indexes = c.storyIndexes()
	if len(page.Cards) == 0 {
		page.Lead = "Chưa có bài viết về điển hình."
	}
	c.page(Head{Path: storiesPath, Title: "Gương điển hình", Section: storiesPath, Crumbs: c.crumbs(), Description: page.Lead, Updated: storiesAge(c.told).said}, page)
}

// storyIndexes list the stories by area and by unit, each in the order of the data; an index of nothing is left out.
func (c *composer) storyIndexes() []StoryIndex {
	areas := StoryIndex{Heading: "Theo nội dung thi đua", Anchor: "theo-noi-dung"}
	for _, a := range c.l.Areas {
		areas.add(areaLink(a), c.toldOf(func(s *campaign.Story) bool { return s.Area == a }))
	}
	units := StoryIndex{Heading: "Theo đơn vị", Anchor: "theo-don-vi"}
	for _, u := range c.l.Units {
		units.add(unitLink(u), c.toldOf(func(s *campaign.Story) bool { return s.Award != nil && s.Award.Unit == u }))
	}
	return slices.DeleteFunc([]StoryIndex{areas, units}, func(x StoryIndex) bool { return len(x.Groups) == 0 })
}

func (x *StoryIndex) add(of Link, stories []Link) {
	if len(stories) > 0 {
		x.Groups = append(x.Groups, StoryGroup{of, stories})
	}
}

func (c *composer) toldOf(belongs func(*campaign.Story) bool) []Link {
	var out []Link
	for _, s := range c.told {
		if belongs(s) {
			out = append(out, Link{Words: s.Title, Path: storyPath(s)})
		}
	}
	return out
}

func (c *composer) storyArticle(s *campaign.Story) Article {
	return Article{Title: s.Title, Doc: c.docs[storyFolder+s.ID+".md"]}
}

func (c *composer) card(s *campaign.Story) StoryCard {
	out := StoryCard{Link: Link{Words: s.Title, Path: storyPath(s)}, Date: vietnamese.date(s.Date), Area: areaLink(s.Area), Sample: s.Sample,
		Summary: short(opening(c.docs[storyFolder+s.ID+".md"]), 200)}
	if s.Award != nil {
		a := c.awards[s.Award]
		out.Award = Link{Words: joined(", ", a.Name, a.Unit.Words) + ": " + a.Decision.Short, Path: a.Path}
	}
	return out
}

// opening is the text of a document's first paragraph.
func opening(d markdown.Doc) string {
	for _, b := range d.Blocks {
		if b.Kind == markdown.Paragraph {
			return plain(b.Spans)
		}
	}
	return ""
}

func plain(spans []markdown.Span) string {
	s := ""
	for _, x := range spans {
		switch {
		case x.Kind == markdown.Break:
			s += " "
		case len(x.Children) > 0:
			s += plain(x.Children)
		default:
			s += x.Text
		}
	}
	return s
}

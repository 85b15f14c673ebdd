package edition

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"bangvang/internal/campaign"
	"bangvang/internal/viet"
)

// feeds makes the Atom feeds. The ids of feeds and entries are tag: URIs of the campaign's own address, its first day and the record:
// they stay the same wherever a copy of the site stands.
func (c *composer) feeds() {
	awards, results, stories, corrections := c.awardEntries(), c.resultEntries(), c.storyEntries(), c.correctionEntries()
	all := slices.Concat(awards, results, stories, corrections)
	for _, f := range []Feed{
		{Path: feedPath, Title: "Tất cả tin mới", Entries: all},
		{Path: "/feed/awards.xml", Title: "Quyết định khen thưởng mới", Entries: awards},
		{Path: "/feed/results.xml", Title: "Kết quả mới của các chỉ tiêu", Entries: results},
		{Path: "/feed/stories.xml", Title: "Gương điển hình mới", Entries: stories},
		{Path: "/feed/corrections.xml", Title: "Đính chính", Entries: corrections},
	} {
		f.ID = c.tag(strings.Trim(string(f.Path), "/"))
		f.Entries = newest(f.Entries)
		f.Updated = c.ed.Site.Updated
		if len(f.Entries) > 0 {
			f.Updated = f.Entries[0].Updated
		}
		c.ed.Feeds = append(c.ed.Feeds, f)
	}
}

// feedMost is how many entries a feed holds.
const feedMost = 100

func newest(es []FeedEntry) []FeedEntry {
	out := slices.Clone(es)
	slices.SortStableFunc(out, func(a, b FeedEntry) int {
		return cmp.Or(strings.Compare(b.Updated, a.Updated), strings.Compare(a.ID, b.ID))
	})
	return out[:min(len(out), feedMost)]
}

func (c *composer) tag(id string) string {
	host := strings.TrimPrefix(strings.TrimPrefix(c.l.Campaign.BaseURL, "https://"), "http://")
	host, _, _ = strings.Cut(host, "/")
	host, _, _ = strings.Cut(host, ":")
	return "tag:" + host + "," + c.l.Campaign.Period.From.First().Format(time.DateOnly) + ":" + id
}

// moment is a date as feeds spell it: the start of its first day in the campaign's zone.
func (c *composer) moment(d campaign.Date) string {
	f := d.First()
	return time.Date(f.Year(), f.Month(), f.Day(), 0, 0, 0, 0, c.l.Campaign.Zone).Format(time.RFC3339)
}

func (c *composer) awardEntries() []FeedEntry {
	var out []FeedEntry
	for _, d := range c.gate.valid {
		r := c.refs[d]
		e := FeedEntry{ID: c.tag("decision/" + d.ID), Title: r.Short + ": " + r.Words, Path: r.Path, Updated: c.moment(d.Date),
			Summary: joined(". ", joined(" cho ", r.Short, vietnamese.tally(standing(d))), strings.TrimRight(d.Reason, ".")) + "."}
		if d.PublishAt.After(d.Date.First()) {
			e.Updated = d.PublishAt.In(c.l.Campaign.Zone).Format(time.RFC3339)
		}
		out = append(out, e)
	}
	return out
}

func (c *composer) resultEntries() []FeedEntry {
	var out []FeedEntry
	for _, t := range c.l.Targets {
		r := campaign.Newest(t.Results)
		if r == nil {
			continue
		}
		out = append(out, FeedEntry{ID: c.tag("result/" + t.ID + "/" + r.AsOf.ISO()), Title: t.Name + ": " + c.measured(t).result(r),
			Path: targetPath(t), Updated: c.moment(r.AsOf), Summary: c.sentenceOf(t)})
	}
	return out
}

func (c *composer) storyEntries() []FeedEntry {
	var out []FeedEntry
	for _, s := range c.told {
		out = append(out, FeedEntry{ID: c.tag("story/" + s.ID), Title: s.Title, Path: storyPath(s), Updated: c.moment(s.Date), Summary: c.card(s).Summary})
	}
	return out
}

func (c *composer) correctionEntries() []FeedEntry {
	var out []FeedEntry
	for _, k := range c.corrections() {
		e := FeedEntry{ID: c.tag("correction/" + k.Date.ISO() + "/" + viet.Slug(k.Subject)), Title: "Đính chính: " + k.Subject, Path: pressPath,
			Updated: c.moment(k.Date), Summary: c.correction(k).Words}
		if of := corrected(k); len(of) > 0 {
			e.Path = of[0].Path
		}
		out = append(out, e)
	}
	return out
}

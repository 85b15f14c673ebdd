package edition

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"time"

	"bangvang/internal/campaign"
	"bangvang/internal/viet"
)

// feeds makes the Atom feeds. The ids of feeds and entries are tag: URIs: they stay the same wherever a copy of the site stands.
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

// tag is the id of a record: of where the site was first published and in which year the campaign began, which stay when the site moves and
// when a date is told more exactly.
func (c *composer) tag(id string) string {
	k := &c.l.Campaign
	_, host, _ := strings.Cut(cmp.Or(k.FirstURL, k.BaseURL), "://")
	host, _, _ = strings.Cut(host, "/")
	host, _, _ = strings.Cut(host, ":")
	return "tag:" + host + "," + strconv.Itoa(k.Period.From.Year) + ":" + id
}

// register tells records apart that would have the same id, in the order of the data: "", then "/2", "/3".
type register map[string]int

func (n register) id(s string) string {
	n[s]++
	if n[s] == 1 {
		return s
	}
	return s + "/" + strconv.Itoa(n[s])
}

// news is an entry, which says so if it is of a sample.
func (c *composer) news(id, title, summary string, p Path, updated string, sample bool) FeedEntry {
	e := FeedEntry{ID: c.tag(id), Title: title, Summary: summary, Path: p, Updated: updated}
	if sample {
		e.Title, e.Summary = "["+sampleWords+"] "+title, sampleWords+". "+summary
	}
	return e
}

const sampleWords = "Dữ liệu mẫu"

// moment is a date as feeds spell it: the start of its first day in the campaign's zone.
func (c *composer) moment(d campaign.Date) string {
	f := d.First()
	return time.Date(f.Year(), f.Month(), f.Day(), 0, 0, 0, 0, c.l.Campaign.Zone).Format(time.RFC3339)
}

// awardEntries tell of each decision, and again if it is revoked.
func (c *composer) awardEntries() []FeedEntry {
	var out []FeedEntry
	for _, d := range c.gate.decisions {
		r := c.refs[d]
		updated := c.moment(d.Date)
		if d.PublishAt.After(d.Date.First()) {
			updated = d.PublishAt.In(c.l.Campaign.Zone).Format(time.RFC3339)
		}
		about := joined(". ", joined(" cho ", r.Short, vietnamese.tally(standing(d))), strings.TrimRight(d.Reason, ".")) + "."
		out = append(out, c.news("decision/"+d.ID, r.Short+": "+r.Words, joined(" ", about, sentenced(r.Revoked)), r.Path, updated, d.Sample))
		if d.Revoked != nil {
			out = append(out, c.news("decision/"+d.ID+"/revoked", "Thu hồi: "+r.Words, sentenced(r.Revoked), r.Path, c.moment(d.Revoked.Date), d.Sample))
		}
	}
	return out
}

// resultEntries tell of each report, as it stood when it was the newest.
func (c *composer) resultEntries() []FeedEntry {
	var out []FeedEntry
	for _, t := range c.l.Targets {
		ids, in := map[*campaign.Result]string{}, register{}
		for _, r := range slices.SortedFunc(slices.Values(t.Results), func(a, b *campaign.Result) int { return a.Place.Compare(b.Place) }) {
			ids[r] = in.id("result/" + t.ID + "/" + r.AsOf.ISO())
		}
		m := c.measured(t)
		for i, r := range t.Results {
			out = append(out, c.news(ids[r], t.Name+": "+m.result(r), sentence(m, t.Goal, t.Period, t.Results[i:], thePlan), targetPath(t), c.moment(r.AsOf), r.Sample))
		}
	}
	return out
}

func (c *composer) storyEntries() []FeedEntry {
	var out []FeedEntry
	for _, s := range c.told {
		out = append(out, c.news("story/"+s.ID, s.Title, c.card(s).Summary, storyPath(s), c.moment(s.Date), s.Sample))
	}
	return out
}

func (c *composer) correctionEntries() []FeedEntry {
	var out []FeedEntry
	in := register{}
	for _, k := range c.corrections() {
		at := pressPath
		if of := corrected(k); len(of) > 0 {
			at = of[0].Path
		}
		out = append(out, c.news(in.id("correction/"+k.Date.ISO()+"/"+viet.Slug(k.Subject)), "Đính chính: "+k.Subject, c.correction(k).Words, at, c.moment(k.Date), k.Decision != nil && k.Decision.Sample || k.Story != nil && k.Story.Sample))
	}
	return out
}

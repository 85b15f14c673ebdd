package edition

import (
	"cmp"
	"slices"
	"strconv"
	"time"

	"bangvang/internal/campaign"
	"bangvang/internal/diag"
	"bangvang/internal/kept"
)

// FrozenPage is /v/<day>/chi-tieu/<target>/: a target's page as it stood on a day on which it was published. Its words and numbers are those
// of that day; that there is something newer, and what was corrected since, is said by the edition that it stands in.
//
// A copy is not for search engines: an old figure must not be found before the new one, and a canonical address that leads to the living
// page is a hint which they leave aside when the two differ, which is when it would matter. Its own address is the one to cite.
type FrozenPage struct {
	Copy   string // "Bản lưu ngày 15/01/2019."
	Newer  *Link  // the living page; nil if the target is no more
	Stale  bool   // the living page says something else
	Since  string // what has changed, or that nothing has
	Sample string // the banner of that day, "" if it had none or the site has the same now
	Parts  []TargetRow
	Others []Link // the target's copies of other days, newest first
	*TargetPage
}

// VersionsPage is /v/, all publications, and /v/<day>/, the targets of one.
type VersionsPage struct {
	Lead   string
	Newer  *Link // of one publication: the living list of targets
	Sample string
	Table  Table
	Notes  []string
}

func (*FrozenPage) Template() string   { return "frozen" }
func (*VersionsPage) Template() string { return "versions" }

// FrozenData is the data sets of the targets of a day, for files below its root. Site is what of the site of that day stands in them.
type FrozenData struct {
	Root     Path // "/v/2019-01-15"
	Site     Site
	Datasets []Dataset
}

const versionsPath Path = "/v/"

func versionPath(p *kept.Publication) Path { return versionsPath + Path(p.Day) + "/" }

func frozenPath(p *kept.Publication, id string) Path {
	return versionPath(p) + under(targetsPath, id)[1:]
}

func frozenEmbedPath(p *kept.Publication, id string) Path {
	return versionPath(p) + under(embedsPath, id)[1:]
}

var keptLater = &diag.Rule{
	ID:       "kept-later",
	Severity: diag.Warning,
	Title:    "Bản lưu không sau thời điểm của dữ liệu (as_of); bản sau thời điểm đó không được dựng.",
	Wrong:    "as_of: 2019-01-01T08:00:00+07:00 (đã công bố bản ngày 2019-01-15)",
	Right:    "as_of: 2019-02-01T08:00:00+07:00",
}

// version is a publication in the language of the edition, newest first among its like.
type version struct {
	*kept.Publication
	*kept.Volume
	date campaign.Date
}

// published are the publications that the clock has seen, the newest first. In a twin, those that had its language.
func (c *composer) published(all []*kept.Publication) []version {
	var out []version
	for _, p := range all {
		at, err := time.Parse(time.RFC3339, p.At)
		if err != nil || at.After(c.l.Campaign.AsOf) {
			if c.twin == nil {
				c.problems.Addf(keptLater, diag.Place{File: "data/published/" + p.Day}, "dời as_of trong data/campaign.yaml; --as-of sớm hơn chỉ để xem lại",
					"bản lưu ngày %s sau thời điểm của dữ liệu (%s), chưa được dựng", p.Day, campaign.Day(c.l.Campaign.AsOf).ISO())
			}
			continue
		}
		i := 0
		if c.twin != nil {
			i = slices.IndexFunc(p.Volumes, func(v kept.Volume) bool { return v.Lang == c.say.lang })
		}
		if i >= 0 && i < len(p.Volumes) {
			out = append(out, version{p, &p.Volumes[i], campaign.Day(at)})
		}
	}
	slices.SortStableFunc(out, func(a, b version) int { return cmp.Compare(b.Day, a.Day) })
	return out
}

func (v version) target(id string) *kept.Target {
	if i := slices.Index(v.Order, id); i >= 0 {
		return v.Targets[i]
	}
	return nil
}

// copiesOf are the frozen copies of a target, newest first, but for that of a day.
func (c *composer) copiesOf(id, butDay string) []Link {
	var out []Link
	for _, v := range c.versions {
		for _, then := range v.Order {
			if v.Day != butDay && c.sameTarget(then, id) {
				out = append(out, Link{Words: c.say.date(v.date), Path: c.at(frozenPath(v.Publication, then))})
			}
		}
	}
	return out
}

// sameTarget tells whether two ids, then or now, are of one target: the same, or what had the one has the page of the other now.
func (c *composer) sameTarget(a, b string) bool {
	if a == b {
		return true
	}
	at, ok := c.livingPath(a)
	to, lives := c.livingPath(b)
	return ok && lives && at == to
}

// frozen composes the copies of all publications.
func (c *composer) frozen() {
	if len(c.versions) == 0 {
		return
	}
	own := c
	if c.twin != nil {
		own = c.twin.own
	} else {
		c.living = map[string]*kept.Target{}
		for _, t := range keepTargets(c.ed) {
			c.living[t.ID] = t
		}
	}
	for _, v := range c.versions {
		for _, t := range v.Targets {
			c.frozenTarget(own, v, t)
		}
		c.version(own, v)
		if c.twin == nil {
			c.ed.Frozen = append(c.ed.Frozen, v.data())
		}
	}
	c.versionList()
	c.fix(own)
}

// fix tells target pages at which address the figures that they have now will always be: that of the newest copy, if it has them.
func (c *composer) fix(own *composer) {
	v, then := c.versions[0], own.versionOf(c.versions[0].Day)
	for i := range c.ed.Pages {
		p, ok := c.ed.Pages[i].Body.(*TargetPage)
		if !ok {
			continue
		}
		if t, now := then.target(p.ID), own.living[p.ID]; t != nil && now != nil && sameFigures(t, now) {
			p.Fixed = c.absolute(c.at(frozenPath(v.Publication, p.ID)))
		}
	}
}

func (c *composer) frozenTarget(own *composer, v version, t *kept.Target) {
	at := frozenPath(v.Publication, t.ID)
	say := &c.say.frozen
	p := &FrozenPage{Copy: say.copyOf(c.say.dated(v.date)) + ".", Others: c.copiesOf(t.ID, v.Day), Sample: c.bannerOf(v), TargetPage: thaw(t, c.say.lang)}
	p.Cite = c.say.sentences.cite(citation{v.Author, t.Title, v.Site, c.say.dated(v.date), c.absolute(c.at(at))})
	p.Address = c.absolute(c.at(at))
	p.Downloads = c.frozenDownloads(versionPath(v.Publication)+dataRoot[1:], "chi-tieu/"+t.ID)
	for _, id := range t.Parts {
		part := v.target(id)
		p.Parts = append(p.Parts, TargetRow{Name: part.Title, Path: c.at(frozenPath(v.Publication, id)), Goal: part.Goal, Newest: part.Newest, Report: part.Report,
			Verdict: thawVerdict(part.Verdict)})
	}
	p.Newer, p.Stale, p.Since = c.since(own, v, t)
	h := Head{Path: at, Title: say.title(t.Title, c.say.dated(v.date)), Section: targetsPath, NoIndex: true, Cited: true, Updated: v.Day, Description: short(t.Sentence, 240),
		Crumbs: append(c.crumbs(versionsPath), Link{Words: c.say.date(v.date), Path: c.at(versionPath(v.Publication))})}
	if to, ok := c.livingPath(t.ID); ok {
		h.Corrections = c.corrected[to]
	}
	if len(h.Corrections) > 0 && h.Corrections[0].Day > v.Day {
		p.Since = joined(" ", p.Since, say.corrected)
		p.Stale = true
	}
	frame := &EmbedPage{Overline: c.say.embed.target, Sample: t.Sample, Sentence: t.Sentence, Verdict: &p.Verdict, Chart: &p.Chart, Source: t.Source,
		Dated: upper(say.copyOf(c.say.dated(v.date)))}
	if p.Stale {
		frame.Warning = joined(". ", say.newer, p.Since)
	}
	c.embedded(&h, frozenEmbedPath(v.Publication, t.ID), t.Title+" – "+lowered(t.Sentence), frame)
	c.page(h, p)
}

// bannerOf is the banner of a publication that had samples, unless the site bears the same today.
func (c *composer) bannerOf(v version) string {
	if v.Sample == c.ed.Site.Sample {
		return ""
	}
	return v.Sample
}

// livingPath is where a target has its page now, by the id that it had, in the campaign's own edition; none if it is no more. A renamed
// one is found by what has become of its address.
func (c *composer) livingPath(id string) (Path, bool) {
	if c.twin != nil {
		return c.twin.own.livingPath(id)
	}
	return c.movedTo(under(targetsPath, id), func(at Path) bool {
		return slices.ContainsFunc(c.l.Targets, func(t *campaign.Target) bool { return targetPath(t) == at })
	})
}

// movedTo follows a page to where it lives now.
func (c *composer) movedTo(at Path, lives func(Path) bool) (Path, bool) {
	for range len(c.l.Moves) + 1 {
		if lives(at) {
			return at, true
		}
		i := slices.IndexFunc(c.l.Moves, func(m *campaign.Move) bool { return Path(m.From) == at && m.To != "" })
		if i < 0 {
			break
		}
		at = Path(c.l.Moves[i].To)
	}
	return "", false
}

// since says what has become of a target since it was kept. What counts are its goal, its reports and its verdict, in the campaign's own
// language: words may change without the figures.
func (c *composer) since(own *composer, v version, t *kept.Target) (newer *Link, stale bool, words string) {
	say := &c.say.frozen
	to, ok := c.livingPath(t.ID)
	if !ok {
		return nil, true, say.gone
	}
	now, then := own.living[lastOf(to)], own.versionOf(v.Day).target(t.ID)
	if now == nil || then == nil {
		return &Link{Words: say.newer, Path: c.at(to)}, true, ""
	}
	switch {
	case sameFigures(then, now):
		return &Link{Words: say.today, Path: c.at(to)}, false, say.same
	case then.Newest == now.Newest && then.Verdict == now.Verdict:
		return &Link{Words: say.newer, Path: c.at(to)}, true, say.still
	}
	row := c.rowOf(to)
	return &Link{Words: say.newer, Path: c.at(to)}, true, say.changed(t.Newest, t.Verdict.Words, row.Newest, row.Verdict.Words)
}

func (c *composer) rowOf(p Path) TargetRow {
	for t, row := range c.rows {
		if targetPath(t) == p {
			return row
		}
	}
	return TargetRow{}
}

func (c *composer) versionOf(day string) version {
	for _, v := range c.versions {
		if v.Day == day {
			return v
		}
	}
	return version{Volume: &kept.Volume{}}
}

// sameFigures tells whether a target's goal, reports and verdict are the same in both.
func sameFigures(a, b *kept.Target) bool {
	if a.Goal != b.Goal || a.Verdict.Standing != b.Verdict.Standing || a.Data == nil || b.Data == nil {
		return false
	}
	return slices.EqualFunc(a.Data.Table.Rows, b.Data.Table.Rows, func(x, y []kept.Cell) bool {
		return slices.EqualFunc(x, y, func(m, n kept.Cell) bool { return m.Value == n.Value })
	})
}

// version composes the list of a publication's targets.
func (c *composer) version(own *composer, v version) {
	say := &c.say.frozen
	p := &VersionsPage{Lead: say.copyOf(c.say.dated(v.date)) + ". " + upper(c.say.count(len(v.Targets), c.say.targets)) + ".", Newer: &Link{Words: say.todayList, Path: c.at(targetsPath)},
		Sample: c.bannerOf(v), Table: Table{Caption: say.captionTargets, Columns: []Column{{Key: "target", Head: say.target, Kind: TextValue}, {Key: "newest", Head: say.figure, Kind: TextValue},
			{Key: "verdict", Head: say.verdict, Kind: TextValue}, {Key: "since", Head: say.now, Kind: TextValue}}}}
	for _, t := range v.Targets {
		_, stale, words := c.since(own, v, t)
		if !stale {
			words = say.unchanged
		}
		p.Table.Rows = append(p.Table.Rows, []Cell{{Words: t.Title, Value: t.ID, Path: c.at(frozenPath(v.Publication, t.ID))}, text(joined(" · ", t.Newest, t.Report)), text(t.Verdict.Words), text(words)})
	}
	c.page(Head{Path: versionPath(v.Publication), Title: say.titleList(c.say.dated(v.date)), Section: targetsPath, Crumbs: c.crumbs(versionsPath), NoIndex: true, Cited: true,
		Updated: v.Day, Description: p.Lead}, p)
}

// versionList composes the list of publications.
func (c *composer) versionList() {
	say := &c.say.frozen
	p := &VersionsPage{Lead: say.lead, Table: Table{Caption: say.caption, Columns: []Column{{Key: "day", Head: say.day, Kind: DateValue}, {Key: "targets", Head: say.targetCount, Kind: WholeValue},
		{Key: "changed", Head: say.changes, Kind: TextValue}}}, Notes: say.notes}
	for i, v := range c.versions {
		words := say.first
		if i+1 < len(c.versions) {
			words = c.changes(c.versions[i+1], v)
		}
		n := strconv.Itoa(len(v.Targets))
		p.Table.Rows = append(p.Table.Rows, []Cell{{Words: c.say.date(v.date), Value: v.Day, Path: c.at(versionPath(v.Publication))}, {Words: n, Value: n}, text(words)})
	}
	c.page(Head{Path: versionsPath, Title: c.say.titles[versionsPath], Section: targetsPath, Crumbs: c.crumbs(targetsPath), Updated: c.versions[0].Day, Description: say.lead}, p)
}

// changes says how many targets of a publication have another newest figure or verdict than in the one before, or are new.
func (c *composer) changes(before, after version) string {
	n := 0
	for _, t := range after.Targets {
		var old *kept.Target
		if i := slices.IndexFunc(before.Order, func(id string) bool { return c.sameTarget(id, t.ID) }); i >= 0 {
			old = before.Targets[i]
		}
		if old == nil || old.Newest != t.Newest || old.Verdict != t.Verdict {
			n++
		}
	}
	return c.say.frozen.changedCount(c.say.count(n, c.say.targets), n)
}

// data are the data sets of a publication.
func (v version) data() FrozenData {
	f := FrozenData{Root: versionsPath + Path(v.Day), Site: Site{Organizer: v.Publisher, Licence: v.Licence, Sample: v.Sample, Updated: v.At, BaseURL: v.Base, Lang: v.Lang, Name: v.Site}}
	for _, t := range v.Targets {
		f.Datasets = append(f.Datasets, thawData(t))
	}
	return f
}

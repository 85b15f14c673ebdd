package edition

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"bangvang/internal/campaign"
	"bangvang/internal/memo"
	"bangvang/internal/viet"
)

// Names of pictures beside the page that they belong to.
const (
	cardName     = "the.png"
	chartPNGName = "chart.png"
	chartSVGName = "chart.svg"
)

// drawings decides the cards of pages and the charts to take away. What is on a card is what its page says, so that whatever the gate holds
// back there is not here either.
func (c *composer) drawings() {
	own := map[Path]*Picture{}
	for i := range c.ed.Pages {
		p := &c.ed.Pages[i]
		if p.NoIndex {
			continue // nobody should share it
		}
		pic, ok := c.cardOf(p)
		if !ok {
			continue
		}
		pic.Kind, pic.Path = CardDrawing, p.Path+cardName
		pic = c.finished(pic, p.Path)
		c.ed.Drawings = append(c.ed.Drawings, pic)
		own[p.Path] = &Picture{Path: pic.Path, Alt: pic.Alt, Width: CardWidth, Height: CardHeight}
	}
	for i := range c.ed.Pages {
		p := &c.ed.Pages[i]
		if p.NoIndex {
			continue
		}
		p.Card = cmp.Or(own[p.Path], own[c.cardPage(p)], own[p.Section], own[c.at(homePath)])
		pasted := own[p.Path]
		if t, ok := p.Body.(*TargetPage); ok {
			pasted = c.chartPictures(t, p.Path)
		}
		if p.Embed != nil {
			p.Embed.Picture = pasted
		}
	}
	slices.SortStableFunc(c.ed.Drawings, func(a, b Drawing) int { return strings.Compare(string(a.Path), string(b.Path)) })
}

// cardPage is the page whose card stands for one that has none of its own.
func (c *composer) cardPage(p *Page) Path {
	switch b := p.Body.(type) {
	case *AwardPage:
		return b.Award.Decision.Path
	case *ChapterPage:
		return b.Decision.Path
	}
	return ""
}

// finished puts on a picture what all have.
func (c *composer) finished(p Drawing, page Path) Drawing {
	s := &c.ed.Site
	p.Lang, p.Site, p.Date, p.Address = s.Lang, bound(s.Name), bound(s.DataDate), c.typed(page)
	words := append([]string{p.Mark, p.Over, p.Title}, p.Lines...)
	for _, n := range p.Counts {
		words = append(words, n.Figure+" "+n.Words)
	}
	for _, r := range p.Rows {
		words = append(words, joined(": ", r.Words, r.Verdict.Words))
	}
	p.Alt = strings.ReplaceAll(joined(". ", trimmed(append(words, p.Source))...), nbsp, " ")
	return p
}

// trimmed takes the stops from the ends of sentences that will be joined by stops.
func trimmed(all []string) []string {
	out := make([]string, len(all))
	for i, s := range all {
		out[i] = strings.TrimSuffix(s, ".")
	}
	return out
}

// bound ties together what one line must hold: numbers with what they count, names, words of two syllables.
func bound(s string) string {
	if len(s) > longBinding {
		return bind(s)
	}
	return bindings.Of(s, bind)
}

// bindings are what was bound, of what is no whole paragraph.
var bindings = memo.Memo[string, string]{Most: 10_000, Own: strings.Clone}

const longBinding = 600

func bind(s string) string {
	s = dashes.Replace(s)
	phrases := Phrases(viet.Bind(s))
	for i, p := range phrases {
		phrases[i] = strings.ReplaceAll(p, " ", nbsp)
	}
	return strings.Join(phrases, " ")
}

// dashes begin no line.
var dashes = strings.NewReplacer(" - ", nbsp+"- ", " – ", nbsp+"– ")

func boundAll(all ...string) []string {
	var out []string
	for _, s := range all {
		if s != "" {
			out = append(out, bound(s))
		}
	}
	return out
}

// cardOf is what the card of a page says; false for a page that has none of its own.
func (c *composer) cardOf(p *Page) (Drawing, bool) {
	words := &c.say.picture
	switch b := p.Body.(type) {
	case *Home:
		return c.homeCard(b), true
	case *AreaPage:
		return Drawing{Over: words.area(b.Letter), Title: bound(p.Title), Lines: boundAll(c.areaCounts(p.Path), b.Summary), Mark: c.sampleOf(c.targetsAt(p.Path)...)}, true
	case *TargetsPage:
		out := Drawing{Over: bound(c.ed.Site.Short), Title: bound(words.glance), Counts: c.verdictCounts(), Mark: c.sampleOf(c.l.Targets...)}
		return out, true
	case *TargetPage:
		return c.targetCard(p.Title, b), true
	case *UnitPage:
		return c.unitCard(p.Title, b), true
	case *DecisionPage:
		return c.decisionCard(b), true
	case *AwardPage:
		return c.awardCard(b.Award)
	case *StoryPage:
		return Drawing{Laurels: true, Over: "Gương điển hình", Title: bound(p.Title), Lines: boundAll(b.Award.Words, b.Date), Mark: sampleIf(b.Sample)}, true
	case *RollPage:
		if p.Path != rollPath || len(c.awards) == 0 {
			return Drawing{}, false
		}
		return Drawing{Laurels: true, Over: bound(c.ed.Site.Short), Title: bound(p.Title), Counts: c.tallyCounts(c.honouredTally()), Mark: c.sampleAwards()}, true
	}
	if p.Path != p.Section {
		return Drawing{}, false
	}
	return Drawing{Over: bound(c.ed.Site.Short), Title: bound(p.Title), Lines: boundAll(p.Description), Mark: ""}, true
}

func (c *composer) homeCard(h *Home) Drawing {
	out := Drawing{Dark: true, Over: bound(c.ed.Site.Title), Title: bound(h.Occasion), Lines: boundAll(h.Dates)}
	if n := c.honouredTally(); n.Total() > 0 {
		out.Lines, out.Mark = append(out.Lines, bound(h.Doorway.Words)), c.sampleAwards()
	}
	return out
}

// areaCounts says how the targets of the area at an address came out.
func (c *composer) areaCounts(p Path) string {
	for _, a := range c.l.Areas {
		if c.at(areaPath(a)) == p {
			return c.say.areaCounts(a)
		}
	}
	return ""
}

// targetsAt are those of the area at an address.
func (c *composer) targetsAt(p Path) []*campaign.Target {
	for _, a := range c.l.Areas {
		if c.at(areaPath(a)) == p {
			return a.Targets
		}
	}
	return nil
}

func (c *composer) verdictCounts() []DrawnCount {
	n := standings(c.l.Targets)
	var out []DrawnCount
	for _, a := range attainments {
		if n[a] > 0 {
			figure, rest, _ := strings.Cut(c.say.count(n[a], same(c.say.outcomes[a])), " ")
			out = append(out, DrawnCount{figure, bound(rest), Standing(a)})
		}
	}
	return out
}

func (c *composer) tallyCounts(t campaign.Tally) []DrawnCount {
	var out []DrawnCount
	for _, k := range kindsOf(t) {
		n := ofKind(t, k)
		figure, rest, _ := strings.Cut(viet.Count(n, kindWords[k]), " ")
		out = append(out, DrawnCount{Figure: figure, Words: bound(rest)})
	}
	return out
}

// sampleMarked stands across a picture of samples.
func sampleIf(is bool) string {
	if is {
		return vietnamese.picture.sample
	}
	return ""
}

// sampleOf marks pictures of targets that have a report that is a sample.
func (c *composer) sampleOf(ts ...*campaign.Target) string {
	for _, t := range ts {
		if slices.ContainsFunc(t.Results, func(r *campaign.Result) bool { return r.Sample }) {
			return c.say.picture.sample
		}
	}
	return ""
}

// sampleAwards marks pictures of all awards.
func (c *composer) sampleAwards() string {
	for _, d := range c.gate.valid {
		if d.Sample {
			return c.say.picture.sample
		}
	}
	return ""
}

func (c *composer) targetOf(id string) *campaign.Target {
	for _, t := range c.l.Targets {
		if t.ID == id {
			return t
		}
	}
	return nil
}

// targetCard is a target's chart with its verdict.
func (c *composer) targetCard(title string, b *TargetPage) Drawing {
	t := c.targetOf(b.ID)
	return Drawing{Over: bound(b.Area.Words), Title: bound(title), Verdict: &b.Verdict, Chart: drawn(b.Chart), Source: c.sources(t), Mark: c.sampleOf(t), Lines: boundAll(b.Sentence)}
}

// drawn is a chart for a picture, which says title and sentence itself.
func drawn(k Chart) *Chart {
	k.Title, k.Sentence = "", ""
	return &k
}

// sources names who published the figures on a target's chart, each once, newest report first.
func (c *composer) sources(t *campaign.Target) string {
	var all []string
	add := func(s *campaign.Source, d campaign.Date) {
		if s == nil {
			return
		}
		if d.IsZero() {
			d = s.Date
		}
		words := s.Publisher
		if date := c.say.date(d); date != "" {
			words += " (" + date + ")"
		}
		if !slices.Contains(all, words) {
			all = append(all, words)
		}
	}
	for _, r := range t.Results {
		add(reportOf(r), r.AsOf)
	}
	if o := t.Official; o != nil {
		add(o.Source, campaign.Date{})
	}
	if b := t.Baseline; b != nil {
		by := b.Source
		if by == nil && b.Computed != nil {
			by = b.Computed.From
		}
		add(by, campaign.Date{})
	}
	if len(all) == 0 {
		return ""
	}
	return bound(c.say.picture.source(strings.Join(all, "; ")))
}

func (c *composer) unitCard(title string, b *UnitPage) Drawing {
	sample := slices.ContainsFunc(b.Assignments, func(a AssignmentRow) bool { return a.Sample })
	for _, g := range b.Groups {
		sample = sample || slices.ContainsFunc(g.Awards, func(a *Award) bool { return a.Decision.Sample })
	}
	lines := []string{b.Unverified}
	if len(b.Assignments) > 0 || len(b.Groups) > 0 {
		lines = []string{b.Lead, b.Unverified}
	}
	return Drawing{Over: bound(b.Kind), Title: bound(title), Lines: boundAll(lines...), Mark: sampleIf(sample)}
}

func (c *composer) decisionCard(b *DecisionPage) Drawing {
	var n campaign.Tally
	for _, d := range c.gate.decisions {
		if d.ID == b.ID {
			n = standing(d)
		}
	}
	return Drawing{Laurels: true, Over: bound(b.Form.Words), Title: bound(b.Words), Counts: c.tallyCounts(n), Lines: boundAll(b.Reason), Mark: cmp.Or(b.Draft, sampleIf(b.Sample))}
}

// awardCard names who is honoured, unless there are too many for a card each or the page itself does not say.
func (c *composer) awardCard(a *Award) (Drawing, bool) {
	if len(c.awards) > c.l.Campaign.CardAwards || a.Withdrawn != "" || a.Letter == "" {
		return Drawing{}, false
	}
	title := a.Name
	if a.Kind == CollectiveEntry {
		title = bound(title)
	}
	unit := a.Unit.Words
	if strings.Contains(viet.SpellingKey(a.Name), viet.SpellingKey(unit)) {
		unit = ""
	}
	return Drawing{Laurels: true, Over: bound(a.Decision.Form.Words), Title: joined(" ", strings.ReplaceAll(a.Honorific, " ", nbsp), title), Lines: boundAll(joined(", ", a.Position, unit), a.Decision.Words),
		Mark: cmp.Or(a.Decision.Draft, sampleIf(a.Decision.Sample))}, true
}

// chartPictures are a target's chart to take away, and offered on its page; that of pixels is the one that other sites show.
func (c *composer) chartPictures(b *TargetPage, page Path) *Picture {
	t := c.targetOf(b.ID)
	pic := Drawing{Kind: ChartDrawing, Over: bound(b.Area.Words), Title: bound(t.Name), Lines: boundAll(b.Sentence), Chart: drawn(b.Chart), Source: c.sources(t), Mark: c.sampleOf(t)}
	pic = c.finished(pic, page)
	for _, f := range []struct {
		name, format, words string
	}{{chartPNGName, "image/png", c.say.picture.png(ChartWidth)}, {chartSVGName, "image/svg+xml", c.say.picture.svg}} {
		pic.Path = page + Path(f.name)
		c.ed.Drawings = append(c.ed.Drawings, pic)
		b.Pictures = append(b.Pictures, Download{Words: f.words, Path: pic.Path, Format: f.format})
	}
	return &Picture{Path: page + chartPNGName, Alt: pic.Alt, Width: ChartWidth, Height: ChartHeight}
}

// part numbers the parts of what one still cannot hold: " (1/2)".
func part(i, n int) string {
	if n == 1 {
		return ""
	}
	return " (" + strconv.Itoa(i+1) + "/" + strconv.Itoa(n) + ")"
}

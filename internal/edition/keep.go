package edition

import (
	"strings"

	"bangvang/internal/kept"
)

// Keep gives what a publication of this edition keeps for its frozen copies: the words and numbers of its target pages. It is the same for
// every edition of the same data, whatever copies of earlier days the edition has.
func Keep(ed *Edition) *kept.Publication {
	p := &kept.Publication{V: kept.Version, Day: clockDay(ed.Site.Updated), At: ed.Site.Updated, Base: ed.Site.BaseURL}
	for _, in := range append([]*Edition{ed}, ed.Twins...) {
		v := kept.Volume{Lang: in.Site.Lang, Site: in.Site.Name, Author: in.Site.Secretariat, Publisher: in.Site.Organizer, Licence: in.Site.Licence,
			Sample: in.Site.Sample, Order: []string{}, Targets: keepTargets(in)}
		for _, t := range v.Targets {
			v.Order = append(v.Order, t.ID)
		}
		p.Volumes = append(p.Volumes, v)
	}
	return p
}

// clockDay is the day of a moment in RFC 3339, in its own zone.
func clockDay(moment string) string {
	day, _, _ := strings.Cut(moment, "T")
	return day
}

// keepTargets are the targets of an edition in the order of its list of them.
func keepTargets(ed *Edition) []*kept.Target {
	rows, pages, data := []TargetRow{}, map[Path]*Page{}, map[string]*Dataset{}
	for i := range ed.Pages {
		switch b := ed.Pages[i].Body.(type) {
		case *TargetsPage:
			for _, g := range b.Groups {
				rows = append(rows, g.Rows...)
			}
		case *TargetPage:
			pages[ed.Pages[i].Path] = &ed.Pages[i]
		}
	}
	for i := range ed.Datasets {
		data[ed.Datasets[i].ID] = &ed.Datasets[i]
	}
	var out []*kept.Target
	for i := range rows {
		p := pages[rows[i].Path]
		b := p.Body.(*TargetPage)
		out = append(out, keepTarget(&p.Head, &rows[i], b, data["chi-tieu/"+b.ID]))
	}
	return out
}

func keepTarget(h *Head, row *TargetRow, p *TargetPage, d *Dataset) *kept.Target {
	t := &kept.Target{V: kept.Version, ID: p.ID, Title: h.Title, Area: p.Area.Words, Sentence: p.Sentence, Second: p.Second, Verdict: keepVerdict(p.Verdict),
		Goal: row.Goal, Newest: row.Newest, Report: row.Report, Note: p.Note, Facts: []kept.Fact{}, Reports: keepTable(&p.Reports), Chart: keepChart(&p.Chart)}
	if p.SecondVerdict != nil {
		v := keepVerdict(*p.SecondVerdict)
		t.Other = &v
	}
	if e := h.Embed; e != nil {
		t.Source, t.Sample = e.Frame.Source, e.Frame.Sample
	}
	for _, part := range p.Parts {
		t.Parts = append(t.Parts, lastOf(part.Path))
	}
	for _, f := range p.Facts {
		t.Facts = append(t.Facts, kept.Fact{Term: f.Term, Value: f.Value})
	}
	if d != nil {
		t.Data = &kept.Data{Shape: d.Shape, Title: d.Title, Description: d.Description, Cite: d.Cite, Caveats: d.Caveats, Table: keepTable(&d.Table)}
		for _, s := range d.Sources {
			t.Data.Sources = append(t.Data.Sources, kept.Source(s))
		}
	}
	return t
}

// lastOf is the id at the end of a page's address.
func lastOf(p Path) string {
	s := strings.TrimSuffix(string(p), "/")
	return s[strings.LastIndexByte(s, '/')+1:]
}

func keepVerdict(v Verdict) kept.Verdict {
	return kept.Verdict{Standing: string(v.Standing), Words: v.Words}
}

func keepTable(t *Table) kept.Table {
	out := kept.Table{Caption: t.Caption, Columns: []kept.Column{}, Rows: [][]kept.Cell{}}
	for _, c := range t.Columns {
		k := kept.Column{Key: c.Key, Head: c.Head, Kind: string(c.Kind), Note: c.Note, Of: c.Of}
		for _, v := range c.Codes {
			k.Codes = append(k.Codes, kept.Cell{Words: v.Words, Value: v.Value})
		}
		out.Columns = append(out.Columns, k)
	}
	for _, row := range t.All() {
		cells := []kept.Cell{}
		for _, c := range row {
			cells = append(cells, kept.Cell{Words: c.Words, Value: c.Value, URL: c.URL})
		}
		out.Rows = append(out.Rows, cells)
	}
	return out
}

func keepChart(c *Chart) kept.Chart {
	out := kept.Chart{Form: string(c.Form), Measure: c.Measure, Decimals: c.Decimals, Min: c.Axis.Min, Max: c.Axis.Max, Zoomed: c.Axis.Zoomed,
		Goal: kept.Goal(c.Goal), NoData: c.NoData, Key: c.Key, Points: []kept.Point{}}
	if c.Official != nil {
		g := kept.Goal(*c.Official)
		out.Official = &g
	}
	if c.Baseline != nil {
		b := keepPoint(*c.Baseline)
		out.Baseline = &b
	}
	for _, p := range c.Points {
		out.Points = append(out.Points, keepPoint(p))
	}
	return out
}

func keepPoint(p ChartPoint) kept.Point {
	return kept.Point{Value: p.Value, Words: p.Words, Label: p.Label, Long: p.Long, Day: p.Day, Open: p.Open, Gap: p.Gap, Provisional: p.Provisional,
		Computed: p.Computed, Newest: p.Newest}
}

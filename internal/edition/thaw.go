package edition

import "bangvang/internal/kept"

// thaw makes a target's page of what was kept of it, in a language. Links to other pages are for whoever knows them.
func thaw(t *kept.Target, lang string) *TargetPage {
	p := &TargetPage{ID: t.ID, Area: Link{Words: t.Area}, Sentence: t.Sentence, Second: t.Second, Verdict: thawVerdict(t.Verdict),
		Chart: thawChart(t, lang), Reports: thawTable(&t.Reports), Note: t.Note}
	if t.Other != nil {
		v := thawVerdict(*t.Other)
		p.SecondVerdict = &v
	}
	for _, f := range t.Facts {
		p.Facts = append(p.Facts, Fact{Term: f.Term, Value: f.Value})
	}
	return p
}

func thawVerdict(v kept.Verdict) Verdict {
	return Verdict{Standing: Standing(v.Standing), Words: v.Words}
}

func thawTable(t *kept.Table) Table {
	out := Table{Caption: t.Caption}
	for _, c := range t.Columns {
		k := Column{Key: c.Key, Head: c.Head, Kind: ValueKind(c.Kind), Note: c.Note, Of: c.Of}
		for _, v := range c.Codes {
			k.Codes = append(k.Codes, Code{Value: v.Value, Words: v.Words})
		}
		out.Columns = append(out.Columns, k)
	}
	for _, row := range t.Rows {
		var cells []Cell
		for _, c := range row {
			cells = append(cells, Cell{Words: c.Words, Value: c.Value, URL: c.URL})
		}
		out.Rows = append(out.Rows, cells)
	}
	return out
}

func thawChart(t *kept.Target, lang string) Chart {
	c := &t.Chart
	out := Chart{ID: "chi-tieu-" + t.ID, Lang: lang, Form: ChartForm(c.Form), Title: t.Title, Measure: c.Measure, Decimals: c.Decimals, Sentence: t.Sentence,
		Axis: Axis{Min: c.Min, Max: c.Max, Zoomed: c.Zoomed}, Goal: ChartGoal(c.Goal), NoData: c.NoData, Key: c.Key,
		Verdict: t.Verdict.Words, Standing: Standing(t.Verdict.Standing)}
	if c.Official != nil {
		g := ChartGoal(*c.Official)
		out.Official = &g
	}
	if c.Baseline != nil {
		b := thawPoint(*c.Baseline)
		out.Baseline = &b
	}
	for _, p := range c.Points {
		out.Points = append(out.Points, thawPoint(p))
	}
	return out
}

func thawPoint(p kept.Point) ChartPoint {
	return ChartPoint{Value: p.Value, Words: p.Words, Label: p.Label, Long: p.Long, Day: p.Day, Gap: p.Gap, Provisional: p.Provisional,
		Computed: p.Computed, Open: p.Open, Newest: p.Newest}
}

func thawData(t *kept.Target) Dataset {
	d := t.Data
	out := Dataset{ID: "chi-tieu/" + t.ID, Shape: d.Shape, Title: d.Title, Description: d.Description, Page: under(targetsPath, t.ID), Cite: d.Cite, Caveats: d.Caveats,
		Table: thawTable(&d.Table)}
	for _, s := range d.Sources {
		out.Sources = append(out.Sources, SourceRow(s))
	}
	return out
}

package edition

import (
	"slices"

	"bangvang/internal/campaign"
	"bangvang/internal/viet"
)

const statisticsPath = rollPath + "thong-ke/"

// statistics counts the awards that stand in the roll.
func (c *composer) statistics() {
	p := &StatisticsPage{Lead: "Chưa có quyết định khen thưởng nào được công bố."}
	var all []*campaign.Award
	for _, d := range c.gate.valid {
		for _, a := range d.Awards {
			if c.gate.honoured(a) {
				all = append(all, a)
			}
		}
	}
	if len(all) > 0 {
		p.Lead = c.honouredWords() + " được vinh danh trong " + viet.Count(len(c.gate.valid), "quyết định") + "."
		p.Note = "Mỗi lượt khen được đếm một lần. Ai được khen nhiều lần thì được đếm theo từng quyết định."
	}
	add := func(o Overview, lineOf func(*campaign.Award) Link, order []Link) {
		// A table whose only line is that of awards without any says nothing.
		if o = awardOverview(o, all, lineOf, order); len(o.Lines) > 1 || len(o.Lines) == 1 && o.Lines[0].Path != "" {
			p.Overviews = append(p.Overviews, o)
		}
	}
	add(Overview{Anchor: "hinh-thuc", Heading: "Theo hình thức khen", First: "Hình thức"},
		func(a *campaign.Award) Link {
			return Link{Words: a.Decision.Form.Name, Path: formPath(a.Decision.Form)}
		}, formLinks(c.l.Forms))
	if len(all) > 0 {
		p.Overviews = append(p.Overviews, kindOverview(c.honouredTally()))
	}
	add(Overview{Anchor: "noi-dung", Heading: "Theo nội dung thi đua", First: "Nội dung"},
		func(a *campaign.Award) Link { return orElse(areaLink(a.Area), "Không ghi nội dung") }, links(c.l.Areas, areaLink))
	if len(c.l.Blocks) > 0 {
		add(Overview{Anchor: "khoi", Heading: "Theo cụm, khối thi đua", First: "Cụm, khối"},
			func(a *campaign.Award) Link {
				return orElse(blockLink(a.Unit.Block), "Không thuộc cụm, khối nào")
			}, links(c.l.Blocks, blockLink))
	}
	add(Overview{Anchor: "don-vi", Heading: "Theo đơn vị", First: "Đơn vị"},
		func(a *campaign.Award) Link { return unitLink(a.Unit) }, links(c.l.Units, unitLink))
	c.page(Head{Path: statisticsPath, Title: "Thống kê khen thưởng", Section: rollPath, Crumbs: c.crumbs(rollPath),
		Description: "Số lượt khen theo hình thức, đối tượng, nội dung thi đua và đơn vị. " + p.Lead, Updated: c.rolled.said}, p)
}

func orElse(l Link, words string) Link {
	if l.Words == "" {
		return Link{Words: words}
	}
	return l
}

func links[T any](all []T, of func(T) Link) []Link {
	var out []Link
	for _, t := range all {
		out = append(out, of(t))
	}
	return out
}

func formLinks(forms []*campaign.Form) []Link {
	return links(forms, func(f *campaign.Form) Link { return Link{Words: f.Name, Path: formPath(f)} })
}

// awardOverview counts awards by line, in the order given; a line that is not in it, such as that of awards without an area, comes last.
// Lines without awards and kinds that never occur are left out.
func awardOverview(o Overview, all []*campaign.Award, lineOf func(*campaign.Award) Link, order []Link) Overview {
	counts, whole := map[Link]*campaign.Tally{}, campaign.Tally{}
	for _, a := range all {
		l := lineOf(a)
		if counts[l] == nil {
			counts[l] = &campaign.Tally{}
			if !slices.Contains(order, l) {
				order = append(order, l)
			}
		}
		counts[l].Count(a.Kind)
		whole.Count(a.Kind)
	}
	columns := kindsOf(whole)
	o.Heads = []string{"Lượt khen"}
	for _, k := range columns {
		o.Heads = append(o.Heads, upper(kindWords[k]))
	}
	for _, l := range order {
		n := counts[l]
		if n == nil {
			continue
		}
		line := OverviewLine{Link: l, Counts: []Cell{vietnamese.figure(n.Total())}, Strip: Strip{Parts: []StripPart{{Count: n.Total()}}}}
		for _, k := range columns {
			line.Counts = append(line.Counts, vietnamese.figure(ofKind(*n, k)))
		}
		o.Lines = append(o.Lines, line)
	}
	o.scaled()
	return o
}

// kindsOf are the kinds that a tally has any of.
func kindsOf(n campaign.Tally) []campaign.AwardKind {
	var out []campaign.AwardKind
	for _, k := range awardKinds {
		if ofKind(n, k) > 0 {
			out = append(out, k)
		}
	}
	return out
}

func ofKind(n campaign.Tally, k campaign.AwardKind) int {
	switch k {
	case campaign.Collective:
		return n.Collectives
	case campaign.Individual:
		return n.Individuals
	}
	return n.Households
}

// kindOverview counts awards by whom they honour.
func kindOverview(n campaign.Tally) Overview {
	o := Overview{Anchor: "doi-tuong", Heading: "Theo đối tượng", First: "Đối tượng", Heads: []string{"Lượt khen"}}
	for _, k := range kindsOf(n) {
		o.Lines = append(o.Lines, OverviewLine{Link: Link{Words: upper(kindWords[k])}, Counts: []Cell{vietnamese.figure(ofKind(n, k))},
			Strip: Strip{Parts: []StripPart{{Count: ofKind(n, k)}}}})
	}
	o.scaled()
	return o
}

package edition

import (
	"cmp"
	"strings"

	"bangvang/internal/campaign"
	"bangvang/internal/viet"
)

// publicAwards words every award that has a page, once.
func (c *composer) publicAwards() {
	pages := make(map[*campaign.Award]*AwardPage, len(c.l.Awards))
	all := newCommon()
	for _, d := range c.gate.decisions {
		ref := c.ref(d)
		c.refs[d] = ref
		crumbs := append(c.crumbs(rollPath), Link{Words: ref.Short + " " + ref.Number, Path: ref.Path})
		var previous *AwardPage
		for _, a := range d.Awards {
			p := &AwardPage{Award: publicAward(a, ref, c.known, all)}
			c.awards[a], pages[a] = p.Award, p
			if previous != nil {
				previous.Next, p.Previous = p.Award, previous.Award
			}
			previous = p
			c.page(c.awardHead(a, p.Award, crumbs), p)
		}
	}
	for _, s := range c.l.Stories {
		if s.Award != nil && c.gate.story(s) {
			pages[s.Award].Story = &Link{Words: s.Title, Path: storyPath(s)}
		}
	}
}

func (c *composer) ref(d *campaign.Decision) *DecisionRef {
	r := &DecisionRef{ID: d.ID, Path: decisionPath(d), Number: d.Number, Words: vietnamese.decision.named(d.Number, vietnamese.dated(d.Date)),
		Form: Link{Words: d.Form.Name, Path: formPath(d.Form)}, Short: d.Form.Short, Issuer: d.Issuer, Date: vietnamese.date(d.Date), Signed: d.Date.ISO(), Sample: d.Sample}
	if v := d.Revoked; v != nil {
		r.Revoked = joined(": ", vietnamese.decision.revoked(vietnamese.dated(v.Date)), v.Reason)
	}
	if d.Draft() {
		r.Words, r.Draft = "Dự thảo quyết định (chưa có số)", draft
	} else if e := c.ahead(d); e != nil {
		r.Draft = draft
		if !c.gate.drafts {
			r.Draft, r.Embargo = e.Words, e
		}
	}
	return r
}

// draft marks a decision that the public may not see yet.
const draft = "Chưa công bố"

// hidden stands for the name of a minor without recorded consent. Of such a one only the unit is told: a citation or an office may tell who it is.
const hidden = "Người chưa thành niên (không nêu tên)"

// common is what many awards say, the same for all of them: where they lead, and texts, apart from the file in which they stand: that is held for as long
// as any part of it.
type common struct {
	unit  func(*campaign.Unit) Link
	block func(*campaign.Block) Link
	area  func(*campaign.Area) Link
	text  func(string) string
}

func newCommon() common {
	return common{once(unitLink), once(blockLink), once(areaLink), once(strings.Clone)}
}

func publicAward(a *campaign.Award, ref *DecisionRef, known *Names, all common) *Award {
	path := awardPath(a)
	out := &Award{Place: a.Place, ID: lastOf(path), Path: path, No: a.No, Kind: entryKinds[a.Kind], KindWords: kindWords[a.Kind], Decision: ref}
	if w := a.Withdrawn; w != nil {
		out.Withdrawn = "Đã rút khỏi danh sách " + vietnamese.dated(w.Date) + "."
		return out
	}
	out.Unit, out.Block = all.unit(a.Unit), all.block(a.Unit.Block)
	if !named(a) {
		out.Name = hidden
		return out
	}
	out.Honorific, out.Name, out.Position = all.text(a.Honorific), strings.Clone(a.Name), all.text(a.Position)
	out.Group, out.Citation = all.text(a.Group), all.text(a.Citation)
	out.Area, out.Letter = all.area(a.Area), known.letter(a)
	out.Photo = agreed(a.Photo, a.Name)
	return out
}

// agreed is a picture that whom it shows agreed to; nil if there is none such. words stand for it if it has none of its own.
func agreed(p *campaign.Photo, words string) *Photo {
	if p == nil || !p.Consent || p.File == "" {
		return nil
	}
	return &Photo{File: p.File, Alt: cmp.Or(p.Alt, words)}
}

// named tells whether an award stands in lists by name.
func named(a *campaign.Award) bool { return a.Minor == nil || a.Minor.Consent }

// description is that of an award's page.
func (p *Award) description() string {
	if p.Withdrawn != "" {
		return p.Decision.Words + ", số thứ tự " + viet.FormatInt(int64(p.No)) + ". " + p.Withdrawn
	}
	return joined(", ", p.Name, p.Position, p.Unit.Words) + ": " + p.Decision.Short + ", " + p.Decision.Words + "."
}

// awardHead is what the page of an award has, but for its description; crumbs are those of all awards of its decision.
func (c *composer) awardHead(a *campaign.Award, p *Award, crumbs []Link) Head {
	h := Head{Path: p.Path, Title: p.Name, Section: rollPath, Crumbs: crumbs, Updated: c.awardAge(a).said}
	if p.Withdrawn != "" {
		h.Title, h.NoIndex = "Đã rút khỏi danh sách", true
	}
	if p.Decision.Revoked != "" {
		h.NoIndex = true
	}
	return h
}

func (c *composer) decisions() {
	page := &DecisionsPage{Lead: "Quyết định khen thưởng đã công bố. Danh sách người được khen ghi đúng như trong quyết định."}
	for _, d := range c.gate.decisions {
		row := DecisionRow{DecisionRef: c.refs[d], Reason: d.Reason, Counts: vietnamese.tally(standing(d))}
		page.Rows = append(page.Rows, row)
		p := &DecisionPage{DecisionRow: row, Facts: decisionFacts(d), Bases: d.Bases, Groups: c.byKind(d),
			Downloads: c.downloads("quyet-dinh/" + d.ID), Cite: c.cite(row.Words, row.Path)}
		c.extract(d, p)
		h := Head{Path: row.Path, Title: row.Words, Section: decisionsPath, Crumbs: c.crumbs(decisionsPath),
			Description: short(row.Short+" cho "+row.Counts+". "+d.Reason, 240), Updated: c.listAge(d).said, NoIndex: d.Revoked != nil}
		c.embedDecision(&h, d, p)
		h.Reference = c.referenceOfDecision(d, p)
		c.page(h, p)
	}
	if len(page.Rows) == 0 {
		page.Lead = "Chưa có quyết định khen thưởng nào được công bố."
	}
	c.page(Head{Path: decisionsPath, Title: "Quyết định", Section: decisionsPath, Crumbs: c.crumbs(), Description: page.Lead, Updated: c.rolled.said}, page)
}

// standing counts the awards of a decision that were not withdrawn.
func standing(d *campaign.Decision) (n campaign.Tally) {
	for _, a := range d.Awards {
		if a.Withdrawn == nil {
			n.Count(a.Kind)
		}
	}
	return n
}

func decisionFacts(d *campaign.Decision) []Fact {
	out := []Fact{{Term: "Hình thức", Value: d.Form.Name, Path: formPath(d.Form)}, {Term: "Số", Value: d.Number}, {Term: "Ngày ký", Value: vietnamese.date(d.Date)},
		{Term: "Người ra quyết định", Value: d.Issuer}}
	if d.IssuerUnit != nil {
		out = append(out, Fact{Term: "Đơn vị", Value: d.IssuerUnit.Name, Path: unitPath(d.IssuerUnit)})
	}
	return append(out, Fact{Term: "Người ký", Value: joined(", ", d.Signatory.Name, d.Signatory.Office)})
}

// byKind is a decision's list: collectives, individuals, households, each by STT, withdrawn lines in their place.
func (c *composer) byKind(d *campaign.Decision) []RollGroup {
	var out []RollGroup
	for _, k := range awardKinds {
		g := RollGroup{Heading: kindHeads[k], Anchor: string(entryKinds[k])}
		for _, a := range d.Awards {
			if a.Kind == k {
				g.Awards = append(g.Awards, c.awards[a])
			}
		}
		if len(g.Awards) > 0 {
			out = append(out, g)
		}
	}
	return out
}

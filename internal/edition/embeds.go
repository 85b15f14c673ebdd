package edition

import (
	"strings"

	"bangvang/internal/campaign"
	"bangvang/internal/viet"
)

const (
	embedsPath Path = "/nhung/"
	oembedRoot Path = "/oembed"
)

func targetEmbedPath(t *campaign.Target) Path     { return under(embedsPath, t.ID) }
func decisionEmbedPath(d *campaign.Decision) Path { return under(embedsPath+"quyet-dinh/", d.ID) }

const rollEmbedPath = embedsPath + "vinh-danh/"

// embedded adds the page for frames of the page that h is of, and tells h of it. what is the sentence to paste.
func (c *composer) embedded(h *Head, at Path, what string, frame *EmbedPage) {
	of := c.at(h.Path)
	frame.Of, frame.Address = of, c.typed(of)
	answers := oembedRoot + Path(strings.TrimSuffix(string(of), "/"))
	h.Embed = &Embed{Frame: frame, Path: c.at(at), Title: h.Title, JSON: answers + ".json", XML: answers + ".xml",
		Sentence: what + " " + c.say.embed.source(c.ed.Site.Name) + ", " + c.absolute(of)}
	if frame.Sample != "" {
		h.Embed.Sentence = frame.Sample + " " + h.Embed.Sentence
	}
	c.page(Head{Path: at, Title: h.Title, Description: h.Description, Section: h.Section, Updated: h.Updated, NoIndex: true}, frame)
}

func (c *composer) embedTarget(h *Head, t *campaign.Target, p *TargetPage) {
	frame := &EmbedPage{Overline: c.say.embed.target, Sentence: p.Sentence, Verdict: &p.Verdict, Chart: &p.Chart, Source: c.say.embed.source(c.sourcesOf(t))}
	for _, r := range t.Results {
		if r.Sample {
			frame.Sample = c.say.embed.sample
		}
	}
	c.embedded(h, targetEmbedPath(t), t.Name+" – "+lowered(p.Sentence), frame)
}

// sourcesOf names the source of a target's newest figure; without figures, whoever says that there are none.
func (c *composer) sourcesOf(t *campaign.Target) string {
	if r := campaign.Newest(t.Results); r != nil {
		if by := reportOf(r); by != nil {
			return c.say.cited(by)
		}
	}
	return c.l.Campaign.Secretariat
}

func (c *composer) embedDecision(h *Head, d *campaign.Decision, p *DecisionPage) {
	frame := &EmbedPage{Overline: p.Form.Words, Warning: p.Revoked, Sentence: p.Reason, Counts: []EmbedCounts{{Rows: kindCounts(standing(d))}},
		Source: c.say.embed.source(p.Issuer)}
	if d.Sample {
		frame.Sample = c.say.embed.sample
	}
	what := p.Words + ": " + joined(", ", p.Form.Words, p.Counts) + "."
	if p.Revoked != "" {
		what += " " + p.Revoked
	}
	c.embedded(h, decisionEmbedPath(d), what, frame)
}

func (c *composer) embedRoll(h *Head, lead string) {
	frame := &EmbedPage{Overline: c.ed.Site.Short, Sentence: lead, Source: c.say.embed.source(c.l.Campaign.Secretariat)}
	var forms []Fact
	for _, f := range c.formChips() {
		forms = append(forms, Fact{Term: f.Words, Value: f.Count})
	}
	if len(forms) > 0 {
		frame.Counts = []EmbedCounts{{Heading: "Theo đối tượng", Rows: kindCounts(c.honouredTally())}, {Heading: "Theo hình thức khen", Rows: forms}}
	}
	for _, d := range c.gate.valid {
		if d.Sample {
			frame.Sample = c.say.embed.sample
		}
	}
	c.embedded(h, rollEmbedPath, h.Title+": "+lowered(lead), frame)
}

// kindCounts are the numbers of those honoured by kind, without kinds that nobody is of.
func kindCounts(n campaign.Tally) []Fact {
	var out []Fact
	for _, k := range kindsOf(n) {
		out = append(out, Fact{Term: upper(kindWords[k]), Value: viet.FormatInt(int64(ofKind(n, k)))})
	}
	return out
}

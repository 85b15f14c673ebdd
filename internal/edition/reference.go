package edition

import (
	"slices"
	"strconv"
	"strings"

	"bangvang/internal/campaign"
)

// Reference is how a page or a data set is cited: as text in each language that an edition can be composed in, and in files for programs that
// keep references. It is of the day of the data: that is its version. The day on which a reader saw it only the reader knows.
type Reference struct {
	Texts     []ReferenceText
	Key       string // stable: the same whatever the day of the data
	Dataset   bool   // else a page
	Title     string
	Author    string // who answers for it, as one name
	Publisher string
	Site      string
	Version   string // the day of the data: 2019-01-15
	Dated     string // the same in words: "Dữ liệu đến ngày 15/01/2019"
	Note      string // that it is no real data, that it was revoked; else ""
	URL       string
	Lang      string
	BibTeX    Download
	CSL       Download
}

// ReferenceText is a reference as text. Where it says on which day it was seen it has an ellipsis; Day tells how that day is written:
// {dd} in two digits or {d}, {month} as Months has it, {y}.
type ReferenceText struct {
	Lang   string
	Text   string
	Day    string
	Months string // all twelve, parted by spaces
}

// cited is what is cited.
type cited struct {
	path    Path // in the campaign's own edition
	title   func(*campaign.Ledger) string
	twinned bool // it stands in all languages of the campaign
	dataset bool
	gloss   func(*tongue) string // what a title that stands in one language only says; nil where it needs none
	note    func(*tongue) string // nil for none
	files   Path                 // where its files lie: BibTeX at files + ".bib"
}

// citedPage is a page in one language.
func citedPage(p Path, title string) cited {
	return cited{path: p, title: func(*campaign.Ledger) string { return title }, files: p + referenceName}
}

// referenceName is that of a page's files, without their endings.
const referenceName = "trich-dan"

// reference cites.
func (c *composer) reference(of cited) *Reference {
	k := &c.l.Campaign
	at := of.path
	if of.twinned {
		at = c.at(at)
	}
	files := c.at(of.path) + Path(strings.TrimPrefix(string(of.files), string(of.path)))
	r := &Reference{Key: referenceKey(k.Anniversary.To.Year, files), Dataset: of.dataset, Title: of.title(c.l), Author: k.Secretariat, Publisher: k.Organizer, Site: c.ed.Site.Name, Version: campaign.Day(k.AsOf).ISO(),
		Dated: c.ed.Site.DataDate, URL: c.absolute(at), Lang: c.say.lang}
	if of.note != nil {
		r.Note = of.note(c.say)
	}
	r.BibTeX = Download{Words: "BibTeX", Path: files + ".bib", Format: "application/x-bibtex"}
	r.CSL = Download{Words: "CSL-JSON", Path: files + ".csl.json", Format: "application/vnd.citationstyles.csl+json"}
	for _, say := range tongues {
		r.Texts = append(r.Texts, c.referenceText(of, say))
	}
	return r
}

// referenceKey is the key of a reference by where its files lie: "bangvang2019-chi-tieu-ho-ngheo".
func referenceKey(year int, files Path) string {
	key := "bangvang" + strconv.Itoa(year)
	for _, part := range strings.Split(string(files), "/") {
		if part != "" && part != referenceName {
			key += "-" + part
		}
	}
	return key
}

// referenceText is a reference in a language, told with what data has in it.
func (c *composer) referenceText(of cited, say *tongue) ReferenceText {
	own := c
	if c.twin != nil {
		own = c.twin.own
	}
	l, at := own.l, of.path
	if i := slices.IndexFunc(own.l.Twins, func(t campaign.Twin) bool { return t.Lang == say.lang }); i >= 0 {
		l = own.l.Twins[i].Ledger
		if of.twinned {
			at = Path("/"+say.lang) + at
		}
	}
	k, title, said := &l.Campaign, of.title(l), ""
	if of.gloss != nil && say != own.say {
		said = of.gloss(say)
	}
	if of.dataset {
		said = joined("; ", said, say.sentences.dataset)
	}
	if said != "" {
		title += " [" + said + "]"
	}
	text := say.sentences.cite(citation{k.Secretariat, title, say.site.title + " · " + k.ShortName, say.dated(campaign.Day(k.AsOf)), c.absolute(at)})
	text += " (" + say.sentences.seen + ")"
	if of.note != nil {
		text = joined(". ", text, of.note(say))
	}
	return ReferenceText{Lang: say.lang, Text: strings.ReplaceAll(text, nbsp, " "), Day: say.sentences.seenDay, Months: say.sentences.months}
}

func (c *composer) referenceOf(t *campaign.Target) *Reference {
	of := citedPage(targetPath(t), "")
	at := slices.Index(c.l.Targets, t) // a twin has the same targets in the same order
	of.title, of.twinned = func(l *campaign.Ledger) string { return l.Targets[at].Name }, true
	if slices.ContainsFunc(t.Results, func(r *campaign.Result) bool { return r.Sample }) {
		of.note = func(say *tongue) string { return say.embed.sample }
	}
	return c.reference(of)
}

func (c *composer) referenceOfDecision(d *campaign.Decision, p *DecisionPage) *Reference {
	of := citedPage(decisionPath(d), p.Words)
	of.gloss = func(say *tongue) string { return say.decision.named(d.Number, say.dated(d.Date)) }
	if d.Sample || d.Revoked != nil {
		of.note = func(say *tongue) string {
			sample, revoked := "", ""
			if d.Sample {
				sample = say.embed.sample
			}
			if r := d.Revoked; r != nil {
				revoked = say.decision.revoked(say.dated(r.Date))
				if say == vietnamese {
					revoked = p.Revoked // with the reason, which is given in Vietnamese
				}
			}
			return joined(" ", sample, revoked)
		}
	}
	return c.reference(of)
}

// referenceOfDataset cites one of the campaign's tables, which stand on a page together.
func (c *composer) referenceOfDataset(id, title string) *Reference {
	of := citedPage(dataPath, title)
	of.dataset, of.files = true, dataPath+referenceName+"/"+Path(id)
	of.gloss = func(say *tongue) string { return say.tables[id] }
	if c.ed.Site.Sample != "" {
		of.note = func(say *tongue) string { return say.site.sample }
	}
	return c.reference(of)
}

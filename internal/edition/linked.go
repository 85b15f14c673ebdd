package edition

import (
	"slices"
	"strconv"
	"strings"

	"bangvang/internal/campaign"
)

// Linked is what a page of the site tells machines: of what the page itself says, and the site, so that it is another only when these are. It is worked
// out when the page is written, lest an edition of a million pages hold a million trees.
//
// Of samples, of what the public may not see yet, of those who are not named, of units whose name is not sure it tells nothing but the way to
// the page, and of withdrawn awards and revoked decisions nothing: a machine reads no banner, and what it took for a fact it keeps. Of a household it tells nothing either, since the
// vocabulary knows persons and organisations and it is neither.
func (s *Site) Linked(p *Page) []*Thing {
	if p.NoIndex {
		return nil
	}
	t := teller{s, p}
	out, silent := t.body()
	if silent {
		out = nil
	}
	out = append(out, t.crumbs(silent))
	return slices.DeleteFunc(out, func(o *Thing) bool { return o == nil })
}

// teller tells machines of one page.
type teller struct {
	site *Site
	page *Page
}

// body tells of what the page is about, and whether there is nothing that may be told of it.
func (t teller) body() (out []*Thing, silent bool) {
	switch b := t.page.Body.(type) {
	case *Home:
		return []*Thing{t.website(), t.organizer(), t.gathering()}, false
	case *PlanPage:
		return []*Thing{t.plan(&b.Issued), t.gathering()}, false
	case *TargetPage:
		return []*Thing{t.target(b)}, false
	case *DataPage:
		return []*Thing{t.catalogue(b)}, false
	case *DecisionPage:
		return []*Thing{t.decision(b)}, b.untold()
	case *AwardPage:
		return []*Thing{t.honoured(b.Award)}, b.Award.untold()
	case *StoryPage:
		return []*Thing{t.story(b)}, b.Sample
	case *UnitPage:
		return []*Thing{t.unit(b)}, b.Unverified != ""
	case *BookletPage:
		return []*Thing{t.booklet(b)}, false
	}
	return nil, false
}

// untold tells whether machines must not hear of a decision.
func (d *DecisionRef) untold() bool { return d.Sample || d.Draft != "" || d.Revoked != "" }

// untold tells whether machines must not hear of an award.
func (a *Award) untold() bool {
	return a.Decision.untold() || a.Withdrawn != "" || a.Name == hidden
}

func (t teller) at(p Path) string { return t.site.BaseURL + strings.TrimPrefix(string(p), "/") }

// first is the page's address in the campaign's own language: what is told of has one address in all languages.
func (t teller) first() Path {
	if len(t.page.Alternates) > 0 {
		return t.page.Alternates[0].Path
	}
	return t.page.Path
}

// thing begins one that the page is about.
func (t teller) thing(kind, name string) *Thing {
	o := &Thing{Type: kind, ID: t.at(t.first()) + "#" + strings.ToLower(kind)}
	return o.says("name", name).says("url", t.at(t.page.Path))
}

func organization(name string) *Thing {
	if name == "" {
		return nil
	}
	return (&Thing{Type: "Organization"}).says("name", name)
}

// publisher is the organizer, as pages other than the home page name it.
func (t teller) publisher() *Thing {
	o := organization(t.site.Organizer)
	if o != nil {
		o.ID = t.at(homePath) + "#organization"
	}
	return o
}

// compiler is who put the data together.
func (t teller) compiler() *Thing {
	if t.site.Secretariat == "" || t.site.Secretariat == t.site.Organizer {
		return t.publisher()
	}
	return organization(t.site.Secretariat)
}

func (t teller) organizer() *Thing {
	o := t.publisher()
	if k := t.site.Contact; o != nil && (k.Phone != "" || k.Email != "") {
		o.has("contactPoint", (&Thing{Type: "ContactPoint"}).says("name", k.Name).says("telephone", k.Phone).says("email", k.Email))
	}
	return o
}

func (t teller) website() *Thing {
	o := t.thing("WebSite", t.site.Name).says("alternateName", t.site.Title).says("description", t.page.Description)
	t.issued(o)
	return o
}

// gathering is the event at which awards are handed over. A month is a date as ISO 8601 has it; an event without any is not told of.
func (t teller) gathering() *Thing {
	g := t.site.Gathering
	if g.Date == "" || g.Name == "" {
		return nil
	}
	o := &Thing{Type: "Event", ID: t.at(homePath) + "#event"}
	o.says("name", g.Name).says("startDate", g.Date).says("description", g.Words)
	if g.Place != "" {
		o.has("location", (&Thing{Type: "Place"}).says("name", g.Place).says("address", g.Place))
	}
	return o.says("url", t.at(t.page.Path)).has("organizer", t.publisher())
}

func (t teller) plan(p *Issued) *Thing {
	o := t.thing("CreativeWork", p.Title).says("identifier", p.Number).says("datePublished", p.Date)
	return o.has("publisher", organization(p.Issuer))
}

func (t teller) licence() *Thing {
	if t.site.Licence == "" {
		return nil
	}
	return (&Thing{Type: "CreativeWork"}).says("name", t.site.Licence).says("url", t.at(pressPath))
}

// issued says of a work as old as its page by whom, when and in which language it came out.
func (t teller) issued(o *Thing) {
	o.has("publisher", t.publisher()).says("dateModified", t.page.Updated).says("inLanguage", t.site.Lang)
}

// dataset tells of a set of data that is offered in files.
func (t teller) dataset(o *Thing, description string, files []Download) *Thing {
	o.says("description", description).has("creator", t.compiler()).has("license", t.licence()).spells("isAccessibleForFree", "true")
	for _, f := range files {
		o.has("distribution", (&Thing{Type: "DataDownload"}).says("name", f.Words).says("encodingFormat", f.Format).says("contentUrl", t.at(f.Path)))
	}
	return o
}

func (t teller) target(p *TargetPage) *Thing {
	v := p.Variable
	if v.Sample {
		return nil
	}
	o := t.dataset(t.thing("Dataset", t.page.Title), joined(" ", p.Sentence, p.Second), p.Downloads)
	o.says("temporalCoverage", v.Period)
	t.issued(o)
	o.has("variableMeasured", v.thing(t.page.Title))
	o.has("includedInDataCatalog", (&Thing{Type: "DataCatalog", ID: t.at(dataPath) + "#datacatalog"}).says("name", t.site.Name).says("url", t.at(dataPath)))
	for _, s := range v.Sources {
		o.has("isBasedOn", (&Thing{Type: "CreativeWork"}).says("name", s.Title).says("url", s.URL).says("datePublished", s.Date).has("publisher", organization(s.Publisher)))
	}
	return o
}

// thing is the variable with its newest figure: exact, or on the side of it where the true value lies.
func (v *Variable) thing(name string) *Thing {
	o := (&Thing{Type: "PropertyValue"}).says("name", name).says("unitText", v.Measure)
	property := map[campaign.Qualifier]string{campaign.Exactly: "value", campaign.Above: "minValue", campaign.Below: "maxValue"}[v.Qualifier]
	if property != "" {
		o.spells(property, v.Value)
	}
	return o.says("description", v.Words)
}

func (t teller) catalogue(p *DataPage) *Thing {
	o := t.thing("DataCatalog", t.site.Name).says("description", t.page.Description).has("creator", t.compiler()).has("license", t.licence())
	t.issued(o)
	for _, d := range p.Datasets {
		if !d.sampled() {
			o.has("dataset", t.dataset((&Thing{Type: "Dataset"}).says("name", d.Title), joined(" ", d.Description, t.site.Campaign+"."), d.Downloads))
		}
	}
	return o
}

// sampled tells whether a set holds a sample.
func (d *Dataset) sampled() bool {
	return d.any("sample", strconv.FormatBool(true))
}

func (t teller) decision(p *DecisionPage) *Thing {
	o := t.dataset(t.thing("Dataset", t.page.Title), t.page.Description, p.Downloads)
	t.issued(o)
	act := (&Thing{Type: "Legislation"}).says("name", p.Words).says("legislationIdentifier", p.Number).says("legislationDate", p.Signed)
	return o.has("isBasedOn", act)
}

// prize names what was awarded, by which decision.
func (a *Award) prize() string { return joined(", ", a.Decision.Form.Words, a.Decision.Words) }

func (t teller) honoured(a *Award) *Thing {
	unit := organization(a.Unit.Words)
	if unit != nil && a.Unit.Path != "" {
		unit.says("url", t.at(a.Unit.Path))
	}
	switch a.Kind {
	case PersonEntry:
		return t.thing("Person", a.Name).says("honorificPrefix", a.Honorific).says("jobTitle", a.Position).says("award", a.prize()).has("affiliation", unit)
	case CollectiveEntry:
		o := t.thing("Organization", a.Name).says("award", a.prize())
		if a.Name != a.Unit.Words {
			o.has("parentOrganization", unit)
		}
		return o
	}
	return nil
}

// unit is a unit with what it was awarded itself.
func (t teller) unit(p *UnitPage) *Thing {
	o := t.thing("Organization", t.page.Title)
	for _, g := range p.Groups {
		for _, a := range g.Awards {
			if a.Kind == CollectiveEntry && a.Name == t.page.Title && !a.untold() {
				o.says("award", a.prize())
			}
		}
	}
	return o
}

func (t teller) story(p *StoryPage) *Thing {
	o := (&Thing{Type: "Article", ID: t.at(t.first()) + "#article"}).says("headline", t.page.Title).says("url", t.at(t.page.Path)).says("description", p.Summary)
	o.says("datePublished", p.Published).says("articleSection", p.Area.Words).has("author", t.compiler())
	t.issued(o)
	if a := p.honoured; a != nil && !a.untold() {
		of := teller{t.site, &Page{Head: Head{Path: a.Path}}}
		o.has("about", of.honoured(a))
	}
	return o
}

func (t teller) booklet(p *BookletPage) *Thing {
	if t.site.Sample != "" {
		return nil
	}
	o := t.thing("Book", t.page.Title).says("bookFormat", "https://schema.org/EBook")
	t.issued(o)
	for _, f := range append([]Download{p.PDF}, p.Volumes...) {
		if f.Path != "" {
			o.has("encoding", (&Thing{Type: "MediaObject"}).says("encodingFormat", f.Format).says("contentUrl", t.at(f.Path)))
		}
	}
	return o
}

// crumbs are the way down to the page; a silent one leads over main pages and doesn't say where it ends.
func (t teller) crumbs(silent bool) *Thing {
	way := slices.Clone(t.page.Crumbs)
	if silent {
		way = slices.DeleteFunc(way, func(l Link) bool { return strings.Count(string(l.Path), "/") > 2 })
	} else {
		way = append(way, Link{t.page.Title, t.page.Path})
	}
	if len(way) < 2 {
		return nil
	}
	o := &Thing{Type: "BreadcrumbList"}
	for i, l := range way {
		o.has("itemListElement", (&Thing{Type: "ListItem"}).spells("position", strconv.Itoa(i+1)).says("name", l.Words).says("item", t.at(l.Path)))
	}
	return o
}

package edition

import (
	"cmp"
	"slices"
	"strings"
	"sync"
	"time"

	"bangvang/internal/campaign"
	"bangvang/internal/diag"
	"bangvang/internal/kept"
	"bangvang/internal/markdown"
)

// The Markdown files of content/ that have a place of their own. Each may be missing.
const (
	forewordFile = "loi-noi-dau.md"
	planFile     = "ke-hoach.md"
	pressFile    = "bao-chi.md"
	dataFile     = "ve-du-lieu.md"
	areaFolder   = "noi-dung/"
	storyFolder  = "dien-hinh/"
)

// Options are what a command line may say over the data.
type Options struct {
	BaseURL string // where this copy of the site will stand, ending in "/"; "" is the campaign's own address
	// Drafts lets decisions in that have no number or whose time has not come. Such an edition is for those who read proofs and never for
	// the public: nothing of it may be written to a place that is published.
	Drafts bool
	Kept   []*kept.Publication // what earlier publications kept, in any order
	// Embargoed lets decisions in whose time has not come but that have a number, each labelled with its embargo. Such an edition is for the
	// media ahead of time, and no more for the public than one with drafts.
	Embargoed bool
	Since     *Snapshot // of the publication before; nil if there was none
	Names     *Names    // what was found out of names before; nil is nothing
}

func (o Options) admission() admission {
	switch {
	case o.Drafts:
		return forProof
	case o.Embargoed:
		return forMedia
	}
	return forPublic
}

// Compose decides the edition. docs are the documents of content/ by file name below it. The problems are those that show only now:
// links to pages or headings that the site does not have.
func Compose(l *campaign.Ledger, docs map[string]markdown.Doc, opt Options) (*Edition, diag.List) {
	c := newComposer(l, docs, opt, vietnamese)
	c.awards, c.refs = make(map[*campaign.Award]*Award, len(l.Awards)), map[*campaign.Decision]*DecisionRef{}
	c.ed.Pages = make([]Page, 0, len(l.Awards)+len(l.Awards)/4+len(l.Units)+100) // each award has one, and stands on eight lists
	c.order = beside(c.sortByName)
	go c.given()
	c.told = c.storiesToTell()
	c.agesOf(l)
	c.rolled = c.rollAge()
	c.whole = c.wholeAge()
	c.versions = c.published(opt.Kept)
	c.site()
	c.publicAwards()
	c.lists = beside(c.makeTables)
	roll := c.apart((*composer).roll)
	c.targets()
	c.areas()
	c.plan()
	c.units()
	c.decisions()
	c.statistics()
	c.stories()
	c.home()
	c.booklet()
	c.datasets()
	c.television()
	c.dataGuide()
	c.frozen()
	c.embargoes()
	c.feeds()
	c.press()
	c.notFound()
	c.ed.Roll = roll().Roll
	c.ed.sort()
	c.drawings()
	c.twins(opt)
	c.humans()
	c.ed.Snapshot = c.snapshot()
	c.pressTexts(opt.Since)
	c.search()
	c.account()
	c.checkLinks()
	c.images()
	return c.ed, c.problems
}

func (e *Edition) sort() {
	slices.SortStableFunc(e.Pages, func(a, b Page) int { return strings.Compare(string(a.Path), string(b.Path)) })
}

// composer carries what the parts of an edition have in common while it is composed.
type composer struct {
	l        *campaign.Ledger
	say      *tongue
	twin     *twin       // nil in the campaign's own language
	others   []*composer // of the twins
	docs     map[string]markdown.Doc
	titles   map[string]*campaign.Article
	gate     gate
	base     string // absolute, ends in "/"
	ed       *Edition
	problems diag.List

	awards map[*campaign.Award]*Award                    // those with a page
	order  func() []*campaign.Award                      // see sortedByName
	lists  func() longTables                             // see makeTables
	given  func() map[*campaign.Assignment]AssignmentRow // see assignmentRow
	refs   map[*campaign.Decision]*DecisionRef
	rows   map[*campaign.Target]TargetRow
	known  *Names
	aged   ages
	rolled age               // of the roll
	whole  age               // of what shows something of everything
	told   []*campaign.Story // stories that may be told, newest first

	versions  []version // earlier publications, newest first
	living    map[string]*kept.Target
	corrected map[Path][]Correction // by page, at its address in the campaign's own edition
}

func newComposer(l *campaign.Ledger, docs map[string]markdown.Doc, opt Options, say *tongue) *composer {
	c := &composer{l: l, say: say, docs: docs, base: cmp.Or(opt.BaseURL, l.Campaign.BaseURL), gate: newGate(l, opt.admission()), ed: &Edition{},
		titles: map[string]*campaign.Article{}, known: opt.Names}
	for _, a := range l.Articles {
		c.titles[a.File] = a
	}
	c.corrected, c.given = c.mistakes(), sync.OnceValue(c.assignmentRows)
	return c
}

// page adds a page. Path and Section are as the campaign's own edition has them.
func (c *composer) page(h Head, b Body) {
	if h.Corrections == nil {
		h.Corrections = c.corrected[h.Path]
	}
	if len(h.Corrections) > 0 {
		h.Updated = max(h.Updated, h.Corrections[0].Day)
	}
	h.Path, h.Section = c.at(h.Path), c.at(h.Section)
	c.ed.Pages = append(c.ed.Pages, Page{Head: h, Body: b})
}

// article gives a document with its title, or nil if content/ has none of that name.
func (c *composer) article(file string) *Article {
	file = c.file(file)
	doc, ok := c.docs[file]
	if !ok {
		return nil
	}
	a := &Article{Doc: c.directed(doc)}
	if t := c.titles[file]; t != nil {
		a.Title = t.Title
	}
	return a
}

func (c *composer) site() {
	k := &c.l.Campaign
	s := &c.ed.Site
	s.Title = c.say.site.title
	s.Name = s.Title + " · " + k.ShortName
	s.Campaign, s.Short, s.Occasion = k.Name, k.ShortName, k.ShortName
	s.Dates = c.say.date(k.Anniversary.From) + " – " + c.say.date(k.Anniversary.To)
	s.Theme, _ = c.theme()
	s.Organizer, s.Secretariat = k.Organizer, k.Secretariat
	s.Contact = Contact(k.Contact)
	s.Licence, s.LegalBasis = k.Licence, k.LegalBasis
	s.BaseURL, s.ShortURL, s.Lang = c.base, k.ShortURL, k.Lang
	s.DataDate = c.say.site.asOf(c.say.dated(campaign.Day(k.AsOf)))
	s.Updated = k.AsOf.Format(time.RFC3339)
	s.Brand = Brand(k.Brand)
	s.Gathering = Gathering{Name: joined(": ", k.Event.Word, k.ShortName), Date: k.Event.Date.ISO(), Words: c.event(), Place: k.Event.Place}
	if c.gate.sample(c.l) {
		s.Sample = c.say.site.sample
	}
	s.Nav = links([]Path{planPath, targetsPath, rollPath, storiesPath, unitsPath, decisionsPath}, c.link)
	if !k.NoBooklet {
		s.Nav = append(s.Nav, c.link(bookletPath))
	}
	s.FooterNav = links([]Path{pressPath, dataPath, feedPath}, c.link)
	if len(c.versions) > 0 {
		s.FooterNav = append(s.FooterNav, c.link(versionsPath))
	}
}

// The addresses of the site. They are a contract (product.md); ids of data complete them.
const (
	homePath      Path = "/"
	planPath      Path = "/ke-hoach/"
	programmePath Path = "/ke-hoach/chuong-trinh/"
	areasPath     Path = "/noi-dung/"
	targetsPath   Path = "/chi-tieu/"
	unitsPath     Path = "/don-vi/"
	blocksPath    Path = "/khoi/"
	rollPath      Path = "/vinh-danh/"
	decisionsPath Path = "/quyet-dinh/"
	storiesPath   Path = "/dien-hinh/"
	bookletPath   Path = "/ky-yeu/"
	pdfPath       Path = "/ky-yeu/ky-yeu.pdf"
	pressPath     Path = "/bao-chi/"
	dataPath      Path = "/du-lieu/"
	dataRoot      Path = "/du-lieu/v1/"
	feedPath      Path = "/feed.xml"
	notFoundPath  Path = "/404.html"
)

func under(p Path, id string) Path { return p + Path(id) + "/" }

func targetPath(t *campaign.Target) Path     { return under(targetsPath, t.ID) }
func areaPath(a *campaign.Area) Path         { return under(areasPath, a.ID) }
func unitPath(u *campaign.Unit) Path         { return under(unitsPath, u.ID) }
func blockPath(b *campaign.Block) Path       { return under(blocksPath, b.ID) }
func awardPath(a *campaign.Award) Path       { return under(rollPath, a.ID) }
func decisionPath(d *campaign.Decision) Path { return under(decisionsPath, d.ID) }
func storyPath(s *campaign.Story) Path       { return under(storiesPath, s.ID) }

func unitLink(u *campaign.Unit) Link {
	if u == nil {
		return Link{}
	}
	return Link{Words: u.Name, Path: unitPath(u)}
}

func areaLink(a *campaign.Area) Link {
	if a == nil {
		return Link{}
	}
	return Link{Words: a.Name, Path: areaPath(a)}
}

func blockLink(b *campaign.Block) Link {
	if b == nil {
		return Link{}
	}
	return Link{Words: b.Name, Path: blockPath(b)}
}

// link leads to one of the main pages.
func (c *composer) link(p Path) Link { return Link{Words: c.say.titles[p], Path: c.at(p)} }

// crumbs lead down to a page: from the home page over main pages.
func (c *composer) crumbs(over ...Path) []Link {
	return links(append([]Path{homePath}, over...), c.link)
}

// absolute is a page's address in the world.
func (c *composer) absolute(p Path) string {
	return absolute(c.base, p)
}

func absolute(base string, p Path) string { return base + strings.TrimPrefix(string(p), "/") }

// cite is the text by which a page is quoted.
func (c *composer) cite(title string, p Path) string {
	k := &c.l.Campaign
	return c.say.sentences.cite(citation{k.Secretariat, title, c.ed.Site.Name, c.say.dated(campaign.Day(k.AsOf)), c.absolute(p)})
}

// short cuts a text for a description at a word, with an ellipsis.
func short(s string, most int) string {
	r := []rune(s)
	if len(r) <= most {
		return s
	}
	cut := string(r[:most])
	if i := strings.LastIndexByte(cut, ' '); i > 0 {
		cut = cut[:i]
	}
	return strings.TrimRight(cut, " ,;.:–-") + "…"
}

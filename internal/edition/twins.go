package edition

import (
	"maps"
	"slices"
	"strings"

	"bangvang/internal/diag"
)

// tongues are the languages that an edition can be composed in, the campaign's own first.
var tongues = []*tongue{vietnamese, english}

func tongueOf(lang string) *tongue {
	for _, t := range tongues {
		if t.lang == lang {
			return t
		}
	}
	return nil
}

// What a translation may lead to that only an edition can tell.
var languageUnspoken = &diag.Rule{
	ID:       "language-unspoken",
	Severity: diag.Warning,
	Title:    "Trang bằng ngôn ngữ khác chỉ dựng được với ngôn ngữ mà chương trình có lời văn.",
	Wrong:    "data/i18n/fr.yaml",
	Right:    "data/i18n/en.yaml",
}

var documentUnshown = &diag.Rule{
	ID:       "document-unshown",
	Severity: diag.Warning,
	Title:    "Bài dịch chỉ được dùng cho trang có bằng ngôn ngữ đó: kế hoạch, chương trình, từng nội dung thi đua.",
	Wrong:    "content/en/bao-chi.md",
	Right:    "content/en/ke-hoach.md",
}

// twin is what a composer of a twin knows of the campaign's own edition.
type twin struct {
	root   Path   // "/en"
	folder string // of its documents below content/: "en/"
	own    *composer
	pages  map[Path]bool   // that it has, by their addresses in the campaign's own edition
	files  map[string]bool // documents that its pages show
}

// twins composes the editions in other languages.
func (c *composer) twins(opt Options) {
	for _, t := range c.l.Twins {
		say := tongueOf(t.Lang)
		if say == nil {
			c.problems.Addf(languageUnspoken, diag.Place{File: "data/i18n/" + t.Lang + ".yaml"}, "bỏ tệp này", "chưa có lời văn cho ngôn ngữ %q", t.Lang)
			continue
		}
		k := newComposer(t.Ledger, c.docs, opt, say)
		k.twin = &twin{root: Path("/" + t.Lang), folder: t.Lang + "/", own: c}
		k.versions = k.published(opt.Kept)
		k.twin.pages, k.twin.files = k.twinned()
		k.site()
		k.whole = c.whole
		k.ed.Site.Lang, k.ed.Site.Words, k.ed.Site.Foreign = t.Lang, t.Words, foreign(c.l, t.Ledger, c.untranslated())
		k.targets()
		k.areas()
		k.plan()
		k.home()
		k.frozen()
		k.ed.sort()
		k.drawings()
		c.ed.Twins = append(c.ed.Twins, k.ed)
		c.others = append(c.others, k)
	}
	c.alternates()
	c.unshown()
}

// untranslated are what the campaign names by its own words in every language: main pages, as in menus and as at their head, and the
// decisions that may be seen.
func (c *composer) untranslated() []string {
	names := slices.Sorted(maps.Values(c.say.titles))
	for _, p := range c.ed.Pages {
		if p.Path == p.Section {
			names = append(names, p.Title)
		}
	}
	for _, d := range c.gate.decisions {
		names = append(names, d.Number)
	}
	return names
}

// twinned are the pages that a twin has, by their addresses in the campaign's own edition, and the documents they may show.
func (c *composer) twinned() (map[Path]bool, map[string]bool) {
	pages, files := map[Path]bool{homePath: true, planPath: true, targetsPath: true}, map[string]bool{c.file(planFile): true}
	for _, t := range c.l.Targets {
		pages[targetPath(t)], pages[targetEmbedPath(t)] = true, true
	}
	for _, a := range c.l.Areas {
		pages[areaPath(a)] = true
		files[c.file(areaFolder+a.ID+".md")] = true
	}
	for _, v := range c.versions {
		pages[versionsPath], pages[versionPath(v.Publication)] = true, true
		for _, t := range v.Targets {
			pages[frozenPath(v.Publication, t.ID)], pages[frozenEmbedPath(v.Publication, t.ID)] = true, true
		}
	}
	programme := c.file(c.l.Campaign.Event.Programme)
	if _, pages[programmePath] = c.docs[programme]; pages[programmePath] {
		files[programme] = true
	}
	return pages, files
}

// speaker composes the edition that a document is for.
func (c *composer) speaker(file string) *composer {
	for _, k := range c.others {
		if strings.HasPrefix(file, k.twin.folder) {
			return k
		}
	}
	return c
}

// unshown reports documents of a translation that no page shows.
func (c *composer) unshown() {
	for _, file := range c.files() {
		if k := c.speaker(file); k.twin != nil && !k.twin.files[file] {
			c.problems.Addf(documentUnshown, diag.Place{File: "content/" + file}, "bỏ tệp này", "chưa có trang nào bằng ngôn ngữ %q dùng bài này", k.say.lang)
		}
	}
}

// at is where a page of the campaign's own edition stands in this one: below the language if it has a twin, else where it is.
func (c *composer) at(p Path) Path {
	if c.twin != nil && c.twin.pages[p] {
		return c.twin.root + p
	}
	return p
}

// own is a link to a page of the campaign's own edition as it stands in this one.
func (c *composer) own(l Link) Link {
	l.Path = c.at(l.Path)
	return l
}

// file is where a document lies in the language of the edition.
func (c *composer) file(name string) string {
	if c.twin != nil {
		return c.twin.folder + name
	}
	return name
}

// theme is the campaign's theme, which is quoted as it is, and what it means in the language of the edition.
func (c *composer) theme() (theme, gloss string) {
	theme = c.l.Campaign.Theme
	if c.twin == nil {
		return theme, ""
	}
	own := c.twin.own.l.Campaign.Theme
	if theme == own {
		return own, ""
	}
	return own, theme
}

// elsewhere leads from the plan's page to the texts that stand in the campaign's own language alone.
func (c *composer) elsewhere(p *PlanPage) {
	if c.twin == nil {
		return
	}
	own := c.twin.own
	if p.Article == nil && own.article(planFile) != nil {
		p.Elsewhere = &Link{Words: c.say.plan.elsewhere, Path: planPath}
	}
	if a := own.article(own.l.Campaign.Event.Programme); p.Programme == nil && a != nil {
		p.Programme = &Link{Words: a.Title, Path: programmePath}
	}
}

// alternates tells every page that stands in several languages where.
func (c *composer) alternates() {
	languages := append([]*Edition{c.ed}, c.ed.Twins...)
	of := map[Path][]Alternate{} // by the address in the campaign's own edition
	first := func(ed *Edition, p Path) Path {
		if ed == c.ed {
			return p
		}
		return Path(strings.TrimPrefix(string(p), "/"+ed.Site.Lang))
	}
	for _, ed := range c.ed.Twins { // which have no page for each award
		for i := range ed.Pages {
			of[first(ed, ed.Pages[i].Path)] = nil
		}
	}
	for _, ed := range languages {
		for i := range ed.Pages {
			p := ed.Pages[i].Path
			if all, known := of[first(ed, p)]; known {
				of[first(ed, p)] = append(all, Alternate{ed.Site.Lang, p})
			}
		}
	}
	for _, ed := range languages {
		for i := range ed.Pages {
			h := &ed.Pages[i].Head
			if all := of[first(ed, h.Path)]; len(all) > 1 {
				h.Alternates = all
			}
		}
	}
}

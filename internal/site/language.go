package site

import (
	"html"
	"html/template"
	"io/fs"
	"strings"

	"bangvang/internal/edition"
)

// tongue is a language of the site: an edition and the words of the interface in its language. The campaign's own is the first of a site.
type tongue struct {
	lang    string
	edition *edition.Edition
	words   words
	twins   map[edition.Path]edition.Path // of the campaign's pages, those in this language
	foreign *phrases                      // nil in the campaign's own language
}

func readTongue(templates fs.FS, ed *edition.Edition) (*tongue, error) {
	t := &tongue{lang: ed.Site.Lang, edition: ed, twins: map[edition.Path]edition.Path{}}
	if t.lang == "" {
		t.lang = "vi"
	}
	var err error
	t.words, err = readWords(templates, t.lang, ed.Site.Words)
	return t, err
}

// readTongues are the languages of an edition and of its twins.
func readTongues(templates fs.FS, ed *edition.Edition) ([]*tongue, error) {
	first, err := readTongue(templates, ed)
	if err != nil {
		return nil, err
	}
	all := []*tongue{first}
	for _, twin := range ed.Twins {
		t, err := readTongue(templates, twin)
		if err != nil {
			return nil, err
		}
		for i := range twin.Pages {
			for _, a := range twin.Pages[i].Alternates {
				if a.Lang == first.lang {
					t.twins[a.Path] = twin.Pages[i].Path
				}
			}
		}
		t.foreign = newPhrases(twin.Site.Foreign, first.lang)
		all = append(all, t)
	}
	return all, nil
}

// version is a page in one of its languages.
type version struct {
	Lang   string
	Name   string // of the language, in itself
	Locale string // for Open Graph
	Path   edition.Path
	Here   bool // the page itself
	First  bool // in the campaign's own language
}

// versions are a page in each of its languages; none of one that has no other.
func (k *worker) versions(alternates []edition.Alternate) []version {
	var out []version
	for _, a := range alternates {
		for i, t := range k.tongues {
			if t.lang == a.Lang {
				out = append(out, version{t.lang, t.words["language"], t.words["locale"], a.Path, t == k.tongue, i == 0})
			}
		}
	}
	if len(out) < 2 {
		return nil
	}
	return out
}

// homes are the home page in the other languages of the site.
func (k *worker) homes() []version {
	const home edition.Path = "/"
	var out []version
	for i, t := range k.tongues {
		to, has := t.twins[home]
		if i == 0 {
			to, has = home, true
		}
		if has && t != k.tongue {
			out = append(out, version{Lang: t.lang, Name: t.words["language"], Path: to, First: i == 0})
		}
	}
	return out
}

// own is the address, in the language of the page, of one of the campaign's pages; its own address where it has no twin.
func (k *worker) own(to edition.Path) edition.Path {
	if twin, has := k.twins[to]; has {
		return twin
	}
	return to
}

// languageOf is that of what lies at an address.
func (r *renderer) languageOf(to edition.Path) string {
	for _, t := range r.tongues[1:] {
		if strings.HasPrefix(string(to), "/"+t.lang+"/") {
			return t.lang
		}
	}
	return r.tongues[0].lang
}

// in is the attribute of an element whose words are in another language than the page's.
func (k *worker) in(lang string) template.HTMLAttr {
	if lang == "" || lang == k.lang {
		return ""
	}
	return template.HTMLAttr(` lang="` + html.EscapeString(lang) + `"`)
}

// marked tells how links look that lead to another language: on a page of a twin, those to the campaign's own.
func (k *worker) marked() string {
	to := k.tongues[0].lang
	if to == k.lang {
		return ""
	}
	return strings.NewReplacer("{q}", strings.ToUpper(to), "{w}", k.words["in-"+to]).Replace(k.words["marked"])
}

// abroad are the attributes of a link that leads to another language than the page's; a title that it has is its own. Assets are in no
// language of the site.
func (k *worker) abroad(href string, titled bool) string {
	to, inside := place(k.page.Path, href, k.origin().BaseURL)
	lang := k.languageOf(to)
	if !inside || lang == k.lang || strings.HasPrefix(string(to), "/"+assetFolder) {
		return ""
	}
	out := ` hreflang="` + html.EscapeString(lang) + `"`
	if !titled {
		out += ` title="` + html.EscapeString(k.words["in-"+lang]) + `"`
	}
	return out
}

package site

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"html/template"
	"io"
	"strings"
	"sync"

	"bangvang/internal/digest"
	"bangvang/internal/edition"
	"bangvang/internal/markdown"
	"bangvang/internal/stencil"
)

// renderer is what all pages share.
type renderer struct {
	tongues []*tongue
	options Options
	assets  assets
	root    string             // the path of the base URL, without a slash at its end
	parsed  *template.Template // never executed, so that it can be cloned
	feeds   []channel
	shared  func() ([sha256.Size]byte, bool) // common, once
	book    digest.Book                      // of pages
	open    openParts

	mu   sync.Mutex
	idle []*worker
}

// worker writes one page at a time. It owns a copy of the templates, whose functions know its page.
type worker struct {
	*renderer
	*tongue
	templates *template.Template
	stencils  *stencil.Set // of the templates
	out       []byte       // the page
	rooms     [][]byte     // for parts of it that are written first
	page      *edition.Page

	fragments map[position]*fragment // see sharedPart
	targets   []edition.Path         // that the page leads to
	personal  bool                   // what is written says of the page what no other does
	links     *[]edition.Path        // in what is left open, see same; nil else
}

// borrow returns an idle worker or makes one: there are as many as recipes that ran at the same time.
func (r *renderer) borrow() (*worker, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if n := len(r.idle); n > 0 {
		k := r.idle[n-1]
		r.idle = r.idle[:n-1]
		return k, nil
	}
	k := &worker{renderer: r, fragments: map[position]*fragment{}}
	clone, err := r.parsed.Clone()
	if err != nil {
		return nil, err
	}
	functions := k.functions()
	k.templates = clone.Funcs(functions)
	k.stencils = stencil.New(k.templates, functions, k.quick())
	return k, nil
}

func (r *renderer) giveBack(k *worker) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.idle = append(r.idle, k)
}

func (k *worker) write(w io.Writer, t *tongue, page *edition.Page, name string) error {
	k.tongue, k.page, k.targets, k.personal = t, page, k.targets[:0], false
	var err error
	if k.out, err = k.execute(k.out[:0], name, page); err != nil {
		return err
	}
	written := k.out
	if t.foreign != nil {
		written = foreign(string(k.out), t.foreign, k.abroad)
	}
	_, err = w.Write(written)
	return err
}

func (k *worker) functions() template.FuncMap {
	return template.FuncMap{
		"href":     k.link,
		"absolute": k.absolute,
		"frame":    k.frame,
		"pictured": k.pictured,
		"asset":    k.asset,
		"w":        k.word,
		"site":     k.home,
		"origin":   k.origin,
		"own":      k.own,
		"in":       k.in,
		"versions": k.versioned,
		"homes":    k.homes,
		"marked":   k.marked,
		"feeds":    func() []channel { return k.renderer.feeds },
		"markdown": k.markdown,
		"figure":   k.figure,
		"stills":   k.stills,
		"mark":     k.mark,
		"strip":    k.strip,
		"dict":     dict,
		"linked":   k.linked,
		"unbroken": unbroken,
		"phrased":  k.phrased,
		"search":   k.search,
		"shared":   k.sharedPart,
		"current":  k.current,
		"same":     k.same,
		"each":     k.each,
		"once":     k.once,
		"licences": func() string { return k.href(licences) },
	}
}

// home is the site in the page's language.
func (k *worker) home() *edition.Site { return &k.edition.Site }

func (k *worker) word(key string) (string, error) { return k.words.word(key) }

// versioned are the page's versions.
func (k *worker) versioned() []version {
	k.personal = true
	return k.versions(k.page.Alternates)
}

// origin is the site of the campaign in its own language.
func (k *worker) origin() *edition.Site { return &k.tongues[0].edition.Site }

// absolute is an address in the world.
func (k *worker) absolute(to edition.Path) string { return k.origin().BaseURL + string(to[1:]) }

// search is what the script of the search field must know of its page.
type search struct {
	Root     string // the way to the home page's folder
	Index    string // the way to the index
	Portable bool
	Lang     string // of what it finds, "" where that is the page's
}

func (k *worker) search() search {
	k.personal = k.personal || k.links != nil
	s := search{Root: strings.TrimSuffix(k.href("/"), "index.html"), Index: k.href(searchIndex), Portable: k.options.Portable}
	if k.tongue != k.tongues[0] {
		s.Lang = k.tongues[0].lang
	}
	return s
}

// href writes an address as it stands in the page. The page that a server shows for any missing address can't be relative to it.
func (k *worker) href(to edition.Path) string {
	if k.links != nil {
		*k.links = append(*k.links, to)
		return mark(len(*k.links) - 1)
	}
	if k.missing() {
		return k.root + string(to)
	}
	k.targets = append(k.targets, to)
	return relative(k.page.Path, to, k.options.Portable)
}

func (k *worker) missing() bool {
	_, missing := k.page.Body.(*edition.NotFoundPage)
	return missing
}

// link is href for templates: a link to nowhere is a fault of theirs.
func (k *worker) link(to edition.Path) (string, error) {
	if to == "" {
		return "", errors.New("liên kết không có địa chỉ")
	}
	return k.href(to), nil
}

func (k *worker) asset(name string) (string, error) {
	if to, ok := k.assets[name]; ok {
		return k.href(to), nil
	}
	return "", fmt.Errorf("không có tệp %s%s", assetFolder, name)
}

func (k *worker) markdown(doc markdown.Doc, deeper int) (template.HTML, error) {
	return markdownHTML(doc, deeper, k.href, k.options.Image)
}

// dict lets a template be called with more than one thing.
func dict(pairs ...any) (map[string]any, error) {
	if len(pairs)%2 != 0 {
		return nil, fmt.Errorf("dict: thiếu giá trị của %v", pairs[len(pairs)-1])
	}
	m := make(map[string]any, len(pairs)/2)
	for i := 0; i < len(pairs); i += 2 {
		key, ok := pairs[i].(string)
		if !ok {
			return nil, fmt.Errorf("dict: %v không phải là tên", pairs[i])
		}
		m[key] = pairs[i+1]
	}
	return m, nil
}

// stills are a chart's pictures.
func (k *worker) stills(c *edition.Chart) (template.HTML, error) {
	return drawn(c, k.options.Charts.Stills)
}

// figure is a chart's pictures and the option from which a script draws the live one.
func (k *worker) figure(c *edition.Chart) (template.HTML, error) {
	pictures, err := drawn(c, k.options.Charts.Stills)
	if err != nil {
		return "", err
	}
	live, err := drawn(c, k.options.Charts.Live)
	return pictures + `<script type="application/json">` + live + `</script>`, err
}

func (k *worker) mark(c *edition.Chart) (template.HTML, error) {
	return drawn(c, k.options.Charts.Mark)
}

func (k *worker) strip(s edition.Strip) (template.HTML, error) {
	text, err := k.options.Charts.Strip(s)
	return template.HTML(text), err
}

func drawn(c *edition.Chart, draw func(*edition.Chart) (string, error)) (template.HTML, error) {
	text, err := draw(c)
	if err != nil {
		return "", fmt.Errorf("%s: %w", c.ID, err)
	}
	return template.HTML(text), nil
}

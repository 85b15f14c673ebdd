package site

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"html/template"
	"io"
	"strings"
	"sync"

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
	functions, quick := k.functions()
	k.templates = clone.Funcs(functions)
	k.stencils = stencil.New(k.templates, functions, quick)
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
	if k.out, err = k.execute(k.out[:0], name, page.Whole()); err != nil {
		return err
	}
	written := k.out
	if t.foreign != nil {
		written = foreign(string(k.out), t.foreign, k.abroad)
	}
	_, err = w.Write(written)
	return err
}

// functions are those of templates; quick are those that pages call most, as they are called without reflection.
func (k *worker) functions() (all template.FuncMap, quick map[string]stencil.Quick) {
	quick = map[string]stencil.Quick{
		"href":     stencil.Adds[string](k.link),
		"absolute": stencil.Adds[string](k.appendAbsolute),
		"asset":    stencil.Adds[string](k.asset),
		"w":        stencil.Text(k.word),
		"in":       stencil.Words(k.in),
		"unbroken": stencil.Adds[template.HTML](k.unbroken),
		"phrased":  stencil.Adds[template.HTML](k.phrased),
		"current":  stencil.Words(k.current),
		"linked":   stencil.Tells[template.HTML](k.linked),
		"marked":   stencil.Says(k.marked),
		"site":     stencil.Gives(k.home),
		"origin":   stencil.Gives(k.origin),
		"versions": stencil.Gives(k.versioned),
		"shared":   stencil.Part(k.sharedPart),
		"same":     stencil.Part(k.same),
		"each":     stencil.Part(k.each),
		"once":     stencil.Part(k.once),
	}
	all = template.FuncMap{
		"frame":    k.frame,
		"pictured": k.pictured,
		"own":      k.own,
		"homes":    k.homes,
		"feeds":    func() []channel { return k.renderer.feeds },
		"markdown": k.markdown,
		"figure":   k.figure,
		"stills":   k.stills,
		"mark":     k.mark,
		"strip":    k.strip,
		"dict":     dict,
		"search":   k.search,
		"licences": func() string { return k.href(licences) },
	}
	for name, q := range quick {
		all[name] = q.Plain()
	}
	return all, quick
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
func (k *worker) absolute(to edition.Path) string {
	b, _ := k.appendAbsolute(nil, to)
	return string(b)
}

func (k *worker) appendAbsolute(b []byte, to edition.Path) ([]byte, error) {
	return append(append(b, k.origin().BaseURL...), to[1:]...), nil
}

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
func (k *worker) href(to edition.Path) string { return string(k.appendHref(nil, to)) }

func (k *worker) appendHref(b []byte, to edition.Path) []byte {
	if k.links != nil {
		*k.links = append(*k.links, to)
		return append(b, mark(len(*k.links)-1)...)
	}
	if k.missing() {
		return append(append(b, k.root...), to...)
	}
	k.targets = append(k.targets, to)
	return appendRelative(b, k.page.Path, to, k.options.Portable)
}

func (k *worker) missing() bool {
	_, missing := k.page.Body.(*edition.NotFoundPage)
	return missing
}

// link is href for templates: a link to nowhere is a fault of theirs.
func (k *worker) link(b []byte, to edition.Path) ([]byte, error) {
	if to == "" {
		return b, errors.New("liên kết không có địa chỉ")
	}
	return k.appendHref(b, to), nil
}

func (k *worker) asset(b []byte, name string) ([]byte, error) {
	if to, ok := k.assets[name]; ok {
		return k.appendHref(b, to), nil
	}
	return b, fmt.Errorf("không có tệp %s%s", assetFolder, name)
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

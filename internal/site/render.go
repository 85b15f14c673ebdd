package site

import (
	"fmt"
	"html/template"
	"io"
	"io/fs"
	"net/url"
	"strings"
	"sync"

	"bangvang/internal/digest"
	"bangvang/internal/edition"
	"bangvang/internal/fileset"
)

// Options are what Render needs beside the edition.
type Options struct {
	Templates fs.FS // package templates, or that behind an Overlay
	Charts    Charts
	Portable  bool // links name index.html, so that the folder works without a server
	// Image returns where the image lies that a document names, by the document's file and the address written there, and by nothing else.
	Image func(file, address string) (edition.Path, error)
	Seen  *digest.Book // of the edition, for the origins of pages; may be nil
}

// searchIndex is where export puts the search index, a classic script.
const searchIndex edition.Path = "/tim-kiem/chi-muc.js"

// Site renders pages of one edition and of its twins.
type Site struct{ renderer *renderer }

// Render adds to set a recipe for each page of the edition and of its twins, and for each asset. An error is a fault of a template.
func Render(ed *edition.Edition, opt Options, set *fileset.Set) error {
	_, err := RenderSite(ed, opt, set)
	return err
}

// RenderSite is Render, and gives what renders further pages of the same edition.
func RenderSite(ed *edition.Edition, opt Options, set *fileset.Set) (*Site, error) {
	r, err := newRenderer(ed, opt, set)
	if err != nil {
		return nil, err
	}
	for _, t := range r.tongues {
		for i := range t.edition.Pages {
			if err := r.add(t, &t.edition.Pages[i], set); err != nil {
				return nil, err
			}
		}
	}
	if ed.NotFound.Body != nil {
		err = r.add(r.tongues[0], &ed.NotFound, set)
	}
	return &Site{r}, err
}

// Add adds to set the recipe of a page that is not among the edition's own, in the language of its address.
func (s *Site) Add(page *edition.Page, set *fileset.Set) error {
	t := s.renderer.tongues[0]
	for _, other := range s.renderer.tongues {
		if other.lang == s.renderer.languageOf(page.Path) {
			t = other
		}
	}
	return s.renderer.add(t, page, set)
}

func newRenderer(ed *edition.Edition, opt Options, set *fileset.Set) (*renderer, error) {
	base, err := url.Parse(ed.Site.BaseURL)
	if err != nil {
		return nil, fmt.Errorf("địa chỉ của trang %q: %w", ed.Site.BaseURL, err)
	}
	tongues, err := readTongues(opt.Templates, ed)
	if err != nil {
		return nil, err
	}
	r := &renderer{tongues: tongues, options: opt, root: strings.TrimSuffix(base.EscapedPath(), "/")}
	var parsing sync.WaitGroup
	var wrong error
	parsing.Go(func() {
		functions, _ := (&worker{renderer: r, tongue: tongues[0]}).functions()
		r.parsed, wrong = template.New("").Funcs(functions).ParseFS(opt.Templates, "*.html")
	})
	r.assets, err = addAssets(opt.Templates, ed.Site.Brand, set)
	parsing.Wait()
	if err != nil {
		return nil, err
	}
	if err := addLogo(opt.Templates, ed, set); err != nil {
		return nil, err
	}
	for _, f := range ed.Feeds {
		r.feeds = append(r.feeds, channel{f.Path, f.Title})
	}
	r.shared = sync.OnceValues(r.common)
	return r, wrong
}

// add adds the recipe of a page.
func (r *renderer) add(t *tongue, page *edition.Page, set *fileset.Set) error {
	name := page.Body.Template()
	if r.parsed.Lookup(name) == nil {
		return fmt.Errorf("%s: không có mẫu %q", page.Path, name)
	}
	if page.Embed != nil {
		if err := r.addAnswers(t, page.Embed, set); err != nil {
			return err
		}
	}
	return set.AddOf(fileName(page.Path), r.pageOrigin(t, page), func(w io.Writer) error {
		k, err := r.borrow()
		if err != nil {
			return err
		}
		if err := k.write(w, t, page, name); err != nil {
			return err
		}
		r.giveBack(k)
		return nil
	})
}

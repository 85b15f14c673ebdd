package site

import (
	"crypto/sha256"
	"io/fs"

	"bangvang/internal/digest"
	"bangvang/internal/edition"
	"bangvang/internal/fileset"
)

// channel is what pages tell of a feed: its address and its title.
type channel struct {
	Path  edition.Path
	Title string
}

// common is one number for all that pages are made from beside themselves: templates, words, what all pages share. All else that functions of
// templates give must come from the page.
func (r *renderer) common() ([sha256.Size]byte, bool) {
	of := []any{r.root, r.options.Portable, r.assets, r.options.Charts.Of}
	names, err := fs.Glob(r.options.Templates, "*.html")
	for _, name := range names {
		text, e := fs.ReadFile(r.options.Templates, name)
		if e != nil {
			err = e
		}
		of = append(of, name, text)
	}
	for _, t := range r.tongues {
		of = append(of, t.lang, t.edition.Site, t.words, t.twins)
	}
	sum, ok := digest.Of(append(of, r.feeds)...)
	return sum, ok && err == nil
}

// origin is one number for all that a file in a language is made from, which says of.
func (r *renderer) origin(t *tongue, of any) fileset.Origin {
	return func() (sum [sha256.Size]byte, ok bool) {
		shared, ok := r.shared()
		if !ok {
			return sum, false
		}
		return r.options.Seen.Of(shared, t.lang, of)
	}
}

// pageOrigin is that of a page, of which there are so many that nothing is made before it is asked for.
func (r *renderer) pageOrigin(t *tongue, page *edition.Page) fileset.Origin {
	return func() ([sha256.Size]byte, bool) {
		return r.origin(t, []any{digest.Once{Pointer: &page.Head}, digest.Once{Pointer: page.Body}})()
	}
}

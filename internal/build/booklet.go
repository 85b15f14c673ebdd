package build

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"strings"
	"sync"

	"bangvang/internal/booklet"
	"bangvang/internal/diag"
	"bangvang/internal/digest"
	"bangvang/internal/edition"
	"bangvang/internal/fileset"
	"bangvang/internal/photo"
)

// bookletOptions are what the booklet needs of the machine. A picture that photo.Check refuses is left out here and told there.
func (l look) bookletOptions(input fs.FS) booklet.Options {
	return booklet.Options{Fonts: l.fonts, Paint: l.paint, Photo: func(file string) ([]byte, error) {
		var b bytes.Buffer
		err := photo.Clean(&b, input, path.Join("content", file))
		if errors.Is(err, photo.ErrForm) || errors.Is(err, photo.ErrLarge) {
			return nil, nil
		}
		return b.Bytes(), err
	}}
}

// portraits judges the photographs of those who agreed to be shown.
func (r *Result) portraits(input fs.FS) error {
	for _, p := range photos(r.Edition.Booklet) {
		if err := photo.Check(input, path.Join("content", p.File), p.at, &r.Problems); err != nil {
			return err
		}
	}
	return nil
}

// booklet lays the booklet, since only that shows what it lacks, and adds its PDF. One in volumes is laid volume by volume, here and when it is
// written, so that there is never more than one in memory for each that is being written. For a preview all are laid when they are asked for.
//
// A book that was laid before, with nothing to tell of it, is laid again only if it is to be written.
func (r *Result) booklet(l look, input fs.FS, set *fileset.Set, opt Options) error {
	b := r.Edition.Booklet
	if b == nil {
		return nil
	}
	if err := r.portraits(input); err != nil {
		return err
	}
	defer r.tellLeaks()
	if len(b.Volumes) == 0 {
		return r.book(l, l.bookletOptions(input), b.PDF, set, opt)
	}
	for _, v := range b.Volumes {
		as := l.bookletOptions(input)
		as.Volume = v.Number
		if err := r.book(l, as, v.PDF, set, opt); err != nil {
			return err
		}
	}
	return nil
}

// book adds the PDF of a book.
func (r *Result) book(l look, as booklet.Options, at edition.Path, set *fileset.Set, opt Options) error {
	name, origin := fileName(at), sync.OnceValues(r.bookOrigin(l, as))
	if opt.Preview {
		return set.AddOf(name, origin, r.pdf(as))
	}
	sound := r.sound(origin, opt)
	if pages, ok := sound.pages(); ok {
		r.PDFPages += pages
		return set.AddOf(name, origin, r.pdf(as))
	}
	leaks := len(r.scan.leaks)
	layout, told, err := r.lay(as)
	if err != nil {
		return err
	}
	if r.scan.book(name, layout); !told && len(r.scan.leaks) == leaks {
		sound.keep(len(layout.Pages))
	}
	if as.Volume > 0 {
		return set.AddOf(name, origin, r.pdf(as))
	}
	return set.AddOf(name, origin, layout.WritePDF)
}

// bookOrigin is the origin of a book: what the edition says in it, its photographs, and what it is drawn with. Of a volume it is its own part.
func (r *Result) bookOrigin(l look, opt booklet.Options) fileset.Origin {
	return func() (sum [sha256.Size]byte, ok bool) {
		b := r.Edition.Booklet
		if opt.Volume > 0 {
			b = b.Volume(opt.Volume)
		}
		of := []any{b, &r.Edition.Site, opt.Volume, opt.Fonts, l.charts.Hash()}
		for _, p := range photos(b) {
			b, err := opt.Photo(p.File)
			if err != nil {
				return sum, false
			}
			of = append(of, p.File, b)
		}
		return digest.Of(of...)
	}
}

// photos are the photographs in a book of those who agreed to be shown, each once.
func photos(b *edition.Booklet) []portrait {
	seen := map[string]bool{}
	var out []portrait
	add := func(p *edition.Photo, at diag.Place) {
		if p != nil && !seen[p.File] {
			seen[p.File] = true
			out = append(out, portrait{p, at})
		}
	}
	for _, s := range b.Stories {
		add(s.Photo, s.Place)
	}
	for _, e := range b.Index {
		add(e.Award.Photo, e.Award.Place)
	}
	return out
}

// portrait is a photograph and where data names it.
type portrait struct {
	*edition.Photo
	at diag.Place
}

// pdf lays a book when it is written.
func (r *Result) pdf(opt booklet.Options) fileset.Recipe {
	return func(w io.Writer) error {
		layout, _, err := booklet.Lay(r.Edition, opt)
		if err != nil {
			return fmt.Errorf("booklet: %w", err)
		}
		return layout.WritePDF(w)
	}
}

// lay lays a book, and tells its pages and its problems, if it has any.
func (r *Result) lay(opt booklet.Options) (layout *booklet.Layout, told bool, err error) {
	layout, problems, err := booklet.Lay(r.Edition, opt)
	if err != nil {
		return nil, false, fmt.Errorf("booklet: %w", err)
	}
	_, found := layout.Preflight(booklet.Order{})
	problems = append(problems, found...)
	for _, p := range problems {
		r.Problems.Add(p.Rule, p.Place, p.Text, p.Hint, p.Also...)
	}
	r.PDFPages += len(layout.Pages)
	return layout, len(problems) > 0, nil
}

func fileName(p edition.Path) string { return strings.TrimPrefix(string(p), "/") }

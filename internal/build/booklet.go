package build

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"io/fs"
	"path"
	"strings"
	"sync"

	"bangvang/internal/booklet"
	"bangvang/internal/diag"
	"bangvang/internal/edition"
	"bangvang/internal/fileset"
	"bangvang/internal/photo"
)

// bookletOptions are what the booklet needs of the machine. A picture that photo.Check refuses is left out here and told there.
func (l look) bookletOptions(input fs.FS) booklet.Options {
	return booklet.Options{Fonts: l.fonts, Faces: l.faces, Kept: l.subsets, Paint: l.paint, Photo: func(file string) ([]byte, error) {
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

// booklet adds the PDF of the booklet, or of each of its volumes. For a preview all are laid when they are asked for.
func (r *Result) booklet(l look, input fs.FS, set *fileset.Set, opt Options) error {
	b := r.Edition.Booklet
	if b == nil {
		return nil
	}
	if err := r.portraits(input); err != nil {
		return err
	}
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

// book adds the PDF of a book. It is the longest of all files, and is begun before others.
func (r *Result) book(l look, as booklet.Options, at edition.Path, set *fileset.Set, opt Options) error {
	as.Drawn = l.pages(at)
	b := &book{of: r.Edition, name: fileName(at), as: as, public: r.public()}
	origin := sync.OnceValues(r.bookOrigin(l, as))
	if opt.Preview {
		return set.AddOf(b.name, origin, b.previewed)
	}
	b.sound = r.sound(origin, opt)
	b.pages, b.laid = b.sound.pages()
	r.books = append(r.books, b)
	if err := set.AddOf(b.name, origin, b.written); err != nil {
		return err
	}
	set.Hasten(b.name)
	return nil
}

// bookOrigin is the origin of a book: what the edition says in it, its photographs, and what it is drawn with beside the program's own. Of a volume it
// is its own part.
func (r *Result) bookOrigin(l look, opt booklet.Options) fileset.Origin {
	return func() (sum [sha256.Size]byte, ok bool) {
		b := r.Edition.Booklet
		if opt.Volume > 0 {
			b = b.Volume(opt.Volume)
		}
		of := []any{b, &r.Edition.Site, opt.Volume, l.own, l.charts.Hash()}
		for _, p := range photos(b) {
			b, err := opt.Photo(p.File)
			if err != nil {
				return sum, false
			}
			of = append(of, p.File, b)
		}
		return r.seen.Of(of...)
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
		add(e.Photo, e.Place)
	}
	return out
}

// portrait is a photograph and where data names it.
type portrait struct {
	*edition.Photo
	at diag.Place
}

func fileName(p edition.Path) string { return strings.TrimPrefix(string(p), "/") }

package build

import (
	"errors"
	"fmt"
	"io"
	"sync"

	"bangvang/internal/booklet"
	"bangvang/internal/diag"
	"bangvang/internal/edition"
	"bangvang/internal/private"
)

// A book is laid when it is written, so that there is never more than one in memory for each that is being written, and only laying shows what it
// lacks: that is told when all files are made and none is published. A book that is not written since it is known is laid for that, unless it was
// laid before with nothing to tell of it.
type book struct {
	of     *edition.Edition
	name   string
	as     booklet.Options
	public *private.Allowed
	sound  sound

	mu       sync.Mutex
	laid     bool // what follows is known
	pages    int
	problems []diag.Problem
	leaks    []leak
	layout   *booklet.Layout // of one that is one book, if it was laid before it is written
}

// lay lays the book and takes note of what there is to tell of it.
func (b *book) lay() (*booklet.Layout, error) {
	layout, problems, err := booklet.Lay(b.of, b.as)
	if err != nil {
		return nil, fmt.Errorf("booklet: %w", err)
	}
	_, found := layout.Preflight(booklet.Order{})
	look := scan{public: b.public}
	look.book(b.name, layout)
	b.mu.Lock()
	defer b.mu.Unlock()
	b.laid, b.pages, b.problems, b.leaks = true, len(layout.Pages), append(problems, found...), look.leaks
	return layout, nil
}

// written writes the PDF. Of a book that nobody will see, since there are errors in it, it writes nothing.
func (b *book) written(w io.Writer) error {
	b.mu.Lock()
	layout := b.layout
	b.mu.Unlock()
	if layout == nil {
		var err error
		if layout, err = b.lay(); err != nil {
			return err
		}
	}
	if b.wrong() {
		return nil
	}
	return layout.WritePDF(w)
}

// previewed writes the PDF as it is, whatever there would be to tell of it: who sees it is who writes it.
func (b *book) previewed(w io.Writer) error {
	layout, _, err := booklet.Lay(b.of, b.as)
	if err != nil {
		return fmt.Errorf("booklet: %w", err)
	}
	return layout.WritePDF(w)
}

// wrong tells whether there are errors in the book.
func (b *book) wrong() bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, p := range b.problems {
		if p.Rule.Severity == diag.Error {
			return true
		}
	}
	return len(b.leaks) > 0
}

// tellBooks tells what there is to tell of all books, once; those that nobody has laid yet are laid for it.
func (r *Result) tellBooks() error {
	for _, b := range r.books {
		if !b.laid {
			layout, err := b.lay()
			if err != nil {
				return err
			}
			if b.as.Volume == 0 {
				b.layout = layout
			}
		}
		for _, p := range b.problems {
			r.Problems.Add(p.Rule, p.Place, p.Text, p.Hint, p.Also...)
		}
		r.PDFPages += b.pages
		r.scan.leaks = append(r.scan.leaks, b.leaks...)
		if len(b.problems)+len(b.leaks) == 0 {
			b.sound.keep(b.pages)
		}
	}
	r.books = nil
	return nil
}

// judgeBooks tells what there is to tell of books; if that stops the build it is errRefused.
func (r *Result) judgeBooks(opt Options) error {
	if err := r.tellBooks(); err != nil {
		return err
	}
	r.tellLeaks()
	if r.Failed(opt.Strict) {
		return errRefused
	}
	return nil
}

// unlessRefused is an error that problems do not tell.
func unlessRefused(err error) error {
	if errors.Is(err, errRefused) {
		return nil
	}
	return err
}

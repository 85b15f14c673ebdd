package site

import (
	"bytes"
	"testing"

	"bangvang/internal/edition"
	"bangvang/internal/fileset"
	"bangvang/internal/stencil"
	"bangvang/templates"
)

// Our own templates say the same whoever executes them, and a page is left to html/template only the first time: else it would take ten times as long.
func TestStencilsOfOwnTemplates(t *testing.T) {
	left := map[string]bool{"moved": true} // parts of it are made for where they stand, under names of html/template's own
	for _, ed := range []*edition.Edition{sample(), inTwoLanguages()} {
		r, err := newRenderer(ed, Options{Templates: templates.FS, Charts: testCharts()}, fileset.New())
		if err != nil {
			t.Fatal(err)
		}
		k, err := r.borrow()
		if err != nil {
			t.Fatal(err)
		}
		plain, err := r.borrow()
		if err != nil {
			t.Fatal(err)
		}
		for _, tongue := range r.tongues {
			for i := range tongue.edition.Pages {
				page := &tongue.edition.Pages[i]
				name := page.Body.Template()
				plain.stencils = stencil.New(plain.templates, nil, nil) // which knows none
				var want, first, then bytes.Buffer
				for w, k := range map[*bytes.Buffer]*worker{&want: plain, &first: k} {
					if err := k.write(w, tongue, page, name); err != nil {
						t.Fatal(err)
					}
				}
				if err := k.write(&then, tongue, page, name); err != nil {
					t.Fatal(err)
				}
				if !bytes.Equal(want.Bytes(), first.Bytes()) || !bytes.Equal(want.Bytes(), then.Bytes()) {
					t.Errorf("%s: other bytes", page.Path)
				}
				if _, done := k.stencils.Append(nil, name, page); done == left[name] {
					t.Errorf("%s: done as a stencil: %v", page.Path, done)
				}
			}
		}
	}
}

// What failed half-way leaves nothing behind in a part that is written by html/template after it.
func TestStencilsStartAnew(t *testing.T) {
	r, err := newRenderer(sample(), Options{Templates: templates.FS, Charts: testCharts()}, fileset.New())
	if err != nil {
		t.Fatal(err)
	}
	k, err := r.borrow()
	if err != nil {
		t.Fatal(err)
	}
	k.tongue, k.page, k.links = r.tongues[0], &r.tongues[0].edition.Pages[0], &[]edition.Path{}
	for range 2 {
		*k.links = (*k.links)[:0]
		if _, err := k.execute(nil, "crumb", []any{edition.Link{Words: "a", Path: "/a/"}}); err != nil || len(*k.links) != 1 {
			t.Fatalf("%v, links %v", err, *k.links)
		}
	}
	if _, err := k.execute(nil, "crumb", []any{struct{ Path edition.Path }{"/a/"}}); err == nil || len(*k.links) != 2 {
		t.Errorf("%v, links %v: those of what failed stay once", err, *k.links)
	}
}

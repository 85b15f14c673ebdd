package export

import (
	"encoding/xml"
	"io"
	"strings"
	"testing"

	"bangvang/internal/edition"
	"bangvang/internal/fileset"
)

// addSitemapsElsewhere adds a sitemap in parts of two addresses, in a set of its own, and puts its files beside the others.
func addSitemapsElsewhere(ed *edition.Edition, set *fileset.Set) error {
	parts := fileset.New()
	if err := addSitemaps(ed, base(ed.Site.BaseURL), parts, 2); err != nil {
		return err
	}
	for _, name := range parts.Names() {
		if err := set.Add("parts/"+name, func(w io.Writer) error { return parts.Write(name, w) }); err != nil {
			return err
		}
	}
	return nil
}

func TestSitemapParts(t *testing.T) {
	set := fileset.New()
	if err := addSitemaps(sample(), "https://bangvang.example/", set, 2); err != nil {
		t.Fatal(err)
	}
	var index sitemapIndex
	b, err := set.Bytes("sitemap.xml")
	if err != nil {
		t.Fatal(err)
	}
	if err := xml.Unmarshal(b, &index); err != nil {
		t.Fatal(err)
	}
	var pages []string
	for _, s := range index.Sitemaps {
		b, err := set.Bytes(strings.TrimPrefix(s.Loc, "https://bangvang.example/"))
		if err != nil {
			t.Fatal(err)
		}
		var part urlSet
		if err := xml.Unmarshal(b, &part); err != nil {
			t.Fatal(err)
		}
		for _, u := range part.URLs {
			pages = append(pages, strings.TrimPrefix(u.Loc, "https://bangvang.example"))
		}
	}
	if got, want := strings.Join(pages, " "), "/ /bao-chi/ /chi-tieu/ho-ngheo/ /vinh-danh/mau-01-004/"; got != want || len(index.Sitemaps) != 2 {
		t.Errorf("got %s in %d parts, want %s", got, len(index.Sitemaps), want)
	}
}

func TestSecurityContact(t *testing.T) {
	for _, c := range []struct {
		email string
		pages []edition.Path
		want  string
	}{
		{"a@b.example", nil, "mailto:a@b.example"},
		{"a+?b@c.example", nil, "mailto:a+%3Fb@c.example"},
		{"", []edition.Path{"/", "/bao-chi/"}, "https://x.example/bao-chi/"},
		{"không có", []edition.Path{"/bao-chi/"}, "https://x.example/bao-chi/"},
		{"a@b.example\nExpires: 2999", []edition.Path{"/"}, "https://x.example/"},
	} {
		ed := &edition.Edition{Site: edition.Site{Contact: edition.Contact{Email: c.email}}}
		for _, p := range c.pages {
			ed.Pages = append(ed.Pages, edition.Page{Head: edition.Head{Path: p}})
		}
		if got, err := securityContact(ed, "https://x.example/"); err != nil || got != c.want {
			t.Errorf("%q: got %s, %v; want %s", c.email, got, err, c.want)
		}
	}
}

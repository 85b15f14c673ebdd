package export

import (
	"encoding/xml"
	"fmt"
	"io"
	"time"

	"bangvang/internal/edition"
	"bangvang/internal/fileset"
)

const (
	sitemapPath  = edition.Path("/sitemap.xml")
	sitemapLimit = 50_000 // addresses in one file (sitemaps.org, protocol 0.9)
)

type urlSet struct {
	XMLName xml.Name     `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 urlset"`
	XHTML   string       `xml:"xmlns:xhtml,attr,omitempty"`
	URLs    []sitemapURL `xml:"url"`
}

type sitemapURL struct {
	Loc     string        `xml:"loc"`
	LastMod string        `xml:"lastmod,omitempty"`
	Links   []sitemapLink `xml:"xhtml:link"`
}

// sitemapLink leads to a page in one of its languages, or to the one for readers of all others.
type sitemapLink struct {
	Rel  string `xml:"rel,attr"`
	Lang string `xml:"hreflang,attr"`
	Href string `xml:"href,attr"`
}

const (
	xhtml       = "http://www.w3.org/1999/xhtml"
	anyLanguage = "x-default"
)

type sitemapIndex struct {
	XMLName  xml.Name     `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 sitemapindex"`
	Sitemaps []sitemapURL `xml:"sitemap"`
}

func addSitemap(ed *edition.Edition, b base, set *fileset.Set) error {
	return addSitemaps(ed, b, set, sitemapLimit)
}

// addSitemaps adds one sitemap, or an index with parts of at most limit addresses.
func addSitemaps(ed *edition.Edition, b base, set *fileset.Set, limit int) error {
	var heads []*edition.Head
	for _, in := range append([]*edition.Edition{ed}, ed.Twins...) {
		for i := range in.Pages {
			if h := &in.Pages[i].Head; !h.NoIndex {
				heads = append(heads, h)
			}
		}
	}
	lang := ed.Site.Lang
	if len(heads) <= limit {
		return set.Add(fileName(sitemapPath), sitemapRecipe(heads, b, lang))
	}
	var index sitemapIndex
	for n := 1; len(heads) > 0; n++ {
		part := heads[:min(limit, len(heads))]
		heads = heads[len(part):]
		path := edition.Path(fmt.Sprintf("/sitemap-%d.xml", n))
		loc, err := b.url(path)
		if err != nil {
			return err
		}
		index.Sitemaps = append(index.Sitemaps, sitemapURL{Loc: loc})
		if err := set.Add(fileName(path), sitemapRecipe(part, b, lang)); err != nil {
			return err
		}
	}
	return set.Add(fileName(sitemapPath), func(w io.Writer) error { return writeXML(w, index) })
}

// sitemapRecipe writes the addresses of pages, each with those of its versions in all languages; lang is the campaign's own.
func sitemapRecipe(heads []*edition.Head, b base, lang string) fileset.Recipe {
	return func(w io.Writer) error {
		out := urlSet{URLs: make([]sitemapURL, len(heads))}
		for i, h := range heads {
			loc, err := b.url(h.Path)
			if err != nil {
				return err
			}
			lastMod, err := lastMod(h.Updated)
			if err != nil {
				return fmt.Errorf("trang %s: %w", h.Path, err)
			}
			out.URLs[i] = sitemapURL{Loc: loc, LastMod: lastMod}
			if out.URLs[i].Links, err = sitemapLinks(h.Alternates, b, lang); err != nil {
				return err
			}
			if len(out.URLs[i].Links) > 0 {
				out.XHTML = xhtml
			}
		}
		return writeXML(w, out)
	}
}

func sitemapLinks(alternates []edition.Alternate, b base, lang string) ([]sitemapLink, error) {
	var out []sitemapLink
	var other []sitemapLink
	for _, a := range alternates {
		href, err := b.url(a.Path)
		if err != nil {
			return nil, err
		}
		out = append(out, sitemapLink{"alternate", a.Lang, href})
		if a.Lang == lang {
			other = []sitemapLink{{"alternate", anyLanguage, href}}
		}
	}
	return append(out, other...), nil
}

// lastMod returns what a sitemap may say of a page's date: a day or a time. A year or a month alone says nothing there.
func lastMod(updated string) (string, error) {
	switch _, err := time.Parse(time.RFC3339, updated); {
	case updated == "":
		return "", nil
	case err == nil:
		return updated, nil
	case !isDate(updated):
		return "", fmt.Errorf("%q không phải ngày hay thời điểm", updated)
	case len(updated) < len(time.DateOnly):
		return "", nil
	}
	return updated, nil
}

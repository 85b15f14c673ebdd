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
	URLs    []sitemapURL `xml:"url"`
}

type sitemapURL struct {
	Loc     string `xml:"loc"`
	LastMod string `xml:"lastmod,omitempty"`
}

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
	for i := range ed.Pages {
		if h := &ed.Pages[i].Head; !h.NoIndex {
			heads = append(heads, h)
		}
	}
	if len(heads) <= limit {
		return set.Add(fileName(sitemapPath), sitemapRecipe(heads, b))
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
		if err := set.Add(fileName(path), sitemapRecipe(part, b)); err != nil {
			return err
		}
	}
	return set.Add(fileName(sitemapPath), func(w io.Writer) error { return writeXML(w, index) })
}

func sitemapRecipe(heads []*edition.Head, b base) fileset.Recipe {
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
			out.URLs[i] = sitemapURL{loc, lastMod}
		}
		return writeXML(w, out)
	}
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

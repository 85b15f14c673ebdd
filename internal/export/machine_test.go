package export

import (
	"encoding/xml"
	"io"
	"slices"
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

// inTwoLanguages is the sample with two of its pages in English too.
func inTwoLanguages() *edition.Edition {
	ed := sample()
	twin := &edition.Edition{Site: edition.Site{Lang: "en", BaseURL: ed.Site.BaseURL}}
	for _, i := range []int{0, 2} {
		h := &ed.Pages[i].Head
		h.Alternates = []edition.Alternate{{Lang: "vi", Path: h.Path}, {Lang: "en", Path: "/en" + h.Path}}
		twin.Pages = append(twin.Pages, edition.Page{Head: edition.Head{Path: "/en" + h.Path, Updated: h.Updated, Alternates: h.Alternates}, Body: ed.Pages[i].Body})
	}
	ed.Twins = []*edition.Edition{twin}
	return ed
}

// A sitemap has the pages of all languages; each of a page's versions names all of them, itself too, and the one for everybody else.
func TestSitemapLanguages(t *testing.T) {
	set := fileset.New()
	ed := inTwoLanguages()
	if err := addSitemaps(ed, base(ed.Site.BaseURL), set, sitemapLimit); err != nil {
		t.Fatal(err)
	}
	b, err := set.Bytes("sitemap.xml")
	if err != nil {
		t.Fatal(err)
	}
	if out, err := xmllint(t, b, "--schema", "testdata/sitemap.xsd"); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
	for _, wrong := range [][2]string{{`hreflang="en"`, `hreflang="English"`}, {`rel="alternate"`, `rel="next"`}, {`href="https://bangvang.example/thi-dua/en/"`, `href="/en/"`}} {
		bad := strings.ReplaceAll(string(b), wrong[0], wrong[1])
		if _, err := xmllint(t, []byte(bad), "--schema", "testdata/sitemap.xsd"); err == nil || bad == string(b) {
			t.Errorf("the schema accepts %s", wrong[1])
		}
	}
	var read struct {
		URLs []struct {
			Loc   string `xml:"loc"`
			Links []struct {
				XMLName xml.Name
				Lang    string `xml:"hreflang,attr"`
				Href    string `xml:"href,attr"`
			} `xml:"http://www.w3.org/1999/xhtml link"`
		} `xml:"url"`
	}
	if err := xml.Unmarshal(b, &read); err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, u := range read.URLs {
		line := strings.TrimPrefix(u.Loc, ed.Site.BaseURL)
		for _, l := range u.Links {
			line += " " + l.Lang + ":" + strings.TrimPrefix(l.Href, ed.Site.BaseURL)
		}
		got = append(got, line)
	}
	want := []string{" vi: en:en/ x-default:", "bao-chi/", "chi-tieu/ho-ngheo/ vi:chi-tieu/ho-ngheo/ en:en/chi-tieu/ho-ngheo/ x-default:chi-tieu/ho-ngheo/", "vinh-danh/mau-01-004/",
		"en/ vi: en:en/ x-default:", "en/chi-tieu/ho-ngheo/ vi:chi-tieu/ho-ngheo/ en:en/chi-tieu/ho-ngheo/ x-default:chi-tieu/ho-ngheo/"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q\nwant %q", got, want)
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

package build_test

import (
	"encoding/xml"
	"fmt"
	"html"
	"net/url"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// page is what a link checker must know of an HTML page.
type page struct {
	ids   map[string]bool
	links []string
}

// readPage reads a page with the decoder of encoding/xml, lenient: our pages are well-formed but for void elements.
func readPage(b []byte) (page, error) {
	p := page{ids: map[string]bool{}}
	d := xml.NewDecoder(strings.NewReader(string(b)))
	d.Strict, d.AutoClose, d.Entity = false, xml.HTMLAutoClose, xml.HTMLEntity
	for {
		tok, err := d.Token()
		if tok == nil {
			if err.Error() == "EOF" {
				err = nil
			}
			return p, err
		}
		start, ok := tok.(xml.StartElement)
		if !ok {
			continue
		}
		if start.Name.Local == "style" {
			return p, fmt.Errorf("an inline style sheet")
		}
		for _, a := range start.Attr {
			switch name := a.Name.Local; {
			case name == "id":
				if p.ids[a.Value] {
					return p, fmt.Errorf("id %q twice", a.Value)
				}
				p.ids[a.Value] = true
			case name == "href" || name == "src" || name == "action" || name == "data-index" || name == "data-engine" || name == "data-finding" || name == "data-script":
				p.links = append(p.links, a.Value)
			case name == "style" || strings.HasPrefix(name, "on"):
				return p, fmt.Errorf("attribute %s, which the policy forbids", name)
			}
		}
	}
}

// TestLinks follows every link of every page of both campaigns.
func TestLinks(t *testing.T) {
	for _, m := range []*made{theReal(t), theSecond(t), theAwkward(t)} {
		base := m.result.Edition.Site.BaseURL + "/"
		base = strings.TrimRight(base, "/") + "/"
		pages := map[string]page{}
		for _, name := range names(m.files) {
			if path.Ext(name) == ".html" {
				p, err := readPage(m.files[name])
				if err != nil {
					t.Errorf("%s: %v", name, err)
				}
				pages[name] = p
			}
		}
		if len(pages) < 10 {
			t.Fatalf("%d pages", len(pages))
		}
		for _, name := range names(m.files) {
			for _, link := range pages[name].links {
				if err := follow(m.files, pages, base, name, link); err != nil {
					t.Errorf("%s: link %q: %v", name, link, err)
				}
			}
		}
	}
}

// follow tells why a link of a page leads nowhere.
func follow(files map[string][]byte, pages map[string]page, base, from, link string) error {
	where, err := url.Parse(base + from)
	if err != nil {
		return err
	}
	to, err := where.Parse(link)
	if err != nil {
		return err
	}
	switch to.Scheme {
	case "mailto", "tel":
		return nil
	case "http", "https":
	default:
		return fmt.Errorf("scheme %q", to.Scheme)
	}
	fragment := to.Fragment
	to.Fragment, to.RawQuery = "", ""
	inside, ok := strings.CutPrefix(to.String(), base)
	if !ok {
		if !strings.HasPrefix(link, "http://") && !strings.HasPrefix(link, "https://") {
			return fmt.Errorf("leaves the site")
		}
		return nil
	}
	if inside, err = url.PathUnescape(inside); err != nil {
		return err
	}
	if inside == "" || strings.HasSuffix(inside, "/") {
		inside += "index.html"
	}
	if _, ok := files[inside]; !ok {
		return fmt.Errorf("no file %s", inside)
	}
	if fragment != "" && !pages[inside].ids[fragment] {
		return fmt.Errorf("no place #%s in %s", fragment, inside)
	}
	return nil
}

var cssURL = regexp.MustCompile(`url\(\s*['"]?([^'")]+)['"]?\s*\)`)

// TestAddresses looks up every address of the site that stands in a feed, a data file, a style sheet, the sitemap or a page.
func TestAddresses(t *testing.T) {
	for _, m := range []*made{theReal(t), theSecond(t), theAwkward(t)} {
		base := strings.TrimRight(m.result.Edition.Site.BaseURL, "/") + "/"
		absolute := regexp.MustCompile(regexp.QuoteMeta(base) + `[^\s"'<>()\\,;*]*`)
		found := 0
		for name, b := range m.files {
			ext := path.Ext(name)
			if !slices.Contains([]string{".html", ".xml", ".json", ".js", ".css", ".csv", ".txt"}, ext) {
				continue
			}
			text := decode(b)
			if ext == ".html" || ext == ".xml" {
				text = html.UnescapeString(text) // addresses stand in code to copy, too
			}
			for _, address := range absolute.FindAllString(text, -1) {
				found++
				address = strings.TrimRight(strings.ReplaceAll(address, "&amp;", "&"), ".:")
				if err := follow(m.files, map[string]page{}, base, "", strings.SplitN(address, "#", 2)[0]); err != nil {
					t.Errorf("%s names %s: %v", name, address, err)
				}
			}
			if ext == ".css" {
				for _, u := range cssURL.FindAllStringSubmatch(string(b), -1) {
					if err := follow(m.files, map[string]page{}, base, name, u[1]); err != nil && !strings.HasPrefix(u[1], "data:") {
						t.Errorf("%s: %s: %v", name, u[1], err)
					}
				}
			}
			if strings.Contains(string(b), "ZgotmplZ") {
				t.Errorf("%s: a template wrote what it could not escape", name)
			}
		}
		if found < 100 {
			t.Errorf("only %d absolute addresses", found)
		}
	}
}

// TestSitemap: every page that search engines may show, and no other.
func TestSitemap(t *testing.T) {
	for _, m := range []*made{theReal(t), theSecond(t), theAwkward(t)} {
		base := strings.TrimRight(m.result.Edition.Site.BaseURL, "/") + "/"
		listed := string(m.files["sitemap.xml"])
		for _, name := range names(m.files) {
			if path.Ext(name) != ".html" {
				continue
			}
			address := "<loc>" + base + strings.TrimSuffix(name, "index.html") + "</loc>"
			hidden := strings.Contains(string(m.files[name]), `content="noindex"`)
			if in := strings.Contains(listed, address); in == hidden {
				t.Errorf("%s: noindex is %t, in the sitemap is %t", name, hidden, in)
			}
		}
	}
}

package export

import (
	"cmp"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"
	"unicode"

	"bangvang/internal/edition"
	"bangvang/internal/fileset"
)

// feed is an Atom feed (RFC 4287, 4.1.1).
type feed struct {
	XMLName xml.Name    `xml:"http://www.w3.org/2005/Atom feed"`
	Lang    string      `xml:"http://www.w3.org/XML/1998/namespace lang,attr,omitempty"`
	ID      string      `xml:"id"`
	Title   string      `xml:"title"`
	Updated string      `xml:"updated"`
	Author  string      `xml:"author>name"`
	Rights  string      `xml:"rights,omitempty"`
	Links   []feedLink  `xml:"link"`
	Entries []feedEntry `xml:"entry"`
}

// feedEntry is an entry of it (4.1.2). Its author is the feed's.
type feedEntry struct {
	ID      string   `xml:"id"`
	Title   string   `xml:"title"`
	Updated string   `xml:"updated"`
	Link    feedLink `xml:"link"`
	Summary string   `xml:"summary,omitempty"`
}

type feedLink struct {
	Rel  string `xml:"rel,attr"`
	Type string `xml:"type,attr"`
	Href string `xml:"href,attr"`
}

func addFeeds(ed *edition.Edition, b base, set *fileset.Set) error {
	for i := range ed.Feeds {
		f := &ed.Feeds[i]
		err := set.AddOf(fileName(f.Path), of(f, &ed.Site, b), func(w io.Writer) error {
			out, err := newFeed(f, &ed.Site, b)
			if err != nil {
				return err
			}
			return writeXML(w, out)
		})
		if err != nil {
			return err
		}
	}
	return nil
}

func newFeed(f *edition.Feed, site *edition.Site, b base) (*feed, error) {
	self, err := b.url(f.Path)
	if err != nil {
		return nil, err
	}
	if err := checkTime(f.Updated); err != nil {
		return nil, err
	}
	if f.ID == "" {
		return nil, errors.New("nguồn tin không có mã")
	}
	out := &feed{
		Lang: site.Lang, ID: f.ID, Title: printable(f.Title), Updated: f.Updated, Author: printable(cmp.Or(site.Organizer, site.Name)), Rights: printable(site.Licence),
		Links:   []feedLink{{"self", "application/atom+xml", self}, {"alternate", "text/html", string(b)}},
		Entries: make([]feedEntry, len(f.Entries)),
	}
	seen := make(map[string]bool, len(f.Entries))
	for i, e := range f.Entries {
		if e.ID == "" || seen[e.ID] {
			return nil, fmt.Errorf("mã %q của mục %q trống hoặc trùng", e.ID, e.Title)
		}
		seen[e.ID] = true
		href, err := b.url(e.Path)
		if err != nil {
			return nil, err
		}
		if err := checkTime(e.Updated); err != nil {
			return nil, fmt.Errorf("mục %q: %w", e.Title, err)
		}
		out.Entries[i] = feedEntry{e.ID, printable(e.Title), e.Updated, feedLink{"alternate", "text/html", href}, printable(e.Summary)}
	}
	return out, nil
}

// checkTime refuses what is not an RFC 3339 time.
func checkTime(s string) error {
	if _, err := time.Parse(time.RFC3339, s); err != nil {
		return fmt.Errorf("%q không phải thời điểm theo RFC 3339", s)
	}
	return nil
}

// printable returns s without control characters and with spaces for line breaks.
func printable(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r) && r != '\u00a0':
			return ' '
		case unicode.IsControl(r), r == '\ufffe', r == '\uffff':
			return -1
		}
		return r
	}, s)
	return strings.Trim(s, " ")
}

// writeXML writes v as a document.
func writeXML(w io.Writer, v any) error {
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return err
	}
	out := xml.NewEncoder(w)
	out.Indent("", " ")
	if err := out.Encode(v); err != nil {
		return err
	}
	_, err := io.WriteString(w, "\n")
	return err
}

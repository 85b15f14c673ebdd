package site

import (
	"encoding/json"
	"encoding/xml"
	"fmt"
	"io"

	"bangvang/internal/edition"
	"bangvang/internal/fileset"
)

// answer is what a site that was given the address of a page is told of how to show it (oembed.com, version 1.0, type rich). The files
// cannot know how much room there is: the frame is as wide as what is around it, and says a width for those who drop its style.
type answer struct {
	XMLName         xml.Name `json:"-" xml:"oembed"`
	Version         string   `json:"version" xml:"version"`
	Type            string   `json:"type" xml:"type"`
	Title           string   `json:"title" xml:"title"`
	AuthorName      string   `json:"author_name,omitempty" xml:"author_name,omitempty"`
	ProviderName    string   `json:"provider_name" xml:"provider_name"`
	ProviderURL     string   `json:"provider_url" xml:"provider_url"`
	CacheAge        int      `json:"cache_age" xml:"cache_age"` // seconds
	ThumbnailURL    string   `json:"thumbnail_url,omitempty" xml:"thumbnail_url,omitempty"`
	ThumbnailWidth  int      `json:"thumbnail_width,omitempty" xml:"thumbnail_width,omitempty"`
	ThumbnailHeight int      `json:"thumbnail_height,omitempty" xml:"thumbnail_height,omitempty"`
	HTML            string   `json:"html" xml:"html"`
	Width           int      `json:"width" xml:"width"`
	Height          int      `json:"height" xml:"height"`
}

// day is how long an answer may be kept.
const day = 24 * 60 * 60

// answer is the answer on a page of t.
func (k *worker) answer(e *edition.Embed) (answer, error) {
	height, err := frameHeight(e, k.options.Charts.Height)
	if err != nil {
		return answer{}, err
	}
	code, err := k.frame(e)
	a := answer{Version: "1.0", Type: "rich", Title: e.Title, AuthorName: k.edition.Site.Secretariat, ProviderName: k.edition.Site.Name,
		ProviderURL: k.absolute("/"), CacheAge: day, HTML: code, Width: frameWidth, Height: height}
	if p := e.Picture; p != nil {
		a.ThumbnailURL, a.ThumbnailWidth, a.ThumbnailHeight = k.absolute(p.Path), p.Width, p.Height
	}
	return a, err
}

// addAnswers adds the recipes of what is answered on a page, in JSON and in XML.
func (r *renderer) addAnswers(t *tongue, e *edition.Embed, set *fileset.Set) error {
	k := &worker{renderer: r, tongue: t}
	add := func(at edition.Path, write func(io.Writer, answer) error) error {
		return set.AddOf(fileName(at), r.origin(t, e), func(w io.Writer) error {
			a, err := k.answer(e)
			if err != nil {
				return fmt.Errorf("%s: %w", at, err)
			}
			return write(w, a)
		})
	}
	if err := add(e.JSON, func(w io.Writer, a answer) error { return json.NewEncoder(w).Encode(a) }); err != nil {
		return err
	}
	return add(e.XML, func(w io.Writer, a answer) error {
		if _, err := io.WriteString(w, `<?xml version="1.0" encoding="utf-8" standalone="yes"?>`+"\n"); err != nil {
			return err
		}
		return xml.NewEncoder(w).Encode(a)
	})
}

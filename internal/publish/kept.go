package publish

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"bangvang/internal/edition"
	"bangvang/internal/export"
	"bangvang/internal/fileset"
	"bangvang/internal/kept"
)

// record is cong-bo.json, which says what was published.
type record struct {
	Title     string `json:"title"`
	AsOf      string `json:"as_of"`
	BaseURL   string `json:"base_url"`
	Addresses int    `json:"addresses"` // promised ones
}

// Kept are the files that data/published/<day>/ keeps of a publication: its site's edition and files. Recipes are run once; what they give
// must depend on the edition and the site alone, so that the same publication keeps the same bytes.
func Kept(ed *edition.Edition, site *fileset.Set) (*fileset.Set, error) {
	kept := fileset.New()
	r := record{Title: ed.Site.Name, AsOf: ed.Site.Updated, BaseURL: ed.Site.BaseURL}
	for _, name := range site.Names() {
		if Promised(string(edition.AddressOf(name))) {
			r.Addresses++
		}
	}
	err := kept.Add("cong-bo.json", func(w io.Writer) error {
		out := json.NewEncoder(w)
		out.SetEscapeHTML(false)
		out.SetIndent("", "  ")
		return out.Encode(r)
	})
	if err != nil {
		return nil, err
	}
	if err := kept.Add(export.SnapshotName, func(w io.Writer) error { return export.WriteSnapshot(w, ed.Snapshot) }); err != nil {
		return nil, err
	}
	return kept, frozen(ed, kept)
}

// frozen adds what the frozen copies of this publication are made from. What a later build would refuse to read is never written: the lock
// would promise copies that nobody can make.
func frozen(ed *edition.Edition, set *fileset.Set) error {
	p := edition.Keep(ed)
	files, err := p.Files()
	if err != nil {
		return err
	}
	if _, problems := kept.Read(files); len(problems.Sorted()) > 0 {
		wrong := problems.Sorted()[0]
		return fmt.Errorf("bản lưu không đọc lại được, không công bố: %s: %s", wrong.Place.File, wrong.Text)
	}
	for _, f := range files {
		err := set.Add(strings.TrimPrefix(f.Path, p.Day+"/"), func(w io.Writer) error { _, err := w.Write(f.Bytes); return err })
		if err != nil {
			return err
		}
	}
	return nil
}

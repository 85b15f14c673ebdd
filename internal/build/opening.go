package build

import (
	"encoding/json"
	"io"
	"net/url"
	"slices"
	"strings"

	"bangvang/internal/fileset"
)

// opening is what a browser asks of a preview first, as it is kept: the home page and what draws it.
type opening struct {
	Key   string
	Root  string
	Files map[string][]byte
}

const openingName = "opening"

// Opening gives the home page, with what draws it, that the last preview made of the same input, byte for byte, and the path of its site; nil if
// that is not kept. It is there long before a large campaign is read.
func (m *Memory) Opening() (*fileset.Set, string) {
	b, ok := m.store().Load(openingName)
	var kept opening
	if !ok || m.key == "" || json.Unmarshal(b, &kept) != nil || kept.Key != m.key {
		return nil, ""
	}
	set := fileset.New()
	for name, text := range kept.Files {
		if set.Add(name, func(w io.Writer) error { _, err := w.Write(text); return err }) != nil {
			return nil, ""
		}
	}
	return set, kept.Root
}

// KeepOpening keeps what the next preview of the same input opens with. What cannot be kept is made again.
func (m *Memory) KeepOpening(r *Result) {
	if m.key == "" || r.Set == nil {
		return
	}
	kept := opening{Key: m.key, Root: r.Root(), Files: map[string][]byte{}}
	for _, name := range r.Set.Names() {
		if name != "index.html" && (!strings.HasPrefix(name, "assets/") || strings.HasPrefix(name, "assets/echarts/")) {
			continue
		}
		b, err := r.Set.Bytes(name)
		if err != nil {
			return
		}
		kept.Files[name] = slices.Clone(b)
	}
	if b, err := json.Marshal(kept); err == nil {
		m.store().Save(openingName, b)
	}
}

// Root is the path below which the site stands.
func (r *Result) Root() string {
	if u, err := url.Parse(r.Edition.Site.BaseURL); err == nil {
		return u.Path
	}
	return ""
}

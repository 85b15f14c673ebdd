package build

import (
	"crypto/sha256"
	"encoding/json"
	"io"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"bangvang/internal/fileset"
	"bangvang/internal/outdir"
)

// opening is what a browser asks of a preview first, as it is kept: the home page and what draws it.
type opening struct {
	Key   string
	Root  string
	Files map[string][]byte
}

const openingName = "opening"

// Opening gives the home page, with what draws it, that the last preview or the last build made of the same input, byte for byte, and the path of
// its site; nil if that is not kept. It is there long before a large campaign is read.
func (m *Memory) Opening() (*fileset.Set, string) {
	b, ok := m.store().Load(openingName)
	var kept opening
	if ok = ok && m.key != "" && json.Unmarshal(b, &kept) == nil && kept.Key == m.key; !ok {
		if kept, ok = m.built(); !ok {
			return nil, ""
		}
	}
	set := fileset.New()
	for name, text := range kept.Files {
		if set.Add(name, func(w io.Writer) error { _, err := w.Write(text); return err }) != nil {
			return nil, ""
		}
	}
	return set, kept.Root
}

// built gives the opening as the last build wrote it, if that was of the same input and nobody has changed those files since.
func (m *Memory) built() (opening, bool) {
	b, ok := m.store().Load(lastBuild)
	var last memory
	as := m.opt
	as.Preview = false
	if !ok || m.input == "" || json.Unmarshal(b, &last) != nil || last.Version != memoryVersion || last.Made != keyUnder(m.input, as, "") {
		return opening{}, false
	}
	folder, err := os.OpenRoot(m.opt.destination())
	if err != nil {
		return opening{}, false
	}
	defer folder.Close()
	made, err := outdir.ReadManifest(m.opt.destination())
	if err != nil || made.Sum() != last.Manifest {
		return opening{}, false
	}
	out := opening{Root: last.Root, Files: map[string][]byte{}}
	for i := range made {
		f := &made[i]
		if !opens(f.Name) {
			continue
		}
		b, err := folder.ReadFile(filepath.FromSlash(f.Name))
		if err != nil || sha256.Sum256(b) != f.Sum {
			return opening{}, false
		}
		out.Files[f.Name] = b
	}
	return out, true
}

// opens tells whether a file is the home page or draws it.
func opens(name string) bool {
	return name == "index.html" || strings.HasPrefix(name, "assets/") && !strings.HasPrefix(name, "assets/echarts/")
}

// KeepOpening keeps what the next preview of the same input opens with. What cannot be kept is made again.
func (m *Memory) KeepOpening(r *Result) {
	if m.key == "" || r.Set == nil {
		return
	}
	kept := opening{Key: m.key, Root: r.Root(), Files: map[string][]byte{}}
	for _, name := range r.Set.Names() {
		if !opens(name) {
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

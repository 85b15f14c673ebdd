package serve

import (
	"path"
	"strings"
	"sync"

	"bangvang/internal/fileset"
)

// version is the site after a build: the last good one, and what was wrong if this one was not.
type version struct {
	set  *fileset.Set // nil if there was no good build yet
	root string
	good string // names the build that made it
	made *memory
	told string
}

// news is what pages are told of a version.
type news struct {
	Good   string            `json:"good"`             // a page that was made of another build is old
	Told   string            `json:"told,omitempty"`   // problems, to be shown over the page
	Styles map[string]string `json:"styles,omitempty"` // style sheets to change, old name to new: with them the page is of this build
}

// news is what a page learns of a version, made of the one before it or not.
func (v *version) news(before *version, change Change) news {
	out := news{Good: v.good, Told: v.told}
	if before != nil && before.set != nil && before.told == "" && v.told == "" && change.only(".css") {
		out.Styles = renamed(before.set.Names(), v.set.Names())
	}
	return out
}

// renamed pairs style sheets that differ by the hash in their names: site.0a1b2c3d4e.css.
func renamed(old, now []string) map[string]string {
	stem := func(name string) string {
		dir, base := path.Split(name)
		first, _, _ := strings.Cut(base, ".")
		return dir + first
	}
	had := map[string]string{}
	for _, name := range old {
		if path.Ext(name) == ".css" {
			had[stem(name)] = name
		}
	}
	out := map[string]string{}
	for _, name := range now {
		if was := had[stem(name)]; path.Ext(name) == ".css" && was != "" && was != name {
			out[was] = name
		}
	}
	return out
}

// memory keeps what was made of a version, as far as it is not too much.
type memory struct {
	mu    sync.Mutex
	files map[string]*made
	size  int
}

// made is one file; once makes it.
type made struct {
	once  sync.Once
	bytes []byte
	err   error
}

// mostKept is how many bytes are kept of a version.
const mostKept = 64 << 20

func newMemory() *memory { return &memory{files: map[string]*made{}} }

// file makes a file, once for all who ask for it at the same time.
func (v *version) file(name string) ([]byte, error) {
	m := v.made
	m.mu.Lock()
	f := m.files[name]
	if f == nil {
		f = &made{}
		m.files[name] = f
	}
	m.mu.Unlock()
	f.once.Do(func() {
		f.bytes, f.err = v.set.Bytes(name)
		m.mu.Lock()
		defer m.mu.Unlock()
		if m.size+len(f.bytes) > mostKept || f.err != nil {
			delete(m.files, name)
			return
		}
		m.size += len(f.bytes)
	})
	return f.bytes, f.err
}

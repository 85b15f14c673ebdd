package build

import (
	"context"
	"crypto/sha256"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"hash"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"bangvang/internal/chart"
	"bangvang/internal/outdir"
)

// lastBuild is what is kept of the last build, in the cache; memoryVersion is its format's.
const (
	lastBuild     = "last-build"
	memoryVersion = 2
)

// Memory knows the last build by all that it was made from: the program, what the command line decided, and each byte of the input. If none of
// that has changed, and what the last build made still lies at the destination byte for byte, then a build would write nothing and say the same.
//
// Where that cannot be known for certain (a link in the input, a program that cannot be read) nothing is remembered.
type Memory struct {
	opt   Options
	words string // how what is told is told
	input string // of the program and each byte; "" if unknown
	key   string // of all; "" if unknown
}

// memory is a Memory as it is kept. Told is what the command line said.
type memory struct {
	Version  int
	Key      string
	Made     string // the key of what was made, however it was told
	Root     string // of the site
	Manifest [sha256.Size]byte
	Told     json.RawMessage
}

// Remember looks at the input as it is now. words stands for whatever else decides how a build is told.
func Remember(opt Options, words string) *Memory {
	m := &Memory{opt: opt, words: words}
	if input, err := m.look(); err == nil { // unknown is not wrong
		m.input, m.key = input, keyUnder(input, opt, words)
	}
	return m
}

// Again tells whether the build that would begin now is the last one, with what the destination holds; told is what Keep was given.
func (m *Memory) Again(ctx context.Context, told any) (outdir.Stats, bool) {
	if m.key == "" {
		return outdir.Stats{}, false
	}
	b, ok := m.store().Load(lastBuild)
	var last memory
	if !ok || json.Unmarshal(b, &last) != nil || last.Version != memoryVersion || last.Key != m.key || json.Unmarshal(last.Told, told) != nil {
		return outdir.Stats{}, false
	}
	out := Output(m.opt)
	stamps, keep := m.opt.stamps()
	out.Stamps = stamps
	stats, ok := outdir.Holds(ctx, m.opt.destination(), last.Manifest, out)
	if ok {
		keep()
	}
	return stats, ok
}

// Keep keeps of a build what it made and what was told of it, unless the input has changed meanwhile.
func (m *Memory) Keep(r *Result, told any) {
	if input, err := m.look(); err != nil || input != m.input || r.Manifest == nil {
		return
	}
	t, err := json.Marshal(told)
	if err != nil {
		return
	}
	if b, err := json.Marshal(memory{memoryVersion, m.key, keyUnder(m.input, m.opt, ""), r.Root(), r.Manifest.Sum(), t}); err == nil {
		m.store().Save(lastBuild, b)
	}
}

func (m *Memory) store() chart.Store {
	return cacheIn(filepath.Join(m.opt.Source, ".bangvang"), "cache", ".json", m.opt.Ask)
}

// keyUnder is the key of an input that is made and told in some way.
func keyUnder(input string, o Options, words string) string {
	// Whole, but for what cannot change what is made, so that no option is forgotten.
	o.Source, o.Destination, o.Jobs, o.Progress, o.Phase, o.File, o.Ask, o.Earlier = "", "", 0, nil, nil, nil, nil, nil
	h := sha256.New()
	note(h, input)
	note(h, fmt.Sprintf("%q %#v", words, o))
	return fmt.Sprintf("%x", h.Sum(nil))
}

// look gives the sum of the program and of the input as it is.
func (m *Memory) look() (string, error) {
	program, err := ownSum()
	if err != nil {
		return "", err
	}
	h := sha256.New()
	h.Write(program[:])
	root, err := os.OpenRoot(m.opt.Source)
	if err != nil {
		return "", err
	}
	defer root.Close()
	for _, folder := range []string{"data", "content", "templates"} {
		if err := noteFolder(h, root.FS(), folder); err != nil {
			return "", err
		}
	}
	return fmt.Sprintf("%x", h.Sum(nil)), nil
}

// note adds a text to a hash so that it cannot run into the next.
func note(h hash.Hash, text string) {
	h.Write(binary.AppendUvarint(nil, uint64(len(text))))
	io.WriteString(h, text)
}

var errIrregular = errors.New("không phải tệp hay thư mục")

// noteFolder adds the names and bytes of all that lies in a folder, which may be missing.
func noteFolder(h hash.Hash, fsys fs.FS, folder string) error {
	return fs.WalkDir(fsys, folder, func(name string, e fs.DirEntry, err error) error {
		switch {
		case name == folder && errors.Is(err, fs.ErrNotExist):
			note(h, "")
			return nil
		case err != nil:
			return err
		case e.IsDir():
			note(h, name+"/")
			return nil
		case !e.Type().IsRegular():
			return fmt.Errorf("%s: %w", name, errIrregular)
		}
		b, err := fs.ReadFile(fsys, name)
		if err != nil {
			return err
		}
		note(h, name)
		sum := sha256.Sum256(b)
		h.Write(sum[:])
		return nil
	})
}

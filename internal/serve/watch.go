package serve

import (
	"context"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/fsnotify/fsnotify"
)

// Watcher sees that files below folders change.
type Watcher struct {
	Root    string   // folder
	Folders []string // below it, slash paths; one that is not there may come
	Poll    bool     // the system does not tell of changes: look again and again
}

// How long the folders must be quiet before a change counts, how long changes may go on at most, how often to look where nobody tells, and how
// often all the same where somebody does: what is told may be lost.
const (
	quiet     = 15 * time.Millisecond
	patience  = 500 * time.Millisecond
	often     = 300 * time.Millisecond
	sometimes = 5 * time.Second
)

// Change is which files changed, slash paths below the root.
type Change struct {
	Files []string
	Half  bool // one of them looks as if it were being written: gone, empty, or cut within a line
}

func (c Change) and(other Change) Change {
	return Change{append(slices.Clone(c.Files), other.Files...), c.Half || other.Half}
}

// only tells whether all that changed are files with an ending.
func (c Change) only(ending string) bool {
	return len(c.Files) > 0 && !slices.ContainsFunc(c.Files, func(f string) bool { return path.Ext(f) != ending })
}

// stamp is what a file's state is known by.
type stamp struct {
	size int64
	at   int64
	mode fs.FileMode
}

// look gives the state of all files and folders below the watched ones. Files whose name begins with a dot, which editors and we write beside what
// they mean, do not count.
func (w *Watcher) look() map[string]stamp {
	out := map[string]stamp{}
	for _, folder := range w.Folders {
		filepath.WalkDir(filepath.Join(w.Root, filepath.FromSlash(folder)), func(name string, d fs.DirEntry, err error) error {
			if err != nil {
				return nil // gone meanwhile: the next look tells
			}
			if base := d.Name(); strings.HasPrefix(base, ".") || strings.HasSuffix(base, "~") {
				if d.IsDir() {
					return filepath.SkipDir
				}
				return nil
			}
			rel, err := filepath.Rel(w.Root, name)
			if err != nil {
				return nil
			}
			if d.IsDir() {
				out[filepath.ToSlash(rel)] = stamp{mode: fs.ModeDir}
			} else if i, err := os.Stat(name); err == nil { // a link counts as what it leads to
				out[filepath.ToSlash(rel)] = stamp{i.Size(), i.ModTime().UnixNano(), i.Mode()}
			}
			return nil
		})
	}
	return out
}

// changed are the files that are not as they were.
func changed(was, is map[string]stamp) Change {
	var c Change
	for name, s := range is {
		if before, ok := was[name]; (!ok || before != s) && s.mode&fs.ModeDir == 0 {
			c.Files = append(c.Files, name)
		}
	}
	for name, s := range was {
		if _, ok := is[name]; !ok && s.mode&fs.ModeDir == 0 {
			c.Files = append(c.Files, name)
		}
	}
	slices.Sort(c.Files)
	return c
}

// half tells whether a text looks as if it were being written.
func (w *Watcher) half(name string) bool {
	if !slices.Contains(lined, path.Ext(name)) {
		return false
	}
	f, err := os.Open(filepath.Join(w.Root, filepath.FromSlash(name)))
	if err != nil {
		return true
	}
	defer f.Close()
	last := []byte{0}
	i, err := f.Stat()
	if err == nil {
		_, err = f.ReadAt(last, i.Size()-1)
	}
	return err != nil || last[0] != '\n'
}

// lined are the endings of files that end with a line, as editors write them.
var lined = []string{".yaml", ".md", ".html", ".css", ".js", ".json"}

// run sends changes of a state until the context ends. One that is not taken is sent with the next.
func (w *Watcher) run(ctx context.Context, state map[string]stamp, out chan Change) {
	hints, err := w.hints(ctx, state)
	every := sometimes
	if err != nil || w.Poll {
		every = often
	}
	tick := time.NewTicker(every)
	defer tick.Stop()
	early := make(chan struct{}) // what changed before anybody was asked to tell
	close(early)
	for {
		hinted := false
		select {
		case <-ctx.Done():
			return
		case <-early:
			early = nil
		case <-tick.C:
		case <-hints.events():
			hinted = true
		}
		if hinted {
			settle(ctx, hints)
		}
		is := w.look()
		c := changed(state, is)
		if len(c.Files) == 0 && maps.Equal(state, is) {
			continue
		}
		state = is
		hints.follow(w, state)
		if len(c.Files) == 0 {
			continue
		}
		c.Half = slices.ContainsFunc(c.Files, w.half)
		select {
		case missed := <-out:
			c = missed.and(c)
		default:
		}
		out <- c
	}
}

// settle waits until nothing is told for a moment.
func settle(ctx context.Context, h *hints) {
	end := time.After(patience)
	for {
		select {
		case <-h.events():
		case <-time.After(quiet):
			return
		case <-end:
			return
		case <-ctx.Done():
			return
		}
	}
}

// hints are the system's word that something changed. nil gives none.
type hints struct {
	watcher *fsnotify.Watcher
	known   map[string]bool
	told    chan struct{}
}

func (w *Watcher) hints(ctx context.Context, state map[string]stamp) (*hints, error) {
	if w.Poll {
		return nil, nil
	}
	watcher, err := fsnotify.NewWatcher()
	if err != nil {
		return nil, err
	}
	h := &hints{watcher: watcher, known: map[string]bool{}, told: make(chan struct{}, 1)}
	if err := watcher.Add(w.Root); err != nil {
		watcher.Close()
		return nil, err
	}
	h.follow(w, state)
	go func() {
		defer watcher.Close()
		for {
			select {
			case <-ctx.Done():
				return
			case _, ok := <-watcher.Events:
				if !ok {
					return
				}
			case _, ok := <-watcher.Errors: // events were lost: look
				if !ok {
					return
				}
			}
			select {
			case h.told <- struct{}{}:
			default:
			}
		}
	}()
	return h, nil
}

func (h *hints) events() <-chan struct{} {
	if h == nil {
		return nil
	}
	return h.told
}

// follow watches folders that are new.
func (h *hints) follow(w *Watcher, state map[string]stamp) {
	if h == nil {
		return
	}
	for name := range h.known {
		if _, ok := state[name]; !ok {
			delete(h.known, name) // the system forgot it with the folder
		}
	}
	for name, s := range state {
		if s.mode&fs.ModeDir != 0 && !h.known[name] {
			h.known[name] = h.watcher.Add(filepath.Join(w.Root, filepath.FromSlash(name))) == nil
		}
	}
}

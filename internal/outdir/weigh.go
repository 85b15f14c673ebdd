package outdir

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"sync"

	"bangvang/internal/fileset"
)

// Weigh runs every recipe of a set into nowhere and gives the manifest that a folder made from it has. What opt.Known tells is believed; of
// the rest of opt only Jobs and Progress count. Files that others read lie in a folder of the system's meanwhile.
func Weigh(ctx context.Context, set *fileset.Set, opt Options) (Manifest, error) {
	w := &weighing{ctx: ctx, set: set, opt: opt, names: set.Names()}
	w.files = make(Manifest, len(w.names))
	opt.Known.begin(w.files)
	if w.makeRoom() {
		defer os.RemoveAll(w.room)
	}
	if err := set.Each(ctx, opt.Jobs, w.read, w.weigh); err != nil {
		return nil, err
	}
	return w.files, nil
}

// weighing is one call of Weigh.
type weighing struct {
	ctx    context.Context
	set    *fileset.Set
	opt    Options
	names  []string
	files  Manifest // by place in names
	wanted []bool   // by place in names: another file reads it, and it is kept for that; nil if none is
	room   string   // where those lie, by their places

	mu   sync.Mutex // over done and calls of Progress
	done int
}

// makeRoom finds out which files others read. Where there is no room for them they are made as often as they are read.
func (w *weighing) makeRoom() bool {
	wanted, any := make([]bool, len(w.names)), false
	for _, name := range w.names {
		for _, need := range w.set.Needs(name) {
			i, _ := slices.BinarySearch(w.names, need)
			wanted[i], any = true, true
		}
	}
	if !any {
		return false
	}
	var err error
	if w.room, err = os.MkdirTemp("", "bangvang-"); err != nil {
		return false
	}
	w.wanted = wanted
	return true
}

func (w *weighing) at(i int) string { return filepath.Join(w.room, strconv.Itoa(i)) }

// weigh is the visit of fileset.Each.
func (w *weighing) weigh(i int, name string, r fileset.Recipe) error {
	origin, told := w.opt.Known.origin(w.set, w.names, w.files, name)
	if f, ok := w.opt.Known.told(i, name, origin, told); ok {
		w.files[i] = f
		w.progress()
		return nil
	}
	h, n := newHash(), int64(0)
	out := writerFunc(func(p []byte) (int, error) {
		n += int64(len(p))
		h.Write(p)
		return len(p), w.ctx.Err()
	})
	if err := w.spooled(i, out, r); err != nil {
		return err
	}
	w.files[i] = Entry{name, n, sumOf(h)}
	if told {
		w.opt.Known.learn(i, origin)
	}
	w.progress()
	return nil
}

// spooled runs a recipe, and keeps for others what it writes.
func (w *weighing) spooled(i int, out io.Writer, r fileset.Recipe) error {
	if w.wanted == nil || !w.wanted[i] {
		return r(out)
	}
	f, err := os.Create(w.at(i))
	if err != nil {
		return err
	}
	err = r(io.MultiWriter(f, out))
	if e := f.Close(); err == nil {
		err = e
	}
	return err
}

// read is how recipes come to earlier files; one that was not made here, since it is known, is made then.
func (w *weighing) read(name string, to io.Writer) error {
	i, _ := slices.BinarySearch(w.names, name)
	if g, only := to.(*fileset.Gauge); only {
		g.Tell(w.files[i].Size, w.files[i].Sum)
		return nil
	}
	if w.wanted == nil {
		return w.set.Write(name, to)
	}
	f, err := os.Open(w.at(i))
	if errors.Is(err, fs.ErrNotExist) {
		return w.set.Write(name, to)
	}
	if err != nil {
		return err
	}
	defer f.Close()
	_, err = io.Copy(to, f)
	return err
}

func (w *weighing) progress() {
	if w.opt.Progress == nil {
		return
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	w.done++
	w.opt.Progress(w.done, len(w.names))
}

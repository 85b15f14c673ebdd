package outdir

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"sync"
	"sync/atomic"

	"bangvang/internal/fileset"
)

// A stage is the new site while it is made.
type stage struct {
	ctx    context.Context
	set    *fileset.Set
	place  place
	before *survey
	opt    Options
	disk   disk

	names []string // of the new site, sorted
	was   []int    // by place in names: place in the manifest of the destination; -1 if there is none
	is    []int    // by place in that manifest: place in names; -1 if there is none
	files Manifest // by place in names
	kept  []bool   // by place in names: the destination has these bytes
	wrote []stamp  // by place in names: of files that were written
	stays []stamp  // by place in names: of kept files that lie in the new site as they are

	written, mended, sparing atomic.Int64
	sheets                   sync.Pool   // of *sheet
	folders                  folders     // by slash path
	chmodFile                bool        // files do not get mode 0644 by themselves
	chmodFolder              bool        // folders do not get mode 0755 by themselves
	spare                    bool        // the staging folder was a spare site: there are folders and files
	salvaged                 bool        // and the destination that it is a copy of is gone: its files may be those of the new site
	pruned                   []stamp     // by place in the branches of the destination's manifest: of the folders of the spare site before they were looked into
	twins                    []bool      // by place in that manifest: the spare site has the file, as it was left
	root                     stamp       // of the staging folder before anything was done in it
	tells                    bool        // the disk tells when a folder was changed
	likened                  bool        // the spare site is the old one, with the very files of the new one
	copied                   atomic.Bool // there was a file that could not be linked
	begin                    func() error
	begun                    atomic.Bool

	mu   sync.Mutex // over done and calls of Progress
	done int
}

func newStage(ctx context.Context, p place, before *survey, set *fileset.Set, opt Options) *stage {
	names := set.Names()
	s := &stage{ctx: ctx, set: set, place: p, before: before, opt: opt, disk: opt.disk, names: names}
	s.files = make(Manifest, len(names))
	opt.Known.begin(s.files)
	s.kept, s.wrote, s.stays = make([]bool, len(names)), make([]stamp, len(names)), make([]stamp, len(names))
	s.was, s.is = besides(names, before.manifest)
	s.sheets.New = func() any { return newSheet(s) }
	s.begin = sync.OnceValue(s.makeRoot)
	return s
}

// makeFile makes one file: it is the visit of fileset.Each. Bytes that the
// destination has already are not written.
func (s *stage) makeFile(i int, name string, r fileset.Recipe) error {
	if !s.set.Hastened(name) { // else it is begun while the destination is looked at
		if err := s.before.all(); err != nil {
			return err
		}
	}
	w := s.sheets.Get().(*sheet)
	defer s.sheets.Put(w)
	origin, told := s.opt.Known.origin(s.set, s.names, s.files, name)
	if s.spared(i, name, origin, told) {
		s.progress()
		return nil
	}
	w.begin(name)
	err := r(w)
	if w.err != nil {
		err = w.err // whatever the recipe made of it
	}
	if err != nil {
		w.abandon()
		return err
	}
	s.files[i] = Entry{name, w.size, w.sum()}
	if s.kept[i] = s.has(i); s.kept[i] {
		err = w.discard()
	} else if w.file != nil || !s.salvage(i) {
		s.written.Add(1)
		err = w.finish()
		s.wrote[i] = w.told
	}
	if err == nil {
		if told {
			s.opt.Known.learn(i, origin)
		}
		s.progress()
	}
	return err
}

// has reports whether the destination holds this very file, by looking at its
// bytes: the manifest tells what they were, not what they are.
func (s *stage) has(i int) bool {
	same, there := s.holds(i, s.files[i])
	if same && !there {
		s.mended.Add(1)
	}
	return there
}

// holds tells whether the manifest of the destination has the entry of a file, and whether that is as it says. It takes note of the file.
func (s *stage) holds(i int, e Entry) (same, there bool) {
	k := s.was[i]
	if k < 0 || s.before.manifest[k] != e {
		return false, false
	}
	return true, s.before.holds(s.place, k)
}

// hasSum reports whether the bytes of a file are those of its entry.
func hasSum(path string, e Entry) bool {
	f, err := os.Open(path)
	if err != nil {
		return false
	}
	defer f.Close()
	h, scratch := newHash(), scratches.Get().(*[]byte)
	defer scratches.Put(scratch)
	_, err = io.CopyBuffer(struct{ io.Writer }{h}, struct{ io.Reader }{f}, *scratch)
	return err == nil && sumOf(h) == e.Sum
}

var scratches = sync.Pool{New: func() any { b := make([]byte, 64<<10); return &b }}

// read copies a file that was made before to w.
func (s *stage) read(name string, w io.Writer) error {
	path := s.place.staged(name)
	i, ok := slices.BinarySearch(s.names, name)
	if g, only := w.(*fileset.Gauge); only && ok {
		g.Tell(s.files[i].Size, s.files[i].Sum)
		return nil
	}
	if ok && s.kept[i] {
		path = s.place.live(name)
	}
	f, err := os.Open(path)
	if err != nil {
		return s.place.machine("không đọc lại được tệp", path, err)
	}
	defer f.Close()
	_, err = io.Copy(w, f)
	return err
}

func (s *stage) progress() {
	if s.opt.Progress == nil {
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.done++
	s.opt.Progress(s.done, len(s.names))
}

// stats says what comes of it.
func (s *stage) stats() Stats {
	st := Stats{Files: len(s.names), Written: int(s.written.Load()), Mended: int(s.mended.Load())}
	st.Unchanged, st.Spared = st.Files-st.Written, int(s.sparing.Load())
	stayed := 0
	for i := range s.files {
		st.Bytes += s.files[i].Size
		if s.was[i] >= 0 {
			stayed++
		}
	}
	st.Removed = len(s.before.manifest) - stayed
	return st
}

// forEach does something with each file of the new site, on as many goroutines as the recipes, until it fails or the run ends.
func (s *stage) forEach(do func(i int) error) error {
	var mu sync.Mutex
	var errs error
	inParallel(len(s.names), s.opt.Jobs, func(i int) bool {
		err := s.ctx.Err()
		if err == nil {
			err = do(i)
		}
		if err != nil {
			mu.Lock()
			defer mu.Unlock()
			errs = errors.Join(errs, err)
		}
		return err == nil
	})
	return errs
}

// makeRoot makes the staging folder with an empty manifest and learns from them
// which modes come out right by themselves.
func (s *stage) makeRoot() error {
	if err := s.before.all(); err != nil {
		return err
	}
	root, manifest := s.place.staging, s.place.staged(manifestName)
	if s.takeSpare() {
		s.chmodFolder = true // there is no new one to learn it from
	} else {
		if err := s.disk.mkdir(root); err != nil {
			return s.place.machine("không tạo được thư mục tạm", root, err)
		}
		s.chmodFolder = s.needsChmod(root, 0o755)
		if st, err := os.Lstat(root); err == nil {
			s.root = stampOf(st)
		}
	}
	s.begun.Store(true)
	f, err := s.disk.create(manifest)
	if err == nil {
		err = s.disk.close(f)
	}
	if err != nil {
		return s.place.machine("không ghi được tệp", manifest, err)
	}
	s.chmodFile = s.needsChmod(manifest, 0o644)
	return nil
}

// needsChmod reports whether a new file or folder got another mode than it
// should and chmod helps; on a disk without modes it does not.
func (s *stage) needsChmod(path string, mode fs.FileMode) bool {
	has := func() bool {
		st, err := os.Lstat(path)
		return err == nil && st.Mode().Perm() == mode
	}
	return !has() && s.disk.chmod(path, mode) == nil && has()
}

// folder makes a staged folder and those around it, each once.
func (s *stage) folder(name string) error {
	if name == "." {
		return s.begin()
	}
	if s.folders.has(name) {
		return nil
	}
	if err := s.folder(path.Dir(name)); err != nil {
		return err
	}
	return s.folders.once(name, func() error {
		at := s.place.staged(name)
		err := s.disk.mkdir(at)
		if s.spare && errors.Is(err, fs.ErrExist) {
			return nil
		}
		if err == nil && s.chmodFolder {
			err = s.disk.chmod(at, 0o755)
		}
		if err != nil {
			return s.place.machine("không tạo được thư mục", at, err)
		}
		return nil
	})
}

// drop removes what was staged when nothing is to be swapped.
func (s *stage) drop() error {
	if !s.begun.Load() {
		return nil
	}
	if s.spare && s.disk.rename(s.place.staging, s.opt.Spare) == nil {
		return nil
	}
	if err := s.disk.removeAll(s.place.staging); err != nil {
		return s.place.machine("không dọn được thư mục tạm", s.place.staging, err)
	}
	return nil
}

// live is where a file of the destination lies, staged where one of the new
// site does; "" is the folder itself.
func (p place) live(name string) string   { return below(p.dir, name) }
func (p place) staged(name string) string { return below(p.staging, name) }

func below(dir, name string) string {
	if name == "" {
		return dir
	}
	return dir + string(filepath.Separator) + filepath.FromSlash(name)
}

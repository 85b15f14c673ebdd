package outdir

import (
	"crypto/sha256"
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"sync"
	"sync/atomic"
)

// gitignoreName is a file that belongs to the folder, not to the site.
const gitignoreName = ".gitignore"

// maxStrange is how many strange files a refusal names.
const maxStrange = 5

// isLitter reports whether a file is what file managers leave behind.
func isLitter(name string) bool {
	return name == ".DS_Store" || name == "Thumbs.db" || name == "desktop.ini"
}

// A survey is what lies at the destination.
type survey struct {
	exists    bool
	far       bool     // on a disk that may be another machine's
	ours      bool     // there is a manifest
	gitignore bool     // there is a .gitignore
	manifest  Manifest // of the last run
	sum       [sha256.Size]byte
	branches  []branch // of manifest
	given     *Stamps  // of manifest; nil if there are none
	there     []bool   // by place in manifest: there is a file of that name
	seen      []stamp  // by place in manifest: of files that were found whole
	looks     []stamp  // by place in branches: of folders before they were looked into
	littered  []bool   // by place in branches: there is more in a folder than the manifest says
	closed    []int    // places in branches of folders that are not open to all readers

	all func() error // looks at all that is there, once; before that there, gitignore, looks and closed say nothing
}

// survey looks at the destination. What is in its folders, which takes longer, is looked at when that is asked for; what was not made here is an error then.
func (p place) survey(stamps *Stamps) (*survey, error) {
	s, err := p.look()
	if err != nil {
		return nil, p.unread(err)
	}
	s.far = isFar(p.parent)
	if s.given = stamps.under(s.sum, len(s.manifest), len(s.branches)); s.given != nil && s.far {
		s.given = &Stamps{of: s.given.of, last: s.given.last, list: s.given.list}
	}
	s.all = sync.OnceValue(func() error {
		if !s.exists {
			return nil
		}
		strange, err := s.walk(p, 0, nil)
		if err != nil {
			return p.unread(err)
		}
		if len(strange) > 0 {
			slices.Sort(strange)
			return &ForeignError{Dir: p.shown, Names: strange[:min(maxStrange, len(strange))], Count: len(strange)}
		}
		return nil
	})
	return s, nil
}

// unread is the error of looking at the destination.
func (p place) unread(err error) error {
	if errors.Is(err, ErrForeign) {
		return err
	}
	return p.machine("không đọc được thư mục", p.shown, err)
}

// holds reports whether there is the file at a place of the manifest, with its bytes and open to all readers, and nothing that was not made here. It takes
// note of the file.
func (s *survey) holds(p place, i int) bool {
	e, at := s.manifest[i], p.live(s.manifest[i].Name)
	if s.all() != nil || !s.there[i] {
		return false
	}
	st, err := os.Lstat(at)
	if err != nil || !isOpen(st, e) {
		return false
	}
	s.seen[i] = stampOf(st)
	return s.given.ofFile(i, s.seen[i]) || hasSum(at, e)
}

func (p place) look() (*survey, error) {
	s := &survey{}
	if _, err := os.Stat(p.dir); errors.Is(err, fs.ErrNotExist) {
		return s, nil
	}
	s.exists = true
	st, err := os.Lstat(filepath.Join(p.dir, manifestName))
	switch {
	case err == nil && st.Mode().IsRegular():
		if s.manifest, s.sum, err = readManifest(p.dir); err != nil {
			var pe *fs.PathError
			if errors.As(err, &pe) {
				return nil, err
			}
			return nil, &ForeignError{Dir: p.shown, Names: []string{manifestName}, Count: 1, Why: "tệp " + manifestName + " trong đó " + err.Error()}
		}
		s.ours = true
	case err != nil && !errors.Is(err, fs.ErrNotExist):
		return nil, err
	}
	s.branches = s.manifest.branches()
	s.there, s.seen = make([]bool, len(s.manifest)), make([]stamp, len(s.manifest))
	s.looks, s.littered = make([]stamp, len(s.branches)), make([]bool, len(s.branches))
	return s, nil
}

// open opens the folders of a destination that stays as it is to all readers, as those of a new one would be: a server reads nothing in one that somebody
// closed. A disk without modes has none that can be opened.
func (s *survey) open(p place, d disk) {
	for _, k := range s.closed {
		_ = d.chmod(p.live(s.branches[k].name), 0o755)
	}
}

// resurvey looks whether somebody put something there since. Folders that were not changed are not looked into again.
func (p place) resurvey(s *survey, jobs int) error {
	var changed atomic.Bool
	inParallel(len(s.branches), jobs, func(k int) bool {
		if k == 0 || s.looks[k] != (stamp{}) { // others were not there
			st, err := os.Lstat(p.live(s.branches[k].name))
			if err != nil || s.looks[k] == (stamp{}) || stampOf(st) != s.looks[k] {
				changed.Store(true)
			}
		}
		return !changed.Load()
	})
	if !changed.Load() {
		return nil
	}
	now, err := p.survey(nil)
	if err != nil {
		return err
	}
	return now.all()
}

// walk marks the files of the manifest that are there below a branch, and appends to strange what is in no branch. Strange folders are not entered.
func (s *survey) walk(p place, k int, strange []string) ([]string, error) {
	within, at := s.branches[k].name, p.live(s.branches[k].name)
	st, err := os.Lstat(at)
	if err != nil {
		return strange, err
	}
	s.looks[k] = stampOf(st)
	if st.Mode().Perm()&0o555 != 0o555 {
		s.closed = append(s.closed, k)
	}
	if k > 0 && s.given.ofFolder(k, s.looks[k]) { // the root is where people leave things that may stay
		err := inside(s.branches, k, func(i int) error { s.there[i] = true; return nil }, func(k int) (err error) {
			strange, err = s.walk(p, k, strange)
			return err
		})
		return strange, err
	}
	list, err := readFolder(at)
	if err != nil {
		return strange, err
	}
	for _, e := range list {
		name := path.Join(within, e.Name())
		if e.IsDir() {
			if in, ok := branchOf(s.branches, name); !ok {
				strange = append(strange, name+"/")
			} else if strange, err = s.walk(p, in, strange); err != nil {
				return strange, err
			}
			continue
		}
		switch i, ok := s.manifest.find(name); {
		case !e.Type().IsRegular():
			strange = append(strange, name)
		case ok:
			s.there[i] = true
		case name == manifestName || name == gitignoreName || isLitter(e.Name()):
			s.gitignore = s.gitignore || name == gitignoreName
			s.littered[k] = true
		default:
			strange = append(strange, name)
		}
	}
	return strange, nil
}

// readFolder reads a folder in the order of the disk.
func readFolder(dir string) ([]os.DirEntry, error) {
	f, err := openFolder(dir)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return f.ReadDir(-1)
}

package outdir

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"sync"
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
	ours      bool     // there is a manifest
	gitignore bool     // there is a .gitignore
	manifest  Manifest // of the last run
	there     []bool   // by place in manifest: there is a file of that name
	stamps    []stamp  // by place in manifest: of files that need not be read; nil if there are none
	seen      []stamp  // by place in manifest: of files that were found whole
	folders   []folder // that were looked into

	all func() error // looks at all that is there, once; before that there, gitignore and folders say nothing
}

// folder is one that was looked into, and what the system told of it before.
type folder struct {
	path  string
	stamp stamp
}

// survey looks at the destination. What is in its folders, which takes longer, is looked at when that is asked for; what was not made here is an error then.
func (p place) survey(stamps *Stamps) (*survey, error) {
	s, err := p.look()
	if err != nil {
		return nil, p.unread(err)
	}
	s.stamps = stamps.under(s.manifest)
	s.all = sync.OnceValue(func() error {
		if !s.exists {
			return nil
		}
		strange, err := s.walk(p.dir, "", nil)
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
	e, path := s.manifest[i], p.live(s.manifest[i].Name)
	if s.all() != nil || !s.there[i] {
		return false
	}
	st, err := os.Lstat(path)
	if err != nil || !isOpen(st, e) {
		return false
	}
	s.seen[i] = stampOf(st)
	return s.stamps != nil && s.stamps[i] != (stamp{}) && s.stamps[i] == s.seen[i] || hasSum(path, e)
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
		if s.manifest, err = ReadManifest(p.dir); err != nil {
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
	s.there, s.seen = make([]bool, len(s.manifest)), make([]stamp, len(s.manifest))
	return s, nil
}

// resurvey looks whether somebody put something there since. Folders that were not changed are not looked into again.
func (p place) resurvey(s *survey) error {
	for _, f := range s.folders {
		if st, err := os.Lstat(f.path); err != nil || f.stamp == (stamp{}) || stampOf(st) != f.stamp {
			now, err := p.survey(nil)
			if err != nil {
				return err
			}
			return now.all()
		}
	}
	return nil
}

// walk marks the files of the manifest that are there below a folder, and
// appends to strange what is in none. Strange folders are not entered.
func (s *survey) walk(dir, within string, strange []string) ([]string, error) {
	if st, err := os.Lstat(dir); err == nil {
		s.folders = append(s.folders, folder{dir, stampOf(st)})
	}
	list, err := readFolder(dir)
	if err != nil {
		return strange, err
	}
	for _, e := range list {
		name := within + e.Name()
		switch {
		case e.IsDir() && s.manifest.hasFolder(name):
			if strange, err = s.walk(filepath.Join(dir, e.Name()), name+"/", strange); err != nil {
				return strange, err
			}
		case e.IsDir():
			strange = append(strange, name+"/")
		case e.Type().IsRegular() && s.knows(name):
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

// knows takes note of a regular file, if it is one that may be there.
func (s *survey) knows(name string) bool {
	if i, ok := s.manifest.find(name); ok {
		s.there[i] = true
		return true
	}
	switch name {
	case gitignoreName:
		s.gitignore = true
		return true
	case manifestName:
		return true
	}
	return isLitter(filepath.Base(name))
}

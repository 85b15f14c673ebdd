package outdir

import (
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
)

// The old site is not taken down after an exchange but made like the new one, by links, lying at Options.Spare. From there the next run takes it as its
// staging folder: for ten thousand files of which twenty change, twenty are touched, and no folder is made or removed. Nobody relies on it. What
// it lacks is made, and what is in it is looked at before it is used. A run that is cut short while it makes the new site leaves it as a staging folder to
// be cleared away; one that is cut short after the exchange may leave it half like the old site, until the next run.
//
// Where there was no old site, or none worth to be changed, the spare one is made by links alone: the next run would have to make them.

// mostChanged is the part of the files that may be another's than the last run's before the old site is rather taken down.
const mostChanged = 0.75

// takeSpare makes a spare site the staging folder, without all that the new site does not have. Whatever stands against it, there is none.
func (s *stage) takeSpare() bool {
	if s.opt.Spare == "" {
		return false
	}
	if st, err := os.Lstat(s.opt.Spare); err != nil || !st.IsDir() || s.disk.rename(s.opt.Spare, s.place.staging) != nil {
		return false
	}
	s.pruned, s.twins = make([]stamp, len(s.before.branches)), make([]bool, len(s.before.manifest))
	if s.prune(0, "") != nil {
		s.pruned = nil
		_ = s.disk.removeAll(s.place.staging)
		return false
	}
	s.spare = true
	return true
}

// rescue makes a spare site the staging folder at once if the destination that it is a copy of is gone.
func (s *stage) rescue() error {
	if s.before.ours || s.opt.Spare == "" {
		return nil
	}
	if _, err := os.Lstat(s.opt.Spare); err != nil {
		return nil
	}
	err := s.begin()
	s.salvaged = s.spare // before any file is made: whoever makes one asks
	return err
}

// salvage tells whether a file lies in a salvaged staging folder as its entry says, so that it need not be written. It takes note of the file. One
// that has another name is somebody's too, who moved the destination away instead of removing it: what they do to theirs must not show here.
func (s *stage) salvage(i int) bool {
	if !s.salvaged {
		return false
	}
	at := s.place.staged(s.names[i])
	st, err := os.Lstat(at)
	if err != nil || !isSole(st) || !isOpen(st, s.files[i]) || !hasSum(at, s.files[i]) {
		return false
	}
	s.wrote[i] = stampOf(st)
	s.written.Add(1)
	return true
}

// prune removes from a folder of the staging folder what the new site does not have, and its manifest, which is written anew. k is the place of the
// folder among those of the destination's manifest, -1 if it is none of them. It opens the folder
// to all readers, as a new one would be: somebody may have closed it while it was at the destination.
func (s *stage) prune(k int, folder string) error {
	at := s.place.staged(folder)
	st, err := os.Lstat(at)
	if err != nil {
		return err
	}
	look := stampOf(st)
	if st.Mode().Perm() != 0o755 {
		s.needsChmod(at, 0o755)
	}
	if k == 0 {
		s.root = look
	} else if k > 0 {
		s.pruned[k] = look
		if s.before.given.ofSpare(k, look) {
			return s.pruneTwin(k)
		}
	}
	list, err := readFolder(at)
	if err != nil {
		return err
	}
	for _, e := range list {
		name := path.Join(folder, e.Name())
		switch {
		case e.IsDir() && s.wantsFolder(name):
			in, ok := branchOf(s.before.branches, name)
			if !ok {
				in = -1
			}
			err = s.prune(in, name)
		case e.Type().IsRegular() && (s.wants(name) || name == gitignoreName && s.before.gitignore):
		default:
			err = s.disk.removeAll(s.place.staged(name))
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// pruneTwin is prune of a folder that holds what it held when it was left: what the manifest of the destination says.
func (s *stage) pruneTwin(k int) error {
	m, branches := s.before.manifest, s.before.branches
	return inside(branches, k, func(i int) error {
		if s.twins[i] = s.is[i] >= 0; s.twins[i] {
			return nil
		}
		return s.disk.removeAll(s.place.staged(m[i].Name))
	}, func(in int) error {
		if name := branches[in].name; s.is[branches[in].from] < 0 && !s.wantsFolder(name) {
			return s.disk.removeAll(s.place.staged(name))
		}
		return s.prune(in, branches[in].name)
	})
}

// wants reports whether the new site has a file.
func (s *stage) wants(name string) bool {
	_, ok := slices.BinarySearch(s.names, name)
	return ok
}

// wantsFolder reports whether the new site has files below a folder.
func (s *stage) wantsFolder(name string) bool {
	i, _ := slices.BinarySearch(s.names, name+"/")
	return i < len(s.names) && strings.HasPrefix(s.names[i], name+"/")
}

// unwant removes a file from the staging folder, or the outermost folder around it that is not wanted either.
func (s *stage) unwant(name string) error {
	for at := name; at != "."; at = path.Dir(at) {
		if !s.wantsFolder(at) {
			name = at
		}
	}
	return s.disk.removeAll(s.place.staged(name))
}

// isCarried reports whether a staged file is the destination's. Size and time are asked too: there are disks on which files have no numbers of
// their own.
func isCarried(from, to string) bool {
	a, err := os.Lstat(from)
	if err != nil {
		return false
	}
	b, err := os.Lstat(to)
	return err == nil && os.SameFile(a, b) && a.Size() == b.Size() && a.ModTime().Equal(b.ModTime())
}

// leaveSpare makes a spare site of the old one, or of links alone. Whatever stands against it, another disk say, there is none.
func (s *stage) leaveSpare() {
	if s.opt.Spare == "" || s.disk.mkdirAll(filepath.Dir(s.opt.Spare)) != nil || s.disk.removeAll(s.opt.Spare) != nil {
		return
	}
	old := s.place.staging
	if _, err := os.Lstat(s.place.aside); err == nil { // there was no exchange
		old = s.place.aside
	}
	do, likened := s.linkAll, false
	if s.before.ours && float64(s.changed()) <= mostChanged*float64(len(s.names)) {
		do, likened = func() error { return s.likeNew(old) }, true
	}
	s.place.staging = s.opt.Spare
	if do() != nil {
		_ = s.disk.removeAll(s.opt.Spare)
		likened = false
	}
	s.likened = likened && !s.copied.Load()
}

// changed counts the files that are not as they were.
func (s *stage) changed() int {
	n := 0
	for i := range s.names {
		if !s.kept[i] {
			n++
		}
	}
	return n
}

// likeNew moves the old site there and makes it like the new one.
func (s *stage) likeNew(old string) error {
	s.spare = true // there are folders and files
	s.folders.forget()
	if err := s.disk.rename(old, s.place.staging); err != nil {
		return err
	}
	if err := s.disk.remove(s.place.staged(manifestName)); err != nil {
		return err
	}
	for i, f := range s.before.manifest {
		if s.is[i] < 0 {
			if err := s.unwant(f.Name); err != nil {
				return err
			}
		}
	}
	for i, name := range s.names {
		if !s.kept[i] {
			if err := s.carry(name); err != nil {
				return err
			}
		}
	}
	return nil
}

// linkAll makes a folder of links to all files of the new site.
func (s *stage) linkAll() error {
	s.spare = false
	clear(s.stays) // a link more is a change
	s.folders.forget()
	if err := s.disk.mkdir(s.place.staging); err != nil {
		return err
	}
	return s.forEach(func(i int) error {
		name := s.names[i]
		if err := s.folder(path.Dir(name)); err != nil {
			return err
		}
		return s.disk.link(s.place.live(name), s.place.staged(name)) // a copy would cost more than it saves
	})
}

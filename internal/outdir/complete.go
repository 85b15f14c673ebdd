package outdir

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"slices"
)

// complete adds to the staged files those that stay as they are, .gitignore and
// the manifest.
func (s *stage) complete() error {
	if err := s.begin(); err != nil {
		return err
	}
	if err := s.linkKept(); err != nil {
		return err
	}
	if s.before.gitignore {
		if err := s.carry(gitignoreName); err != nil {
			return err
		}
	}
	if err := s.writeManifest(); err != nil {
		return s.place.machine("không ghi được tệp", s.place.staged(manifestName), err)
	}
	if st, err := os.Lstat(s.place.staging); err == nil {
		s.tells = !s.before.far && stampOf(st).written > s.root.written && s.root.written > 0
	}
	if s.opt.Sync {
		if err := s.disk.sync(s.place.staging); err != nil {
			return s.place.machine("không chờ được đĩa ghi xong", s.place.staging, err)
		}
	}
	return nil
}

// linkKept carries all kept files over.
func (s *stage) linkKept() error {
	return s.forEach(func(i int) error {
		if !s.kept[i] || s.lies(i) {
			return nil
		}
		return s.carry(s.names[i])
	})
}

// lies tells whether a kept file is in the staging folder already: the very one that was found whole at the destination. It takes note of it.
func (s *stage) lies(i int) bool {
	k := s.was[i]
	if !s.spare || k < 0 {
		return false
	}
	seen := s.before.seen[k]
	if s.twins[k] && s.before.given.ofFile(k, seen) {
		s.stays[i] = seen
		return true
	}
	st, err := os.Lstat(s.place.staged(s.names[i]))
	if err != nil || st.Size() != s.files[i].Size {
		return false
	}
	if f := stampOf(st); f != (stamp{}) && f == seen {
		s.stays[i] = f
	}
	return s.stays[i] != stamp{}
}

// stamp takes the stamps of what stands at the destination now, and of the spare site.
func (s *stage) stamp(changed bool) {
	stamps, before := s.opt.Stamps, s.before
	if stamps == nil {
		return
	}
	folders, spare := before.given.kept(before), []stamp(nil)
	switch {
	case changed && s.tells:
		now := s.files.branches()
		folders = make([]stamp, len(now))
		if s.pruned != nil {
			folders = moved(before.given.settled(s.pruned, make([]bool, len(s.pruned))), before.branches, now)
		}
		if s.likened {
			spare = moved(before.given.settled(before.looks, before.littered), before.branches, now)
		}
	case changed:
		folders = nil
	case !s.begun.Load():
		spare = before.given.twins(before)
	}
	seen := slices.Clone(s.wrote)
	for i, k := range s.was {
		if s.kept[i] {
			seen[i] = before.seen[k]
		}
	}
	stamps.take(s.place, s.files, seen, s.stays, s.opt.Jobs)
	stamps.folders, stamps.spare = folders, spare
}

// carry takes a file of the destination over into the new site: by a link, or
// if the disk has none, as a copy with the same time.
func (s *stage) carry(name string) error {
	from, to := s.place.live(name), s.place.staged(name)
	if s.spare && isCarried(from, to) {
		return nil
	}
	if err := s.folder(path.Dir(name)); err != nil {
		return err
	}
	if err := s.clear(to); err != nil {
		return err
	}
	if s.disk.link(from, to) == nil {
		return nil
	}
	s.copied.Store(true)
	err := s.disk.copyFile(from, to)
	if err == nil && s.chmodFile {
		err = s.disk.chmod(to, 0o644)
	}
	if err != nil {
		return s.place.machine("không ghi được tệp", to, err)
	}
	return nil
}

// clear makes room for a file of the staging folder.
func (s *stage) clear(at string) error {
	if !s.spare {
		return nil
	}
	if err := s.disk.remove(at); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return s.place.machine("không ghi được tệp", at, err)
	}
	return nil
}

// writeManifest writes it over the empty one that makeRoot made.
func (s *stage) writeManifest() error {
	f, err := os.OpenFile(s.place.staged(manifestName), os.O_WRONLY|os.O_TRUNC, 0)
	if err != nil {
		return err
	}
	_, err = s.files.WriteTo(writerFunc(func(p []byte) (int, error) { return len(p), s.disk.write(f, p) }))
	if e := s.disk.close(f); err == nil {
		err = e
	}
	return err
}

package fileset

import "io"

// An Eye is shown what recipes write. For the name of a file it gives what gets its bytes as they are written and is closed when the file is whole (and not if
// it never is), or nil for a file that it does not care for. It must not keep the bytes. An error of either is the recipe's.
type Eye func(name string) io.WriteCloser

// Watched is the same files under an eye: each time one is made, the eye sees it. The set must be whole: neither it nor what Watched gives may be
// added to any more.
func (s *Set) Watched(eye Eye) *Set {
	return &Set{files: s.files, known: s.known, eye: eye, begin: s.begin}
}

// Told is the same files with somebody who is told when one is begun to be made, and by calling what begin gives, when that has ended. As of
// Watched, nothing may be added any more. begin may be called by several goroutines at the same time.
func (s *Set) Told(begin func(name string) (end func())) *Set {
	return &Set{files: s.files, known: s.known, eye: s.eye, begin: begin}
}

// watched runs a recipe under the eye of the set.
func (s *Set) watched(name string, w io.Writer, run Recipe) error {
	if s.eye == nil {
		return run(w)
	}
	look := s.eye(name)
	if look == nil {
		return run(w)
	}
	if err := run(io.MultiWriter(w, look)); err != nil {
		return err
	}
	return look.Close()
}

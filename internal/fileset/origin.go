package fileset

import "crypto/sha256"

// An Origin is one number for all that a file is made from, but for the program and the files that it reads: a recipe writes the same bytes as
// long as it is the same. false is that this cannot be told. It may be asked at the same time as recipes run.
type Origin func() ([sha256.Size]byte, bool)

// AddOf is Add of a file that tells its origin.
func (s *Set) AddOf(name string, of Origin, r Recipe) error { return s.tells(of, s.Add(name, r)) }

// AddFromOf is AddFrom of a file that tells its origin.
func (s *Set) AddFromOf(name string, needs []string, of Origin, r RecipeFrom) error {
	return s.tells(of, s.AddFrom(name, needs, r))
}

// tells has the file that was added last tell its origin.
func (s *Set) tells(of Origin, err error) error {
	if err == nil {
		s.files[len(s.files)-1].origin = of
	}
	return err
}

// Origin is the origin of a file; false if it does not tell.
func (s *Set) Origin(name string) (sum [sha256.Size]byte, ok bool) {
	if i, found := s.find(name); found && s.files[i].origin != nil {
		return s.files[i].origin()
	}
	return sum, false
}

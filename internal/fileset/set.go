// Package fileset is the list of all files that will be written: a name and a
// recipe for each, no bytes.
//
// It knows names. A name is a slash path relative to the root of the output
// (fs.ValidPath). No two names of a Set may meet on any disk or server that the
// output may be copied to: not on one that ignores case, not on one that stores
// accents apart, not on Windows; and no file may be a folder of another. What
// Add refuses is listed at [Set.Add].
//
// It knows recipes. A [Recipe] writes one file and is run when somebody wants
// the bytes: all at once by [Set.Each] (a build, a check), one
// by one through [Set.FS] (a preview). A recipe may be run more than once and
// next to any other, and must write the same bytes each time. A recipe that
// reads other files of the Set ([Set.AddFrom]) names them when it is added and
// can name only what is there already, so no circle can be written down. A
// recipe that panics is an error with the name of its file.
//
// A file may tell its [Origin]: who remembers what came of it need not make it again.
//
// A Set is filled by one goroutine and then read by as many as like.
//
// A file in a folder of its own costs 150 bytes besides its name and recipe and
// 1.5 µs to add, at a thousand files and at a million; a file that shares its
// folder with others 90 bytes. A sorted list of all names, 20 bytes a name, is made at
// the first need.
//
// It must never know: disks, what is in a file, who asks for it.
package fileset

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"strings"
	"sync"
)

// A Recipe writes one file to w. It may be run more than once and at the same
// time as other recipes, and writes the same bytes each time. An error of w
// ends it.
type Recipe func(w io.Writer) error

// A RecipeFrom is a Recipe that reads files added to the Set before it.
type RecipeFrom func(w io.Writer, earlier Earlier) error

// A Set holds recipes by name. Make one with New.
type Set struct {
	files []file
	known map[string]mark                // folded names of files and folders
	eye   Eye                            // nil if nobody looks
	begin func(name string) (end func()) // nil tells nobody

	mu     sync.Mutex
	sorted *index // nil until needed, and after an addition
}

// A file is a name and what makes it: exactly one of recipe and from.
type file struct {
	name   string
	recipe Recipe
	from   *composed
	origin Origin // nil of most
	early  bool   // Each takes it before others
}

// composed is a recipe that reads others.
type composed struct {
	needs  []string // sorted, no name twice
	recipe RecipeFrom
}

// A mark says which file spelled a folded name first. If it is a folder, length
// is how many bytes of that file's name spell it, else isFile.
type mark struct {
	file   int32
	length int32
}

const isFile = -1

// An index is the files in order of their names.
type index struct {
	names []string
	files []int32 // files[i] is where names[i] stands in Set.files
}

// New returns an empty Set.
func New() *Set {
	return &Set{known: make(map[string]mark)}
}

// Grow makes room for so many files more, and folders with them, so that they are not moved again and again.
func (s *Set) Grow(files int) {
	s.files = slices.Grow(s.files, files)
	if len(s.known) == 0 {
		s.known = make(map[string]mark, 2*files)
	}
}

// Add puts a file into the set. It refuses with a *NameError a name that
//   - is not a valid slash path (fs.ValidPath), or is longer than 1024 bytes
//     (the limit of an object store) or 255 bytes between two slashes (of a disk);
//   - is there already, or differs from one only in case or in how accents are
//     stored, or spells a folder otherwise than before;
//   - is a folder of another file, or has another file as its folder;
//   - has a part that begins with a dot, but for ".well-known", or ends with a
//     dot or a space, or is a device on Windows (CON, NUL.txt …), or contains
//     one of <>:"\|?* or a character that cannot be seen.
//
// A refused name leaves the Set as it was.
func (s *Set) Add(name string, r Recipe) error {
	if r == nil {
		return fmt.Errorf("%s: không có cách dựng tệp", name)
	}
	return s.add(file{name: name, recipe: r})
}

// AddFrom puts a file into the set that is made from others: an archive,
// checksums. Its recipe can read the files named in needs and no others. All of
// them must be in the set already, else AddFrom refuses with a *NameError, as it
// does whatever Add refuses.
func (s *Set) AddFrom(name string, needs []string, r RecipeFrom) error {
	if r == nil {
		return fmt.Errorf("%s: không có cách dựng tệp", name)
	}
	for _, need := range needs {
		if !s.Has(need) {
			return &NameError{Name: name, Other: need, Why: "cần đọc một tệp chưa có trong danh sách"}
		}
	}
	sorted := slices.Clone(needs)
	slices.Sort(sorted)
	return s.add(file{name: name, from: &composed{needs: slices.Compact(sorted), recipe: r}})
}

// Hasten has Each begin a file before others: one that takes longer than many of them together. It must be there, and read no others.
func (s *Set) Hasten(name string) {
	i, ok := s.find(name)
	if !ok || s.files[i].from != nil {
		panic(name + ": tệp này không làm trước được")
	}
	s.files[i].early = true
}

// AddSet puts all files of other into the set, in the order in which they were
// added there. At the first refusal it stops; what was added before stays.
func (s *Set) AddSet(other *Set) error {
	for _, f := range other.files {
		if err := s.add(f); err != nil {
			return err
		}
	}
	return nil
}

func (s *Set) add(f file) error {
	if err := checkName(f.name); err != nil {
		return err
	}
	key := fold(f.name)
	if m, ok := s.known[key]; ok {
		return s.clash(f.name, m)
	}
	newFolders, err := s.checkFolders(f.name, key)
	if err != nil {
		return err
	}
	i := int32(len(s.files))
	s.files = append(s.files, f)
	s.known[key] = mark{i, isFile}
	atName, atKey := len(f.name), len(key)
	for range newFolders {
		atName = strings.LastIndexByte(f.name[:atName], '/')
		atKey = strings.LastIndexByte(key[:atKey], '/')
		s.known[key[:atKey]] = mark{i, int32(atName)}
	}
	s.mu.Lock()
	s.sorted = nil
	s.mu.Unlock()
	return nil
}

// checkFolders counts the folders of name that are new, from the innermost out,
// or says which of them cannot be.
func (s *Set) checkFolders(name, key string) (int, error) {
	atName, atKey := len(name), len(key)
	for n := 0; ; n++ {
		atName = strings.LastIndexByte(name[:atName], '/')
		if atName < 0 {
			return n, nil
		}
		atKey = strings.LastIndexByte(key[:atKey], '/')
		m, ok := s.known[key[:atKey]]
		if !ok {
			continue
		}
		other := s.files[m.file].name
		if m.length == isFile {
			return 0, &NameError{Name: name, Other: other, Why: "nằm trong một thư mục trùng tên với tệp đã có"}
		}
		if other[:m.length] != name[:atName] {
			return 0, &NameError{Name: name, Other: other, Why: "viết tên thư mục khác với tệp đã có (chỉ khác chữ hoa, chữ thường hoặc cách ghi dấu)"}
		}
		return n, nil
	}
}

// clash words why name cannot stand beside what has the same folded name.
func (s *Set) clash(name string, m mark) error {
	e := &NameError{Name: name, Other: s.files[m.file].name}
	switch {
	case m.length != isFile:
		e.Why = "trùng với thư mục của tệp đã có"
	case e.Other == name:
		e.Why = "trùng với tệp đã có"
	default:
		e.Why = "chỉ khác chữ hoa, chữ thường hoặc cách ghi dấu so với tệp đã có"
	}
	return e
}

// Len returns the number of files.
func (s *Set) Len() int { return len(s.files) }

// Has reports whether there is a file of exactly this name.
func (s *Set) Has(name string) bool {
	_, ok := s.find(name)
	return ok
}

// Names returns all names, sorted by their bytes.
func (s *Set) Names() []string { return slices.Clone(s.index().names) }

// Needs returns, sorted, the names that the recipe of a file reads: nil for a
// file that was put in with Add.
func (s *Set) Needs(name string) []string {
	i, ok := s.find(name)
	if !ok || s.files[i].from == nil {
		return nil
	}
	return slices.Clone(s.files[i].from.needs)
}

// Hastened tells whether Hasten was called for a file.
func (s *Set) Hastened(name string) bool {
	i, ok := s.find(name)
	return ok && s.files[i].early
}

// find returns where the file of exactly this name stands in s.files.
func (s *Set) find(name string) (int32, bool) {
	m, ok := s.known[fold(name)]
	return m.file, ok && m.length == isFile && s.files[m.file].name == name
}

// hasFolder reports whether a file lies in the folder of exactly this name.
func (s *Set) hasFolder(name string) bool {
	if name == "." {
		return true
	}
	m, ok := s.known[fold(name)]
	return ok && m.length != isFile && s.files[m.file].name[:m.length] == name
}

// index returns the files in order of their names.
func (s *Set) index() *index {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.sorted != nil {
		return s.sorted
	}
	ix := &index{names: make([]string, len(s.files)), files: make([]int32, len(s.files))}
	for i := range s.files {
		ix.files[i] = int32(i)
	}
	slices.SortFunc(ix.files, func(a, b int32) int {
		return strings.Compare(s.files[a].name, s.files[b].name)
	})
	for i, at := range ix.files {
		ix.names[i] = s.files[at].name
	}
	s.sorted = ix
	return ix
}

// errUnknown is what asking for a name that was never added comes to.
func errUnknown(name string) error {
	return fmt.Errorf("%s: không có tệp này: %w", name, fs.ErrNotExist)
}

// errFolder is what reading a folder as a file comes to.
var errFolder = errors.New("là một thư mục")

// errNoBytes is what a recipe that ended its goroutine comes to.
var errNoBytes = errors.New("cách dựng tệp bị bỏ dở")

package export

import (
	"encoding/json"
	"fmt"
	"io"
	"iter"
	"slices"
	"strconv"
	"strings"

	"bangvang/internal/edition"
	"bangvang/internal/fileset"
)

// wholeIndex is how many entries make one file of the search index; more are parted, and found without initials and typos.
const wholeIndex = 20_000

// wholeVersion is the v of an index in one file, partedVersion of one in parts: other numbers than any that browsers keep scripts of.
const (
	wholeVersion  = 5
	partedVersion = 7
)

// index is the search index of an edition of ordinary size. Its fields are explained in the package comment.
type index struct {
	Version int `json:"v"`
	rows
}

// rows are entries in columns. Where there is much, a column is one text: a browser reads it at once and cuts it when it is used.
type rows struct {
	Kinds    []edition.EntryKind `json:"kinds"`
	Words    []string            `json:"words"`
	Prefixes []string            `json:"prefixes"`
	Names    string              `json:"names"`
	Kind     string              `json:"kind"`
	Line     string              `json:"line"`
	Prefix   string              `json:"prefix"`
	Path     string              `json:"path"`
	Also     map[string]string   `json:"also"` // by number of entry; encoding/json writes the keys in order

	Twins map[string]map[string][2]string `json:"twins,omitempty"` // by language and number of entry: name and line
}

// lineJoint parts the words of edition.Entry.Line.
const lineJoint = " · "

func addSearch(ed *edition.Edition, _ base, set *fileset.Set) error {
	found := &ed.Search
	if found.Len() > wholeIndex {
		return addShards(found, set)
	}
	return set.AddOf(searchIndex, sumOf(found), func(w io.Writer) error { return writeColumns(w, newIndex(found)) })
}

// writeColumns writes a classic script that hands columns to the search field.
func writeColumns(w io.Writer, columns any) error {
	b, err := json.Marshal(columns) // escapes <, >, &, U+2028 and U+2029
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(w, "bangvangIndex(%s);\n", b)
	return err
}

func newIndex(found *edition.Entries) *index {
	return &index{Version: wholeVersion, rows: newRows(found.Part(0, found.Len()))}
}

func newRows(entries iter.Seq[edition.Entry]) rows {
	x := rows{Kinds: []edition.EntryKind{}, Words: []string{}, Prefixes: []string{}, Also: make(map[string]string)}
	kinds, words, prefixes := once(&x.Kinds), once(&x.Words), once(&x.Prefixes)
	var names, line, paths lines
	var kind, of []byte
	i := 0
	for e := range entries {
		names.add(e.Name)
		kind = appendNumber(kind, kinds(e.Kind))
		var said []byte
		if e.Line != "" {
			for w := range strings.SplitSeq(e.Line, lineJoint) {
				said = appendNumber(said, words(w))
			}
		}
		line.add(string(said))
		prefix, rest := cutPath(fileName(e.Path))
		of = appendNumber(of, prefixes(prefix))
		paths.add(rest)
		number := strconv.Itoa(i)
		if also := alsoNames(e); len(also) > 0 {
			x.Also[number] = strings.Join(also, alsoJoint)
		}
		for _, t := range e.Twins {
			if x.Twins == nil {
				x.Twins = map[string]map[string][2]string{}
			}
			if x.Twins[t.Lang] == nil {
				x.Twins[t.Lang] = map[string][2]string{}
			}
			x.Twins[t.Lang][number] = [2]string{t.Name, t.Line}
		}
		i++
	}
	x.Names, x.Kind, x.Line, x.Prefix, x.Path = names.text(), string(kind), line.text(), string(of), paths.text()
	return x
}

// alsoNames are all names of an entry but its first: its other names, and those that it has in other languages.
func alsoNames(e edition.Entry) []string {
	var names []string
	if e.Also != "" {
		names = strings.Split(e.Also, alsoJoint)
	}
	for _, t := range e.Twins {
		if t.Name != e.Name && !slices.Contains(names, t.Name) {
			names = append(names, t.Name)
		}
	}
	return names
}

// lines gathers texts, a line for each.
type lines []string

func (l *lines) add(text string) { *l = append(*l, strings.ReplaceAll(text, "\n", " ")) }

func (l lines) text() string { return strings.Join(l, "\n") }

// once returns a function that tells where a value stands in list, and appends it when it is new.
func once[T comparable](list *[]T) func(T) int {
	at := make(map[T]int)
	return func(v T) int {
		i, ok := at[v]
		if !ok {
			i = len(*list)
			at[v] = i
			*list = append(*list, v)
		}
		return i
	}
}

// cutPath cuts an address where many others begin alike: before the number that ends it, as in "vinh-danh/mau-01-" and "001/", else
// before its last part.
func cutPath(path string) (prefix, rest string) {
	trimmed := strings.TrimSuffix(path, "/")
	at := len(strings.TrimRight(trimmed, "0123456789"))
	if at == len(trimmed) {
		at = strings.LastIndexByte(trimmed, '/') + 1
	}
	return path[:at], path[at:]
}

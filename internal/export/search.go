package export

import (
	"encoding/json"
	"fmt"
	"io"
	"strconv"
	"strings"

	"bangvang/internal/edition"
	"bangvang/internal/fileset"
)

// wholeIndex is how many entries make one file of the search index; more are parted, and found without initials and typos.
const wholeIndex = 20_000

// index is the search index of an edition of ordinary size. Its fields are explained in the package comment.
type index struct {
	Version int `json:"v"`
	rows
	Also map[string]string `json:"also"` // by number of entry; encoding/json writes the keys in order
}

// rows are entries in columns.
type rows struct {
	Kinds    []edition.EntryKind `json:"kinds"`
	Words    []string            `json:"words"`
	Prefixes []string            `json:"prefixes"`
	Names    []string            `json:"names"`
	Kind     []int               `json:"kind"`
	Line     [][]int             `json:"line"`
	Prefix   []int               `json:"prefix"`
	Path     []string            `json:"path"`
}

// lineJoint parts the words of edition.Entry.Line.
const lineJoint = " · "

func addSearch(ed *edition.Edition, _ base, set *fileset.Set) error {
	if len(ed.Search) > wholeIndex {
		return addShards(ed.Search, set)
	}
	return set.Add(searchIndex, func(w io.Writer) error { return writeColumns(w, newIndex(ed.Search)) })
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

func newIndex(entries []edition.Entry) *index {
	x := &index{Version: 1, rows: newRows(entries), Also: make(map[string]string)}
	for i, e := range entries {
		if e.Also != "" {
			x.Also[strconv.Itoa(i)] = e.Also
		}
	}
	return x
}

func newRows(entries []edition.Entry) rows {
	n := len(entries)
	x := rows{
		Kinds: []edition.EntryKind{}, Words: []string{}, Prefixes: []string{}, Names: make([]string, n), Kind: make([]int, n),
		Line: make([][]int, n), Prefix: make([]int, n), Path: make([]string, n),
	}
	kinds, words, prefixes := once(&x.Kinds), once(&x.Words), once(&x.Prefixes)
	for i, e := range entries {
		x.Names[i] = e.Name
		x.Kind[i] = kinds(e.Kind)
		x.Line[i] = []int{}
		if e.Line != "" {
			for w := range strings.SplitSeq(e.Line, lineJoint) {
				x.Line[i] = append(x.Line[i], words(w))
			}
		}
		prefix, rest := cutPath(fileName(e.Path))
		x.Prefix[i], x.Path[i] = prefixes(prefix), rest
	}
	return x
}

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

package outdir

import (
	"bufio"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"sort"
	"strconv"
	"strings"
)

// manifestName is the file by which a folder is known as made here. It is never
// published.
const manifestName = ".bangvang"

// manifestTitle begins the first line of a manifest; the number of files
// follows, so that a torn manifest is known.
const manifestTitle = "bangvang 1 "

// A Manifest is what Replace put into a folder, sorted by name. It holds no
// times: equal sites have equal manifests.
type Manifest []Entry

// An Entry is one file of a Manifest.
type Entry struct {
	Name string // slash path
	Size int64  // bytes
	Sum  [sha256.Size]byte
}

// ReadManifest returns the manifest of a folder that Replace made. It does not
// look whether the files are still so. For any other folder the error is
// fs.ErrNotExist.
func ReadManifest(dir string) (Manifest, error) {
	m, _, err := readManifest(dir)
	return m, err
}

// readManifest is ReadManifest with the sum.
func readManifest(dir string) (m Manifest, sum [sha256.Size]byte, err error) {
	b, err := os.ReadFile(filepath.Join(dir, manifestName))
	if err != nil {
		return nil, sum, err
	}
	m, err = ParseManifest(string(b))
	return m, sha256.Sum256(b), err // what can be parsed is as it is written
}

// WriteTo writes the manifest as it stands in a folder.
func (m Manifest) WriteTo(w io.Writer) (int64, error) {
	var n int64
	b := bufio.NewWriterSize(writerFunc(func(p []byte) (int, error) {
		k, err := w.Write(p)
		n += int64(k)
		return k, err
	}), 64<<10)
	b.WriteString(manifestTitle)
	line := append(strconv.AppendInt(nil, int64(len(m)), 10), '\n')
	b.Write(line)
	for i := range m {
		line = hex.AppendEncode(line[:0], m[i].Sum[:])
		line = append(line, ' ')
		line = strconv.AppendInt(line, m[i].Size, 10)
		line = append(line, ' ')
		line = append(line, m[i].Name...)
		line = append(line, '\n')
		b.Write(line)
	}
	err := b.Flush()
	return n, err
}

// Sum is the SHA-256 of the manifest as written: one number for the whole site.
func (m Manifest) Sum() [sha256.Size]byte {
	h := sha256.New()
	_, _ = m.WriteTo(h) // a hash takes every byte
	return [sha256.Size]byte(h.Sum(nil))
}

// Find gives the entry of a name.
func (m Manifest) Find(name string) (Entry, bool) {
	i, ok := m.find(name)
	if !ok {
		return Entry{}, false
	}
	return m[i], true
}

// find returns where name stands, or would stand.
func (m Manifest) find(name string) (int, bool) {
	i := sort.Search(len(m), func(i int) bool { return m[i].Name >= name })
	return i, i < len(m) && m[i].Name == name
}

// besides gives the place of each name in a manifest, and of each entry among the names; -1 where there is none. Both are sorted.
func besides(names []string, m Manifest) (in, of []int) {
	in, of = slices.Repeat([]int{-1}, len(names)), slices.Repeat([]int{-1}, len(m))
	for i, k := 0, 0; i < len(names) && k < len(m); {
		switch c := strings.Compare(names[i], m[k].Name); {
		case c < 0:
			i++
		case c > 0:
			k++
		default:
			in[i], of[k] = k, i
			i, k = i+1, k+1
		}
	}
	return in, of
}

var errTorn = errors.New("bị hỏng")

// ParseManifest reads what WriteTo wrote and nothing else.
func ParseManifest(text string) (Manifest, error) {
	head, text, ok := strings.Cut(text, "\n")
	number, known := strings.CutPrefix(head, manifestTitle)
	if !known {
		if strings.HasPrefix(head, "bangvang ") {
			return nil, errors.New("do một bản bangvang khác tạo")
		}
		return nil, errTorn
	}
	count, err := strconv.Atoi(number)
	if !ok || err != nil || strconv.Itoa(count) != number || count < 0 || count > len(text) {
		return nil, errTorn
	}
	m := make(Manifest, count)
	for i := range m {
		var line string
		if line, text, ok = strings.Cut(text, "\n"); !ok {
			return nil, errTorn
		}
		if m[i], err = parseEntry(line); err != nil {
			return nil, fmt.Errorf("%w ở dòng %d", errTorn, i+2)
		}
		if i > 0 && m[i-1].Name >= m[i].Name {
			return nil, fmt.Errorf("%w ở dòng %d", errTorn, i+2)
		}
	}
	if text != "" {
		return nil, errTorn
	}
	return m, nil
}

func parseEntry(line string) (Entry, error) {
	var e Entry
	sum, rest, _ := strings.Cut(line, " ")
	size, name, _ := strings.Cut(rest, " ")
	if len(sum) != 2*len(e.Sum) || strings.ToLower(sum) != sum || !fs.ValidPath(name) || name == "." {
		return e, errTorn
	}
	if _, err := hex.Decode(e.Sum[:], []byte(sum)); err != nil {
		return e, err
	}
	n, err := strconv.ParseInt(size, 10, 64)
	if err != nil || n < 0 || strconv.FormatInt(n, 10) != size {
		return e, errTorn
	}
	e.Name, e.Size = name, n
	return e, nil
}

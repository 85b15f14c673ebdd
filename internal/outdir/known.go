package outdir

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strconv"
	"strings"

	"bangvang/internal/fileset"
)

// Known is what came of files that told their origins (fileset.Origin), from one run to the next: a file whose origin is as it was and whose
// bytes the destination still has is not made again. Whatever else bytes depend on, the program above all, must be the same as then: who keeps
// a Known answers for that.
type Known struct {
	before  map[string]known
	files   Manifest            // of this run
	origins [][sha256.Size]byte // by place in files; none of one that told nothing, or was not made yet
}

// known is a file by what it was made from.
type known struct {
	origin, sum [sha256.Size]byte
	size        int64
}

// NewKnown reads what Bytes gave; of anything else nothing is known.
func NewKnown(b []byte) *Known {
	sum, rest, _ := bytes.Cut(b, []byte("\n"))
	own := sha256.Sum256(rest)
	if string(sum) != hex.EncodeToString(own[:]) {
		return &Known{}
	}
	k := &Known{before: make(map[string]known, bytes.Count(rest, []byte("\n")))}
	for line := range bytes.Lines(rest) {
		origin, entry, _ := strings.Cut(string(bytes.TrimSuffix(line, []byte("\n"))), " ")
		e, err := parseEntry(entry)
		if err != nil || len(origin) != 2*sha256.Size {
			continue
		}
		f := known{sum: e.Sum, size: e.Size}
		if _, err := hex.Decode(f.origin[:], []byte(origin)); err == nil {
			k.before[strings.Clone(e.Name)] = f // without the rest of its line
		}
	}
	return k
}

// Bytes are what is known after a run, for the next one.
func (k *Known) Bytes() []byte {
	const sum = 2 * sha256.Size // as it is written
	b := make([]byte, sum+1, sum+1+len(k.files)*(2*sum+64))
	b[sum] = '\n'
	for i, origin := range k.origins {
		if origin == ([sha256.Size]byte{}) {
			continue
		}
		f := &k.files[i]
		b = append(hex.AppendEncode(b, origin[:]), ' ')
		b = append(hex.AppendEncode(b, f.Sum[:]), ' ')
		b = append(strconv.AppendInt(b, f.Size, 10), ' ')
		b = append(append(b, f.Name...), '\n')
	}
	own := sha256.Sum256(b[sum+1:])
	hex.Encode(b, own[:])
	return b
}

// begin begins a run that makes these files, of which each will be told.
func (k *Known) begin(files Manifest) {
	if k != nil {
		k.files, k.origins = files, make([][sha256.Size]byte, len(files))
	}
}

// learn notes what a file of this run was made from. Several goroutines may tell of one each.
func (k *Known) learn(i int, origin [sha256.Size]byte) { k.origins[i] = origin }

// told is what is known of a file of this origin, file i of this run; it takes note of it.
func (k *Known) told(i int, name string, origin [sha256.Size]byte, ok bool) (Entry, bool) {
	if k == nil || !ok {
		return Entry{}, false
	}
	f, known := k.before[name]
	if !known || f.origin != origin {
		return Entry{}, false
	}
	k.learn(i, origin)
	return Entry{name, f.size, f.sum}, true
}

// origin is that of a file together with the sums of the files that it reads, which are in files, by place in names.
func (k *Known) origin(set *fileset.Set, names []string, files Manifest, name string) (sum [sha256.Size]byte, ok bool) {
	if k == nil {
		return sum, false
	}
	sum, ok = set.Origin(name)
	needs := set.Needs(name)
	if !ok || len(needs) == 0 {
		return sum, ok
	}
	h := newHash()
	h.Write(sum[:])
	for _, need := range needs {
		i, _ := slices.BinarySearch(names, need)
		h.Write(files[i].Sum[:])
	}
	return sumOf(h), true
}

// spared tells whether a file need not be made, since it is known and the destination has it.
func (s *stage) spared(i int, name string, origin [sha256.Size]byte, told bool) bool {
	e, ok := s.opt.Known.told(i, name, origin, told)
	if !ok {
		return false
	}
	if s.salvaged {
		s.files[i] = e
		if !s.salvage(i) {
			return false
		}
		s.sparing.Add(1)
		return true
	}
	if _, there := s.holds(i, e); !there {
		return false
	}
	s.files[i], s.kept[i] = e, true
	s.sparing.Add(1)
	return true
}

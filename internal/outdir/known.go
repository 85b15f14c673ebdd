package outdir

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strconv"
	"strings"
	"sync"

	"bangvang/internal/fileset"
)

// Known is what came of files that told their origins (fileset.Origin), from one run to the next: a file whose origin is as it was and whose
// bytes the destination still has is not made again. Whatever else bytes depend on, the program above all, must be the same as then: who keeps
// a Known answers for that.
type Known struct {
	before map[string]known
	mu     sync.Mutex
	now    map[string]known
}

// known is a file by what it was made from.
type known struct {
	origin [sha256.Size]byte
	entry  Entry
}

// NewKnown reads what Bytes gave; of anything else nothing is known.
func NewKnown(b []byte) *Known {
	k := &Known{before: map[string]known{}, now: map[string]known{}}
	sum, rest, _ := strings.Cut(string(b), "\n")
	if own := sha256.Sum256([]byte(rest)); sum != hex.EncodeToString(own[:]) {
		return k
	}
	for line := range strings.Lines(rest) {
		origin, entry, _ := strings.Cut(strings.TrimSuffix(line, "\n"), " ")
		var f known
		var err error
		if f.entry, err = parseEntry(entry); err != nil || len(origin) != 2*sha256.Size {
			continue
		}
		if _, err := hex.Decode(f.origin[:], []byte(origin)); err == nil {
			k.before[f.entry.Name] = f
		}
	}
	return k
}

// Bytes are what is known after a run, for the next one.
func (k *Known) Bytes() []byte {
	k.mu.Lock()
	defer k.mu.Unlock()
	names := make([]string, 0, len(k.now))
	for name := range k.now {
		names = append(names, name)
	}
	slices.Sort(names)
	const sum = 2 * sha256.Size // as it is written
	b := make([]byte, sum+1, sum+1+len(names)*(2*sum+64))
	b[sum] = '\n'
	for _, name := range names {
		f := k.now[name]
		b = append(hex.AppendEncode(b, f.origin[:]), ' ')
		b = append(hex.AppendEncode(b, f.entry.Sum[:]), ' ')
		b = append(strconv.AppendInt(b, f.entry.Size, 10), ' ')
		b = append(append(b, name...), '\n')
	}
	own := sha256.Sum256(b[sum+1:])
	hex.Encode(b, own[:])
	return b
}

// learn notes what came of a file.
func (k *Known) learn(origin [sha256.Size]byte, e Entry) {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.now[e.Name] = known{origin, e}
}

// told is what is known of a file of this origin; it takes note of it.
func (k *Known) told(name string, origin [sha256.Size]byte, ok bool) (Entry, bool) {
	if k == nil || !ok {
		return Entry{}, false
	}
	f, known := k.before[name]
	if !known || f.origin != origin {
		return Entry{}, false
	}
	k.learn(origin, f.entry)
	return f.entry, true
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
	e, ok := s.opt.Known.told(name, origin, told)
	if !ok {
		return false
	}
	if s.salvaged {
		s.files[i] = e
		return s.salvage(i)
	}
	if _, there := s.holds(e); !there {
		return false
	}
	s.files[i], s.kept[i] = e, true
	s.sparing.Add(1)
	return true
}

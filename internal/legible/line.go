package legible

import (
	"hash/maphash"
	"math"
	"strings"
)

// A Reader reads many files that have much in common: what it showed of a line of markup, and what was done with, is not shown again. It may not be used
// by two goroutines at once.
type Reader struct {
	seed  maphash.Seed // it only decides which line is forgotten for which
	lines []string
	once  []uint64 // the hashes of lines that were read once: most never come again

	bytes, text []byte // room for a Stream
}

const (
	mostLines   = 1 << 12
	longestLine = 4 << 10
)

// NewReader is a Reader that knows nothing yet.
func NewReader() *Reader {
	return &Reader{seed: maphash.MakeSeed(), lines: make([]string, mostLines), once: make([]uint64, mostLines)}
}

// knows tells whether a line is kept, and its hash.
func (r *Reader) knows(line string) (hash uint64, known bool) {
	hash = maphash.String(r.seed, line)
	return hash, r.lines[hash%mostLines] == line
}

// keep keeps a line that came before.
func (r *Reader) keep(line string, hash uint64) {
	if at := hash % mostLines; r.once[at] == hash {
		r.lines[at] = strings.Clone(line)
	} else {
		r.once[at] = hash
	}
}

// reading is markup that is read. A line whose texts all begin and end in it, and of which nothing depends on what is before or after, says the same wherever it stands.
type reading struct {
	show   func(text string) (done bool)
	reader *Reader // nil remembers nothing
	line   string  // that is being read, "" if none of those is
	hash   uint64
	after  int  // how much follows it
	done   bool // with all that it showed
	far    int  // how much follows what is no line
}

func (r *reading) see(text string) { r.done = r.show(text) && r.done }

// atLine ends a line where it does, and goes over lines that are known. between tells whether s begins between two texts.
func (r *reading) atLine(s string, between bool) string {
	if r.reader == nil || r.line != "" && len(s) > r.after {
		return s
	}
	if r.line != "" {
		if len(s) == r.after && r.after > 0 && between && r.done { // a tag that does not end may end a file
			r.reader.keep(r.line, r.hash)
		}
		r.line, r.after, r.far = "", 0, math.MaxInt
	}
	for between && len(s) <= r.far {
		n := strings.IndexByte(s[:min(len(s), longestLine)], '\n') + 1
		if n == 0 {
			r.far = max(len(s)-longestLine, -1)
			return s
		}
		hash, known := r.reader.knows(s[:n])
		if !known {
			r.line, r.hash, r.after, r.done = s[:n], hash, len(s)-n, true
			return s
		}
		s = s[n:]
	}
	return s
}

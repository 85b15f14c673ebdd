package legible

import (
	"hash/maphash"
	"math"
	"strings"
)

// A Reader reads many files that have much in common: a line of markup whose texts were done with is not read again, nor is such a text shown again. It may
// not be used by two goroutines at once.
type Reader struct {
	seed  maphash.Seed // nobody can write a text for the hash of another
	lines []string
	once  []uint64 // the hashes of lines that were read once: most never come again
	texts []uint64 // the hashes of texts that were done with

	bytes, text []byte // room for a Stream
}

const (
	mostLines   = 1 << 12
	longestLine = 4 << 10
	mostTexts   = 1 << 16
	hashed      = 8 // bytes, from which on it is sooner known whether a text came before than what it says
)

// NewReader is a Reader that knows nothing yet.
func NewReader() *Reader {
	return &Reader{seed: maphash.MakeSeed(), lines: make([]string, mostLines), once: make([]uint64, mostLines), texts: make([]uint64, mostTexts)}
}

// unlessDone shows texts but those that were done with. It takes one for another by chance once in 10¹² sites of ten million texts.
func (r *Reader) unlessDone(see func(part, text string) (done bool)) func(part, text string) (done bool) {
	if r == nil {
		return see
	}
	return func(part, text string) bool {
		if len(text) < hashed {
			return see(part, text)
		}
		hash := maphash.String(r.seed, text)
		if r.texts[hash%mostTexts] == hash {
			return true
		}
		done := see(part, text)
		if done {
			r.texts[hash%mostTexts] = hash
		}
		return done
	}
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

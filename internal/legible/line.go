package legible

import (
	"math"
	"strings"
)

const longestLine = 4 << 10

// reading is markup that is read. A line whose texts all begin and end in it, and of which nothing depends on what is before or after, says the same wherever it stands.
type reading struct {
	show   func(text string) (done bool)
	reader *Reader // nil remembers nothing
	cells  bool    // it is a sheet of a workbook
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
			r.reader.done.lines.keep(r.hash)
		}
		r.line, r.after, r.far = "", 0, math.MaxInt
	}
	for between && len(s) <= r.far {
		n := strings.IndexByte(s[:min(len(s), longestLine)], '\n') + 1
		if n == 0 {
			r.far = max(len(s)-longestLine, -1)
			return s
		}
		hash, known := r.reader.done.lines.knows(s[:n])
		if !known {
			r.line, r.hash, r.after, r.done = s[:n], hash, len(s)-n, true
			return s
		}
		s = s[n:]
	}
	return s
}

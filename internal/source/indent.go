package source

import (
	"bytes"
	"regexp"
)

var (
	keyStart   = regexp.MustCompile(`^[A-Za-z_][A-Za-z0-9_-]*:(?: |$)`)
	blockStart = regexp.MustCompile(`: +[|>][-+0-9]*(?: +#.*)?$`)
)

// misindented gives line and column of the first key or dash, from a line on, that stands farther left than what is above it, yet under
// nothing: yaml.v3 says where the list or mapping began that such a line breaks. 0 if there is none.
func misindented(b []byte, from int) (line, col int) {
	var open []int  // columns in which keys and dashes stand, from the left
	text := 1 << 30 // lines farther right than this are text of a block
	for i, l := range bytes.Split(b, []byte("\n")) {
		columns := entryColumns(l)
		if first := indent(l); len(columns) == 0 || first > text {
			continue
		}
		text = 1 << 30
		first, left := columns[0], false
		for len(open) > 0 && open[len(open)-1] > first {
			open, left = open[:len(open)-1], true
		}
		if left && (len(open) == 0 || open[len(open)-1] != first) && i+1 >= from {
			return i + 1, first + 1
		}
		for _, c := range columns {
			if len(open) == 0 || open[len(open)-1] < c {
				open = append(open, c)
			}
		}
		if blockStart.Match(bytes.TrimRight(l, " \r")) {
			text = columns[len(columns)-1]
		}
	}
	return 0, 0
}

// opening is a value that begins with a quote; entry is a line that begins with a dash or a key.
var (
	opening = regexp.MustCompile(`^ *(?:- +)*(?:[A-Za-z_][A-Za-z0-9_-]*: +)?"((?:[^"\\]|\\.)*)$`)
	entry   = regexp.MustCompile(`^ *(?:- |[A-Za-z_][A-Za-z0-9_-]*:(?: |$))`)
)

// unclosed gives the first line on which a quote is opened and not closed although the next is an entry of its own; 0 if there is none.
// yaml.v3 reads on to the next quote, be it a hundred lines further, and complains of what stands there.
func unclosed(b []byte) int {
	lines := bytes.Split(b, []byte("\n"))
	text := 1 << 30 // lines farther right than this are text of a block
	for i, l := range lines[:len(lines)-1] {
		l = bytes.TrimRight(l, " \r")
		if len(l) == 0 || indent(l) > text {
			continue
		}
		text = 1 << 30
		if columns := entryColumns(l); blockStart.Match(l) && len(columns) > 0 {
			text = columns[len(columns)-1]
		}
		if opening.Match(l) && entry.Match(bytes.TrimRight(lines[i+1], "\r")) {
			return i + 1
		}
	}
	return 0
}

func indent(line []byte) int { return len(line) - len(bytes.TrimLeft(line, " ")) }

// entryColumns are the columns, from 0, of a line's dashes and of the key after them; none if the line begins with neither.
func entryColumns(line []byte) []int {
	var columns []int
	at := indent(line)
	rest := bytes.TrimRight(line[at:], "\r")
	for bytes.HasPrefix(rest, []byte("- ")) || string(rest) == "-" {
		columns = append(columns, at)
		space := 1 + indent(rest[1:])
		at, rest = at+space, rest[space:]
	}
	if keyStart.Match(rest) {
		columns = append(columns, at)
	}
	return columns
}

package sheet

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// width is what a column's cells need.
type width struct {
	letters string // the column's name: A, B … AA
	most    int    // letters in the widest line, at most the column's limit
	wraps   bool   // some text is wider, or has several lines
}

const (
	narrow = 6  // no column is narrower
	broad  = 50 // nor wider, unless it says so
	filter = 3  // letters that the button of the filter takes
)

// measure walks the rows once: how wide each column is, and how many rows there are, the head's among them.
func measure(s *Sheet) ([]width, int, error) {
	out := make([]width, len(s.Columns))
	rows := 0
	for i, c := range s.Columns {
		out[i] = width{letters: letters(i), most: max(narrow, c.Least)}
		if s.Headed {
			// A long head wraps at its words: it takes two lines, or the width of its longest word.
			longest := 0
			for _, w := range strings.Fields(c.Head) {
				longest = max(longest, utf8.RuneCountInString(w))
			}
			out[i].most = max(out[i].most, longest+filter, (utf8.RuneCountInString(c.Head)+1)/2+filter)
			rows = 1
		}
	}
	for cells := range s.Rows {
		rows++
		if len(cells) > len(out) {
			return nil, 0, fmt.Errorf("hàng %d có %d ô, trang tính có %d cột", rows, len(cells), len(out))
		}
		for i := range cells {
			out[i].see(cells[i], limit(s.Columns[i]))
		}
	}
	if rows > mostRows {
		return nil, 0, fmt.Errorf("%d hàng, Excel chỉ chứa được %d", rows, mostRows)
	}
	return out, rows, nil
}

func limit(c Column) int {
	if c.Most > 0 {
		return c.Most
	}
	return broad
}

// see widens a column for a cell.
func (w *width) see(c Cell, most int) {
	n := 0
	switch c.Kind {
	case Title:
		return // runs over its neighbours
	case Day:
		n = len("31/12/2018")
	case Number:
		n = len(c.Text) + len(c.Text)/3
	default:
		if len(c.Text) <= w.most && strings.IndexByte(c.Text, '\n') < 0 {
			return // no more letters than bytes
		}
		for line := range strings.SplitSeq(c.Text, "\n") {
			n = max(n, utf8.RuneCountInString(line))
		}
		w.wraps = w.wraps || n > most || strings.Contains(c.Text, "\n")
	}
	w.most = max(w.most, min(n, most))
}

// lines is how many lines a text takes in a column of so many letters.
func lines(s string, most int) int {
	n := 0
	for line := range strings.SplitSeq(s, "\n") {
		n++
		at := 0
		for word := range strings.SplitSeq(line, " ") {
			size := utf8.RuneCountInString(word)
			if at > 0 && at+1+size > most {
				n++
				at = 0
			}
			if at > 0 {
				at++
			}
			at += size
			for at > most {
				n++
				at -= most
			}
		}
	}
	return n
}

const (
	lineHeight = 15  // points
	tallest    = 409 // points: no row of Excel is taller
)

// height is how tall a row is, in points, or 0 where each text has one line. A program that fits rows to their texts does so all the same,
// but some only when a text is changed.
func height(cells []Cell, lanes []lane, bold bool) int {
	most := 1
	for i, c := range cells {
		if (lanes[i].wraps || bold) && c.Kind != Number && c.Kind != Day && c.Kind != Title && len(c.Text) > lanes[i].most {
			most = max(most, lines(c.Text, lanes[i].most))
		} else if strings.Contains(c.Text, "\n") {
			most = max(most, lines(c.Text, lanes[i].most))
		}
	}
	if most == 1 {
		return 0
	}
	return min(most*lineHeight, tallest)
}

// letters names column i: A … Z, AA …
func letters(i int) string {
	name := ""
	for i++; i > 0; i = (i - 1) / 26 {
		name = string(rune('A'+(i-1)%26)) + name
	}
	return name
}

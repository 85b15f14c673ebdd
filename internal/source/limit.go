package source

import (
	"bytes"
	"fmt"

	"bangvang/internal/diag"
)

// Limits of one file. yaml.v3 has none that help: each value costs some 250 bytes, and what nests or refers costs more than it says. Files
// that people write, as big as MaxFile lets them be, stay far below.
const (
	maxValues   = 1_000_000 // and signs that may begin one
	maxSigns    = 1_000     // anchors, aliases and merge keys: none is allowed, and a file with many of them was made to hurt
	maxProblems = 1_000     // that are told of one file
)

// tooMuch tells of a file over a limit, before it is parsed.
func (w *walker) tooMuch(b []byte) bool {
	values, signs := 0, 0
	for n := 1; len(b) > 0; n++ {
		end := bytes.IndexByte(b, '\n') + 1
		if end == 0 {
			end = len(b)
		}
		line := b[:end]
		b = b[end:]
		if dashes(line) > maxDepth {
			w.add(yamlDepth, w.spot(n, 1), fmt.Sprintf("lồng nhau quá %d tầng", maxDepth), "bỏ bớt dấu - ở đầu dòng này")
			return true
		}
		v, s := weigh(line)
		if values += v; values > maxValues {
			w.add(fileSize, diag.Place{File: w.file, Line: int32(n)}, fmt.Sprintf("đến dòng này, tệp có quá %d giá trị", maxValues), splitHint(w.file))
			return true
		}
		if signs += s; signs > maxSigns {
			w.add(yamlAnchor, diag.Place{File: w.file, Line: int32(n)}, fmt.Sprintf("đến dòng này, tệp có quá %d ký hiệu &tên, *tên, <<", maxSigns), "viết đầy đủ từng giá trị tại chỗ")
			return true
		}
	}
	return false
}

// dashes counts those that a line begins with.
func dashes(line []byte) int {
	n := 0
	for _, c := range line {
		switch c {
		case ' ':
		case '-', '?':
			n++
		default:
			return n
		}
	}
	return n
}

// weigh counts what may be values on a line, and the signs of YAML that name or repeat one.
func weigh(line []byte) (values, signs int) {
	values = 1
	before := byte(' ')
	for i, c := range line {
		switch c {
		case ',', '[', '{':
			values++
		case ':', '-', '?':
			if i+1 == len(line) || line[i+1] <= ' ' || c == ':' && before == '"' {
				values++
			}
		case '&', '*':
			if i+1 < len(line) && line[i+1] > ' ' && line[i+1] != c && (before == ' ' || before == '[' || before == ',' || before == '{') {
				signs++
			}
		case '<':
			if before == '<' && i+1 < len(line) && line[i+1] == ':' {
				signs++
			}
		}
		before = c
	}
	return values, signs
}

// add adds a problem of the file, up to maxProblems of them.
func (w *walker) add(rule *diag.Rule, at diag.Place, text, hint string, also ...diag.Place) {
	switch w.number++; {
	case w.number <= maxProblems:
		w.problems.Add(rule, at, text, hint, also...)
	case w.number == maxProblems+1:
		w.lossy = true
		w.problems.Add(problemsMany, diag.Place{File: at.File}, fmt.Sprintf("tệp có quá %d lỗi, chỉ kể %d lỗi đầu", maxProblems, maxProblems), "sửa những lỗi đã kể rồi kiểm tra lại; nếu mọi dòng đều lỗi, có thể đây là tệp khác đã đổi tên")
	}
}

// full tells whether there is no use in reading on.
func (w *walker) full() bool { return w.number > maxProblems }

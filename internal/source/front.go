package source

import (
	"bytes"
	"path"
	"reflect"
	"strings"

	"bangvang/internal/diag"
)

// markdown takes a Markdown file apart: the front matter between two lines of --- and the body after it.
func (p *part) markdown(w *walker, b []byte) {
	front, body, line, ok := split(b)
	if !ok {
		text := "thiếu phần khai báo ở đầu tệp"
		if first, _, _ := bytes.Cut(b, []byte("\n")); isFence(first) {
			text = "phần khai báo mở bằng --- nhưng không đóng"
		}
		w.add(frontMissing, diag.Place{File: p.path, Line: 1}, text, "đầu tệp có ba dòng: ---, title: …, ---")
		return
	}
	shape := articleShape
	if path.Dir(p.path) == storyDir {
		shape = storyShape
	}
	root := w.document(front)
	if root == nil && w.problems.Count(diag.Error) > 0 {
		return
	}
	record := reflect.New(shape.record).Elem()
	if root == nil {
		record.Field(shape.place).Set(reflect.ValueOf(diag.Place{File: p.path, Line: 1, Col: 1}))
		w.missing(shape, record, make([]sighting, len(shape.Keys)), nil)
	} else if !w.record(shape, root, record, "phần khai báo") {
		return
	}
	below := strings.TrimPrefix(p.path, contentDir+"/")
	switch r := record.Addr().Interface().(type) {
	case *Article:
		r.File, r.Lang, r.Body, r.BodyLine = below, p.lang, string(body), line
	case *Story:
		r.File, r.Body, r.BodyLine = below, string(body), line
		r.ID = strings.TrimSuffix(path.Base(below), ".md")
	}
	p.record = record
}

// split finds front matter. The front matter keeps an empty line in place of its first ---, so that its lines count as in the file.
func split(b []byte) (front, body []byte, bodyLine int, ok bool) {
	first, rest, _ := bytes.Cut(b, []byte("\n"))
	if !isFence(first) {
		return nil, nil, 0, false
	}
	front = []byte("\n")
	for line := 2; len(rest) > 0; line++ {
		var l []byte
		l, rest, _ = bytes.Cut(rest, []byte("\n"))
		if isFence(l) {
			return front, rest, line + 1, true
		}
		front = append(append(front, l...), '\n')
	}
	return nil, nil, 0, false
}

func isFence(line []byte) bool { return string(bytes.TrimRight(line, " \t\r")) == "---" }

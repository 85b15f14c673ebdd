package workbook

import (
	"bytes"

	"bangvang/internal/diag"
)

// Read reads a workbook. file is its name as problems tell it. The book holds what could be read in spite of them; it is nil if nothing was.
func Read(file string, b []byte) (*Book, diag.List) {
	var problems diag.List
	if !bytes.HasPrefix(b, []byte("PK\x03\x04")) {
		foreign(file, b, &problems)
		return nil, problems
	}
	p := openPack(file, b, &problems)
	if p == nil {
		return nil, problems
	}
	w := p.workbook()
	if w == nil {
		return nil, problems
	}
	r := &reader{pack: p, book: w}
	var ok bool
	if r.styles, ok = p.styles(w.styles); !ok {
		return nil, problems
	}
	if r.strings, ok = p.sharedStrings(w.strings); !ok {
		return nil, problems
	}
	book := &Book{File: file}
	for _, t := range w.tabs {
		s := r.sheet(t)
		if s == nil && problems.Count(diag.Error) == 0 {
			panic("workbook: a sheet was given up without a word")
		}
		if s != nil {
			book.Sheets = append(book.Sheets, s)
		}
	}
	if problems.Count(diag.Error) == 0 {
		second(book, b, &problems)
	}
	return book, problems
}

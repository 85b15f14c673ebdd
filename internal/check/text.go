package check

import (
	"bytes"
	"unicode/utf8"

	"bangvang/internal/diag"
	"bangvang/internal/viet"
)

// maxOfAKind is how many characters of one file are told; after them it is beyond mending one by one.
const maxOfAKind = 20

// texts reports characters that no reader sees, and marks that join no letter, in all files: in comments too, as a comment may hide one
// that turns the direction of the line after it.
func (r *resolver) texts() {
	for _, f := range r.tree.Files {
		if !utf8.Valid(f.Bytes) {
			continue // told by source
		}
		told := 0
		for i, b := range bytes.Split(bytes.TrimPrefix(f.Bytes, []byte("\xEF\xBB\xBF")), []byte("\n")) {
			if told < maxOfAKind && !plainASCII(b) {
				told += r.odd(string(bytes.TrimSuffix(b, []byte("\r"))), diag.Place{File: f.Path, Line: int32(i + 1)})
			}
		}
	}
}

// plainASCII tells whether a line has printable ASCII and tabs only.
func plainASCII(line []byte) bool {
	for i, c := range line {
		if (c < ' ' || c >= 0x7F) && c != '\t' && !(c == '\r' && i == len(line)-1) {
			return false
		}
	}
	return true
}

// odd reports the odd characters of one line and gives their number.
func (r *resolver) odd(line string, at diag.Place) int {
	n := 0
	for _, o := range viet.Invisible(line) {
		if o.Rune == '\t' {
			continue // told by source where it is indentation
		}
		n++
		at.Col = int32(utf8.RuneCountInString(line[:o.Offset]) + 1)
		r.add(charInvisible, at, "có "+viet.RuneName(o.Rune), "xoá ký tự này; nếu không thấy, xoá và gõ lại cả dòng")
	}
	for _, o := range viet.Loose(line) {
		n++
		at.Col = int32(utf8.RuneCountInString(line[:o.Offset]) + 1)
		r.add(markLoose, at, "có dấu không ghép được vào chữ: "+viet.RuneName(o.Rune), "gõ lại chữ này")
	}
	return n
}

package source

import (
	"bytes"
	"fmt"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"bangvang/internal/diag"
)

var (
	utf8BOM    = []byte("\xEF\xBB\xBF")
	utf16BOMs  = [][]byte{[]byte("\xFF\xFE"), []byte("\xFE\xFF")}
	noBreak    = '\u00A0'
	maxOfAKind = 20 // problems of one rule in one file: after them the file is beyond mending line by line
)

// spelling looks at the bytes of a file before anything else does. It gives them without a byte order mark and with characters that
// YAML refuses replaced by spaces, so that the rest of the file can still be read; ok is false if the bytes are no text at all.
func (w *walker) spelling(b []byte) (clean []byte, ok bool) {
	for _, bom := range utf16BOMs {
		if bytes.HasPrefix(b, bom) {
			w.problems.Add(textEncoding, diag.Place{File: w.file, Line: 1, Col: 1}, "tệp lưu với bảng mã UTF-16", saveAsUTF8)
			return nil, false
		}
	}
	b = bytes.TrimPrefix(b, utf8BOM)
	if !utf8.Valid(b) {
		w.invalid(b)
		return nil, false
	}
	w.decomposed(b)
	return w.forbidden(b), true
}

const saveAsUTF8 = "mở tệp bằng trình soạn thảo và lưu lại với bảng mã UTF-8"

// invalid reports the first byte of each line that is not UTF-8.
func (w *walker) invalid(b []byte) {
	told := 0
	for i, line := range bytes.Split(b, []byte("\n")) {
		if utf8.Valid(line) {
			continue
		}
		col := 1
		for rest := line; len(rest) > 0; col++ {
			r, n := utf8.DecodeRune(rest)
			if r == utf8.RuneError && n == 1 {
				w.problems.Add(textEncoding, diag.Place{File: w.file, Line: int32(i + 1), Col: int32(col)},
					fmt.Sprintf("byte 0x%02X không phải UTF-8", rest[0]), saveAsUTF8+"; tệp có thể đang dùng bảng mã cũ (TCVN3, VNI, Windows-1258)")
				break
			}
			rest = rest[n:]
		}
		if told++; told == maxOfAKind {
			return
		}
	}
}

// decomposed warns once of a file with text that is not NFC, at the first line.
func (w *walker) decomposed(b []byte) {
	if norm.NFC.IsNormal(b) {
		return
	}
	var first diag.Place
	lines := 0
	for i, line := range bytes.Split(b, []byte("\n")) {
		if norm.NFC.IsNormal(line) {
			continue
		}
		if lines++; lines == 1 {
			n := norm.NFC.QuickSpan(line)
			first = diag.Place{File: w.file, Line: int32(i + 1), Col: int32(utf8.RuneCount(line[:n]) + 1)}
		}
	}
	if lines == 0 { // a mark that begins a line belongs to no letter
		return
	}
	w.problems.Add(textNFD, first, fmt.Sprintf("chữ có dấu ở dạng rời (NFD) ở %d dòng của tệp; đã đọc như dạng dựng sẵn (NFC)", lines),
		"lưu lại tệp ở dạng NFC")
}

// forbidden replaces the controls that YAML refuses by spaces, which keeps the columns of what follows; the check package tells of them,
// as of all that is invisible. A no-break space in indentation would quietly become part of a key, so it is told here.
func (w *walker) forbidden(b []byte) []byte {
	if !bytes.ContainsFunc(b, refused) {
		return b
	}
	out := make([]byte, 0, len(b))
	line, col, told, indent := int32(1), int32(0), 0, true
	for _, r := range string(b) {
		col++
		if r == noBreak && indent && told < maxOfAKind {
			told++
			w.problems.Add(yamlTab, diag.Place{File: w.file, Line: line, Col: col}, "thụt dòng bằng dấu cách không ngắt (U+00A0)", "thay bằng dấu cách thường")
		}
		switch {
		case r == '\n':
			line, col, indent = line+1, 0, true
		case refused(r) && (r != noBreak || indent):
			r = ' '
		case r != ' ' && r != '\t' && r != '-':
			indent = false
		}
		out = utf8.AppendRune(out, r)
	}
	return out
}

// refused tells whether YAML, or a reader of YAML, stumbles over a character.
func refused(r rune) bool {
	switch r {
	case '\t', '\n', '\r':
		return false
	case noBreak, 0xFFFE, 0xFFFF, 0xFEFF:
		return true
	}
	return unicode.IsControl(r)
}

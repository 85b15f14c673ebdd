package source

import (
	"bytes"
	"fmt"
	"strings"
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

// forbidden reports control characters, invisible ones and those that turn the direction of text, and no-break spaces in indentation.
// Characters that YAML refuses to read become spaces, which keeps the columns of what follows.
func (w *walker) forbidden(b []byte) []byte {
	if !bytes.ContainsFunc(b, suspicious) {
		return b
	}
	out := make([]byte, 0, len(b))
	line, col, told, indent := int32(1), int32(0), 0, true
	for _, r := range string(b) {
		col++
		bad := isForbidden(r) || indent && r == noBreak
		if bad && told < maxOfAKind {
			told++
			hint := "xoá ký tự này; nếu không thấy, xoá và gõ lại cả dòng"
			if r == noBreak {
				hint = "thay bằng dấu cách thường"
			}
			w.problems.Add(charForbidden, diag.Place{File: w.file, Line: line, Col: col}, "có "+runeName(r), hint)
		}
		switch {
		case r == '\n':
			line, col, indent = line+1, 0, true
		case r != ' ' && r != '\t' && r != '-' && r != noBreak && !bad:
			indent = false
		}
		if bad && (unicode.IsControl(r) || r == noBreak || r == '\uFFFE' || r == '\uFFFF') {
			r = ' '
		}
		out = utf8.AppendRune(out, r)
	}
	return out
}

func suspicious(r rune) bool { return r == noBreak || isForbidden(r) }

// isForbidden tells whether a character has no place in the input: controls but for tab and line ends; format characters (zero width,
// direction, soft hyphen); line and paragraph separators; the replacement character, a sign of text lost in a conversion; noncharacters.
func isForbidden(r rune) bool {
	switch {
	case r == '\n' || r == '\r' || r == '\t':
		return false
	case r < 0x7F:
		return r < ' '
	case r == utf8.RuneError || r == '\u2028' || r == '\u2029' || r&0xFFFE == 0xFFFE:
		return true
	}
	return unicode.In(r, unicode.Cc, unicode.Cf, unicode.Co)
}

// withoutForbidden drops forbidden characters, already told, from a value, so that an id with one of them still finds what it names.
func withoutForbidden(s string) string {
	if strings.IndexFunc(s, isForbidden) < 0 {
		return s
	}
	return strings.Map(func(r rune) rune {
		if isForbidden(r) {
			return -1
		}
		return r
	}, s)
}

// runeName says which character it is and what it does.
func runeName(r rune) string {
	kind := "ký tự ẩn"
	switch {
	case r == noBreak:
		kind = "dấu cách không ngắt ở đầu dòng"
	case r == '\u200B':
		kind = "dấu cách độ rộng không"
	case r == '\u200C' || r == '\u200D' || r == '\u2060':
		kind = "ký tự nối ẩn"
	case r == '\u00AD':
		kind = "dấu gạch nối ẩn"
	case r == '\uFEFF':
		kind = "dấu thứ tự byte (BOM) giữa tệp"
	case r == utf8.RuneError:
		kind = "ký tự thay thế, dấu vết của chữ đã mất khi chuyển mã,"
	case r == '\u200E' || r == '\u200F' || r >= '\u202A' && r <= '\u202E' || r >= '\u2066' && r <= '\u2069':
		kind = "ký tự đảo chiều chữ"
	case r == '\u2028' || r == '\u2029':
		kind = "ký tự ngắt dòng lạ"
	case unicode.IsControl(r):
		kind = "ký tự điều khiển"
	case unicode.Is(unicode.Co, r):
		kind = "ký tự riêng của phông chữ"
	}
	return fmt.Sprintf("%s U+%04X", kind, r)
}

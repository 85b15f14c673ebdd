package source

import (
	"bytes"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"bangvang/internal/diag"
	"bangvang/internal/viet"
)

const (
	noBreak    = '\u00A0'
	maxOfAKind = 20 // problems of one rule in one file: with more, the file is beyond mending line by line
	saveAsUTF8 = "mở tệp bằng trình soạn thảo và lưu lại với bảng mã UTF-8"
)

var byteOrderMark = []byte("\xEF\xBB\xBF")

// spelling looks at the bytes of a file before anything else does, and gives what YAML may read: no byte order mark, and characters that
// YAML stumbles over replaced by spaces, so that columns stay. ok is false if the bytes are no text.
func (w *walker) spelling(b []byte) (clean []byte, ok bool) {
	if bytes.HasPrefix(b, []byte("\xFF\xFE")) || bytes.HasPrefix(b, []byte("\xFE\xFF")) {
		w.add(textEncoding, diag.Place{File: w.file, Line: 1, Col: 1}, "tệp lưu với bảng mã UTF-16", saveAsUTF8)
		return nil, false
	}
	b = bytes.TrimPrefix(b, byteOrderMark)
	if what, hint := foreign(b); what != "" {
		w.add(textEncoding, w.spot(1, 1), what, hint)
		return nil, false
	}
	if !utf8.Valid(b) {
		w.invalid(b)
		return nil, false
	}
	return w.characters(w.lineEnds(b)), true
}

// foreign tells of a file that is something else under the name of a text.
func foreign(b []byte) (what, hint string) {
	for _, m := range []struct{ begins, what string }{
		{"PK\x03\x04", "tệp nén hoặc tệp Office (xlsx, docx)"}, {"\xD0\xCF\x11\xE0", "tệp Office cũ (xls, doc)"}, {"%PDF-", "tệp PDF"}, {"{\\rtf", "tệp RTF"},
	} {
		if bytes.HasPrefix(b, []byte(m.begins)) {
			return "đây là " + m.what + " đã đổi đuôi, không phải văn bản thường", "mở tệp bằng chương trình đã tạo ra nó, rồi chép nội dung vào tệp văn bản lưu với bảng mã UTF-8"
		}
	}
	if bytes.Count(b, []byte{0}) > len(b)/4 {
		return "tệp lưu với bảng mã UTF-16", saveAsUTF8
	}
	return "", ""
}

// lineEnds gives a file of an old Mac the line ends that YAML and editors agree on.
func (w *walker) lineEnds(b []byte) []byte {
	at, end := bytes.IndexByte(b, '\r'), bytes.IndexByte(b, '\n')
	if at < 0 || end >= 0 && end < len(b)-1 || at >= len(b)-2 {
		return b
	}
	w.add(charInvisible, w.spot(1, utf8.RuneCount(b[:at])+1), "dòng kết thúc bằng ký tự CR, kiểu máy Mac cũ: nhiều chương trình thấy cả tệp là một dòng", "lưu lại tệp với kiểu xuống dòng LF (Unix) hoặc CRLF (Windows)")
	return bytes.ReplaceAll(b, []byte("\r"), []byte("\n"))
}

// invalid reports the first byte of each line that is not UTF-8.
func (w *walker) invalid(b []byte) {
	told := 0
	for i, line := range bytes.Split(b, []byte("\n")) {
		col := 1
		for len(line) > 0 {
			r, n := utf8.DecodeRune(line)
			if r == utf8.RuneError && n == 1 {
				w.add(textEncoding, w.spot(i+1, col), fmt.Sprintf("byte 0x%02X không phải UTF-8", line[0]),
					saveAsUTF8+"; tệp có thể đang dùng bảng mã cũ (TCVN3, VNI, Windows-1258)")
				told++
				break
			}
			line, col = line[n:], col+1
		}
		if told == maxOfAKind {
			return
		}
	}
}

func (w *walker) spot(line, col int) diag.Place {
	return diag.Place{File: w.file, Line: int32(line), Col: int32(col)}
}

// characters goes through a text line by line and reports characters that no reader sees, in comments too, as one may turn the direction
// of what follows; marks that join no letter; text that is not NFC, once; and no-break spaces as indentation.
func (w *walker) characters(b []byte) []byte {
	var out []byte // nil as long as it would be b
	odd, decomposed, offset := 0, 0, 0
	var first diag.Place
	for n := 1; offset < len(b); n++ {
		end := bytes.IndexByte(b[offset:], '\n')
		if end < 0 {
			end = len(b) - offset - 1
		}
		line := b[offset : offset+end+1]
		offset += len(line)
		if plain(line) {
			if out != nil {
				out = append(out, line...)
			}
			continue
		}
		text := string(line)
		if !viet.IsNFC(text) {
			if decomposed++; decomposed == 1 {
				first = w.spot(n, firstDecomposed(text))
			}
		}
		if odd < maxOfAKind {
			odd += w.odd(text, n)
		}
		if clean := w.readable(text, n); out != nil || clean != text {
			if out == nil {
				out = append(make([]byte, 0, len(b)), b[:offset-len(line)]...)
			}
			out = append(out, clean...)
		}
	}
	w.asIs = odd == 0 && decomposed == 0
	if decomposed > 0 {
		w.add(textNFD, first, fmt.Sprintf("chữ có dấu ở dạng rời (NFD) trên %d dòng của tệp; đã đọc như dạng dựng sẵn (NFC)", decomposed), "không sửa cũng được; muốn hết cảnh báo, chọn bảng mã Unicode (không phải “Unicode tổ hợp”) trong bộ gõ rồi gõ lại")
	}
	if out == nil {
		return b
	}
	return out
}

// plain tells whether a line has nothing to tell of, as nearly all have: printable ASCII, Latin letters with their marks in one rune,
// and usual punctuation. None of these is invisible, and without a mark of its own among them all are NFC.
func plain(line []byte) bool {
	for i := 0; i < len(line); {
		c := line[i]
		if c < utf8.RuneSelf {
			if (c < ' ' || c == 0x7F) && c != '\t' && c != '\n' && !(c == '\r' && i == len(line)-2) {
				return false
			}
			i++
			continue
		}
		r, n := utf8.DecodeRune(line[i:])
		if !(r >= 0xC0 && r <= 0x24F || r >= 0x1E00 && r <= 0x1EFF || r >= 0x2010 && r <= 0x2027) {
			return false
		}
		i += n
	}
	return true
}

// firstDecomposed is the column of the first letter that NFC would write otherwise.
func firstDecomposed(line string) int {
	a, b := []rune(line), []rune(viet.NFC(line))
	i := 0
	for i < min(len(a), len(b)) && a[i] == b[i] {
		i++
	}
	return i + 1
}

// odd reports the odd characters of a line and gives their number.
func (w *walker) odd(line string, n int) int {
	told, col, from := 0, 1, 0
	column := func(offset int) int {
		if offset < from {
			col, from = 1, 0
		}
		col += utf8.RuneCountInString(line[from:offset])
		from = offset
		return col
	}
	for _, o := range viet.Invisible(line) {
		if o.Rune == '\t' {
			continue // told where it is indentation
		}
		if told++; told <= maxOfAKind {
			w.add(charInvisible, w.spot(n, column(o.Offset)), "có "+viet.RuneName(o.Rune), "xoá ký tự này; nếu không thấy, xoá và gõ lại cả dòng")
		}
	}
	for _, o := range viet.Loose(line) {
		if told++; told <= 2*maxOfAKind {
			w.add(markLoose, w.spot(n, column(o.Offset)), "có dấu không ghép được vào chữ: "+viet.RuneName(o.Rune), "gõ lại chữ này")
		}
	}
	return told
}

// readable is a line without what YAML refuses. A no-break space in indentation would quietly become part of a key, so it is told.
func (w *walker) readable(line string, n int) string {
	indent := line[:len(line)-len(strings.TrimLeftFunc(line, func(c rune) bool { return c == '-' || c == '\t' || unicode.Is(unicode.Zs, c) }))]
	if at := strings.IndexRune(indent, noBreak); at >= 0 {
		w.add(yamlTab, w.spot(n, utf8.RuneCountInString(line[:at])+1), "thụt dòng bằng dấu cách không ngắt (U+00A0)", "thay bằng dấu cách thường")
	}
	if strings.Trim(indent, " \t-") != "" {
		line = plainSpaces(indent) + line[len(indent):]
	}
	text, end := line, ""
	for _, e := range []string{"\r\n", "\n"} {
		if t, ok := strings.CutSuffix(line, e); ok {
			text, end = t, e
			break
		}
	}
	return strings.Map(func(r rune) rune {
		switch r {
		case '\t':
			return r
		case '\u2028', '\u2029', 0xFEFF, 0xFFFE, 0xFFFF: // line ends to YAML, or refused
			return ' '
		}
		if unicode.IsControl(r) {
			return ' '
		}
		return r
	}, text) + end
}

// plainSpaces makes indentation of spaces that YAML takes for letters; those wider than a letter count as two.
func plainSpaces(indent string) string {
	return strings.Map(func(c rune) rune {
		if unicode.Is(unicode.Zs, c) {
			return ' '
		}
		return c
	}, strings.ReplaceAll(indent, "\u3000", "  "))
}

// withoutInvisible drops from a value what has been told, so that an id with an invisible character still finds what it names.
func withoutInvisible(s string) string {
	odd := viet.Invisible(s)
	if len(odd) == 0 {
		return s
	}
	var b strings.Builder
	from := 0
	for _, o := range odd {
		if o.Rune == '\t' {
			continue
		}
		b.WriteString(s[from:o.Offset])
		from = o.Offset + utf8.RuneLen(o.Rune)
	}
	return b.String() + s[from:]
}

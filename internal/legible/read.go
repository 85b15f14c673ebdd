package legible

import (
	"bytes"
	"math"
	"path"
	"strings"
	"unicode/utf8"
	"unsafe"
)

// Read gives each text of a file to see. part is where in the file it is ("xl/sharedStrings.xml"), "" if the file has no parts. A text is of the file's
// own bytes: who keeps it, clones it. What cannot be read, because the file is broken, is an error.
func Read(name string, b []byte, see func(part, text string)) error {
	return (*Reader)(nil).Read(name, b, func(part, text string) bool {
		see(part, text)
		return false
	})
}

// Read is as the function of that name, but for what it showed before, of this file or another. see tells whether it is done with a text for good.
func (r *Reader) Read(name string, b []byte, see func(part, text string) (done bool)) error {
	return r.read(name, b, r.unlessDone(see))
}

func (r *Reader) read(name string, b []byte, see func(part, text string) (done bool)) error {
	plain := func(text string) { see("", text) }
	switch strings.ToLower(path.Ext(name)) {
	case ".woff2", ".woff", ".ttf", ".otf", ".pdf", ".ico":
	case ".html", ".htm", ".svg", ".xml", ".rels", ".xhtml":
		m := reading{reader: r, cells: strings.HasPrefix(name, "xl/worksheets/"), far: math.MaxInt, show: func(text string) bool { return see("", text) }}
		m.markup(text(b))
	case ".json", ".webmanifest":
		strs(text(b), true, plain)
	case ".csv", ".tsv":
		new(table).cells(text(b), true, plain)
	case ".xlsx", ".zip":
		return r.packed(b, see)
	case ".png":
		return png(b, plain)
	case ".jpg", ".jpeg":
		return jpeg(b, plain)
	default:
		if s := text(b); utf8.ValidString(s) {
			plain(s)
		}
	}
	return nil
}

// text is the bytes of a text as UTF-8. Who reads it does not keep it.
func text(b []byte) string {
	o, mark := orderOf(b)
	if b = b[mark:]; o != utf8Bytes {
		b, _ = o.append(make([]byte, 0, len(b)), b)
	}
	return unsafe.String(unsafe.SliceData(b), len(b))
}

// order is how the bytes of a text make letters.
type order int

const (
	unknown order = iota
	utf8Bytes
	utf16Little
	utf16Big
)

const longestMark = 3

// orderOf tells it by how a file begins, and how long the mark is that says so.
func orderOf(b []byte) (o order, mark int) {
	switch {
	case bytes.HasPrefix(b, []byte{0xFF, 0xFE}):
		return utf16Little, 2
	case bytes.HasPrefix(b, []byte{0xFE, 0xFF}):
		return utf16Big, 2
	case bytes.HasPrefix(b, []byte("\xEF\xBB\xBF")):
		return utf8Bytes, 3
	}
	return utf8Bytes, 0
}

// append appends the letters of b to a text in UTF-8 and tells how many bytes at the end are less than a letter.
func (o order) append(to, b []byte) ([]byte, int) {
	if o == utf8Bytes {
		return append(to, b...), 0
	}
	for len(b) > 1 {
		low, high := b[0], b[1]
		if o == utf16Big {
			low, high = high, low
		}
		to, b = utf8.AppendRune(to, rune(low)|rune(high)<<8), b[2:]
	}
	return to, len(b)
}

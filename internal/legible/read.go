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
	plain := func(text string) { see("", text) }
	switch strings.ToLower(path.Ext(name)) {
	case ".woff2", ".woff", ".ttf", ".otf", ".pdf", ".ico":
	case ".html", ".htm", ".svg", ".xml", ".rels", ".xhtml":
		m := reading{reader: r, far: math.MaxInt, show: func(text string) bool { return see("", text) }}
		m.markup(text(b))
	case ".json", ".webmanifest":
		strs(text(b), plain)
	case ".csv", ".tsv":
		cells(text(b), plain)
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

// text is the bytes of a text as UTF-8.
func text(b []byte) string {
	little := bytes.HasPrefix(b, []byte{0xFF, 0xFE})
	if !little && !bytes.HasPrefix(b, []byte{0xFE, 0xFF}) {
		b = bytes.TrimPrefix(b, []byte("\xEF\xBB\xBF"))
		return unsafe.String(unsafe.SliceData(b), len(b)) // who reads does not keep
	}
	var s strings.Builder
	s.Grow(len(b))
	for i := 2; i+1 < len(b); i += 2 {
		low, high := b[i], b[i+1]
		if !little {
			low, high = high, low
		}
		s.WriteRune(rune(low) | rune(high)<<8)
	}
	return s.String()
}

package legible

import (
	"bytes"
	"path"
	"strings"
	"unicode/utf8"
)

// Read gives each text of a file to see. part is where in the file it is ("xl/sharedStrings.xml"), "" if the file has no parts. What cannot be read,
// because the file is broken, is an error.
func Read(name string, b []byte, see func(part, text string)) error {
	plain := func(text string) { see("", text) }
	switch strings.ToLower(path.Ext(name)) {
	case ".woff2", ".woff", ".ttf", ".otf", ".pdf", ".ico":
	case ".html", ".htm", ".svg", ".xml", ".rels", ".xhtml":
		markup(text(b), plain)
	case ".json", ".webmanifest":
		strs(text(b), plain)
	case ".csv", ".tsv":
		cells(text(b), plain)
	case ".xlsx", ".zip":
		return packed(b, see)
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
		return string(bytes.TrimPrefix(b, []byte("\xEF\xBB\xBF")))
	}
	var s strings.Builder
	for i := 2; i+1 < len(b); i += 2 {
		low, high := b[i], b[i+1]
		if !little {
			low, high = high, low
		}
		s.WriteRune(rune(low) | rune(high)<<8)
	}
	return s.String()
}

package markdown

import (
	"bytes"
	"fmt"
)

// Limits. goldmark has none: a wide table with short rows, one long reference used often, deep nesting and thousands of openers in one
// paragraph each make seconds or hundreds of megabytes of a file of some ten kilobytes. Below these limits every input parses in
// well under a second; text that people write is far below them.
const (
	maxSize       = 1 << 20
	maxDepth      = 32     // blocks and spans nested in each other
	maxIndent     = 256    // leading spaces of a line
	maxLines      = 2_000  // of one paragraph: lines with no empty one between them
	maxAllLines   = 50_000 // of the document, empty ones not counted
	maxAllMarkers = 50_000 // of list items and quotes in the document
	maxOpeners    = 2_000  // characters of one paragraph that may open something: * _ [ ` < !
	maxAllOpeners = 20_000 // of the document
	maxColumns    = 64     // of a table
	maxCells      = 20_000 // of a table
	maxAllCells   = 50_000 // of the document
)

// tooMuch tells which limit a document is over, and where, before it is parsed.
func tooMuch(body []byte) (at int, why string) {
	if len(body) > maxSize {
		return 0, "tài liệu lớn quá 1 MiB"
	}
	var m meter
	for offset := 0; offset < len(body); {
		end := bytes.IndexByte(body[offset:], '\n') + 1
		if end == 0 {
			end = len(body) - offset
		}
		if why := m.line(body[offset : offset+end]); why != "" {
			return offset, why
		}
		offset += end
	}
	return 0, ""
}

// meter counts what costs goldmark time and memory, line by line.
type meter struct {
	lines, allLines     int
	openers, allOpeners int
	allMarkers          int
	columns, rows       int // of what may be a table
	allCells            int
}

func (m *meter) line(line []byte) string {
	text := bytes.TrimLeft(line, " \t")
	if indent := len(line) - len(text); indent > maxIndent && len(bytes.TrimSpace(text)) > 0 {
		return fmt.Sprintf("dòng thụt vào quá %d dấu cách", maxIndent)
	}
	n := markers(text)
	m.allMarkers += n
	switch {
	case n > maxDepth:
		return fmt.Sprintf("lồng nhau quá %d tầng", maxDepth)
	case m.allMarkers > maxAllMarkers:
		return fmt.Sprintf("tài liệu có quá %d mục danh sách và trích dẫn", maxAllMarkers)
	}
	if len(bytes.TrimSpace(text)) == 0 {
		m.lines, m.openers, m.columns, m.rows = 0, 0, 0, 0
		return ""
	}
	m.lines++
	m.allLines++
	switch {
	case m.lines > maxLines:
		return fmt.Sprintf("một đoạn có quá %d dòng", maxLines)
	case m.allLines > maxAllLines:
		return fmt.Sprintf("tài liệu có quá %d dòng", maxAllLines)
	}
	n = openers(text)
	m.openers += n
	m.allOpeners += n
	switch {
	case m.openers > maxOpeners:
		return fmt.Sprintf("một đoạn có quá %d ký tự định dạng (* _ [ ` <)", maxOpeners)
	case m.allOpeners > maxAllOpeners:
		return fmt.Sprintf("tài liệu có quá %d ký tự định dạng (* _ [ ` <)", maxAllOpeners)
	}
	return m.table(text)
}

// table counts cells from a line on that may be the one under a table's head.
func (m *meter) table(text []byte) string {
	if len(bytes.Trim(text, "|:->+* \t\r\n")) == 0 && bytes.IndexByte(text, '-') >= 0 {
		m.columns, m.rows = bytes.Count(text, []byte("|"))+1, 0
		if m.columns > maxColumns {
			return fmt.Sprintf("bảng có quá %d cột", maxColumns)
		}
	}
	if m.columns == 0 {
		return ""
	}
	m.rows++
	m.allCells += m.columns
	switch {
	case m.columns*m.rows > maxCells:
		return fmt.Sprintf("bảng có quá %d ô", maxCells)
	case m.allCells > maxAllCells:
		return fmt.Sprintf("các bảng của tài liệu có quá %d ô", maxAllCells)
	}
	return ""
}

// markers counts the quotes and list items that a line opens.
func markers(text []byte) int {
	n := 0
	for {
		text = bytes.TrimLeft(text, " \t")
		if len(text) == 0 {
			return n
		}
		digits := len(text) - len(bytes.TrimLeft(text, "0123456789"))
		switch {
		case text[0] == '>':
			text = text[1:]
		case bytes.IndexByte([]byte("-+*"), text[0]) >= 0 && (len(text) == 1 || text[1] <= ' '):
			text = text[1:]
		case digits > 0 && digits < len(text) && (text[digits] == '.' || text[digits] == ')'):
			text = text[digits+1:]
		default:
			return n
		}
		n++
	}
}

func openers(text []byte) int {
	n := 0
	for _, c := range text {
		switch c {
		case '*', '_', '[', '`', '<', '!':
			n++
		}
	}
	return n
}

package workbook

import (
	"bytes"
	"errors"
	"fmt"
	"strconv"
	"unicode/utf8"
)

// scanner is a pull parser of the XML that spreadsheets are made of. It takes less than encoding/xml does and nothing that encoding/xml would
// not take; it is some ten times as fast. Names keep their prefix.
type scanner struct {
	b     []byte
	i     int
	open  [][]byte // names of the elements that are open
	began bool     // the root was opened

	name  []byte // of the start or end
	attrs []attribute
	text  []byte // of the text, decoded
	empty bool   // an element that closes itself: its end comes next
}

type attribute struct{ name, value []byte }

type token uint8

const (
	atStart token = iota
	atEnd
	atText
	atEOF
)

const (
	maxDepth      = 64
	maxAttributes = 64
)

var (
	errDTD    = errors.New("document type")
	errBroken = errors.New("broken XML")
)

func newScanner(b []byte) (*scanner, error) {
	b = bytes.TrimPrefix(b, []byte("\xEF\xBB\xBF"))
	if !utf8.Valid(b) {
		return nil, fmt.Errorf("%w: not UTF-8", errBroken)
	}
	return &scanner{b: b}, nil
}

func (s *scanner) broken(what string) error {
	return fmt.Errorf("%w: %s at byte %d", errBroken, what, s.i)
}

// next gives the next token. Comments, processing instructions and space outside the root are passed over.
func (s *scanner) next() (token, error) {
	if s.empty {
		s.empty = false
		s.open = s.open[:len(s.open)-1]
		return atEnd, nil
	}
	for {
		if s.i >= len(s.b) {
			if len(s.open) > 0 || !s.began {
				return atEOF, s.broken("cut short")
			}
			return atEOF, nil
		}
		if s.b[s.i] != '<' {
			if err := s.chars(); err != nil {
				return atText, err
			}
			if len(s.open) > 0 {
				return atText, nil
			}
			if len(bytes.TrimLeft(s.text, " \t\r\n")) > 0 {
				return atText, s.broken("text outside the root")
			}
			continue
		}
		rest := s.b[s.i:]
		switch {
		case bytes.HasPrefix(rest, []byte("<!--")):
			n := bytes.Index(rest[4:], []byte("--"))
			if n < 0 || !bytes.HasPrefix(rest[4+n:], []byte("-->")) || !printable(rest[4:4+n]) {
				return atEOF, s.broken("comment")
			}
			s.i += 4 + n + 3
		case bytes.HasPrefix(rest, []byte("<![CDATA[")):
			n := bytes.Index(rest, []byte("]]>"))
			if n < 0 || len(s.open) == 0 || !printable(rest[9:n]) {
				return atEOF, s.broken("CDATA")
			}
			s.text = newlines(rest[9:n])
			s.i += n + 3
			return atText, nil
		case bytes.HasPrefix(rest, []byte("<!")):
			return atEOF, errDTD
		case bytes.HasPrefix(rest, []byte("<?")):
			if err := s.instruction(rest); err != nil {
				return atEOF, err
			}
		case bytes.HasPrefix(rest, []byte("</")):
			return atEnd, s.end()
		default:
			return atStart, s.start()
		}
	}
}

// instruction passes over <?…?>. The declaration may stand first only, and names no other coding than UTF-8.
func (s *scanner) instruction(rest []byte) error {
	n := bytes.Index(rest, []byte("?>"))
	if n < 0 || n < 3 || !nameStart(rest[2]) || !printable(rest[:n]) {
		return s.broken("instruction")
	}
	target, inside := rest[2:n], []byte(nil)
	if at := bytes.IndexAny(target, " \t\r\n"); at >= 0 {
		target, inside = target[:at], target[at:]
	}
	for _, c := range target {
		if !nameByte(c) {
			return s.broken("instruction")
		}
	}
	if bytes.EqualFold(target, []byte("xml")) {
		if s.i != 0 || string(target) != "xml" || !plainDeclaration(inside) {
			return s.broken("declaration")
		}
	}
	s.i += n + 2
	return nil
}

// plainDeclaration tells whether the text of the XML declaration is one that everybody writes.
func plainDeclaration(b []byte) bool {
	for _, quote := range []string{`"`, `'`} {
		at := bytes.Index(b, []byte("encoding="+quote))
		if at < 0 {
			continue
		}
		coding, _, ok := bytes.Cut(b[at+len("encoding=")+1:], []byte(quote))
		return ok && bytes.EqualFold(coding, []byte("utf-8")) && oneVersion(b)
	}
	return !bytes.Contains(b, []byte("encoding")) && oneVersion(b)
}

func oneVersion(b []byte) bool {
	b = bytes.TrimLeft(b, " \t\r\n")
	return bytes.HasPrefix(b, []byte(`version="1.0"`)) || bytes.HasPrefix(b, []byte(`version='1.0'`))
}

func (s *scanner) end() error {
	s.i += 2
	name, err := s.readName()
	if err != nil {
		return err
	}
	s.space()
	if s.i >= len(s.b) || s.b[s.i] != '>' || len(s.open) == 0 || !bytes.Equal(s.open[len(s.open)-1], name) {
		return s.broken("end of another element")
	}
	s.i++
	s.name = name
	s.open = s.open[:len(s.open)-1]
	return nil
}

func (s *scanner) start() error {
	if s.began && len(s.open) == 0 {
		return s.broken("second root")
	}
	s.i++
	name, err := s.readName()
	if err != nil {
		return err
	}
	s.began, s.name, s.attrs = true, name, s.attrs[:0]
	for {
		spaced := s.space()
		if s.i >= len(s.b) {
			return s.broken("cut short")
		}
		switch c := s.b[s.i]; {
		case c == '>':
			s.i++
			return s.push(name)
		case c == '/' && s.i+1 < len(s.b) && s.b[s.i+1] == '>':
			s.i += 2
			s.empty = true
			return s.push(name)
		case !spaced:
			return s.broken("attribute")
		}
		if err := s.attribute(); err != nil {
			return err
		}
	}
}

func (s *scanner) push(name []byte) error {
	if len(s.open) == maxDepth {
		return s.broken("too deep")
	}
	s.open = append(s.open, name)
	return nil
}

func (s *scanner) attribute() error {
	name, err := s.readName()
	if err != nil {
		return err
	}
	if len(s.attrs) == maxAttributes {
		return s.broken("too many attributes")
	}
	for _, a := range s.attrs {
		if bytes.Equal(a.name, name) {
			return s.broken("attribute twice")
		}
	}
	s.space()
	if s.i+1 >= len(s.b) || s.b[s.i] != '=' {
		return s.broken("attribute without value")
	}
	s.i++
	s.space()
	if s.i >= len(s.b) || s.b[s.i] != '"' && s.b[s.i] != '\'' {
		return s.broken("attribute without quotes")
	}
	n := bytes.IndexByte(s.b[s.i+1:], s.b[s.i])
	if n < 0 || bytes.IndexByte(s.b[s.i+1:s.i+1+n], '<') >= 0 {
		return s.broken("attribute")
	}
	value, err := s.decode(s.b[s.i+1 : s.i+1+n])
	if err != nil {
		return err
	}
	s.i += n + 2
	s.attrs = append(s.attrs, attribute{name, value})
	return nil
}

func (s *scanner) readName() ([]byte, error) {
	from := s.i
	for s.i < len(s.b) && nameByte(s.b[s.i]) {
		s.i++
	}
	name := s.b[from:s.i]
	if len(name) == 0 || !nameStart(name[0]) || bytes.Count(name, []byte(":")) > 1 || name[len(name)-1] == ':' {
		return nil, s.broken("name")
	}
	return name, nil
}

// Names of parts of spreadsheets are ASCII.
func nameStart(c byte) bool { return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' }

func nameByte(c byte) bool {
	return nameStart(c) || c >= '0' && c <= '9' || c == '-' || c == '.' || c == ':'
}

func (s *scanner) space() bool {
	from := s.i
	for s.i < len(s.b) && (s.b[s.i] == ' ' || s.b[s.i] == '\t' || s.b[s.i] == '\n' || s.b[s.i] == '\r') {
		s.i++
	}
	return s.i > from
}

func (s *scanner) chars() error {
	n := bytes.IndexByte(s.b[s.i:], '<')
	if n < 0 {
		n = len(s.b) - s.i
	}
	raw := s.b[s.i : s.i+n]
	if bytes.Contains(raw, []byte("]]>")) {
		return s.broken("]]> in text")
	}
	text, err := s.decode(raw)
	if err != nil {
		return err
	}
	s.text = text
	s.i += n
	return nil
}

// decode takes character references apart and makes line ends one; without either it is the bytes themselves.
func (s *scanner) decode(raw []byte) ([]byte, error) {
	if !printable(raw) {
		return nil, s.broken("character")
	}
	raw = newlines(raw)
	at := bytes.IndexByte(raw, '&')
	if at < 0 {
		return raw, nil
	}
	out := make([]byte, 0, len(raw))
	for at >= 0 {
		out = append(out, raw[:at]...)
		raw = raw[at+1:]
		end := bytes.IndexByte(raw[:min(len(raw), 12)], ';')
		if end < 0 {
			return nil, s.broken("entity")
		}
		r, ok := reference(string(raw[:end]))
		if !ok {
			return nil, s.broken("entity")
		}
		out = utf8.AppendRune(out, r)
		raw = raw[end+1:]
		at = bytes.IndexByte(raw, '&')
	}
	return append(out, raw...), nil
}

func reference(name string) (rune, bool) {
	switch name {
	case "lt":
		return '<', true
	case "gt":
		return '>', true
	case "amp":
		return '&', true
	case "quot":
		return '"', true
	case "apos":
		return '\'', true
	}
	if len(name) < 2 || name[0] != '#' {
		return 0, false
	}
	digits, base := name[1:], 10
	if digits[0] == 'x' {
		digits, base = digits[1:], 16
	}
	n, err := strconv.ParseUint(digits, base, 32)
	if err != nil || digits[0] == '+' || n > 0x10FFFF || !utf8.ValidRune(rune(n)) || !allowed(rune(n)) {
		return 0, false
	}
	return rune(n), true
}

func allowed(r rune) bool {
	return r >= ' ' && r != 0xFFFE && r != 0xFFFF || r == '\t' || r == '\n' || r == '\r'
}

func printable(b []byte) bool {
	for i, c := range b {
		if c < ' ' && c != '\t' && c != '\n' && c != '\r' {
			return false
		}
		if c == 0xEF && i+2 < len(b) && b[i+1] == 0xBF && b[i+2] >= 0xBE {
			return false
		}
	}
	return true
}

func newlines(b []byte) []byte {
	if bytes.IndexByte(b, '\r') < 0 {
		return b
	}
	b = bytes.ReplaceAll(b, []byte("\r\n"), []byte("\n"))
	return bytes.ReplaceAll(b, []byte("\r"), []byte("\n"))
}

package workbook

import (
	"bytes"
	"encoding/xml"
	"strings"
	"testing"
)

// ours and theirs write what the two parsers see of a document.
func ours(b []byte) (string, error) {
	var out strings.Builder
	s, err := newScanner(b)
	if err != nil {
		return "", err
	}
	for {
		t, err := s.next()
		if err != nil {
			return "", err
		}
		switch t {
		case atEOF:
			return out.String(), nil
		case atText:
			out.WriteString(strings.ReplaceAll(string(s.text), "<", "&lt;"))
		case atStart:
			out.WriteString("<" + string(s.name))
			for _, a := range s.attrs {
				out.WriteString(" " + string(a.name) + "=" + string(a.value))
			}
			out.WriteString(">")
		case atEnd:
			out.WriteString("</>")
		}
	}
}

func theirs(b []byte) (string, error) {
	var out strings.Builder
	d := xml.NewDecoder(bytes.NewReader(bytes.TrimPrefix(b, []byte("\xEF\xBB\xBF"))))
	name := func(n xml.Name) string {
		if n.Space != "" {
			return n.Space + ":" + n.Local
		}
		return n.Local
	}
	depth := 0
	for {
		t, err := d.RawToken()
		if err != nil {
			if depth == 0 && err.Error() == "EOF" {
				return out.String(), nil
			}
			return "", err
		}
		switch t := t.(type) {
		case xml.StartElement:
			depth++
			out.WriteString("<" + name(t.Name))
			for _, a := range t.Attr {
				out.WriteString(" " + name(a.Name) + "=" + a.Value)
			}
			out.WriteString(">")
		case xml.EndElement:
			depth--
			out.WriteString("</>")
		case xml.CharData:
			if depth > 0 {
				out.WriteString(strings.ReplaceAll(string(t), "<", "&lt;"))
			}
		}
	}
}

// FuzzScan holds our parser to encoding/xml: what ours takes, the other takes, and sees the same.
func FuzzScan(f *testing.F) {
	for _, s := range []string{
		`<?xml version="1.0" encoding="UTF-8"?><a x="1" y='2'><b/>t&amp;&#x41;<![CDATA[<x>]]></a>`, `<a>`, `<a></b>`, `<!DOCTYPE a><a/>`, `<a><!-- c --></a>`,
		`<x:a xmlns:x="u" r:id="3"/>`, "<a>\r\n</a>", `<a b="&lt;"/>`, `<a>]]></a>`, `<a/><b/>`, `<a x="1" x="2"/>`, `<a><?p q?></a> `, "<a>\x01</a>", "<a>&nope;</a>", "<a b=\"\r\n\"/>", "<a>&#13;</a>",
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		mine, err := ours(b)
		if err != nil {
			return
		}
		other, err := theirs(b)
		if err != nil {
			t.Fatalf("taken: %q, encoding/xml: %v", b, err)
		}
		if mine != other {
			t.Fatalf("%q\n  ours %q\ntheirs %q", b, mine, other)
		}
	})
}

func TestScanRefuses(t *testing.T) {
	for _, s := range []string{
		"", "a", "<a>", "<a></b>", "<a/><b/>", "<a", "<a b=1/>", "<a b='1'c='2'/>", "<a b='1' b='2'/>", "<a>&nbsp;</a>", "<a>&#0;</a>", "<a>\x00</a>", "<a>\xff</a>",
		`<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>`, `<?xml version="1.0" encoding="UTF-16"?><a/>`, "<a>]]></a>", "<1/>", " <?xml version='1.0'?><a/>", "<a/>x",
		strings.Repeat("<a>", 100) + strings.Repeat("</a>", 100),
	} {
		if out, err := ours([]byte(s)); err == nil {
			t.Errorf("%q is taken: %s", s, out)
		}
	}
}

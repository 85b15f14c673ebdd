package site

import (
	"bytes"
	"html"
	"strings"
)

// unspoken are the elements whose text is no place for another: what is not shown, drawings, whose words stand beside them, and what is there to be taken as it is.
var unspoken = map[string]bool{"title": true, "script": true, "style": true, "option": true, "svg": true, "textarea": true}

// foreign is a page in which everything tells of another language than the page's: each phrase of its text, but for those within an
// element of that language, and each link that leads there, for which link gives the attributes. A campaign's own template may write in
// ways that are not ours: behind a tag that cannot be read the page is left as it is, lest a phrase be marked within a script.
func foreign(page string, p *phrases, link func(href string, titled bool) string) []byte {
	m := marker{phrases: p, link: link}
	rest := page
	for rest != "" {
		at := strings.IndexByte(rest, '<')
		if raw := m.raw(); raw != "" {
			at = strings.Index(rest, "</"+raw+">")
		}
		if at < 0 {
			at = len(rest)
		}
		m.run = append(m.run, piece{text: rest[:at]})
		rest = rest[at:]
		if rest == "" {
			break
		}
		e, kind, after, err := scanTag(rest)
		switch {
		case err == nil:
			m.tag(e, kind, rest[:len(rest)-len(after)])
		case nameLength(strings.TrimPrefix(rest[1:], "/")) == 0: // the doctype, or a sign that opens no tag
			_, after, _ = strings.Cut(rest, ">")
			m.put(rest[:len(rest)-len(after)], false)
		default:
			m.put(rest, false)
		}
		rest = after
	}
	m.flush()
	return m.out.Bytes()
}

// marker writes a page anew. A run is text in which only tags stand that part no words.
type marker struct {
	*phrases
	link   func(href string, titled bool) string
	out    bytes.Buffer
	run    []piece
	within []level
}

// piece is text or, else, a tag.
type piece struct{ text, tag string }

// level is an element that is open: whether what it holds is to be left alone, and whether it is a part of a run.
type level struct {
	name         string
	quiet, joins bool
}

// raw is the open element that holds no tags but its own end.
func (m *marker) raw() string {
	if n := len(m.within); n > 0 && (m.within[n-1].name == "script" || m.within[n-1].name == "style") {
		return m.within[n-1].name
	}
	return ""
}

func (m *marker) quiet() bool { return len(m.within) > 0 && m.within[len(m.within)-1].quiet }

func (m *marker) tag(e *element, kind tagKind, text string) {
	switch {
	case kind == closing:
		n := len(m.within)
		for n > 0 && m.within[n-1].name != e.name {
			n--
		}
		m.put(text, n > 0 && n == len(m.within) && m.within[n-1].joins)
		if n > 0 { // else it closes nothing
			m.within = m.within[:n-1]
		}
	case kind == selfClosing || emptyElements[e.name]:
		m.put(text, false)
	default:
		l := m.level(e)
		m.put(m.linked(e, text), l.joins)
		m.within = append(m.within, l)
	}
}

func (m *marker) level(e *element) level {
	class, _ := e.value("class")
	lang, told := e.value("lang")
	return level{name: e.name, joins: e.name == "span" && class == "nb" && !told, quiet: m.quiet() || unspoken[e.name] || e.name != "html" && lang == m.lang}
}

// linked is a tag that tells where it leads, if it does not yet.
func (m *marker) linked(e *element, text string) string {
	href, leads := e.value("href")
	_, told := e.value("hreflang")
	if e.name != "a" || !leads || told {
		return text
	}
	_, titled := e.value("title")
	return strings.TrimSuffix(text, ">") + m.link(href, titled) + ">"
}

// put writes a tag, or keeps it where it parts no words.
func (m *marker) put(tag string, joins bool) {
	if joins {
		m.run = append(m.run, piece{tag: tag})
		return
	}
	m.flush()
	m.out.WriteString(tag)
}

// flush writes the run, with its phrases marked.
func (m *marker) flush() {
	var text strings.Builder
	for _, p := range m.run {
		text.WriteString(html.UnescapeString(p.text))
	}
	var found []reach
	if whole := text.String(); !m.quiet() {
		found = m.find(whole)
	}
	at := 0
	for _, p := range m.run {
		if p.text == "" {
			m.out.WriteString(p.tag)
			continue
		}
		plain := html.UnescapeString(p.text)
		found = m.piece(p.text, plain, at, found)
		at += len(plain)
	}
	m.run = m.run[:0]
}

// piece writes a text that begins at a byte of the run, with what of the phrases lies in it, and returns the phrases that are not done.
func (m *marker) piece(written, plain string, at int, found []reach) []reach {
	if len(found) == 0 || found[0].from >= at+len(plain) {
		m.out.WriteString(written)
		return found
	}
	done := 0
	for len(found) > 0 && found[0].from < at+len(plain) {
		from, to := max(found[0].from-at, 0), min(found[0].to-at, len(plain))
		m.out.WriteString(html.EscapeString(plain[done:from]))
		m.out.WriteString(`<span lang="` + m.lang + `">` + html.EscapeString(plain[from:to]) + `</span>`)
		done = to
		if found[0].to > at+len(plain) {
			break
		}
		found = found[1:]
	}
	m.out.WriteString(html.EscapeString(plain[done:]))
	return found
}

package stencil

import (
	"bytes"
	"html/template"
	"strings"
)

// escaper says a val as it may stand somewhere.
type escaper struct {
	say func(out []byte, x val) []byte
	// asItIs tells whether a text of a kind stands there as it is. What does not is for say.
	asItIs func(text []byte, kind kind) bool
}

// escapers are those that html/template puts at the end of an action, by their names.
var escapers = map[string]escaper{
	"_html_template_htmlescaper":    {escapeText, func(text []byte, k kind) bool { return k == markup || k == plain && unescaped(text) }},
	"_html_template_rcdataescaper":  {escapeRaw, func(text []byte, k kind) bool { return k == plain && unescaped(text) }},
	"_html_template_attrescaper":    {escapeRaw, func(text []byte, k kind) bool { return k == plain && unescaped(text) }},
	"_html_template_htmlnamefilter": {asAttribute, func(_ []byte, k kind) bool { return k == attribute }},
	"_html_template_urlfilter|_html_template_urlnormalizer|_html_template_attrescaper": address("", "-._~/#?="),
	"_html_template_urlnormalizer|_html_template_attrescaper":                          address("/", "-._~/#?="),
	"_html_template_urlescaper|_html_template_attrescaper":                             address("#", "-._~"),
}

// appended escapes what a function has appended, from a place on.
func (e escaper) appended(out []byte, from int, k kind) []byte {
	if e.asItIs(out[from:], k) {
		return out
	}
	return e.say(out[:from], val{text: string(out[from:]), kind: k})
}

func escapeText(out []byte, x val) []byte {
	s, kind := x.said()
	if kind == markup {
		return append(out, s...)
	}
	return escape(out, s)
}

// escapeRaw is for where no markup can be.
func escapeRaw(out []byte, x val) []byte {
	s, kind := x.said()
	if kind == markup {
		panic(fault{})
	}
	return escape(out, s)
}

func asAttribute(out []byte, x val) []byte {
	s, kind := x.said()
	if kind != attribute {
		panic(fault{})
	}
	return append(out, s...)
}

// escapes are what stands for a byte in a page.
var escapes = [256]string{0: "\uFFFD", '"': "&#34;", '&': "&amp;", '\'': "&#39;", '+': "&#43;", '<': "&lt;", '>': "&gt;"}

func escape(out []byte, s string) []byte {
	done := 0
	for i := range len(s) {
		if e := escapes[s[i]]; e != "" {
			out = append(append(out, s[done:i]...), e...)
			done = i + 1
		}
	}
	return append(out, s[done:]...)
}

// unescaped tells whether escape leaves a text as it is.
func unescaped(text []byte) bool {
	for _, c := range text {
		if escapes[c] != "" {
			return false
		}
	}
	return true
}

// address escapes an address, or what follows something of one. That in which there are only letters, figures and some signs stands as it
// is; what html/template makes of others it is asked itself.
func address(follows, signs string) escaper {
	var simple [256]bool
	for _, c := range []byte("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789" + signs) {
		simple[c] = true
	}
	before := `<a href="` + follows
	link := template.Must(template.New("").Parse(before + `{{.}}">`))
	scheme := []byte("https://")
	if follows != "" {
		scheme = nil
	}
	asItIs := func(text []byte, k kind) bool {
		for _, c := range bytes.TrimPrefix(text, scheme) {
			if !simple[c] {
				return false
			}
		}
		return k == plain
	}
	return escaper{func(out []byte, x val) []byte {
		s, kind := x.said()
		if kind != plain {
			panic(fault{})
		}
		from := len(out)
		if out = append(out, s...); !asItIs(out[from:], plain) {
			out = append(out[:from], asked(link, before, s)...)
		}
		return out
	}, asItIs}
}

func asked(link *template.Template, before, s string) string {
	var b strings.Builder
	if link.Execute(&b, s) != nil {
		panic(fault{})
	}
	return strings.TrimSuffix(strings.TrimPrefix(b.String(), before), `">`)
}

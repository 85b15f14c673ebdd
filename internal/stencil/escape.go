package stencil

import (
	"html/template"
	"strings"
)

// escaper appends a val as it may stand somewhere.
type escaper func(out []byte, x val) []byte

// escapers are those that html/template puts at the end of an action, by their names.
var escapers = map[string]escaper{
	"_html_template_htmlescaper":    escapeText,
	"_html_template_rcdataescaper":  escapeRaw,
	"_html_template_attrescaper":    escapeRaw,
	"_html_template_htmlnamefilter": asAttribute,
	"_html_template_urlfilter|_html_template_urlnormalizer|_html_template_attrescaper": address("", "-._~/#?="),
	"_html_template_urlnormalizer|_html_template_attrescaper":                          address("/", "-._~/#?="),
	"_html_template_urlescaper|_html_template_attrescaper":                             address("#", "-._~"),
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

// address escapes an address, or what follows something of one. That in which there are only letters, figures and some signs stands as it
// is; what html/template makes of others it is asked itself.
func address(follows, signs string) escaper {
	var simple [256]bool
	for _, c := range []byte("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789" + signs) {
		simple[c] = true
	}
	before := `<a href="` + follows
	link := template.Must(template.New("").Parse(before + `{{.}}">`))
	return func(out []byte, x val) []byte {
		s, kind := x.said()
		if kind != plain {
			panic(fault{})
		}
		rest := s
		if follows == "" {
			rest = strings.TrimPrefix(s, "https://")
		}
		for i := range len(rest) {
			if !simple[rest[i]] {
				return append(out, asked(link, before, s)...)
			}
		}
		return append(out, s...)
	}
}

func asked(link *template.Template, before, s string) string {
	var b strings.Builder
	if link.Execute(&b, s) != nil {
		panic(fault{})
	}
	return strings.TrimSuffix(strings.TrimPrefix(b.String(), before), `">`)
}

package stencil

import (
	"bytes"
	"errors"
	"fmt"
	"html/template"
	"strings"
	"testing"
)

type path string

type spoken int

func (s spoken) String() string { return fmt.Sprintf("<%d>", int(s)) }

type body interface{ Template() string }

type page struct{ Kind string }

func (p *page) Template() string { return "page" + p.Kind }

type link struct {
	Path  path
	Words string
}

type card struct {
	*link
	Width  int
	Spoken spoken
	Body   body
	Any    any
	List   []link
	Cards  []*card
	Named  map[string]any
	HTML   template.HTML
	URL    string
	Is     bool
	hidden string
}

func (c card) Twice(s string) string  { return s + s }
func (c card) Fails() (string, error) { return "", errors.New("no") }

func example(words, url string, n int) *card {
	l := link{path(url), words}
	c := card{link: &l, Width: n, Spoken: spoken(n), Body: &page{words}, Any: words, URL: url, hidden: words, HTML: template.HTML("<b>" + template.HTMLEscapeString(words) + "</b>"),
		Named: map[string]any{"Words": words, "Link": l, "No": nil}, Is: n%2 == 0}
	for i := range n % 5 {
		c.List = append(c.List, link{path(fmt.Sprint(url, i)), words})
		c.Cards = append(c.Cards, &card{Any: i, Body: &page{"y"}, link: &l})
	}
	return &c
}

// set is a set of templates with what their functions are, and the stencils of it.
type set struct {
	templates *template.Template
	stencils  *Set
}

// newSet has functions that are called in one way or the other.
func newSet(t testing.TB, text string, adds bool) *set {
	var s set
	functions := template.FuncMap{
		"href": func(p path) (string, error) { return "../" + string(p), nil },
		"bold": func(s string) template.HTML { return template.HTML("<b>" + template.HTMLEscapeString(s) + "</b>") },
		"in": func(s string) template.HTMLAttr {
			return template.HTMLAttr(` lang="` + template.HTMLEscapeString(s) + `"`)
		},
		"addr":    func(p path) (template.URL, error) { return template.URL("javascript:" + p), nil },
		"sign":    func() template.HTML { return "<hr>" },
		"first":   func(c *card) *link { return c.link },
		"width":   func(c card) int { return c.Width },
		"nothing": func() any { return nil },
		"dict": func(pairs ...any) (map[string]any, error) {
			return map[string]any{pairs[0].(string): pairs[1]}, nil
		},
		"again": func(name string, given ...any) (template.HTML, error) {
			out, done := s.stencils.Append([]byte("("), name, given)
			if !done {
				return "", fmt.Errorf("%s", name)
			}
			return template.HTML(append(out, ')')), nil
		},
	}
	templates, err := template.New("page").Funcs(functions).Parse(text)
	if err != nil {
		t.Skip(err)
	}
	s.templates = templates
	quick := map[string]Quick{"href": Text(functions["href"].(func(path) (string, error))), "bold": Words(functions["bold"].(func(string) template.HTML)),
		"in": Words(functions["in"].(func(string) template.HTMLAttr)), "sign": Says(functions["sign"].(func() template.HTML))}
	if adds {
		quick = map[string]Quick{
			"href": Adds[string](func(to []byte, p path) ([]byte, error) { return append(append(to, "../"...), p...), nil }),
			"bold": Adds[template.HTML](func(to []byte, s string) ([]byte, error) {
				return fmt.Appendf(to, "<b>%s</b>", template.HTMLEscapeString(s)), nil
			}),
			"in": Adds[template.HTMLAttr](func(to []byte, s string) ([]byte, error) {
				return fmt.Appendf(to, ` lang="%s"`, template.HTMLEscapeString(s)), nil
			}),
			"addr": Adds[template.URL](func(to []byte, p path) ([]byte, error) { return append(append(to, "javascript:"...), p...), nil }),
			"sign": Tells[template.HTML](func(to []byte) []byte { return append(to, "<hr>"...) }),
		}
	}
	quick["again"] = Part(func(to []byte, name string, given []any) ([]byte, error) {
		out, done := s.stencils.Append(append(to, '('), name, given)
		if !done {
			return to, fmt.Errorf("%s", name)
		}
		return append(out, ')'), nil
	})
	s.stencils = New(templates, functions, quick)
	return &s
}

// agree executes a template both ways.
func agree(t testing.TB, text string, must bool, cards ...*card) {
	t.Helper()
	for _, adds := range []bool{false, true} {
		agreeOf(t, newSet(t, text, adds), text, must, cards)
	}
}

func agreeOf(t testing.TB, s *set, text string, must bool, cards []*card) {
	t.Helper()
	var b bytes.Buffer
	if s.templates.Execute(&b, cards[0]) == nil {
		s.stencils.Executed("page")
	}
	for _, c := range cards {
		b.Reset()
		err := s.templates.Execute(&b, c)
		out, done := s.stencils.Append([]byte("before "), "page", c)
		switch {
		case done && err != nil:
			t.Errorf("%s\nsays %q of what fails: %v", text, out, err)
		case done && string(out) != "before "+b.String():
			t.Errorf("%s\nsays %q\nnot  %q", text, out, b.String())
		case !done && string(out) != "before ":
			t.Errorf("%s\nleaves %q behind", text, out)
		case !done && err == nil && must:
			t.Errorf("%s\nis left to html/template", text)
		}
	}
}

func examples() []*card {
	return []*card{example("An", "a/b/", 3), example(`"<&'+>"`+"\x00\xff đ", "https://x.vn/?q=1&r=%2f đ'", 14), example("", "javascript:alert(1)", 0),
		example("x", "mailto:a@b.vn", 1), example("Ô", "HTTP://x#y", -1)}
}

// known are what a stencil must not leave to html/template.
var known = []string{
	`plain {{/* not said */}}<p title="{{.Words}}">{{"{{"}}{{.Words}}</p>`,
	`<title>{{.Words}}</title><textarea>{{.Words}}</textarea>`,
	`<a href="{{.URL}}">{{.Width}}{{.Spoken}}{{.Is}}</a>`,
	`<a href="{{href .Path}}"{{in .Words}}>{{bold .Words}}{{.HTML}}</a>{{href "literal/"}}{{bold "<"}}`,
	`<a href="{{href .Path}}" title="{{href .Path}}">{{href .Path}}</a>{{$a := href .Path}}{{$a}}{{with bold .Words}}{{.}}{{end}}{{sign}}<a href="/{{href .Path}}#{{href "x"}}">`,
	`<a href="#{{.Words}}"></a><a href="mailto:{{.Words}}"></a><a href="/x/{{.URL}}?q={{.URL}}#{{.Spoken}}"></a>`,
	`{{if .Is}}even{{else if gt .Width 2}}more{{else}}odd{{end}}`,
	`{{with .List}}{{(index . 0).Words}}{{else}}none{{end}}{{with $x := .Words}}{{$x}}{{.}}{{end}}{{.Words}}`,
	`{{range .List}}<i>{{.Words}}</i>{{else}}none{{end}}{{range $i, $l := .List}}{{$i}}{{$l.Path}}{{$.Words}}{{end}}{{range $l := .Cards}}{{$l.Words}}{{end}}`,
	`{{$l := 1}}{{range $l := .List}}{{else}}{{$l}}{{end}}{{range $i, $l := .List}}{{else}}{{$i}}{{$l}}{{end}}{{$l}}`,
	`{{$last := 0}}{{range $i, $l := .List}}{{$last = $i}}{{end}}{{$last}}{{if lt $last 2}}few{{end}}`,
	`{{$x := 1}}{{if .Is}}{{$x := 2}}{{$x}}{{end}}{{$x}}{{if $y := .Words}}{{$y}}{{else}}{{$y}}{{end}}`,
	`{{.Body.Template}}{{eq .Body.Template "pageAn"}}{{ne .Words "An"}}{{not .Words}}{{eq .Width 3}}{{eq .Is true}}{{len .Words}}{{len .List}}`,
	`{{and .Words .Is}}{{or .Words .Width}}{{if or (not .Is) (and .List (gt (len .List) 2))}}both{{end}}`,
	`{{.Any}}{{.Named.Words}}{{.Named.Link.Words}}{{.Named.No}}{{.Named.Nowhere}}{{.Named.Nowhere.Further}}{{range .Named.Nowhere}}x{{end}}`,
	`{{print .Words .Width .Words}}{{.Words | bold}}{{(first .).Words}}{{width .}}{{nothing}}`,
	`{{template "part" .}}{{template "part" dict "Words" .Words}}{{template "bare"}}{{define "part"}}[{{.Words}}{{$.Words}}]{{end}}{{define "bare"}}({{.}}){{end}}`,
	`{{range .Cards}}{{.Any}}{{.Body.Template}}{{.Path}}{{end}}{{range $c := .Cards}}{{with $c.Any}}{{.}}{{end}}{{end}}`,
	`{{define "turn"}}{{if .Cards}}{{range .Cards}}{{template "turn" .}}{{end}}{{end}}{{.Words}}{{end}}{{template "turn" .}}`,
}

func TestSaysTheSame(t *testing.T) {
	for _, text := range known {
		agree(t, text, true, examples()...)
	}
}

// TestLeaves holds that what goes wrong, or is not known, is left to html/template with nothing said.
func TestLeaves(t *testing.T) {
	for _, text := range []string{
		`said {{.Fails}}`, `{{.Nowhere}}`, `{{.hidden}}`, `{{(index .List 9).Words}}`, `{{href .Words}}`, `{{bold .Path}}`, `{{.Twice "x"}}`, `{{range .Named}}{{.}}{{end}}`,
		`{{range 3}}{{.}}{{end}}`, `{{range .List}}{{break}}{{end}}`, `{{range .List}}{{.Words}}{{continue}}{{end}}`, `{{printf "%d" .Width}}`, `<p style="color: {{.Words}}">`,
		`<script>var x = {{.Words}}</script>`, `<p title={{.Words}}>`, `{{template "to" .}}<a href="{{template "to" .}}">x</a>{{define "to"}}{{.URL}}{{end}}`,
		`{{define "ever"}}{{template "ever" .}}{{end}}{{if .Nowhere}}{{template "ever" .}}{{end}}`, `{{lt .Words "b"}}`, `{{eq .Words .Width}}`, `{{len .Width}}`, `{{.Words | html}}`,
		`{{1e6}}`, `{{print 1.0 .Width}}`, `{{range .Body}}{{end}}`, `{{addr .Path}}`, `<a href="{{addr .Path}}">x</a>`,
	} {
		s := newSet(t, text, true)
		c := example("An", "a/", 3)
		if s.templates.Execute(&bytes.Buffer{}, c) == nil {
			s.stencils.Executed("page")
		}
		if out, done := s.stencils.Append(nil, "page", c); done || len(out) > 0 {
			t.Errorf("%s: said %q", text, out)
		}
		agree(t, text, false, examples()...)
	}
}

// TestNilLeft holds that a name of what holds nothing is a fault, as it is for html/template, but not a name of what there is not.
func TestNilLeft(t *testing.T) {
	full, empty := example("An", "a/", 3), example("An", "a/", 3)
	full.Any, full.Named["No"] = link{Words: "x"}, link{Words: "x"}
	empty.Any = nil
	for _, text := range []string{`said {{.Any.Words}}`, `{{.Named.No.Words}}`, `{{$x := .Any}}{{$x.Words}}`, `{{with $x := .Named}}{{$x.No.Words}}{{end}}`, `{{(index .Cards 0).Any.Words}}`} {
		agree(t, text, false, full, empty)
	}
	without := *empty
	without.Body = nil
	s := newSet(t, `{{if .Is}}{{range .Body}}{{else}}none{{end}}{{end}}`, true)
	if err := s.templates.Execute(&bytes.Buffer{}, empty); err != nil {
		t.Fatal(err)
	}
	s.stencils.Executed("page")
	without.Is = true
	if _, done := s.stencils.Append(nil, "page", &without); done {
		t.Error("goes over what is no list")
	}
}

// TestNothingUnescaped holds that a template that html/template has not made safe says nothing.
func TestNothingUnescaped(t *testing.T) {
	s := newSet(t, `{{.Words}}`, true)
	s.stencils.Executed("page")
	if out, done := s.stencils.Append(nil, "page", example("<script>", "", 1)); done {
		t.Errorf("said %q", out)
	}
}

// TestWithin holds that a function of a template may execute another, and what is wrong there leaves the rest in order.
func TestWithin(t *testing.T) {
	s := newSet(t, `{{define "part"}}{{with index . 0}}{{.Words}}{{end}}{{end}}{{define "bad"}}{{.Nowhere}}{{end}}{{define "page"}}<p>{{again "part" .}}</p>{{.Words}}{{end}}`, true)
	c := example("An", "a/", 1)
	if err := s.templates.ExecuteTemplate(&bytes.Buffer{}, "part", []any{c}); err != nil {
		t.Fatal(err)
	}
	s.stencils.Executed("part")
	var b bytes.Buffer
	if err := s.templates.ExecuteTemplate(&b, "page", c); err != nil {
		t.Fatal(err)
	}
	s.stencils.Executed("page")
	for range 2 {
		if out, done := s.stencils.Append(nil, "page", c); !done || string(out) != b.String() || b.String() != "<p>(An)</p>An" {
			t.Errorf("said %q, not %q", out, b.String())
		}
		if _, done := s.stencils.Append(nil, "bad", c); done {
			t.Error("said what there is not")
		}
	}
}

func FuzzStencil(f *testing.F) {
	for i, text := range known {
		f.Add(text, "An <&> đ", "a/b?c=d", i)
	}
	f.Fuzz(func(t *testing.T, text, words, url string, n int) {
		if strings.Contains(text, "again") || strings.Contains(text, "define") && strings.Contains(text, "template") || n > 1<<20 || n < -1<<20 { // nothing that calls itself
			t.Skip()
		}
		agree(t, text, false, example("x", "y/", 3), example(words, url, n))
	})
}

func BenchmarkStencil(b *testing.B) {
	text := strings.Join(known[:10], "\n")
	s := newSet(b, text, true)
	c := example("Nguyễn Thị Ngọc", "vinh-danh/", 4)
	if err := s.templates.Execute(&bytes.Buffer{}, c); err != nil {
		b.Fatal(err)
	}
	s.stencils.Executed("page")
	b.Run("html/template", func(b *testing.B) {
		b.ReportAllocs()
		var out bytes.Buffer
		for b.Loop() {
			out.Reset()
			_ = s.templates.Execute(&out, c)
		}
	})
	b.Run("stencil", func(b *testing.B) {
		b.ReportAllocs()
		var out []byte
		for b.Loop() {
			if out, _ = s.stencils.Append(out[:0], "page", c); len(out) == 0 {
				b.Fatal("nothing")
			}
		}
	})
}

package markdown

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"golang.org/x/tools/txtar"

	"bangvang/internal/diag"
	"bangvang/internal/viet"
)

var update = flag.Bool("update", false, "write the trees into the cases")

// TestParse reads testdata/*.txtar: a document, and the tree and the problems that it must give.
func TestParse(t *testing.T) {
	cases, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(cases) == 0 {
		t.Fatal("no cases", err)
	}
	for _, c := range cases {
		a, err := txtar.ParseFile(c)
		if err != nil || len(a.Files) == 0 {
			t.Fatal(c, err)
		}
		doc, problems := Parse("a.md", 1, a.Files[0].Data)
		got := draw(&doc)
		for _, p := range problems.Sorted() {
			got += fmt.Sprintf("%s %s: %s\n", p.Place, p.Rule.ID, p.Text)
		}
		if *update {
			a.Files = append(a.Files[:1], txtar.File{Name: "tree", Data: []byte(got)})
			if err := os.WriteFile(c, txtar.Format(a), 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		if len(a.Files) < 2 || got != string(a.Files[1].Data) {
			t.Errorf("%s:\n%s", c, got)
		}
	}
}

// draw writes a tree as text: a line a block, spans in brackets, with the places of links and pictures.
func draw(d *Doc) string {
	var b strings.Builder
	drawBlocks(&b, d.Blocks, "")
	return b.String()
}

func drawBlocks(b *strings.Builder, bs []Block, indent string) {
	names := [...]string{"paragraph", "heading", "list", "item", "quote", "table", "rule", "code", "image"}
	for _, x := range bs {
		fmt.Fprintf(b, "%s%s %d:%d", indent, names[x.Kind], x.Place.Line, x.Place.Col)
		switch x.Kind {
		case Heading:
			fmt.Fprintf(b, " h%d #%s", x.Level, x.Anchor)
		case List:
			if x.Ordered {
				fmt.Fprintf(b, " from %d", x.Start)
			}
			if x.Tight {
				b.WriteString(" tight")
			}
		case Table:
			fmt.Fprintf(b, " %v", x.Align)
		}
		if x.Text != "" {
			fmt.Fprintf(b, " %q", x.Text)
		}
		if len(x.Spans) > 0 {
			b.WriteByte(' ')
			drawSpans(b, x.Spans)
		}
		b.WriteByte('\n')
		for _, row := range x.Rows {
			b.WriteString(indent + "  row")
			for _, c := range row {
				b.WriteString(" [")
				drawSpans(b, c)
				b.WriteByte(']')
			}
			b.WriteByte('\n')
		}
		drawBlocks(b, x.Children, indent+"  ")
	}
}

func drawSpans(b *strings.Builder, ss []Span) {
	names := [...]string{"", "em", "strong", "code", "link", "image", "break"}
	for _, s := range ss {
		if s.Kind == Text {
			fmt.Fprintf(b, "%q", s.Text)
			continue
		}
		fmt.Fprintf(b, "%s(", names[s.Kind])
		if s.Kind == Link || s.Kind == ImageSpan {
			fmt.Fprintf(b, "%d:%d %s ", s.Place.Line, s.Place.Col, s.Href)
		}
		if s.Text != "" {
			fmt.Fprintf(b, "%q", s.Text)
		}
		drawSpans(b, s.Children)
		b.WriteByte(')')
	}
}

func TestWalk(t *testing.T) {
	doc, _ := Parse("a.md", 1, []byte("## Một\n\n> - [a](#mot) *[b](/b/)*\n\n| [c](/c/) |\n|---|\n| ![d](d.png) |\n\n## Một\n"))
	var links []string
	doc.Walk(nil, func(s *Span) {
		if s.Kind == Link || s.Kind == ImageSpan {
			links = append(links, s.Href)
		}
	})
	if got := strings.Join(links, " "); got != "#mot /b/ /c/ d.png" {
		t.Error(got)
	}
	if a := doc.Anchors(); len(a) != 2 || !a["mot"] || !a["mot-2"] {
		t.Error(a)
	}
}

// TestLines places problems in the file, not in the body.
func TestLines(t *testing.T) {
	_, problems := Parse("a.md", 10, []byte("Đường\nĐỗ [x](y)\n"))
	if p := problems.Sorted(); len(p) != 1 || p[0].Place != (diag.Place{File: "a.md", Line: 11, Col: 4}) {
		t.Error(p)
	}
}

// hostile are documents that cost goldmark seconds or hundreds of megabytes.
func hostile() map[string][]byte {
	ref := "[a]: https://example.com/" + strings.Repeat("a", 20_000) + "\n\n"
	rep := func(s string, n int) []byte { return []byte(strings.Repeat(s, n)) }
	return map[string][]byte{
		"list":                rep("- ", 20_000),
		"ordered list":        rep("1. ", 20_000),
		"quote":               rep("> ", 20_000),
		"quotes and lists":    rep("> - ", 20_000),
		"emphasis":            rep("*a_ ", 20_000),
		"link openers":        rep("[a](", 20_000),
		"brackets":            rep("[", 50_000),
		"images":              rep("![", 50_000),
		"backticks":           []byte(strings.Repeat("`a``b```c", 20_000)),
		"comments":            rep("<!--", 50_000),
		"tags":                rep("<a ", 50_000),
		"stars":               rep("*", 500_000),
		"strong in strong":    rep("**a *b ", 20_000),
		"wide table":          []byte(strings.Repeat("a|", 4000) + "\n" + strings.Repeat("-|", 4000) + "\n" + strings.Repeat("x\n", 4000)),
		"long table":          []byte("a|b|c|d\n-|-|-|-\n" + strings.Repeat("x\n", 200_000)),
		"tables":              rep("a|b\n-|-\n"+strings.Repeat("x\n", 100)+"\n", 2000),
		"reference":           []byte(ref + strings.Repeat("[a] ", 19_000)),
		"references":          rep("[a]: /b\n", 100_000),
		"deep by indent":      deepList(2000),
		"entities":            rep("&amp;", 200_000),
		"no line end":         rep("a", 1<<20),
		"empty lines":         rep("\n", 1<<20),
		"headings":            rep("## a\n", 200_000),
		"too big":             rep("a\n", 1<<20),
		"paragraphs of stars": rep(strings.Repeat("*a_ ", 1000)+"\n\n", 200),
		"lazy quote":          []byte("> a\n" + strings.Repeat("b\n", 400_000)),
		"code fences":         rep("```\n", 100_000),
		"tabs":                rep("\t- a\n", 100_000),
		"html blocks":         rep("<div>\n\n", 100_000),
		"escapes":             rep("\\*", 400_000),
		"autolinks":           rep("<https://a.b> ", 60_000),
		"underscores":         rep("a_", 400_000),
		"pipes":               rep("|", 1<<20),
		// Just below the limits: these are parsed.
		"under: emphasis":     rep(strings.Repeat("*a_ ", 990)+"\n\n", 10),
		"under: stars":        rep(strings.Repeat("**a *b ", 650)+"\n\n", 10),
		"under: link openers": rep(strings.Repeat("[a](", 1990)+"\n\n", 10),
		"under: brackets":     rep(strings.Repeat("[", 1000)+strings.Repeat("]", 1000)+"\n\n", 19),
		"under: images":       rep(strings.Repeat("![a](", 990)+"\n\n", 10),
		"under: backticks":    rep(strings.Repeat("`a``b```c", 300)+"\n\n", 10),
		"under: comments":     rep(strings.Repeat("a<!--", 990)+"\n\n", 10),
		"under: autolinks":    rep(strings.Repeat("<https://a.b/ ", 1990)+"\n\n", 10),
		"under: lines":        rep(strings.Repeat("b\n", 1999)+"\n", 25),
		"under: quoted lines": rep("> a\n"+strings.Repeat("b\n", 1990)+"\n", 25),
		"under: setext":       rep(strings.Repeat("b\n", 1990)+"===\n\n", 25),
		"under: table":        rep(strings.Repeat("a|", 60)+"\n"+strings.Repeat("-|", 60)+"\n"+strings.Repeat("x\n", 300)+"\n", 2),
		"under: tall table":   rep("a|b|c|d\n-|-|-|-\n"+strings.Repeat("x\n", 1990)+"\n", 6),
		"under: lists":        rep(strings.Repeat("- ", 31)+"a\n\n", 15_000),
		"under: quotes":       rep(strings.Repeat("> ", 31)+"a\n", 1_990),
		"under: references":   []byte("[a]: https://example.com/" + strings.Repeat("a", 900) + "\n\n" + strings.Repeat(strings.Repeat("[a] ", 1900)+"\n\n", 10)),
		"under: headings":     rep(strings.Repeat("## a\n", 1990)+"\n", 25),
		"under: deep indent":  rep(string(deepList(30))+"\n", 200),
		"rule or list":        rep("* ", 400_000),
	}
}

func deepList(n int) []byte {
	var b bytes.Buffer
	for i := range n {
		b.WriteString(strings.Repeat(" ", 2*min(i, 250)) + "- a\n")
	}
	return b.Bytes()
}

// TestLimits parses what is made to hurt: each in well under a second of the processor, whoever else is using it, and to no more than a
// few times its size.
func TestLimits(t *testing.T) {
	for name, body := range hostile() {
		start := spent()
		doc, _ := Parse("a.md", 1, body)
		took := spent() - start
		size := 0
		doc.Walk(func(b *Block) { size += len(b.Text) + 8*len(b.Rows) }, func(s *Span) { size += len(s.Text) + len(s.Href) })
		if took > 3*time.Second { // of the processor; a tenth of it on an idle machine
			t.Errorf("%s: %d bytes took %v", name, len(body), took)
		}
		if size > 2<<20+4*len(body) {
			t.Errorf("%s: %d bytes became %d", name, len(body), size)
		}
		if testing.Verbose() {
			t.Logf("%-20s %8d bytes %8d out %v", name, len(body), size, took)
		}
	}
}

func FuzzParse(f *testing.F) {
	cases, _ := filepath.Glob("testdata/*.txtar")
	for _, c := range cases {
		if a, err := txtar.ParseFile(c); err == nil && len(a.Files) > 0 {
			f.Add(a.Files[0].Data)
		}
	}
	f.Fuzz(func(t *testing.T, body []byte) {
		doc, problems := Parse("a.md", 5, body)
		lines := bytes.Count(body, []byte("\n"))
		within := func(p diag.Place) {
			if p.Line < 5 || int(p.Line) > 5+lines || p.Col < 1 {
				t.Errorf("place %v is outside of the body", p)
			}
		}
		for _, p := range problems.Sorted() {
			within(p.Place)
		}
		anchors := map[string]bool{}
		doc.Walk(func(b *Block) {
			within(b.Place)
			if b.Kind == Heading {
				if !viet.IsSlug(b.Anchor) || anchors[b.Anchor] || b.Level < 2 || b.Level > 6 {
					t.Errorf("heading %d #%s", b.Level, b.Anchor)
				}
				anchors[b.Anchor] = true
			}
		}, func(s *Span) {
			within(s.Place)
			if !viet.IsNFC(s.Text) {
				t.Errorf("not NFC: %q", s.Text)
			}
			if s.Kind == Link && problems.Count(diag.Error) == 0 && badHref(s.Href) {
				t.Errorf("link %q passed", s.Href)
			}
		})
		again, _ := Parse("a.md", 5, body)
		if draw(&doc) != draw(&again) {
			t.Error("not the same twice")
		}
	})
}

// badHref is what no link may be, said another way than badLink does.
func badHref(href string) bool {
	h := strings.ToLower(href)
	for _, ok := range []string{"https://", "mailto:", "tel:"} {
		if strings.HasPrefix(h, ok) {
			return false
		}
	}
	return !strings.HasPrefix(h, "#") && (!strings.HasPrefix(h, "/") || strings.HasPrefix(h, "//"))
}

package chart

import (
	"encoding/json"
	"encoding/xml"
	"go/ast"
	"go/parser"
	"go/token"
	"io"
	"path/filepath"
	"strings"
	"testing"

	"bangvang/internal/edition"
)

// hostile are words that break out of one language or another.
var hostile = []string{
	`</script><script>alert(1)</script>`, `__f__alert(1)__f__`, `"><image href=x onerror=alert(1)>`, `{b} {c|red} {value}`, `'); alert(1); //`,
	`<![CDATA[x]]>&amp;&#0;`, "a\u2028b", `\u003cscript\u003e`, `url(#c0)`, blue,
}

func hostileChart(words string) edition.Chart {
	c := samples()[0]
	c.Title, c.Sentence, c.Verdict = words, words, words
	c.Goal.Label = words
	c.Baseline = yearBefore(6.54, words)
	c.Baseline.Label, c.Baseline.Long = words, words
	c.Points = []edition.ChartPoint{report(7.5, words, words)}
	return c
}

func TestWordsAreOnlyEverWords(t *testing.T) {
	e := newTestEngine(t, Store{})
	for _, words := range hostile {
		c := hostileChart(words)
		live, err := Live(c)
		if err != nil {
			t.Fatal(err)
		}
		if !json.Valid(live) || strings.ContainsAny(string(live), "<>&\u2028") {
			t.Errorf("%q: Live is not safe in a script element", words)
		}
		svg, err := e.SVG(c, Wide)
		if err != nil {
			t.Errorf("%q: %v", words, err)
			continue
		}
		title, text := wellFormed(t, svg)
		if title != words || !strings.Contains(strings.ReplaceAll(text, "\n", " "), words) {
			t.Errorf("%q: title %q, texts %q", words, title, text)
		}
	}
}

// wellFormed reads a picture as strict XML that holds nothing but shapes, and answers with its title and its texts.
func wellFormed(t *testing.T, svg []byte) (title, texts string) {
	t.Helper()
	allowed := "svg title desc g path rect circle polyline polygon text defs clipPath "
	d := xml.NewDecoder(strings.NewReader(string(svg)))
	in := ""
	for {
		token, err := d.Token()
		if err == io.EOF {
			return title, texts
		}
		if err != nil {
			t.Fatalf("%v in %s", err, svg)
		}
		switch x := token.(type) {
		case xml.StartElement:
			in = x.Name.Local
			if !strings.Contains(allowed, in+" ") {
				t.Errorf("element %s", in)
			}
			for _, a := range x.Attr {
				if strings.HasPrefix(a.Name.Local, "on") || a.Name.Local == "style" || a.Name.Local == "href" {
					t.Errorf("attribute %s", a.Name.Local)
				}
			}
		case xml.CharData:
			switch in {
			case "title":
				title += string(x)
			case "text":
				texts += string(x) + "\n"
			}
		case xml.EndElement:
			in = ""
		}
	}
}

func TestIdsInSVGAreEscaped(t *testing.T) {
	s := drawnScene(t, 0, Wide)
	_, _ = wellFormed(t, s.SVG(`a"><script>alert(1)</script>`, "t", "d"))
}

// What an upgrade of ECharts, or a colour out of bounds, may bring is an error and not a silent difference.
func TestUnknownSceneIsRefused(t *testing.T) {
	const good = `{"tag":"path","attrs":{"d":"M0 0L1 1","fill":"none","stroke":"#000"}}`
	list := func(nodes string) []byte {
		return []byte(`{"tag":"svg","attrs":{"width":10,"height":10},"children":[` + nodes + `]}`)
	}
	if _, err := readList(list(good), 0.3); err != nil {
		t.Fatal(err)
	}
	for name, node := range map[string]string{
		"element":        `{"tag":"image","attrs":{"href":"x","fill":"#000"}}`,
		"style element":  `{"tag":"style","text":".a:hover{}","attrs":{"fill":"#000"}}`,
		"script":         `{"tag":"script","text":"alert(1)"}`,
		"gradient":       strings.Replace(good, `"none"`, `"url(#g0)"`, 1),
		"colour":         strings.Replace(good, `#000`, `red\"><script>`, 1),
		"named colour":   strings.Replace(good, `#000`, `red`, 1),
		"rgba":           strings.Replace(good, `#000`, `rgba(0,0,0,0.5)`, 1),
		"path command":   strings.Replace(good, `M0 0L1 1`, `M0 0T1 1`, 1),
		"NaN":            strings.Replace(good, `L1 1`, `LNaN 1`, 1),
		"filter":         strings.Replace(good, `"fill"`, `"filter":"url(#f)","fill"`, 1),
		"skew":           strings.Replace(good, `"fill"`, `"transform":"skewX(3)","fill"`, 1),
		"style":          strings.Replace(good, `"fill"`, `"style":"mix-blend-mode:multiply","fill"`, 1),
		"object":         strings.Replace(good, `"fill"`, `"d2":{},"fill"`, 1),
		"font":           `{"tag":"text","text":"a","attrs":{"fill":"#000","style":"font-family:serif"}}`,
		"baseline":       `{"tag":"text","text":"a","attrs":{"fill":"#000","dominant-baseline":"hanging"}}`,
		"text elsewhere": strings.Replace(good, `"tag"`, `"text":"a","tag"`, 1),
		"nested":         `{"tag":"g","children":[{"tag":"image","attrs":{"fill":"#000"}}]}`,
	} {
		if s, err := readList(list(node), 0.3); err == nil {
			t.Errorf("%s: accepted as %+v", name, s.Nodes)
		}
	}
	if _, err := readList([]byte(`{"tag":"html"}`), 0.3); err == nil {
		t.Error("a list that is no picture: accepted")
	}
	if _, err := readList(list(good)[:20], 0.3); err == nil {
		t.Error("half a list: accepted")
	}
}

// go-echarts' own rendering writes data into script text, and its FuncOpts turn strings into code.
func TestGoEChartsOnlyMarshals(t *testing.T) {
	forbidden := map[string]bool{"JSONNotEscaped": true, "FuncOpts": true, "FuncStripCommentsOpts": true, "Renderer": true, "NewChartRender": true}
	set := token.NewFileSet()
	names, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	files, marshals := 0, 0
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		f, err := parser.ParseFile(set, name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		files++
		for _, i := range f.Imports {
			if strings.Contains(i.Path.Value, "go-echarts") && (strings.Contains(i.Path.Value, "/render") || strings.Contains(i.Path.Value, "/templates")) {
				t.Errorf("%s: %s", set.Position(i.Pos()), i.Path.Value)
			}
		}
		ast.Inspect(f, func(n ast.Node) bool {
			s, ok := n.(*ast.SelectorExpr)
			if !ok {
				return true
			}
			name := s.Sel.Name
			if forbidden[name] || strings.HasPrefix(name, "Render") && name != "RenderItem" {
				t.Errorf("%s: %s", set.Position(s.Pos()), name)
			}
			if name == "JSON" {
				marshals++
			}
			return true
		})
	}
	if files < 10 || marshals != 1 {
		t.Errorf("looked at %d files with %d calls of JSON: is this test looking?", files, marshals)
	}
}

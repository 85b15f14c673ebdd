package booklet

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// saved writes a file for the tools.
func saved(t *testing.T, name string, data []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, data, 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

// plainly has qpdf write a file without compression and object streams.
func plainly(t *testing.T, path string) string {
	t.Helper()
	out := filepath.Join(t.TempDir(), "plain.pdf")
	tool(t, "qpdf", "--qdf", "--object-streams=disable", "--no-original-object-ids", path, out)
	b, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// contentStreams are the streams of a plain file that paint something.
func contentStreams(plain string) []string {
	var out []string
	for _, m := range regexp.MustCompile(`(?s)\nstream\n(.*?)\nendstream`).FindAllStringSubmatch(plain, -1) {
		if paints.MatchString(m[1]) && !strings.Contains(m[1], "begincmap") && !strings.Contains(m[1], "<x:xmpmeta") {
			out = append(out, m[1]+"\n")
		}
	}
	return out
}

var paints = regexp.MustCompile(`(?m)(^| )(TJ|f|S|s|Do)\n`)

// TestAllIsMarked: what the file paints lies in exactly one marked content or artifact, and the marked contents of a page are numbered from 0.
func TestAllIsMarked(t *testing.T) {
	l := layout(t, 60)
	streams := contentStreams(plainly(t, saved(t, "b.pdf", written(t, l))))
	painted, marked := 0, 0
	for _, s := range streams {
		open, next := false, 0
		for line := range strings.Lines(s) {
			line = strings.TrimSpace(line)
			switch {
			case strings.HasSuffix(line, " BDC"):
				if open {
					t.Fatalf("marked content within marked content:\n%s", s)
				}
				open = true
				if m := regexp.MustCompile(`/MCID (\d+)`).FindStringSubmatch(line); m != nil {
					if n, _ := strconv.Atoi(m[1]); n != next {
						t.Fatalf("marked content %d follows %d", n, next-1)
					}
					next++
					marked++
				} else if !strings.HasPrefix(line, "/Artifact ") {
					t.Fatalf("%q", line)
				}
			case line == "EMC":
				if !open {
					t.Fatal("an end without a beginning")
				}
				open = false
			case paints.MatchString(line + "\n"):
				painted++
				if !open {
					t.Errorf("painted outside of all marks: %q", line)
				}
			}
		}
		if open {
			t.Error("a mark is left open")
		}
	}
	if painted < 1000 || marked < 400 {
		t.Errorf("%d operators paint, %d contents are marked: were the streams read?", painted, marked)
	}
}

// TestStructure: the structure as another program reads it.
func TestStructure(t *testing.T) {
	long(t)
	l := layout(t, 24)
	path := saved(t, "b.pdf", written(t, l))
	text := regexp.MustCompile(`(Object|/BBox) .*`).ReplaceAllString(tool(t, "pdfinfo", "-struct-text", path), "$1")
	golden(t, "structure.txt", text)
	if first := regexp.MustCompile(`(?m)^ *(H\d) \(block\)\n *"(.*)"$`).FindStringSubmatch(text); first == nil || first[1] != "H1" || first[2] != synthetic(24).Booklet.Cover.Title {
		t.Errorf("the first heading is %q, not the booklet's title", first)
	}
	var got strings.Builder
	for _, m := range regexp.MustCompile(`(?m)^ *"(.*)"$`).FindAllStringSubmatch(text, -1) {
		got.WriteString(strings.ReplaceAll(m[1], " ", ""))
	}
	if want := inOrder(l); got.String() != want {
		t.Errorf("the structure reads other than the pages: %s", firstDifference(want, got.String()))
	}
	at := 0
	for _, f := range synthetic(24).Booklet.Roll {
		for _, a := range f.Decisions[0].Blocks[0].Units[0].Groups {
			for _, a := range a.Awards {
				line := fmt.Sprintf("\"%s %s\"\n", a.Honorific, a.Name)
				k := strings.Index(text[at:], line)
				if k < 0 {
					t.Fatalf("%s is not after the one before", a.Name)
				}
				at += k + len(line)
			}
		}
	}
	if info := tool(t, "pdfinfo", path); !regexp.MustCompile(`Tagged: +yes`).MatchString(info) {
		t.Error("not tagged")
	}
}

// inOrder is the text of a layout block by block, in the order in which they begin, without spaces.
func inOrder(l *Layout) string {
	var blocks []int32
	texts := map[int32]*strings.Builder{}
	for i := range l.Pages {
		for k := range l.Pages[i].Ops {
			o := &l.Pages[i].Ops[k]
			if o.Kind != OpText || o.Role != Content {
				continue
			}
			if texts[o.Block] == nil {
				texts[o.Block] = &strings.Builder{}
				blocks = append(blocks, o.Block)
			}
			texts[o.Block].WriteString(strings.ReplaceAll(o.Text, " ", ""))
		}
	}
	var b strings.Builder
	for _, n := range blocks {
		b.WriteString(texts[n].String())
	}
	return b.String()
}

// TestArchive: the oldest archive standard, for which there is a validator, finds only what the newer one no longer asks for.
func TestArchive(t *testing.T) {
	long(t)
	var jars []string
	for _, jar := range []string{"preflight", "pdfbox2", "xmpbox", "fontbox2", "commons-logging", "javax.activation", "jaxb-api"} {
		path := "/usr/share/java/" + jar + ".jar"
		if _, err := os.Stat(path); err != nil {
			if os.Getenv("CI") == "true" {
				t.Fatal(err)
			}
			t.Skip(err)
		}
		jars = append(jars, path)
	}
	l := pictured(t)
	var b bytes.Buffer
	if err := l.writeScreen(&b, archaic); err != nil {
		t.Fatal(err)
	}
	out := toolSaysNo(t, "java", "-cp", strings.Join(jars, ":"), "org.apache.pdfbox.preflight.Validator_A1b", saved(t, "a.pdf", b.Bytes()))
	findings := 0
	for line := range strings.Lines(out) {
		if !regexp.MustCompile(`^\d+(\.\d+)* : `).MatchString(line) {
			continue
		}
		findings++
		if !strings.Contains(line, "The CIDSet entry is missing") {
			t.Error(line)
		}
	}
	if findings == 0 {
		t.Errorf("the validator says nothing at all: was it run?\n%s", out)
	}
}

// long marks a test that .ci/test runs: with all of them go test alone would take more than its two minutes.
func long(t *testing.T) {
	t.Helper()
	if os.Getenv("CI") == "" {
		t.Skip("long: CI=true runs it")
	}
}

package build_test

import (
	"encoding/json"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

func bookletOf(m *made) string { return filepath.Join(m.out, "ky-yeu", "ky-yeu.pdf") }

// TestBookletIsSound asks other people's programs about the PDF.
func TestBookletIsSound(t *testing.T) {
	long(t)
	for _, m := range []*made{theReal(t), theSecond(t)} {
		pdf := bookletOf(m)
		run(t, "qpdf", "--check", pdf)
		told := run(t, "pdfinfo", pdf)
		for _, want := range []string{"Title: .*\\p{L}", "Author: .*\\p{L}", "Page size: +419\\.5\\d x 595\\.2\\d pts", "Pages: +" + strconv.Itoa(m.result.PDFPages) + "\n", "Encrypted: +no", "JavaScript: +no"} {
			if !regexp.MustCompile(want).MatchString(told) {
				t.Errorf("%s: pdfinfo has no %q:\n%s", pdf, want, told)
			}
		}
		if catalog := run(t, "mutool", "show", pdf, "trailer/Root"); !strings.Contains(catalog, "/Lang (vi-VN)") {
			t.Errorf("%s: the language is not said, or without its country: %s", pdf, catalog)
		}
		fonts := strings.Split(strings.TrimSpace(run(t, "pdffonts", pdf)), "\n")[2:]
		for _, line := range fonts {
			// … encoding emb sub uni object ID
			f := strings.Fields(line)
			if n := len(f); n < 6 || !slices.Equal(f[n-5:n-2], []string{"yes", "yes", "yes"}) {
				t.Errorf("font not embedded, subset and with a map to Unicode: %s", line)
			}
		}
		if len(fonts) < 3 {
			t.Errorf("%d fonts", len(fonts))
		}
	}
}

// TestBookletOutline: the parts and, nested in them, what they hold, each leading to a page of the book.
func TestBookletOutline(t *testing.T) {
	m := theReal(t)
	outline := run(t, "mutool", "show", bookletOf(m), "outline")
	w := m.result.Edition.Booklet.Words
	for _, part := range []string{w.Foreword, w.Plan, w.Results, w.Roll, w.Index, w.Colophon} {
		if !strings.Contains(outline, "\t\""+part+"\"\t") {
			t.Errorf("no %q in the outline:\n%s", part, outline)
		}
	}
	for _, d := range []string{"\t\t\"", "\t\t\t\""} {
		if !strings.Contains(outline, d) {
			t.Errorf("the outline is not nested %d deep", strings.Count(d, "\t"))
		}
	}
	for _, page := range regexp.MustCompile(`#page=(\d+)`).FindAllStringSubmatch(outline, -1) {
		if n, _ := strconv.Atoi(page[1]); n < 1 || n > m.result.PDFPages {
			t.Errorf("the outline leads to page %d of %d", n, m.result.PDFPages)
		}
	}
}

// book is the text of a booklet as a reader's program gives it.
type book struct {
	lines  []string // pages as they stand
	pages  []string // pages without spaces, as lines may break anywhere
	labels []string // what is printed on each page
	index  int      // the first page of the index, from 0
}

func readBook(t *testing.T, m *made) book {
	t.Helper()
	pdf := bookletOf(m)
	b := book{lines: strings.Split(run(t, "pdftotext", "-raw", pdf, "-"), "\f"), index: -1}
	b.lines = b.lines[:len(b.lines)-1]
	w := m.result.Edition.Booklet.Words
	for i, p := range b.lines {
		if strings.HasPrefix(p, w.Index+"\n") && b.index < 0 {
			b.index = i
		}
		b.pages = append(b.pages, closed(p))
	}
	if b.index < 0 || len(b.pages) != m.result.PDFPages {
		t.Fatalf("%d pages, index on %d", len(b.pages), b.index)
	}
	b.labels = labels(t, pdf, len(b.pages))
	return b
}

func closed(s string) string { return strings.Join(strings.Fields(s), "") }

// labels reads the page labels of a PDF: plain Arabic figures; other pages have "".
func labels(t *testing.T, pdf string, pages int) []string {
	t.Helper()
	var told struct {
		Pagelabels []struct {
			Index int
			Label map[string]any
		}
	}
	if err := json.Unmarshal([]byte(run(t, "qpdf", "--json", "--json-key=pagelabels", pdf)), &told); err != nil {
		t.Fatal(err)
	}
	out := make([]string, pages)
	for i, l := range told.Pagelabels {
		end := pages
		if i+1 < len(told.Pagelabels) {
			end = told.Pagelabels[i+1].Index
		}
		start, ok := l.Label["/St"].(float64)
		if !ok {
			start = 1
		}
		for p := l.Index; p < end && l.Label["/S"] == "/D" && l.Label["/P"] == nil; p++ {
			out[p] = strconv.Itoa(int(start) + p - l.Index)
		}
	}
	return out
}

// TestBookletHasEverybody finds each public awardee in the roll as often as honoured, and in the index with the very page of the roll.
func TestBookletHasEverybody(t *testing.T) {
	for _, m := range []*made{theReal(t), theSecond(t)} {
		b := readBook(t, m)
		index := strings.Join(b.lines[b.index:], "\n")
		honoured := publicNames(t, m)
		roll := strings.Join(b.pages[:b.index], "\f")
		for _, name := range honoured {
			words := strings.Join(strings.Fields(regexp.QuoteMeta(name)), `\s+`)
			lines := regexp.MustCompile(`(?m)^`+words+`\s(\d+(?:[,;–\s-]+\d+)*)$`).FindAllStringSubmatch(index, -1)
			if len(lines) == 0 {
				t.Errorf("%s is not in the index", name)
			}
			if !strings.Contains(roll, closed(name)) {
				t.Errorf("%s is not in the roll", name)
			}
			for _, line := range lines {
				for _, label := range regexp.MustCompile(`\d+`).FindAllString(line[1], -1) {
					p := slices.Index(b.labels, label)
					if p < 0 || !strings.Contains(b.pages[p], closed(name)) {
						t.Errorf("the index sends %s to page %s, which does not have that name", name, label)
					}
				}
			}
		}
		for _, name := range slices.Compact(slices.Clone(honoured)) {
			want := 0
			for _, other := range honoured {
				want += strings.Count(closed(other), closed(name))
			}
			// Collectives are named again where they are somebody's unit, and the exemplary have their story.
			if got := strings.Count(roll, closed(name)); got < want {
				t.Errorf("%s is in the roll %d times, want %d", name, got, want)
			}
		}
	}
}

// publicNames are the names in the published data set but for those in revoked decisions, sorted.
func publicNames(t *testing.T, m *made) []string {
	t.Helper()
	var set struct {
		Records []struct {
			Name    string
			Revoked bool
		}
	}
	if err := json.Unmarshal(m.files["du-lieu/v1/vinh-danh.json"], &set); err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, r := range set.Records {
		if !r.Revoked && r.Name != "" && !strings.Contains(r.Name, "(không nêu tên)") {
			out = append(out, r.Name)
		}
	}
	slices.Sort(out)
	if len(out) < 5 {
		t.Fatalf("%d names", len(out))
	}
	return out
}

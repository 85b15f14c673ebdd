package site

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"bangvang/internal/fileset"
	"bangvang/templates"
)

// called are the words that this package asks for itself, beside those of the templates.
var called = []string{"language", "locale", "in-en", "in-vi", "marked"}

// keysOf reads a table of words, its keys in the order in which they stand.
func keysOf(t *testing.T, name string) (keys []string, table map[string]string) {
	t.Helper()
	b, err := templates.FS.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(b, &table); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	for _, m := range regexp.MustCompile(`(?m)^ +"([^"]+)": "`).FindAllSubmatch(b, -1) {
		keys = append(keys, string(m[1]))
	}
	if len(keys) != len(table) {
		t.Errorf("%s: %d lines for %d words", name, len(keys), len(table))
	}
	return keys, table
}

// Every word of the tables is used, every word used is in the tables, and all tables have the same.
func TestWords(t *testing.T) {
	used := map[string]bool{}
	for _, key := range called {
		used[key] = true
	}
	call := regexp.MustCompile(`\{\{w "([^"]+)"`)
	for name, text := range read(t, "*.html") {
		for _, m := range call.FindAllStringSubmatch(text, -1) {
			used[m[1]] = true
		}
		if n := strings.Count(text, "{{w "); n != len(call.FindAllString(text, -1)) {
			t.Errorf("%s: a word that is not called by its key", name)
		}
	}
	tables, _ := fs.Glob(templates.FS, "words/*.json")
	if len(tables) < 2 {
		t.Fatalf("tables %v", tables)
	}
	first, _ := keysOf(t, "words/vi.json")
	for _, name := range tables {
		keys, table := keysOf(t, name)
		if !slices.Equal(keys, first) {
			t.Errorf("%s has other keys than words/vi.json, or in another order", name)
		}
		for _, key := range keys {
			if !used[key] {
				t.Errorf("%s: no page uses %q", name, key)
			}
			if word := table[key]; word == "" || word != strings.TrimSpace(word) || strings.ContainsAny(word, "!<>") {
				t.Errorf("%s: %q is %q", name, key, word)
			}
		}
		for key := range used {
			if table[key] == "" {
				t.Errorf("%s: no word %q", name, key)
			}
		}
		if lang := strings.TrimSuffix(path.Base(name), ".json"); table["in-"+lang] == "" {
			t.Errorf("%s: no word for a link to this language", name)
		}
	}
}

var placeholder = regexp.MustCompile(`\{\w\}`)

// A word in another language has the same places for numbers and names, and stands in that language.
func TestWordsSayTheSame(t *testing.T) {
	keys, vi := keysOf(t, "words/vi.json")
	_, en := keysOf(t, "words/en.json")
	foreign := regexp.MustCompile(`[À-ɏḀ-ỿ]`)
	for _, key := range keys {
		want, got := placeholder.FindAllString(vi[key], -1), placeholder.FindAllString(en[key], -1)
		slices.Sort(want)
		slices.Sort(got)
		if !slices.Equal(want, got) {
			t.Errorf("%s: %q and %q", key, vi[key], en[key])
		}
		if foreign.MatchString(en[key]) {
			t.Errorf("%s is not English: %q", key, en[key])
		}
	}
}

// read gives the files of the templates' folder, with those too from which assets are made.
func read(t *testing.T, patterns ...string) map[string]string {
	t.Helper()
	out, folder := map[string]string{}, os.DirFS(filepath.Join("..", "..", "templates"))
	for _, pattern := range patterns {
		files, err := fs.Glob(folder, pattern)
		if err != nil || len(files) == 0 {
			t.Fatalf("%s: %d files, %v", pattern, len(files), err)
		}
		for _, name := range files {
			b, err := fs.ReadFile(folder, name)
			if err != nil {
				t.Fatal(err)
			}
			out[name] = string(b)
		}
	}
	return out
}

var (
	action  = regexp.MustCompile(`(?s)\{\{.*?\}\}`)
	scripts = regexp.MustCompile(`(?s)<script.*?</script>`)
	tags    = regexp.MustCompile(`(?s)<[^>]*>`)
	letter  = regexp.MustCompile(`\pL`)
	// said are the attributes that people see or hear.
	said = regexp.MustCompile(`(?:aria-label|title|alt|placeholder|aria-description|aria-roledescription|label|content)="([^"]*)"`)
	meta = regexp.MustCompile(`<meta [^>]*>`)
)

// Templates write words only through the tables: not a letter stands in them outside of tags and actions.
func TestTemplatesHoldNoWords(t *testing.T) {
	for name, text := range read(t, "*.html") {
		text = meta.ReplaceAllString(action.ReplaceAllString(text, ""), "")
		for _, m := range said.FindAllStringSubmatch(text, -1) {
			if letter.MatchString(m[1]) {
				t.Errorf("%s: %s", name, m[0])
			}
		}
		text = tags.ReplaceAllString(scripts.ReplaceAllString(text, ""), "")
		if at := letter.FindStringIndex(text); at != nil {
			t.Errorf("%s: %.40q", name, text[at[0]:])
		}
	}
}

var (
	// sinks are what puts text on a page.
	sinks   = regexp.MustCompile(`(?:textContent|innerText|innerHTML|placeholder|title|alt|ariaLabel) =|\b(?:append|replaceChildren|before|after|prepend|setAttribute|element|name|createTextNode)\(`)
	literal = regexp.MustCompile("'(?:[^'\\\\]|\\\\.)*'|\"(?:[^\"\\\\]|\\\\.)*\"|`[^`]*`")
	wording = regexp.MustCompile(`^.\p{Lu}|\pL{2,}[.:…]? \pL|[À-ɏḀ-ỿ]`)
)

// wordsIn are the words that a script itself puts on a page.
func wordsIn(script string) (out []string) {
	for line := range strings.SplitSeq(script, "\n") {
		if sinks.MatchString(line) {
			for _, text := range literal.FindAllString(line, -1) {
				if wording.MatchString(text) {
					out = append(out, text)
				}
			}
		}
	}
	return out
}

// Scripts hold no words of their own either: they get them in attributes.
func TestScriptsHoldNoWords(t *testing.T) {
	_, vi := keysOf(t, "words/vi.json")
	for name, text := range read(t, "assets/*.js", "assets/echarts/[d-z]*.js") {
		if found := wordsIn(text); found != nil {
			t.Errorf("%s: %s", name, found)
		}
		for key, word := range vi {
			if len([]rune(word)) > 4 && letter.MatchString(word) && !placeholder.MatchString(word) && strings.Contains(text, "'"+word+"'") {
				t.Errorf("%s: %q, which is the word %q", name, word, key)
			}
		}
	}
}

func TestWordsIn(t *testing.T) {
	for _, text := range []string{`status.textContent = 'Loading'`, `li.append(' ', 'xem thêm')`, `nav.setAttribute("aria-label", "pages of the list")`,
		"b.textContent = n ? `đã tìm thấy ${n}` : ''", `var e = element('p', 'note', 'None');`} {
		if wordsIn(text) == nil {
			t.Errorf("%s passes", text)
		}
	}
}

func TestOwnWords(t *testing.T) {
	ed := sample()
	ed.Site.Words = map[string]string{"menu": "Các mục"}
	b, err := render(t, ed, false).Bytes("index.html")
	if err != nil || !bytes.Contains(b, []byte(">Các mục</button>")) {
		t.Errorf("the campaign's own word is not used: %v", err)
	}
	ed.Site.Words = map[string]string{"mneu": "Các mục"}
	if err := Render(ed, Options{Templates: templates.FS, Charts: testCharts()}, fileset.New()); err == nil || !strings.Contains(err.Error(), `"mneu"`) {
		t.Errorf("an unknown key: %v", err)
	}
}

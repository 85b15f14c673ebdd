package check

import (
	"bytes"
	"flag"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/tools/txtar"

	"bangvang/internal/diag"
	"bangvang/internal/markdown"
	"bangvang/internal/source"
)

var update = flag.Bool("update", false, "write what is printed into the cases")

// TestRules runs the cases of testdata/rules, one for each rule at least: rules/unit-unknown.txtar, rules/number-form.2.txtar.
// A case starts from base.txtar, which has no problem, and changes it by its sections:
//
//	-- edit data/units.yaml --   lines "old => new": each old, found once, becomes new (\n, \t, \x{F4}, \u{200B}, \size{9} are meant)
//	-- data/units.yaml --        the file as a whole
//	-- remove --                 files, one a line
//	-- as-of --                  the flag
//	-- problems --               what must be printed
func TestRules(t *testing.T) {
	base := archive(t, "testdata/base.txtar")
	if got, _ := run(files(base), ""); got != "" {
		t.Fatalf("the base has problems:\n%s", got)
	}
	cases, err := filepath.Glob("testdata/rules/*.txtar")
	if err != nil || len(cases) == 0 {
		t.Fatal(err)
	}
	covered := map[string]bool{"problems-many": true} // held by source: a case would be a thousand problems long
	for _, c := range cases {
		rule, _, _ := strings.Cut(filepath.Base(c), ".")
		covered[rule] = true
		t.Run(strings.TrimSuffix(filepath.Base(c), ".txtar"), func(t *testing.T) { runCase(t, base, c, rule) })
	}
	for _, r := range allRules() {
		if !covered[r.ID] {
			t.Errorf("rule %s has no case in testdata/rules", r.ID)
		}
	}
}

func runCase(t *testing.T, base *txtar.Archive, path, rule string) {
	a := archive(t, path)
	fsys := files(base)
	asOf, want, at := "", "", -1
	for i, f := range a.Files {
		switch name, edit := strings.CutPrefix(f.Name, "edit "); {
		case edit:
			fsys[name] = &fstest.MapFile{Data: edited(t, fsys[name], string(f.Data))}
		case f.Name == "problems":
			want, at = string(f.Data), i
		case f.Name == "as-of":
			asOf = strings.TrimSpace(string(f.Data))
		case f.Name == "remove":
			for _, name := range strings.Fields(string(f.Data)) {
				delete(fsys, name)
			}
		default:
			fsys[f.Name] = &fstest.MapFile{Data: []byte(meant(string(f.Data)))}
		}
	}
	got, list := run(fsys, asOf)
	if *update {
		if at < 0 {
			a.Files, at = append(a.Files, txtar.File{Name: "problems"}), len(a.Files)
		}
		a.Files[at].Data = []byte(got)
		if err := os.WriteFile(path, txtar.Format(a), 0o644); err != nil {
			t.Fatal(err)
		}
	} else if got != want {
		t.Errorf("printed:\n%s\nwant:\n%s", got, want)
	}
	if rule != "" && !slices.ContainsFunc(list.Sorted(), func(p diag.Problem) bool { return p.Rule.ID == rule }) {
		t.Errorf("the case does not break its rule")
	}
}

// run reads and resolves, and prints the problems.
func run(fsys fs.FS, asOf string) (string, *diag.List) {
	tree, list, err := source.Read(fsys)
	if err != nil {
		return "error: " + err.Error(), &list
	}
	_, _, more := Resolve(tree, Options{AsOf: asOf, Langs: []string{"en", "vi"}, Words: map[string]string{"menu": "Mục lục", "search-all": "Tìm thấy {n} kết quả cho “{q}”.", "search-first": "{m} trong {n}"}})
	list.Append(more)
	public := Public(tree)
	list.Reword(public.Mask)
	lines := func(name string) []byte {
		for _, f := range tree.Files {
			if f.Path == name {
				return []byte(public.Mask(f.Text)) // as the command line shows it
			}
		}
		return nil
	}
	var b bytes.Buffer
	diag.Print{Lines: lines, Most: -1}.Text(&b, &list)
	return b.String(), &list
}

func archive(t testing.TB, path string) *txtar.Archive {
	a, err := txtar.ParseFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func files(a *txtar.Archive) fstest.MapFS {
	fsys := fstest.MapFS{}
	for _, f := range a.Files {
		fsys[f.Name] = &fstest.MapFile{Data: f.Data}
	}
	return fsys
}

// edited is a file with the edits of a case.
func edited(t *testing.T, f *fstest.MapFile, edits string) []byte {
	if f == nil {
		t.Fatal("no such file to edit")
	}
	text := string(f.Data)
	for e := range strings.Lines(edits) {
		old, new, ok := strings.Cut(strings.TrimSuffix(e, "\n"), " => ")
		if old = meant(old); !ok || strings.Count(text, old) != 1 {
			t.Fatalf("%q is there %d times", old, strings.Count(text, old))
		}
		text = strings.Replace(text, old, meant(new), 1)
	}
	return []byte(text)
}

var (
	escape = regexp.MustCompile(`\\([xu])\{([0-9A-F]+)\}`)
	size   = regexp.MustCompile(`\\size\{([0-9]+)\}`)
)

func meant(s string) string {
	s = strings.NewReplacer(`\n`, "\n", `\t`, "\t").Replace(s)
	s = size.ReplaceAllStringFunc(s, func(e string) string {
		n, _ := strconv.Atoi(size.FindStringSubmatch(e)[1])
		return strings.Repeat(" ", n)
	})
	return escape.ReplaceAllStringFunc(s, func(e string) string {
		m := escape.FindStringSubmatch(e)
		n, _ := strconv.ParseUint(m[2], 16, 32)
		if m[1] == "x" {
			return string([]byte{byte(n)})
		}
		return string(rune(n))
	})
}

func allRules() []*diag.Rule { return slices.Concat(source.Rules, markdown.Rules, Rules) }

// TestRulesExplained holds every rule to what "explain" prints of it.
func TestRulesExplained(t *testing.T) {
	form := regexp.MustCompile(`^[a-z]+(-[a-z]+)+$`)
	ids := map[string]bool{}
	for _, r := range allRules() {
		if !form.MatchString(r.ID) || ids[r.ID] {
			t.Errorf("id %q is not kebab-case, or not unique", r.ID)
		}
		ids[r.ID] = true
		if !strings.HasSuffix(r.Title, ".") || r.Wrong == "" || r.Right == "" || r.Wrong == r.Right {
			t.Errorf("%s is not explained", r.ID)
		}
	}
}

// TestRulesListed finds in the source code every rule that a package declares: one left out of Rules could not be explained.
func TestRulesListed(t *testing.T) {
	declared := regexp.MustCompile(`(?m)^\tID:\s*"([a-z-]+)"`)
	for dir, rules := range map[string][]*diag.Rule{".": Rules, "../source": source.Rules, "../markdown": markdown.Rules} {
		names, err := filepath.Glob(filepath.Join(dir, "rules*.go"))
		if err != nil {
			t.Fatal(err)
		}
		found := 0
		for _, name := range names {
			if strings.HasSuffix(name, "_test.go") {
				continue
			}
			b, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			for _, m := range declared.FindAllStringSubmatch(string(b), -1) {
				found++
				if !slices.ContainsFunc(rules, func(r *diag.Rule) bool { return r.ID == m[1] }) {
					t.Errorf("%s: rule %s is not in Rules", name, m[1])
				}
			}
		}
		if found != len(rules) {
			t.Errorf("%s: %d rules declared in rules*.go, %d in Rules", dir, found, len(rules))
		}
	}
}

// TestReal reads the campaign that this repository publishes: it must have no error.
func TestReal(t *testing.T) {
	if _, err := os.Stat("../../data"); err != nil {
		t.Fatal(err)
	}
	got, list := run(os.DirFS("../.."), "")
	if list.Count(diag.Error) > 0 {
		t.Errorf("the real campaign:\n%s", got)
	}
}

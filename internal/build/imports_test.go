package build

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// arrows is the table of house.md: which room may import which. A room that is not in it may not exist.
var arrows = map[string][]string{
	"diag":     {},
	"memo":     {},
	"viet":     {"memo"},
	"fileset":  {},
	"bench":    {"fileset"},
	"digest":   {},
	"kept":     {"diag"},
	"private":  {"viet"},
	"legible":  {},
	"jsontext": {},
	"photo":    {"diag"},
	"source":   {"diag", "viet"},
	"campaign": {"diag"},
	"markdown": {"diag", "viet"},
	"check":    {"source", "campaign", "markdown", "private", "diag", "viet", "memo"},
	"schema":   {"source", "check"},
	"sbom":     {"templates"},
	"sheet":    {"diag"},
	"edition":  {"campaign", "kept", "markdown", "diag", "viet", "memo"},
	"chart":    {"edition"},
	"picture":  {"edition", "chart", "digest", "fileset"},
	"stencil":  {},
	"site":     {"edition", "chart", "markdown", "digest", "fileset", "stencil", "jsontext"},
	"booklet":  {"edition", "chart", "markdown", "fileset", "diag", "memo"},
	"export":   {"edition", "chart", "sheet", "viet", "digest", "fileset", "jsontext"},
	"workbook": {"diag"},
	"intake":   {"workbook", "source", "campaign", "private", "viet", "diag"},
	"outdir":   {"fileset"},
	"serve":    {"fileset"},
	"deliver":  {"outdir"},
	"publish":  {"campaign", "source", "edition", "export", "kept", "outdir", "fileset", "viet", "diag"},
	"signoff":  {"edition", "outdir", "diag"},
	"build":    {"source", "kept", "check", "campaign", "markdown", "edition", "chart", "picture", "site", "booklet", "export", "fileset", "outdir", "photo", "private", "legible", "digest", "diag", "templates"},
	"cli":      {"bench", "build", "publish", "signoff", "deliver", "serve", "edition", "outdir", "intake", "workbook", "schema", "sbom", "campaign", "diag", "viet"},
}

// owners are the rooms that alone may import a big library, parted by spaces.
var owners = map[string]string{
	"github.com/fsnotify/fsnotify":   "serve",
	"go.yaml.in/yaml/v3":             "source",
	"github.com/yuin/goldmark":       "markdown",
	"github.com/go-echarts":          "chart",
	"modernc.org":                    "chart",
	"github.com/signintech/gopdf":    "booklet",
	"github.com/xuri/excelize":       "workbook",
	"github.com/spf13/cobra":         "cli",
	"github.com/spf13/pflag":         "cli",
	"github.com/minio/minio-go":      "deliver",
	"rsc.io/qr":                      "booklet serve",
	"github.com/go-text/typesetting": "booklet",
	"github.com/gofrs/flock":         "outdir deliver",
	"github.com/andybalholm/brotli":  "export",
}

// pairs of a room and a package that its comment says it must never use.
var never = map[string][]string{
	"campaign": {"os", "fmt", "text/template", "html/template"},
	"edition":  {"os", "html/template"},
	"check":    {"os"},
	"markdown": {"os"},
	"viet":     {"html", "html/template"},
	"fileset":  {"os"},
	"digest":   {"os"},
	"private":  {"os", "regexp", "html", "encoding/json"},
}

// TestImports reads the import clauses themselves: a test that ran the go command would be answered from the cache and pass.
func TestImports(t *testing.T) {
	rooms := os.DirFS("..")
	seen := map[string]bool{}
	err := fs.WalkDir(rooms, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(name, ".go") || strings.Contains(name, "testdata/") {
			return err
		}
		room, _, _ := strings.Cut(name, "/")
		allowed, ok := arrows[room]
		if !ok {
			t.Errorf("internal/%s: no room of that name in the house", name)
		}
		seen[room] = true
		for _, p := range imports(t, rooms, name) {
			checkImport(t, name, room, p, allowed)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for room := range arrows {
		if !seen[room] {
			t.Errorf("room %s has no Go file", room)
		}
	}
}

func imports(t *testing.T, fsys fs.FS, name string) []string {
	src, err := fs.ReadFile(fsys, name)
	if err != nil {
		t.Fatal(err)
	}
	f, err := parser.ParseFile(token.NewFileSet(), path.Base(name), src, parser.ImportsOnly)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, i := range f.Imports {
		p, _ := strconv.Unquote(i.Path.Value)
		out = append(out, p)
	}
	return out
}

func checkImport(t *testing.T, name, room, p string, allowed []string) {
	test := strings.HasSuffix(name, "_test.go")
	if other, ok := strings.CutPrefix(p, "bangvang/"); ok {
		other = strings.TrimPrefix(other, "internal/")
		// A test may look at its own room from outside and read real input through any room below.
		if other != room && !test && !slices.Contains(allowed, other) {
			t.Errorf("internal/%s imports %s: no arrow from %s to it", name, p, room)
		}
	}
	for lib, owner := range owners {
		if (p == lib || strings.HasPrefix(p, lib+"/")) && !slices.Contains(strings.Fields(owner), room) && !test {
			t.Errorf("internal/%s imports %s, which is for internal/%s alone", name, p, owner)
		}
	}
	if !test && slices.Contains(never[room], p) {
		t.Errorf("internal/%s imports %s, which %s must never know", name, p, room)
	}
}

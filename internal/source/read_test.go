package source

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"syscall"
	"testing"
	"testing/fstest"

	"bangvang/internal/diag"
)

func tree(files map[string]string) fstest.MapFS {
	m := fstest.MapFS{}
	for name, text := range files {
		m[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return m
}

func read(t testing.TB, fsys fs.FS) (*Tree, string) {
	got, problems, err := Read(fsys)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, p := range problems.Sorted() {
		fmt.Fprintf(&b, "%s %s\n", p.Place, p.Rule.ID)
	}
	return got, b.String()
}

func at(file string, line, col int32) diag.Place { return diag.Place{File: file, Line: line, Col: col} }

// TestPlaces: a value knows the line and the character that it begins at, whatever stands before it.
func TestPlaces(t *testing.T) {
	const f = "data/blocks.yaml"
	for _, c := range []struct {
		name, yaml string
		id, label  Value
	}{
		{"plain", "- id: khoi\n  name: Khối\n", Value{"khoi", at(f, 1, 7), false}, Value{"Khối", at(f, 2, 9), false}},
		{"after letters of several bytes", `- {name: "Đỗ Ệ", id: khoi}`, Value{"khoi", at(f, 1, 22), false}, Value{"Đỗ Ệ", at(f, 1, 10), true}},
		{"decomposed letters count as written", "- {name: E\u0302\u0323, id: khoi}", Value{"khoi", at(f, 1, 19), false}, Value{"Ệ", at(f, 1, 10), false}},
		{"byte order mark, CR LF", "\ufeff- id: khoi\r\n  name: Khối\r\n", Value{"khoi", at(f, 1, 7), false}, Value{"Khối", at(f, 2, 9), false}},
		{"comments, empty lines", "# ghi chú\n\n- id: khoi # mã\n\n  # tên\n  name:   Khối  # đây\n", Value{"khoi", at(f, 3, 7), false}, Value{"Khối", at(f, 6, 11), false}},
		{"folded", "- id: 'khoi'\n  name: >-\n    Khối\n    xã\n", Value{"khoi", at(f, 1, 7), true}, Value{"Khối xã", at(f, 2, 9), true}},
		{"text that looks like other things", "- id: 012\n  name: 2018-10-01\n", Value{"012", at(f, 1, 7), false}, Value{"2018-10-01", at(f, 2, 9), false}},
		{"words that YAML takes for others", "- id: no\n  name: 1_000.10\n", Value{"no", at(f, 1, 7), false}, Value{"1_000.10", at(f, 2, 9), false}},
		{"quoted null is text", "- id: \"null\"\n  name: '~'\n", Value{"null", at(f, 1, 7), true}, Value{"~", at(f, 2, 9), true}},
		{"spaces around", "- id: \" khoi \"\n  name: Khối\n", Value{"khoi", at(f, 1, 7), true}, Value{"Khối", at(f, 2, 9), false}},
	} {
		got, problems := read(t, tree(map[string]string{"data/campaign.yaml": "x", f: c.yaml}))
		if len(got.Blocks) != 1 || got.Blocks[0].ID != c.id || got.Blocks[0].Name != c.label {
			t.Errorf("%s: %+v\n%s", c.name, got.Blocks, problems)
		}
	}
}

// TestTextStays: a value is the letters that were written, whatever YAML takes them for: 012 is no ten and 2018.10 no 2018.1.
func TestTextStays(t *testing.T) {
	for _, text := range strings.Fields(`012 0o12 0x1F 0b11 1_000 007 -0 +1 1. .5 1.0 1.50 2018.10 1e3 12e03 .inf -.Inf .nan
		true True false no No NO on off y n yes 2018-10-01 2018-1-1 2001-12-14t21:59:43.10-05:00 08:30 190:20:30 12/3 1.790 12,5 = !a`) {
		plain := text
		if strings.HasPrefix(text, "!") {
			plain = "'" + text + "'"
		}
		got, problems := read(t, tree(map[string]string{
			"data/campaign.yaml": "x",
			"data/blocks.yaml":   "- id: " + plain + "\n  name: >-\n    " + text + "\n- {id: \"" + text + "\", name: '" + text + "'}\n",
			"data/units.yaml":    "- id: a\n  aliases:\n    - " + plain + "\n",
			"data/i18n/en.yaml":  "measures:\n  " + plain + ": " + plain + "\n",
			"content/a.md":       "---\ntitle: " + plain + "\n---\n",
		}))
		var all []string
		for _, b := range got.Blocks {
			all = append(all, b.ID.Text, b.Name.Text)
		}
		for _, u := range got.Units {
			for _, v := range u.Aliases {
				all = append(all, v.Text)
			}
		}
		for _, l := range got.Translations {
			for _, m := range l.Measures {
				all = append(all, m.Of.Text, m.Other.Text)
			}
		}
		for _, a := range got.Articles {
			all = append(all, a.Title.Text)
		}
		if len(all) != 8 || slices.ContainsFunc(all, func(s string) bool { return s != text }) {
			t.Errorf("%s became %q\n%s", text, all, problems)
		}
	}
}

// TestSplit: one file, a folder of parts, or both, in the order of their paths.
func TestSplit(t *testing.T) {
	got, problems := read(t, tree(map[string]string{
		"data/campaign/b.yaml":     "name: Tên\n",
		"data/campaign/a.yaml":     "theme: Chủ đề\ntheem: x\n",
		"data/blocks.yaml":         "- {id: mot, name: Một}\n",
		"data/blocks/b.yaml":       "- {id: bon, name: Bốn}\n",
		"data/blocks/a.yaml":       "- {id: hai, name: Hai}\n- {id: ba, name: Ba}\n",
		"data/awards/b.yaml":       "decision: b\nawards: []\n",
		"data/awards/a.yaml":       "decision: a\nawards: []\n",
		"data/results.yaml":        "",
		"data/corrections.yaml":    "# chưa có\n",
		"content/b.md":             "---\ntitle: B\n---\nThân\n",
		"content/a.md":             "---\ntitle: A\ndescription: |\n  Mô\n  tả\n---\n\n---\n",
		"content/noi-dung/c.md":    "---\ntitle: C\n---\n",
		"content/dien-hinh/ong.md": "---\ntitle: Ông\ndate: 2018\n---\nÔng",
		"content/anh/z.jpg":        "",
		"content/anh/a.jpg":        "",
		"content/.git/x.md":        "",
	}))
	var ids []string
	for _, b := range got.Blocks {
		ids = append(ids, b.ID.Text)
	}
	for _, r := range got.Rolls {
		ids = append(ids, r.Decision.Text)
	}
	for _, a := range got.Articles {
		ids = append(ids, fmt.Sprintf("%s=%s:%d:%q", a.File, a.Title.Text, a.BodyLine, a.Body))
	}
	for _, s := range got.Stories {
		ids = append(ids, fmt.Sprintf("%s=%s:%d:%q", s.ID, s.File, s.BodyLine, s.Body))
	}
	want := `mot hai ba bon a b a.md=A:7:"\n---\n" b.md=B:4:"Thân\n" noi-dung/c.md=C:4:"" ong=dien-hinh/ong.md:5:"Ông"`
	if strings.Join(ids, " ") != want {
		t.Errorf("%v\nwant %s", ids, want)
	}
	if got.Campaign == nil || got.Campaign.Name.Text != "Tên" || got.Campaign.Theme.Text != "Chủ đề" {
		t.Errorf("the campaign's parts are not one: %+v", got.Campaign)
	}
	if !reflect.DeepEqual(got.Assets, []string{"anh/a.jpg", "anh/z.jpg"}) {
		t.Error(got.Assets)
	}
	if strings.Contains(problems, "results") || strings.Contains(problems, "corrections") || strings.Contains(problems, "content") {
		t.Error(problems)
	}
	var paths []string
	for _, f := range got.Files {
		paths = append(paths, f.Path)
	}
	if len(paths) != 13 || paths[0] != "content/a.md" || paths[12] != "data/results.yaml" {
		t.Error(paths)
	}
}

// TestSpecial: what is no plain file is told, and never opened: opening a pipe would wait for ever.
func TestSpecial(t *testing.T) {
	dir := t.TempDir()
	for _, err := range []error{
		os.MkdirAll(filepath.Join(dir, "data", "areas.yaml"), 0o755),
		syscall.Mkfifo(filepath.Join(dir, "data", "units.yaml"), 0o644),
		os.Symlink("nirgends", filepath.Join(dir, "data", "forms.yaml")),
		os.WriteFile(filepath.Join(dir, "data", "that.txt"), []byte("- {id: a, name: A}\n"), 0o644),
		os.Symlink("that.txt", filepath.Join(dir, "data", "blocks.yaml")),
	} {
		if err != nil {
			t.Skip(err)
		}
	}
	device := ""
	if syscall.Mknod(filepath.Join(dir, "data", "targets.yaml"), syscall.S_IFCHR|0o644, 1<<8|5) == nil { // /dev/zero, which never ends; root may make it
		device = "data/targets.yaml file-unreadable\n"
	}
	got, problems := read(t, os.DirFS(dir))
	want := "data/areas.yaml file-unreadable\ndata/campaign.yaml file-missing\ndata/forms.yaml file-unreadable\n" + device + "data/that.txt file-ignored\ndata/units.yaml file-unreadable\n"
	if problems != want || len(got.Blocks) != 1 {
		t.Errorf("%s\nwant\n%s", problems, want)
	}
	if !got.Partial["units"] || got.Partial["blocks"] {
		t.Error(got.Partial)
	}
}

// broken is a disk that fails.
type broken struct{ fstest.MapFS }

var errDisk = errors.New("input/output error")

func (b broken) ReadFile(string) ([]byte, error) { return nil, errDisk }

// TestDiskFails: that is no problem of the input.
func TestDiskFails(t *testing.T) {
	if _, _, err := Read(broken{tree(map[string]string{"data/campaign.yaml": "x"})}); !errors.Is(err, errDisk) {
		t.Error(err)
	}
	if _, problems, err := Read(tree(nil)); err != nil || problems.Count(diag.Error) != 1 {
		t.Error("an empty folder lacks a campaign and nothing else", err)
	}
}

// TestShapes: every record can be filled, and every key of it is a key of the format.
func TestShapes(t *testing.T) {
	for _, f := range DataFiles() {
		if fileNamed(f.Name) == nil || len(f.Shape.Keys) == 0 {
			t.Errorf("%s has no keys", f.Name)
		}
	}
	units := fileNamed("units")
	if k := units.Shape.Key("aliases"); k == nil || k.Kind != TextsKey || k.Required {
		t.Errorf("%+v", k)
	}
	if k := fileNamed("awards").Shape.Key("awards"); k == nil || k.Kind != ListKey || !k.Required || k.Of.Key("withdrawn").Kind != MappingKey {
		t.Errorf("%+v", k)
	}
	if units.Shape.Key("ten") != nil {
		t.Error("a key from nowhere")
	}
}

// TestTranslations: a language's files are one translation, each table all of their keys; a text alone stands for its mapping; texts of
// content/ know their language.
func TestTranslations(t *testing.T) {
	got, problems := read(t, tree(map[string]string{
		"data/campaign.yaml":           "x",
		"data/i18n/en.yaml":            "measures:\n  tấn: tonnes\nunits:\n  xa-mot: {name: Một Commune}\ninterface: {menu: Contents}\n",
		"data/i18n/en/b.yaml":          "measures: {xã: {one: commune, other: communes}}\nunits: {ap-dong: }\nnotes: {\"Ước\": }\n",
		"data/i18n/zh-Hans/a.yaml":     "areas: {kinh-te: {name: 经济}}\n",
		"content/ke-hoach.md":          "---\ntitle: Kế hoạch\n---\n",
		"content/en/ke-hoach.md":       "---\ntitle: The plan\n---\n",
		"content/zh-Hans/ke-hoach.md":  "---\ntitle: 计划\n---\n",
		"content/zh-Hans/anh/logo.png": "x",
	}))
	if problems != "data/campaign.yaml:1:1 shape-wrong\n" {
		t.Error(problems)
	}
	var said []string
	for _, l := range got.Translations {
		said = append(said, l.Lang.Text, l.Lang.Place.File)
		for _, m := range l.Measures {
			said = append(said, m.Of.Text+"="+m.Other.Text+"/"+m.One.Text+" "+m.Other.Place.String())
		}
		for _, u := range l.Units {
			said = append(said, u.ID.Text+"="+u.Name.Text+" "+u.Place.String())
		}
		for _, a := range l.Areas {
			said = append(said, a.ID.Text+"="+a.Name.Text)
		}
		for _, p := range slices.Concat(l.Notes, l.Words) {
			said = append(said, p.Of.Text+"="+p.Text.Text+" "+p.Text.Place.String())
		}
	}
	for _, a := range got.Articles {
		said = append(said, a.Lang+" "+a.File)
	}
	const en, more = "data/i18n/en.yaml", "data/i18n/en/b.yaml"
	want := []string{"en", en, "tấn=tonnes/ " + en + ":2:8", "xã=communes/commune " + more + ":1:38",
		"xa-mot=Một Commune " + en + ":4:11", "ap-dong= " + more + ":2:18", "Ước= " + more + ":3:16", "menu=Contents " + en + ":5:19",
		"zh-Hans", "data/i18n/zh-Hans/a.yaml", "kinh-te=经济", "en en/ke-hoach.md", " ke-hoach.md", "zh-Hans zh-Hans/ke-hoach.md"}
	if !slices.Equal(said, want) {
		t.Errorf("read %q\nwant %q", said, want)
	}
	if !slices.Equal(got.Assets, []string{"zh-Hans/anh/logo.png"}) {
		t.Error(got.Assets)
	}
}

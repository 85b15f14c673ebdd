package build_test

import (
	"go/scanner"
	"go/token"
	"io/fs"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"bangvang/internal/source"
	"bangvang/internal/viet"
)

// TestSecondCampaign proves that a campaign is data: another city's comes out whole, and nothing of ours is in it.
func TestSecondCampaign(t *testing.T) {
	m := theSecond(t)
	golden(t, "hai-dang.problems", problems(m.result))
	golden(t, "hai-dang.addresses", hash.ReplaceAllString(strings.Join(names(m.files), "\n")+"\n", ".*."))
	tree := read(t, "../..")
	without(t, texts(t, m), []string{"Cần Thơ", "Ninh Kiều", tree.Campaign.Theme.Text, tree.Campaign.Organizer.Text, tree.Campaign.BaseURL.Text}, "of another campaign")
	if home := string(m.files["index.html"]); !strings.Contains(home, "Hải Đăng") {
		t.Error("the home page does not name its city")
	}
}

// TestNoCampaignInTheProgram looks for words of the real campaign in Go code (comments too) and templates.
func TestNoCampaignInTheProgram(t *testing.T) {
	words := places(read(t, "../.."))
	if len(words) < 50 {
		t.Fatalf("only %d words to look for", len(words))
	}
	root := os.DirFS("../..")
	looked := 0
	for _, dir := range []string{"cmd", "internal", "templates"} {
		err := fs.WalkDir(root, dir, func(name string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || !ours.MatchString(name) || strings.HasSuffix(name, "_test.go") || strings.Contains(name, "testdata/") || strings.Contains(name, "node_modules/") {
				return err
			}
			b, err := fs.ReadFile(root, name)
			if err != nil {
				return err
			}
			looked++
			for _, text := range spoken(name, b) {
				for _, w := range words {
					if strings.Contains(viet.NFC(text), w) {
						t.Errorf("%s speaks of %q: %.80q", name, w, text)
					}
				}
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if looked < 100 {
		t.Errorf("only %d files looked at", looked)
	}
}

var ours = regexp.MustCompile(`\.(go|html|css|js|mjs|json|svg)$`)

// spoken gives what a file says: a Go file's strings and comments, the whole of any other.
func spoken(name string, b []byte) []string {
	if !strings.HasSuffix(name, ".go") {
		return []string{string(b)}
	}
	var out []string
	var s scanner.Scanner
	files := token.NewFileSet()
	s.Init(files.AddFile(name, -1, len(b)), b, nil, scanner.ScanComments)
	for {
		_, kind, text := s.Scan()
		switch kind {
		case token.EOF:
			return out
		case token.STRING, token.COMMENT, token.CHAR:
			out = append(out, text)
		}
	}
}

// invented are the units of the samples.
var invented = regexp.MustCompile(`Mẫu|Minh Họa|Ví Dụ|Thí Dụ`)

var prefix = regexp.MustCompile(`^(Quận|Huyện|Thành phố|Thị trấn|Thị xã|Phường|Xã) `)

// places are the proper names of a campaign's districts, which nobody else's text holds, and its city.
func places(tree *source.Tree) []string {
	out := []string{"Cần Thơ", "can-tho", "cantho"}
	for _, u := range tree.Units {
		if invented.MatchString(u.Name.Text) {
			continue
		}
		// Some communes are named like half the communes of the country ("Tân An"): only with their kind are they this city's.
		switch u.Kind.Text {
		case "urban-district", "rural-district":
			out = append(out, prefix.ReplaceAllString(u.Name.Text, ""))
		case "commune":
			out = append(out, u.Name.Text)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// read reads a campaign's data.
func read(t *testing.T, dir string) *source.Tree {
	t.Helper()
	tree, _, err := source.Read(os.DirFS(dir))
	if err != nil || tree.Campaign == nil {
		t.Fatal("no campaign", err)
	}
	return tree
}

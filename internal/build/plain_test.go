package build_test

import (
	"context"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"bangvang/internal/build"
)

var plainAddress = regexp.MustCompile(`^(\.well-known/)?[a-z0-9_-]+(\.[a-z0-9-]+)*(/[a-z0-9_-]+(\.[a-z0-9-]+)*)*$`)

// TestPlainAddresses: no address of any campaign has an accent, đ, a capital or a space, whatever its names are.
func TestPlainAddresses(t *testing.T) {
	for _, m := range []*made{theReal(t), theSecond(t), theAwkward(t)} {
		for _, name := range names(m.files) {
			if !plainAddress.MatchString(name) && path.Base(name) != "SHA256SUMS" {
				t.Errorf("%q", name)
			}
		}
	}
}

// TestNoSilentMeeting: whatever ids a campaign has, two pages never share an address without a word, and none is lost.
func TestNoSilentMeeting(t *testing.T) {
	for _, c := range []struct {
		name, file, old, new string
		rule                 string // "" if both pages have a place
	}{
		{"a target called as the embed of the roll", "*.yaml", "nuoc-mat-kho", "vinh-danh", "path-twice"},
		{"a target called as the embeds of decisions", "*.yaml", "nuoc-mat-kho", "quyet-dinh", ""},
		{"a target called as a page of lists", "*.yaml", "nuoc-mat-kho", "trang", ""},
		{"a unit called as a part of the roll", "*.yaml", "dao-son-ca", "hinh-thuc", ""},
		{"a form called as further pages", "*.yaml", "ky-niem-chuong", "trang", ""},
		{"a block called as a letter", "*.yaml", "cum-dao", "van", ""},
		{"an area called as the statistics", "*.yaml", "hoc-hanh", "thong-ke", ""},
		{"a target whose file a data set has", "*.yaml", "nuoc-mat-kho", "index", ""},
		{"two ids that meet without accents", "units.yaml", "id: dao-yen-sao", "id: Đảo-Sơn-Ca", "id-form"},
		{"an id that is a device", "*.yaml", "nuoc-mat-kho", "con", "id-form"},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "c")
			if err := copyCampaign("testdata/campaigns/hai-dang", dir); err != nil {
				t.Fatal(err)
			}
			files, _ := filepath.Glob(filepath.Join(dir, "data", c.file))
			awards, _ := filepath.Glob(filepath.Join(dir, "data", "awards", c.file))
			texts, _ := filepath.Glob(filepath.Join(dir, "content", "*.md"))
			for _, f := range slices.Concat(files, awards, texts) {
				b, err := os.ReadFile(f)
				if err != nil {
					t.Fatal(err)
				}
				if err := os.WriteFile(f, []byte(strings.ReplaceAll(string(b), c.old, c.new)), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			r, err := build.Render(context.Background(), build.Options{Source: dir})
			if err != nil {
				t.Fatal(err)
			}
			told := false
			for _, p := range r.Problems.Sorted() {
				told = told || p.Rule.ID == c.rule
				if p.Rule.ID == c.rule && !p.Place.Known() {
					t.Errorf("%s has no place", p.Text)
				}
			}
			switch {
			case c.rule == "" && r.Failed(false), c.rule != "" && !told:
				t.Errorf("want %q:\n%s", c.rule, problems(r))
			case c.rule == "":
				whole(t, r)
			}
		})
	}
}

// whole: every page of the edition has a file of its own.
func whole(t *testing.T, r *build.Result) {
	t.Helper()
	seen := map[string]bool{}
	for _, p := range r.Edition.Pages {
		name := strings.TrimPrefix(string(p.Path), "/")
		if strings.HasSuffix(name, "/") || name == "" {
			name += "index.html"
		}
		if seen[name] || !r.Set.Has(name) {
			t.Errorf("%s: no page of its own", p.Path)
		}
		seen[name] = true
	}
}

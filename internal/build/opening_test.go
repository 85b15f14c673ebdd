package build_test

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"bangvang/internal/build"
	"bangvang/internal/fileset"
)

// TestOpening: a preview opens with the home page of the last one as long as the input is the same byte for byte, and with nothing else.
func TestOpening(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "hai-dang")
	if err := copyCampaign("testdata/campaigns/hai-dang", folder); err != nil {
		t.Fatal(err)
	}
	opt := build.Options{Source: folder, Preview: true}
	if set, _ := build.Remember(opt, "x").Opening(); set != nil {
		t.Fatal("there is an opening before there was a preview")
	}
	r, err := build.Render(context.Background(), opt)
	if err != nil || r.Set == nil {
		t.Fatal(err)
	}
	build.Remember(opt, "x").KeepOpening(r)
	set, root := build.Remember(opt, "x").Opening()
	if set == nil || root != r.Root() {
		t.Fatalf("nothing was kept (%q)", root)
	}
	opensAs(t, set, r)
	drafts := opt
	drafts.Drafts = true
	if set, _ := build.Remember(drafts, "x").Opening(); set != nil {
		t.Error("a preview with drafts opens with a page without")
	}
	name := filepath.Join(folder, "data", "campaign.yaml")
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, append(b, '\n'), 0o644); err != nil {
		t.Fatal(err)
	}
	if set, _ := build.Remember(opt, "x").Opening(); set != nil {
		t.Error("a preview of another input opens with this one's page")
	}
}

// TestOpeningOfBuild: the first preview after a build opens with the home page that the build wrote, which is the preview's own, unless somebody has
// changed it or the build was made otherwise.
func TestOpeningOfBuild(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "hai-dang")
	if err := copyCampaign("testdata/campaigns/hai-dang", folder); err != nil {
		t.Fatal(err)
	}
	opt := build.Options{Source: folder, Preview: true} // "z" has no preview kept anything for, also where tests share a cache
	whole := opt
	whole.Preview = false
	memory := build.Remember(whole, "y")
	built, err := build.Build(context.Background(), whole)
	if err != nil || built.Failed(false) {
		t.Fatal(err)
	}
	memory.Keep(built, "told")
	opens := func(o build.Options) bool { set, _ := build.Remember(o, "z").Opening(); return set != nil }
	set, root := build.Remember(opt, "z").Opening()
	r, err := build.Render(context.Background(), opt)
	if err != nil || set == nil || root != r.Root() {
		t.Fatalf("no opening at %q (%v)", root, err)
	}
	opensAs(t, set, r)
	for what, otherwise := range map[string]func(*build.Options){
		"with drafts":        func(o *build.Options) { o.Drafts = true },
		"at another time":    func(o *build.Options) { o.AsOf = "2030-01-01T00:00:00+07:00" },
		"at another address": func(o *build.Options) { o.BaseURL = "https://khac.example/thi-dua/" },
		"portable":           func(o *build.Options) { o.Portable = true },
		"elsewhere":          func(o *build.Options) { o.Destination = t.TempDir() },
	} {
		other := opt
		if otherwise(&other); opens(other) {
			t.Errorf("a preview %s opens with a page without", what)
		}
	}
	for _, name := range []string{"data/campaign.yaml", "content/ke-hoach.md", "templates/assets/site.css", "public/index.html", "public/" + assetOf(t, set)} {
		name = filepath.Join(folder, filepath.FromSlash(name))
		b, err := os.ReadFile(name)
		missing := errors.Is(err, fs.ErrNotExist)
		if err != nil && !missing {
			t.Fatal(err)
		}
		if err = os.MkdirAll(filepath.Dir(name), 0o755); err == nil {
			err = os.WriteFile(name, append(bytes.Clone(b), '\n'), 0o644)
		}
		if err != nil {
			t.Fatal(err)
		}
		if opens(opt) {
			t.Errorf("a preview opens with a page from before somebody wrote to %s", name)
		}
		if missing {
			err = os.RemoveAll(filepath.Join(folder, "templates"))
		} else {
			err = os.WriteFile(name, b, 0o644)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if !opens(opt) {
		t.Error("no opening when all is as it was again")
	}
}

// opensAs holds what a preview opens with to what it will show.
func opensAs(t *testing.T, set *fileset.Set, r *build.Result) {
	t.Helper()
	for _, name := range set.Names() {
		got, err := set.Bytes(name)
		want, wrong := r.Set.Bytes(name)
		if err != nil || wrong != nil || !bytes.Equal(got, want) {
			t.Errorf("%s is another (%v, %v)", name, err, wrong)
		}
	}
	if !set.Has("index.html") || len(set.Names()) < 5 {
		t.Errorf("only %q was kept", set.Names())
	}
}

// assetOf is a file that draws the home page.
func assetOf(t *testing.T, set *fileset.Set) string {
	t.Helper()
	for _, name := range set.Names() {
		if strings.HasSuffix(name, ".css") {
			return name
		}
	}
	t.Fatal("no style sheet")
	return ""
}

// TestPreviewOfWrongBook: a preview shows the booklet also of a text that keeps it from being published, so that it is seen.
func TestPreviewOfWrongBook(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "hai-dang")
	if err := copyCampaign("testdata/campaigns/hai-dang", folder); err != nil {
		t.Fatal(err)
	}
	awards := filepath.Join(folder, "data", "awards", "ky-niem-chuong-01.yaml")
	b, err := os.ReadFile(awards)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(awards, bytes.Replace(b, []byte("citation: "), []byte("citation: 龘 "), 1), 0o644); err != nil {
		t.Fatal(err)
	}
	r, err := build.Render(context.Background(), build.Options{Source: folder, Preview: true})
	if err != nil || r.Set == nil {
		t.Fatal(err, problems(r))
	}
	if pdf, err := r.Set.Bytes("ky-yeu/ky-yeu.pdf"); err != nil || !bytes.HasPrefix(pdf, []byte("%PDF-")) {
		t.Errorf("%v, %d bytes", err, len(pdf))
	}
	if r, err = build.Render(context.Background(), build.Options{Source: folder}); err != nil || !r.Failed(false) || r.Set != nil {
		t.Errorf("it would be published: %v", err)
	}
}

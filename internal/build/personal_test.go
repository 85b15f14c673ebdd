package build_test

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"bangvang/internal/build"
	"bangvang/internal/diag"
)

// edit changes a file of a campaign; old is found once.
func edit(t *testing.T, folder, name, old, new string) {
	t.Helper()
	path := filepath.Join(folder, name)
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if strings.Count(string(b), old) != 1 {
		t.Fatalf("%s has %q %d times", name, old, strings.Count(string(b), old))
	}
	if err := os.WriteFile(path, []byte(strings.Replace(string(b), old, new, 1)), 0o644); err != nil {
		t.Fatal(err)
	}
}

// leaky is a campaign in whose data no text is personal, while its pages would show a telephone number: a template puts it there.
func leaky(t *testing.T) string {
	folder := t.TempDir()
	if err := copyCampaign("testdata/campaigns/hai-dang", folder); err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(filepath.Join(folder, "templates"), 0o755); err != nil {
		t.Fatal(err)
	}
	b, err := os.ReadFile("../../templates/notfound.html")
	if err != nil {
		t.Fatal(err)
	}
	b = bytes.Replace(b, []byte("{{with .Description}}"), []byte(`<p title="x">Gọi <b>0939</b> 123 456</p>{{with .Description}}`), 1)
	if !bytes.Contains(b, []byte("0939")) {
		t.Fatal("no place for it")
	}
	if err := os.WriteFile(filepath.Join(folder, "templates", "notfound.html"), b, 0o644); err != nil {
		t.Fatal(err)
	}
	return folder
}

// TestPersonalPublished: what is personal in a file that is made stops check, build and whoever writes the Set; nothing is written, and no message
// shows the value.
func TestPersonalPublished(t *testing.T) {
	ctx, folder := context.Background(), leaky(t)
	out := filepath.Join(folder, "public")
	for name, do := range map[string]func(context.Context, build.Options) (*build.Result, error){"check": build.Check, "build": build.Build} {
		r, err := do(ctx, build.Options{Source: folder})
		if err != nil || !r.Failed(false) {
			t.Fatal(name, err, problems(r))
		}
		var b strings.Builder
		diag.Print{Most: -1}.Text(&b, &r.Problems)
		if got := b.String(); !strings.Contains(got, "404.html: lỗi [personal-published]: sắp công bố số điện thoại: •••• ••• •••, trong 404.html") || strings.Contains(got, "0939") {
			t.Errorf("%s:\n%s", name, got)
		}
		if _, err := os.Stat(filepath.Join(out, "index.html")); !errors.Is(err, os.ErrNotExist) {
			t.Errorf("%s wrote: %v", name, err)
		}
	}
	r, err := build.Render(ctx, build.Options{Source: folder})
	if err != nil {
		t.Fatal(err)
	}
	if err := r.Set.Write("404.html", io.Discard); !errors.Is(err, build.ErrPersonal) {
		t.Errorf("the page is made: %v", err)
	}
	edit(t, folder, "data/campaign.yaml", "email: thidua@haidang.example", "email: thidua@haidang.example\n  public: [0939.123.456]")
	if r, err = build.Check(ctx, build.Options{Source: folder}); err != nil || r.Failed(false) {
		t.Error("public on purpose:", err, problems(r))
	}
}

// TestPersonalOrigin: what gets into a file from a place of the input that is no text of it is told at that place.
func TestPersonalOrigin(t *testing.T) {
	folder := leaky(t)
	edit(t, folder, "data/campaign.yaml", "contact:", "# 0939 123 456 là số của anh Sáu\ncontact:")
	r, err := build.Check(context.Background(), build.Options{Source: folder})
	if err != nil {
		t.Fatal(err)
	}
	list := r.Problems.Sorted()
	for _, p := range list {
		if p.Rule.ID == "personal-published" && p.Place.File == "data/campaign.yaml" && p.Place.Col == 3 {
			return
		}
	}
	t.Errorf("not told at the comment:\n%s", problems(r))
}

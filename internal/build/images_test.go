package build_test

import (
	"bytes"
	"image"
	"image/jpeg"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"bangvang/internal/build"
)

// TestImages: a picture that a document names is published without what its file says of it, and one that is no picture stops the build.
func TestImages(t *testing.T) {
	dir := t.TempDir()
	if err := copyCampaign(filepath.Join("testdata", "campaigns", "hai-dang"), dir); err != nil {
		t.Fatal(err)
	}
	const secret = "máy ảnh của ông Mẫu"
	var b bytes.Buffer
	if err := jpeg.Encode(&b, image.NewGray(image.Rect(0, 0, 9, 9)), nil); err != nil {
		t.Fatal(err)
	}
	tagged := append([]byte{0xff, 0xd8, 0xff, 0xfe, 0, byte(len(secret) + 2)}, secret...)
	write(t, dir, "content/anh/le.jpg", string(append(tagged, b.Bytes()[2:]...)))
	plan, err := os.ReadFile(filepath.Join(dir, "content", "ke-hoach.md"))
	if err != nil {
		t.Fatal(err)
	}
	write(t, dir, "content/ke-hoach.md", string(plan)+"\n![Buổi lễ](anh/le.jpg)\n")
	r, err := build.Build(t.Context(), build.Options{Source: dir})
	if err != nil || r.Failed(true) {
		t.Fatalf("%v\n%s", err, problems(r))
	}
	out, err := os.ReadFile(filepath.Join(dir, "public", "anh", "le.jpg"))
	if err != nil || bytes.Contains(out, []byte(secret)) {
		t.Errorf("%v, or the picture's comment is public", err)
	}
	page, _ := os.ReadFile(filepath.Join(dir, "public", "ke-hoach", "index.html"))
	if !bytes.Contains(page, []byte(`src="../anh/le.jpg"`)) {
		t.Error("the page does not show the picture")
	}
	write(t, dir, "content/anh/le.jpg", "không phải ảnh")
	r, err = build.Build(t.Context(), build.Options{Source: dir})
	if err != nil || !strings.Contains(problems(r), "[photo-unfit]") {
		t.Errorf("%v\n%s", err, problems(r))
	}
	if again, _ := os.ReadFile(filepath.Join(dir, "public", "anh", "le.jpg")); !bytes.Equal(again, out) {
		t.Error("the failed build touched public/")
	}
}

func write(t *testing.T, dir, name, text string) {
	t.Helper()
	p := filepath.Join(dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(p), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(p, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

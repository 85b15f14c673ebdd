package cli

import (
	"bytes"
	"errors"
	"image"
	"image/png"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestNoBooklet: a campaign that has no booklet says so in data; then nothing of it is made, and nothing leads to it.
func TestNoBooklet(t *testing.T) {
	dir := campaignIn(t, sea)
	name := filepath.Join("data", "campaign.yaml")
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	say := func(line string) {
		if err := os.WriteFile(name, append(text[:len(text):len(text)], line...), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	var picture bytes.Buffer
	if err := png.Encode(&picture, image.NewGray(image.Rect(0, 0, 60, 80))); err != nil {
		t.Fatal(err)
	}
	for name, what := range map[string]string{"loi-noi-dau.md": "---\ntitle: Lời nói đầu\ndescription: Vì sao.\n---\n\n![Con tàu](anh/tau.png)\n", "anh/tau.png": picture.String()} {
		name = filepath.Join("content", name)
		if err := errors.Join(os.MkdirAll(filepath.Dir(name), 0o755), os.WriteFile(name, []byte(what), 0o644)); err != nil {
			t.Fatal(err)
		}
	}
	say("booklet: không\n")
	want(t, exitProblems, "", "viết false", "check")
	say("booklet: false\n")
	o := want(t, exitFine, ", không làm kỷ yếu,", "", "build")
	if strings.Contains(o.out, "ky-yeu") {
		t.Errorf("a user is sent to it: %s", o.out)
	}
	if o = want(t, exitFine, ", không làm kỷ yếu,", "", "build"); strings.Contains(o.out, "ky-yeu") {
		t.Errorf("a user is sent to it when nothing has changed: %s", o.out)
	}
	for name, what := range tree(t, filepath.Join(dir, "public")) {
		if strings.Contains(name, "ky-yeu") || strings.HasSuffix(name, ".html") && strings.Contains(what, "/ky-yeu/") {
			t.Errorf("%s is or leads to a booklet", name)
		}
		if strings.Contains(name, "tau.png") {
			t.Errorf("%s stands on no page", name)
		}
	}
	want(t, exitProblems, "", "đợt này không làm kỷ yếu (booklet: false", "booklet")
	want(t, exitProblems, `"files": []`, "đợt này không làm kỷ yếu (booklet: false", "booklet", "--format", "json")
	if _, err := os.Stat("ky-yeu.pdf"); !errors.Is(err, fs.ErrNotExist) {
		t.Error("something was written", err)
	}
	article := filepath.Join("content", "ke-hoach.md")
	was, err := os.ReadFile(article)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(article, append(was, "\n[Kỷ yếu](/ky-yeu/ky-yeu.pdf)\n"...), 0o644); err != nil {
		t.Fatal(err)
	}
	want(t, exitProblems, "", "đợt này không làm kỷ yếu", "check")
	say("booklet: false\nlogo: anh/nao.png\n")
	want(t, exitProblems, "", "đợt này không làm kỷ yếu", "check") // told in one run with what else is wrong
	say("booklet: true\n")
	want(t, exitFine, "kỷ yếu ", "", "check")
}

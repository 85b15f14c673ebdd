package build_test

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"
	"testing"

	"bangvang/internal/build"
)

// TestPrintedKeepsSecrets: what is not public yet is in the proof and in no other edition; what was withdrawn, and a minor's name without
// consent, is in none.
func TestPrintedKeepsSecrets(t *testing.T) {
	m := theReal(t)
	secret := hiddenIn(t, read(t, m.folder))
	if len(secret.notYet) == 0 || len(secret.minors) == 0 {
		t.Fatalf("nothing to hide: %+v", secret)
	}
	for _, edition := range build.PrintEditions {
		name := filepath.Join(t.TempDir(), edition+".pdf")
		print := build.Print{Edition: edition, Output: name}
		if edition == "press" {
			print.Cover = filepath.Join(t.TempDir(), "bia.pdf")
		}
		r, files, err := build.Booklet(context.Background(), build.Options{Source: m.folder}, print)
		if err != nil || r.Failed(false) || len(files) == 0 {
			t.Fatal(edition, err, r.Problems.Sorted())
		}
		text := closed(run(t, "pdftotext", name, "-"))
		holds := func(words []string) (found int) {
			for _, w := range words {
				if strings.Contains(text, closed(w)) {
					found++
					if edition != "proof" {
						t.Errorf("%s holds %q", edition, w)
					}
				}
			}
			return found
		}
		if n := holds(secret.notYet); edition == "proof" && n == 0 {
			t.Error("the proof holds nothing of what is to be proofread")
		}
		for _, w := range append(secret.minors, secret.withdrawn...) {
			if strings.Contains(text, closed(w)) {
				t.Errorf("%s holds %q", edition, w)
			}
		}
	}
}

// TestPrintedUnknownDecision: what is not there is told with what is.
func TestPrintedUnknownDecision(t *testing.T) {
	m := theSecond(t)
	_, _, err := build.Booklet(context.Background(), build.Options{Source: m.folder}, build.Print{Edition: "screen", Output: filepath.Join(t.TempDir(), "a.pdf"), Decision: "khong-co"})
	unknown, is := err.(*build.UnknownDecision)
	if !is || len(unknown.Known) == 0 {
		t.Errorf("%v", err)
	}
}

// TestUnwritten: a file that cannot be written is told by its own name, with what to do, and the cause is kept.
func TestUnwritten(t *testing.T) {
	m := theReal(t)
	name := filepath.Join(t.TempDir(), "khong-co", "ky-yeu.pdf")
	_, _, err := build.Booklet(context.Background(), build.Options{Source: m.folder}, build.Print{Edition: "proof", Output: name})
	if !errors.Is(err, fs.ErrNotExist) || !strings.HasPrefix(err.Error(), fmt.Sprintf("không ghi được tệp %q: ", filepath.ToSlash(name))) {
		t.Error(err)
	}
}

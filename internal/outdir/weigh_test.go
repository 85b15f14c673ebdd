package outdir

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
)

// TestWeigh: what is weighed, what is judged and what stands there afterwards are one manifest, on any number of jobs.
func TestWeigh(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	set := site(t, "one", 30)
	weighed, err := Weigh(background, set, Options{Jobs: 3})
	must(t, err)
	var judged Manifest
	opt := Options{Judge: func(m Manifest) error { judged = m; return nil }}
	replaceOK(t, dir, set, opt)
	stands, err := ReadManifest(dir)
	must(t, err)
	if a, b := text(t, weighed), text(t, stands); a != b || text(t, judged) != b {
		t.Errorf("weighed\n%sjudged\n%sstands\n%s", a, text(t, judged), b)
	}
	judged = nil
	replaceOK(t, dir, set, opt)
	if judged.Sum() != stands.Sum() {
		t.Error("an unchanged site is not judged")
	}
	if other, err := Weigh(background, site(t, "two", 30), Options{}); err != nil || other.Sum() == weighed.Sum() {
		t.Error("two sites weigh the same", err)
	}
	e, ok := stands.Find("index.html")
	if _, more := stands.Find("index"); !ok || e.Name != "index.html" || more {
		t.Error(e, ok, more)
	}
}

// TestJudgeRefuses: what is refused leaves no trace, at a new destination and at one that is there.
func TestJudgeRefuses(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	no := errors.New("no")
	refuse := Options{Judge: func(Manifest) error { return no }}
	if _, err := Replace(background, dir, site(t, "one", 9), refuse); !errors.Is(err, no) {
		t.Error(err)
	}
	if _, err := os.Lstat(dir); err == nil {
		t.Error("a refused site was made")
	}
	replaceOK(t, dir, site(t, "one", 9), Options{})
	before := dump(t, dir)
	if _, err := Replace(background, dir, site(t, "two", 9), refuse); !errors.Is(err, no) {
		t.Error(err)
	}
	if dump(t, dir) != before {
		t.Error("a refused site replaced the old one")
	}
	onlyLockBeside(t, dir)
}

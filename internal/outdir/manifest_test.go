package outdir

import (
	"crypto/sha256"
	"errors"
	"io/fs"
	"strings"
	"testing"
)

func text(t testing.TB, m Manifest) string {
	var b strings.Builder
	n, err := m.WriteTo(&b)
	must(t, err)
	if int(n) != b.Len() {
		t.Errorf("WriteTo says %d bytes of %d", n, b.Len())
	}
	return b.String()
}

const sample = `bangvang 1 3
e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855 0 404.html
9834876dcfb05cb167a5c24953eba58c4ac89b1adf57f28f2f9d09af107ee8f0 3 a b/index.html
9834876dcfb05cb167a5c24953eba58c4ac89b1adf57f28f2f9d09af107ee8f0 3 vinh-danh/van/đ/index.html
`

func TestManifest(t *testing.T) {
	sum := sha256.Sum256([]byte("aaa"))
	m := Manifest{
		{"404.html", 0, sha256.Sum256(nil)},
		{"a b/index.html", 3, sum},
		{"vinh-danh/van/đ/index.html", 3, sum},
	}
	if got := text(t, m); got != sample {
		t.Errorf("written:\n%s", got)
	}
	back, err := ParseManifest(sample)
	must(t, err)
	if len(back) != 3 || back[0] != m[0] || back[1] != m[1] || back[2] != m[2] {
		t.Errorf("read: %v", back)
	}
	if m.Sum() != sha256.Sum256([]byte(sample)) {
		t.Error("Sum is not that of the text")
	}
	for name, want := range map[string]bool{"a b": true, "a": false, "vinh-danh": true, "vinh-danh/van/đ": true, "404.html": false, "z": false} {
		if hasBranch(m, name) != want {
			t.Errorf("hasFolder(%q) = %v", name, !want)
		}
	}
	if _, err := ReadManifest(t.TempDir()); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("no manifest: %v", err)
	}
}

// Break one thing: nothing of a manifest is believed.
func TestManifestTorn(t *testing.T) {
	change := func(old, new string) string {
		if !strings.Contains(sample, old) {
			t.Fatalf("%q is not in the sample", old)
		}
		return strings.Replace(sample, old, new, 1)
	}
	lines := strings.SplitAfter(sample, "\n")
	for _, text := range []string{
		"", "\n", "bangvang", "bangvang 1 0", "bangvang 1 \n", "bangvang 1 -1\n", "bangvang 1 00\n", "bangvang 1 1\n", "bangvang 1 999999999999\n",
		change("bangvang 1", "bangvang 2"), change("bangvang 1 3", "bangvang 1 2"), change("bangvang 1 3", "bangvang 1 4"),
		sample + "\n", sample[:len(sample)-1], lines[0] + lines[2] + lines[1] + lines[3], lines[0] + lines[1] + lines[1] + lines[2],
		change("e3b0", "E3B0"), change("e3b0", "e3b"), change("e3b0", "x3b0"), change(" 3 a", " -3 a"), change(" 3 a", " 03 a"), change(" 3 a", "  a"),
		change("404.html", "../404.html"), change("404.html", "/404.html"), change("404.html", "."), change("404.html", ""),
	} {
		if m, err := ParseManifest(text); err == nil {
			t.Errorf("believed: %q as %v", text, m)
		}
	}
}

func FuzzParseManifest(f *testing.F) {
	f.Add(sample)
	f.Add("bangvang 1 0\n")
	f.Fuzz(func(t *testing.T, in string) {
		m, err := ParseManifest(in)
		if err == nil && text(t, m) != in {
			t.Errorf("%q is read as %q", in, text(t, m))
		}
	})
}

func hasBranch(m Manifest, name string) bool { _, ok := branchOf(m.branches(), name); return ok }

package templates

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"
	"testing"
)

// TestVendored holds what others made to its recorded sums, versions and licences, and wants all of it listed.
func TestVendored(t *testing.T) {
	listed := map[string]bool{}
	for _, v := range ThirdParty {
		sums := sumsOf(t, v.Folder)
		for _, name := range v.Files {
			file := path.Join(v.Folder, name)
			listed[file] = true
			b, err := fs.ReadFile(FS, file)
			if err != nil {
				t.Error(err)
				continue
			}
			if sum := sha256.Sum256(b); sums[name] != hex.EncodeToString(sum[:]) {
				t.Errorf("%s is not what make.sh made: its sum is %x, SHA256SUMS has %q", file, sum, sums[name])
			}
		}
		if got := lockedVersion(t, v); got != v.Version {
			t.Errorf("%s %s: package-lock.json has %q", v.Package, v.Version, got)
		}
		if err := wantScript(v.Folder); err != nil {
			t.Error(err)
		}
	}
	for _, folder := range []string{"assets/fonts", "assets/echarts"} {
		entries, err := fs.ReadDir(FS, folder)
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range entries {
			if file := path.Join(folder, e.Name()); !listed[file] {
				t.Errorf("%s is in no line of ThirdParty", file)
			}
		}
	}
	for _, licence := range []string{"Apache-2.0", "BSD-3-Clause", "OFL-1.1"} {
		if !slices.ContainsFunc(ThirdParty, func(v Vendored) bool { return v.Licence == licence && licenceReads(v) }) {
			t.Errorf("nothing is under %s as its text says", licence)
		}
	}
}

// licenceReads tells whether the text of a licence is what it is called.
func licenceReads(v Vendored) bool {
	b, err := fs.ReadFile(FS, path.Join(v.Folder, v.Files[0]))
	words := map[string]string{"Apache-2.0": "Apache License", "BSD-3-Clause": "Redistribution and use in source and binary forms", "OFL-1.1": "SIL OPEN FONT LICENSE Version 1.1"}[v.Licence]
	return err == nil && words != "" && strings.Contains(string(b), words)
}

func wantScript(folder string) error {
	_, err := os.Stat(path.Join(folder, "make.sh"))
	return err
}

func sumsOf(t *testing.T, folder string) map[string]string {
	t.Helper()
	b, err := os.ReadFile(path.Join(folder, "SHA256SUMS"))
	if err != nil {
		t.Fatal(err)
	}
	sums := map[string]string{}
	for _, line := range strings.Split(strings.TrimSpace(string(b)), "\n") {
		sum, name, _ := strings.Cut(line, "  ")
		sums[name] = sum
	}
	return sums
}

func lockedVersion(t *testing.T, v Vendored) string {
	t.Helper()
	b, err := os.ReadFile(path.Join(v.Folder, "package-lock.json"))
	if err != nil {
		t.Fatal(err)
	}
	var lock struct {
		Packages map[string]struct{ Version string }
	}
	if err := json.Unmarshal(b, &lock); err != nil {
		t.Fatal(err)
	}
	return lock.Packages["node_modules/"+v.Package].Version
}

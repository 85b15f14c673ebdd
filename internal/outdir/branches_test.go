package outdir

import (
	"slices"
	"strings"
	"testing"
)

// Branches are the folders of a manifest, each with what is below it, in the order of their files; each is found.
func FuzzBranches(f *testing.F) {
	f.Add("a/b/1 a/2 a-b/3 a.c 4/5/6/7 b")
	f.Add("a/a/a aa/a a/aa/a a!/x a0/x")
	f.Fuzz(func(t *testing.T, text string) {
		var m Manifest
		for _, name := range slices.Compact(slices.Sorted(slices.Values(strings.Fields(text)))) {
			if e, err := parseEntry(strings.Repeat("0", 64) + " 0 " + name); err == nil {
				m = append(m, e)
			}
		}
		want := map[string]int{"": len(m)} // files below it
		for _, e := range m {
			for i := range e.Name {
				if e.Name[i] == '/' {
					want[e.Name[:i]]++
				}
			}
		}
		all := m.branches()
		if len(all) != len(want) {
			t.Fatalf("%d branches, want %d: %v", len(all), len(want), all)
		}
		for k, b := range all {
			if in, ok := branchOf(all, b.name); !ok || in != k {
				t.Errorf("%q is found at %d, not %d", b.name, in, k)
			}
			if _, ok := branchOf(all, b.name+"-"); ok != (want[b.name+"-"] > 0) {
				t.Errorf("%q- is found: %v", b.name, ok)
			}
			for i, e := range m {
				if in := b.name == "" || strings.HasPrefix(e.Name, b.name+"/"); in != (b.from <= i && i < b.to) {
					t.Errorf("%q has %q: %v", b.name, e.Name, !in)
				}
			}
			if got, want := listed(m, all, k), inFolder(m, b.name); !slices.Equal(got, want) {
				t.Errorf("in %q are %q, want %q", b.name, got, want)
			}
		}
		said, few := make([]stamp, len(all)), m[:len(m)/2].branches()
		for k := range said {
			said[k].file = int64(k + 1)
		}
		for k, s := range moved(said, all, few) {
			if in, ok := branchOf(all, few[k].name); !ok || s.file != int64(in+1) {
				t.Errorf("of %q is said what is of %d", few[k].name, s.file-1)
			}
		}
	})
}

// listed is what lies in a branch, and inFolder the same by names alone.
func listed(m Manifest, all []branch, k int) (names []string) {
	_ = inside(all, k, func(i int) error { names = append(names, m[i].Name); return nil }, func(in int) error {
		names = append(names, all[in].name+"/")
		return nil
	})
	return names
}

func inFolder(m Manifest, folder string) (names []string) {
	if folder != "" {
		folder += "/"
	}
	for _, e := range m {
		if rest, ok := strings.CutPrefix(e.Name, folder); ok {
			if i := strings.IndexByte(rest, '/'); i >= 0 {
				rest = rest[:i+1]
			}
			names = append(names, folder+rest)
		}
	}
	return slices.Compact(names)
}

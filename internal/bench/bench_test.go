package bench

import (
	"strings"
	"testing"

	"bangvang/internal/check"
	"bangvang/internal/diag"
	"bangvang/internal/source"
)

func made(tb testing.TB, size string, seed uint64) (*source.Tree, diag.List) {
	tb.Helper()
	s, ok := SizeNamed(size)
	if !ok {
		tb.Fatalf("no size %s", size)
	}
	set, err := Campaign(s, seed)
	if err != nil {
		tb.Fatal(err)
	}
	tree, problems, err := source.Read(set.FS())
	if err != nil {
		tb.Fatal(err)
	}
	return tree, problems
}

// TestValid: what is made breaks no rule, and there is as much of it as the size says.
func TestValid(t *testing.T) {
	for _, name := range []string{"real", "M"} {
		s, _ := SizeNamed(name)
		tree, problems := made(t, name, 1)
		ledger, _, more := check.Resolve(tree, check.Options{})
		problems.Append(more)
		if n := problems.Count(diag.Error); n > 0 {
			var b strings.Builder
			diag.Print{Most: 5}.Text(&b, &problems)
			t.Errorf("%s: %d errors:\n%s", name, n, b.String())
		}
		got := Size{name, len(ledger.Awards), len(ledger.Units), len(ledger.Assignments), len(ledger.Decisions), ledger.Campaign.NoBooklet}
		if got != s {
			t.Errorf("made %+v, want %+v", got, s)
		}
		for _, d := range ledger.Decisions {
			if !d.Sample {
				t.Fatalf("decision %s is no sample", d.ID)
			}
		}
	}
}

// TestSame: one seed, one campaign, in whatever order the files are read; another seed, other names.
func TestSame(t *testing.T) {
	s, _ := SizeNamed("real")
	bytesOf := func(seed uint64, backwards bool) map[string]string {
		set, err := Campaign(s, seed)
		if err != nil {
			t.Fatal(err)
		}
		out := map[string]string{}
		names := set.Names()
		for i := range names {
			if backwards {
				i = len(names) - 1 - i
			}
			b, err := set.Bytes(names[i])
			if err != nil {
				t.Fatal(err)
			}
			out[names[i]] = string(b)
		}
		return out
	}
	first, again, other := bytesOf(1, false), bytesOf(1, true), bytesOf(2, false)
	differ := 0
	for name, text := range first {
		if again[name] != text {
			t.Errorf("%s is not the same twice", name)
		}
		if other[name] != text {
			differ++
		}
	}
	if differ < s.Decisions {
		t.Errorf("another seed changes %d files only", differ)
	}
}

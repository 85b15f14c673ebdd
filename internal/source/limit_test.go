package source

import (
	"runtime"
	"strings"
	"testing"
)

// TestHostile reads files that are made to hurt: each is a problem of its rule, and costs no more than some copies of itself. What is
// counted is bytes of memory, which do not depend on the machine.
func TestHostile(t *testing.T) {
	rep := func(s string) string { return strings.Repeat(s, 4<<20/len(s)) }
	laughs := "- &a [x, x, x, x, x, x, x, x, x]\n"
	for _, c := range "bcdefghi" {
		of := string(c - 1)
		laughs += "- &" + string(c) + " [*" + strings.Repeat(of+", *", 8) + of + "]\n"
	}
	var stairs strings.Builder
	for i := 0; stairs.Len() < 4<<20; i++ {
		stairs.WriteString(strings.Repeat(" ", i) + "a:\n")
	}
	for _, c := range []struct{ name, text, rule string }{
		{"anchors", rep("- &a b\n"), "yaml-anchor"},
		{"aliases", "- &a b\n" + rep("- *a\n"), "yaml-anchor"},
		{"aliases of nothing", rep("- *a\n"), "yaml-anchor"},
		{"aliases of aliases", laughs, "yaml-anchor"},
		{"merge keys", "- " + rep("<<: {a: b}\n  "), "yaml-anchor"},
		{"dashes", rep("- "), "yaml-depth"},
		{"questions", rep("? "), "yaml-depth"},
		{"brackets", rep("["), "file-size"},
		{"some brackets", strings.Repeat("[", 900_000), "yaml-syntax"},
		{"braces", strings.Repeat("{a: ", 400_000), "yaml-syntax"},
		{"stairs", stairs.String(), "yaml-depth"},
		{"values", rep("- a\n"), "file-size"},
		{"commas", "[" + rep("a: b,"), "file-size"},
		{"keys of nothing", strings.Repeat("- x: y\n", 20_000), "problems-many"},
		{"texts for records", strings.Repeat("- a\n", 20_000), "problems-many"},
		{"empty records", strings.Repeat("- {}\n", 20_000), "problems-many"},
		{"invisible letters", strings.Repeat("\u200b", 200_000), "char-invisible"},
		{"no-break spaces", strings.Repeat("\u00a0a\n", 20_000), "yaml-tab"},
		{"faults on one line", "- {" + strings.Repeat("a: @, ", 100_000) + "}", "yaml-syntax"},
		{"too big", strings.Repeat(" ", MaxFile+1), "file-size"},
	} {
		fsys := tree(map[string]string{"data/campaign.yaml": "name: x\n", "data/units.yaml": c.text})
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		_, problems := read(t, fsys)
		runtime.ReadMemStats(&after)
		if !strings.Contains(problems, " "+c.rule+"\n") {
			t.Errorf("%s: no %s, but\n%s", c.name, c.rule, problems[:min(len(problems), 2000)])
		}
		cost := after.TotalAlloc - before.TotalAlloc
		if most := uint64(32<<20 + 4*len(c.text)); cost > most {
			t.Errorf("%s: %d bytes cost %d MB of memory, more than %d", c.name, len(c.text), cost>>20, most>>20)
		}
		if n := strings.Count(problems, "\n"); n > maxProblems+50 {
			t.Errorf("%s: %d problems", c.name, n)
		}
		if testing.Verbose() {
			t.Logf("%-20s %8d bytes cost %4d MB", c.name, len(c.text), cost>>20)
		}
	}
}

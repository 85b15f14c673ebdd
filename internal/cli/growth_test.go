package cli

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"bangvang/internal/bench"
	"bangvang/internal/outdir"
)

// BenchmarkGrowth builds invented campaigns of more and more awards, each in a process of its own, and tells of each way to build what it takes: seconds of CPU (those
// of the system too), of the clock, the most memory, and CPU and memory by award, which should not grow. Beside them stands a copy of what was built, by cp -r.
// Pictures are not in it, as they are drawn before, but in check-first, which makes everything without a cache and writes nothing: of very many awards, whose files
// would fill a disk, that alone is measured, with a booklet and without. GROWTH names the numbers of awards: go test ./internal/cli -run - -bench Growth -benchtime 1x -timeout 0
func BenchmarkGrowth(b *testing.B) {
	program := filepath.Join(b.TempDir(), "bangvang")
	if out, err := exec.Command("go", "build", "-o", program, "bangvang/cmd/bangvang").CombinedOutput(); err != nil {
		b.Fatalf("%v\n%s", err, out)
	}
	for _, awards := range strings.Fields(cmp.Or(os.Getenv("GROWTH"), "1000 7000")) {
		n, err := strconv.Atoi(awards)
		if err != nil {
			b.Fatal(err)
		}
		b.Run(awards, func(b *testing.B) {
			g := growth{b: b, program: program, dir: b.TempDir(), awards: n}
			g.invent()
			b.Run("check-first", func(b *testing.B) { g.of(b, func() { g.remove(".bangvang") }, "check") })
			b.Run("check-first-without-booklet", func(b *testing.B) {
				g.booklet(false)
				defer g.booklet(true)
				g.of(b, func() { g.remove(".bangvang") }, "check")
			})
			if n > mostOnDisk {
				return
			}
			g.build("warm-up") // draws pictures and charts
			b.Run("cold", func(b *testing.B) { g.measure(b, func() { g.forget() }) })
			b.Run("new-folder", func(b *testing.B) { g.measure(b, func() { g.remove("public") }) })
			b.Run("nothing", func(b *testing.B) { g.measure(b, func() {}) })
			b.Run("one-value", func(b *testing.B) { g.measure(b, g.edit) })
			b.Run("check", func(b *testing.B) { g.of(b, func() {}, "check") })
			b.Run("copy", func(b *testing.B) {
				g.took(b, func() *exec.Cmd {
					g.remove("copy")
					return exec.Command("cp", "-r", filepath.Join(g.dir, "public"), filepath.Join(g.dir, "copy"))
				})
			})
		})
	}
}

// mostOnDisk is of how many awards files are written: those of 64,060 take 2 GB, and as much again for the copy.
const mostOnDisk = 100_000

// growth is a campaign that is built.
type growth struct {
	b            testing.TB
	program, dir string
	awards       int
	edits        int
}

// invent makes the campaign: five years of a city have a unit for 64 awards and a decision for as many; a year has fewer of each.
func (g *growth) invent() {
	set, err := bench.Campaign(bench.Size{Awards: g.awards, Units: max(200, g.awards/64), Assignments: max(26, min(20_000, g.awards/6)), Decisions: max(7, g.awards/100)}, 1)
	if err != nil {
		g.b.Fatal(err)
	}
	if _, err := outdir.Replace(context.Background(), g.dir, set, outdir.Options{}); err != nil {
		g.b.Fatal(err)
	}
	if err := os.Remove(filepath.Join(g.dir, ".bangvang")); err != nil {
		g.b.Fatal(err)
	}
}

// booklet says in data whether the campaign has one.
func (g *growth) booklet(made bool) {
	name := filepath.Join(g.dir, "data", "campaign.yaml")
	text, err := os.ReadFile(name)
	if err != nil {
		g.b.Fatal(err)
	}
	const none = "booklet: false\n"
	text = bytes.TrimSuffix(text, []byte(none))
	if !made {
		text = append(text, none...)
	}
	if err := os.WriteFile(name, text, 0o644); err != nil {
		g.b.Fatal(err)
	}
}

func (g *growth) command(what string) *exec.Cmd {
	return exec.Command(g.program, what, "-s", g.dir, "--quiet")
}

func (g *growth) build(why string) {
	if out, err := g.command("build").CombinedOutput(); err != nil {
		g.b.Fatalf("%s: %v\n%.2000s", why, err, out)
	}
}

func (g *growth) remove(name string) {
	if err := os.RemoveAll(filepath.Join(g.dir, name)); err != nil {
		g.b.Fatal(err)
	}
}

// forget leaves of what is kept only the pictures.
func (g *growth) forget() {
	g.remove("public")
	cache := filepath.Join(g.dir, ".bangvang", "cache")
	kinds, err := os.ReadDir(cache)
	if err != nil {
		g.b.Fatal(err)
	}
	for _, k := range kinds {
		if k.Name() != "picture" {
			g.remove(filepath.Join(".bangvang", "cache", k.Name()))
		}
	}
}

var firstCitation = regexp.MustCompile(`(?m)^( +citation: (?:>-\n +)?)`)

// edit adds a word to the citation of an award.
func (g *growth) edit() {
	files, err := filepath.Glob(filepath.Join(g.dir, "data", "awards", "*.yaml"))
	if err != nil || len(files) == 0 {
		g.b.Fatal("no awards", err)
	}
	g.edits++
	name := files[g.edits%len(files)]
	text, err := os.ReadFile(name)
	if err != nil {
		g.b.Fatal(err)
	}
	at := firstCitation.FindIndex(text)
	if at == nil {
		g.b.Fatalf("%s: no citation", name)
	}
	if err := os.WriteFile(name, bytes.Join([][]byte{text[:at[1]], []byte("Đã "), text[at[1]:]}, nil), 0o644); err != nil {
		g.b.Fatal(err)
	}
}

// measure measures a build after what comes before each.
func (g *growth) measure(b *testing.B, before func()) { g.of(b, before, "build") }

func (g *growth) of(b *testing.B, before func(), what string) {
	g.took(b, func() *exec.Cmd {
		before()
		return g.command(what)
	})
}

// took reports what a command takes; what comes before it is not counted.
func (g *growth) took(b *testing.B, next func() *exec.Cmd) {
	var cpu time.Duration
	most := int64(0)
	b.ResetTimer()
	for range b.N {
		b.StopTimer()
		c := next()
		b.StartTimer()
		out, err := c.CombinedOutput()
		if err != nil {
			b.Fatalf("%v: %v\n%.2000s", c.Args, err, out)
		}
		cpu += c.ProcessState.UserTime() + c.ProcessState.SystemTime()
		most = max(most, peak(c.ProcessState))
	}
	b.ReportMetric(cpu.Seconds()/float64(b.N), "cpu-s/op")
	b.ReportMetric(float64(most)/1e6, "peak-MB")
	b.ReportMetric(cpu.Seconds()*1e6/float64(b.N)/float64(g.awards), "cpu-µs/award")
	b.ReportMetric(float64(most)/1e3/float64(g.awards), "peak-kB/award")
}

// TestGrowthEdits: the benchmark's edit changes a value, each time.
func TestGrowthEdits(t *testing.T) {
	g := growth{b: t, dir: t.TempDir(), awards: 100}
	g.invent()
	seen := map[string]bool{}
	for range 3 {
		g.edit()
		sum := ""
		files, _ := filepath.Glob(filepath.Join(g.dir, "data", "awards", "*.yaml"))
		for _, f := range files {
			text, err := os.ReadFile(f)
			if err != nil {
				t.Fatal(err)
			}
			sum += string(text)
		}
		if seen[sum] {
			t.Error("an edit changed nothing")
		}
		seen[sum] = true
	}
	if len(seen) != 3 || strings.Count(fmt.Sprint(seen), "Đã ") < 3 {
		t.Error("no words were added")
	}
}

package build_test

import (
	"context"
	"errors"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"testing"

	"bangvang/internal/build"
	"bangvang/internal/diag"
)

// TestRealCampaign lints the real data and content: no error, and the warnings that are known.
func TestRealCampaign(t *testing.T) {
	m := theReal(t)
	if n := m.result.Problems.Count(diag.Error); n > 0 {
		t.Errorf("%d errors", n)
	}
	golden(t, "real.problems", problems(m.result))
}

var hash = regexp.MustCompile(`\.[0-9a-f]{10}\.`)

// TestRealAddresses holds the addresses that others link to.
func TestRealAddresses(t *testing.T) {
	m := theReal(t)
	golden(t, "real.addresses", hash.ReplaceAllString(strings.Join(names(m.files), "\n")+"\n", ".*."))
}

// TestSameBytes builds again with other numbers of jobs and cores, with a cold and a warm cache. (The real campaign was drawn with a cold one by
// as many jobs as there are cores, and .ci/run builds it twice from clean clones.)
func TestSameBytes(t *testing.T) {
	long(t)
	for _, c := range []struct {
		name        string
		m           *made
		jobs, cores int
		cold        bool
	}{{"one job on one core, cold", theAwkward(t), 1, 1, true}, {"one job on one core, warm", theReal(t), 1, 1, false}, {"eight jobs, warm", theReal(t), 8, runtime.NumCPU(), false}} {
		t.Run(c.name, func(t *testing.T) {
			defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(c.cores))
			folder := c.m.folder
			if c.cold {
				folder = t.TempDir()
				if err := errors.Join(copyCampaign(c.m.folder, folder), os.Remove(filepath.Join(folder, ".bangvang", "cache"))); err != nil {
					t.Fatal(err)
				}
			}
			out := t.TempDir()
			if _, err := build.Build(context.Background(), build.Options{Source: folder, Destination: out, Jobs: c.jobs}); err != nil {
				t.Fatal(err)
			}
			again, err := readTree(out)
			if err != nil {
				t.Fatal(err)
			}
			sameTree(t, c.name, again, c.m.files)
		})
	}
}

// TestPicturesAreLight: what phones load with a link is 60 KB at most, whatever its words; so is what newsrooms put into pages, unless its
// words fill it. What television shows may be more.
func TestPicturesAreLight(t *testing.T) {
	for _, m := range []*made{theReal(t), theSecond(t), theAwkward(t)} {
		seen := 0
		for name, b := range m.files {
			full := m == theAwkward(t) && path.Base(name) == "chart.png"
			if path.Ext(name) != ".png" || full || strings.HasPrefix(name, "bao-chi/truyen-hinh/") {
				continue
			}
			seen++
			if len(b) > 60_000 {
				t.Errorf("%s has %d bytes", name, len(b))
			}
		}
		if seen < 20 {
			t.Errorf("%d pictures", seen)
		}
	}
}

package cli

import (
	"context"
	"math"
	"path/filepath"
	"runtime/debug"
	"testing"

	"bangvang/internal/build"
)

func TestThrift(t *testing.T) {
	unlimited := debug.SetMemoryLimit(-1)
	defer debug.SetMemoryLimit(unlimited)
	defer room.Store(0)
	t.Setenv("GOGC", "")
	t.Setenv("GOMEMLIMIT", "")
	if thrift("đọc dữ liệu"); debug.SetMemoryLimit(-1) != unlimited {
		t.Error("memory is limited before it is known how much there is")
	}
	t.Setenv("GOGC", "100")
	if thrift("dựng và ghi tệp"); debug.SetMemoryLimit(-1) != unlimited {
		t.Error("memory is limited although somebody else decides")
	}
	t.Setenv("GOGC", "")
	if thrift("dựng và ghi tệp"); debug.SetMemoryLimit(-1) < leastMemory || debug.SetMemoryLimit(-1) > 1<<40 {
		t.Error("limited to", debug.SetMemoryLimit(-1))
	}
	for held, want := range map[uint64]int64{1 << 20: leastMemory, 25 << 20: 105 << 20, 60 << 20: easyMemory, 100 << 20: 260 << 20, 2400 << 20: 4448 << 20, 64 << 30: 72 << 30, math.MaxUint64: math.MaxInt64/ample + math.MaxInt64/ample/8} {
		if got := memoryLimit(held); got != want {
			t.Errorf("%d bytes are held: limited to %d, want %d", held, got, want)
		}
	}
}

// TestMaking: the phases in which memory is saved are called what builds call them.
func TestMaking(t *testing.T) {
	dir := campaignIn(t, sea)
	missing := map[string]bool{}
	for phase := range making {
		missing[phase] = true
	}
	opt := build.Options{Source: dir, Destination: filepath.Join(dir, "public"), Phase: func(name string) { delete(missing, name) }}
	for what, run := range map[string]func(context.Context, build.Options) (*build.Result, error){"build": build.Build, "check": build.Check} {
		if r, err := run(context.Background(), opt); err != nil || r.Set == nil {
			t.Fatal(what, err)
		}
	}
	for phase := range missing {
		t.Errorf("no build has a phase %q", phase)
	}
}

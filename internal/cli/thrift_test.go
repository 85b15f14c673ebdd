package cli

import (
	"math"
	"runtime/debug"
	"testing"
)

func TestThrift(t *testing.T) {
	unlimited := debug.SetMemoryLimit(-1)
	defer debug.SetMemoryLimit(unlimited)
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
	for held, want := range map[uint64]int64{1 << 20: leastMemory, 100 << 20: 248 << 20, math.MaxInt64 / 2: math.MaxInt64} {
		if got := memoryLimit(held); got != want {
			t.Errorf("%d bytes are held: limited to %d, want %d", held, got, want)
		}
	}
}

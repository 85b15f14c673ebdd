package cli

import (
	"runtime"
	"runtime/debug"
	"testing"
	"time"
)

// TestEasy: garbage is not looked for before there is a lot, and then as ever.
func TestEasy(t *testing.T) {
	defer room.Store(room.Swap(0)) // a build before this one has found out what it holds
	for held, want := range map[uint64]int{0: 2300, 1 << 20: 2300, 8 << 20: 1100, 32 << 20: 200, 48 << 20: 100, 150 << 20: 100, 200 << 20: 70, 1200 << 20: 50, 2400 << 20: 25, 1 << 40: 12} {
		if got := easy(held); got != want {
			t.Errorf("%d bytes are held: %d %% may be garbage, want %d", held, got, want)
		}
	}
	waiting.Store(true)
	defer waiting.Store(false)
	for held, want := range map[uint64]int{0: 2300, 8 << 20: 1100, 32 << 20: 300, 1 << 40: 300} {
		if got := easy(held); got != want {
			t.Errorf("%d bytes are held by a preview: %d %% may be garbage, want %d", held, got, want)
		}
	}
}

// TestEase: what may be garbage follows what is held, unless somebody else decides.
func TestEase(t *testing.T) {
	const decided = 77
	percent := func() int { // of the runtime, which tells it to who sets it
		p := debug.SetGCPercent(decided)
		debug.SetGCPercent(p)
		return p
	}
	before := debug.SetGCPercent(decided)
	defer debug.SetGCPercent(before)
	t.Setenv("GOMEMLIMIT", "")
	t.Setenv("GOGC", "77")
	if ease(); percent() != decided {
		t.Error("somebody else decides and is not heard:", percent())
	}
	t.Setenv("GOGC", "")
	if ease(); percent() != easy(0) {
		t.Error("with nothing held:", percent())
	}
	held := make([]byte, untidy)
	for range 100 {
		if runtime.GC(); percent() == 100 {
			break
		}
		time.Sleep(10 * time.Millisecond) // it is set beside the program
	}
	if percent() != 100 {
		t.Error("with much held:", percent())
	}
	runtime.KeepAlive(held)
	held = nil
	for range 100 {
		if runtime.GC(); percent() > 100 {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	t.Error("with little held again:", percent())
}

// TestTidy: garbage is collected at once, unless somebody else decides when.
func TestTidy(t *testing.T) {
	collected := func(gogc string) uint32 {
		t.Setenv("GOMEMLIMIT", "")
		t.Setenv("GOGC", gogc)
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		tidy()
		runtime.ReadMemStats(&after)
		return after.NumForcedGC - before.NumForcedGC
	}
	if n := collected(""); n != 1 {
		t.Errorf("%d times", n)
	}
	if n := collected("off"); n != 0 {
		t.Errorf("somebody else decides and is not heard: %d times", n)
	}
}

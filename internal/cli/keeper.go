package cli

import (
	"sync"
	"time"

	"bangvang/internal/build"
)

// A keeper keeps what the next preview opens with, once nobody has changed anything for a while. It looks at the input when it has been quiet for a
// time, and keeps a build as that input's when no other has begun for as long again: what changed before the look would have been built by then.
type keeper struct {
	opt   build.Options
	quiet time.Duration // longer than a change can go unnoticed

	mu    sync.Mutex
	turn  int // which build it is about
	timer *time.Timer
}

// later keeps a build unless it is stopped meanwhile.
func (k *keeper) later(r *build.Result) {
	turn := k.stop()
	k.wait(turn, func() {
		tidy() // now, and not while somebody waits for a change
		of := build.Remember(k.opt, previewed)
		k.wait(turn, func() { of.KeepOpening(r) })
	})
}

// stop ends what was to be kept: another build begins, of another input perhaps.
func (k *keeper) stop() (turn int) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.timer != nil {
		k.timer.Stop()
	}
	k.turn++
	return k.turn
}

func (k *keeper) wait(turn int, do func()) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.turn == turn {
		k.timer = time.AfterFunc(k.quiet, do)
	}
}

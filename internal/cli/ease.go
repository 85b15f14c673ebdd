package cli

import (
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"sync/atomic"
)

// untidy is how many bytes there may be before garbage is looked for: a campaign of a province is built in a little more, and was looked through
// eleven times for that.
const untidy = 96 << 20

// room is how many bytes there may be before garbage is looked for when it is known what a build holds: see thrift.
var room atomic.Uint64

// much is how many bytes are so many that less than as many again may be garbage: what is read, believed and composed is there at once for a moment.
const much = 150 << 20

// mostGarbage is how many bytes of garbage a build that holds so many may leave at most before files are made: a million awards are more than two thousand
// million bytes, and garbage is looked for a score of times then. Of what is held it is never so small a part that nothing but garbage would be looked for.
func mostGarbage(held uint64) uint64 { return max(600<<20, held/8) }

// ease has garbage collected when there is as much of it as of what is held, as ever, but not before there is a lot, and earlier if much is held. Where
// GOMEMLIMIT or GOGC say what to do, that is done.
func ease() {
	room.Store(0)
	if !memoryDecided() {
		easeFrom(0)
	}
}

// easeFrom sets how much there may be now that so many bytes are held, and does so again after the next collection.
func easeFrom(held uint64) {
	debug.SetGCPercent(easy(held))
	runtime.AddCleanup(new([64]byte), func(struct{}) { easeFrom(live()) }, struct{}{})
}

// waiting is set while somebody waits for each change that he makes: garbage may lie longer.
var waiting atomic.Bool

// easy is how much garbage there may be, in percent of what is held.
func easy(held uint64) int {
	const usual, longer, less, least = 100, 300, 70, 4 << 20 // of less than least the runtime has no percentage
	percent := usual
	switch {
	case waiting.Load():
		percent = longer
	case held > much:
		percent = min(less, int(usual*mostGarbage(held)/held))
	}
	return max(percent, int(usual*max(untidy, room.Load())/max(held, least))-usual)
}

// tidy collects garbage at once. Where GOMEMLIMIT or GOGC say what to do, that is done.
func tidy() {
	if !memoryDecided() {
		runtime.GC()
	}
}

// live is how many bytes the last collection found to be held.
func live() uint64 {
	sample := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	metrics.Read(sample)
	return sample[0].Value.Uint64()
}

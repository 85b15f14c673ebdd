package cli

import (
	"math"
	"os"
	"runtime"
	"runtime/debug"
)

// making is the phases in which files are made, one like the other: what there is to make them from is known by then.
var making = map[string]bool{"dựng và ghi tệp": true, "dựng thử tệp": true}

const (
	leastMemory = 104 << 20 // bytes that are never too many
	easyMemory  = 210 << 20 // bytes up to which a build may take ample times what there is: of 7,000 awards a tenth more time goes into garbage else
	ample       = 420       // percent
	mostMore    = 2 << 30   // bytes that a build may take more than there is: of a million awards 600 MB took half as much time again
	slack       = 260       // percent of what there is when the first file is made; of 64,060 awards 300 takes a tenth more memory, and when they held more, 250 took a quarter more time than 270
)

// thrift keeps memory from growing with what is only needed for a while, the pages of a book or the texts of a workbook: garbage is collected earlier
// rather than more memory taken. Where GOMEMLIMIT or GOGC say what to do, that is done.
func thrift(phase string) {
	if !making[phase] || memoryDecided() {
		return
	}
	var m runtime.MemStats
	if runtime.ReadMemStats(&m); m.HeapAlloc > leastMemory/slack*100 { // else it does not matter how much of that is garbage
		runtime.GC()
		runtime.ReadMemStats(&m)
	}
	limit := memoryLimit(m.HeapAlloc)
	room.Store(uint64(limit))
	debug.SetMemoryLimit(limit)
	debug.SetGCPercent(easy(m.HeapAlloc))
}

// memoryDecided tells whether the user has said what memory may be taken.
func memoryDecided() bool { return os.Getenv("GOMEMLIMIT") != "" || os.Getenv("GOGC") != "" }

// memoryLimit is how many bytes a build may take that holds so many.
func memoryLimit(held uint64) int64 {
	held = min(held, math.MaxInt64/ample)
	return int64(max(leastMemory, min(held*ample/100, easyMemory), min(held*slack/100, held+max(mostMore, mostGarbage(held)))))
}

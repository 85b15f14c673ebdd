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
	slack       = 270       // percent of what there is when the first file is made; of 64,060 awards 250 takes a seventh more time, all of it for garbage, 300 a tenth more memory
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
	debug.SetMemoryLimit(memoryLimit(m.HeapAlloc))
}

// memoryDecided tells whether the user has said what memory may be taken.
func memoryDecided() bool { return os.Getenv("GOMEMLIMIT") != "" || os.Getenv("GOGC") != "" }

// memoryLimit is how many bytes a build may take that holds so many.
func memoryLimit(held uint64) int64 {
	return int64(max(leastMemory, min(held, math.MaxInt64/slack)*slack/100))
}

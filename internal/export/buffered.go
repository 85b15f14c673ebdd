package export

import (
	"bufio"
	"io"
	"sync"
)

// writers are used again: there are several files of each decision.
var writers = sync.Pool{New: func() any { return bufio.NewWriterSize(nil, 16<<10) }}

// buffered gives a writer by which a file may be written in small parts; finish ends it.
func buffered(w io.Writer) *bufio.Writer {
	out := writers.Get().(*bufio.Writer)
	out.Reset(w)
	return out
}

// finish writes what is left and tells of the first write that failed.
func finish(out *bufio.Writer) error {
	err := out.Flush()
	out.Reset(nil)
	writers.Put(out)
	return err
}

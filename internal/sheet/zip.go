package sheet

import (
	"archive/zip"
	"io"
	"sync"

	"github.com/klauspost/compress/flate"
)

// NewZip is a writer of ZIP files that packs as small as the library's own, in half the time or less.
func NewZip(w io.Writer) *zip.Writer {
	z := zip.NewWriter(w)
	z.RegisterCompressor(zip.Deflate, deflated)
	return z
}

// effort is how hard texts are packed: at 7 tables come to the same size as with compress/flate, at 6 to a twentieth more.
const effort = 7

// deflaters are used again: each has a megabyte of tables.
var deflaters sync.Pool // of *flate.Writer

func deflated(w io.Writer) (io.WriteCloser, error) {
	if d, ok := deflaters.Get().(*flate.Writer); ok {
		d.Reset(w)
		return &deflater{d}, nil
	}
	d, err := flate.NewWriter(w, effort)
	return &deflater{d}, err
}

// deflater gives its writer back when it is closed.
type deflater struct{ *flate.Writer }

func (d *deflater) Close() error {
	err := d.Writer.Close()
	deflaters.Put(d.Writer)
	return err
}

package build

import (
	"io/fs"

	"bangvang/internal/diag"
	"bangvang/internal/source"
)

// Earlier is what renderings of a folder that follow each other, as someone edits it, need not do again. Each thing is remembered by all that it
// was made from, so that nothing is ever shown that a rendering without it would not show. One rendering at a time.
type Earlier struct{ reader source.Reader }

func (e *Earlier) read(fsys fs.FS) (*source.Tree, diag.List, error) {
	if e == nil {
		return source.Read(fsys)
	}
	return e.reader.Read(fsys)
}

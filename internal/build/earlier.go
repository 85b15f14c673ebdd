package build

import (
	"io/fs"

	"bangvang/internal/diag"
	"bangvang/internal/edition"
	"bangvang/internal/source"
)

// Earlier is what renderings of a folder that follow each other, as someone edits it, need not do again. Each thing is remembered by all that it
// was made from, so that nothing is ever shown that a rendering without it would not show. One rendering at a time.
type Earlier struct {
	reader source.Reader
	names  *edition.Names
}

// known is what was found out of names.
func (e *Earlier) known() *edition.Names {
	if e == nil {
		return nil
	}
	if e.names == nil {
		e.names = edition.NewNames()
	}
	return e.names
}

func (e *Earlier) read(fsys fs.FS) (*source.Tree, diag.List, error) {
	if e == nil {
		return source.Read(fsys)
	}
	return e.reader.Read(fsys)
}

package build

import (
	"io/fs"

	"bangvang/internal/check"
	"bangvang/internal/diag"
	"bangvang/internal/edition"
	"bangvang/internal/source"
)

// Earlier is what renderings of a folder that follow each other, as someone edits it, need not do again. Each thing is remembered by all that it
// was made from, so that nothing is ever shown that a rendering without it would not show. One rendering at a time.
type Earlier struct {
	reader source.Reader
	names  *edition.Names
	texts  *check.Texts
}

// known is what was found out of names and other texts.
func (e *Earlier) known() (*edition.Names, *check.Texts) {
	if e == nil {
		return nil, nil
	}
	if e.names == nil {
		e.names, e.texts = edition.NewNames(), check.NewTexts()
	}
	return e.names, e.texts
}

func (e *Earlier) read(fsys fs.FS) (*source.Tree, diag.List, error) {
	if e == nil {
		return source.Read(fsys)
	}
	return e.reader.Read(fsys)
}

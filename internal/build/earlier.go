package build

import (
	"io/fs"
	"maps"
	"slices"

	"bangvang/internal/campaign"
	"bangvang/internal/check"
	"bangvang/internal/diag"
	"bangvang/internal/edition"
	"bangvang/internal/markdown"
	"bangvang/internal/source"
)

// Earlier is what renderings of a folder that follow each other, as someone edits it, need not do again. Each thing is remembered by all that it
// was made from, so that nothing is ever shown that a rendering without it would not show. One rendering at a time, with the same options.
type Earlier struct {
	reader   source.Reader
	names    *edition.Names
	texts    *check.Texts
	believed believed
	composed composed
}

// believed is what a tree was found to mean, with words of the interface.
type believed struct {
	tree     *source.Tree
	langs    []string
	words    map[string]string
	ledger   *campaign.Ledger
	docs     map[string]markdown.Doc
	problems diag.List
	more     func() diag.List
}

// composed is what was made of a ledger.
type composed struct {
	ledger   *campaign.Ledger
	edition  *edition.Edition
	problems diag.List
}

func (e *Earlier) read(fsys fs.FS) (*source.Tree, diag.List, error) {
	if e == nil {
		return source.Read(fsys)
	}
	return e.reader.Read(fsys)
}

// believe is check's, of a tree and words that are new.
func (e *Earlier) believe(tree *source.Tree, opt check.Options) (*campaign.Ledger, map[string]markdown.Doc, diag.List, func() diag.List) {
	if e == nil {
		return check.Believe(tree, opt)
	}
	b := &e.believed
	if b.tree != tree || !slices.Equal(b.langs, opt.Langs) || !maps.Equal(b.words, opt.Words) {
		if e.texts == nil {
			e.texts = check.NewTexts()
		}
		opt.Texts = e.texts
		e.composed = composed{} // of another ledger, and as large as what is made now
		*b = believed{tree: tree, langs: opt.Langs, words: opt.Words}
		b.ledger, b.docs, b.problems, b.more = check.Believe(tree, opt)
	}
	return b.ledger, b.docs, b.problems, b.more
}

// compose makes an edition of a ledger that is new.
func (e *Earlier) compose(ledger *campaign.Ledger, make func(*edition.Names) (*edition.Edition, diag.List)) (*edition.Edition, diag.List) {
	if e == nil {
		return make(nil)
	}
	if e.composed.ledger != ledger {
		if e.names == nil {
			e.names = edition.NewNames()
		}
		e.composed = composed{ledger: ledger}
		e.composed.edition, e.composed.problems = make(e.names)
	}
	return e.composed.edition, e.composed.problems
}

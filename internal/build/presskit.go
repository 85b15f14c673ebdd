package build

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"bangvang/internal/edition"
	"bangvang/internal/export"
	"bangvang/internal/fileset"
)

// Kit says which file the media's kit is made into, and whether decisions whose time has not come are in it, each labelled with its embargo.
type Kit struct {
	Output    string
	Embargoed bool
}

// MediaKit is what was made.
type MediaKit struct {
	Printed
	Files int
	Ahead []*edition.DecisionRef // decisions in it whose time has not come
	Kept  int                    // decisions that are left out because their time has not come
}

// PressKit makes the media's kit. If there are problems nothing is written. The file is written whole or not at all.
func PressKit(ctx context.Context, opt Options, kit Kit) (*Result, *MediaKit, error) {
	root, err := os.OpenRoot(opt.Source)
	if err != nil {
		return &Result{}, nil, err
	}
	defer root.Close()
	r := &Result{}
	ledger, docs, err := r.resolve(root.FS(), opt)
	if err != nil || ledger == nil || r.Failed(false) {
		return r, nil, err
	}
	if err := r.compose(ledger, docs, opt, edition.Options{BaseURL: opt.BaseURL}); err != nil {
		return r, nil, err
	}
	if err := r.judgeBooks(opt); err != nil {
		return r, nil, unlessRefused(err)
	}
	made, set := &MediaKit{}, fileset.New()
	var ahead *export.Publication
	looked := []*Result{r}
	if kit.Embargoed {
		other := &Result{Tree: r.Tree}
		looked = append(looked, other)
		if err := other.compose(ledger, docs, opt, edition.Options{BaseURL: opt.BaseURL, Embargoed: true}); err != nil {
			return r, nil, err
		}
		if err := other.judgeBooks(opt); err != nil {
			return other, nil, unlessRefused(err)
		}
		ahead = &export.Publication{Edition: other.Edition, Files: other.Set}
		made.Ahead = other.Edition.Embargoed()
	}
	for _, d := range ledger.Decisions {
		if !d.Draft() && !d.Public(ledger.Campaign.AsOf) && ahead == nil {
			made.Kept++
		}
	}
	if err := export.PressKit(set, export.Publication{Edition: r.Edition, Files: r.Set}, ahead); err != nil {
		return r, nil, fmt.Errorf("bộ tài liệu: %w", err)
	}
	made.Files = set.Len()
	if err := os.MkdirAll(filepath.Dir(kit.Output), 0o755); err != nil {
		return r, nil, unwritten(kit.Output, err)
	}
	n, err := onto(kit.Output, func(w io.Writer) error { return export.WriteZip(ctx, w, set, ledger.Campaign.AsOf) })
	if errors.Is(err, ErrPersonal) { // its files are looked through as the site's are
		for _, one := range looked {
			if err := one.TellPersonal(ctx, opt); err != nil || one.Failed(false) {
				return one, nil, err
			}
		}
	}
	made.Printed = Printed{Name: kit.Output, Bytes: n}
	return r, made, err
}

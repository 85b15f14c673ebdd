package build

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	"bangvang/internal/booklet"
	"bangvang/internal/campaign"
	"bangvang/internal/diag"
	"bangvang/internal/edition"
)

// PaperKind is one of the ceremony's papers.
type PaperKind uint8

// The ceremony's papers. All of them are private.
const (
	CertificatePapers PaperKind = iota
	CalibrationPaper            // a page on which the positions of certificates are checked
	CallSheetPaper
	PlaceCardPapers
)

// Paperwork says which papers are made, for whom and into what.
type Paperwork struct {
	Kind        PaperKind
	Choice      edition.Choice
	Right, Down float64 // millimetres by which all is moved
	Output      string  // a file, or a folder if each certificate is a file
	Apart       bool    // Output is a folder
}

// Squeezed is a text that was made smaller or takes more lines.
type Squeezed = booklet.Squeezed

// Papers are what was made.
type Papers struct {
	Paper    edition.Paper
	Count    int // certificates, people called, cards; stocks of a calibration
	Lead     string
	Pages    int
	Squeezed []Squeezed
	Files    []Printed // none if there was nothing to make, or problems
}

// WrongChoice is something asked for that is not there.
type WrongChoice struct{ Text string }

func (e *WrongChoice) Error() string { return e.Text }

// Paper makes one of the ceremony's papers. If there are problems nothing is written. A file is written whole or not at all.
func Paper(ctx context.Context, opt Options, work Paperwork) (*Result, *Papers, error) {
	root, err := os.OpenRoot(opt.Source)
	if err != nil {
		return &Result{}, nil, err
	}
	defer root.Close()
	r := &Result{}
	ledger, _, err := r.resolve(root.FS(), opt)
	if err != nil || ledger == nil || r.Failed(false) {
		return r, nil, err
	}
	if wrong := work.Choice.Wrong(ledger); wrong != "" {
		return r, nil, &WrongChoice{wrong}
	}
	look, err := lookIn(opt.Source, opt.Ask)
	if err != nil {
		return r, nil, err
	}
	made, laid, err := r.paper(ledger, look.fonts, work)
	if err != nil {
		return r, nil, fmt.Errorf("giấy tờ buổi lễ: %w", err)
	}
	made.Pages, made.Squeezed = len(laid.Pages), laid.Squeezed
	if made.Pages == 0 || r.Failed(opt.Strict) {
		return r, made, nil
	}
	made.Files, err = work.write(ctx, laid)
	return r, made, err
}

// paper composes and lays what is asked for.
func (r *Result) paper(l *campaign.Ledger, fonts booklet.Fonts, work Paperwork) (*Papers, *booklet.Papers, error) {
	var laid *booklet.Papers
	var found []diag.Problem
	var err error
	made := &Papers{}
	switch work.Kind {
	case CallSheetPaper:
		s := edition.ComposeCallSheet(l, work.Choice)
		made.Paper, made.Count, made.Lead = s.Paper, s.Count(), s.Lead
		if made.Count == 0 {
			return made, &booklet.Papers{}, nil
		}
		laid, found, err = booklet.LayCallSheet(s, fonts)
	case PlaceCardPapers:
		c := edition.ComposePlaceCards(l, work.Choice)
		made.Paper, made.Count = c.Paper, len(c.Cards)
		laid, found, err = booklet.LayPlaceCards(c, fonts)
	default:
		compose, lay := edition.ComposeCertificates, booklet.LayCertificates
		if work.Kind == CalibrationPaper {
			compose, lay = edition.ComposeStocks, booklet.LayCalibration
		}
		c, problems := compose(l, work.Choice)
		r.Problems.Append(problems)
		made.Paper, made.Count = c.Paper, len(c.Certificates)
		if work.Kind == CalibrationPaper {
			made.Count = len(c.Stocks)
		}
		laid, found, err = lay(c, fonts, work.Right, work.Down)
	}
	if err != nil {
		return nil, nil, err
	}
	for _, p := range found {
		r.Problems.Add(p.Rule, p.Place, p.Text, p.Hint, p.Also...)
	}
	return made, laid, nil
}

// write writes the papers into one file, or each into a file of its own that is called by its award's id.
func (w *Paperwork) write(ctx context.Context, laid *booklet.Papers) ([]Printed, error) {
	folder := w.Output
	if !w.Apart {
		folder = filepath.Dir(w.Output)
	}
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return nil, unwritten(w.Output, err)
	}
	if !w.Apart {
		n, err := onto(w.Output, laid.Write)
		if err != nil {
			return nil, err
		}
		return []Printed{{Name: w.Output, Bytes: n}}, nil
	}
	var out []Printed
	for i, id := range laid.IDs {
		if err := ctx.Err(); err != nil {
			return out, err
		}
		name := filepath.Join(folder, id+".pdf")
		n, err := onto(name, laid.Only(i).Write)
		if err != nil {
			return out, err
		}
		out = append(out, Printed{Name: name, Bytes: n})
	}
	return out, nil
}

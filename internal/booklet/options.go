package booklet

import "bangvang/internal/edition"

// Options are what Lay needs beside the edition, and what of it is laid.
type Options struct {
	Fonts    Fonts
	Faces    *Faces                            // of the fonts; nil has them read for this book
	Kept     Kept                              // subsets of fonts, of all books
	Drawn    Kept                              // pages and shelves, of this book
	Paint    Painter                           // nil leaves charts out
	Photo    func(file string) ([]byte, error) // the bytes of a picture below content/, nil for one that is left out; a nil function leaves all out
	Decision string                            // the id of the only decision to be laid; "" is all
	Volume   int                               // of the edition's volumes, from 1; 0 is the whole roll in one book
}

// booklet is the part of an edition's booklet that is laid; nil if there is none such.
func (o *Options) booklet(ed *edition.Edition) *edition.Booklet {
	b := ed.Booklet
	if o.Volume > 0 {
		if o.Volume > len(b.Volumes) {
			return nil
		}
		b = b.Volume(o.Volume)
	}
	if o.Decision != "" {
		return only(b, o.Decision)
	}
	return b
}

// only leaves of a booklet what belongs to one decision: its list and the index of it.
func only(b *edition.Booklet, decision string) *edition.Booklet {
	for _, f := range b.Roll {
		for _, d := range f.Decisions {
			if d.ID != decision {
				continue
			}
			one := *b
			one.Foreword, one.Plan, one.Results, one.Stories, one.Volumes, one.Index = nil, nil, nil, nil, nil, nil
			f.Decisions = []edition.RollDecision{d}
			one.Roll = []edition.RollForm{f}
			one.Cover.Dates, one.Cover.Theme = d.Words, d.Reason
			for _, e := range b.Index {
				if e.Decision.ID == decision {
					one.Index = append(one.Index, e)
				}
			}
			return &one
		}
	}
	return nil
}

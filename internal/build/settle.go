package build

import (
	"errors"
	"io"
	"strings"

	"bangvang/internal/campaign"
	"bangvang/internal/edition"
	"bangvang/internal/export"
	"bangvang/internal/fileset"
	"bangvang/internal/site"
)

// settle puts into a set that is otherwise whole what stands at addresses published before: pages that lead on or say goodbye, copies of
// files that moved, and what servers are told.
func (r *Result) settle(ledger *campaign.Ledger, pages *site.Site, set *fileset.Set, compress bool) error {
	settled, problems := edition.Settle(r.Edition, ledger, living(ledger, set))
	r.Settled = settled
	r.Problems.Append(problems)
	if r.Failed(false) {
		return nil
	}
	words := settled.Pages
	for i := range settled.Standins {
		s := &settled.Standins[i]
		var err error
		switch {
		case s.Page:
			err = pages.Add(&words[0], set)
			words = words[1:]
		case s.Copy:
			to := strings.TrimPrefix(string(s.To), "/")
			err = set.AddFrom(strings.TrimPrefix(string(s.From), "/"), []string{to}, func(w io.Writer, earlier fileset.Earlier) error {
				return earlier.Write(to, w)
			})
		}
		var refused *fileset.NameError
		if errors.As(err, &refused) {
			s.Refuse(refused.Why+": "+refused.Other, &r.Problems)
		} else if err != nil {
			return err
		}
	}
	if err := export.AddServers(r.Edition, settled, set); err != nil || !compress {
		return err
	}
	return export.AddCompressed(settled, set)
}

// living are the addresses of all files, sorted; none where nothing was ever published.
func living(ledger *campaign.Ledger, set *fileset.Set) []edition.Path {
	if len(ledger.Promises) == 0 && len(ledger.Moves) == 0 {
		return nil
	}
	return edition.Addresses(set.Names())
}

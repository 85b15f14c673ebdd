package publish

import (
	"context"
	"os"
	"path/filepath"
	"slices"

	"bangvang/internal/campaign"
	"bangvang/internal/edition"
	"bangvang/internal/fileset"
	"bangvang/internal/outdir"
)

// Publication is what is to be published, and where to.
type Publication struct {
	Edition  *edition.Edition
	Site     *fileset.Set
	Promises []campaign.Promise // so far, by address
	Day      campaign.Date      // of the edition's clock

	Destination string    // the folder that is published
	Data        string    // where urls.lock and published/ are: data/ of the campaign, or a folder for practice
	Replace     bool      // what was kept of the same day may be replaced
	Approval    *Approval // nil if nobody need approve: for practice only
	Out         outdir.Options
}

// Stats say what a publication did.
type Stats struct {
	Site      outdir.Stats
	Manifest  outdir.Manifest // of the site
	Addresses int             // in the lock now
	New       int             // of them, published for the first time
	Folder    string          // of what was kept
	Kept      bool            // false if the same was kept already
}

// Publish makes the site, locks its addresses and keeps what is kept of it. errors.Is tells ErrKept, ErrEarlier and what outdir.Replace refuses,
// errors.As *Unapproved.
func Publish(ctx context.Context, p Publication) (Stats, error) {
	s := Stats{Folder: filepath.Join(p.Data, "published", p.Day.ISO())}
	if slices.ContainsFunc(p.Promises, func(q campaign.Promise) bool { return q.Since.After(p.Day) }) {
		return s, ErrEarlier
	}
	kept, err := Kept(p.Edition, p.Site)
	if err != nil {
		return s, err
	}
	if err := os.MkdirAll(p.Data, 0o755); err != nil {
		return s, err
	}
	keepsake, err := stage(ctx, s.Folder, kept, p.Replace)
	if err != nil {
		return s, err
	}
	defer keepsake.drop()
	p.Out.Sync = true
	p.Out.Judge = func(site outdir.Manifest) error {
		if s.Manifest = site; p.Approval == nil {
			return nil
		}
		return p.Approval.judge(p.Data, site)
	}
	if s.Site, err = outdir.Replace(ctx, p.Destination, p.Site, p.Out); err != nil {
		return s, err
	}
	all := Merge(p.Promises, p.Site, p.Day)
	s.Addresses, s.New = len(all), len(all)-len(p.Promises)
	if _, err := lock(p.Data, all); err != nil {
		return s, err
	}
	s.Kept, err = keepsake.put()
	return s, err
}

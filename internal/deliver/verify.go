package deliver

import (
	"context"
	"crypto/sha256"

	"bangvang/internal/outdir"
)

// A Difference is between what is live and what should be. All lists are sorted.
type Difference struct {
	Release string            // that is live by the destination's own word, or ""
	Checked int               // files
	Missing []string          // not there
	Changed []string          // with other bytes
	Extra   []string          // there, and neither published nor kept for readers of the release before
	Another bool              // the destination's own record is of another site than the one compared with
	Record  [sha256.Size]byte // Manifest.Sum of the site that the destination's own record tells of; nothing if it has none
}

// Clean reports whether all is as it should be.
func (d Difference) Clean() bool {
	return len(d.Missing)+len(d.Changed)+len(d.Extra) == 0 && !d.Another
}

// Verify compares what is live with the folder that was published; with "", with what the destination says was delivered last.
func (p *Place) Verify(ctx context.Context, dir string) (Difference, error) {
	var m outdir.Manifest
	if dir != "" {
		s, err := openSite(dir)
		if err != nil {
			return Difference{}, err
		}
		m = s.manifest
	}
	return p.to.verify(ctx, m)
}

package outdir

import (
	"context"
	"crypto/sha256"
	"slices"
	"sync/atomic"
)

// Holds tells whether a folder is, byte for byte, what a manifest of this sum says, so that nothing need be made to know that a run would
// write nothing. It takes the lock and clears leftovers as Replace does, and changes nothing else. Whatever is not as it should be, or cannot be
// known, is false: Replace will say what. Of opt only Jobs, Source and Stamps count.
func Holds(ctx context.Context, dir string, sum [sha256.Size]byte, opt Options) (Stats, bool) {
	p, err := locate(dir, opt.Source)
	if err != nil {
		return Stats{}, false
	}
	m, err := ReadManifest(p.dir)
	if err != nil || m.Sum() != sum {
		return Stats{}, false
	}
	unlock, err := p.acquire(opt.disk)
	if err != nil {
		return Stats{}, false
	}
	defer unlock()
	if p.clearLeftovers(opt.disk) != nil {
		return Stats{}, false
	}
	s, err := p.survey(opt.Stamps)
	if err != nil || !s.ours || s.manifest.Sum() != sum || s.all() != nil || !s.intact(ctx, p, opt.Jobs) {
		return Stats{}, false
	}
	if s.unstamped() {
		opt.Stamps.take(p, s.manifest, s.seen, make([]stamp, len(s.manifest)), opt.Jobs)
	}
	stats := Stats{Files: len(s.manifest), Unchanged: len(s.manifest)}
	for i := range s.manifest {
		stats.Bytes += s.manifest[i].Size
	}
	return stats, true
}

// intact looks at all files of the manifest, until one is not as it says.
func (s *survey) intact(ctx context.Context, p place, jobs int) bool {
	var differs atomic.Bool
	inParallel(len(s.manifest), jobs, func(i int) bool {
		if ctx.Err() != nil || !s.holds(p, i) {
			differs.Store(true)
		}
		return !differs.Load()
	})
	return !differs.Load()
}

// unstamped tells whether there are files that had to be read.
func (s *survey) unstamped() bool { return s.stamps == nil || slices.Contains(s.stamps, stamp{}) }

package outdir

import (
	"context"
	"crypto/sha256"
	"os"
	"path/filepath"
	"sync/atomic"
)

// Holds tells whether a folder is, byte for byte, what a manifest of this sum says, so that nothing need be made to know that a run would
// write nothing. It takes the lock and clears leftovers as Replace does, opens folders that somebody closed, and changes nothing else. Whatever is not as it should be, or cannot be
// known, is false: Replace will say what. Of opt only Jobs, Source and Stamps count.
func Holds(ctx context.Context, dir string, sum [sha256.Size]byte, opt Options) (Stats, bool) {
	p, err := locate(dir, opt.Source)
	if err != nil {
		return Stats{}, false
	}
	if b, err := os.ReadFile(filepath.Join(p.dir, manifestName)); err != nil || sha256.Sum256(b) != sum { // before a lock is made
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
	if err != nil || !s.ours || s.sum != sum || s.all() != nil || !s.intact(ctx, p, opt.Jobs) {
		return Stats{}, false
	}
	s.open(p, opt.disk)
	opt.Stamps.found(p, s, opt.Jobs)
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

package outdir

import (
	"context"
	"crypto/sha256"
	"runtime"
	"sync"
	"sync/atomic"
)

// Holds tells whether a folder is, byte for byte, what a manifest of this sum says, so that nothing need be made to know that a run would
// write nothing. It takes the lock and clears leftovers as Replace does, and changes nothing else. Whatever is not as it should be, or cannot be
// known, is false: Replace will say what. Of opt only Jobs and Source count.
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
	s, err := p.survey()
	if err != nil || !s.ours || s.manifest.Sum() != sum || !s.intact(ctx, p, opt.Jobs) {
		return Stats{}, false
	}
	stats := Stats{Files: len(s.manifest), Unchanged: len(s.manifest)}
	for i := range s.manifest {
		stats.Bytes += s.manifest[i].Size
	}
	return stats, true
}

// intact looks at the bytes of all files of the manifest, until one is not as it says.
func (s *survey) intact(ctx context.Context, p place, jobs int) bool {
	if jobs < 1 {
		jobs = runtime.GOMAXPROCS(0)
	}
	var next atomic.Int64
	var differs atomic.Bool
	var workers sync.WaitGroup
	for range jobs {
		workers.Go(func() {
			scratch := make([]byte, 64<<10)
			for i := next.Add(1) - 1; i < int64(len(s.manifest)) && !differs.Load(); i = next.Add(1) - 1 {
				e := s.manifest[i]
				if ctx.Err() != nil || !s.there[i] || !isIntact(p.live(e.Name), e, scratch) {
					differs.Store(true)
				}
			}
		})
	}
	workers.Wait()
	return !differs.Load()
}

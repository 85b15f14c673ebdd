package outdir

import (
	"context"
	"sync"

	"bangvang/internal/fileset"
)

// Weigh runs every recipe of a set into nowhere and gives the manifest that a folder made from it has. Of opt only Jobs and Progress count.
func Weigh(ctx context.Context, set *fileset.Set, opt Options) (Manifest, error) {
	names := set.Names()
	files := make(Manifest, len(names))
	var mu sync.Mutex // over done and calls of Progress
	done := 0
	err := set.Each(ctx, opt.Jobs, nil, func(i int, name string, r fileset.Recipe) error {
		h, n := newHash(), int64(0)
		err := r(writerFunc(func(p []byte) (int, error) {
			n += int64(len(p))
			h.Write(p)
			return len(p), ctx.Err()
		}))
		if err != nil {
			return err
		}
		files[i] = Entry{name, n, sumOf(h)}
		if opt.Progress != nil {
			mu.Lock()
			defer mu.Unlock()
			done++
			opt.Progress(done, len(names))
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return files, nil
}

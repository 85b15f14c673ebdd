package fileset

import (
	"context"
	"sync/atomic"
)

// Stats counts what a run over all files made.
type Stats struct {
	Files int
	Bytes int64
}

// Discard runs every recipe once and drops the bytes: all that a build does but
// for the disk. Errors and jobs are as at Each.
func (s *Set) Discard(ctx context.Context, jobs int) (Stats, error) {
	var files, size atomic.Int64
	err := s.Each(ctx, jobs, nil, func(_ int, _ string, r Recipe) error {
		n := counter{ctx: ctx}
		err := r(&n)
		files.Add(1)
		size.Add(n.size)
		return err
	})
	return Stats{int(files.Load()), size.Load()}, err
}

// A counter counts bytes until its context ends.
type counter struct {
	ctx  context.Context
	size int64
}

func (c *counter) Write(p []byte) (int, error) {
	c.size += int64(len(p))
	return len(p), c.ctx.Err()
}

package deliver

import (
	"cmp"
	"context"
	"errors"
	"math/rand/v2"
	"sync"
	"time"
)

const (
	attempts   = 6
	firstPause = 200 * time.Millisecond // doubled after each attempt, and up to half of it more
)

// finalError is one that trying again does not mend.
type finalError struct{ error }

func (e finalError) Unwrap() error { return e.error }

func final(err error) error { return finalError{err} }

// retry tries until it works, the error is final, or it was tried often enough.
func (o Options) retry(ctx context.Context, try func(context.Context) error) error {
	pause := cmp.Or(o.pause, firstPause)
	for n := 1; ; n++ {
		err := try(ctx)
		var end finalError
		switch {
		case err == nil:
			return nil
		case errors.As(err, &end):
			return end.error
		case ctx.Err() != nil:
			return context.Cause(ctx)
		case n == attempts:
			return err
		}
		select {
		case <-ctx.Done():
			return context.Cause(ctx)
		case <-time.After(pause + rand.N(pause/2+1)):
		}
		pause *= 2
	}
}

func (o Options) jobs(suits int) int {
	if o.Jobs > 0 {
		return o.Jobs
	}
	return suits
}

// each does work for all, so many at a time, and ends at the first error.
func each[T any](ctx context.Context, jobs int, all []T, work func(context.Context, T) error) error {
	ctx, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	next := make(chan T)
	var wg sync.WaitGroup
	for range min(jobs, len(all)) {
		wg.Go(func() {
			for one := range next {
				if err := work(ctx, one); err != nil {
					stop(err)
					return
				}
			}
		})
	}
	for _, one := range all {
		select {
		case next <- one:
			continue
		case <-ctx.Done():
		}
		break
	}
	close(next)
	wg.Wait()
	return context.Cause(ctx)
}

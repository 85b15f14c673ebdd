package deliver

import (
	"context"
	"encoding/hex"
	"errors"
	"fmt"
	"maps"
	"slices"

	"github.com/minio/minio-go/v7"
)

// tidy deletes what no reader needs any more, then releases beyond those that are kept and what only they needed.
func (u *upload) tidy(ctx context.Context) error {
	gone := u.gone(u.next)
	if err := each(ctx, u.opt.jobs(16), gone, u.save); err != nil {
		return err
	}
	keys := make([]string, 0, len(gone))
	for _, name := range gone {
		keys = append(keys, u.key(name))
	}
	if err := u.remove(ctx, keys); err != nil {
		return err
	}
	if len(gone) > 0 {
		left, err := u.list(ctx, u.prefix)
		if err != nil {
			return err
		}
		for _, name := range gone {
			if _, there := left[name]; there {
				return fmt.Errorf("kho trả lời đã xoá nhưng vẫn còn %s", name)
			}
		}
	}
	u.report.Removed = len(gone)
	return u.prune(ctx)
}

func (u *upload) prune(ctx context.Context) error {
	var keys []string
	for _, r := range u.tries {
		if keys = append(keys, u.record("tries", r.name)); !u.isKept(r.name) {
			keys = append(keys, u.record("releases", r.name))
		}
	}
	keys = append(keys, u.record("tries", u.next.name))
	for len(u.kept) > u.opt.keep() {
		i := slices.IndexFunc(u.kept, func(r *release) bool { return r.name != u.next.name })
		keys = append(keys, u.record("releases", u.kept[i].name))
		u.kept = slices.Delete(u.kept, i, i+1)
	}
	needed := map[string]bool{}
	for _, r := range u.kept {
		for _, e := range r.site {
			needed[hex.EncodeToString(e.Sum[:])] = true
		}
	}
	for _, sum := range slices.Sorted(maps.Keys(u.saved)) {
		if !needed[sum] || u.opt.keep() < 2 {
			keys = append(keys, u.state+"blobs/"+sum)
		}
	}
	u.report.Kept = listed(u.kept, u.next.name)
	return u.remove(ctx, keys)
}

// remove deletes many keys, so many in a request; a key that is not there is gone already.
func (u *upload) remove(ctx context.Context, keys []string) error {
	if len(keys) == 0 {
		return nil
	}
	if err := u.opt.may(ctx, "delete"); err != nil {
		return err
	}
	return u.try(ctx, int64(len(keys))<<10, func(ctx context.Context) error {
		objects := make(chan minio.ObjectInfo)
		go func() {
			defer close(objects)
			for _, key := range keys {
				select {
				case objects <- minio.ObjectInfo{Key: key}:
				case <-ctx.Done():
					return
				}
			}
		}()
		var failed error
		for e := range u.store.RemoveObjects(ctx, u.bucket.name, objects, minio.RemoveObjectsOptions{}) {
			failed = errors.Join(failed, e.Err)
		}
		return failed
	})
}

package deliver

import (
	"context"
	"crypto/sha256"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"sync"

	"github.com/minio/minio-go/v7"

	"bangvang/internal/outdir"
)

// looked is what a bucket holds.
type looked struct {
	kept    []*release // delivered whole, the oldest first
	tries   []*release // begun and never ended
	live    *release
	listing map[string]object // by name
}

// look reads the records, and lists the site.
func (b *bucket) look(ctx context.Context) (*looked, error) {
	l := &looked{}
	var err error
	if l.kept, err = b.records(ctx, "releases"); err != nil {
		return nil, err
	}
	if l.tries, err = b.records(ctx, "tries"); err != nil {
		return nil, err
	}
	name, err := b.text(ctx, b.live())
	if err != nil && !isMissing(err) {
		return nil, err
	}
	l.settle(strings.TrimSpace(name))
	l.listing, err = b.list(ctx, b.prefix)
	return l, err
}

// settle finds the live release by its name. Records that are newer are of deliveries that were cut before they were live: they are no releases.
func (l *looked) settle(live string) {
	for i, r := range l.kept {
		if r.name == live || i == len(l.kept)-1 && l.live == nil { // the first one may have been cut before its name was written
			l.live, l.tries = r, append(l.tries, l.kept[i+1:]...)
			l.kept = l.kept[:i+1]
			return
		}
	}
}

// isKept reports whether a release is among those kept: one that is live may still have its record of a try, if the run was cut just then.
func (l *looked) isKept(name string) bool { return slices.Contains(names(l.kept), name) }

func (b *bucket) records(ctx context.Context, folder string) ([]*release, error) {
	found, err := b.list(ctx, b.record(folder, ""))
	if err != nil {
		return nil, err
	}
	names := slices.Collect(maps.Keys(found))
	byNumber(names)
	var all []*release
	for _, name := range names {
		text, err := b.text(ctx, b.record(folder, name))
		if err != nil {
			return nil, err
		}
		r, err := parseRelease(text)
		if err != nil {
			return nil, fmt.Errorf("%w: %s", err, b.record(folder, name))
		}
		all = append(all, r)
	}
	return all, nil
}

// text reads a small object whole.
func (b *bucket) text(ctx context.Context, key string) (string, error) {
	var text string
	err := b.try(ctx, 16<<20, func(ctx context.Context) error {
		r, _, _, err := b.store.GetObject(ctx, b.name, key, minio.GetObjectOptions{})
		if err != nil {
			return err
		}
		defer r.Close()
		all, err := io.ReadAll(r)
		text = string(all)
		return err
	})
	return text, err
}

// others are the names in the bucket that no delivery from here put there.
func (l *looked) others() []string {
	ours := slices.Concat(l.kept, l.tries)
	known := make([]outdir.Manifest, 0, len(ours))
	for _, r := range ours {
		known = append(known, r.all())
	}
	var others []string
	for _, name := range slices.Sorted(maps.Keys(l.listing)) {
		if !slices.ContainsFunc(known, func(m outdir.Manifest) bool { _, ok := find(m, name); return ok }) {
			others = append(others, name)
		}
	}
	return others
}

// sum reads an object whole and tells the hash of its bytes.
func (b *bucket) sum(ctx context.Context, key string, size int64) (sum [sha256.Size]byte, err error) {
	err = b.try(ctx, size, func(ctx context.Context) error {
		r, _, _, err := b.store.GetObject(ctx, b.name, key, minio.GetObjectOptions{})
		if err != nil {
			return err
		}
		defer r.Close()
		h := sha256.New()
		_, err = io.Copy(h, r)
		sum = [sha256.Size]byte(h.Sum(nil))
		return err
	})
	return sum, err
}

// compare reads every object of the site: a store's word is not taken for its bytes.
func (b *bucket) compare(ctx context.Context, listing map[string]object, m outdir.Manifest, d Difference) (Difference, error) {
	d.Checked = len(m)
	for _, name := range slices.Sorted(maps.Keys(listing)) {
		if _, ok := find(m, name); !ok {
			d.Extra = append(d.Extra, name)
		}
	}
	var mu sync.Mutex
	done := 0
	err := each(ctx, b.opt.jobs(16), m, func(ctx context.Context, e outdir.Entry) error {
		_, listed := listing[e.Name]
		sum, err := b.sum(ctx, b.key(e.Name), e.Size)
		mu.Lock()
		defer mu.Unlock()
		done++
		b.opt.progress("Đang đối chiếu", done, len(m))
		switch {
		case !listed || isMissing(err):
			d.Missing = append(d.Missing, e.Name)
			return nil
		case err == nil && sum != e.Sum:
			d.Changed = append(d.Changed, e.Name)
		}
		return err
	})
	slices.Sort(d.Missing)
	slices.Sort(d.Changed)
	if err != nil {
		err = b.failed(err, false)
	}
	return d, err
}

// outliving are hashed files that pages now live, or left by a delivery that was cut, may ask for.
func (l *looked) outliving(s *site) outdir.Manifest {
	if l.live == nil && len(l.tries) == 0 {
		return nil
	}
	var old outdir.Manifest
	seen := map[string]bool{}
	for _, r := range append(l.tries, l.live) {
		if r == nil {
			continue
		}
		before := r.site
		if r == l.live && r.is(s) { // mended, not replaced
			before = r.all()
		}
		for _, e := range outlived(before, s.manifest) {
			if _, there := l.listing[e.Name]; there && !seen[e.Name] {
				old, seen[e.Name] = append(old, e), true
			}
		}
	}
	slices.SortFunc(old, func(a, b outdir.Entry) int { return strings.Compare(a.Name, b.Name) })
	return old
}

package deliver

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/gofrs/flock"

	"bangvang/internal/outdir"
)

// A folder is a destination on a disk of this machine.
type folder struct {
	shown string // as given
	dir   string // what the public reads
	state string // what lies beside it
	opt   Options
}

func newFolder(address string, opt Options) *folder {
	return &folder{shown: address, opt: opt}
}

// locate finds the folder and refuses what can never be one.
func (f *folder) locate() error {
	dir, err := filepath.Abs(f.shown)
	if err != nil {
		return err
	}
	if filepath.Dir(dir) == dir {
		return fmt.Errorf("%w %q: đây là thư mục gốc của ổ đĩa; hãy chọn một thư mục con", ErrAddress, f.shown)
	}
	f.dir = dir
	f.state = filepath.Join(filepath.Dir(dir), "."+filepath.Base(dir)+".bangvang")
	return nil
}

func (f *folder) tree(name string) string   { return filepath.Join(f.state, "releases", name) }
func (f *folder) record(name string) string { return f.tree(name) + ".txt" }
func (f *folder) staging() string           { return filepath.Join(f.state, "new") }
func (f *folder) clone() string             { return filepath.Join(f.state, "clone") }

// begin locks the folder and clears what a killed run left.
func (f *folder) begin(ctx context.Context) (release func(), err error) {
	if err := f.locate(); err != nil {
		return nil, err
	}
	if err := f.opt.may(ctx, "mkdir"); err != nil {
		return nil, err
	}
	if err := os.MkdirAll(filepath.Join(f.state, "releases"), 0o755); err != nil {
		return nil, err
	}
	l := flock.New(filepath.Join(f.state, "lock"), flock.SetPermissions(0o644))
	ok, err := l.TryLock()
	switch {
	case err != nil:
		return nil, err
	case !ok:
		return nil, fmt.Errorf("%w vào %q; hãy chờ nó xong rồi chạy lại", ErrBusy, f.shown)
	}
	unlock := func() { _ = l.Unlock() }
	if err := f.clear(ctx); err != nil {
		unlock()
		return nil, err
	}
	return unlock, nil
}

// clear removes what is neither a release nor live.
func (f *folder) clear(ctx context.Context) error {
	for _, left := range []string{f.staging(), f.clone(), f.link()} {
		if err := f.remove(ctx, left); err != nil {
			return err
		}
	}
	entries, err := os.ReadDir(filepath.Join(f.state, "releases"))
	if err != nil {
		return err
	}
	for _, e := range entries {
		if _, err := os.Lstat(f.record(e.Name())); e.IsDir() && errors.Is(err, fs.ErrNotExist) {
			if err := f.remove(ctx, f.tree(e.Name())); err != nil {
				return err
			}
		}
	}
	return nil
}

func (f *folder) remove(ctx context.Context, path string) error {
	if _, err := os.Lstat(path); errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err := f.opt.may(ctx, "remove"); err != nil {
		return err
	}
	return os.RemoveAll(path)
}

// kept are the releases with a record, the oldest first.
func (f *folder) kept() ([]*release, error) {
	entries, err := os.ReadDir(filepath.Join(f.state, "releases"))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	var names []string
	for _, e := range entries {
		if name, ok := strings.CutSuffix(e.Name(), ".txt"); ok && releaseName.MatchString(name) {
			names = append(names, name)
		}
	}
	byNumber(names)
	var kept []*release
	for _, name := range names {
		b, err := os.ReadFile(f.record(name))
		if err != nil {
			return nil, err
		}
		r, err := parseRelease(string(b))
		if err != nil {
			return nil, fmt.Errorf("%w: %q; hãy xoá tệp ấy và thư mục cùng tên nếu không phải bản đang công bố", err, f.record(name))
		}
		kept = append(kept, r)
	}
	return kept, nil
}

func (f *folder) releases(context.Context) ([]Release, error) {
	if err := f.locate(); err != nil {
		return nil, err
	}
	kept, err := f.kept()
	if err != nil {
		return nil, err
	}
	live, err := f.live(kept)
	if err != nil {
		return nil, err
	}
	return listed(kept, nameOf(live)), nil
}

func nameOf(r *release) string {
	if r == nil {
		return ""
	}
	return r.name
}

// sumOf is the sum of all that was delivered as a release.
func sumOf(r *release) (sum [sha256.Size]byte) {
	if r != nil {
		sum = r.site.Sum()
	}
	return sum
}

func (f *folder) rollback(ctx context.Context, name string) (Report, error) {
	return f.run(ctx, func(kept []*release, live *release) (*site, error) {
		back, err := choose(kept, live, name)
		if err != nil {
			return nil, err
		}
		return &site{dir: f.tree(back.name), manifest: back.site, from: back.name}, nil
	})
}

func (f *folder) publish(ctx context.Context, s *site) (Report, error) {
	return f.run(ctx, func([]*release, *release) (*site, error) { return s, nil })
}

// run delivers what is chosen, under the lock.
func (f *folder) run(ctx context.Context, choose func(kept []*release, live *release) (*site, error)) (Report, error) {
	unlock, err := f.begin(ctx)
	if err != nil {
		return Report{}, f.failed(err)
	}
	defer unlock()
	kept, err := f.kept()
	if err != nil {
		return Report{}, f.failed(err)
	}
	live, err := f.live(kept)
	if err != nil {
		return Report{}, f.failed(err)
	}
	if kept, err = f.dropUnborn(ctx, kept, live); err != nil {
		return Report{}, f.failed(err)
	}
	s, err := choose(kept, live)
	if err != nil {
		return Report{}, f.failed(err)
	}
	report, err := f.deliver(ctx, s, kept, live)
	return report, f.failed(err)
}

// dropUnborn removes releases that are newer than the live one: they are of runs that were killed before the switch.
func (f *folder) dropUnborn(ctx context.Context, kept []*release, live *release) ([]*release, error) {
	for live != nil && len(kept) > 0 && kept[len(kept)-1].name != live.name {
		if err := f.drop(ctx, kept[len(kept)-1].name); err != nil {
			return nil, err
		}
		kept = kept[:len(kept)-1]
	}
	return kept, nil
}

// drop removes a release, the record first: a tree without one is a leftover.
func (f *folder) drop(ctx context.Context, name string) error {
	if err := f.remove(ctx, f.record(name)); err != nil {
		return err
	}
	return f.remove(ctx, f.tree(name))
}

// deliver makes the site live, unless it is.
func (f *folder) deliver(ctx context.Context, s *site, kept []*release, live *release) (Report, error) {
	d, err := f.differs(ctx, live)
	if err != nil {
		return Report{}, err
	}
	if len(d.Extra) > 0 {
		return Report{}, foreign(f.shown, d.Extra)
	}
	report := Report{Was: nameOf(live), From: s.from, Files: len(s.manifest)}
	if live.is(s) && d.Clean() && !(f.opt.Purge && len(live.old) > 0) {
		report.Release = live.name
	} else {
		next := &release{name: nameAfter(names(kept), s.manifest), from: s.from, site: s.manifest}
		if live != nil && !f.opt.Purge {
			next.old = outlived(live.site, s.manifest)
		}
		if err := f.stage(ctx, s, next, live, d, &report); err != nil {
			return Report{}, err
		}
		if err := f.put(ctx, next); err != nil {
			return Report{}, err
		}
		if err := f.goLive(ctx, next, live); err != nil {
			return Report{}, err
		}
		report.Release, kept = next.name, append(kept, next)
		report.Removed = gone(live, next)
	}
	kept, err = f.prune(ctx, kept, report.Release)
	if err != nil {
		report.Warning = fmt.Sprintf("chưa dọn được bản cũ (%v); lần sau sẽ dọn", err)
	}
	report.Kept = listed(kept, report.Release)
	return report, nil
}

// gone counts what the public could read before and cannot now.
func gone(before, now *release) int {
	n := 0
	all := now.all()
	for _, e := range before.all() {
		if _, ok := find(all, e.Name); !ok {
			n++
		}
	}
	return n
}

func names(kept []*release) []string {
	var all []string
	for _, r := range kept {
		all = append(all, r.name)
	}
	return all
}

// prune removes releases beyond those that are kept.
func (f *folder) prune(ctx context.Context, kept []*release, live string) ([]*release, error) {
	for len(kept) > f.opt.keep() {
		i := slices.IndexFunc(kept, func(r *release) bool { return r.name != live })
		if err := f.drop(ctx, kept[i].name); err != nil {
			return kept, err
		}
		kept = slices.Delete(kept, i, i+1)
	}
	return kept, nil
}

func foreign(place string, names []string) error {
	shown := names[:min(len(names), 5)]
	more := ""
	if n := len(names) - len(shown); n > 0 {
		more = fmt.Sprintf(" và %d tệp nữa", n)
	}
	return fmt.Errorf("%w: %s có %s%s; hãy chuyển chúng đi nơi khác, hoặc chọn nơi công bố khác", ErrForeign, place, strings.Join(shown, ", "), more)
}

// failed says what state the folder is in. It is switched in one step, so it is what it was, or all of it new.
func (f *folder) failed(err error) error {
	if err == nil {
		return nil
	}
	if errors.Is(err, errAfterSwitch) {
		return worded(err, "%s đã là bản mới và đầy đủ; chạy lại lệnh để ghi nhận", f.shown)
	}
	return worded(err, "%s giữ nguyên như trước", f.shown)
}

// errAfterSwitch is of what failed when the new site was live.
var errAfterSwitch = errors.New("đã chuyển sang bản mới nhưng chưa ghi xong sổ")

func (f *folder) verify(ctx context.Context, m outdir.Manifest) (Difference, error) {
	if err := f.locate(); err != nil {
		return Difference{}, err
	}
	kept, err := f.kept()
	if err != nil {
		return Difference{}, err
	}
	live, err := f.live(kept)
	if err != nil {
		return Difference{}, err
	}
	want := live
	if m != nil {
		want = &release{site: m}
		if live != nil {
			want.old = live.old
		}
	}
	d, err := f.differs(ctx, want)
	d.Release, d.Record = nameOf(live), sumOf(live)
	d.Another = m != nil && live != nil && mark(m) != mark(live.site)
	return d, err
}

package deliver

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"bangvang/internal/outdir"
)

// link is where the link that replaces the live one is made.
func (f *folder) link() string { return filepath.Join(f.state, "link") }

// switches is the file that names, for a real directory, the release that is live and the one it is being switched to.
func (f *folder) switches() string { return filepath.Join(f.state, "live.txt") }

// live is the release that the public reads, nil if there is none. A place that somebody else made is refused.
func (f *folder) live(kept []*release) (*release, error) {
	st, err := os.Lstat(f.dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, nil
	case err != nil:
		return nil, err
	case st.Mode()&fs.ModeSymlink != 0:
		return f.linked(kept)
	case !st.IsDir():
		return nil, fmt.Errorf("%w %q: đây là một tệp, không phải thư mục", ErrAddress, f.shown)
	}
	return f.exchanged(kept)
}

func (f *folder) linked(kept []*release) (*release, error) {
	target, err := os.Readlink(f.dir)
	if err != nil {
		return nil, err
	}
	if !filepath.IsAbs(target) {
		target = filepath.Join(filepath.Dir(f.dir), target)
	}
	for _, r := range kept {
		if filepath.Clean(target) == f.tree(r.name) {
			return r, nil
		}
	}
	return nil, fmt.Errorf("%w: %q là liên kết tới %q; hãy xoá liên kết, hoặc chỉ thẳng thư mục ấy", ErrForeign, f.shown, target)
}

// exchanged finds the live release of a real directory. If a run was killed while it switched, the bytes tell which one it is.
func (f *folder) exchanged(kept []*release) (*release, error) {
	b, err := os.ReadFile(f.switches())
	if errors.Is(err, fs.ErrNotExist) {
		entries, err := os.ReadDir(f.dir)
		if err != nil || len(entries) == 0 {
			return nil, err
		}
		var names []string
		for _, e := range entries {
			names = append(names, e.Name())
		}
		return nil, foreign(f.shown, names)
	}
	if err != nil {
		return nil, err
	}
	var could []*release
	for _, name := range strings.Fields(string(b)) {
		if i := slices.IndexFunc(kept, func(r *release) bool { return r.name == name }); i >= 0 {
			could = append(could, kept[i])
		}
	}
	best, least := (*release)(nil), 0
	for _, r := range could {
		if len(could) == 1 {
			return r, nil
		}
		d, err := compareTree(context.Background(), f.dir, r.all())
		if err != nil {
			return nil, err
		}
		if wrong := len(d.Missing) + len(d.Changed) + len(d.Extra); best == nil || wrong < least {
			best, least = r, wrong
		}
	}
	return best, nil
}

// differs compares what is live with a release.
func (f *folder) differs(ctx context.Context, r *release) (Difference, error) {
	if _, err := os.Lstat(f.dir); errors.Is(err, fs.ErrNotExist) {
		d := Difference{}
		for _, e := range r.all() {
			d.Missing = append(d.Missing, e.Name)
		}
		return d, nil
	}
	return compareTree(ctx, f.dir+string(filepath.Separator), r.all())
}

// compareTree reads every file of a folder.
func compareTree(ctx context.Context, dir string, m outdir.Manifest) (Difference, error) {
	var d Difference
	seen := make(map[string]bool, len(m))
	err := filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return errors.Join(err, ctx.Err())
		}
		rel, err := filepath.Rel(dir, path)
		if err != nil {
			return err
		}
		name := filepath.ToSlash(rel)
		want, ok := find(m, name)
		switch {
		case !ok && leftByOthers(name):
			return nil
		case !ok:
			d.Extra = append(d.Extra, name)
			return nil
		}
		seen[name] = true
		d.Checked++
		if !e.Type().IsRegular() || !holds(path, want) {
			d.Changed = append(d.Changed, name)
		}
		return nil
	})
	for _, e := range m {
		if !seen[e.Name] {
			d.Missing = append(d.Missing, e.Name)
		}
	}
	return d, err
}

// leftByOthers is what file managers and certificates' renewal leave; it is nobody's work.
func leftByOthers(name string) bool {
	base := name[strings.LastIndexByte(name, '/')+1:]
	return base == ".DS_Store" || base == "Thumbs.db" || base == "desktop.ini"
}

// goLive switches the public to a release, in one step.
func (f *folder) goLive(ctx context.Context, r, before *release) error {
	st, err := os.Lstat(f.dir)
	if err == nil && st.IsDir() {
		return f.exchange(ctx, r, before)
	}
	target, err := filepath.Rel(filepath.Dir(f.dir), f.tree(r.name))
	if err != nil {
		return err
	}
	if err := f.opt.may(ctx, "symlink"); err != nil {
		return err
	}
	if err := os.Symlink(target, f.link()); err != nil {
		return fmt.Errorf("không đặt được liên kết (%w); hãy tạo thư mục rỗng %q rồi chạy lại", err, f.shown)
	}
	if err := f.opt.may(ctx, "rename"); err != nil {
		return err
	}
	if err := os.Rename(f.link(), f.dir); err != nil {
		return err
	}
	return f.settle(ctx, filepath.Dir(f.dir))
}

// settle waits until the names of a folder are on the disk, when the site is live already.
func (f *folder) settle(ctx context.Context, dir string) error {
	if err := f.opt.may(ctx, "sync"); err != nil {
		return fmt.Errorf("%w: %w", errAfterSwitch, err)
	}
	if err := outdir.SyncFolder(dir); err != nil {
		return fmt.Errorf("%w: %w", errAfterSwitch, err)
	}
	return nil
}

// exchange switches a real directory: a copy of the release, by hard links, changes places with it.
func (f *folder) exchange(ctx context.Context, r, before *release) error {
	if err := f.linkTree(ctx, f.tree(r.name), f.clone(), r.all()); err != nil {
		return err
	}
	if err := f.write(ctx, f.switches(), []byte(strings.TrimSpace(nameOf(before)+" "+r.name)+"\n")); err != nil {
		return err
	}
	if err := f.opt.may(ctx, "exchange"); err != nil {
		return err
	}
	if err := outdir.Exchange(f.clone(), f.dir); err != nil {
		if outdir.CannotExchange(err) {
			err = fmt.Errorf("ổ đĩa này không đổi chỗ được hai thư mục trong một bước (%w); hãy xoá hoặc dời thư mục %q để bangvang đặt một liên kết ở đó", err, f.shown)
		}
		return err
	}
	if err := f.settle(ctx, filepath.Dir(f.dir)); err != nil {
		return err
	}
	if err := f.write(ctx, f.switches(), []byte(r.name+"\n")); err != nil {
		return fmt.Errorf("%w: %w", errAfterSwitch, err)
	}
	if err := f.remove(ctx, f.clone()); err != nil {
		return fmt.Errorf("%w: %w", errAfterSwitch, err)
	}
	return nil
}

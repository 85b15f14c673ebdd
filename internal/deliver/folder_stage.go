package deliver

import (
	"context"
	"crypto/sha256"
	"errors"
	"io"
	"os"
	"path"
	"path/filepath"
	"slices"

	"bangvang/internal/outdir"
)

// stage makes the tree of a release in the staging folder. What the live release has already, and undamaged, is linked from there.
func (f *folder) stage(ctx context.Context, s *site, next, live *release, damage Difference, report *Report) error {
	if err := f.folders(ctx, f.staging(), next.all()); err != nil {
		return err
	}
	wrong := slices.Concat(damage.Missing, damage.Changed)
	slices.Sort(wrong)
	have := live.all()
	for i, e := range next.all() {
		f.opt.progress("Đang chép", i, len(next.site))
		to := filepath.Join(f.staging(), filepath.FromSlash(e.Name))
		if was, ok := find(have, e.Name); ok && was.Sum == e.Sum {
			_, damaged := slices.BinarySearch(wrong, e.Name)
			if !damaged {
				if err := f.linkFile(ctx, filepath.Join(f.tree(live.name), filepath.FromSlash(e.Name)), to); err != nil {
					return err
				}
				continue
			}
		}
		if _, ours := find(s.manifest, e.Name); !ours {
			continue // of the release before, and damaged there: nobody can bring it back
		}
		if err := f.copyFile(ctx, s, e, to); err != nil {
			return err
		}
		report.Sent++
		report.Bytes += e.Size
	}
	next.old = slices.DeleteFunc(slices.Clone(next.old), func(e outdir.Entry) bool {
		_, damaged := slices.BinarySearch(wrong, e.Name)
		return damaged
	})
	return nil
}

// folders makes every folder that the files need, readable by all whatever the umask.
func (f *folder) folders(ctx context.Context, root string, m outdir.Manifest) error {
	made := map[string]bool{}
	var mkdir func(dir string) error
	mkdir = func(dir string) error {
		if made[dir] {
			return nil
		}
		if dir != "." {
			if err := mkdir(path.Dir(dir)); err != nil {
				return err
			}
		}
		made[dir] = true
		if err := f.opt.may(ctx, "mkdir"); err != nil {
			return err
		}
		at := filepath.Join(root, filepath.FromSlash(dir))
		if err := os.Mkdir(at, 0o755); err != nil {
			return err
		}
		return os.Chmod(at, 0o755)
	}
	for _, e := range m {
		if err := mkdir(path.Dir(e.Name)); err != nil {
			return err
		}
	}
	return nil
}

func (f *folder) linkTree(ctx context.Context, from, to string, m outdir.Manifest) error {
	if err := f.folders(ctx, to, m); err != nil {
		return err
	}
	for _, e := range m {
		name := filepath.FromSlash(e.Name)
		if err := f.linkFile(ctx, filepath.Join(from, name), filepath.Join(to, name)); err != nil {
			return err
		}
	}
	return nil
}

// linkFile makes one file of the disk appear twice, or copies it where that cannot be.
func (f *folder) linkFile(ctx context.Context, from, to string) error {
	if err := f.opt.may(ctx, "link"); err != nil {
		return err
	}
	if os.Link(from, to) == nil {
		return nil
	}
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	return f.create(ctx, to, func(w *os.File) error { _, err := io.Copy(w, in); return err })
}

func (f *folder) copyFile(ctx context.Context, s *site, e outdir.Entry, to string) error {
	return f.create(ctx, to, func(w *os.File) error { return s.copyTo(w, e) })
}

// create makes a file that is not there yet, readable by all.
func (f *folder) create(ctx context.Context, path string, fill func(*os.File) error) error {
	if err := f.opt.may(ctx, "create"); err != nil {
		return err
	}
	out, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	err = fill(out)
	if err == nil {
		err = f.opt.may(ctx, "write")
	}
	if err == nil {
		err = out.Chmod(0o644)
	}
	if e := out.Close(); err == nil {
		err = e
	}
	return err
}

// put makes the staged tree a release: on the disk, by its name, and last with its record.
func (f *folder) put(ctx context.Context, r *release) error {
	if err := f.opt.may(ctx, "sync"); err != nil {
		return err
	}
	if err := outdir.SyncTree(f.staging()); err != nil {
		return err
	}
	if err := f.opt.may(ctx, "rename"); err != nil {
		return err
	}
	if err := os.Rename(f.staging(), f.tree(r.name)); err != nil {
		return err
	}
	return f.write(ctx, f.record(r.name), r.text())
}

// write replaces a small file, at once or not at all.
func (f *folder) write(ctx context.Context, path string, b []byte) error {
	temp := filepath.Join(f.state, "text")
	if err := f.remove(ctx, temp); err != nil {
		return err
	}
	err := f.create(ctx, temp, func(w *os.File) error {
		_, err := w.Write(b)
		return errors.Join(err, w.Sync())
	})
	if err != nil {
		return err
	}
	if err := f.opt.may(ctx, "rename"); err != nil {
		return err
	}
	if err := os.Rename(temp, path); err != nil {
		return err
	}
	return outdir.SyncFolder(filepath.Dir(path))
}

// holds reports whether a file has the bytes that it should.
func holds(path string, e outdir.Entry) bool {
	st, err := os.Stat(path)
	if err != nil || st.Size() != e.Size {
		return false
	}
	in, err := os.Open(path)
	if err != nil {
		return false
	}
	defer in.Close()
	h := sha256.New()
	_, err = io.Copy(h, in)
	return err == nil && [sha256.Size]byte(h.Sum(nil)) == e.Sum
}

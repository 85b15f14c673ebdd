package outdir

import (
	"io"
	"os"
	"path/filepath"
)

// A disk is the file system as far as it is changed here. Its zero value is the
// real one.
type disk struct {
	// ask, if not nil, is called before each change and may refuse it. Tests use
	// it to fail, or to die, at the n-th change.
	ask func(op, path string) error
}

func (d disk) may(op, path string) error {
	if d.ask == nil {
		return nil
	}
	return d.ask(op, path)
}

func (d disk) mkdirAll(path string) error {
	if err := d.may("mkdir", path); err != nil {
		return err
	}
	return os.MkdirAll(path, 0o755)
}

func (d disk) mkdir(path string) error {
	if err := d.may("mkdir", path); err != nil {
		return err
	}
	return os.Mkdir(path, 0o755)
}

// create makes a file that is not there yet.
func (d disk) create(path string) (*os.File, error) {
	if err := d.may("create", path); err != nil {
		return nil, err
	}
	return os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
}

func (d disk) write(f *os.File, p []byte) error {
	if err := d.may("write", f.Name()); err != nil {
		return err
	}
	_, err := f.Write(p)
	return err
}

func (d disk) close(f *os.File) error {
	err := d.may("close", f.Name())
	if e := f.Close(); err == nil {
		err = e
	}
	return err
}

func (d disk) chmod(path string, mode os.FileMode) error {
	if err := d.may("chmod", path); err != nil {
		return err
	}
	return os.Chmod(path, mode)
}

func (d disk) link(from, to string) error {
	if err := d.may("link", to); err != nil {
		return err
	}
	return os.Link(from, to)
}

func (d disk) rename(from, to string) error {
	if err := d.may("rename", to); err != nil {
		return err
	}
	return os.Rename(from, to)
}

// exchange makes two folders change places in one step, or fails with an error
// for which cannotExchange is true.
func (d disk) exchange(a, b string) error {
	if err := d.may("exchange", b); err != nil {
		return err
	}
	return exchange(a, b)
}

func (d disk) remove(path string) error {
	if err := d.may("remove", path); err != nil {
		return err
	}
	return os.Remove(path)
}

func (d disk) removeAll(path string) error {
	if err := d.may("remove", path); err != nil {
		return err
	}
	return os.RemoveAll(path)
}

// sync waits until all that lies below a folder is on the disk.
func (d disk) sync(path string) error {
	if err := d.may("sync", path); err != nil {
		return err
	}
	return syncTree(path)
}

// syncFolder waits until the names in a folder are on the disk.
func (d disk) syncFolder(path string) error {
	if err := d.may("sync", path); err != nil {
		return err
	}
	return syncNames(path)
}

// syncEach waits for every file and folder below path, one after another.
func syncEach(path string) error {
	return filepath.WalkDir(path, func(path string, e os.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if e.IsDir() {
			return syncNames(path)
		}
		f, err := os.OpenFile(path, os.O_RDWR, 0)
		if err != nil {
			return err
		}
		err = f.Sync()
		if e := f.Close(); err == nil {
			err = e
		}
		return err
	})
}

// copyFile copies a file with its time, for disks without hard links.
func (d disk) copyFile(from, to string) error {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	st, err := in.Stat()
	if err != nil {
		return err
	}
	out, err := d.create(to)
	if err != nil {
		return err
	}
	_, err = io.Copy(writerFunc(func(p []byte) (int, error) { return len(p), d.write(out, p) }), in)
	if e := d.close(out); err == nil {
		err = e
	}
	if err == nil {
		err = os.Chtimes(to, st.ModTime(), st.ModTime())
	}
	return err
}

// writerFunc is a function as io.Writer.
type writerFunc func([]byte) (int, error)

func (f writerFunc) Write(p []byte) (int, error) { return f(p) }

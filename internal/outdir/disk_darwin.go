package outdir

import (
	"errors"
	"io/fs"
	"os"
	"syscall"

	"golang.org/x/sys/unix"
)

func exchange(a, b string) error {
	if err := unix.RenamexNp(a, b, unix.RENAME_SWAP); err != nil {
		return &os.LinkError{Op: "renamex_np", Old: a, New: b, Err: err}
	}
	return nil
}

// cannotExchange reports whether the disk knows no exchange.
func cannotExchange(err error) bool {
	return errors.Is(err, unix.ENOTSUP) || errors.Is(err, unix.EINVAL) || errors.Is(err, unix.ENOSYS)
}

func isMountPoint(string) bool { return false }

func syncTree(path string) error { return syncEach(path) }

func syncNames(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	return f.Sync()
}

// isFar reports whether what is at path lies, or may lie, on another machine's disk: what others do there shows late.
func isFar(path string) bool {
	var st unix.Statfs_t
	return unix.Statfs(path, &st) != nil || st.Flags&unix.MNT_LOCAL == 0
}

// stampOf is what the system tells of a file.
func stampOf(st fs.FileInfo) stamp {
	s, ok := st.Sys().(*syscall.Stat_t)
	if !ok {
		return stamp{}
	}
	return stamp{int64(s.Ino), s.Mtimespec.Nano(), s.Ctimespec.Nano()}
}

// isSole tells whether a file has no other name.
func isSole(st fs.FileInfo) bool {
	s, ok := st.Sys().(*syscall.Stat_t)
	return ok && s.Nlink == 1
}

// openFolder opens a folder to be read.
func openFolder(path string) (*os.File, error) { return os.Open(path) }

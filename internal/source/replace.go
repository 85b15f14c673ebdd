package source

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
)

// ReplaceRead replaces a file of a campaign's folder if it is still the one that was read; was is nil if there was none. It tells of another
// hand's change and leaves it.
func ReplaceRead(folder, path string, was, is []byte) error {
	name := filepath.Join(folder, filepath.FromSlash(path))
	now, err := os.ReadFile(name)
	if was == nil && !errors.Is(err, os.ErrNotExist) || was != nil && (err != nil || string(now) != string(was)) {
		return fmt.Errorf("%s đã đổi trong lúc đọc; không ghi gì, hãy chạy lại", path)
	}
	return ReplaceFile(name, is)
}

// ReplaceFile writes a file whole or not at all, with the folders that it lies in.
func ReplaceFile(name string, b []byte) error {
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return err
	}
	f, err := os.CreateTemp(filepath.Dir(name), ".bangvang-*")
	if err != nil {
		return err
	}
	defer os.Remove(f.Name())
	_, err = f.Write(b)
	if err == nil {
		err = f.Chmod(0o644)
	}
	if err == nil {
		err = f.Sync()
	}
	if closed := f.Close(); err == nil {
		err = closed
	}
	if err == nil {
		err = os.Rename(f.Name(), name)
	}
	return err
}

//go:build !linux && !darwin

package outdir

import (
	"errors"
	"io/fs"
	"os"
)

func exchange(a, b string) error { return errors.ErrUnsupported }

func cannotExchange(err error) bool { return errors.Is(err, errors.ErrUnsupported) }

func isMountPoint(string) bool { return false }

func syncTree(path string) error { return syncEach(path) }

// syncNames does nothing: a folder cannot be flushed by itself here.
func syncNames(string) error { return nil }

// isFar is always true: nothing is known of the disk.
func isFar(string) bool { return true }

// stampOf is nothing: the system does not tell when a file was changed.
func stampOf(fs.FileInfo) stamp { return stamp{} }

// isSole is never true: the system does not tell.
func isSole(fs.FileInfo) bool { return false }

// openFolder opens a folder to be read.
func openFolder(path string) (*os.File, error) { return os.Open(path) }

package build

import (
	"os"
	"path/filepath"

	"bangvang/internal/chart"
)

// cacheIn keeps what was drawn of one kind in a folder, one file a key: chart scenes, pictures. The folder is safe to delete; one that cannot
// be written means no cache.
func cacheIn(folder, kind, ending string) chart.Store {
	folder = filepath.Join(folder, kind)
	path := func(key string) string { return filepath.Join(folder, key+ending) }
	return chart.Store{
		Load: func(key string) ([]byte, bool) {
			b, err := os.ReadFile(path(key))
			return b, err == nil
		},
		Save: func(key string, b []byte) {
			if os.MkdirAll(folder, 0o755) != nil {
				return
			}
			// Written apart and renamed, so that a build cut short leaves no half file.
			f, err := os.CreateTemp(folder, ".new-*")
			if err != nil {
				return
			}
			_, err = f.Write(b)
			if f.Close() != nil || err != nil || os.Rename(f.Name(), path(key)) != nil {
				os.Remove(f.Name())
			}
		},
	}
}

package signoff

import (
	"archive/zip"
	"crypto/sha256"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"bangvang/internal/outdir"
)

// manifestName is a site's manifest in a pack.
const manifestName = "manifest"

// Open reads the state of a site in a folder, or in a pack. A folder without a manifest, such as a copy on a server, is weighed file by file.
func Open(name string) (*State, error) {
	if at, err := os.Stat(name); err != nil || !at.IsDir() {
		return openPack(name)
	}
	m, err := outdir.ReadManifest(name)
	if errors.Is(err, fs.ErrNotExist) {
		m, err = weigh(os.DirFS(name))
	}
	if err != nil {
		return nil, err
	}
	return Read(os.DirFS(name), m)
}

// weigh makes the manifest of a folder that has none. Names that begin with a dot are not published, but for ".well-known".
func weigh(site fs.FS) (outdir.Manifest, error) {
	var m outdir.Manifest
	err := fs.WalkDir(site, ".", func(name string, d fs.DirEntry, err error) error {
		switch base := filepath.Base(name); {
		case err != nil || name == ".":
			return err
		case base[0] == '.' && base != ".well-known" && d.IsDir():
			return fs.SkipDir
		case base[0] == '.' || !d.Type().IsRegular():
			return nil
		}
		f, err := site.Open(name)
		if err != nil {
			return err
		}
		defer f.Close()
		h := sha256.New()
		n, err := io.Copy(h, f)
		m = append(m, outdir.Entry{Name: name, Size: n, Sum: [sha256.Size]byte(h.Sum(nil))})
		return err
	})
	slices.SortFunc(m, func(a, b outdir.Entry) int { return strings.Compare(a.Name, b.Name) })
	return m, err
}

// Pack writes what a later comparison needs of a site: one file, in which other hands may not look for a site.
func Pack(w io.Writer, site fs.FS, s *State) error {
	z := zip.NewWriter(w)
	add := func(name string, write func(io.Writer) error) error {
		f, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate})
		if err != nil {
			return err
		}
		return write(f)
	}
	if err := add(manifestName, func(w io.Writer) error { _, err := s.Manifest.WriteTo(w); return err }); err != nil {
		return err
	}
	names := []string{packageName, redirectsName, goneName}
	for _, t := range s.tables {
		names = append(names, t.file)
	}
	for _, name := range names {
		if err := add(name, func(w io.Writer) error {
			b, err := s.file(site, name)
			if err != nil {
				return err
			}
			_, err = w.Write(b)
			return err
		}); err != nil {
			return err
		}
	}
	return z.Close()
}

func openPack(name string) (*State, error) {
	z, err := zip.OpenReader(name)
	switch {
	case errors.Is(err, zip.ErrFormat):
		return nil, ErrNoSite
	case err != nil:
		return nil, err
	}
	defer z.Close()
	b, err := fs.ReadFile(z, manifestName)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, ErrNoSite
	}
	if err != nil {
		return nil, err
	}
	m, err := outdir.ParseManifest(string(b))
	if err != nil {
		return nil, err
	}
	return Read(z, m)
}

package export

import (
	"compress/gzip"
	"io"
	"path"
	"slices"
	"strings"

	"github.com/andybalholm/brotli"

	"bangvang/internal/edition"
	"bangvang/internal/fileset"
)

// compressible are the endings of files that grow smaller; pictures, fonts, archives and the booklet are small already.
var compressible = []string{"html", "css", "js", "json", "xml", "svg", "txt", "csv", "webmanifest", "bib"}

// AddCompressed puts beside every file of a site that grows smaller the same file made small, .br and .gz: a server that sends these need not
// compress. A page that only leads on has none, or a server would send it in place of the redirect.
func AddCompressed(settled *edition.Settled, set *fileset.Set) error {
	leads := map[string]bool{}
	for i := range settled.Standins {
		s := &settled.Standins[i]
		leads[fileName(s.From)], leads[fileName(s.From)+"index.html"] = true, true
	}
	for _, name := range set.Names() {
		if leads[name] || !slices.Contains(compressible, strings.TrimPrefix(path.Ext(name), ".")) {
			continue
		}
		for _, c := range compressions {
			if err := set.AddFrom(name+c.ending, []string{name}, c.recipe(name)); err != nil {
				return err
			}
		}
	}
	return nil
}

var compressions = []compression{
	{".br", func(w io.Writer) io.WriteCloser { return brotli.NewWriterLevel(w, 9) }}, // 11 saves an eighth more and costs eleven times as much
	{".gz", func(w io.Writer) io.WriteCloser {
		z, _ := gzip.NewWriterLevel(w, gzip.BestCompression) // fails on no known level
		return z
	}},
}

type compression struct {
	ending string
	writer func(io.Writer) io.WriteCloser
}

func (c compression) recipe(name string) fileset.RecipeFrom {
	return func(w io.Writer, earlier fileset.Earlier) error {
		z := c.writer(w)
		if err := earlier.Write(name, z); err != nil {
			return err
		}
		return z.Close()
	}
}

// Compressed tells the names of files that AddCompressed made.
func Compressed(name string) bool {
	return slices.ContainsFunc(compressions, func(c compression) bool {
		plain, ok := strings.CutSuffix(name, c.ending)
		return ok && slices.Contains(compressible, strings.TrimPrefix(path.Ext(plain), "."))
	})
}

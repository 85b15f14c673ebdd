package export

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/binary"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"
	"time"
	"unicode/utf16"

	"bangvang/internal/edition"
	"bangvang/internal/fileset"
)

// Publication is an edition and all files of its site.
type Publication struct {
	Edition *edition.Edition
	Files   *fileset.Set
}

// aheadFolder holds what the media get before its time.
const aheadFolder = "cam-cong-bo/"

// PressKit adds to kit what the media get of a site: of its files those that people take away (charts, cards, stills, tables, PDFs, extracts,
// what is read out), at their addresses, and the texts that the edition decides. Portraits are not among them: whom they show agreed to be
// seen on the site. What is new on a site is in the kit by its kind of file alone.
//
// ahead, if not nil, is the same publication with decisions whose time has not come. Of it the kit gets the files of these decisions alone,
// each with its embargo in its name; one that does not carry it within is an error where that can be read, and is left out where it cannot.
func PressKit(kit *fileset.Set, public Publication, ahead *Publication) error {
	var names []string
	add := func(name string, r fileset.Recipe) error {
		names = append(names, name)
		return kit.Add(name, r)
	}
	for _, name := range public.Files.Names() {
		if forMedia(name) {
			if err := add(name, func(w io.Writer) error { return public.Files.Write(name, w) }); err != nil {
				return err
			}
		}
	}
	var embargoed []*edition.DecisionRef
	if ahead != nil {
		embargoed = ahead.Edition.Embargoed()
		for _, name := range ahead.Files.Names() {
			if public.Files.Has(name) || !forMedia(name) {
				continue
			}
			at := slices.IndexFunc(embargoed, func(d *edition.DecisionRef) bool { return d.Owns(name) })
			if at < 0 {
				continue
			}
			e := embargoed[at].Embargo
			if !tells(name) && !marks(ahead.Edition, name, e.Words) {
				continue
			}
			if err := add(aheadFolder+path.Dir(name)+"/"+e.Stamp+"_"+path.Base(name), labelled(ahead.Files, name, e.Words)); err != nil {
				return err
			}
		}
	}
	for _, t := range public.Edition.ComposeKit(names, embargoed).Texts {
		if err := kit.Add(t.Name, text("\ufeff"+strings.Join(t.Lines, "\r\n")+"\r\n")); err != nil {
			return err
		}
	}
	return nil
}

// forMedia tells whether people take a file away from the site: by what it is, unless it lies where only machines go.
func forMedia(name string) bool {
	folders := strings.Split(path.Dir(name), "/")
	if folders[0] == "." || folders[0] == "v" || slices.ContainsFunc(folders, func(f string) bool {
		return slices.Contains([]string{"assets", "tim-kiem", "nhung", "oembed", "feed", ".well-known", "may-chu"}, f)
	}) {
		return false
	}
	if path.Base(name) == "trich.html" {
		return true
	}
	return slices.Contains([]string{".csv", ".xlsx", ".pdf", ".png", ".svg", ".txt"}, path.Ext(name))
}

// tells tells whether a file of an embargoed decision says so in words that are looked for.
func tells(name string) bool {
	return slices.Contains([]string{".csv", ".xlsx", ".txt", ".html"}, path.Ext(name))
}

// marks tells whether a picture has the words across it.
func marks(ed *edition.Edition, name, words string) bool {
	return slices.ContainsFunc(ed.Drawings, func(d edition.Drawing) bool { return fileName(d.Path) == name && d.Mark == words })
}

// labelled writes a file that carries a label. A workbook's is in its cells, where export puts every column of a data set.
func labelled(files *fileset.Set, name, label string) fileset.Recipe {
	return func(w io.Writer) error {
		b, err := files.Bytes(name)
		if err != nil {
			return err
		}
		if slices.Contains([]string{".csv", ".txt", ".html"}, path.Ext(name)) && !bytes.Contains(b, []byte(label)) && !bytes.Contains(b, utf16LE(label)) {
			return fmt.Errorf("%s không mang dòng %q", name, label)
		}
		_, err = w.Write(b)
		return err
	}
}

func utf16LE(s string) []byte {
	var b []byte
	for _, u := range utf16.Encode([]rune(s)) {
		b = binary.LittleEndian.AppendUint16(b, u)
	}
	return b
}

// WriteZip writes a set as a zip file, in the order of names, all of one time.
func WriteZip(ctx context.Context, w io.Writer, set *fileset.Set, made time.Time) error {
	z := zip.NewWriter(w)
	for _, name := range set.Names() {
		if err := ctx.Err(); err != nil {
			return err
		}
		method := zip.Deflate
		if slices.Contains([]string{".png", ".xlsx", ".pdf"}, path.Ext(name)) {
			method = zip.Store // packed already
		}
		part, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: method, Modified: made.UTC()})
		if err != nil {
			return err
		}
		if err := set.Write(name, part); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
	}
	return z.Close()
}

package export

import (
	"archive/zip"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"
	"time"

	"bangvang/internal/edition"
	"bangvang/internal/fileset"
	"bangvang/internal/sheet"
)

const (
	workbookName = dataFolder + "toan-bo.xlsx"
	archiveName  = dataFolder + "toan-bo.zip"
	packageName  = dataFolder + "datapackage.json"
	sumsName     = dataFolder + "SHA256SUMS"
)

// An archive is a zip file whose members all bear the edition's time, in the order in which they are put in.
type archive struct {
	z    *zip.Writer
	made time.Time
}

func (a archive) create(name string) (io.Writer, error) {
	method := zip.Deflate
	if path.Ext(name) == ".xlsx" {
		method = zip.Store // it is one itself
	}
	return a.z.CreateHeader(&zip.FileHeader{Name: name, Method: method, Modified: a.made.UTC()})
}

// copy puts an earlier file in.
func (a archive) copy(earlier fileset.Earlier, file, name string) error {
	w, err := a.create(name)
	if err != nil {
		return err
	}
	return earlier.Write(file, w)
}

// addArchive adds the zip file of one data set: its CSV and its workbook, what describes them, and a text to read first.
func addArchive(set *fileset.Set, d *edition.Dataset, from origin) error {
	table, book := csvName(d), fileName(format{ending: ".xlsx"}.path(d))
	return set.AddFromOf(dataFolder+d.ID+".zip", []string{table, book}, from.of(d), func(w io.Writer, earlier fileset.Earlier) error {
		a := archive{sheet.NewZip(w, from.packed), from.made}
		if err := a.read(d.Title, d.Notes, from, []*edition.Dataset{d}); err != nil {
			return err
		}
		described, err := dataPackage(earlier, from, []*edition.Dataset{d}, true)
		if err != nil {
			return err
		}
		if err := a.describe(described); err != nil {
			return err
		}
		for _, name := range []string{table, book} {
			if err := a.copy(earlier, name, path.Base(name)); err != nil {
				return err
			}
		}
		return a.z.Close()
	})
}

// addWholeArchive adds datapackage.json and the zip file of all of the campaign's tables.
func addWholeArchive(set *fileset.Set, from origin) error {
	var tables []string
	for _, d := range from.whole {
		tables = append(tables, csvName(d))
	}
	err := set.AddFromOf(packageName, tables, from.of(from.whole...), func(w io.Writer, earlier fileset.Earlier) error {
		described, err := dataPackage(earlier, from, from.whole, false)
		if err != nil {
			return err
		}
		return writeIndented(w, described)
	})
	if err != nil {
		return err
	}
	files := append([]string{packageName}, append(tables, workbookName)...)
	return set.AddFromOf(archiveName, files, from.of(from.whole...), func(w io.Writer, earlier fileset.Earlier) error {
		a := archive{sheet.NewZip(w, from.packed), from.made}
		if err := a.read(from.guide.Title, from.guide.Notes, from, from.whole); err != nil {
			return err
		}
		for _, name := range files {
			if err := a.copy(earlier, name, strings.TrimPrefix(name, dataFolder)); err != nil {
				return err
			}
		}
		return a.z.Close()
	})
}

func (a archive) describe(v object) error {
	w, err := a.create("datapackage.json")
	if err != nil {
		return err
	}
	return writeIndented(w, v)
}

// addSums adds the sums of all files of data that are in the set, as sha256sum writes and checks them in their folder.
func addSums(set *fileset.Set) error {
	var names []string
	for _, name := range set.Names() {
		if strings.HasPrefix(name, dataFolder) {
			names = append(names, name)
		}
	}
	return set.AddFromOf(sumsName, names, of(names), func(w io.Writer, earlier fileset.Earlier) error {
		for _, name := range names {
			m, err := measure(earlier, name)
			if err != nil {
				return err
			}
			if _, err := fmt.Fprintf(w, "%s  %s\n", m.sum, strings.TrimPrefix(name, dataFolder)); err != nil {
				return err
			}
		}
		return nil
	})
}

// read puts README.txt in: with a mark and CRLF, so that every Notepad shows it right.
func (a archive) read(title string, notes []edition.NoteGroup, from origin, sets []*edition.Dataset) error {
	part, err := a.create("README.txt")
	if err != nil {
		return err
	}
	b := buffered(part)
	w := func(lines ...string) {
		for _, line := range lines {
			b.WriteString(strings.ReplaceAll(line, "\n", "\r\n") + "\r\n")
		}
	}
	b.WriteString("\ufeff")
	w(strings.ToUpper(title))
	for _, g := range notes {
		w("")
		if g.Heading != "" {
			w(strings.ToUpper(g.Heading))
		}
		for _, f := range g.Facts {
			w(entryLine(f))
		}
	}
	for _, d := range sets {
		w("", strings.ToUpper(from.guide.Columns)+": "+path.Base(d.ID)+".csv")
		for _, c := range d.Table.Columns {
			w(c.Key + ": " + c.Head + ". " + c.Says + codeWords(c, " "))
		}
	}
	w("", strings.ToUpper(from.guide.Reading))
	for _, f := range from.guide.Formats {
		w(entryLine(f))
	}
	w(from.guide.Promise...)
	w(slices.Concat([]string{"", "IN ENGLISH"}, from.guide.English)...)
	return finish(b)
}

func entryLine(f edition.Fact) string {
	if f.Term == "" {
		return "- " + f.Value
	}
	return f.Term + ": " + f.Value
}

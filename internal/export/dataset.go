package export

import (
	"crypto/sha256"
	"fmt"
	"io"
	"slices"
	"time"

	"bangvang/internal/digest"
	"bangvang/internal/edition"
	"bangvang/internal/fileset"
)

// A format is a kind of file that every data set comes in.
type format struct {
	ending string
	media  string
	write  func(w io.Writer, d *edition.Dataset, from origin) error
}

var formats = []format{
	{".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", writeXLSX},
	{".csv", "text/csv", writeCSV},
	{".excel.csv", "text/csv", writeExcelCSV},
	{".json", "application/json", writeJSON},
}

// origin is what a file of data says of itself and its publisher.
type origin struct {
	site   *edition.Site
	base   base
	guide  *edition.DataGuide
	made   time.Time          // the edition's clock
	whole  []*edition.Dataset // the campaign's tables
	seen   *digest.Book
	proof  *proof
	packed *Kept // tables that were packed before
}

// of is the origin of a file of data sets: these, and what every such file says.
func (o origin) of(sets ...*edition.Dataset) fileset.Origin {
	return func() ([sha256.Size]byte, bool) {
		var titles []string
		for _, d := range o.whole {
			titles = append(titles, d.ID, d.Title)
		}
		return o.seen.Of(sets, o.site, o.base, o.guide, o.made.Unix(), titles)
	}
}

func newOrigin(ed *edition.Edition, b base, packed *Kept, seen *digest.Book) (origin, error) {
	from := origin{site: &ed.Site, base: b, guide: ed.DataGuide, seen: seen, proof: new(proof), packed: packed}
	if from.guide == nil {
		return from, fmt.Errorf("bản này không có lời dẫn cho dữ liệu")
	}
	var err error
	if from.made, err = time.Parse(time.RFC3339, ed.Site.Updated); err != nil {
		return from, fmt.Errorf("thời điểm của bản này: %w", err)
	}
	for i := range ed.Datasets {
		if d := &ed.Datasets[i]; d.Whole {
			from.whole = append(from.whole, d)
		}
	}
	return from, nil
}

// title is the title of the whole data set of an ID.
func (o origin) title(id string) string {
	for _, d := range o.whole {
		if d.ID == id {
			return d.Title
		}
	}
	return ""
}

func (f format) path(d *edition.Dataset) edition.Path {
	return edition.Path("/" + dataFolder + d.ID + f.ending)
}

// kinds are the formats, and the archive that is made of them.
func kinds() []format {
	return append(slices.Clone(formats), format{ending: ".zip", media: "application/zip"})
}

func addDatasets(ed *edition.Edition, b base, packed *Kept, seen *digest.Book, set *fileset.Set) error {
	from, err := newOrigin(ed, b, packed, seen)
	if err != nil {
		return err
	}
	add := func(name string, write func(io.Writer) error, sets ...*edition.Dataset) {
		if err == nil {
			err = set.AddOf(name, from.of(sets...), write)
		}
	}
	all := make([]*edition.Dataset, len(ed.Datasets))
	for i := range ed.Datasets {
		d := &ed.Datasets[i]
		all[i] = d
		for _, f := range formats {
			add(fileName(f.path(d)), func(w io.Writer) error {
				if err := f.write(w, d, from); err != nil {
					return fmt.Errorf("bộ dữ liệu %s: %w", d.ID, err)
				}
				return nil
			}, d)
		}
		if d.Whole {
			add(fileName(schemaPath(d.ID)), func(w io.Writer) error { return writeSchema(w, d, from) }, d)
		}
		if err == nil {
			err = addArchive(set, d, from)
		}
	}
	add(fileName(schemaPath("index")), func(w io.Writer) error { return writeCatalogueSchema(w, from) }, all...)
	add(workbookName, func(w io.Writer) error { return writeWorkbook(w, from) }, all...)
	add(dataFolder+"index.json", func(w io.Writer) error { return writeCatalogue(w, ed.Datasets, from) }, all...)
	add(dataFolder+"openapi.json", func(w io.Writer) error { return writeOpenAPI(w, ed.Datasets, from) }, all...)
	if err != nil {
		return err
	}
	if err := addFrozen(ed, set); err != nil {
		return err
	}
	return addWholeArchive(set, from)
}

// addFrozen adds the data files of earlier publications: the very bytes of their day, in which they say where they stood then.
func addFrozen(ed *edition.Edition, set *fileset.Set) error {
	for i := range ed.Frozen {
		f := &ed.Frozen[i]
		b, err := newBase(f.Site.BaseURL)
		if err != nil {
			return err
		}
		from := origin{site: &f.Site, base: b, proof: new(proof)}
		for j := range f.Datasets {
			d := &f.Datasets[j]
			for _, k := range frozenFormats {
				err := set.Add(fileName(f.Root+k.path(d)), func(w io.Writer) error { return k.write(w, d, from) })
				if err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// frozenFormats are texts alone: what they hold is all in what was kept, and their bytes are the same whatever program writes them.
var frozenFormats = []format{{".csv", "text/csv", writeCSV}, {".excel.csv", "text/csv", writeExcelCSV}, {".json", "application/json", writeJSON}}

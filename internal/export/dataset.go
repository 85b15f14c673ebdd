package export

import (
	"fmt"
	"io"

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
	{".csv", "text/csv", writeCSV},
	{".excel.csv", "text/csv", writeExcelCSV},
	{".json", "application/json", writeJSON},
}

// origin is what a file of data says of itself and its publisher.
type origin struct {
	site *edition.Site
	base base
}

func (f format) path(d *edition.Dataset) edition.Path {
	return edition.Path("/" + dataFolder + d.ID + f.ending)
}

func addDatasets(ed *edition.Edition, b base, set *fileset.Set) error {
	from := origin{&ed.Site, b}
	for i := range ed.Datasets {
		d := &ed.Datasets[i]
		for _, f := range formats {
			recipe := func(w io.Writer) error {
				if err := f.write(w, d, from); err != nil {
					return fmt.Errorf("bộ dữ liệu %s: %w", d.ID, err)
				}
				return nil
			}
			if err := set.Add(fileName(f.path(d)), recipe); err != nil {
				return err
			}
		}
	}
	return set.Add(dataFolder+"index.json", func(w io.Writer) error { return writeCatalogue(w, ed.Datasets, from) })
}

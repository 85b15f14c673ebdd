package export

import (
	"io"

	"bangvang/internal/edition"
)

// catalogue is index.json.
type catalogue struct {
	Title     string  `json:"title"`
	Notice    string  `json:"notice,omitempty"`
	Licence   string  `json:"licence"`
	Publisher string  `json:"publisher"`
	Updated   string  `json:"updated"`
	Address   string  `json:"address"`
	Source    string  `json:"source"`
	Schema    string  `json:"schema"`
	Package   string  `json:"package"`
	OpenAPI   string  `json:"openapi"`
	Files     []file  `json:"files"` // of all tables together
	Datasets  []entry `json:"datasets"`
}

// entry is a data set in the catalogue. Whole tells the campaign's tables from those of one page.
type entry struct {
	ID          string   `json:"id"`
	Title       string   `json:"title"`
	Description string   `json:"description"`
	Whole       bool     `json:"whole"`
	Rows        int      `json:"rows"`
	Schema      string   `json:"schema"`
	Page        string   `json:"page"`
	Columns     []column `json:"columns"`
	Files       []file   `json:"files"`
}

type file struct {
	Address string `json:"address"`
	Format  string `json:"format"`
}

func writeCatalogue(w io.Writer, datasets []edition.Dataset, from origin) error {
	address, err := from.base.url("/" + dataFolder + "index.json")
	if err != nil {
		return err
	}
	c := catalogue{
		Title: from.site.Name, Notice: from.site.Sample, Licence: from.site.Licence, Publisher: from.site.Organizer,
		Updated: from.site.Updated, Address: address, Source: string(from.base), Schema: from.at(schemaPath("index")), Package: from.at("/" + packageName), OpenAPI: from.at("/" + dataFolder + "openapi.json"),
		Datasets: make([]entry, len(datasets)),
	}
	for _, f := range from.guide.Files {
		c.Files = append(c.Files, file{from.at(f.Path), f.Format})
	}
	kinds := kinds()
	for i := range datasets {
		d := &datasets[i]
		c.Datasets[i] = entry{d.ID, d.Title, d.Description, d.Whole, d.Table.Len(), from.at(schemaPath(d.Shape)), from.at(d.Page), columnsOf(&d.Table), make([]file, len(kinds))}
		for j, f := range kinds {
			address, err := from.base.url(f.path(d))
			if err != nil {
				return err
			}
			c.Datasets[i].Files[j] = file{address, f.media}
		}
	}
	return writeIndented(w, c)
}

package source

import "bangvang/internal/diag"

// Article is a Markdown page of content/ with its front matter. Body begins at line BodyLine of File.
type Article struct {
	Place       diag.Place
	Title       Value  `key:"title"`
	Description Value  `key:"description?"`
	File        string // below content/: "ke-hoach.md", "noi-dung/kinh-te.md", "en/noi-dung/kinh-te.md"
	Lang        string // of a translation, content/<lang>/: the folder's name; else ""
	Body        string
	BodyLine    int
}

// Story is content/dien-hinh/<id>.md: an exemplary person or collective.
type Story struct {
	Place    diag.Place
	Title    Value  `key:"title"`
	Date     Value  `key:"date"`
	Award    Value  `key:"award?"`
	Area     Value  `key:"area?"`
	Photo    *Photo `key:"photo?"`
	Sample   Value  `key:"sample?"`
	ID       string // the file's name without .md
	File     string
	Body     string
	BodyLine int
}

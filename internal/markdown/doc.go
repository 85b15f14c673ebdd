// Package markdown reads our dialect of Markdown into a tree of blocks and spans.
//
// The dialect is CommonMark with tables and no raw HTML: headings (## and deeper; the title of a page is front matter,
// not a heading), paragraphs, lists, quotes, tables, thematic breaks, images, links, emphasis, strong, code and hard breaks.
// Raw HTML, off-site images and links of any scheme but https, mailto and tel are problems with a place, never dropped unseen.
//
// It is the only user of goldmark, which parses and does not render. It knows nothing of the campaign, of URLs beyond their spelling,
// of HTML tags or of points on paper: site and booklet each walk the tree.
package markdown

import "bangvang/internal/diag"

// Doc is one document, normalised to NFC.
type Doc struct {
	File   string
	Blocks []Block
}

// BlockKind is what a block is.
type BlockKind uint8

const (
	Paragraph BlockKind = iota
	Heading             // Level 2–6, Anchor set
	List                // Children are Items; Ordered, Start
	Item                // Children
	Quote               // Children
	Table               // Rows; the first is the head
	Rule
	Code  // Text, as written
	Image // Spans[0] is the image: a paragraph of nothing else
)

// Block is a node of the tree. Which fields are set depends on Kind, as said there.
type Block struct {
	Kind     BlockKind
	Place    diag.Place
	Level    int
	Anchor   string // ASCII slug, unique in the document
	Ordered  bool
	Start    int
	Tight    bool // a list whose items are single lines
	Text     string
	Spans    []Span
	Children []Block
	Rows     [][]CellSpans
	Align    []Align // of a table's columns
}

// CellSpans is a table cell's text.
type CellSpans []Span

// Align is how a column of a table is set.
type Align uint8

const (
	AlignNone Align = iota
	AlignLeft
	AlignCentre
	AlignRight
)

// SpanKind is what a piece of running text is.
type SpanKind uint8

const (
	Text      SpanKind = iota
	Emphasis           // Children
	Strong             // Children
	CodeSpan           // Text
	Link               // Href, Children
	ImageSpan          // Href, Text is the alternative text
	Break              // a hard line break
)

// Span is a piece of running text.
type Span struct {
	Kind     SpanKind
	Text     string
	Href     string // as written: "#anchor", "/chi-tieu/", "/chi-tieu/#a", "https://…"; images: a path below the document's folder
	Place    diag.Place
	Children []Span
}

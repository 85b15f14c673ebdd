package booklet

import (
	"strings"
	"unicode/utf8"
)

// structType is a standard structure type.
type structType uint8

const (
	documentType structType = iota
	partType
	sectType
	h1Type
	h2Type
	h3Type
	h4Type
	h5Type
	h6Type
	pType
	listType
	itemType
	labelType
	bodyType
	tableType
	rowType
	headType
	cellType
	quoteType
	figureType
	tocType
	tociType
	referenceType
	linkType
)

var typeNames = [...]string{"Document", "Part", "Sect", "H1", "H2", "H3", "H4", "H5", "H6", "P", "L", "LI", "Lbl", "LBody", "Table", "TR", "TH", "TD",
	"BlockQuote", "Figure", "TOC", "TOCI", "Reference", "Link"}

// leafTypes are the elements that hold the content of a block, by its tag.
var leafTypes = [...]structType{
	TagParagraph: pType, TagHeading1: h1Type, TagHeading2: h2Type, TagHeading3: h3Type, TagHeading4: h4Type, TagHeading5: h5Type, TagHeading6: h6Type,
	TagListLabel: labelType, TagListText: pType, TagHeadCell: headType, TagDataCell: cellType, TagRowHead: headType, TagQuote: pType,
	TagFigure: figureType, TagEntry: linkType,
}

// tree is the structure of the book: elements in the order of their beginnings, the document first, and what each holds as a chain of kids.
// It is built page by page from the display list and kept small, as a booklet of 20,000 awardees has some 200,000 elements.
type tree struct {
	elems []elem
	kids  []kid
	words []string // attributes, by elem.attr

	blocks []int32   // element of a block, by number
	pages  [][]int32 // element of marked content, by page and id
	links  []int32   // element of a link, over all pages

	contents map[Spot]bool // places that the contents lead to: what leads elsewhere is an index

	part, sect int32
	lists      []openList
	rows       map[int32]int32 // items and rows of what is open
	table, toc int32
	quote      int32
	heads      bool // the last row of the open table was a head
	flat       bool // the open list is an index
}

type elem struct {
	parent      int32
	first, last int32 // kids; 0 is none
	attr        int32
	kind        structType
}

// kid is an element, marked content of a page, or a link's annotation.
type kid struct {
	next   int32
	id     int32 // element, marked content or object
	page   int32
	holder kidKind
}

type kidKind uint8

const (
	elemKid kidKind = iota
	contentKid
	objectKid
)

type openList struct {
	list, body int32
	kind       string // of its labels
	level      uint8
}

func newTree(l *Layout) *tree {
	ops := 64 // of which there are about so many elements and kids; more are no harm
	for i := range l.Pages {
		ops += len(l.Pages[i].Ops)
	}
	t := &tree{elems: make([]elem, 1, ops*7/8), kids: make([]kid, 1, ops*13/8), words: make([]string, 1), rows: map[int32]int32{}, contents: map[Spot]bool{}}
	for _, m := range l.Outline {
		t.contents[m.Spot] = true
	}
	t.part = t.add(0, partType)
	t.sect = t.part
	return t
}

// add gives a new element.
func (t *tree) add(parent int32, kind structType) int32 {
	n := int32(len(t.elems))
	t.elems = append(t.elems, elem{parent: parent, kind: kind})
	t.hang(parent, kid{id: n})
	return n
}

func (t *tree) hang(parent int32, k kid) {
	n := int32(len(t.kids))
	t.kids = append(t.kids, k)
	e := &t.elems[parent]
	if e.first == 0 {
		e.first = n
	} else {
		t.kids[e.last].next = n
	}
	e.last = n
}

func (t *tree) describe(e int32, words string) {
	t.elems[e].attr = int32(len(t.words))
	t.words = append(t.words, words)
}

// see takes in a page. notes are the objects of its links.
func (t *tree) see(l *Layout, number int, marks []stretch, notes []int) {
	page := &l.Pages[number]
	linked := make([]int32, len(page.Links))
	var content []int32
	for i := range marks {
		s := &marks[i]
		if s.block == 0 {
			continue
		}
		o := &page.Ops[s.from]
		var e int32
		switch {
		case s.link > 0 && linked[s.link-1] > 0:
			e = linked[s.link-1]
		case s.tag == TagEntry:
			e = t.entry(l, page, s, o)
		default:
			e = t.block(l, page, s, o)
			if s.link > 0 {
				e = t.add(e, linkType)
			}
		}
		if s.link > 0 {
			linked[s.link-1] = e
		}
		t.hang(e, kid{id: s.id, page: int32(number), holder: contentKid})
		content = append(content, e)
	}
	t.pages = append(t.pages, content)
	for i, e := range linked {
		if e == 0 { // a link over no text
			e = t.add(t.sect, linkType)
		}
		t.hang(e, kid{id: int32(notes[i]), page: int32(number), holder: objectKid})
		t.links = append(t.links, e)
	}
}

// block gives the element of a block, a new one in its place if it has not been seen.
func (t *tree) block(l *Layout, page *Page, s *stretch, o *Op) int32 {
	if s.block > 0 && int(s.block) < len(t.blocks) && t.blocks[s.block] > 0 {
		return t.blocks[s.block]
	}
	e := t.add(t.place(s.tag, o), leafTypes[s.tag])
	switch s.tag {
	case TagHeadCell:
		t.describe(e, "/A <</O /Table /Scope /Column>>")
	case TagRowHead:
		t.describe(e, "/A <</O /Table /Scope /Row>>")
	case TagFigure:
		t.describe(e, l.figure(page, s))
	}
	if s.block > 0 {
		for len(t.blocks) <= int(s.block) {
			t.blocks = append(t.blocks, make([]int32, max(int(s.block)+1-len(t.blocks), 256))...)
		}
		t.blocks[s.block] = e
	}
	return e
}

// place gives the element that a new block of a tag belongs in, closing what ends there.
func (t *tree) place(tag Tag, o *Op) int32 {
	switch {
	case tag >= TagHeading1 && tag <= TagHeading6:
		t.close()
		switch tag {
		case TagHeading1:
			if t.elems[t.part].first > 0 { // the first part may begin with its title
				t.part = t.add(0, partType)
			}
			t.sect = t.part
		case TagHeading2:
			t.sect = t.add(t.part, sectType)
		}
	case tag == TagListLabel || tag == TagListText:
		return t.item(tag, o)
	case tag == TagHeadCell || tag == TagDataCell || tag == TagRowHead:
		return t.row(tag, o.Row)
	case tag == TagQuote:
		if t.quote == 0 {
			t.close()
			t.quote = t.add(t.sect, quoteType)
		}
		return t.quote
	case tag == TagFigure && o.Row > 0: // beside what an item says
		return t.item(TagListText, o)
	default:
		t.close()
	}
	return t.sect
}

// close ends lists, tables, quotations and contents.
func (t *tree) close() {
	t.lists, t.table, t.quote, t.toc, t.flat = t.lists[:0], 0, 0, 0, false
	clear(t.rows)
}

// item gives the item of a list, or the body of it, that a label or a text belongs in.
func (t *tree) item(tag Tag, o *Op) int32 {
	if len(t.lists) == 0 || t.flat {
		t.close()
	}
	for n := len(t.lists); n > 0 && t.lists[n-1].level > o.Level; n = len(t.lists) {
		t.lists = t.lists[:n-1]
	}
	n := len(t.lists)
	_, known := t.rows[o.Row]
	kind := numberingOf(tag, o.Text)
	if n > 0 && t.lists[n-1].level == o.Level && !known && tag == TagListLabel && t.lists[n-1].kind != kind {
		n-- // labels of another kind begin another list
		t.lists = t.lists[:n]
	}
	if n == 0 || t.lists[n-1].level < o.Level {
		in := t.sect
		if n > 0 {
			in = t.lists[n-1].body
		}
		list := t.add(in, listType)
		if kind != "" {
			t.describe(list, "/A <</O /List /ListNumbering /"+kind+">>")
		}
		t.lists = append(t.lists, openList{list: list, kind: kind, level: o.Level})
		n++
	}
	open := &t.lists[n-1]
	item, known := t.rows[o.Row]
	if !known {
		item = t.add(open.list, itemType)
		t.rows[o.Row] = item
		open.body = 0
	}
	if tag == TagListLabel {
		return item
	}
	if open.body == 0 || t.elems[open.body].parent != item {
		open.body = t.add(item, bodyType)
	}
	return open.body
}

// numberingOf tells from its first label how a list is numbered.
func numberingOf(tag Tag, label string) string {
	switch {
	case tag != TagListLabel:
		return ""
	case strings.Trim(label, "0123456789.") == "":
		return "Decimal"
	case label == "•":
		return "Disc"
	case utf8.RuneCountInString(strings.TrimRight(label, ".)")) == 1:
		return "LowerAlpha"
	}
	return ""
}

// row gives the row of the open table that a cell belongs in.
func (t *tree) row(tag Tag, number int32) int32 {
	if row, ok := t.rows[number]; ok && t.table > 0 {
		return row
	}
	if t.table == 0 || tag == TagHeadCell && !t.heads {
		t.close()
		t.table = t.add(t.sect, tableType)
	}
	t.heads = tag == TagHeadCell
	row := t.add(t.table, rowType)
	t.rows[number] = row
	return row
}

// entry gives the link of a line of the contents or of an index.
func (t *tree) entry(l *Layout, page *Page, s *stretch, o *Op) int32 {
	inContents := true
	if s.link > 0 {
		if name, inside := strings.CutPrefix(page.Links[s.link-1].Target, "#"); inside {
			inContents = t.contents[l.Anchors[name]]
		}
	}
	var in int32
	if inContents {
		if t.toc == 0 {
			t.close()
			t.toc = t.add(t.sect, tocType)
		}
		in = t.add(t.add(t.toc, tociType), referenceType)
	} else {
		if len(t.lists) == 0 || !t.flat {
			t.close()
			t.lists, t.flat = append(t.lists, openList{list: t.add(t.sect, listType)}), true
		}
		in = t.add(t.add(t.lists[0].list, itemType), bodyType)
	}
	if s.link == 0 {
		return t.add(in, pType)
	}
	return t.add(in, linkType)
}

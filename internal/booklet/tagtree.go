package booklet

import (
	"fmt"
	"strconv"
)

// figure gives the attributes of a picture: its words, and the box that it fills on its page.
func (l *Layout) figure(page *Page, s *stretch) string {
	alt := ""
	var b bounds
	for i := range page.Ops {
		o := &page.Ops[i]
		if o.Block != s.block || o.Tag != TagFigure {
			continue
		}
		if alt == "" {
			alt = o.Alt()
		}
		b.see(o)
	}
	return fmt.Sprintf("/Alt %s /A <</O /Layout /Placement /Block /BBox [%.2f %.2f %.2f %.2f]>>", textString(alt), b.x0, l.Height-b.y1, b.x1, l.Height-b.y0)
}

// bounds is the box around operations.
type bounds struct {
	x0, y0, x1, y1 float64
	any            bool
}

func (b *bounds) see(o *Op) {
	if o.Kind == OpText {
		b.point(o.X, o.Y-o.Size)
		b.point(o.X+o.Wide, o.Y+0.3*o.Size)
		return
	}
	if o.Kind == OpImage {
		b.point(o.X, o.Y)
		b.point(o.X+o.Shape.W, o.Y+o.Shape.H)
		return
	}
	for _, p := range o.Points() {
		b.point(p.X, p.Y)
	}
}

func (b *bounds) point(x, y float64) {
	if !b.any {
		b.x0, b.y0, b.x1, b.y1, b.any = x, y, x, y, true
		return
	}
	b.x0, b.y0, b.x1, b.y1 = min(b.x0, x), min(b.y0, y), max(b.x1, x), max(b.y1, y)
}

// treeObjects are the objects that a structure tree hangs on.
type treeObjects struct {
	first    int   // object of the first element
	pages    []int // objects of the pages
	pageKeys int   // how many keys of the parent tree the pages take
}

// write writes the tree and gives the number of its root.
func (t *tree) write(f *pdfFile, pages []int) int {
	root := f.reserve(1)
	o := treeObjects{first: f.reserve(len(t.elems)), pages: pages, pageKeys: len(pages)}
	b := make([]byte, 0, 256)
	for i := range t.elems {
		b = t.appendElem(b[:0], int32(i), root, &o)
		f.put(o.first+i, b)
	}
	parents := t.parents(f, &o)
	f.putf(root, "<</Type /StructTreeRoot /K %d 0 R /ParentTree %d 0 R /ParentTreeNextKey %d>>", o.first, parents, len(pages)+len(t.links))
	return root
}

func (t *tree) appendElem(b []byte, n int32, root int, o *treeObjects) []byte {
	e := &t.elems[n]
	parent := root
	if n > 0 {
		parent = o.first + int(e.parent)
	}
	b = append(b, "<</S /"...)
	b = append(b, typeNames[e.kind]...)
	b = append(b, " /P "...)
	b = appendReference(b, parent)
	page := int32(-1)
	for k := e.first; k > 0; k = t.kids[k].next {
		if t.kids[k].holder != elemKid {
			page = t.kids[k].page
			b = appendReference(append(b, " /Pg "...), o.pages[page])
			break
		}
	}
	if e.attr > 0 {
		b = append(append(b, ' '), t.words[e.attr]...)
	}
	if e.first > 0 {
		b = append(b, " /K ["...)
		for k := e.first; k > 0; k = t.kids[k].next {
			if k != e.first {
				b = append(b, ' ')
			}
			b = t.appendKid(b, &t.kids[k], page, o)
		}
		b = append(b, ']')
	}
	return append(b, ">>"...)
}

func (t *tree) appendKid(b []byte, k *kid, page int32, o *treeObjects) []byte {
	switch {
	case k.holder == elemKid:
		return appendReference(b, o.first+int(k.id))
	case k.holder == contentKid && k.page == page:
		return strconv.AppendInt(b, int64(k.id), 10)
	case k.holder == contentKid:
		return fmt.Appendf(b, "<</Type /MCR /Pg %d 0 R /MCID %d>>", o.pages[k.page], k.id)
	}
	if k.page == page {
		return fmt.Appendf(b, "<</Type /OBJR /Obj %d 0 R>>", k.id)
	}
	return fmt.Appendf(b, "<</Type /OBJR /Pg %d 0 R /Obj %d 0 R>>", o.pages[k.page], k.id)
}

// parents writes the number tree that leads from a page's marked contents, and from a link, to their elements.
func (t *tree) parents(f *pdfFile, o *treeObjects) int {
	const leaf = 50 // entries in a leaf of the number tree
	var kids []int
	keys := o.pageKeys + len(t.links)
	for from := 0; from < keys; from += leaf {
		to := min(from+leaf, keys)
		b := fmt.Appendf(nil, "<</Limits [%d %d] /Nums [", from, to-1)
		for key := from; key < to; key++ {
			b = append(strconv.AppendInt(b, int64(key), 10), ' ')
			if key >= o.pageKeys {
				b = append(appendReference(b, o.first+int(t.links[key-o.pageKeys])), ' ')
				continue
			}
			b = append(b, '[')
			for _, e := range t.pages[key] {
				b = append(appendReference(b, o.first+int(e)), ' ')
			}
			b = append(b, "] "...)
		}
		kids = append(kids, f.addf("%s]>>", b))
	}
	return f.addf("<</Kids [%s]>>", references(kids))
}

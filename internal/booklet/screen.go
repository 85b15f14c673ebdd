package booklet

import (
	"fmt"
	"io"
	"net/url"
	"strconv"
	"strings"
)

// WritePDF writes the screen edition: tagged, with links, outline and page labels, in sRGB. It may be called again and concurrently.
func (l *Layout) WritePDF(w io.Writer) error { return l.writeScreen(w, modern) }

// dialect is how a file is spelled. Readers get the modern one; a printing house that gives its profile the one that its standard rests on. The
// archaic one says the same as the oldest archive standard spells it, for which there is a validator.
type dialect uint8

const (
	modern   dialect = iota // with object streams, PDF/A-2b
	exchange                // with object streams too, PDF/X-4
	archaic                 // PDF/A-1b
)

var versions = [...]string{modern: "1.7", exchange: "1.6", archaic: "1.4"}

// runLength is how many pages gopdf draws at a time: it holds all of them until they are drawn.
const runLength = 48

func (l *Layout) writeScreen(w io.Writer, as dialect) error {
	f := newFile(w, as)
	if l.drawn.Load != nil {
		f.kept = &l.drawn
	}
	s, err := l.newStudio(l.allOps()...)
	if err != nil {
		return err
	}
	root, tree := f.reserve(2), f.reserve(len(l.Pages))
	pages := make([]int, len(l.Pages))
	for i := range pages {
		pages[i] = tree + i
	}
	resources, err := s.carry(f)
	if err != nil {
		return err
	}
	b := &binder{Layout: l, pdfFile: f, studio: s, pages: pages, resources: resources, tree: newTree(l)}
	b.masters = b.writeMasters()
	for from := 0; from < len(l.Pages); from += runLength {
		if err := b.run(from, min(from+runLength, len(l.Pages))); err != nil {
			return err
		}
	}
	f.putf(root+1, "<</Type /Pages /MediaBox [0 0 %.2f %.2f] /Count %d /Kids [%s]>>", l.Width, l.Height, len(pages), references(pages))
	info := l.writeCatalog(f, root, pages, b.tree.write(f, pages), as)
	return f.close(root, info)
}

// carry writes fonts and pictures and gives the object of the resources that name them.
func (s *studio) carry(f *pdfFile) (int, error) {
	fonts, err := s.carryFonts(f)
	if err != nil {
		return 0, err
	}
	images, err := s.carryImages(f)
	if err != nil {
		return 0, err
	}
	return f.addf("<<%s%s>>", fonts, images), nil
}

// allOps are the operations of all masters and pages.
func (l *Layout) allOps() [][]Op {
	all := make([][]Op, 0, len(l.Masters)+len(l.Pages))
	all = append(all, l.Masters...)
	for i := range l.Pages {
		all = append(all, l.Pages[i].Ops)
	}
	return all
}

// writeMasters queues what lies under the pages, marked as not to be read.
func (b *binder) writeMasters() []int {
	ground, numbers, marks := make([]*Page, len(b.Masters)), make([]int, len(b.Masters)), make([][]stretch, len(b.Masters))
	for i, ops := range b.Masters {
		ground[i], numbers[i] = &Page{Ops: ops}, b.reserve(1)
		marks[i] = []stretch{{to: int32(len(ops)), artifact: layoutArtifact}}
	}
	b.draw(ground, numbers, "", marks, nil)
	return numbers
}

// binder writes pages in runs.
type binder struct {
	*Layout
	*pdfFile
	*studio
	root      int // catalog; the page tree follows it
	tree      *tree
	pages     []int // objects
	masters   []int
	resources int
	fontNames string
}

// run writes a run of pages: their objects and links at once, their content streams as soon as gopdf has drawn them.
func (b *binder) run(from, to int) error {
	l := b.Layout
	marks := make([][]stretch, to-from)
	numbers := make([]int, to-from)
	run := make([]*Page, to-from)
	for i := from; i < to; i++ {
		page := &l.Pages[i]
		k := i - from
		marks[k], run[k] = l.stretches(page), page
		contents := []int{b.masters[page.Master]}
		if len(page.Ops) > 0 {
			numbers[k] = b.reserve(1)
			contents = append(contents, numbers[k])
		}
		notes, err := b.notes(i)
		if err != nil {
			return err
		}
		b.tree.see(l, i, marks[k], notes)
		annots := ""
		if len(notes) > 0 {
			annots = " /Annots [" + references(notes) + "]"
		}
		b.putf(b.pages[i], "<</Type /Page /Parent %d 0 R /Resources %d 0 R /TrimBox [0 0 %.2f %.2f] /Contents [%s] /StructParents %d /Tabs /S%s>>",
			b.pages[0]-1, b.resources, l.Width, l.Height, references(contents), i, annots)
	}
	var after *Page
	if to < len(l.Pages) {
		after = &l.Pages[to]
	}
	b.queue("", func() ([]sheet, error) {
		run := sheets(run, numbers, marks, after)
		return run, b.drawAgain(run, strconv.Itoa(from))
	})
	return nil
}

// notes writes the links of a page and gives their objects. Their keys in the parent tree follow those of the pages.
func (b *binder) notes(page int) ([]int, error) {
	links := b.Pages[page].Links
	out := make([]int, len(links))
	note := make([]byte, 0, 256)
	for i, k := range links {
		var err error
		note = append(note[:0], "<</Type /Annot /Subtype /Link /F 4 /Border [0 0 0] /Rect ["...)
		note = append(appendPoints(note, k.X, b.Height-k.Y-k.H, k.X+k.W, b.Height-k.Y), "] /StructParent "...)
		note = append(strconv.AppendInt(note, int64(len(b.pages)+len(b.tree.links)+i), 10), " /Contents "...)
		if note, err = b.appendAction(note, page, k.Target); err != nil {
			return nil, err
		}
		out[i] = b.add(append(note, ">>"...))
	}
	return out, nil
}

// appendAction says in words where a link leads, and where it leads.
func (b *binder) appendAction(note []byte, page int, target string) ([]byte, error) {
	name, inside := strings.CutPrefix(target, "#")
	if !inside {
		u, err := url.Parse(target)
		if err != nil {
			return nil, fmt.Errorf("booklet: page %d: %w", page+1, err)
		}
		note = appendTextString(note, target)
		return append(append(append(note, " /A <</S /URI /URI "...), byteString(u.String())...), ">>"...), nil
	}
	spot, ok := b.Anchors[name]
	if !ok {
		return nil, fmt.Errorf("booklet: page %d links to %q, which is nowhere", page+1, name)
	}
	note = appendTextString(note, "tr. "+b.Pages[spot.Page].Label)
	return b.appendDestination(append(note, " /Dest "...), spot, b.pages), nil
}

// destination writes a place in the file. The reader's magnification stays as it is.
func (l *Layout) destination(s Spot, pages []int) string {
	return string(l.appendDestination(nil, s, pages))
}

func (l *Layout) appendDestination(b []byte, s Spot, pages []int) []byte {
	b = append(appendReference(append(b, '['), pages[s.Page]), " /XYZ null "...)
	return append(appendPoints(b, l.Height-s.Y), " null]"...)
}

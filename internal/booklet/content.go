package booklet

import (
	"bytes"
	"strconv"
)

// stretch is a run of operations of one page that are marked together in its content stream: part of one block, or matter that is not read.
type stretch struct {
	from, to int32  // operations of the page
	block    int32  // see Op.Block; 0 is matter that is not read
	link     int32  // of the page's links, from 1; 0 is none
	id       int32  // of the marked content, counted over the page
	tag      Tag    // of the block
	artifact string // how matter that is not read is opened
}

// What opens matter that is not read aloud.
const (
	layoutArtifact = "/Artifact <</Type /Layout>> BDC\n"
	headerArtifact = "/Artifact <</Type /Pagination /Subtype /Header>> BDC\n"
	footerArtifact = "/Artifact <</Type /Pagination /Subtype /Footer>> BDC\n"
)

// stretches divides a page. A text that belongs to no block is a block by itself.
func (l *Layout) stretches(page *Page) []stretch {
	out := make([]stretch, 0, len(page.Ops))
	id := int32(0)
	for i := range page.Ops {
		o := &page.Ops[i]
		s := stretch{from: int32(i), to: int32(i + 1)}
		switch {
		case o.Role == Furniture && o.Y < l.Height/2:
			s.artifact = headerArtifact
		case o.Role == Furniture:
			s.artifact = footerArtifact
		case o.Tag != TagFigure && (o.Kind != OpText || o.Role == Ornament):
			s.artifact = layoutArtifact
		default:
			s.block, s.tag = o.Block, o.Tag
			if s.block == 0 {
				s.block = unnumbered
			}
			if o.Kind == OpText {
				s.link = page.linkAt(o)
			}
		}
		if n := len(out); n > 0 && out[n-1].joins(&s) {
			out[n-1].to = s.to
			continue
		}
		if s.block != 0 {
			s.id = id
			id++
		}
		out = append(out, s)
	}
	return out
}

// unnumbered is the block of a text that names none.
const unnumbered = -1

func (s *stretch) joins(t *stretch) bool {
	if s.block == 0 {
		return t.block == 0 && s.artifact == t.artifact
	}
	return s.block == t.block && s.link == t.link && s.block != unnumbered
}

// appendBegin opens the stretch in a content stream.
func (s *stretch) appendBegin(out []byte) []byte {
	if s.block == 0 {
		return append(out, s.artifact...)
	}
	out = append(append(append(out, '/'), s.name()...), " <</MCID "...)
	return append(strconv.AppendInt(out, int64(s.id), 10), ">> BDC\n"...)
}

// name is the structure type of the content.
func (s *stretch) name() string {
	if s.link > 0 {
		return typeNames[linkType]
	}
	return typeNames[leafTypes[s.tag]]
}

// linkAt gives which of the page's links lies over a text, from 1.
func (p *Page) linkAt(o *Op) int32 {
	x := o.X + o.Wide/2
	for i := range p.Links {
		if k := &p.Links[i]; x >= k.X && x <= k.X+k.W && o.Y >= k.Y && o.Y <= k.Y+k.H {
			return int32(i + 1)
		}
	}
	return 0
}

var (
	textEnds = []byte("ET\n")
	restores = []byte("Q\n")
	pathEnds = []byte("\nQ\n")
)

// dress appends a page's content stream as gopdf wrote it, rewritten, which is one stretch of lines for each operation, in order: texts get their glyphs,
// and, with stretches, all of it is marked and lines that go on end in a space.
func (l *binder) dress(out, content []byte, page *Page, goesOn []bool, marks []stretch) ([]byte, error) {
	at, over := 0, false
	for i := range page.Ops {
		o := &page.Ops[i]
		if black := l.black(o); black != over {
			over = black
			out = append(out, overprint[over]...)
		}
		if len(marks) > 0 && marks[0].from == int32(i) {
			out = marks[0].appendBegin(out)
		}
		end := 0
		var err error
		if !o.upright() && (o.Kind != OpImage || l.same[o.Shape.Image] >= 0) {
			if end, err = operationEnd(content[at:], o); err != nil {
				return nil, err
			}
		}
		lines := content[at : at+end]
		at += end
		more := goesOn != nil && goesOn[i]
		switch {
		case o.Kind == OpImage && end > 0:
			out, err = placed(out, lines, l.same[o.Shape.Image])
		case o.upright():
			out, err = l.set(out, o, more)
		case o.Kind == OpText:
			out, err = l.show(out, lines, o, more)
		case o.Kind != OpImage && o.outlined():
			out, err = l.trace(out, lines, o)
		default:
			out = append(out, lines...)
		}
		if err != nil {
			return nil, err
		}
		if len(marks) > 0 && marks[0].to == int32(i+1) {
			out = append(out, "EMC\n"...)
			marks = marks[1:]
		}
	}
	if at != len(content) || len(marks) > 0 {
		return nil, errShape
	}
	if over {
		out = append(out, overprint[false]...)
	}
	return out, nil
}

// overprint are the operators that have black printed over other inks, or not: text and lines would else show a rim where plates do not meet exactly.
var overprint = map[bool]string{true: "/Over gs\n", false: "/Out gs\n"}

// black tells whether an operation is text in black ink alone, or a line in it or in a tint of it.
func (b *binder) black(o *Op) bool {
	if b.inks == nil || o.Kind != OpText && o.Kind != OpStroke {
		return false
	}
	k := b.inks(o.Colour, o)
	return k == ink{K: k.K} && (k.K == 100 || k.K > 0 && o.Kind == OpStroke)
}

// operationEnd tells how far the lines of an operation reach.
func operationEnd(content []byte, o *Op) (int, error) {
	mark := pathEnds
	switch o.Kind {
	case OpText:
		mark = textEnds
	case OpImage:
		mark = imageEnds
	}
	end := bytes.Index(content, mark)
	if end < 0 {
		return 0, errShape
	}
	end += len(mark)
	if o.Kind == OpText && o.Turn() != 0 {
		if !bytes.HasPrefix(content[end:], restores) {
			return 0, errShape
		}
		end += len(restores)
	}
	return end, nil
}

// goingOn tells which texts are followed by more of their block, on the page or at the head of the next, with nothing between the two words.
func goingOn(page, next *Page) []bool {
	out := make([]bool, len(page.Ops))
	last := map[int32]int{} // block: its last text so far
	for i := range page.Ops {
		o := &page.Ops[i]
		if o.Kind != OpText || o.Role != Content || o.Block == 0 {
			continue
		}
		if k, ok := last[o.Block]; ok && parted(&page.Ops[k], o) {
			out[k] = true
		}
		last[o.Block] = i
	}
	if next == nil {
		return out
	}
	for i := range next.Ops {
		o := &next.Ops[i]
		if o.Kind != OpText || o.Role != Content || o.Block == 0 {
			continue
		}
		if k, ok := last[o.Block]; ok {
			out[k] = true
		}
	}
	return out
}

// parted tells whether two texts of a block that follow each other are two words and no space is written between them.
func parted(a, b *Op) bool {
	if a.Text == "" || b.Text == "" || a.Text[len(a.Text)-1] == ' ' || b.Text[0] == ' ' {
		return false
	}
	return a.Y != b.Y || b.X-a.X-a.Wide > 0.1*a.Size
}

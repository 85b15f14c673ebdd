package markdown

import "strings"

// Walk visits every block and every span of a document, parents first, in reading order. Either function may be nil.
func (d Doc) Walk(block func(*Block), span func(*Span)) {
	w := walker{block, span}
	w.blocks(d.Blocks)
}

type walker struct {
	block func(*Block)
	span  func(*Span)
}

func (w walker) blocks(bs []Block) {
	for i := range bs {
		b := &bs[i]
		if w.block != nil {
			w.block(b)
		}
		w.spans(b.Spans)
		for _, row := range b.Rows {
			for _, cell := range row {
				w.spans(cell)
			}
		}
		w.blocks(b.Children)
	}
}

func (w walker) spans(ss []Span) {
	for i := range ss {
		if w.span != nil {
			w.span(&ss[i])
		}
		w.spans(ss[i].Children)
	}
}

// Anchors are the anchors of a document's headings.
func (d Doc) Anchors() map[string]bool {
	out := map[string]bool{}
	d.Walk(func(b *Block) {
		if b.Anchor != "" {
			out[b.Anchor] = true
		}
	}, nil)
	return out
}

// Plain is the text of spans without their marks; a picture gives its alternative text, a break a space.
func Plain(spans []Span) string {
	var b strings.Builder
	plain(&b, spans)
	return b.String()
}

func plain(b *strings.Builder, spans []Span) {
	for _, s := range spans {
		b.WriteString(s.Text)
		if s.Kind == Break {
			b.WriteByte(' ')
		}
		plain(b, s.Children)
	}
}

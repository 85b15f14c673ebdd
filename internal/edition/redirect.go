package edition

import (
	"slices"
	"strings"

	"bangvang/internal/markdown"
)

// directed is a document whose links lead to pages of the edition where it has them.
func (c *composer) directed(d markdown.Doc) markdown.Doc {
	if c.twin != nil {
		d.Blocks = c.blocks(d.Blocks)
	}
	return d
}

func (c *composer) blocks(from []markdown.Block) []markdown.Block {
	out := slices.Clone(from)
	for i := range out {
		b := &out[i]
		b.Spans, b.Children, b.Rows = c.spans(b.Spans), c.blocks(b.Children), slices.Clone(b.Rows)
		for j, row := range b.Rows {
			b.Rows[j] = slices.Clone(row)
			for k, cell := range row {
				b.Rows[j][k] = c.spans(cell)
			}
		}
	}
	return out
}

func (c *composer) spans(from []markdown.Span) []markdown.Span {
	out := slices.Clone(from)
	for i := range out {
		s := &out[i]
		s.Children = c.spans(s.Children)
		if s.Kind == markdown.Link {
			p, anchor, has := strings.Cut(s.Href, "#")
			s.Href = string(c.at(Path(p)))
			if has {
				s.Href += "#" + anchor
			}
		}
	}
	return out
}

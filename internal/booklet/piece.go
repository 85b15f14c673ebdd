package booklet

import "math"

// piece is something of a fixed height that stands in a column and is split only if a page cannot hold it. Its operations lie relative to its
// top left corner.
type piece struct {
	height float64
	before float64 // space above, dropped at the top of a column
	keep   bool    // stays in the column of the piece after it
	ops    []Op
	links  []Link
	spots  []spotAt
	resume *piece        // set above this piece where it begins a new page in the midst of something
	late   func() *piece // what makes this one, see ready
}

// ready gives a piece that is made when it is needed, such as heads that are repeated, of which few pieces need theirs.
func (p *piece) ready() *piece {
	if p.late != nil {
		*p = *p.late()
	}
	return p
}

// spotAt is an anchor in a piece.
type spotAt struct {
	name string
	y    float64
}

// put sets broken lines from (x, y) on, y being the top of the first line, and gives the y below the last.
func (p *piece) put(lines []line, x, y, leading float64, pal *palette) float64 {
	for i := range lines {
		size := 0.0
		for _, s := range lines[i].segments {
			size = max(size, s.Size)
		}
		p.baseline(&lines[i], x, y+ascentWithin(leading, size), pal)
		y += leading
	}
	return y
}

// ascentWithin gives where the baseline lies in a line of the given leading: the white is shared between above and below.
func ascentWithin(leading, size float64) float64 { return leading/2 + 0.31*size }

// baseline sets one line on a baseline.
func (p *piece) baseline(l *line, x, y float64, pal *palette) {
	for _, s := range l.segments {
		p.ops = append(p.ops, Op{
			Kind: OpText, Tag: l.tag, Level: l.level, Block: l.block, Row: l.row, Face: s.Face, Colour: s.Colour, Size: s.Size, Tracking: s.Tracking, Spread: s.spread,
			X: x + s.x, Y: y, Wide: s.w, Text: shown(s.text),
		})
		if s.Link == "" {
			continue
		}
		p.links = append(p.links, Link{X: x + s.x, Y: y - 0.8*s.Size, W: s.w, H: 1.1 * s.Size, Target: s.Link})
		if s.Link[0] != '#' {
			p.ops = append(p.ops, rule(x+s.x, y+1.6, x+s.x+s.w, y+1.6, 0.4, pal.Gold))
		}
	}
}

// anchor names the piece's top.
func (p *piece) anchor(name string) {
	if name != "" {
		p.spots = append(p.spots, spotAt{name, 0})
	}
}

// furniture marks all of a piece as repeated matter.
func (p *piece) furniture() *piece {
	for i := range p.ops {
		if p.ops[i].Role == Content {
			p.ops[i].Role = Furniture
		}
	}
	return p
}

// cut leaves of a piece that is taller than a page the lines that end within a height, and gives the rest; nil if there is none.
func (p *piece) cut(height float64) *piece {
	const descent = 0.35
	last, top := -1.0, math.Inf(1)
	for i := range p.ops {
		o := &p.ops[i]
		switch {
		case o.Kind != OpText:
		case o.Y+descent*o.Size <= height:
			last = max(last, o.Y)
		default:
			top = min(top, o.Y-o.Size)
		}
	}
	if last < 0 || math.IsInf(top, 1) {
		return nil
	}
	rest := &piece{height: p.height - top, keep: p.keep}
	whole := *p
	p.ops, p.links, p.spots, p.height, p.keep = nil, nil, nil, top, false
	for _, o := range whole.ops {
		if o.Kind == OpText && o.Y > last || o.Kind != OpText && o.top() >= top {
			rest.ops = append(rest.ops, o.moved(0, -top))
		} else {
			p.ops = append(p.ops, o)
		}
	}
	for _, k := range whole.links {
		const sliver = 6
		first, second := k, k
		if top-k.Y > sliver && k.Y+k.H-top > sliver { // over lines on both sides
			first.H, second.Y, second.H = top-k.Y, top, k.Y+k.H-top
		}
		if first != second || k.Y+k.H/2 < top {
			p.links = append(p.links, first)
		}
		if first != second || k.Y+k.H/2 >= top {
			second.Y -= top
			rest.links = append(rest.links, second)
		}
	}
	for _, s := range whole.spots {
		if s.y < top {
			p.spots = append(p.spots, s)
		} else {
			rest.spots = append(rest.spots, spotAt{s.name, s.y - top})
		}
	}
	return rest
}

// mostRepeated is the part of a page that repeated heads may take.
const mostRepeated = 1.0 / 3

// brief gives heads that are repeated, or none if they would take more than that of each page.
func (p *piece) brief(page float64) *piece {
	if p.height > page*mostRepeated {
		return &piece{}
	}
	return p
}

// place copies a piece onto a page.
func (p *piece) place(page *Page, dx, dy float64) {
	for i := range p.ops {
		page.Ops = append(page.Ops, p.ops[i].moved(dx, dy))
	}
	for _, k := range p.links {
		k.X += dx
		k.Y += dy
		page.Links = append(page.Links, k)
	}
}

package booklet

// piece is something of a fixed height that stands in a column and is never split. Its operations lie relative to its top left corner.
type piece struct {
	height float64
	before float64 // space above, dropped at the top of a column
	keep   bool    // stays in the column of the piece after it
	ops    []Op
	links  []Link
	spots  []spotAt
	resume *piece // set above this piece where it begins a new page in the midst of something
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

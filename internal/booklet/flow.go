package booklet

// side tells on which page something begins.
type side uint8

const (
	anySide side = iota
	rightHand
	leftHand
)

// flow fills pages with pieces. It is one stretch of the booklet, page 0 a right-hand one.
type flow struct {
	area    typeArea
	pages   []Page
	anchors map[string]Spot // pages counted within the flow

	head   string  // running head of the pages to come
	shift  float64 // of the column being filled, from the left edge
	y      float64 // below what is already set
	fresh  bool    // nothing is set on this page, or in this column, yet
	inside bool    // this page continues something, so a piece's resume may be set
	chain  []piece // pieces that must stay together, not yet set
	spare  []Op    // memory for the operations of the next page
}

func newFlow(a typeArea) *flow {
	return &flow{area: a, anchors: map[string]Spot{}}
}

// open begins a new page on the given side for something new, leaving a blank page if need be.
func (f *flow) open(on side, head string) *Page {
	f.flush()
	f.head = head
	next := len(f.pages)
	if on == rightHand && !recto(next) || on == leftHand && recto(next) {
		f.seal()
		f.pages = append(f.pages, Page{bare: true})
	}
	f.newPage()
	f.inside = false
	page := &f.pages[len(f.pages)-1]
	page.plain = true
	return page
}

// newPage begins a page of the same kind.
func (f *flow) newPage() {
	f.seal()
	f.pages = append(f.pages, Page{head: f.head, Ops: f.spare})
	f.spare = nil
	f.y, f.fresh, f.inside = 0, true, true
}

// furniture is how many operations a page still gets when it is full: running head, rule, folio, sample's words.
const furniture = 4

// seal gives the page that is full a list of its own length, and its memory to the next.
func (f *flow) seal() {
	if len(f.pages) == 0 {
		return
	}
	p := &f.pages[len(f.pages)-1]
	if cap(p.Ops) > len(p.Ops)+furniture {
		f.spare = p.Ops[:0]
		p.Ops = append(make([]Op, 0, len(p.Ops)+furniture), p.Ops...)
	}
}

// skip leaves white; it vanishes at the end of a page.
func (f *flow) skip(h float64) {
	f.flush()
	f.y = min(f.y+h, f.area.height)
}

// add sets a piece after those before it.
func (f *flow) add(p piece) {
	f.chain = append(f.chain, p)
	if !p.keep {
		f.flush()
	}
}

// flush sets the waiting pieces: together if they fit a page, else as far as each goes.
func (f *flow) flush() {
	if len(f.chain) == 0 {
		return
	}
	chain := f.chain
	f.chain = f.chain[:0]
	height := 0.0
	for i := range chain {
		height += chain[i].height
		if i > 0 || !f.fresh {
			height += chain[i].before
		}
	}
	if !f.fresh && f.y+height > f.area.height+slack {
		f.newPage()
		f.continued(&chain[0], height)
	}
	for i := range chain {
		f.set(&chain[i])
	}
}

func (f *flow) set(p *piece) {
	if !f.fresh {
		if f.y+p.before+p.height > f.area.height+slack {
			f.newPage()
			f.continued(p, p.height)
		} else {
			f.y += p.before
		}
	}
	for f.y+p.height > f.area.height+slack {
		rest := p.cut(f.area.height - f.y)
		if rest == nil {
			break
		}
		f.stamp(p)
		f.newPage()
		p = rest
	}
	f.stamp(p)
}

// continued repeats a piece's heads at the top of a page where that leaves room for the piece.
func (f *flow) continued(p *piece, height float64) {
	if r := p.resume; r != nil && f.inside && f.y+r.ready().height+height <= f.area.height+slack {
		f.stamp(r)
		f.fresh = true // the piece's own space above is in the heads
	}
}

// stamp puts a piece at the cursor.
func (f *flow) stamp(p *piece) {
	page := len(f.pages) - 1
	x := f.area.left(page) + f.shift
	y := f.area.top + f.y
	p.place(&f.pages[page], x, y)
	for _, s := range p.spots {
		if _, twice := f.anchors[s.name]; !twice {
			f.anchors[s.name] = Spot{Page: page, Y: y + s.y}
		}
	}
	f.y += p.height
	f.fresh = false
}

// page is the page being filled, from 0.
func (f *flow) page() int { return len(f.pages) - 1 }

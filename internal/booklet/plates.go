package booklet

import (
	"fmt"
	"math"
)

// Room round the trimmed page of a printed file, in points.
const (
	bleed     = 3 * mm
	slug      = 10 * mm // from the trimmed edge to the edge of the sheet
	markStart = 4 * mm  // of a crop mark, from the trimmed edge: outside the bleed
	markEnd   = 9 * mm
	hairline  = 0.25 // points: nothing printed is thinner
)

// paperColour is the colour of the paper on a screen, which is not printed.
func (l *Layout) paperColour() Colour {
	if len(l.Masters) > paperMaster && len(l.Masters[paperMaster]) > 0 {
		return l.Masters[paperMaster][0].Colour
	}
	return Colour{255, 255, 255}
}

// onPaper gives operations as they are printed: without the paper, and what reaches the trimmed edge going beyond it.
func (l *Layout) onPaper(ops []Op) []Op {
	paper := l.paperColour()
	out := make([]Op, 0, len(ops))
	for i := range ops {
		o := ops[i]
		if o.Kind != OpFill {
			out = append(out, o)
			continue
		}
		points := o.Points()
		full := l.bleedOut(points)
		if full && o.Colour == paper {
			continue
		}
		o.X, o.Y, o.Shape = 0, 0, &Shape{Points: points}
		out = append(out, o)
	}
	return out
}

// bleedOut moves points that lie on the trimmed edge or beyond it out to the bleed, and tells whether they reach all four edges.
func (l *Layout) bleedOut(points []Point) bool {
	const near = 0.01
	var edges [4]bool
	reach := func(v *float64, limit float64, edge int) {
		if *v <= near {
			*v, edges[edge] = -bleed, true
		} else if *v >= limit-near {
			*v, edges[edge+1] = limit+bleed, true
		}
	}
	for i := range points {
		reach(&points[i].X, l.Width, 0)
		reach(&points[i].Y, l.Height, 2)
	}
	return edges == [4]bool{true, true, true, true}
}

// copies gives pages as they are printed.
func (l *Layout) copies(pages []*Page) []*Page {
	out := make([]*Page, len(pages))
	for i, p := range pages {
		if p != nil {
			c := *p
			c.Ops = l.onPaper(p.Ops)
			out[i] = &c
		}
	}
	return out
}

// plates queues the content streams of pages and gives their numbers; 0 is a page with nothing on it.
func (b *binder) plates(pages []*Page, dict string) []int {
	numbers := make([]int, len(pages))
	for i, p := range pages {
		if p != nil && len(p.Ops) > 0 {
			numbers[i] = b.reserve(1)
		}
	}
	for from := 0; from < len(pages); from += runLength {
		to := min(from+runLength, len(pages))
		b.draw(pages[from:to], numbers[from:to], dict, make([][]stretch, to-from), nil)
	}
	return numbers
}

// draw queues a run of pages. marks, where they are not nil, are put into the streams; after is the page after the run, if any.
func (b *binder) draw(pages []*Page, numbers []int, dict string, marks [][]stretch, after *Page) {
	b.queue(dict, func() ([]sheet, error) {
		run := sheets(pages, numbers, marks, after)
		return run, b.drawAll(run)
	})
}

// queue queues the streams of sheets.
func (b *binder) queue(dict string, drawn func() ([]sheet, error)) {
	b.later(func() (streams, error) {
		run, err := drawn()
		out := make(streams, 0, len(run))
		for i := range run {
			out = append(out, streamObject{number: run[i].number, dict: dict, data: run[i].data})
		}
		return out, err
	})
}

// drawAll draws sheets.
func (b *binder) drawAll(run []sheet) error {
	ops := make([][]Op, len(run))
	for i := range run {
		ops[i] = run[i].page.Ops
	}
	memory := emptyBuffer()
	defer buffers.Put(memory)
	drawn, err := b.contents(ops, memory)
	if err != nil {
		return err
	}
	var content []byte
	for i := range run {
		s := &run[i]
		if content, err = b.dress(content[:0], drawn[i], s.page, s.goesOn, s.marks); err != nil {
			return fmt.Errorf("page %s: %w", s.page.Label, err)
		}
		s.data = deflated(content)
	}
	return nil
}

// appendMark draws a straight line outside the trimmed page, in the sheet's coordinates, upwards.
func appendMark(b []byte, x0, y0, x1, y1 float64) []byte {
	return fmt.Appendf(b, "%.2f %.2f m %.2f %.2f l S\n", x0, y0, x1, y1)
}

// cropMarks draws the marks at the corners of a box.
func cropMarks(b []byte, box [4]float64, from, to float64) []byte {
	for _, x := range []float64{box[0], box[2]} {
		b = appendMark(b, x, box[1]-to, x, box[1]-from)
		b = appendMark(b, x, box[3]+from, x, box[3]+to)
	}
	for _, y := range []float64{box[1], box[3]} {
		b = appendMark(b, box[0]-to, y, box[0]-from, y)
		b = appendMark(b, box[2]+from, y, box[2]+to, y)
	}
	return b
}

// registerMarks draws a cross in the middle of each side of a box.
func registerMarks(b []byte, box [4]float64) []byte {
	const arm = 2 * mm
	x, y := (box[0]+box[2])/2, (box[1]+box[3])/2
	const off = (markStart + markEnd) / 2
	for _, at := range []Point{{x, box[1] - off}, {x, box[3] + off}, {box[0] - off, y}, {box[2] + off, y}} {
		b = appendMark(b, at.X-arm, at.Y, at.X+arm, at.Y)
		b = appendMark(b, at.X, at.Y-arm, at.X, at.Y+arm)
	}
	return b
}

// boxes writes the boxes of a sheet whose trimmed part is given.
func boxes(w, h float64, trim [4]float64) string {
	out := func(by float64) string {
		return fmt.Sprintf("[%.2f %.2f %.2f %.2f]", trim[0]-by, trim[1]-by, trim[2]+by, trim[3]+by)
	}
	return fmt.Sprintf("/MediaBox [0 0 %.2f %.2f] /CropBox [0 0 %.2f %.2f] /BleedBox %s /TrimBox %s", w, h, w, h, out(bleed), out(0))
}

// thickness is how thick so many pages are, in points.
func (o *Order) thickness(pages int) float64 { return math.Ceil(float64(pages)/2) * o.leaf() }

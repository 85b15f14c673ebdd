package booklet

import "bangvang/internal/diag"

// grid is a table being set: rows of cells of runs, the first row the head, repeated on every page.
type grid struct {
	*book
	left    float64 // of the column it stands in
	width   float64
	columns []gridColumn
	rows    [][][]Run
	places  []diag.Place // by row, none if the table has the place of what it stands in
	resume  *piece       // repeated above the head where the table goes on, nil if nothing is
}

type gridColumn struct {
	align Align
	width float64
	least float64 // the widest word
	most  float64 // the widest cell in one line
}

const (
	gridLeading = 11
	gridPad     = 4   // left and right of a cell
	gridLift    = 2.8 // above and below a row
)

// set sets the table into the flow.
func (g *grid) set(f *flow, before float64) {
	for _, p := range g.pieces(before) {
		f.add(p)
	}
	f.flush()
}

// pieces gives the table as its rows.
func (g *grid) pieces(before float64) []piece {
	if len(g.rows) == 0 || len(g.columns) == 0 {
		return nil
	}
	g.measure()
	head := g.row(0)
	head.ops = append(head.ops,
		rule(g.left, 0, g.left+g.width, 0, 0.8, g.pal.Gold),
		rule(g.left, head.height, g.left+g.width, head.height, 0.5, g.pal.Gold))
	again := above(g.resume, &head)
	head.before, head.keep, head.resume = before, true, g.resume
	out := []piece{head}
	for i := 1; i < len(g.rows); i++ {
		p := g.row(i)
		line, width := g.pal.Hair, 0.4
		if i == len(g.rows)-1 {
			line, width = g.pal.Gold, 0.8
		}
		p.ops = append(p.ops, rule(g.left, p.height, g.left+g.width, p.height, width, line))
		p.resume = again
		p.keep = i == len(g.rows)-2 && len(g.rows) > 2 // the last row does not stand alone
		out = append(out, g.fitting(p, i, again)...)
	}
	return out
}

// above joins the heads that are repeated: those of what the table is in, and its own.
func above(outer, head *piece) *piece {
	p := &piece{}
	if outer != nil {
		p.height = outer.height
		p.ops = append(p.ops, outer.ops...)
	}
	for _, o := range head.ops {
		p.ops = append(p.ops, o.moved(0, p.height))
	}
	p.height += head.height
	return p.furniture().brief(typeHeight)
}

// fitting gives a row as it is or, where it is taller than a page, cut into pieces of whole lines.
func (g *grid) fitting(p piece, row int, head *piece) []piece {
	room := typeHeight - head.height
	if p.height <= room {
		return []piece{p}
	}
	lines, most := g.cells(row)
	per := int((room - 2*gridLift) / gridLeading)
	var out []piece
	for from := 0; from < most; from += per {
		to := min(from+per, most)
		q := piece{resume: head, height: float64(to-from)*gridLeading + 2*gridLift}
		x := g.left
		for i, c := range g.columns {
			if from < len(lines[i]) {
				q.put(lines[i][from:min(to, len(lines[i]))], x+gridPad, gridLift, gridLeading, &g.pal)
			}
			x += c.width
		}
		out = append(out, q)
	}
	return out
}

// at makes a row's place the one that a problem is told at.
func (g *grid) at(row int) {
	if row < len(g.places) {
		g.place = g.places[row]
	}
}

// cells breaks the cells of a row into lines and tells how many lines the tallest has.
func (g *grid) cells(row int) (lines [][]line, most int) {
	g.at(row)
	lines = make([][]line, len(g.columns))
	tag, number := TagDataCell, g.nextRow()
	if row == 0 {
		tag = TagHeadCell
	}
	for i, c := range g.columns {
		lines[i] = g.lines(&Paragraph{Runs: g.rows[row][i], Width: c.width - 2*gridPad, Leading: gridLeading, Align: c.align, Tag: tag, Row: number})
		most = max(most, len(lines[i]))
	}
	return lines, most
}

func (g *grid) row(i int) piece {
	lines, most := g.cells(i)
	p := piece{height: float64(max(most, 1))*gridLeading + 2*gridLift}
	x := g.left
	for k, c := range g.columns {
		p.put(lines[k], x+gridPad, gridLift, gridLeading, &g.pal)
		x += c.width
	}
	return p
}

// measure shares the width among the columns: each has at least its widest word, but no more than a fair share for that, and more as its
// text asks.
func (g *grid) measure() {
	sumMost := 0.0
	for i := range g.columns {
		c := &g.columns[i]
		for r, row := range g.rows {
			g.at(r)
			one := 0.0
			for _, l := range g.lines(&Paragraph{Runs: append([]Run(nil), row[i]...), Width: unbounded}) {
				one = max(one, l.width)
			}
			c.most = max(c.most, one)
			for _, r := range row[i] {
				c.least = max(c.least, g.widestWord(&r))
			}
		}
		c.least, c.most = min(c.least+2*gridPad+slack, g.width/float64(len(g.columns))), c.most+2*gridPad+slack
		sumMost += c.most
	}
	if sumMost <= g.width {
		for i := range g.columns {
			c := &g.columns[i]
			c.width = c.most + (g.width-sumMost)*c.most/sumMost
		}
		return
	}
	g.share()
}

// share gives narrow columns what they ask for, the widest ones first giving way, as far as their words allow.
func (g *grid) share() {
	low, high := 0.0, g.width // the width that no column exceeds but for its least
	for range 40 {
		cap := (low + high) / 2
		sum := 0.0
		for i := range g.columns {
			c := &g.columns[i]
			c.width = max(c.least, min(c.most, cap))
			sum += c.width
		}
		if sum > g.width {
			high = cap
		} else {
			low = cap
		}
	}
}

const unbounded = 1e6

func (g *grid) widestWord(r *Run) float64 {
	w := 0.0
	runs := []Run{{Style: r.Style, Text: hold(clean(r.Text)), Break: r.Break}}
	for _, f := range g.fragments(runs) {
		w = max(w, f.w)
	}
	return w
}

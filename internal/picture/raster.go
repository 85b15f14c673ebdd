package picture

import (
	"image"
	"image/draw"
	"math"

	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/vector"

	"bangvang/internal/chart"
)

// depth is how many steps the edge of a shape has from nothing to full.
const depth = 9

// mostColours is how many colours a picture of palette can have.
const mostColours = 256

// raster paints on pixels that are places in a palette, which grows as colours meet. Blending is a look into a table.
type raster struct {
	width, height int
	pix           []uint8 // row by row
	palette       []chart.RGB
	places        map[chart.RGB]uint8
	inks          map[ink]*blends
	z             vector.Rasterizer
	mask          image.Alpha
}

// ink is a colour laid on with an opacity, in 255ths.
type ink struct {
	chart.RGB
	alpha uint8
}

// blends is what comes of an ink at each step of an edge on each colour of the palette: its place there plus one, zero while nobody asked.
type blends [mostColours][depth + 1]uint16

// clear makes the raster a sheet of one colour.
func (r *raster) clear(width, height int, ground chart.RGB) {
	r.width, r.height = width, height
	if n := width * height; cap(r.pix) < n {
		r.pix = make([]uint8, n)
	} else {
		r.pix = r.pix[:n]
		clear(r.pix)
	}
	r.palette, r.places, r.inks = append(r.palette[:0], ground), map[chart.RGB]uint8{ground: 0}, map[ink]*blends{}
}

// place answers with a colour's place in the palette; once that is full, with the place of the nearest.
func (r *raster) place(c chart.RGB) uint8 {
	if i, ok := r.places[c]; ok {
		return i
	}
	if len(r.palette) < mostColours {
		i := uint8(len(r.palette))
		r.palette = append(r.palette, c)
		r.places[c] = i
		return i
	}
	best, least := 0, math.MaxInt
	for i, p := range r.palette {
		dr, dg, db := int(p.R)-int(c.R), int(p.G)-int(c.G), int(p.B)-int(c.B)
		if d := 2*dr*dr + 4*dg*dg + 3*db*db; d < least {
			best, least = i, d
		}
	}
	return uint8(best)
}

// blend looks up, or works out, what an ink makes of a colour.
func (r *raster) blend(t *blends, k ink, on uint8, step int) uint8 {
	under, a := r.palette[on], int(k.alpha)*step
	const whole = 255 * depth
	mix := func(u, o uint8) uint8 { return uint8((int(u)*(whole-a) + int(o)*a + whole/2) / whole) }
	i := r.place(chart.RGB{R: mix(under.R, k.R), G: mix(under.G, k.G), B: mix(under.B, k.B)})
	t[on][step] = uint16(i) + 1
	return i
}

// begin readies the rasterizer for a shape within a box and answers with the part of the box on the sheet; false if there is none.
func (r *raster) begin(from, to point) (image.Rectangle, bool) {
	box := image.Rect(int(math.Floor(float64(from.x))), int(math.Floor(float64(from.y))), int(math.Ceil(float64(to.x))), int(math.Ceil(float64(to.y)))).
		Intersect(image.Rect(0, 0, r.width, r.height))
	if box.Empty() {
		return box, false
	}
	r.z.Reset(box.Dx(), box.Dy())
	r.z.DrawOp = draw.Src
	return box, true
}

// end lays the shape on the sheet.
func (r *raster) end(box image.Rectangle, c chart.RGB, alpha float64) {
	k := ink{c, uint8(math.Round(255 * alpha))}
	t := r.inks[k]
	if t == nil {
		t = new(blends)
		r.inks[k] = t
	}
	w, h := box.Dx(), box.Dy()
	if n := w * h; cap(r.mask.Pix) < n {
		r.mask.Pix = make([]uint8, n)
	}
	r.mask.Pix, r.mask.Stride, r.mask.Rect = r.mask.Pix[:w*h], w, image.Rect(0, 0, w, h)
	r.z.Draw(&r.mask, r.mask.Rect, image.Opaque, image.Point{})
	for y := range h {
		row := r.pix[(box.Min.Y+y)*r.width+box.Min.X:][:w]
		for x, cover := range r.mask.Pix[y*w : (y+1)*w] {
			if cover == 0 {
				continue
			}
			step := (int(cover)*depth + 127) / 255
			if step == 0 {
				continue
			}
			on := row[x]
			if i := t[on][step]; i != 0 {
				row[x] = uint8(i - 1)
			} else {
				row[x] = r.blend(t, k, on, step)
			}
		}
	}
}

func (r *raster) fill(polygon []chart.Point, c chart.RGB, alpha float64) {
	if len(polygon) < 3 {
		return
	}
	from, to := bounds(polygon, 0)
	box, ok := r.begin(from, to)
	if !ok {
		return
	}
	r.polygon(polygon, box)
	r.end(box, c, alpha)
}

func (r *raster) polygon(polygon []chart.Point, box image.Rectangle) {
	ox, oy := float64(box.Min.X), float64(box.Min.Y)
	for i, p := range polygon {
		if i == 0 {
			r.z.MoveTo(float32(p.X-ox), float32(p.Y-oy))
		} else {
			r.z.LineTo(float32(p.X-ox), float32(p.Y-oy))
		}
	}
	r.z.ClosePath()
}

// bounds is the box of points with a margin.
func bounds(all []chart.Point, margin float64) (from, to point) {
	x0, y0, x1, y1 := all[0].X, all[0].Y, all[0].X, all[0].Y
	for _, p := range all {
		x0, y0, x1, y1 = min(x0, p.X), min(y0, p.Y), max(x1, p.X), max(y1, p.Y)
	}
	return point{float32(x0 - margin), float32(y0 - margin)}, point{float32(x1 + margin), float32(y1 + margin)}
}

// stroke draws a bar for each part of the line and a disc at each joint, all turning the same way, so that where they overlap nothing adds up.
func (r *raster) stroke(all []chart.Point, closed bool, width float64, c chart.RGB, alpha float64) {
	if len(all) < 2 {
		return
	}
	from, to := bounds(all, width)
	box, ok := r.begin(from, to)
	if !ok {
		return
	}
	if closed {
		all = append(append(make([]chart.Point, 0, len(all)+1), all...), all[0])
	}
	h := width / 2
	for i := 1; i < len(all); i++ {
		p, q := all[i-1], all[i]
		dx, dy := q.X-p.X, q.Y-p.Y
		l := math.Hypot(dx, dy)
		if l == 0 {
			continue
		}
		nx, ny := -dy/l*h, dx/l*h
		r.polygon([]chart.Point{{X: p.X - nx, Y: p.Y - ny}, {X: q.X - nx, Y: q.Y - ny}, {X: q.X + nx, Y: q.Y + ny}, {X: p.X + nx, Y: p.Y + ny}}, box)
		if width > 1.5 && (closed || i < len(all)-1) {
			r.polygon(disc(q, h, 16), box)
		}
	}
	r.end(box, c, alpha)
}

// disc is a circle as a polygon.
func disc(at chart.Point, radius float64, sides int) []chart.Point {
	out := make([]chart.Point, sides)
	for i := range out {
		sin, cos := math.Sincos(float64(i) * 2 * math.Pi / float64(sides))
		out[i] = chart.Point{X: at.X + radius*cos, Y: at.Y + radius*sin}
	}
	return out
}

func (r *raster) text(l line, at placing, c chart.RGB) {
	for _, g := range l.glyphs {
		if len(g.outline) == 0 {
			continue
		}
		from, to := at.box(g)
		box, ok := r.begin(from, to)
		if !ok {
			continue
		}
		ox, oy := float32(box.Min.X), float32(box.Min.Y)
		put := func(p point) (float32, float32) {
			q := at.place(g.x, p)
			return q.x - ox, q.y - oy
		}
		for i, s := range g.outline {
			ax, ay := put(s.p[0])
			switch s.op {
			case sfnt.SegmentOpMoveTo:
				if i > 0 {
					r.z.ClosePath()
				}
				r.z.MoveTo(ax, ay)
			case sfnt.SegmentOpLineTo:
				r.z.LineTo(ax, ay)
			case sfnt.SegmentOpQuadTo:
				bx, by := put(s.p[1])
				r.z.QuadTo(ax, ay, bx, by)
			case sfnt.SegmentOpCubeTo:
				bx, by := put(s.p[1])
				dx, dy := put(s.p[2])
				r.z.CubeTo(ax, ay, bx, by, dx, dy)
			}
		}
		r.z.ClosePath()
		r.end(box, c, 1)
	}
}

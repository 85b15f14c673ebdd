package booklet

import (
	"math"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
)

// masters gives what lies under the pages: the paper and, if the booklet holds samples, the watermark across it. It is drawn in an
// opaque tint and as outlines, so that the text of a page is extracted and read aloud without it; its words also stand at the foot.
func (b *book) masters() [][]Op {
	cover := b.pal.Red.mix(Colour{}, 0.86)
	out := [][]Op{paperMaster: {paper(b.pal.Paper)}, coverMaster: {paper(cover)}}
	if b.src.Sample != "" {
		out[paperMaster] = append(out[paperMaster], b.watermark(b.pal.Gold.mix(b.pal.Paper, 0.12), b.pal.Paper)...)
		out[coverMaster] = append(out[coverMaster], b.watermark(b.pal.Gold.mix(cover, 0.25), cover)...)
	}
	return out
}

// paper covers the page and a little more.
func paper(c Colour) Op { return box(-1, -1, trimWidth+2, trimHeight+2, c) }

// watermark is the sample's words from corner to corner. ground fills the insides of letters.
func (b *book) watermark(tint, ground Colour) []Op {
	return across(b.faces[Display], b.src.Sample, trimWidth, trimHeight, 90, tint, ground)
}

// across draws words as outlines from the lower left to the upper right corner of a page, no larger than most.
func across(face *typeface, words string, w, h, most float64, tint, ground Colour) []Op {
	words = shown(clean(words))
	const reach = 0.8 // of the diagonal
	diagonal := math.Hypot(w, h)
	size := min(reach*diagonal/face.width(words, 1, 0), most)
	width := face.width(words, size, 0)
	angle := math.Atan2(h, w)
	sin, cos := math.Sincos(-angle)
	at := func(x, y float64) Point { // from the baseline's middle, y upwards
		x -= width / 2
		y -= face.cap * size / 2
		return Point{w/2 + x*cos + y*sin, h/2 + x*sin - y*cos}
	}
	var out []Op
	x := 0.0
	for _, r := range words {
		var letters, holes []Op
		for _, contour := range face.contours(r) {
			points := make([]Point, len(contour))
			for i, p := range contour {
				points[i] = at(x+p.X*size, p.Y*size)
			}
			o := polygon(points, tint)
			if area(contour) > 0 { // TrueType: outer contours run clockwise, holes against it
				o.Colour = ground
				holes = append(holes, o)
			} else {
				letters = append(letters, o)
			}
		}
		out = append(append(out, letters...), holes...)
		x += face.width(string(r), size, 0)
	}
	return out
}

// contours gives the outlines of a character in em, y upwards, curves as short lines.
func (t *typeface) contours(r rune) [][]Point {
	if t.kern == nil {
		return nil
	}
	glyph, ok := t.kern.face.NominalGlyph(r)
	if !ok {
		return nil
	}
	outline, ok := t.kern.face.GlyphData(glyph).(font.GlyphOutline)
	if !ok {
		return nil
	}
	const steps = 6
	em := float64(t.upem)
	var out [][]Point
	var from Point
	for _, s := range outline.Segments {
		arg := func(i int) Point { return Point{float64(s.Args[i].X) / em, float64(s.Args[i].Y) / em} }
		switch s.Op {
		case opentype.SegmentOpMoveTo:
			from = arg(0)
			out = append(out, []Point{from})
			continue
		case opentype.SegmentOpLineTo:
			from = arg(0)
			out[len(out)-1] = append(out[len(out)-1], from)
		case opentype.SegmentOpQuadTo:
			c, to := arg(0), arg(1)
			for k := 1; k <= steps; k++ {
				u := float64(k) / steps
				v := 1 - u
				out[len(out)-1] = append(out[len(out)-1], Point{v*v*from.X + 2*v*u*c.X + u*u*to.X, v*v*from.Y + 2*v*u*c.Y + u*u*to.Y})
			}
			from = to
		}
	}
	return out
}

// area is the signed area of a contour: positive against the clock, y upwards.
func area(points []Point) float64 {
	sum := 0.0
	for i, p := range points {
		q := points[(i+1)%len(points)]
		sum += p.X*q.Y - q.X*p.Y
	}
	return sum / 2
}

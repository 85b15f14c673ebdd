package booklet

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"io"
	"slices"

	"github.com/signintech/gopdf"
)

// WritePDF writes the layout as a PDF file: gopdf draws, then the file is finished. It may be called again and concurrently.
func (l *Layout) WritePDF(w io.Writer) error {
	raw, err := l.draw()
	if err != nil {
		return err
	}
	out, err := l.finish(raw)
	if err != nil {
		return err
	}
	n, err := w.Write(out)
	if err == nil && n < len(out) {
		err = io.ErrShortWrite
	}
	return err
}

// draw has gopdf draw the masters, each as a page, and then the pages.
func (l *Layout) draw() ([]byte, error) {
	pdf := &gopdf.GoPdf{}
	pdf.Start(gopdf.Config{PageSize: gopdf.Rect{W: l.Width, H: l.Height}})
	pdf.SetNoCompression()
	p := pen{pdf: pdf, faces: l.faces}
	for f, family := range l.families() {
		if family == "" {
			continue
		}
		if err := p.addFont(Face(f), family); err != nil {
			return nil, err
		}
	}
	for _, ops := range l.Masters {
		if err := p.page(ops); err != nil {
			return nil, err
		}
	}
	for i := range l.Pages {
		if err := p.page(l.Pages[i].Ops); err != nil {
			return nil, fmt.Errorf("booklet: page %d: %w", i+1, err)
		}
	}
	var b bytes.Buffer
	n, err := pdf.WriteTo(&b)
	if err != nil {
		return nil, err
	}
	if n != int64(b.Len()) { // gopdf swallows the errors of its writer
		return nil, io.ErrShortWrite
	}
	return b.Bytes(), nil
}

// families names the faces that are used as embedded subsets are named: six letters that follow from the characters used, and the font.
func (l *Layout) families() [faceCount]string {
	var used [faceCount]map[rune]bool
	see := func(ops []Op) {
		for i := range ops {
			if ops[i].Kind != OpText {
				continue
			}
			f := ops[i].Face
			if used[f] == nil {
				used[f] = map[rune]bool{}
			}
			for _, r := range ops[i].Text {
				used[f][r] = true
			}
		}
	}
	for _, ops := range l.Masters {
		see(ops)
	}
	for i := range l.Pages {
		see(l.Pages[i].Ops)
	}
	var out [faceCount]string
	for f := range out {
		if len(used[f]) == 0 {
			continue
		}
		all := make([]rune, 0, len(used[f]))
		for r := range used[f] {
			all = append(all, r)
		}
		slices.Sort(all)
		sum := sha256.Sum256([]byte(faceNames[f] + string(all)))
		tag := make([]byte, 6)
		for i := range tag {
			tag[i] = 'A' + byte(binary.BigEndian.Uint16(sum[2*i:])%26)
		}
		out[f] = string(tag) + "+" + faceNames[f]
	}
	return out
}

// pen drives gopdf and remembers what it last set, as far as gopdf keeps it from page to page.
type pen struct {
	pdf      *gopdf.GoPdf
	faces    *typefaces
	families [faceCount]string
	face     Face
	size     float64
	tracking float64
	colour   Colour
	set      bool
}

func (p *pen) addFont(f Face, family string) error {
	t := p.faces[f]
	if t.kern == nil {
		p.families[f] = family
		return p.pdf.AddTTFFontData(family, t.data)
	}
	if err := p.pdf.AddTTFFontDataWithOption(family, t.data, gopdf.TtfOption{UseKerning: true}); err != nil {
		return err
	}
	p.families[f] = family
	return p.pdf.KernOverride(family, func(left, right rune, _, _ uint, _ int16) int16 { return t.kern.pair(left, right) })
}

// page draws one page. The state of gopdf's content stream begins anew with it: fill, stroke, width, dash.
func (p *pen) page(ops []Op) error {
	p.pdf.AddPage()
	s := strokeState{dash: -1}
	for i := range ops {
		o := &ops[i]
		switch o.Kind {
		case OpText:
			s.filled = false // gopdf sets the fill colour within the text
			if err := p.text(o); err != nil {
				return err
			}
		case OpFill:
			if !s.filled || s.fill != o.Colour {
				p.pdf.SetFillColor(o.Colour.R, o.Colour.G, o.Colour.B)
				s.fill, s.filled = o.Colour, true
			}
			p.pdf.Polygon(polygon(o.Points), "F")
		case OpStroke:
			p.stroke(o, &s)
		}
	}
	return nil
}

func (p *pen) text(o *Op) error {
	if !p.set || p.face != o.Face || p.size != o.Size {
		if err := p.pdf.SetFont(p.families[o.Face], "", o.Size); err != nil {
			return err
		}
		p.face, p.size = o.Face, o.Size
	}
	if !p.set || p.tracking != o.Tracking {
		if err := p.pdf.SetCharSpacing(o.Tracking); err != nil {
			return err
		}
		p.tracking = o.Tracking
	}
	if !p.set || p.colour != o.Colour {
		p.pdf.SetTextColor(o.Colour.R, o.Colour.G, o.Colour.B)
		p.colour = o.Colour
	}
	p.set = true
	if o.Turn != 0 {
		p.pdf.Rotate(-o.Turn, o.X, o.Y)
		defer p.pdf.RotateReset()
	}
	p.pdf.SetXY(o.X, o.Y)
	return p.pdf.Text(o.Text)
}

// strokeState is what the content stream of a page was last told.
type strokeState struct {
	fill, line    Colour
	filled, lined bool
	width, dash   float64
}

func (p *pen) stroke(o *Op, s *strokeState) {
	if !s.lined || s.line != o.Colour {
		p.pdf.SetStrokeColor(o.Colour.R, o.Colour.G, o.Colour.B)
		s.line, s.lined = o.Colour, true
	}
	if s.width != o.Width {
		p.pdf.SetLineWidth(o.Width)
		s.width = o.Width
	}
	if s.dash != o.Dash {
		if o.Dash == 0 {
			p.pdf.SetCustomLineType(nil, 0)
		} else {
			p.pdf.SetCustomLineType([]float64{o.Width, o.Dash}, 0)
		}
		s.dash = o.Dash
	}
	if len(o.Points) == 2 {
		p.pdf.Line(o.Points[0].X, o.Points[0].Y, o.Points[1].X, o.Points[1].Y)
		return
	}
	points := polygon(o.Points)
	if !o.Closed { // gopdf closes every path: one that walks back over itself strokes the same line
		for i := len(o.Points) - 2; i > 0; i-- {
			points = append(points, gopdf.Point{X: o.Points[i].X, Y: o.Points[i].Y})
		}
	}
	p.pdf.Polygon(points, "D")
}

func polygon(points []Point) []gopdf.Point {
	out := make([]gopdf.Point, len(points))
	for i, q := range points {
		out[i] = gopdf.Point(q)
	}
	return out
}

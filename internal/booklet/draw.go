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
			p.pdf.Polygon(outline(o), "F")
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
	if turn := o.Turn(); turn != 0 {
		p.pdf.Rotate(-turn, o.X, o.Y)
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
	k := o.Shape
	if s.width != k.Width {
		p.pdf.SetLineWidth(k.Width)
		s.width = k.Width
	}
	if s.dash != k.Dash {
		if k.Dash == 0 {
			p.pdf.SetCustomLineType(nil, 0)
		} else {
			p.pdf.SetCustomLineType([]float64{k.Width, k.Dash}, 0)
		}
		s.dash = k.Dash
	}
	points := outline(o)
	if len(points) == 2 {
		p.pdf.Line(points[0].X, points[0].Y, points[1].X, points[1].Y)
		return
	}
	if !k.Closed { // gopdf closes every path: one that walks back over itself strokes the same line
		for i := len(points) - 2; i > 0; i-- {
			points = append(points, points[i])
		}
	}
	p.pdf.Polygon(points, "D")
}

// outline gives an operation's points as gopdf takes them.
func outline(o *Op) []gopdf.Point {
	out := make([]gopdf.Point, len(o.Shape.Points))
	for i, q := range o.Shape.Points {
		out[i] = gopdf.Point{X: o.X + q.X, Y: o.Y + q.Y}
	}
	return out
}

package booklet

import (
	"bytes"
	"fmt"
	"io"
	"slices"
	"sync"

	"github.com/signintech/gopdf"
)

// studio has gopdf draw pages in runs, each run in a document of its own: gopdf keeps every operation until it writes, so that a run is all
// that it ever holds. Upright texts are not drawn with the pages but set when these are dressed, in lines that gopdf wrote of their style, see
// cast; turned ones are drawn empty and in no face, and get both then, see show. It may be used concurrently.
type studio struct {
	width, height float64
	faces         *typefaces
	kept          *Kept
	images        []Image
	order, same   []int                                // see distinct
	blank         *gopdf.FontContainer                 // with the font that gopdf draws texts in
	names         [faceCount]string                    // of faces in use, as content streams call them: "/F3 "
	chars         [faceCount][]rune                    // used, sorted
	styles        []typeStyle                          // used
	casts         func() (map[typeStyle][]byte, error) // see cast; made when the inks are known
	inks          func(c Colour, o *Op) ink            // nil leaves colours as they are
	shades        map[Colour]Colour                    // colours to be drawn as others
	separation    *separation                          // that inks come from
	least         float64                              // width of the thinnest line
}

// newStudio prepares the faces that the operations use.
func (l *Layout) newStudio(all ...[]Op) (*studio, error) {
	s := &studio{width: l.Width, height: l.Height, faces: l.faces, kept: &l.kept, images: l.Images, blank: &gopdf.FontContainer{}}
	s.chars, s.styles = used(all), typeStyles(all)
	s.casts = sync.OnceValues(s.cast)
	s.order, s.same = distinct(l.Images, all)
	n := 0
	for f, chars := range s.chars {
		if len(chars) > 0 {
			n++
			s.names[f] = fmt.Sprintf("/F%d ", n)
		}
	}
	return s, s.blank.AddTTFFontData(blankName, blankFont())
}

// used gives the characters of each face, sorted. A face that is used has a space, which tagging puts between lines.
func used(all [][]Op) (out [faceCount][]rune) {
	const low = 0x2400
	var seen [faceCount]*[low]bool
	var high [faceCount]map[rune]bool
	for _, ops := range all {
		for i := range ops {
			if ops[i].Kind != OpText {
				continue
			}
			f := ops[i].Face
			if seen[f] == nil {
				seen[f], high[f] = &[low]bool{' ': true}, map[rune]bool{}
			}
			for _, r := range ops[i].Text {
				if r < low {
					seen[f][r] = true
				} else {
					high[f][r] = true
				}
			}
		}
	}
	for f := range out {
		if seen[f] == nil {
			continue
		}
		for r, is := range seen[f] {
			if is {
				out[f] = append(out[f], rune(r))
			}
		}
		for r := range high[f] {
			out[f] = append(out[f], r)
		}
		slices.Sort(out[f])
	}
	return out
}

// open begins a document of gopdf's, if texts are to be drawn with the blank font, which is called blankFace in it.
func (s *studio) open(texts bool) (*pen, error) {
	p := &pen{studio: s, pdf: &gopdf.GoPdf{}}
	p.pdf.Start(gopdf.Config{PageSize: gopdf.Rect{W: s.width, H: s.height}})
	p.pdf.SetNoCompression()
	if !texts {
		return p, nil
	}
	return p, p.pdf.AddTTFFontFromFontContainer(blankName, s.blank)
}

// contents gives the content streams of pages, uncompressed and without their upright texts; a blank page has none. They lie in the given memory.
func (s *studio) contents(pages [][]Op, in *bytes.Buffer) ([][]byte, error) {
	turned := func(o Op) bool { return o.Kind == OpText && !o.upright() }
	p, err := s.open(slices.ContainsFunc(pages, func(ops []Op) bool { return slices.ContainsFunc(ops, turned) }))
	if err != nil {
		return nil, err
	}
	for i := range pages {
		if err := p.page(pages[i]); err != nil {
			return nil, err
		}
	}
	out, err := p.contents(in)
	if err == nil && len(out) != len(pages) {
		err = errShape
	}
	return out, err
}

// contents gives the content streams of what was drawn.
func (p *pen) contents(in *bytes.Buffer) ([][]byte, error) {
	o, err := p.written(in)
	if err != nil {
		return nil, err
	}
	var out [][]byte
	for k := 1; k < len(o); k++ {
		if !bytes.HasPrefix(o[k], isPage) {
			continue
		}
		var content []byte
		if n := reference(o[k], "/Contents"); n > 0 && n < len(o) {
			if content, err = streamOf(o[n]); err != nil {
				return nil, err
			}
		}
		out = append(out, content)
	}
	return out, nil
}

var isPage = []byte("<<\n  /Type /Page\n")

// written has gopdf write its document into the given empty memory and takes it apart there.
func (p *pen) written(b *bytes.Buffer) (objects, error) {
	n, err := p.pdf.WriteTo(b)
	if err != nil {
		return nil, err
	}
	if n != int64(b.Len()) { // gopdf swallows the errors of its writer
		return nil, io.ErrShortWrite
	}
	return readObjects(b.Bytes())
}

// pen drives one document of gopdf's and remembers what it last set, as far as gopdf keeps it from page to page.
type pen struct {
	*studio
	pdf      *gopdf.GoPdf
	size     float64
	tracking float64
	colour   Colour
	set      bool
}

// page draws one page. The state of gopdf's content stream begins anew with it: fill, stroke, width, dash.
func (p *pen) page(ops []Op) error {
	p.pdf.AddPage()
	s := strokeState{dash: -1}
	for i := range ops {
		o := &ops[i]
		switch o.Kind {
		case OpText:
			s.filled = false // the fill colour is set within the text
			if o.upright() {
				continue // see set
			}
			if err := p.text(o); err != nil {
				return fmt.Errorf("booklet: %q: %w", o.Text, err)
			}
		case OpFill:
			if !s.filled || s.fill != o.Colour {
				p.fill(o)
				s.fill, s.filled = o.Colour, true
			}
			p.pdf.Polygon(nowhere, "F") // see trace
		case OpStroke:
			p.stroke(o, &s)
		case OpImage:
			if err := p.image(o); err != nil {
				return fmt.Errorf("booklet: %s: %w", p.images[o.Shape.Image].File, err)
			}
		}
	}
	return nil
}

// shade gives the colour that one is drawn as.
func (s *studio) shade(c Colour) (r, g, b uint8) {
	if other, ok := s.shades[c]; ok {
		c = other
	}
	return c.R, c.G, c.B
}

func (p *pen) fill(o *Op) {
	if p.inks == nil {
		p.pdf.SetFillColor(p.shade(o.Colour))
		return
	}
	k := p.inks(o.Colour, o)
	p.pdf.SetFillColorCMYK(k.C, k.M, k.Y, k.K)
}

func (p *pen) text(o *Op) error {
	if !p.set || p.size != o.Size {
		if err := p.pdf.SetFont(blankName, "", o.Size); err != nil {
			return err
		}
		p.size = o.Size
	}
	if !p.set || p.tracking != o.Tracking {
		if err := p.pdf.SetCharSpacing(o.Tracking); err != nil {
			return err
		}
		p.tracking = o.Tracking
	}
	if !p.set || p.colour != o.Colour {
		if p.inks == nil {
			p.pdf.SetTextColor(p.shade(o.Colour))
		} else {
			k := p.inks(o.Colour, o)
			p.pdf.SetTextColorCMYK(k.C, k.M, k.Y, k.K)
		}
		p.colour = o.Colour
	}
	p.set = true
	if turn := o.Turn(); turn != 0 {
		p.pdf.Rotate(-turn, o.X, o.Y)
		defer p.pdf.RotateReset()
	}
	p.pdf.SetXY(o.X, o.Y)
	return p.pdf.Text("")
}

// strokeState is what the content stream of a page was last told.
type strokeState struct {
	fill, line    Colour
	filled, lined bool
	thin          bool // the line of which the inks were set
	width, dash   float64
}

func (p *pen) stroke(o *Op, s *strokeState) {
	if !s.lined || s.line != o.Colour || s.thin != o.thin() {
		if p.inks == nil {
			p.pdf.SetStrokeColor(p.shade(o.Colour))
		} else {
			k := p.inks(o.Colour, o)
			p.pdf.SetStrokeColorCMYK(k.C, k.M, k.Y, k.K)
		}
		s.line, s.lined, s.thin = o.Colour, true, o.thin()
	}
	k := o.Shape
	width := max(k.Width, p.least)
	if s.width != width {
		p.pdf.SetLineWidth(width)
		s.width = width
	}
	if s.dash != k.Dash {
		if k.Dash == 0 {
			p.pdf.SetCustomLineType(nil, 0)
		} else {
			p.pdf.SetCustomLineType([]float64{width, k.Dash}, 0)
		}
		s.dash = k.Dash
	}
	if !o.outlined() {
		a, b := k.Points[0], k.Points[1]
		p.pdf.Line(o.X+a.X, o.Y+a.Y, o.X+b.X, o.Y+b.Y)
		return
	}
	p.pdf.Polygon(nowhere, "D") // see trace
}

package booklet

import "bytes"

// typeStyle is what gopdf writes texts of in the same way but for their place. Their faces and glyphs are ours, see show.
type typeStyle struct {
	size, tracking float64
	colour         Colour
}

func (o *Op) typeStyle() typeStyle { return typeStyle{o.Size, o.Tracking, o.Colour} }

// typeStyles gives the styles of upright texts, each once.
func typeStyles(all [][]Op) []typeStyle {
	var out []typeStyle
	var last typeStyle
	seen := map[typeStyle]bool{}
	for _, ops := range all {
		for i := range ops {
			o := &ops[i]
			if k := o.typeStyle(); o.upright() && (k != last || len(out) == 0) {
				if !seen[k] {
					seen[k] = true
					out = append(out, k)
				}
				last = k
			}
		}
	}
	return out
}

// upright tells of a text that it is not turned.
func (o *Op) upright() bool { return o.Kind == OpText && o.Turn() == 0 }

var (
	castBegin = []byte("BT\n")
	castPlace = []byte(" TD\n")
)

// cast has gopdf write one text of each style and gives its lines from behind its place: a book has dozens of styles and hundreds of thousands
// of texts, and for each of these gopdf would make a dozen small things.
func (s *studio) cast() (map[typeStyle][]byte, error) {
	texts := make([]Op, len(s.styles))
	for i, k := range s.styles {
		texts[i] = Op{Kind: OpText, Size: k.size, Tracking: k.tracking, Colour: k.colour}
	}
	p, err := s.open(true)
	if err != nil {
		return nil, err
	}
	p.pdf.AddPage()
	for i := range texts {
		if err := p.text(&texts[i]); err != nil {
			return nil, err
		}
	}
	contents, err := p.contents(&bytes.Buffer{})
	if err != nil {
		return nil, err
	}
	out := make(map[typeStyle][]byte, len(texts))
	rest := contents[0]
	for i := range texts {
		end := bytes.Index(rest, textEnds)
		if end < 0 {
			return nil, errShape
		}
		lines := rest[:end+len(textEnds)]
		rest = rest[len(lines):]
		at := bytes.Index(lines, castPlace)
		if at < 0 || !bytes.HasPrefix(lines, castBegin) {
			return nil, errShape
		}
		out[texts[i].typeStyle()] = lines[at:]
	}
	return out, nil
}

// set appends the lines of an upright text.
func (s *studio) set(out []byte, o *Op, more bool) ([]byte, error) {
	casts, err := s.casts()
	if err != nil {
		return nil, err
	}
	out = appendPoints(append(out, castBegin...), o.X, s.height-o.Y)
	return s.show(out, casts[o.typeStyle()], o, more)
}

package booklet

import (
	"fmt"
	"io"
)

// Edition is one of the files that a layout is written as.
type Edition uint8

const (
	Screen Edition = iota // tagged, with links and outline, in sRGB
	Press                 // one page after the other with bleed and marks, in four inks, for a printing house
	Sheets                // two pages on a side of A4, to be printed on both sides, folded and stapled
)

// Order says how a layout is to be written. Its zero value is the screen edition.
type Order struct {
	Edition   Edition
	Profile   *Profile // of the press; nil if none is given
	Apart     bool     // the cover is printed apart: pages are those within
	Signature int      // of sheets: how many pages are folded into one another; 0 is all of them, or 16 if they are too many for that
	Leaf      float64  // thickness of a leaf of the paper in millimetres; 0 is that of ordinary office paper
}

const (
	ordinaryLeaf    = 0.1 // mm: 80 g/m²
	mostInOne       = 64  // pages that may be folded into one another
	defaultGathered = 16
)

func (o *Order) leaf() float64 {
	if o.Leaf > 0 {
		return o.Leaf * mm
	}
	return ordinaryLeaf * mm
}

// Check tells what cannot be done with an order, in Vietnamese; "" is nothing.
func (o *Order) Check() string {
	if o.Signature < 0 || o.Signature%4 != 0 {
		return fmt.Sprintf("một tay phải có số trang chia hết cho 4, không phải %d", o.Signature)
	}
	if o.Signature > mostInOne {
		return fmt.Sprintf("một tay %d trang quá dày để gấp; nhiều nhất là %d", o.Signature, mostInOne)
	}
	return ""
}

// Write writes the layout as it is ordered. It may be called again and concurrently.
func (l *Layout) Write(w io.Writer, o Order) error {
	switch o.Edition {
	case Press:
		return l.writePress(w, o)
	case Sheets:
		return l.writeSheets(w, o)
	}
	return l.writeScreen(w, modern)
}

// bound gives the pages of the printed book in order, nil for a blank one, so many that sheets of four take them: the back cover comes last,
// and what is blank lies before it.
func (l *Layout) bound(apart bool) []*Page {
	var out []*Page
	for i := range l.Pages {
		if !apart || !l.Pages[i].Cover {
			out = append(out, &l.Pages[i])
		}
	}
	back := len(l.Back)
	if apart {
		back = 0
	}
	for (len(out)+back)%4 != 0 {
		out = append(out, nil)
	}
	for i := range back {
		out = append(out, &l.Back[i])
	}
	return out
}

// sides gives the four sides of the cover, from the front to the back; nil where there is none.
func (l *Layout) sides() (out [4]*Page) {
	n := 0
	for i := range l.Pages {
		if l.Pages[i].Cover && n < 2 {
			out[n] = &l.Pages[i]
			n++
		}
	}
	for i := range min(len(l.Back), 2) {
		out[2+i] = &l.Back[i]
	}
	return out
}

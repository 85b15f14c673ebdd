package booklet

// Colour is an opaque sRGB colour. There is no transparency in a booklet: tints are mixed beforehand.
type Colour struct{ R, G, B uint8 }

// mix gives c laid with the given strength (0 to 1) over another colour.
func (c Colour) mix(over Colour, strength float64) Colour {
	part := func(a, b uint8) uint8 { return uint8(float64(a)*strength + float64(b)*(1-strength) + 0.5) }
	return Colour{part(c.R, over.R), part(c.G, over.G), part(c.B, over.B)}
}

// Point is a place on a page.
type Point struct{ X, Y float64 }

// OpKind is what an operation draws.
type OpKind uint8

const (
	OpText   OpKind = iota // Text with its baseline starting at X, Y, turned by Turn degrees clockwise
	OpFill                 // Shape's points as a filled polygon
	OpStroke               // Shape's points as a line of its width, closed or not, dashed or not
	OpImage                // Shape's image with its top left corner at X, Y
)

// Role tells what an operation is for, so that body text can be told from ornament.
type Role uint8

const (
	Content   Role = iota // the book itself
	Furniture             // running heads, folios, repeated heads: not part of the text
	Ornament              // rules, tints, figures without words
)

// Tag tells what a text or figure is in the structure of the book, for readers that do not see pages. Zero is a paragraph.
type Tag uint8

const (
	TagParagraph Tag = iota
	TagHeading1      // a part of the book
	TagHeading2      // a chapter; in the roll a decision
	TagHeading3
	TagHeading4
	TagHeading5
	TagHeading6
	TagListLabel // a number or bullet before the TagListText of its item
	TagListText  // one of the paragraphs of an item
	TagHeadCell  // the head of a column
	TagDataCell
	TagRowHead
	TagQuote
	TagFigure // all operations of one picture; the first one's Alt says it in words
	TagEntry  // a line of the contents or of an index: words, then the page
)

// Op is one operation of a display list. Which fields count depends on Kind. There are hundreds of thousands of them in a long booklet,
// nearly all of them plain text, so what few have lies in Shape.
type Op struct {
	Kind     OpKind
	Role     Role
	Tag      Tag
	Level    uint8 // of a list within lists: 1 is the outermost; of an entry its indent; 0 outside
	Face     Face
	Colour   Colour
	Block    int32 // operations of one paragraph, heading, cell or figure, over its lines and pages, share a number; 0 is none given
	Row      int32 // cells of one row of a table, label and texts of one item of a list, share a number; 0 outside both
	X, Y     float64
	Size     float64 // points
	Tracking float64 // points after every character
	Spread   float64 // points added to every space, for a justified line
	Wide     float64 // width of the text as set, with tracking and spread
	Text     string
	Shape    *Shape // nil for plain text; never changed once it is in a list, since copies share it
}

// Shape is what an operation has beyond plain text.
type Shape struct {
	Points []Point // relative to the operation's X, Y
	Width  float64 // of a stroke
	Dash   float64 // length of dots and gaps: a stroke of dots Width long and Dash apart; 0 is solid
	Closed bool
	Turn   float64 // of a text, degrees
	Alt    string  // of the first operation of a figure
	Image  int     // in the layout's images
	W, H   float64 // of an image as placed
}

// Points gives the corners of a line or polygon on the page.
func (o *Op) Points() []Point {
	out := make([]Point, len(o.Shape.Points))
	for i, p := range o.Shape.Points {
		out[i] = Point{o.X + p.X, o.Y + p.Y}
	}
	return out
}

// top is the upper edge of what is not a text.
func (o *Op) top() float64 {
	if o.Kind == OpImage {
		return o.Y
	}
	var b bounds
	b.see(o)
	return b.y0
}

// Turn gives by how many degrees a text is turned clockwise.
func (o *Op) Turn() float64 {
	if o.Shape == nil {
		return 0
	}
	return o.Shape.Turn
}

// Alt is what a figure says in words: on the first of its operations.
func (o *Op) Alt() string {
	if o.Shape == nil {
		return ""
	}
	return o.Shape.Alt
}

// Link is an area of a page that leads somewhere: to an anchor of the booklet ("#name") or to an address.
type Link struct {
	X, Y, W, H float64
	Target     string
}

// Page is one page of a layout.
type Page struct {
	Label  string // as readers cite it: "iv", "12", "Bìa"
	Master int    // which of the layout's masters lies under it
	Cover  bool   // one of the cover's sides
	Ops    []Op
	Links  []Link

	head  string // running head
	plain bool   // no running head: the first page of a chapter
	bare  bool   // neither head nor folio
}

// Spot is where an anchor lies.
type Spot struct {
	Page int // from 0
	Y    float64
}

// Mark is an entry of the outline (bookmarks). Level 0 is the topmost.
type Mark struct {
	Level int
	Title string
	Spot  Spot
}

// LabelRange tells how the pages from First on are labelled: Style is "r" (roman), "D" (arabic) or "" (the prefix alone).
type LabelRange struct {
	First  int // from 0
	Style  string
	Prefix string
	Start  int
}

// Layout is a booklet as it will be seen: data, without a word of PDF.
type Layout struct {
	Width, Height float64 // trim size
	Pages         []Page
	Back          []Page // the cover's other two sides, inner and outer: printed behind the last page, not part of a book on a screen
	Masters       [][]Op // drawn under pages: paper and, on samples, the watermark
	Images        []Image
	Anchors       map[string]Spot
	Outline       []Mark
	Labels        []LabelRange
	Meta          Meta

	faces *typefaces
	kept  Kept // subsets of fonts
	drawn Kept // pages and shelves
}

// Image is a picture as it is printed: turned upright, cropped, reduced to what paper can show, without transparency.
type Image struct {
	File                    string // below content/
	Data                    []byte // JPEG, or PNG of 8 bits a channel, neither interlaced nor transparent
	PixelWidth, PixelHeight int
}

// Meta says what the file is about.
type Meta struct {
	Title, Author, Subject, Lang string
	Date                         string // RFC 3339, of the edition's clock
}

// moved gives the operation shifted.
func (o Op) moved(dx, dy float64) Op {
	o.X += dx
	o.Y += dy
	return o
}

// polygon is a filled area.
func polygon(points []Point, c Colour) Op {
	return Op{Kind: OpFill, Role: Ornament, Colour: c, Shape: &Shape{Points: points}}
}

// polyline is a line through points.
func polyline(points []Point, closed bool, width float64, c Colour) Op {
	return Op{Kind: OpStroke, Role: Ornament, Colour: c, Shape: &Shape{Points: points, Closed: closed, Width: width}}
}

// rule is a straight line.
func rule(x0, y0, x1, y1, width float64, c Colour) Op {
	return polyline([]Point{{x0, y0}, {x1, y1}}, false, width, c)
}

// dotted is a level line of dots.
func dotted(x0, x1, y, width, apart float64, c Colour) Op {
	o := rule(x0, y, x1, y, width, c)
	o.Shape.Dash = apart
	return o
}

// box is a filled rectangle.
func box(x, y, w, h float64, c Colour) Op {
	return polygon([]Point{{x, y}, {x + w, y}, {x + w, y + h}, {x, y + h}}, c)
}

// diamond is a small lozenge, the booklet's only ornament.
func diamond(x, y, r float64, c Colour) Op {
	return polygon([]Point{{x - r, y}, {x, y - r}, {x + r, y}, {x, y + r}}, c)
}

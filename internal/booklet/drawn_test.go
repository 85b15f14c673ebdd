package booklet

import (
	"bytes"
	"image"
	"image/color"
	"maps"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"
)

// TestDrawnAgain: a book with pages and shelves that were kept is the book without, byte for byte; of a page that has changed nothing is kept but its own
// run, and nothing of the shelves unless objects have changed.
func TestDrawnAgain(t *testing.T) {
	l := layout(t, 700)
	runs := (len(l.Pages) + runLength - 1) / runLength
	if runs < 3 {
		t.Fatalf("only %d runs of pages", runs)
	}
	s := &shelved{by: map[string][]byte{}}
	ofShelves := func(key string) bool { return strings.HasPrefix(key, "shelves-") }
	check := func(what string, pages, shelves int) {
		t.Helper()
		l.drawn = Kept{}
		want := written(t, l)
		l.drawn, s.last = s.kept("program"), nil
		if !bytes.Equal(written(t, l), want) {
			t.Errorf("%s: another book", what)
		}
		all := len(s.last)
		s.last = slices.DeleteFunc(s.last, ofShelves)
		if n := len(s.last); n != pages || all-n != shelves {
			t.Errorf("%s: %d runs and %d crates kept, want %d and %d", what, n, all-n, pages, shelves)
		}
	}
	l.drawn = s.kept("another program")
	written(t, l)
	crates := len(s.last) - runs
	if crates < 2 {
		t.Fatalf("only %d crates of shelves", crates)
	}
	check("nothing kept", runs, crates)
	check("all kept", 0, 0)
	page := &l.Pages[runLength+7]
	op := slices.IndexFunc(page.Ops, func(o Op) bool { return o.Kind == OpText && o.Role == Content && len(o.Text) > 3 })
	page.Ops[op].Text += "a"
	check("a text", 1, 0)
	for i := range l.Pages { // as if a paragraph more stood before
		for k := range l.Pages[i].Ops {
			if o := &l.Pages[i].Ops[k]; o.Block > 0 {
				o.Block++
			}
		}
	}
	check("numbers of paragraphs", 0, 0)
	name := slices.Sorted(maps.Keys(l.Anchors))[len(l.Anchors)/2] // an award, to which the index leads
	at := l.Anchors[name]
	at.Y += 50
	l.Anchors[name] = at
	check("where a link leads", 0, 1)
	last := &l.Pages[len(l.Pages)-1]
	last.Ops, last.Links = nil, nil
	check("a page less", 1, crates)
	check("all kept", 0, 0)
	if len(s.by) != runs+crates {
		t.Errorf("%d runs and %d crates, and %d are kept", runs, crates, len(s.by))
	}
	whole := maps.Clone(s.by)
	for what, spoil := range map[string]func([]byte) []byte{
		"nothing":       func([]byte) []byte { return nil },
		"cut by a byte": func(b []byte) []byte { return b[:len(b)-1] },
		"half":          func(b []byte) []byte { return b[:len(b)/2] },
		"no lengths":    func(b []byte) []byte { return bytes.Repeat([]byte{0xFF}, len(b)) },
	} {
		for key, b := range whole {
			s.by[key] = spoil(b)
		}
		check(what, runs, crates)
	}
}

// one is a page alone, as it is drawn for a screen.
type one struct {
	Page
	marks  []stretch
	goesOn []bool
}

// each gives the values within a struct that may be changed by themselves, lengths of what is in a slice too.
func each(v reflect.Value, yield func(name string, v reflect.Value)) {
	for i := range v.NumField() {
		f, name := v.Field(i), v.Type().Field(i).Name
		switch f.Kind() {
		case reflect.Struct:
			each(f, func(in string, v reflect.Value) { yield(name+"."+in, v) })
		case reflect.Pointer:
			if !f.IsNil() {
				each(f.Elem(), func(in string, v reflect.Value) { yield(name+"."+in, v) })
			}
		default:
			yield(name, f)
		}
	}
}

// changed gives a value another content, or tells that it does not know how.
func changed(v reflect.Value, r *rand.Rand) bool {
	switch v.Kind() {
	case reflect.Uint8:
		v.SetUint(v.Uint() ^ 1)
	case reflect.Int, reflect.Int32:
		v.SetInt(v.Int() ^ 1)
	case reflect.Float64:
		v.SetFloat(v.Float() + float64(1+r.IntN(900))/100)
	case reflect.Bool:
		v.SetBool(!v.Bool())
	case reflect.String:
		v.SetString(v.String() + " ê")
	case reflect.Slice: // of points
		v.Set(reflect.Append(v, reflect.ValueOf(Point{r.Float64() * 90, 7})))
	default:
		return false
	}
	return true
}

// TestSumTellsWhatIsDrawn changes each thing that a page is drawn from, by itself: if another stream is made of it, then it is not taken for what
// it was.
func TestSumTellsWhatIsDrawn(t *testing.T) {
	l := layout(t, 1)
	l.Images = nil
	for i := range 2 {
		picture := image.NewRGBA(image.Rect(0, 0, 2, 2))
		picture.Set(0, 0, color.RGBA{R: 255 * uint8(i), A: 255})
		l.Images = append(l.Images, Image{File: "x", Data: jpegOf(t, picture, 0), PixelWidth: 2, PixelHeight: 2})
	}
	text := Op{Kind: OpText, Face: Regular, Size: 9, Tracking: 0.5, Spread: 1, X: 30, Y: 40, Wide: 50, Text: "Võ Văn ê", Block: 4, Row: 2, Tag: TagListText, Level: 1}
	ops := func() []Op {
		turned, second := text, text
		turned.Y, turned.Shape = 90, &Shape{Turn: 30}
		second.X, second.Y = 35, 52
		line := rule(10, 20, 90, 20, 0.5, Colour{1, 2, 3})
		line.Shape.Dash = 2
		return []Op{text, second, turned, box(5, 6, 7, 8, Colour{9, 9, 9}), line, polyline([]Point{{1, 2}, {3, 4}, {5, 9}}, true, 1, Colour{4, 5, 6}),
			{Kind: OpImage, X: 3, Y: 4, Shape: &Shape{W: 20, H: 30}}}
	}
	fonts := ops()
	for _, f := range []Face{Bold, Italic} {
		more := text
		more.Face = f
		fonts = append(fonts, more)
	}
	other := Op{Kind: OpImage, Shape: &Shape{Image: 1}}
	r := rand.New(rand.NewPCG(8, 8))
	drawn := func(p one) (sum [32]byte, data []byte) {
		t.Helper()
		studio, err := l.newStudio(p.Ops, fonts, []Op{other})
		if err != nil {
			t.Fatal(err)
		}
		b := &binder{Layout: l, studio: studio}
		run := []sheet{{page: &p.Page, marks: p.marks, goesOn: p.goesOn}}
		if b.sum(run, "program"); b.drawAll(run) != nil {
			t.Fatal(b.drawAll(run))
		}
		return run[0].sum, run[0].data
	}
	fresh := func() one {
		p := one{Page: Page{Ops: ops(), Links: []Link{{X: 20, Y: 30, W: 90, H: 15, Target: "#a"}}}}
		p.marks, p.goesOn = l.stretches(&p.Page), goingOn(&p.Page, nil)
		return p
	}
	sum, data := drawn(fresh())
	if again, same := drawn(fresh()); again != sum || !bytes.Equal(same, data) {
		t.Fatal("the same page is drawn in two ways")
	}
	told := map[string]bool{}
	try := func(name string, p one) {
		t.Helper()
		s, d := drawn(p)
		if !bytes.Equal(d, data) {
			told[name] = true
			if s == sum {
				t.Errorf("%s changes what is drawn, and is not summed up", name)
			}
		}
	}
	for i := range ops() {
		each(reflect.ValueOf(&ops()[i]).Elem(), func(name string, _ reflect.Value) {
			p := fresh()
			each(reflect.ValueOf(&p.Ops[i]).Elem(), func(n string, v reflect.Value) {
				if n == name && n != "Kind" && !changed(v, r) {
					t.Errorf("%s is of a kind that this test does not know", n)
				}
			})
			if p.Ops[i].Kind == OpStroke && name == "Shape.Points" && len(ops()[i].Shape.Points) == 2 {
				name = "Shape.Points of a line"
			}
			p.marks, p.goesOn = l.stretches(&p.Page), goingOn(&p.Page, nil)
			try(name, p)
		})
	}
	for i := range fresh().marks {
		p := fresh()
		p.marks[i].id += 7
		try("id", p)
		p = fresh()
		p.marks[i].tag, p.marks[i].link = TagQuote, 0
		try("tag", p)
		p = fresh()
		p.marks[i].artifact += "% "
		try("artifact", p)
		if p = fresh(); p.marks[i].to > p.marks[i].from+1 {
			p.marks[i].to--
			try("to", p)
			p = fresh()
			p.marks[i].from++
			try("from", p)
		}
	}
	for i := range fresh().goesOn {
		p := fresh()
		p.goesOn[i] = !p.goesOn[i]
		try("goesOn", p)
	}
	p := fresh()
	p.Links = nil
	p.marks = l.stretches(&p.Page)
	try("links", p)
	for _, name := range []string{"Face", "Colour.R", "Colour.G", "Colour.B", "X", "Y", "Size", "Tracking", "Spread", "Text", "Shape.Points", "Shape.Width", "Shape.Dash", "Shape.Turn",
		"Shape.Closed", "Shape.Image", "Shape.W", "Shape.H", "id", "tag", "artifact", "from", "to", "goesOn", "links"} {
		if !told[name] {
			t.Errorf("%s changes nothing of this page: nothing is shown", name)
		}
	}
}

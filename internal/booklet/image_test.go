package booklet

import (
	"bytes"
	"errors"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"math"
	"strings"
	"testing"

	"bangvang/internal/edition"
	"bangvang/internal/markdown"
)

// quarters is a picture whose corners are red, green, blue and yellow, from the top left in reading order.
func quarters(w, h int) *image.RGBA {
	m := image.NewRGBA(image.Rect(0, 0, w, h))
	colours := [2][2]color.RGBA{{{220, 30, 30, 255}, {30, 180, 30, 255}}, {{30, 30, 220, 255}, {230, 220, 30, 255}}}
	for y := range h {
		for x := range w {
			m.SetRGBA(x, y, colours[2*y/h][2*x/w])
		}
	}
	return m
}

func corner(m image.Image, right, bottom bool) string {
	b := m.Bounds()
	x, y := b.Min.X+b.Dx()/8, b.Min.Y+b.Dy()/8
	if right {
		x = b.Max.X - 1 - b.Dx()/8
	}
	if bottom {
		y = b.Max.Y - 1 - b.Dy()/8
	}
	r, g, bl, _ := m.At(x, y).RGBA()
	switch {
	case r > 0x9000 && g > 0x9000:
		return "yellow"
	case r > 0x9000:
		return "red"
	case g > 0x9000:
		return "green"
	case bl > 0x9000:
		return "blue"
	}
	return "none"
}

func jpegOf(t testing.TB, m image.Image, turn byte) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, m, &jpeg.Options{Quality: 95}); err != nil {
		t.Fatal(err)
	}
	if turn == 0 {
		return b.Bytes()
	}
	exif := "Exif\x00\x00MM\x00*\x00\x00\x00\x08\x00\x01\x01\x12\x00\x03\x00\x00\x00\x01\x00" + string(turn) + "\x00\x00\x00\x00\x00\x00"
	return append([]byte("\xff\xd8\xff\xe1\x00"+string(rune(len(exif)+2))+exif), b.Bytes()[2:]...)
}

// TestPicturesStandUpright: however a camera held the picture, its top left corner is at the top left in print.
func TestPicturesStandUpright(t *testing.T) {
	for turn := 1; turn <= 8; turn++ {
		upright := quarters(80, 120)
		stored := image.NewRGBA(image.Rect(0, 0, 80, 120))
		if turn > 4 {
			stored = image.NewRGBA(image.Rect(0, 0, 120, 80))
		}
		for y := range 120 {
			for x := range 80 {
				s, u := source(turn, (float64(x)+0.5)/80, (float64(y)+0.5)/120)
				stored.Set(int(s*float64(stored.Rect.Dx())), int(u*float64(stored.Rect.Dy())), upright.At(x, y))
			}
		}
		b := &book{photo: func(string) ([]byte, error) { return jpegOf(t, stored, byte(turn)), nil }, originals: map[string]*original{}}
		o := b.open("anh/a.jpg")
		if o == nil || o.width != 80 || o.height != 120 || o.turn != turn {
			t.Fatalf("turn %d: read as %+v", turn, o)
		}
		got, err := (&shot{o, o.cropped(18, 24), 18 * mm, 24 * mm}).develop(basePalette.Paper)
		if err != nil {
			t.Fatal(err)
		}
		m, _, err := image.Decode(bytes.NewReader(got.Data))
		if err != nil {
			t.Fatal(err)
		}
		if m.Bounds().Dx() != got.PixelWidth || math.Abs(float64(got.PixelWidth)/float64(got.PixelHeight)-0.75) > 0.02 {
			t.Errorf("turn %d: %d × %d", turn, got.PixelWidth, got.PixelHeight)
		}
		for _, c := range []struct {
			right, bottom bool
			want          string
		}{{false, false, "red"}, {true, false, "green"}, {false, true, "blue"}, {true, true, "yellow"}} {
			if k := corner(m, c.right, c.bottom); k != c.want {
				t.Errorf("turn %d: the corner %v %v is %s, want %s", turn, c.right, c.bottom, k, c.want)
			}
		}
	}
}

// The rows of source are EXIF's table of orientations, told once more: what stands at the first row and column of the stored picture.
func TestTurnsAreEXIFs(t *testing.T) {
	for turn, first := range map[int]string{1: "top left", 2: "top right", 3: "bottom right", 4: "bottom left", 5: "left top", 6: "right top", 7: "right bottom", 8: "left bottom"} {
		names := map[[2]float64]string{{0, 0}: "top left", {1, 0}: "top right", {0, 1}: "bottom left", {1, 1}: "bottom right"}
		found := ""
		for corner, name := range names {
			if s, v := source(turn, corner[0], corner[1]); s == 0 && v == 0 {
				found = name
			}
		}
		words := strings.Fields(first)
		if found != words[0]+" "+words[1] && found != words[1]+" "+words[0] {
			t.Errorf("turn %d: the stored picture begins with the %s, want %s", turn, found, first)
		}
	}
}

func TestPicturesAreReduced(t *testing.T) {
	data := jpegOf(t, quarters(3000, 2000), 0)
	b := &book{photo: func(string) ([]byte, error) { return data, nil }, originals: map[string]*original{}}
	o := b.open("a")
	got, err := (&shot{o, o.cropped(18, 24), 18 * mm, 24 * mm}).develop(basePalette.Paper)
	if err != nil || got.PixelWidth != 248 || got.PixelHeight != 331 {
		t.Errorf("%d × %d, %v", got.PixelWidth, got.PixelHeight, err)
	}
	if w, h := o.within(300, 100); w != 150 || h != 100 {
		t.Errorf("within a low frame %v × %v", w, h)
	}
	small := &original{width: 150, height: 300}
	if w, h := small.within(300, 500); w != 72 || h != 144 {
		t.Errorf("a picture of few dots is set %v × %v", w, h)
	}
}

// TestTransparentPictures lie on paper: nothing in the file is transparent.
func TestTransparentPictures(t *testing.T) {
	m := image.NewNRGBA(image.Rect(0, 0, 40, 40))
	var w bytes.Buffer
	if err := png.Encode(&w, m); err != nil {
		t.Fatal(err)
	}
	b := &book{photo: func(string) ([]byte, error) { return w.Bytes(), nil }, originals: map[string]*original{}}
	got, err := (&shot{b.open("a.png"), wholePicture, 20, 20}).develop(basePalette.Paper)
	if err != nil {
		t.Fatal(err)
	}
	c, kind, err := image.DecodeConfig(bytes.NewReader(got.Data))
	if err != nil || kind != "png" || c.ColorModel != color.RGBAModel {
		t.Errorf("%s %v %v", kind, c.ColorModel == color.RGBAModel, err)
	}
	drawn, _, _ := image.Decode(bytes.NewReader(got.Data))
	if r, g, bl, _ := drawn.At(10, 10).RGBA(); (Colour{uint8(r >> 8), uint8(g >> 8), uint8(bl >> 8)}) != basePalette.Paper {
		t.Errorf("what was clear is %x %x %x", r>>8, g>>8, bl>>8)
	}
}

// album is a folder of pictures.
func album(t testing.TB) func(string) ([]byte, error) {
	portrait, group := jpegOf(t, quarters(300, 450), 0), jpegOf(t, quarters(800, 450), 0)
	return func(file string) ([]byte, error) {
		switch file {
		case "anh/nguoi.jpg":
			return portrait, nil
		case "anh/tap-the.jpg", "dien-hinh/anh/tap-the.jpg":
			return group, nil
		case "anh/hong.jpg":
			return portrait[:len(portrait)/2], nil
		case "anh/la.jpg":
			return []byte("GIF89a"), nil
		}
		return nil, errors.New("no such picture: " + file)
	}
}

func withPhotos(ed *edition.Edition) {
	for k, u := range ed.Booklet.Roll[0].Decisions[0].Blocks[0].Units {
		for _, g := range u.Groups {
			for i, a := range g.Awards {
				if i%2 == k%2 {
					a.Photo = &edition.Photo{File: "anh/nguoi.jpg", Alt: "Chân dung " + a.Name}
					if g.Heading == "Tập thể" {
						a.Kind, a.Photo = edition.CollectiveEntry, &edition.Photo{File: "anh/tap-the.jpg", Alt: "Ảnh " + a.Name}
					}
				}
			}
		}
	}
}

// TestPhotos: photographs of awardees are of one size, beside their own entry, on its page; no text lies on one.
func TestPhotos(t *testing.T) {
	ed := synthetic(90)
	withPhotos(ed)
	ed.Booklet.Foreword.Doc.Blocks = append(ed.Booklet.Foreword.Doc.Blocks, markdown.Block{Kind: markdown.Image,
		Spans: []markdown.Span{{Kind: markdown.ImageSpan, Href: "anh/tap-the.jpg", Text: "Lễ phát động"}}})
	l := laidWith(t, ed, Options{Photo: album(t)})
	checkPages(t, l)
	alts, lying := map[string]int{}, 0
	for i := range l.Pages {
		page := &l.Pages[i]
		for k := range page.Ops {
			o := &page.Ops[k]
			if o.Kind != OpImage {
				continue
			}
			alts[o.Alt()] = i
			m := &l.Images[o.Shape.Image]
			if dpi := 72 * float64(m.PixelWidth) / o.Shape.W; dpi < 149 || dpi > 352 {
				t.Errorf("page %s: %q has %.0f dots an inch", page.Label, o.Alt(), dpi)
			}
			if r := o.Shape.W / o.Shape.H * float64(m.PixelHeight) / float64(m.PixelWidth); math.Abs(r-1) > 0.02 {
				t.Errorf("page %s: %q is stretched by %.2f", page.Label, o.Alt(), r)
			}
			if strings.HasPrefix(o.Alt(), "Lễ") {
				continue
			}
			if o.Shape.H != photoHeight || o.Shape.W != personWidth && o.Shape.W != collectiveWidth {
				t.Errorf("page %s: %q is %.1f × %.1f", page.Label, o.Alt(), o.Shape.W, o.Shape.H)
			}
			if o.Shape.W == collectiveWidth {
				lying++
			}
		}
	}
	want := 1
	for _, e := range ed.Booklet.Index {
		if p := e.Photo; p != nil {
			want++
			if at, ok := alts[p.Alt]; !ok || at != l.Anchors[awardAnchor(e)].Page {
				t.Errorf("the photograph of %s is on page %d, the name on %d", e.Name, at, l.Anchors[awardAnchor(e)].Page)
			}
		}
	}
	if len(alts) != want || want < 20 || lying == 0 {
		t.Errorf("%d pictures, want %d; %d lie", len(alts), want, lying)
	}
	if _, ok := alts["Lễ phát động"]; !ok {
		t.Error("the document's picture is not there")
	}
}

// TestBadPictures: one that cannot be read is the input's problem, one that is not there the machine's.
func TestBadPictures(t *testing.T) {
	for file, want := range map[string]string{"anh/hong.jpg": "content/anh/hong.jpg", "anh/la.jpg": "content/anh/la.jpg"} {
		ed := synthetic(4)
		a := ed.Booklet.Index[0]
		a.Photo = &edition.Photo{File: file, Alt: "x"}
		_, problems, err := Lay(ed, Options{Fonts: testFonts(t), Photo: album(t)})
		if err != nil || len(problems) != 1 || problems[0].Rule != ImageUndrawable || problems[0].Place != a.Place || !strings.Contains(problems[0].Text, want) {
			t.Errorf("%s: %v %v", file, problems, err)
		}
	}
	ed := synthetic(4)
	ed.Booklet.Index[0].Photo = &edition.Photo{File: "anh/mat.jpg"}
	if _, _, err := Lay(ed, Options{Fonts: testFonts(t), Photo: album(t)}); err == nil {
		t.Error("a picture that is not there is no error")
	}
}

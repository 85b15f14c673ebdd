package booklet

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"math"
	"runtime"
	"sync"

	"golang.org/x/image/draw"
)

// develop makes the pictures that the file will hold, on all cores; each has its own place, so the result does not depend on timing.
func (b *book) develop() []Image {
	out := make([]Image, len(b.shots))
	failed := make([]error, len(b.shots))
	work := make(chan int)
	var group sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(b.shots)) {
		group.Go(func() {
			for i := range work {
				out[i], failed[i] = b.shots[i].develop(b.pal.Paper)
			}
		})
	}
	for i := range b.shots {
		work <- i
	}
	close(work)
	group.Wait()
	told := map[string]bool{}
	for i, err := range failed {
		if file := b.shots[i].file; err != nil && !told[file] {
			told[file] = true
			b.undrawable(b.shots[i].original, err)
		}
	}
	return out
}

// develop turns, crops and reduces a picture and lays it on paper.
func (s *shot) develop(paper Colour) (Image, error) {
	stored, _, err := image.Decode(bytes.NewReader(s.data))
	if err != nil {
		return Image{}, err
	}
	small := s.reduce(stored, color.RGBA{paper.R, paper.G, paper.B, 255})
	upright := turned(small, s.turn)
	var w bytes.Buffer
	if s.kind == "png" {
		err = (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(&w, upright)
	} else {
		const quality = 90
		err = jpeg.Encode(&w, upright, &jpeg.Options{Quality: quality})
	}
	return Image{File: s.file, Data: w.Bytes(), PixelWidth: upright.Rect.Dx(), PixelHeight: upright.Rect.Dy()}, err
}

// reduce scales the part of a picture that is printed to as many dots as paper can show.
func (s *shot) reduce(stored image.Image, paper color.Color) *image.RGBA {
	wide, high := pixels(s.w, (s.part.x1-s.part.x0)*float64(s.width)), pixels(s.h, (s.part.y1-s.part.y0)*float64(s.height))
	if s.turn > 4 {
		wide, high = high, wide
	}
	from := stored.Bounds()
	at := func(u, v float64) image.Point {
		x, y := source(s.turn, u, v)
		return image.Pt(from.Min.X+int(math.Round(x*float64(from.Dx()))), from.Min.Y+int(math.Round(y*float64(from.Dy()))))
	}
	area := image.Rectangle{at(s.part.x0, s.part.y0), at(s.part.x1, s.part.y1)}.Canon()
	out := image.NewRGBA(image.Rect(0, 0, wide, high))
	draw.Draw(out, out.Rect, image.NewUniform(paper), image.Point{}, draw.Src)
	draw.CatmullRom.Scale(out, out.Rect, stored, area, draw.Over, nil)
	return out
}

// turned gives a picture upright.
func turned(m *image.RGBA, turn int) *image.RGBA {
	if turn == 1 {
		return m
	}
	w, h := m.Rect.Dx(), m.Rect.Dy()
	out := image.NewRGBA(image.Rect(0, 0, w, h))
	if turn > 4 {
		out = image.NewRGBA(image.Rect(0, 0, h, w))
	}
	for y := range out.Rect.Dy() {
		for x := range out.Rect.Dx() {
			u, v := (float64(x)+0.5)/float64(out.Rect.Dx()), (float64(y)+0.5)/float64(out.Rect.Dy())
			s, t := source(turn, u, v)
			out.SetRGBA(x, y, m.RGBAAt(int(s*float64(w)), int(t*float64(h))))
		}
	}
	return out
}

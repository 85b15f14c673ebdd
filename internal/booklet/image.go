package booklet

import (
	"bytes"
	"fmt"
	"image"
	_ "image/jpeg" // what a picture of the input may be
	_ "image/png"
	"math"

	"bangvang/internal/diag"
)

// ImageUndrawable is the rule that every picture of the booklet can be drawn.
var ImageUndrawable = &diag.Rule{
	ID:    "image-undrawable",
	Title: "Mọi ảnh trong kỷ yếu phải đọc được trọn vẹn",
	Wrong: "photo: {file: anh/chup-man-hinh-hong.jpg, …}",
	Right: "photo: {file: anh/nguyen-thi-mau.jpg, …}  # mở được, lưu dạng JPEG hoặc PNG thông thường",
}

// original is a picture as it came.
type original struct {
	place         diag.Place
	file          string
	data          []byte
	kind          string // "jpeg", "png"
	width, height int    // upright
	turn          int    // 1 to 8, as EXIF says
}

// shot is a picture as it is to be printed: which part of the original, and how large in points.
type shot struct {
	*original
	part part
	w, h float64
}

// part is a rectangle of an upright picture, in parts of its width and height.
type part struct{ x0, y0, x1, y1 float64 }

var wholePicture = part{0, 0, 1, 1}

// open reads what a picture is. Without pictures, or with a problem told, it gives nil.
func (b *book) open(file string) *original {
	if b.photo == nil || file == "" {
		return nil
	}
	if o, known := b.originals[file]; known {
		return o
	}
	o := &original{place: b.place, file: file}
	var err error
	if o.data, err = b.photo(file); err != nil {
		if b.err == nil {
			b.err = fmt.Errorf("booklet: %w", err)
		}
		return nil
	}
	if o.data == nil {
		return nil
	}
	c, kind, err := image.DecodeConfig(bytes.NewReader(o.data))
	if err != nil || c.Width == 0 || c.Height == 0 {
		b.undrawable(o, err)
		o = nil
	} else {
		o.kind, o.width, o.height, o.turn = kind, c.Width, c.Height, 1
		if kind == "jpeg" {
			o.turn = exifTurn(o.data)
		}
		if o.turn > 4 {
			o.width, o.height = o.height, o.width
		}
	}
	b.originals[file] = o
	return o
}

func (b *book) undrawable(o *original, err error) {
	b.problems.Add(ImageUndrawable, o.place, fmt.Sprintf("không đọc được ảnh content/%s: %v", o.file, err), "lưu lại ảnh dạng JPEG hoặc PNG thông thường")
}

// cropped is the part of a picture that has the proportions of w to h: from the middle, but of what is too tall more from the top, where
// faces are.
func (o *original) cropped(w, h float64) part {
	p := wholePicture
	switch have, want := float64(o.width)/float64(o.height), w/h; {
	case have > want:
		p.x0 = (1 - want/have) / 2
		p.x1 = 1 - p.x0
	case have < want:
		const above = 1.0 / 3
		p.y0 = (1 - have/want) * above
		p.y1 = p.y0 + have/want
	}
	return p
}

// leastResolution is how many dots an inch a picture has at least, if it may be set smaller for that.
const leastResolution = 150

// within gives how large a whole picture is set: in its proportions, within w and h, and no larger than its dots allow.
func (o *original) within(w, h float64) (float64, float64) {
	w = min(w, float64(o.width)*72/leastResolution)
	ratio := float64(o.height) / float64(o.width)
	if w*ratio > h {
		w = h / ratio
	}
	return w, w * ratio
}

// setImage sets part of a picture into a piece with its top left corner at x, y.
func (b *book) setImage(p *piece, o *original, part part, x, y, w, h float64, alt string, row int32, level uint8) {
	p.ops = append(p.ops, Op{Kind: OpImage, Role: Ornament, Tag: TagFigure, Block: b.nextBlock(), Row: row, Level: level, X: x, Y: y,
		Shape: &Shape{Image: len(b.shots), W: w, H: h, Alt: alt}})
	b.shots = append(b.shots, shot{o, part, w, h})
}

// exifTurn reads how a JPEG is turned from the EXIF segment that remains when a picture has been cleaned.
func exifTurn(data []byte) int {
	const head = "Exif\x00\x00MM\x00*\x00\x00\x00\x08\x00\x01\x01\x12\x00\x03\x00\x00\x00\x01\x00"
	for at := 2; at+4 <= len(data) && data[at] == 0xff && data[at+1] != 0xda; {
		size := int(data[at+2])<<8 | int(data[at+3])
		body := data[at+4 : min(max(at+2+size, at+4), len(data))]
		if data[at+1] == 0xe1 && bytes.HasPrefix(body, []byte(head)) && len(body) > len(head) {
			if turn := int(body[len(head)]); turn >= 1 && turn <= 8 {
				return turn
			}
		}
		at += 2 + size
	}
	return 1
}

// source gives where in the picture as it is stored a place of the upright picture lies; both run from 0 to 1.
func source(turn int, u, v float64) (s, t float64) {
	switch turn {
	case 2:
		return 1 - u, v
	case 3:
		return 1 - u, 1 - v
	case 4:
		return u, 1 - v
	case 5:
		return v, u
	case 6:
		return v, 1 - u
	case 7:
		return 1 - v, 1 - u
	case 8:
		return 1 - v, u
	}
	return u, v
}

// pixels is how many of them a side of so many points needs, given how many there are.
func pixels(points float64, have float64) int {
	const finest = 350 // dots an inch: more is not seen in print
	return max(1, int(math.Round(min(points/72*finest, have))))
}

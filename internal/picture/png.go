package picture

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"io"
	"sync"
)

// light is how many bytes a picture should have at most: what is sent on a phone.
const light = 60_000

// writePNG writes the sheet as a PNG of palette: its pixels and its colours, nothing else. One that comes out heavy is packed once more, with
// more care.
func (r *raster) writePNG(w io.Writer) error {
	m := &image.Paletted{Pix: r.pix, Stride: r.width, Rect: image.Rect(0, 0, r.width, r.height), Palette: make(color.Palette, len(r.palette))}
	for i, c := range r.palette {
		m.Palette[i] = color.RGBA{c.R, c.G, c.B, 255}
	}
	var b bytes.Buffer
	for _, level := range []png.CompressionLevel{png.BestSpeed, png.DefaultCompression} {
		b.Reset()
		if err := (&png.Encoder{CompressionLevel: level, BufferPool: &encoders}).Encode(&b, m); err != nil {
			return err
		}
		if b.Len() <= light {
			break
		}
	}
	_, err := b.WriteTo(w)
	return err
}

var encoders encoderPool

type encoderPool struct{ pool sync.Pool }

func (p *encoderPool) Get() *png.EncoderBuffer {
	b, _ := p.pool.Get().(*png.EncoderBuffer)
	return b
}

func (p *encoderPool) Put(b *png.EncoderBuffer) { p.pool.Put(b) }

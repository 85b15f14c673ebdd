package picture

import (
	"image"
	"image/color"
	"image/png"
	"io"
	"sync"
)

// writePNG writes the sheet as a PNG of palette: its pixels and its colours, nothing else.
func (r *raster) writePNG(w io.Writer) error {
	m := &image.Paletted{Pix: r.pix, Stride: r.width, Rect: image.Rect(0, 0, r.width, r.height), Palette: make(color.Palette, len(r.palette))}
	for i, c := range r.palette {
		m.Palette[i] = color.RGBA{c.R, c.G, c.B, 255}
	}
	return (&png.Encoder{CompressionLevel: png.BestSpeed, BufferPool: &encoders}).Encode(w, m)
}

var encoders encoderPool

type encoderPool struct{ pool sync.Pool }

func (p *encoderPool) Get() *png.EncoderBuffer {
	b, _ := p.pool.Get().(*png.EncoderBuffer)
	return b
}

func (p *encoderPool) Put(b *png.EncoderBuffer) { p.pool.Put(b) }

package picture

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"sync"

	"bangvang/internal/chart"
	"bangvang/internal/digest"
	"bangvang/internal/edition"
	"bangvang/internal/fileset"
)

// version changes whenever the same input gives another picture.
const version = "2"

// Options are what the pictures look like and where finished ones are kept.
type Options struct {
	Fonts  Fonts
	Charts *chart.Engine
	Store  chart.Store // of PNGs; what Load answers is trusted if it is a PNG
}

// Add adds to set a recipe for each picture of the edition and of its twins, and for the site's icons and their manifest. Fonts are not read before the first picture that the store lacks.
func Add(ed *edition.Edition, opt Options, set *fileset.Set) error {
	d := drawerOf(opt, ed.Site.Brand)
	for _, e := range append([]*edition.Edition{ed}, ed.Twins...) {
		for i := range e.Drawings {
			k := &e.Drawings[i]
			name := strings.TrimPrefix(string(k.Path), "/")
			if err := set.AddOf(name, d.origin(k), func(w io.Writer) error { return d.write(w, k) }); err != nil {
				return err
			}
		}
	}
	return addIcons(ed, set)
}

func drawerOf(opt Options, b edition.Brand) *drawer {
	return &drawer{options: opt, brand: b, faces: sync.OnceValues(func() (*faces, error) { return newFaces(opt.Fonts) }), fonts: sync.OnceValue(opt.Fonts.hash)}
}

func (f Fonts) hash() string {
	h := sha256.New()
	for _, ttf := range f {
		sum := sha256.Sum256(ttf)
		h.Write(sum[:])
	}
	return hex.EncodeToString(h.Sum(nil))
}

// drawer draws pictures. It is safe for use by several goroutines.
type drawer struct {
	options Options
	brand   edition.Brand
	faces   func() (*faces, error)
	fonts   func() string
	sheets  sync.Pool // of *raster
}

// write writes a picture, from the store if it is there.
func (d *drawer) write(w io.Writer, k *edition.Drawing) error {
	key, err := d.key(k)
	if err != nil {
		return fmt.Errorf("%s: %w", k.Path, err)
	}
	if load := d.options.Store.LoadTo; load != nil {
		room := rooms.Get().(*[]byte)
		defer rooms.Put(room)
		b, ok := load(*room, key)
		*room = b
		if ok && whole(b) {
			_, err := w.Write(b)
			return err
		}
	}
	var b bytes.Buffer
	if err := d.draw(&b, k); err != nil {
		return fmt.Errorf("%s: %w", k.Path, err)
	}
	if save := d.options.Store.Save; save != nil {
		save(key, b.Bytes())
	}
	_, err = w.Write(b.Bytes())
	return err
}

// rooms are for pictures from a store, of which there may be thousands.
var rooms = sync.Pool{New: func() any { return new([]byte) }}

// whole tells whether a stored file begins and ends as one of ours does.
func whole(b []byte) bool {
	return bytes.HasPrefix(b, []byte("\x89PNG\r\n\x1a\n")) && bytes.HasSuffix(b, []byte("IEND\xaeB`\x82")) ||
		bytes.HasPrefix(b, []byte("<svg ")) && bytes.HasSuffix(b, []byte("</svg>\n"))
}

// key names a picture by all that it depends on.
func (d *drawer) key(k *edition.Drawing) (string, error) {
	said := *k
	if format(k) != "svg" { // which says it
		said.Alt = ""
	}
	said.Path = edition.Path(format(k))
	if k.Kind == edition.CardDrawing {
		said.Date = "" // which a card does not say, so that it stays when the day of the data moves on
	}
	b, err := json.Marshal(struct {
		Version, Fonts, Charts string
		Brand                  edition.Brand
		Picture                edition.Drawing
	}{version, d.fonts(), d.options.Charts.Hash(), d.brand, said})
	if err != nil {
		return "", err
	}
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:]), nil
}

// origin is that of a picture.
func (d *drawer) origin(k *edition.Drawing) fileset.Origin {
	return func() (sum [sha256.Size]byte, ok bool) {
		key, err := d.key(k)
		if err != nil {
			return sum, false
		}
		return digest.Of(key)
	}
}

// format is how a picture is written: "png" or "svg".
func format(k *edition.Drawing) string {
	return string(k.Path[strings.LastIndexByte(string(k.Path), '.')+1:])
}

// draw draws a picture.
func (d *drawer) draw(w *bytes.Buffer, k *edition.Drawing) error {
	f, err := d.faces()
	if err != nil {
		return err
	}
	scene, err := d.scene(k)
	if err != nil {
		return err
	}
	p := &pen{faces: f, tone: d.tone(k)}
	width, height := edition.CardWidth, edition.CardHeight
	draw := func() { p.card(k, scene) }
	switch k.Kind {
	case edition.StillDrawing:
		width, height = edition.StillWidth, edition.StillHeight
		draw = func() { p.still(k, scene) }
	case edition.ChartDrawing:
		if scene == nil {
			return fmt.Errorf("không có biểu đồ để vẽ")
		}
		width, height = edition.ChartWidth, edition.ChartHeight
		draw = func() { p.figure(k, scene) }
	}
	if format(k) == "svg" {
		v := &vectors{}
		v.begin(width, height, p.tone.ground, k.Lang, strings.ReplaceAll(k.Title, "\u00a0", " "), k.Alt)
		p.surface = v
		draw()
		v.end()
		w.Write(v.Bytes())
		return p.err
	}
	r, _ := d.sheets.Get().(*raster)
	if r == nil {
		r = &raster{}
	}
	defer d.sheets.Put(r)
	r.clear(width, height, p.tone.ground)
	p.surface = r
	draw()
	if p.err != nil {
		return p.err
	}
	return r.writePNG(w)
}

// scene draws a picture's chart in the width whose labels suit it; nil where it has none.
func (d *drawer) scene(k *edition.Drawing) (*chart.Scene, error) {
	if k.Chart == nil {
		return nil, nil
	}
	width := chart.Column
	if k.Kind == edition.ChartDrawing {
		width = chart.Wide
	}
	return d.options.Charts.Scene(*k.Chart, width)
}

func (d *drawer) tone(k *edition.Drawing) *tone {
	switch {
	case k.Dark && k.Kind == edition.CardDrawing:
		return solemn(d.brand)
	case k.Dark:
		return night(d.brand)
	}
	return ivory(d.brand)
}

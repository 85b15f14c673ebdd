package picture

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"io"

	"bangvang/internal/digest"
	"bangvang/internal/edition"
	"bangvang/internal/fileset"
)

// The site's icons beside icon.svg, and the manifest that tells of them. Browsers ask for some of these names unbidden.
const (
	faviconFile  = "favicon.ico"
	touchFile    = "apple-touch-icon.png"
	manifestFile = "site.webmanifest"
)

// icons are the PNGs by name: their size, and whether systems may cut them to a shape of their own.
var icons = []struct {
	name     string
	size     int
	maskable bool
}{{touchFile, 180, true}, {"icon-192.png", 192, false}, {string(edition.LogoPNGPath[1:]), 512, false}, {"icon-maskable-512.png", 512, true}}

// addIcons adds the icons and the manifest. They are drawn anew each time: it is quicker than to look for them.
func addIcons(ed *edition.Edition, set *fileset.Set) error {
	b := ed.Site.Brand
	for _, i := range icons {
		err := set.AddOf(i.name, func() ([sha256.Size]byte, bool) { return digest.Of(i.size, i.maskable, b) }, func(w io.Writer) error {
			return icon(i.size, i.maskable, b).writePNG(w)
		})
		if err != nil {
			return err
		}
	}
	if err := set.Add(faviconFile, func(w io.Writer) error { return writeICO(w, b) }); err != nil {
		return err
	}
	m, err := manifest(&ed.Site)
	if err != nil {
		return err
	}
	return set.Add(manifestFile, func(w io.Writer) error {
		_, err := w.Write(m)
		return err
	})
}

// icon draws the design's icon: the star in a ring, gold on red, in a square. A maskable one keeps all within the middle four fifths across.
func icon(size int, maskable bool, b edition.Brand) *raster {
	r := &raster{}
	r.clear(size, size, brand(b.Red, iconRed))
	p := &pen{surface: r}
	s, k := float64(size), 1.0
	if maskable {
		k = 0.86
	}
	p.ring(s/2, s/2, s*(12.75/32)*k, max(1, s*1.5/32*k), rgb("#d9b65c"))
	p.star(s/2, s/2+s*0.012*k, s*9/32*k, rgb("#f3dc9b"))
	return r
}

// iconRed is the red of icon.svg.
const iconRed = "#7a1416"

// icoSizes are the sizes in the icon that browsers ask for by its old name.
var icoSizes = []int{16, 32, 48}

// writeICO writes PNGs in the container of Windows icons: a head of 6 bytes, 16 bytes for each picture, then the pictures.
func writeICO(w io.Writer, b edition.Brand) error {
	const head, entry = 6, 16
	out := binary.LittleEndian.AppendUint16([]byte{0, 0, 1, 0}, uint16(len(icoSizes)))
	var pictures bytes.Buffer
	for _, size := range icoSizes {
		at := pictures.Len()
		if err := icon(size, false, b).writePNG(&pictures); err != nil {
			return fmt.Errorf("biểu tượng: %w", err)
		}
		out = append(out, byte(size), byte(size), 0, 0, 1, 0, 32, 0)
		out = binary.LittleEndian.AppendUint32(out, uint32(pictures.Len()-at))
		out = binary.LittleEndian.AppendUint32(out, uint32(head+entry*len(icoSizes)+at))
	}
	_, err := w.Write(append(out, pictures.Bytes()...))
	return err
}

// manifest is the web app manifest. Its addresses are relative to it, so that the site may stand under any path.
func manifest(s *edition.Site) ([]byte, error) {
	type entry struct {
		Src     string `json:"src"`
		Sizes   string `json:"sizes"`
		Type    string `json:"type"`
		Purpose string `json:"purpose"`
	}
	var list []entry
	for _, i := range icons {
		if i.name == touchFile {
			continue
		}
		e := entry{i.name, fmt.Sprintf("%dx%d", i.size, i.size), "image/png", "any"}
		if i.maskable {
			e.Purpose = "maskable"
		}
		list = append(list, e)
	}
	return json.MarshalIndent(map[string]any{"id": "./", "name": s.Name, "short_name": s.Title, "description": s.Campaign, "lang": s.Lang, "dir": "ltr", "start_url": "./", "scope": "./",
		"display": "browser", "background_color": code(ivory(s.Brand).ground), "theme_color": code(brand(s.Brand.Red, designRed)), "icons": list}, "", "  ")
}

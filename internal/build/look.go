package build

import (
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"sync"

	"bangvang/internal/booklet"
	"bangvang/internal/chart"
	"bangvang/internal/digest"
	"bangvang/internal/edition"
	"bangvang/internal/export"
	"bangvang/internal/picture"
	"bangvang/internal/site"
	"bangvang/templates"
)

// look is what the outputs look like: templates, fonts and the engine that draws charts.
type look struct {
	templates fs.FS
	fonts     booklet.Fonts
	faces     *booklet.Faces
	own       booklet.Fonts // those of them that are not the program's
	charts    *chart.Engine
	pictures  picture.Options
	stills    chart.Store
	columns   chart.Store
	subsets   booklet.Kept
	pages     func(book edition.Path) booklet.Kept
	packed    *export.Kept
}

// lookIn gives the look of a campaign's folder: its own templates/ over ours, file by file.
func lookIn(folder string, ask Ask) (look, error) {
	l := look{templates: templatesIn(folder)}
	for face, name := range bookletFonts {
		b, err := fs.ReadFile(l.templates, "assets/fonts/"+name)
		if err != nil {
			return l, fmt.Errorf("phông chữ: %w", err)
		}
		l.fonts[face] = b
		if _, err := os.Stat(filepath.Join(folder, "templates", "assets", "fonts", name)); err == nil {
			l.own[face] = b
		}
	}
	l.faces = l.fonts.Faces()
	bundle, err := fs.ReadFile(l.templates, "assets/echarts/chart.js")
	if err != nil {
		return l, fmt.Errorf("bộ vẽ biểu đồ: %w", err)
	}
	cache := filepath.Join(folder, ".bangvang", "cache")
	l.charts = chart.NewEngine(bundle, l.fonts[booklet.Sans], l.fonts[booklet.SansBold], cacheIn(cache, "scene", ".json", ask))
	l.stills = cacheIn(cache, "still", ".svg", ask)
	l.columns = cacheIn(cache, "column", ".json", ask)
	l.pages = func(edition.Path) booklet.Kept { return booklet.Kept{} }
	if program, err := ownSum(); err == nil {
		sum, _ := digest.Of(program, l.own)
		of := hex.EncodeToString(sum[:])
		l.subsets = booklet.Kept{Of: of, Store: cacheIn(cache, "font", "", ask)}
		l.pages = func(book edition.Path) booklet.Kept { // in place of the last ones: whoever is no more on a page is not in its file; those of pages that are no more stay until they are swept
			return booklet.Kept{Of: of, Store: cacheIn(cache, "page", "."+keyOf(string(book)), ask)}
		}
		packed := cacheIn(cache, "packed", "", ask)
		l.packed = &export.Kept{Of: hex.EncodeToString(program[:]), Load: packed.Load, Save: packed.Save}
	}
	l.pictures = picture.Options{Charts: l.charts, Store: cacheIn(cache, pictureKind, "", ask), Fonts: picture.Fonts{
		picture.Display: l.fonts[booklet.Display], picture.Text: l.fonts[booklet.Sans], picture.TextBold: l.fonts[booklet.SansBold],
		picture.Plain: l.fonts[booklet.Regular], picture.PlainBold: l.fonts[booklet.Bold]}}
	return l, nil
}

// lookAhead begins to look while something else is done, and to read the fonts that books will be set in.
func lookAhead(opt Options) func() (look, error) {
	ahead := sync.OnceValues(func() (look, error) { return lookIn(opt.Source, opt.Ask) })
	if !opt.Preview { // in which books may never be asked for
		go func() {
			if l, err := ahead(); err == nil {
				l.faces.Read()
				l.charts.Hash()
			}
		}()
	}
	return ahead
}

// templatesIn gives the templates of a campaign's folder: its own over ours.
func templatesIn(folder string) fs.FS {
	if own := filepath.Join(folder, "templates"); isFolder(own) {
		return site.Overlay(os.DirFS(own), templates.FS)
	}
	return templates.FS
}

var bookletFonts = map[booklet.Face]string{
	booklet.Regular: "Tinos-Regular.ttf", booklet.Bold: "Tinos-Bold.ttf", booklet.Italic: "Tinos-Italic.ttf", booklet.BoldItalic: "Tinos-BoldItalic.ttf",
	booklet.Display: "EBGaramond-Bold.ttf", booklet.Sans: "BeVietnamPro-Regular.ttf", booklet.SansBold: "BeVietnamPro-SemiBold.ttf",
}

func isFolder(path string) bool {
	i, err := os.Stat(path)
	return err == nil && i.IsDir()
}

// paint draws a chart into the booklet.
func (l look) paint(c *edition.Chart, on chart.Canvas, x, y, w float64) (float64, error) {
	s, err := l.column(c)
	if err != nil {
		return 0, err
	}
	return s.Paint(on, x, y, w)
}

// column is a chart's scene for the booklet. What this very program drew of it before is not composed again, which takes longer than to paint it.
func (l look) column(c *edition.Chart) (*chart.Scene, error) {
	key := l.key(c, chart.Column)
	if b, ok := l.columns.Load(key); ok {
		if s := chart.ReadScene(b); s != nil {
			return s, nil
		}
	}
	s, err := l.charts.Scene(*c, chart.Column)
	if err != nil {
		return nil, err
	}
	if b, err := json.Marshal(s); err == nil && key != "" {
		l.columns.Save(key, b)
	}
	return s, nil
}

// key names what this very program draws of a chart, for which purpose; "" if that cannot be known.
func (l look) key(c *edition.Chart, purpose ...any) string {
	program, err := ownSum()
	if err != nil {
		return ""
	}
	sum, ok := digest.Of(append(purpose, program, l.charts.Hash(), *c)...)
	if !ok {
		return ""
	}
	return hex.EncodeToString(sum[:])
}

// site gives the site what it needs of charts.
func (l look) site() site.Charts {
	return site.Charts{
		Of:     l.charts.Hash(),
		Stills: l.drawn,
		Height: func(c *edition.Chart) (int, error) { return chart.Height(*c) },
		Live: func(c *edition.Chart) (string, error) {
			b, err := chart.Live(*c)
			return string(b), err
		},
		Mark: func(c *edition.Chart) (string, error) {
			s, err := chart.Mark(*c, chart.MarkWidth, chart.MarkHeight)
			if err != nil {
				return "", err
			}
			return string(s.Ornament()), nil
		},
		Strip: func(of edition.Strip) (string, error) {
			s, err := chart.Strip(of)
			if err != nil {
				return "", err
			}
			return string(s.Ornament()), nil
		},
	}
}

// drawn draws a chart for a phone and for a page. What this very program drew of it before is not drawn again, nor made of its scenes.
func (l look) drawn(c *edition.Chart) (string, error) {
	key := l.key(c)
	if b, ok := l.stills.Load(key); ok {
		return string(b), nil
	}
	narrow, err := l.charts.Still(*c, chart.Narrow)
	if err != nil {
		return "", err
	}
	wide, err := l.charts.Still(*c, chart.Wide)
	if err != nil {
		return "", err
	}
	both := slices.Concat(narrow, wide)
	if key != "" {
		l.stills.Save(key, both)
	}
	return string(both), nil
}

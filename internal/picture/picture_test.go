package picture

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/png"
	"strings"
	"testing"

	"bangvang/internal/edition"
)

// drawnAs draws a picture as another kind.
func drawnAs(t testing.TB, d *drawer, k *edition.Drawing, kind edition.DrawingKind, path edition.Path) []byte {
	t.Helper()
	c := *k
	c.Kind, c.Path = kind, path
	var b bytes.Buffer
	if err := d.write(&b, &c); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// chunks are the names of a PNG's chunks, each run of one name once.
func chunks(t testing.TB, b []byte) string {
	var out []string
	for b = b[8:]; len(b) >= 12; {
		n := binary.BigEndian.Uint32(b)
		if name := string(b[4:8]); len(out) == 0 || out[len(out)-1] != name {
			out = append(out, name)
		}
		b = b[12+n:]
	}
	return strings.Join(out, " ")
}

// TestPNGs: every picture has the size that is promised, a palette, nothing but pixels in it, and is light.
func TestPNGs(t *testing.T) {
	d := newDrawer(t)
	for _, c := range []struct {
		name          string
		b             []byte
		width, height int
	}{
		{"a card of words", drawnAs(t, d, wordsCard(), edition.CardDrawing, "/a/the.png"), 1200, 630},
		{"a card with a chart", drawnAs(t, d, chartCard(), edition.CardDrawing, "/a/the.png"), 1200, 630},
		{"a chart", drawnAs(t, d, chartCard(), edition.ChartDrawing, "/a/chart.png"), 1600, 900},
		{"a still", drawnAs(t, d, chartCard(), edition.StillDrawing, "/a-sang.png"), 1920, 1080},
	} {
		m, err := png.Decode(bytes.NewReader(c.b))
		if err != nil {
			t.Fatalf("%s: %v", c.name, err)
		}
		if size := m.Bounds().Size(); size != image.Pt(c.width, c.height) {
			t.Errorf("%s is %v", c.name, size)
		}
		if _, ok := m.(*image.Paletted); !ok {
			t.Errorf("%s is a %T", c.name, m)
		}
		if got := chunks(t, c.b); got != "IHDR PLTE IDAT IEND" {
			t.Errorf("%s holds %s", c.name, got)
		}
		if len(c.b) > 60_000 {
			t.Errorf("%s takes %d bytes", c.name, len(c.b))
		}
	}
}

// TestDrawnTwice: a picture is the same however often it is drawn, and on a sheet that was used before.
func TestDrawnTwice(t *testing.T) {
	for _, k := range []*edition.Drawing{wordsCard(), chartCard()} {
		one, other := newDrawer(t), newDrawer(t)
		drawnAs(t, other, wordsCard(), edition.StillDrawing, "/b-sang.png")
		if !bytes.Equal(drawnAs(t, one, k, edition.CardDrawing, "/a/the.png"), drawnAs(t, other, k, edition.CardDrawing, "/a/the.png")) {
			t.Errorf("%s differs", k.Title)
		}
	}
}

// TestNoGlyph: a character that no font has is an error that names it.
func TestNoGlyph(t *testing.T) {
	k := wordsCard()
	k.Title = "Nguyễn Văn 明"
	err := newDrawer(t).write(new(bytes.Buffer), k)
	if err == nil || !strings.Contains(err.Error(), "明") {
		t.Errorf("error %v", err)
	}
}

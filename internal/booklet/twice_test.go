package booklet

import (
	"fmt"
	"image"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"
)

// em is the size of letters in the pictures that are compared, in pixels.
const em = 64

// twiceLines are what is compared: every letter of Vietnamese with every tone by itself, then names that together have them in company.
func twiceLines() []string {
	var out []string
	for _, r := range Alphabet() {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			out = append(out, string(r))
		}
	}
	for i, family := range families {
		out = append(out, family+" "+middles[i%len(middles)]+" "+givens[i%len(givens)], strings.ToUpper(givens[(i+14)%len(givens)]+" "+family))
	}
	return append(out, "Võ Văn Tư", "Đặng Thị Ỷ Lan", "Ẫm Ỡ Ễnh Ương", "02/01/2019")
}

// TestSecondRenderer: what our file shows of every letter, tone and name is what HarfBuzz makes of the same font, drawn by another program.
// A mark that is lost or lies elsewhere is seen by nobody who only extracts text.
func TestSecondRenderer(t *testing.T) {
	faces, fonts := testFaces(t), testFonts(t)
	lines := twiceLines()
	for f := range faceCount {
		t.Run(faceNames[f], func(t *testing.T) {
			t.Parallel()
			ours, theirs := drawnByUs(t, faces, f, lines), drawnByHarfBuzz(t, fonts[f], f, lines)
			for i, line := range lines {
				if what := differ(ours[i], theirs[i]); what != "" {
					t.Errorf("%s: %s", line, what)
				}
			}
		})
	}
}

// TestSecondRendererSees: the comparison is not blind: a lost dot, another tone, a letter moved by 1/30 em are told.
func TestSecondRendererSees(t *testing.T) {
	faces, fonts := testFaces(t), testFonts(t)
	right := []string{"ậ", "Ễ", "ữ", "đ", "ở", "Nguyễn Thị Đượm"}
	for i, wrong := range []string{"â", "Ề", "ư", "d", "ờ", "Nguyễn Thi Đượm"} {
		ours := drawnByUs(t, faces, Regular, []string{wrong})
		if differ(ours[0], drawnByHarfBuzz(t, fonts[Regular], Regular, right[i:i+1])[0]) == "" {
			t.Errorf("%s passes for %s", wrong, right[i])
		}
	}
}

// drawnByUs writes lines as our PDF and has them drawn by Poppler.
func drawnByUs(t *testing.T, faces *typefaces, f Face, lines []string) []*image.Gray {
	t.Helper()
	const wide, high, across, down = 15 * em, 2 * em, 2, 12
	l := &Layout{Width: wide * across, Height: high * down, Masters: [][]Op{{box(0, 0, wide*across, high*down, Colour{255, 255, 255})}}, faces: faces,
		Anchors: map[string]Spot{}, Meta: Meta{Title: "x", Lang: "vi-VN"}}
	for i, line := range lines {
		if i%(across*down) == 0 {
			l.Pages = append(l.Pages, Page{})
		}
		page := &l.Pages[len(l.Pages)-1]
		k := i % (across * down)
		page.Ops = append(page.Ops, Op{Kind: OpText, Face: f, Size: em, X: float64(k%across)*wide + em/3, Y: float64(k/across)*high + 1.35*em,
			Wide: faces[f].width(line, em, 0), Text: line, Block: int32(i + 1)})
	}
	dir := t.TempDir()
	name := filepath.Join(dir, "x.pdf")
	if err := os.WriteFile(name, written(t, l), 0o644); err != nil {
		t.Fatal(err)
	}
	tool(t, "pdftoppm", "-r", "72", "-gray", name, filepath.Join(dir, "p"))
	found, err := filepath.Glob(filepath.Join(dir, "p-*.pgm"))
	if err != nil || len(found) != len(l.Pages) {
		t.Fatalf("%d pictures of %d pages, %v", len(found), len(l.Pages), err)
	}
	pages := make([]*image.Gray, len(found))
	for i, name := range found {
		pages[i] = grey(t, name)
	}
	var out []*image.Gray
	for i := range lines {
		k := i % (across * down)
		x, y := k%across*wide, k/across*high
		out = append(out, darkPart(pages[i/(across*down)], image.Rect(x, y, x+wide, y+high)))
	}
	return out
}

// drawnByHarfBuzz has lines shaped by hb-view and its outlines drawn by MuPDF, without what our file does not do: ligatures, and kerning of faces for text.
func drawnByHarfBuzz(t *testing.T, font []byte, f Face, lines []string) []*image.Gray {
	t.Helper()
	const most = 100 // lines: hb-view draws no picture of more than 32,767 pixels
	if len(lines) > most {
		return append(drawnByHarfBuzz(t, font, f, lines[:most]), drawnByHarfBuzz(t, font, f, lines[most:])...)
	}
	dir := t.TempDir()
	face, text, picture := filepath.Join(dir, "x.ttf"), filepath.Join(dir, "x.txt"), filepath.Join(dir, "x.svg")
	for name, data := range map[string][]byte{face: font, text: []byte(strings.Join(lines, "\n") + "\n")} {
		if err := os.WriteFile(name, data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	features := "-liga,-clig,-calt,-locl,-kern"
	if f == Display {
		features = "-liga,-clig,-calt,-locl"
	}
	tool(t, "hb-view", "--font-file="+face, fmt.Sprintf("--font-size=%d", em), fmt.Sprintf("--line-space=%d", em), "--features="+features,
		"--text-file="+text, "--output-format=svg", "--output-file="+picture) // as pixels, or as PDF, it cuts off what stands higher than the font's ascent
	drawn := filepath.Join(dir, "x.pgm")
	tool(t, "mutool", "draw", "-q", "-r", "72", "-c", "gray", "-o", drawn, picture)
	all := grey(t, drawn)
	b := all.Bounds()
	var out []*image.Gray
	const gap = em * 2 / 5 // within a letter marks stand closer
	top, blank := -1, 0
	for y := b.Min.Y; y <= b.Max.Y; y++ {
		if y < b.Max.Y && hasInk(all, y) {
			if top < 0 {
				top = y
			}
			blank = 0
			continue
		}
		if blank++; top >= 0 && (blank > gap || y == b.Max.Y) {
			out = append(out, darkPart(all, image.Rect(b.Min.X, top, b.Max.X, y)))
			top = -1
		}
	}
	if len(out) != len(lines) {
		t.Fatalf("hb-view drew %d lines of %d", len(out), len(lines))
	}
	return out
}

// grey reads a picture in the only form that both programs write so plainly.
func grey(t *testing.T, name string) *image.Gray {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var w, h, top int
	if n, _ := fmt.Sscanf(string(data[:min(len(data), 40)]), "P5\n%d %d\n%d\n", &w, &h, &top); n == 3 && len(data) > w*h {
		return &image.Gray{Pix: data[len(data)-w*h:], Stride: w, Rect: image.Rect(0, 0, w, h)}
	}
	t.Fatalf("%s is no picture as expected", name)
	return nil
}

const dark = 128

func hasInk(m *image.Gray, y int) bool {
	for x := m.Rect.Min.X; x < m.Rect.Max.X; x++ {
		if m.GrayAt(x, y).Y < 250 {
			return true
		}
	}
	return false
}

// darkPart cuts a picture to what is dark in it.
func darkPart(m *image.Gray, within image.Rectangle) *image.Gray {
	box := image.Rectangle{within.Max, within.Min}
	for y := within.Min.Y; y < within.Max.Y; y++ {
		for x := within.Min.X; x < within.Max.X; x++ {
			if m.GrayAt(x, y).Y < dark {
				box.Min.X, box.Min.Y = min(box.Min.X, x), min(box.Min.Y, y)
				box.Max.X, box.Max.Y = max(box.Max.X, x+1), max(box.Max.Y, y+1)
			}
		}
	}
	return m.SubImage(box).(*image.Gray)
}

// differ says how two pictures of a line differ more than two programs that draw the same shapes do; "" if they don't.
func differ(a, b *image.Gray) string {
	aw, ah, bw, bh := a.Rect.Dx(), a.Rect.Dy(), b.Rect.Dx(), b.Rect.Dy()
	if aw == 0 || math.Abs(float64(ah-bh)) > 2 || math.Abs(float64(aw-bw)) > 2+float64(bw)/150 {
		return fmt.Sprintf("%d × %d pixels, by HarfBuzz %d × %d", aw, ah, bw, bh)
	}
	near := 1
	if bw > 2*em { // advances are cut to 1/1000 em in our file
		near = 2
	}
	if n := max(stray(a, b, near), stray(b, a, near)); n > 4 {
		return fmt.Sprintf("%d pixels have no counterpart by HarfBuzz", n)
	}
	return ""
}

// stray counts the pixels of a that are dark where b has no ink nearby. Both are laid on each other by the top left of what is dark.
func stray(a, b *image.Gray, near int) int {
	const pale = 225
	beside := func(x, y int) bool {
		for v := y - near; v <= y+near; v++ {
			for u := x - near; u <= x+near; u++ {
				if p := image.Pt(b.Rect.Min.X+u, b.Rect.Min.Y+v); p.In(b.Rect) && b.Pix[b.PixOffset(p.X, p.Y)] < pale {
					return true
				}
			}
		}
		return false
	}
	n := 0
	for y := range a.Rect.Dy() {
		for x := range a.Rect.Dx() {
			if a.Pix[a.PixOffset(a.Rect.Min.X+x, a.Rect.Min.Y+y)] < dark && !beside(x, y) {
				n++
			}
		}
	}
	return n
}

package chart

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"testing"
)

var update = flag.Bool("update", false, "write golden files anew; look at them before committing")

// golden compares with a file of testdata, or writes it.
func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s is drawn otherwise; look at it with -update and git diff", name)
	}
}

func TestGoldenPictures(t *testing.T) {
	for i, c := range samples() {
		t.Run(c.ID, func(t *testing.T) {
			golden(t, c.ID+".svg", append(drawnScene(t, i, Narrow).SVG(c.ID, c.Title, c.Sentence), '\n'))
		})
	}
}

// The booklet's strokes of a chart with dots, dashes, a clip and texts, in a picture to be looked at.
func TestGoldenStrokes(t *testing.T) {
	for i, c := range samples() {
		if c.ID != "course-long" && c.ID != "bullet-undecided" {
			continue
		}
		on := newSheet(t)
		height, err := drawnScene(t, i, Column).Paint(on, 20, 10, 334)
		if err != nil {
			t.Fatal(err)
		}
		golden(t, c.ID+"-strokes.svg", fmt.Appendf(nil, "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"374\" height=\"%.0f\" font-family=\"%s\">\n%s</svg>\n", height+20, fontFamily, on.String()))
	}
}

func TestGoldenMarks(t *testing.T) {
	var b bytes.Buffer
	b.WriteString("<body style=\"background:#fbf7ec\">\n")
	for _, c := range samples() {
		s, err := Mark(c, MarkWidth, MarkHeight)
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&b, "<p>%s %s</p>\n", s.Ornament(), c.ID)
	}
	golden(t, "marks.html", b.Bytes())
}

func TestGoldenLive(t *testing.T) {
	for _, c := range samples() {
		if c.ID == "bullet-missed" {
			b, err := Live(c)
			if err != nil {
				t.Fatal(err)
			}
			golden(t, "live.json", append(b, '\n'))
		}
	}
}
